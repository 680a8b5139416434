import MitBudget
import MitBudgetReports
import Phrases

/// Facts of a small period for the page: two citizens, one withdrawn, and rows in every list; or no facts at all.
enum PeriodPageSample {
    static let anchor = "321:" + String(repeating: "0123456789abcdef", count: 4)

    static func scope(since: EntryNumber? = nil) throws -> PeriodFacts.Scope {
        try PeriodFacts.Scope(from: Day("2023-01-01"), through: Day("2023-02-28"), at: EntryNumber("321"), since: since)
    }

    /// The last entry of the earlier report that ``full(_:)`` continues.
    static let since = EntryNumber(300)

    /// A programme with the given text as every free text.
    static func programme(text: String = "Mit Budget") throws -> Programme {
        let terms = try StatusSample.aabenraa()
        let text = try Text(text)
        return try Programme(
            id: terms.id, title: Programme.Title(danish: text, english: text), grantee: text, funder: text,
            grant: terms.grant, posts: terms.posts, places: terms.places, cap: terms.cap, firstDay: terms.firstDay,
            lastDay: terms.lastDay, areas: terms.areas)
    }

    static func empty(_ programme: Programme) throws -> PeriodFacts {
        let nothing = PeriodFacts.Spending(opening: .zero, period: .zero)
        return try PeriodFacts(
            programme: programme, scope: scope(), recordedAt: .unixEpoch, closedThrough: nil, incomeBefore: .zero,
            repaidBefore: .zero, transfers: [],
            posts: programme.posts.map {
                PeriodFacts.Post(name: $0.name, budget: $0.budget, original: $0.budget, spending: nothing)
            },
            participants: [],
            areas: programme.areas.map { PeriodFacts.AreaSpending(area: $0, spending: nothing) }, months: [],
            releases: [], decisions: [], corrections: [], findings: [])
    }

    static func full(_ programme: Programme) throws -> PeriodFacts {
        func spent(_ opening: String, _ period: String) throws -> PeriodFacts.Spending {
            try PeriodFacts.Spending(opening: Amount(kroner: opening), period: Amount(kroner: period))
        }
        let (day, staff, entry) = try (Day("2023-01-15"), StaffID("sagsbehandler-1"), EntryNumber("17"))
        let citizen = try ParticipantReference("B01")
        let amount = try Amount(kroner: "1000")
        let posts = try [spent("500", "1500.25"), spent("100", "99.75")]
        return try PeriodFacts(
            programme: programme, scope: scope(since: since), recordedAt: .unixEpoch, closedThrough: Day("2023-02-28"),
            incomeBefore: Amount(kroner: "238000"),
            repaidBefore: .zero,
            transfers: [
                PeriodFacts.Transfer(
                    entry: entry, kind: .instalment, day: day, voucher: VoucherReference("2023-0001"), amount: amount)
            ],
            posts: zip(programme.posts, posts).map {
                PeriodFacts.Post(name: $0.name, budget: $0.budget, original: $0.budget, spending: $1)
            },
            participants: [
                PeriodFacts.Participant(
                    standing: StatusSample.citizen(1, "44500", "2000", "1500.25"),
                    plan: ParticipantAccount.ApprovedPlan(version: 2, by: staff, on: day),
                    spending: spent("0", "1500.25")),
                PeriodFacts.Participant(
                    standing: StatusSample.citizen(2, "0", "0", "500", left: true), plan: nil,
                    spending: spent("500", "0")),
            ],
            areas: zip(programme.areas, [spent("0", "1500.25"), spent("500", "0"), spent("0", "0")]).map {
                PeriodFacts.AreaSpending(area: $0, spending: $1)
            },
            months: [
                PeriodFacts.Month(year: 2023, month: 1, amount: Amount(kroner: "1700")),
                PeriodFacts.Month(year: 2023, month: 2, amount: Amount(kroner: "-100")),
            ],
            releases: [
                PeriodFacts.Release(
                    entry: entry, kind: .release, day: day, recordedAt: .unixEpoch, participant: citizen,
                    item: ItemNumber("3"), amount: amount, staff: staff)
            ],
            decisions: [
                PeriodFacts.DecisionMade(
                    entry: entry, kind: .planApproved, day: day, recordedAt: .unixEpoch, participant: citizen,
                    version: 2, through: nil, staff: staff)
            ],
            corrections: [
                PeriodFacts.Correction(
                    entry: EntryNumber("18"), day: day, recordedAt: .unixEpoch, reverses: entry, kind: .disbursement,
                    participant: citizen, amount: amount, staff: staff)
            ],
            findings: [ReportFinding(kind: .sameHand, entries: [entry, EntryNumber("19")])],
            amendments: [
                PeriodFacts.AmendmentMade(
                    entry: EntryNumber("20"), day: day, recordedAt: .unixEpoch, staff: staff, approval: nil,
                    changes: StatusSample.aabenraa().changes(
                        to: StatusSample.aabenraa(places: 20, citizens: "1000000", grant: "1202000")))
            ],
            achievements: achievements(day), periods: [period(of: programme, citizen)],
            witnessed: [
                PeriodFacts.Witnessed(
                    entry: EntryNumber("310"), day: day, recordedAt: .unixEpoch, staff: staff,
                    testimony: Testimony(
                        origin: VoucherReference("haderslev"), entry: EntryNumber("412"),
                        hash: String(repeating: "0123456789abcdef", count: 4)))
            ], later: PeriodFacts.Later(count: 1, delta: amount))
    }

