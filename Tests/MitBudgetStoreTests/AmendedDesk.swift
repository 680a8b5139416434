import MitBudget
import TestSupport

extension Desk {
    /// Six entries more, after any: two amendments, a result, a figure, an expense after the first window's last day,
    /// and a result that is not the latest.
    ///
    /// The first amendment brings results, budget periods and half a year more, without an approval; the second one
    /// moves 1.000 kr. to the project, with one.
    func amending() throws {
        let commands: [Command] = [
            .amend(Amendment(terms: try .extended(), reason: "Perioden er forlænget", approval: nil), on: "2023-04-10"),
            .followUp("B01", result: "reached", note: "Fast arbejde", on: "2023-04-12"),
            .measure("backlog", value: Figure(.kroner(950)), voucher: "S-1", on: "2023-04-12"),
            .amend(
                Amendment(terms: try .extended(by: .kroner(1_000)), reason: "Beløb flyttet", approval: "SBST-7"),
                on: "2023-04-15"),
            .spend(.of(.kroner(100), voucher: "P-9", on: "2025-03-03")),
            .followUp("B01", result: "closer", note: nil, on: "2023-04-11"),
        ]
        for command in commands { try record(command) }
    }
}

extension Programme {
    /// The usual terms with half a year more, results, a figure and a budget for each year.
    /// - Parameter moved: what goes from the citizens' post to the project's.
    static func extended(by moved: Amount = .zero) throws -> Programme {
        try .terms(
            citizens: .kroner(740_000) - moved, project: .kroner(202_000) + moved, places: 14, lastDay: "2025-06-30",
            budgetPeriods: [
                .init(
                    firstDay: "2022-12-01", lastDay: "2023-12-31", cap: .kroner(6_500),
                    posts: [.init(name: "project", budget: .kroner(150_000))]),
                .init(
                    firstDay: "2024-01-01", lastDay: "2024-12-31", cap: nil,
                    posts: [.init(name: "project", budget: .kroner(50_000))]),
            ],
            results: [
                .init(code: "reached", aim: .share(percent: 60)), .init(code: "closer", aim: .share(percent: nil)),
                .backlog,
            ])
    }
}
