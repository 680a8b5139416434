import MitBudget
import Phrases

extension Standing {
    /// The budget periods, with as many recipients as the status lists.
    var budgetPeriods: BudgetPeriods {
        var periods = BudgetPeriods(of: self)
        periods.mostListed = Citizens.mostListed
        return periods
    }
}

// What the terms aim at, and the ceilings of budget periods.
extension StatusText {
    /// How far the programme has come; empty where there is nothing to tell.
    var results: [String] {
        let results = ResultLists(of: standing)
        guard results.isTelling else { return [] }
        return [heading(ReportSection.results.heading)] + results.lines(in: language)
    }

    /// The ceilings of each budget period; empty where the terms have none.
    var periods: [String] {
        guard !standing.periods.isEmpty else { return [] }
        var periods = standing.budgetPeriods
        periods.mostListed = Self.rowLimit
        return [heading(.inKroner(ReportSection.periods.heading))]
            + periods.lines.table(in: language).fitted(to: style.width).lines(style: style)
    }
}
