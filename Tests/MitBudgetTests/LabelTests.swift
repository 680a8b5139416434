import MitBudget
import TestSupport
import Testing

@Suite("Labels, and what changes in terms")
struct LabelTests {
    private func fault(
        _ names: Programme.Names, posts: [Programme.Post]? = nil, areas: [Area] = ["job", "housing", "life"]
    ) -> Programme.Fault? {
        do {
            _ = try Programme.terms(areas: areas, posts: posts, names: names)
            return nil
        } catch {
            return error
        }
    }

    private let three: [Programme.Post] = [
        .init(name: .citizens, budget: .kroner(750_000)), .init(name: "project", budget: .kroner(1)),
        .init(name: "projekt", budget: .kroner(1)),
    ]

    @Test("A label leads to one code of its kind, in whichever language")
    func labels() {
        #expect(fault([Exactly("job"): .init(danish: "Arbejde", english: "Work")]) == nil)
        let crossed: Programme.Names = [
            Exactly("job"): .init(danish: "Drift", english: "Wages"),
            Exactly("life"): .init(danish: "Løn", english: "drift"),
        ]
        #expect(fault(crossed) == .nameTaken(label: "drift", by: "job", and: "life"))
        // The names that Aabenraa's codes have by themselves count as well.
        let taken = fault([Exactly("job"): .init(danish: "BOLIG", english: "x")])
        #expect(taken == .nameTaken(label: "bolig", by: "job", and: "housing"))
        #expect(fault([:], areas: ["housing", "bolig"]) == .nameTaken(label: "bolig", by: "housing", and: "bolig"))
        #expect(fault([:], posts: three) == .nameTaken(label: "projekt", by: "project", and: "projekt"))
        // One label may stand for codes of two kinds.
        #expect(fault([Exactly("job"): .init(danish: "projekt", english: "x")]) == nil)
    }

    @Test("A text names a code by its spelling, else by a label, whatever the case; of codes alike it names none")
    func naming() throws {
        let terms = try Programme.terms(areas: ["job", "JOB", "housing"])
        #expect(terms.area(named: "JOB") == "JOB")
        #expect(terms.area(named: "Job") == "Job")
        #expect(terms.area(named: "Bolig") == "housing")
        #expect(terms.area(named: "HOUSING") == "housing")
        #expect(terms.post(named: "Projekt") == "project")
    }

    @Test("Each instalment is a change of its own, and so is a text that only looks the same")
    func changes() throws {
        let (day, other) = ("2023-02-01" as Day, "2023-03-01" as Day)
        let two = try Programme.terms(instalments: [
            .init(day: day, amount: .kroner(1)), .init(day: day, amount: .kroner(2)),
            .init(day: other, amount: .kroner(5)),
        ])
        let one = try Programme.terms(instalments: [
            .init(day: day, amount: .kroner(3)), .init(day: other, amount: .kroner(5)),
        ])
        let changes = two.changes(to: one)
        #expect(changes.map(\.key) == ["instalments.2023-02-01", "instalments.2023-02-01.2"])
        #expect(changes.map(\.from) == [.amount(.kroner(1)), .amount(.kroner(2))])
        #expect(changes.map(\.to) == [.amount(.kroner(3)), nil])
        #expect(TermsChange.Value.text(Exactly("\u{E5}")) != .text(Exactly("a\u{30A}")))
    }

    @Test("A target given to a result is one change, and the result itself stays")
    func targets() throws {
        let before = try Programme.terms(results: [.init(code: "reached", aim: .share(percent: nil))])
        let after = try Programme.terms(results: [.init(code: "reached", aim: .share(percent: 60))])
        let changes = before.changes(to: after)
        #expect(changes.map(\.key) == ["results.reached"])
        #expect(changes.map(\.from) == [.share(percent: nil)] && changes.map(\.to) == [.share(percent: 60)])
    }

    @Test("A version that waits is not approved above a cap that was lowered since")
    func loweredCap() throws {
        var bench = try Bench()
        try bench.planned(.kroner(150))
        try bench.drafted([.keep(1, .kroner(190))], for: "B01")
        var draft = TermsDraft(bench.book.programme)
        draft.cap = .kroner(160)
        try bench.record(.amend(Amendment(terms: try draft.programme, reason: "Brev", approval: nil), on: .later))
        let refusal = Refusal.planOverCap(requested: .kroner(190), cap: .kroner(160))
        #expect(bench.refusal(of: .approve("B01", on: .later)) == refusal)
    }

    @Test("Where a budget period has no room, no plan with more is advised")
    func periodRoom() throws {
        let year = Programme.BudgetPeriod(
            firstDay: "2023-01-01", lastDay: "2023-12-31", cap: .kroner(10), posts: [])
        var bench = try Bench(.terms(budgetPeriods: [year]))
        try bench.released(.kroner(10))
        try bench.disbursed(.kroner(10), to: "B01", voucher: "K-1")
        let command = Command.disburse(.of(.kroner(1), voucher: "K-2", on: "2023-12-31"))
        let refusal = try #require(bench.refusal(of: command))
        #expect(refusal.rule == .releaseExceeded)
        #expect(remedies(for: refusal, to: command, by: .caseworker, on: bench.today, in: bench.book) == [])
        let later = Command.disburse(.of(.kroner(1), voucher: "K-2", on: "2024-01-01"))
        let open = try #require(bench.refusal(of: later))
        #expect(remedies(for: open, to: later, by: .caseworker, on: bench.today, in: bench.book) != [])
    }
}
