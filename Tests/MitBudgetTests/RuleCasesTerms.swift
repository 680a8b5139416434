import MitBudget
import TestSupport
import Testing

extension RuleCase {
    /// The rules on terms: what amendments must leave room for, budget periods, recipients and results.
    static let termsCases: [RuleCase] = amending + fixed + periods + results

    private static let amending = [
        RuleCase(
            "a grant below what was received",
            .termsBelowUsed(.grant(asked: .kroner(500) - .ore(1), least: .kroner(500)))
        ) { beyond in
            var bench = try Bench()
            try bench.record(.receive(amount: .kroner(500), voucher: "T-1", on: .later))
            return try bench.amending {
                $0.grant = .kroner(500) - .ore(Int64(beyond))
                $0.posts = $0.posts.map { .init(name: $0.name, budget: .zero) }
                $0.cap = nil
            }
        },
        RuleCase(
            "a post below what is approved on it",
            .termsBelowUsed(.post(.citizens, asked: .kroner(20_000) - .ore(1), least: .kroner(20_000)))
        ) { beyond in
            var bench = try Bench()
            try bench.planned(.kroner(20_000))
            return try bench.amending {
                $0.posts[0] = .init(name: .citizens, budget: .kroner(20_000) - .ore(Int64(beyond)))
                $0.cap = nil
            }
        },
        RuleCase(
            "a post below what is spent on it",
            .termsBelowUsed(.post("project", asked: .kroner(70) - .ore(1), least: .kroner(70)))
        ) { beyond in
            var bench = try Bench()
            try bench.record(.spend(.of(.kroner(70))))
            return try bench.amending {
                $0.posts[1] = .init(name: "project", budget: .kroner(70) - .ore(Int64(beyond)))
            }
        },
        RuleCase("a post that an entry names, gone", .termsBelowUsed(.postGone("project"))) { beyond in
            var bench = try Bench()
            if beyond > 0 {
                let entry = try bench.record(.spend(.of(.kroner(70))))
                try bench.record(.reverse(entry, reason: "Fejl", on: .later))
            }
            return try bench.amending { $0.posts.removeLast() }
        },
        RuleCase(
            "a cap below a citizen's plan",
            .termsBelowUsed(.cap("B01", asked: .kroner(20_000) - .ore(1), least: .kroner(20_000)))
        ) { beyond in
            var bench = try Bench()
            try bench.planned(.kroner(20_000))
            try bench.planned(.kroner(19_000))
            return try bench.amending { $0.cap = .kroner(20_000) - .ore(Int64(beyond)) }
        },
        RuleCase(
            "fewer places than are held", .termsBelowUsed(.places(asked: 1, least: 2, on: .later))
        ) { beyond in
            var bench = try Bench()
            try bench.enrolled()
            try bench.enrolled()
            // A place that is free on the amendment's day counts no more, although it was held before.
            try bench.record(.withdraw(bench.enrolled(), reason: "Flyttet", on: .release))
            return try bench.amending { $0.places = 2 - beyond }
        },
        RuleCase("an area of a plan's item, gone", .termsBelowUsed(.areaGone("job", of: "B01"))) { beyond in
            var bench = try Bench()
            if beyond > 0 { try bench.planned(.kroner(1)) }
            return try bench.amending { $0.areas.removeAll { $0 == "job" } }
        },
        RuleCase("a noted result, gone", .termsBelowUsed(.resultGone("reached", of: "B01"))) { beyond in
            var bench = try Bench(.withResults())
            try bench.enrolled()
            if beyond > 0 { try bench.record(.followUp("B01", result: "reached", note: nil, on: .later)) }
            return try bench.amending { $0.results.removeAll { $0.code == "reached" } }
        },
        RuleCase(
            "a measured figure, judged in another way", .termsBelowUsed(.resultGone("backlog", of: nil))
        ) { beyond in
            var bench = try Bench(.withResults())
            if beyond > 0 { try bench.record(.measure("backlog", value: nil, voucher: "S-1", on: .later)) }
            return try bench.amending {
                $0.results = [.init(code: "backlog", aim: .share(percent: nil))]
            }
        },
        RuleCase(
            "a last day before an entry that must lie in the window",
            .termsBelowUsed(.lastDay(asked: Day.purchase.advanced(by: -1), least: .purchase, entry: 10))
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(10))
            let entry = try bench.disbursed(.kroner(10), to: "B01", voucher: "K-1")
            // What settles the programme may lie after the window.
            try bench.record(.refund(entry, amount: .kroner(1), voucher: "R-1", on: .refund))
            return try bench.amending { $0.lastDay = Day.purchase.advanced(by: -beyond) }
        },
        RuleCase("a budget period gone in which money was spent", .termsBelowUsed(.periodGone(.purchase))) { beyond in
            var bench = try Bench(.withPeriod(cap: nil, project: .kroner(100)))
            if beyond > 0 { try bench.record(.spend(.of(.kroner(1)))) }
            return try bench.amending { $0.budgetPeriods = [] }
        },
        RuleCase(
            "a period's cap below what is spent",
            .termsBelowUsed(
                .period(
                    .year(cap: .kroner(10) - .ore(1)), .participant("B01"), asked: .kroner(10) - .ore(1),
                    least: .kroner(10)))
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(10))
            try bench.disbursed(.kroner(10), to: "B01", voucher: "K-1")
            return try bench.amending { $0.budgetPeriods = [.year(cap: .kroner(10) - .ore(Int64(beyond)))] }
        },
        RuleCase(
            "a period's post below what is spent",
            .termsBelowUsed(
                .period(
                    .year(cap: nil, project: .kroner(70) - .ore(1)), .post("project"), asked: .kroner(70) - .ore(1),
                    least: .kroner(70)))
        ) { beyond in
            var bench = try Bench()
            try bench.record(.spend(.of(.kroner(70))))
            return try bench.amending {
                $0.budgetPeriods = [.year(cap: nil, project: .kroner(70) - .ore(Int64(beyond)))]
            }
        },
        RuleCase(
            "an amendment before the one before it",
            .outOfOrder(.amendmentBeforeAmendment, day: Day.later.advanced(by: -1), bound: .later), .days
        ) { beyond in
            var bench = try Bench()
            try bench.record(.amend(Amendment(terms: Bench.standardTerms, reason: "Brev", approval: nil), on: .later))
            return bench.answer(
                .amend(
                    Amendment(terms: Bench.standardTerms, reason: "Brev", approval: nil),
                    on: Day.later.advanced(by: -beyond)))
        },
    ]

    /// What an amendment never changes: other terms one step beyond the limit.
    private static let fixed: [RuleCase] = [
        fixed(.programme) { try .terms(id: "another") },
        fixed(.firstDay) { try .terms(firstDay: "2022-12-02") },
        fixed(.citizens) {
            try .terms(
                recipient: nil, places: nil, cap: nil, areas: [], posts: [.init(name: "project", budget: .kroner(1))])
        },
        fixed(.prefix) { try .terms(recipient: .initiative) },
        fixed(.personal) {
            let citizen = Programme.Recipient.citizen
            return try .terms(
                recipient: .init(
                    prefix: citizen.prefix, isPersonal: false, danish: citizen.danish, english: citizen.english))
        },
    ]

    private static func fixed(_ what: Refusal.Fixed, _ terms: @escaping @Sendable () throws -> Programme) -> RuleCase {
        RuleCase("another \(what.rawValue)", .termsBelowUsed(.fixed(what))) { beyond in
            let terms = beyond > 0 ? try terms() : Bench.standardTerms
            return try Bench().answer(.amend(Amendment(terms: terms, reason: "Brev", approval: nil), on: .later))
        }
    }

    private static let periods = [
        RuleCase(
            "a citizen above the period's cap",
            .periodBudgetExceeded(
                .year(cap: .kroner(41_280)), .participant("B01"), requested: .kroner(280) + .ore(1),
                available: .kroner(280)), .ore
        ) { beyond in
            var bench = try Bench(.withPeriod(cap: .kroner(41_280), project: nil))
            try bench.released(.kroner(50_000))
            try bench.disbursed(.kroner(41_000), to: "B01", voucher: "K-1")
            return bench.answer(.disburse(.of(.kroner(280) + .ore(Int64(beyond)), voucher: "K-2", on: "2023-12-31")))
        },
        RuleCase(
            "a post above the period's budget",
            .periodBudgetExceeded(
                .year(cap: nil, project: .kroner(100)), .post("project"), requested: .kroner(30) + .ore(1),
                available: .kroner(30)), .ore
        ) { beyond in
            var bench = try Bench(.withPeriod(cap: nil, project: .kroner(100)))
            try bench.record(.spend(.of(.kroner(70), voucher: "P-1")))
            return bench.answer(.spend(.of(.kroner(30) + .ore(Int64(beyond)), voucher: "P-2", on: "2023-01-01")))
        },
        RuleCase(
            "cancelling a refund of the next year, which counts in the year of the expense",
            .periodBudgetExceeded(
                .year(cap: nil, project: .kroner(100)), .post("project"), requested: .kroner(30),
                available: .kroner(30) - .ore(1))
        ) { beyond in
            var bench = try Bench(.withPeriod(cap: nil, project: .kroner(100)))
            let expense = try bench.record(.spend(.of(.kroner(100), voucher: "P-1")))
            let refund = try bench.record(.refund(expense, amount: .kroner(30), voucher: "R-1", on: "2024-03-01"))
            if beyond > 0 { try bench.record(.spend(.of(.ore(1), voucher: "P-2"))) }
            return bench.answer(.reverse(refund, reason: "Fejl", on: "2024-04-01"))
        },
        RuleCase("enrolling where no one is a recipient", .noRecipients) { beyond in
            let bench = try Bench(beyond > 0 ? SampleTerms.postsOnly.programme : SampleTerms.narrow.programme)
            return bench.answer(.enrol(name: nil, caseNumber: nil, on: .release))
        },
        RuleCase("disclosing an initiative", .notPersonal("I01")) { beyond in
            var bench = try Bench(beyond > 0 ? SampleTerms.initiatives.programme : SampleTerms.narrow.programme)
            try bench.record(.enrol(name: nil, caseNumber: nil, on: .release))
            let reference = try #require(bench.book.programme.reference(1))
            return bench.answer(.readWords(reference, scope: .disclosure, purpose: "Indsigt"))
        },
    ]

    private static let results = [
        RuleCase("a result that the terms lack", .resultUnknown("lost", known: ["reached"])) { beyond in
            var bench = try Bench(.withResults())
            try bench.enrolled()
            return bench.answer(.followUp("B01", result: beyond > 0 ? "lost" : "reached", note: nil, on: .later))
        },
        RuleCase("a measured figure noted for a citizen", .resultUnknown("backlog", known: ["reached"])) { beyond in
            var bench = try Bench(.withResults())
            try bench.enrolled()
            return bench.answer(.followUp("B01", result: beyond > 0 ? "backlog" : nil, note: nil, on: .later))
        },
        RuleCase("a citizens' result measured", .resultUnknown("reached", known: ["backlog"])) { beyond in
            try Bench(.withResults())
                .answer(.measure(beyond > 0 ? "reached" : "backlog", value: nil, voucher: "S-1", on: .later))
        },
        RuleCase(
            "a result before the enrolment",
            .outOfOrder(.resultBeforeEnrolment, day: Day.enrolment.advanced(by: -1), bound: .enrolment), .days
        ) { beyond in
            var bench = try Bench(.withResults())
            try bench.enrolled()
            return bench.answer(
                .followUp("B01", result: "reached", note: nil, on: Day.enrolment.advanced(by: -beyond)))
        },
    ]
}

extension Bench {
    /// The terms of a bench that names none.
    static var standardTerms: Programme {
        guard let terms = try? Programme.terms() else { preconditionFailure("the terms are sound") }
        return terms
    }

    /// The decision on an amendment that changes the terms in force.
    func amending(_ change: (inout TermsDraft) -> Void) throws -> Result<Decision, Refusal> {
        var draft = TermsDraft(book.programme)
        change(&draft)
        return answer(.amend(Amendment(terms: try draft.programme, reason: "Brev", approval: nil), on: .later))
    }
}

extension Programme {
    fileprivate static func withResults() throws -> Programme {
        try .terms(results: [.init(code: "reached", aim: .share(percent: 60)), .backlog])
    }

    fileprivate static func withPeriod(cap: Amount?, project: Amount?) throws -> Programme {
        try .terms(budgetPeriods: [.year(cap: cap, project: project)])
    }
}

extension Programme.BudgetPeriod {
    /// The year 2023.
    fileprivate static func year(cap: Amount?, project: Amount? = nil) -> Programme.BudgetPeriod {
        .init(
            firstDay: "2023-01-01", lastDay: "2023-12-31", cap: cap,
            posts: project.map { [.init(name: "project", budget: $0)] } ?? [])
    }
}
