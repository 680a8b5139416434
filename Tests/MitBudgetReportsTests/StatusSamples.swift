import JSON
import MitBudget
import MitBudgetReports

/// Standings that together produce every shape of the status.
enum StatusSample: String, CaseIterable {
    /// The day before the programme starts; no one is enrolled.
    case early
    /// The middle of the window: plans wait, and one citizen has withdrawn.
    case middle
    /// Two weeks before the end: all places are taken, and the plans ask for more than is free.
    case closing
    /// After the end, with money left.
    case over
    /// A programme without a cap and with many posts, and part of the grant outside any of them.
    case uncapped
    /// Two hundred citizens.
    case national
    /// Initiatives instead of people, with budget periods and instalments that are overdue and due soon.
    case initiatives
    /// Posts only, and a figure that is measured.
    case committee
    /// People without money, and a target for their share.
    case jobs

    /// The sections of the page.
    var sections: Int {
        switch self {
        case .early, .middle, .closing, .over, .uncapped, .national: 5
        // Without waiting plans, without money; with budget periods, results.
        case .initiatives: 6
        case .committee: 4
        case .jobs: 3
        }
    }

    var report: StatusReport {
        get throws {
            StatusReport(standing: try standing, anchor: "321:" + String(repeating: "0123456789abcdef", count: 4))
        }
    }

    var standing: Standing {
        get throws {
            switch self {
            case .early:
                try Self.standing(programme: Self.aabenraa(), asOf: "2022-11-30", received: "0", project: "0", [])
            case .middle:
                try Self.standing(
                    programme: Self.aabenraa(), asOf: "2024-03-15", received: "476000", project: "88450",
                    [
                        Self.citizen(1, "44500", "44500", "41950"), Self.citizen(2, "50000", "50000", "50000"),
                        Self.citizen(3, "38200", "20000", "18750.50"),
                        Self.citizen(4, "12350", "12350", "12350", left: true),
                        Self.citizen(5, "47000", "30000", "0"), Self.citizen(6, "0", "0", "0", asks: "49000"),
                        Self.citizen(7, "25000", "0", "0", asks: "20000"),
                        Self.citizen(8, "50000", "49900", "49800.25"),
                        Self.citizen(9, "0", "0", "0", left: true), Self.citizen(10, "35000", "100", "0.50"),
                    ])
            case .closing:
                try Self.standing(
                    programme: Self.aabenraa(), asOf: "2024-12-17", received: "800000", project: "202000",
                    (1...15).map { try Self.citizen($0, "50000", "48000", "46000", asks: $0 == 8 ? "50000.01" : nil) })
            case .over:
                try Self.standing(
                    programme: Self.aabenraa(), asOf: "2025-01-01", received: "952000", project: "202000",
                    [Self.citizen(1, "50000", "50000", "50000"), Self.citizen(2, "50000", "40000", "35000")])
            case .uncapped:
                try Self.standing(
                    programme: Self.manyPosts(), asOf: "2025-06-30", received: "300000", project: "12500",
                    [Self.citizen(1, "80000", "60000", "40000"), Self.citizen(2, "20000", "20000", "20000")])
            case .national:
                try Self.standing(
                    programme: Self.aabenraa(places: 200, citizens: "10000000", grant: "10202000"), asOf: "2023-09-01",
                    received: "0", project: "0", Self.twoHundred)
            case .initiatives: try ProgrammeSample.initiatives()
            case .committee: try ProgrammeSample.committee()
            case .jobs: try ProgrammeSample.jobs()
            }
        }
    }

    static var twoHundred: [Standing.Participant] {
        get throws {
            try (1...200).map {
                try citizen(
                    $0, "30000", "20000", "10000", asks: $0.isMultiple(of: 3) ? "31000" : nil,
                    left: $0.isMultiple(of: 50))
            }
        }
    }