    /// The one entry that was recorded after the earlier report.
    static func later() throws -> [LaterEntry] {
        try [
            LaterEntry(
                entry: EntryNumber("301"), kind: .disbursement, day: Day("2023-01-15"), recordedAt: .unixEpoch,
                staff: StaffID("sagsbehandler-1"), participant: ParticipantReference("B01"), item: ItemNumber("1"),
                voucher: VoucherReference("2023-0009"), amount: Amount(kroner: "1000"), spent: Amount(kroner: "1000"))
        ]
    }

    private static func achievements(_ day: Day) throws -> Achievements {
        let figure = try ProgrammeSample.figure("950")
        return try Achievements(
            shares: [
                Achievements.Share(
                    result: ResultCode("reached"), count: 1, of: 2, percent: 60, disbursed: Amount(kroner: "1500.25"))
            ],
            progress: [
                Achievements.Progress(
                    result: ResultCode("need"),
                    target: Programme.Outcome.Target(from: figure, aim: figure, isMost: false, by: day),
                    latest: Achievements.Progress.Latest(figure: figure, day: day))
            ])
    }

    private static func period(of programme: Programme, _ citizen: ParticipantReference) throws -> PeriodBudget {
        try PeriodBudget(
            period: Programme.BudgetPeriod(
                firstDay: programme.firstDay, lastDay: programme.lastDay, cap: programme.cap, posts: []),
            posts: [], participants: [.init(participant: citizen, disbursed: Amount(kroner: "1500.25"))])
    }

    /// Two vouchers that add up to what the posts of ``full(_:)`` spent in the period.
    static func vouchers() throws -> [VoucherLine] {
        func line(
            _ entry: String, _ amount: String, _ kind: MovementKind, paid: Day?, _ proof: VoucherProof?,
            share: VoucherShare? = nil
        ) throws -> VoucherLine {
            try VoucherLine(
                entry: EntryNumber(entry), kind: kind, day: Day("2023-01-15"), recordedAt: .unixEpoch, paid: paid,
                voucher: VoucherReference("2023-000\(entry)"), participant: ParticipantReference("B01"),
                item: ItemNumber("1"), area: Area("housing"), post: .citizens, amount: Amount(kroner: amount),
                staff: StaffID("sagsbehandler-1"), share: share, proof: proof)
        }
        return try [
            line(
                "2", "1700", .disbursement, paid: Day("2023-01-16"),
                VoucherProof(hasReceipt: true, hasPayment: false, approvedBy: StaffID("konsulent")),
                share: VoucherShare(total: Amount(kroner: "3000"), claimed: Amount(kroner: "2100.50"))),
            line("3", "-100", .refund, paid: nil, nil),
        ]
    }

    /// The whole page.
    static func html(
        _ facts: PeriodFacts, _ vouchers: [VoucherLine], _ language: Language, days: [Standing.DaySpending] = []
    ) -> String {
        printed(facts, vouchers, language, .html, days: days)
    }

    /// The whole report as text.
    static func text(_ facts: PeriodFacts, _ vouchers: [VoucherLine], _ language: Language) -> String {
        printed(facts, vouchers, language, .text)
    }

    private static func printed(
        _ facts: PeriodFacts, _ vouchers: [VoucherLine], _ language: Language, _ form: ReportTerms.Form,
        days: [Standing.DaySpending] = []
    ) -> String {
        let terms = ReportTerms(scope: facts.scope, language: language, form: form)
        let later = facts.later == nil ? [] : (try? later()) ?? []
        var text = ""
        PeriodReport(anchor: anchor, terms: terms, programme: facts.programme).write(
            facts: { () throws(Never) in facts }, days: { () throws(Never) in days },
            vouchers: { body throws(Never) in for line in vouchers { body(line) } },
            later: { body throws(Never) in for entry in later { body(entry) } }, to: { text += $0 })
        return text
    }
}
