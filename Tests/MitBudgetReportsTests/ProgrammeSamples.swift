import MitBudget
import MitBudgetReports
import Phrases
import Testing

/// Standings of programmes unlike Aabenraa's.
enum ProgrammeSample {
    /// Initiatives instead of people, as many as there are, with ceilings of two years.
    static func initiatives() throws -> Standing {
        let forms = ["initiativ", "initiativet", "initiativer", "initiativerne"]
        let years = try [("2019-01-01", "2019-12-31", "2000000"), ("2020-01-01", "2020-12-31", "1500000")].map {
            try Programme.BudgetPeriod(
                firstDay: Day($0.0), lastDay: Day($0.1), cap: Amount(kroner: $0.2),
                posts: [Programme.Post(name: PostName("project"), budget: Amount(kroner: "500000"))])
        }
        let programme = try programme(
            "initiativer", posts: [("citizens", "24000000"), ("project", "1000000")],
            recipient: Programme.Recipient(
                prefix: ReferencePrefix("I"), isPersonal: false,
                danish: Programme.DanishNoun(one: forms[0], theOne: forms[1], many: forms[2], theMany: forms[3]),
                english: Programme.EnglishNoun(one: "initiative", many: "initiatives")),
            areas: ["faellesskab"], periods: years,
            instalments: [("2019-01-02", "5000000"), ("2019-07-01", "20000000")],
            names: ["faellesskab": ("fællesskab", "community")])
        let money = [("1500000", "1200000.50"), ("2000000", "0")]
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2019-06-02", received: "4000000", project: "250000",
            money.enumerated().map { place, money in
                let (approved, disbursed) = money
                return try recipient(place + 1, of: programme, approved: approved, disbursed: disbursed)
            })
        let periods = try programme.budgetPeriods.map { year in
            let isFirst = year.firstDay == programme.firstDay
            return try PeriodBudget(
                period: year,
                posts: [
                    PeriodBudget.PostSpending(
                        post: PostName("project"), budget: Amount(kroner: "500000"),
                        disbursed: Amount(kroner: isFirst ? "250000" : "0"))
                ],
                participants: standing.citizens.listed.map {
                    PeriodBudget.RecipientSpending(
                        participant: $0.reference, disbursed: isFirst ? $0.balance.disbursed : .zero)
                })
        }
        return copy(of: standing, periods: periods)
    }

    /// Posts only, and a need that is to fall.
    static func committee(
        latest: String? = "7.25", measured: String = "2020-03-01", name: String = "botilbud"
    ) throws -> Standing {
        let target = try Programme.Outcome.Target(
            from: figure("10"), aim: figure("6"), isMost: true, by: Day("2020-06-30"))
        let programme = try programme(
            "udvalg", posts: [("botilbud", "6000000"), ("project", "4000000")], recipient: nil,
            results: [Programme.Outcome(code: ResultCode("merbehov"), aim: .figure(target))],
            names: ["merbehov": ("merbehov i mio. kr.", "extra need in millions"), "botilbud": (name, "housing")])
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2020-03-15", received: "0", project: "1250000", [])
        let progress = try Achievements.Progress(
            result: ResultCode("merbehov"), target: target,
            latest: latest.map { try Achievements.Progress.Latest(figure: figure($0), day: Day(measured)) })
        return copy(of: standing, achievements: Achievements(progress: [progress]))
    }

    /// Twenty people, no money, and a share of them to be reached.
    static func jobs() throws -> Standing {
        let programme = try programme(
            "jaegere", posts: [("citizens", "0")], places: 20,
            results: [
                Programme.Outcome(code: ResultCode("job"), aim: .share(percent: 60)),
                Programme.Outcome(code: ResultCode("praktik"), aim: .share(percent: nil)),
            ], areas: ["vej"],
            names: ["job": ("selvforsørgende", "self-supporting"), "praktik": ("i praktik", "in an internship")])
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2019-06-02", received: "0", project: "0",
            (1...20).map { try recipient($0, of: programme, approved: "0", disbursed: "0") })
        return try copy(
            of: standing,
            achievements: Achievements(shares: [
                Achievements.Share(result: ResultCode("job"), count: 2, of: 20, percent: 60, disbursed: .zero),
                Achievements.Share(result: ResultCode("praktik"), count: 8, of: 20, percent: nil, disbursed: .zero),
            ]))
    }

    static func figure(_ text: String) throws -> Figure {
        try #require(Figure(text: text))
    }

    /// The report's facts that a standing implies, with nothing but sums in it.
    static func facts(of standing: Standing, amendments: [PeriodFacts.AmendmentMade] = []) throws -> PeriodFacts {
        let scope = try PeriodFacts.Scope(from: Day("2019-01-01"), through: standing.asOf, at: EntryNumber("321"))
        func spent(_ amount: Amount) -> PeriodFacts.Spending { PeriodFacts.Spending(opening: .zero, period: amount) }
        return PeriodFacts(
            programme: standing.programme, scope: scope, recordedAt: .unixEpoch, closedThrough: nil,
            incomeBefore: standing.received, repaidBefore: .zero, transfers: [],
            posts: standing.posts.map {
                PeriodFacts.Post(
                    name: $0.name, budget: $0.budget, original: $0.budget, spending: spent($0.balance.disbursed))
            },
            participants: standing.citizens.listed.map {
                PeriodFacts.Participant(standing: $0, plan: nil, spending: spent($0.balance.disbursed))
            },
            areas: standing.programme.areas.map { PeriodFacts.AreaSpending(area: $0, spending: .zero) }, months: [],
            releases: [], decisions: [], corrections: [], findings: [], amendments: amendments,
            achievements: standing.achievements, periods: standing.periods)
    }

    /// The whole report.
    static func report(
        _ facts: PeriodFacts, _ form: ReportTerms.Form, section: ReportSection? = nil, in language: Language = .english,
        vouchers: [VoucherLine] = []
    ) -> String {
        let terms = ReportTerms(scope: facts.scope, language: language, form: form, section: section)
        var text = ""
        PeriodReport(anchor: "321:ab", terms: terms, programme: facts.programme).write(
            facts: { () throws(Never) in facts }, days: { () throws(Never) in [] },
            vouchers: { body throws(Never) in vouchers.forEach(body) }, later: { _ throws(Never) in },
            to: { text += $0 })
        return text
    }

    private static func copy(
        of standing: Standing, achievements: Achievements = Achievements(), periods: [PeriodBudget] = []
    ) -> Standing {
        Standing(
            programme: standing.programme, asOf: standing.asOf, received: standing.received, repaid: standing.repaid,
            posts: standing.posts, citizens: standing.citizens, days: standing.days, achievements: achievements,
            periods: periods)
    }

    private static func recipient(
        _ number: Int, of programme: Programme, approved: String, disbursed: String
    ) throws -> Standing.Participant {
        let (approved, disbursed) = try (Amount(kroner: approved), Amount(kroner: disbursed))
        return try Standing.Participant(
            reference: #require(programme.reference(number)), state: .active,
            balance: Balance(approved: approved, released: approved, disbursed: disbursed), pendingTotal: nil,
            drawingEnds: nil)
    }

    private static func programme(
        _ id: String, posts: [(name: String, budget: String)], recipient: Programme.Recipient? = .citizen,
        places: Int? = nil, results: [Programme.Outcome] = [], areas: [String] = [],
        periods: [Programme.BudgetPeriod] = [], instalments: [(day: String, amount: String)] = [],
        names: [String: (danish: String, english: String)]
    ) throws -> Programme {
        let posts = try posts.map {
            try Programme.Post(name: PostName($0.name), budget: Amount(kroner: $0.budget))
        }
        return try Programme(
            id: #require(ProgrammeID(id)), title: Programme.Title(danish: Text("Dansk"), english: Text("English")),
            grantee: Text("Aarhus Kommune"), funder: Text("Puljen"),
            grant: posts.reduce(.zero) { $0 + $1.budget }, posts: posts, recipient: recipient, places: places, cap: nil,
            firstDay: Day("2019-01-01"), lastDay: Day("2020-12-31"), areas: areas.map { try Area($0) },
            budgetPeriods: periods, results: results,
            instalments: instalments.map {
                try Programme.Instalment(day: Day($0.day), amount: Amount(kroner: $0.amount))
            },
            names: Programme.Names(
                names.map { code, name in
                    try .init(
                        code: Exactly(code),
                        title: Programme.Title(danish: Text(name.danish), english: Text(name.english)))
                }))
    }
}