    /// The press release's programme, or one of another size.
    static func aabenraa(
        places: Int = 15, citizens: String = "750000", grant: String = "952000"
    ) throws -> Programme {
        try Programme(
            id: ProgrammeID("mit-budget-aabenraa") ?? missing(),
            title: Programme.Title(danish: Text("Mit Budget"), english: Text("My Budget")),
            grantee: Text("Aabenraa Kommune"), funder: Text("Social- og Boligstyrelsen"), grant: Amount(kroner: grant),
            posts: [
                Programme.Post(name: .citizens, budget: Amount(kroner: citizens)),
                Programme.Post(name: PostName("project"), budget: Amount(kroner: "202000")),
            ],
            places: places, cap: Amount(kroner: "50000"), firstDay: Day("2022-12-01"), lastDay: Day("2024-12-31"),
            areas: [Area("job"), Area("housing"), Area("life")])
    }

    /// A programme with no cap, six posts, and 10.000 kr. of the grant outside any post.
    static func manyPosts() throws -> Programme {
        let names = ["project", "evaluation", "communication", "travel and meetings", "overhead"]
        return try Programme(
            id: ProgrammeID("open") ?? missing(),
            title: Programme.Title(danish: Text("Åbent Budget"), english: Text("Open Budget")),
            grantee: Text("Aabenraa Kommune"), funder: Text("A. P. Møllers Fond"), grant: Amount(kroner: "1000000"),
            posts: [Programme.Post(name: .citizens, budget: Amount(kroner: "740000"))]
                + names.map { try Programme.Post(name: PostName($0), budget: Amount(kroner: "50000")) },
            places: 40, cap: nil, firstDay: Day("2025-01-01"), lastDay: Day("2026-12-31"), areas: [Area("job")])
    }

    /// A citizen with approved, released and disbursed amounts, the amount of a waiting plan, and whether withdrawn.
    static func citizen(
        _ number: Int, _ approved: String, _ released: String, _ disbursed: String, asks: String? = nil,
        left: Bool = false
    ) throws -> Standing.Participant {
        try Standing.Participant(
            reference: ParticipantReference(number: number) ?? missing(),
            state: left ? .withdrawn(on: Day("2023-11-01"), cause: .stopped) : .active,
            balance: Balance(
                approved: Amount(kroner: approved), released: Amount(kroner: released),
                disbursed: Amount(kroner: disbursed)),
            pendingTotal: asks.map { try Amount(kroner: $0) }, drawingEnds: nil)
    }

    /// A standing whose posts add up its citizens' amounts; `project` is spent on the second post.
    static func standing(
        programme: Programme, asOf: String, received: String, project: String, _ participants: [Standing.Participant]
    ) throws -> Standing {
        let citizens = participants.reduce(Balance.zero) { sum, participant in
            Balance(
                approved: sum.approved + participant.balance.approved,
                released: sum.released + participant.balance.released,
                disbursed: sum.disbursed + participant.balance.disbursed)
        }
        var counted = Standing.Citizens()
        for participant in participants { counted.count(participant) }
        let spent = try Amount(kroner: project)
        let posts = programme.posts.map { post in
            let cost = post.name.text == "project" ? spent : .zero
            return Standing.Post(
                name: post.name, budget: post.budget,
                balance: post.name == .citizens ? citizens : Balance(approved: cost, released: cost, disbursed: cost))
        }
        // Half was spent early in the window and half a month ago, so that the forecast's two paces differ.
        let (day, all) = try (Day(asOf), citizens.disbursed + spent)
        let half = Amount(ore: all.ore / 2) ?? .zero
        let days = [(programme.firstDay.advanced(by: 10), half), (day.advanced(by: -30), all - half)]
        return try Standing(
            programme: programme, asOf: day, received: Amount(kroner: received), repaid: .zero, posts: posts,
            citizens: counted,
            days: days.filter { $0.1 != .zero && $0.0 <= day }.map { Standing.DaySpending(day: $0.0, amount: $0.1) })
    }

    private struct Missing: Error {}

    private static func missing<Value>() throws -> Value {
        throw Missing()
    }
}

extension StatusReport {
    /// The whole report as JSON.
    /// - Parameter citizens: all citizens, if there are more than the standing lists.
    func json(_ citizens: [Standing.Participant]? = nil) throws -> JSON {
        var text = ""
        writeJSON(citizens: { body in (citizens ?? standing.citizens.listed).forEach(body) }, to: { text += $0 })
        return try JSON(parsing: text)
    }
}
