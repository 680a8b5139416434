import MitBudget
import Phrases

// The sections on results and budget periods, and which sections a report shows.
extension PeriodSections {
    /// The sections that the report holds. Text and pages leave out what the programme has nothing to do with: there
    /// are no recipients, no money, no budget periods, or nothing to tell of results.
    var sections: [ReportSection] {
        switch terms.form {
        case .csv, .json: terms.sections
        case .text, .html: terms.sections.filter(concerns)
        }
    }

    private func concerns(_ section: ReportSection) -> Bool {
        switch section {
        case .header, .amendments, .vouchers, .decisions, .corrections, .since, .findings, .signOff: true
        // Few ledgers keep another's anchor.
        case .witnessed: !facts.witnessed.isEmpty
        case .income: facts.hasMoney || !facts.transfers.isEmpty
        case .posts, .months, .unspent: facts.hasMoney
        case .areas: facts.hasMoney && programme.hasRecipients
        case .participants: programme.hasRecipients
        case .releases: facts.hasMoney && programme.hasRecipients || !facts.releases.isEmpty
        case .periods: !facts.periods.isEmpty
        case .results: ResultLists(of: facts).isTelling
        }
    }

    func writeResults() {
        let results = ResultLists(of: facts)
        switch terms.form {
        case .text: for line in results.lines(in: language) { pieces.write(line + "\n") }
        case .csv: write(results.records)
        case .json:
            write(results.shares)
            pieces.write { results.progress.writeMember("targets", to: &$0) }
        case .html: pieces.write(results.html(on: page))
        }
    }

    func writePeriods() {
        var periods = BudgetPeriods(of: facts)
        periods.listsIdle = terms.form == .csv
        switch terms.form {
        case .text, .csv, .html: write(periods.lines)
        case .json: write(periods.nested)
        }
    }
}

extension PeriodFacts {
    /// Whether the programme has money, or had some.
    var hasMoney: Bool {
        programme.grant > .zero || received != .zero || repaid != .zero || spending != .zero
    }
}
