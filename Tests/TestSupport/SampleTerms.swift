import MitBudget

/// Terms that together switch every setting of a programme on and off.
package enum SampleTerms: CaseIterable, Sendable {
    /// The figures of the built-in programme.
    case aabenraa
    /// Small amounts, so that every ceiling is reached, and a cap that fits the places exactly.
    case narrow
    /// No cap: only the post limits, and plans together can ask for more than the post holds.
    case uncapped
    /// The approver may not release.
    case separate
    /// A drawing right of one month.
    case drawing
    /// A last day for payments, soon after a short window.
    case settled
    /// One place only.
    case crowded
    /// Budget periods with a ceiling for each citizen and one for a post, and a month that belongs to none.
    case periods
    /// Results of citizens and a measured figure, an asked-for proof, instalments, and names of its own.
    case results
    /// Initiatives instead of citizens, without a limit on their number.
    case initiatives
    /// Posts only, and no one to enrol.
    case postsOnly
    /// No money at all.
    case moneyless

    package var programme: Programme {
        get throws {
            switch self {
            case .aabenraa: try .terms()
            case .narrow: try small(cap: .kroner(100))
            case .uncapped: try small(cap: nil)
            case .separate: try small(cap: .kroner(100), separateReleaser: true)
            case .drawing: try small(cap: nil, drawingMonths: 1)
            case .settled: try small(cap: .kroner(90), lastDay: "2023-03-15", settleBy: "2023-03-31")
            case .crowded: try small(places: 1, cap: .kroner(300))
            case .periods:
                try small(
                    cap: .kroner(100),
                    budgetPeriods: [
                        .init(
                            firstDay: "2023-01-01", lastDay: "2023-02-28", cap: .kroner(60),
                            posts: [.init(name: "project", budget: .kroner(70))]),
                        .init(firstDay: "2023-04-01", lastDay: "2023-06-30", cap: .kroner(50), posts: []),
                    ])
            case .results:
                try small(
                    cap: .kroner(100),
                    results: [
                        .init(code: "reached", aim: .share(percent: 60)),
                        .init(code: "closer", aim: .share(percent: nil)),
                        .backlog,
                    ],
                    instalments: [.init(day: "2023-01-15", amount: .kroner(200))], proof: [.receipt, .approval],
                    names: ["backlog": Programme.Title(danish: "pukkel", english: "backlog")])
            case .initiatives:
                try small(places: nil, cap: nil, recipient: .initiative)
            case .postsOnly:
                try .terms(
                    grant: .kroner(420), recipient: nil, places: nil, cap: nil, firstDay: "2023-01-01",
                    lastDay: "2023-06-30", areas: [],
                    posts: [.init(name: "council", budget: .kroner(100)), .init(name: "project", budget: .kroner(300))])
            case .moneyless:
                try .terms(
                    grant: .zero, cap: nil, firstDay: "2023-01-01", lastDay: "2023-06-30",
                    posts: [.init(name: .citizens, budget: .zero)])
            }
        }
    }

    private func small(
        places: Int? = 3, cap: Amount?, recipient: Programme.Recipient? = .citizen, lastDay: Day = "2023-06-30",
        drawingMonths: Int? = nil, separateReleaser: Bool = false, settleBy: Day? = nil,
        budgetPeriods: [Programme.BudgetPeriod] = [], results: [Programme.Outcome] = [],
        instalments: [Programme.Instalment] = [], proof: [Programme.Proof] = [],
        names: Programme.Names = [:]
    ) throws(Programme.Fault) -> Programme {
        try .terms(
            grant: .kroner(420), citizens: .kroner(300), project: .kroner(120), recipient: recipient, places: places,
            cap: cap, firstDay: "2023-01-01", lastDay: lastDay, drawingMonths: drawingMonths,
            separateReleaser: separateReleaser, settleBy: settleBy, budgetPeriods: budgetPeriods, results: results,
            instalments: instalments, proof: proof, names: names)
    }
}

extension Programme.Recipient {
    /// An initiative, which is no person.
    package static let initiative = Programme.Recipient(
        prefix: .written("I"), isPersonal: false,
        danish: .init(one: "initiativ", theOne: "initiativet", many: "initiativer", theMany: "initiativerne"),
        english: .init(one: "initiative", many: "initiatives"))
}

extension ReferencePrefix {
    fileprivate static func written(_ text: String) -> ReferencePrefix {
        guard let prefix = try? ReferencePrefix(text) else { preconditionFailure("\(text) is no prefix") }
        return prefix
    }
}

extension Programme.Outcome {
    /// A figure that is to fall from 1.100 to 799.
    package static let backlog = Programme.Outcome(code: "backlog", aim: .figure(.backlog))
}

extension Programme.Outcome.Target {
    fileprivate static var backlog: Self {
        guard let from = Figure(text: "1100"), let aim = Figure(text: "799") else {
            preconditionFailure("the figures are well formed")
        }
        return Self(from: from, aim: aim, isMost: true, by: "2023-06-30")
    }
}

extension Exactly: ExpressibleByStringLiteral {
    /// Makes a code.
    public init(stringLiteral text: String) {
        self.init(text)
    }
}
