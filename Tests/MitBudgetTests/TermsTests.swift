import MitBudget
import TestSupport
import Testing

@Suite("What the terms switch on and off")
struct TermsTests {
    @Test(
        "A drawing right ends on the day before the same-numbered day, or on the month's last day",
        arguments: [
            ("2023-01-01", 15, "2024-03-31"), ("2023-01-15", 15, "2024-04-14"), ("2023-01-31", 1, "2023-02-28"),
            ("2023-11-30", 3, "2024-02-29"), ("2023-01-28", 1, "2023-02-27"), ("2023-03-01", 1, "2023-03-31"),
        ])
    func endsDrawing(approval: String, months: Int, last: String) throws {
        let (approval, last) = (try Day(approval), try Day(last))
        var bench = try Bench(.terms(drawingMonths: months))
        try bench.enrolled()
        try bench.record(.draft("B01", .of([.new(.kroner(10))], agreedOn: min(approval, .agreement))))
        try bench.record(.approve("B01", on: approval))
        try bench.record(.release("B01", item: 1, amount: nil, on: approval))
        let after = last.advanced(by: 1)
        #expect(bench.refusal(of: .disburse(.of(.kroner(1), on: last))) == nil)
        let over = Refusal.drawingOver("B01", day: after, last: last)
        #expect(bench.refusal(of: .disburse(.of(.kroner(1), on: after))) == over)
        try bench.record(.retract("B01", item: 1, amount: .kroner(1), reason: "Fejl", on: after))
        #expect(bench.refusal(of: .release("B01", item: 1, amount: nil, on: last)) == nil)
        #expect(bench.refusal(of: .release("B01", item: 1, amount: nil, on: after)) == over)
    }

    @Test("A drawing right counts from the first approval, and binds releases and purchases")
    func countsFromFirstApproval() throws {
        var bench = try Bench(.terms(drawingMonths: 1))
        try bench.planned(.kroner(10))
        try bench.drafted([.keep(1, .kroner(10))], for: "B01")
        try bench.record(.approve("B01", on: .later))
        #expect(try bench.account("B01").firstApproval == .approval)
        #expect(bench.refusal(of: .release("B01", item: 1, amount: nil, on: .later))?.rule == .drawingOver)
    }

    @Test("A purchase inside the drawing right may be paid after it, and given back after it")
    func paysAfterDrawing() throws {
        var bench = try Bench(.terms(drawingMonths: 1))
        try bench.released(.kroner(10))
        let entry = try bench.record(.disburse(.of(.kroner(1), paid: "2024-12-01")))
        #expect(bench.refusal(of: .refund(entry, amount: .ore(1), voucher: "R-1", on: "2024-12-01")) == nil)
    }

    @Test("Without drawing months the right lasts as long as the window")
    func lastsForWindow() throws {
        var bench = try Bench()
        try bench.released(.kroner(10))
        #expect(bench.refusal(of: .disburse(.of(.kroner(1), on: .windowEnd))) == nil)
    }

    @Test("Who approved may release unless the terms separate the two")
    func separates() throws {
        var (together, apart) = (try Bench(), try Bench(.terms(separateReleaser: true)))
        try together.planned(.kroner(10))
        try apart.planned(.kroner(10))
        let release = Command.release("B01", item: 1, amount: nil, on: .release)
        #expect(together.refusal(of: release, by: .caseworker) == nil)
        #expect(apart.refusal(of: release, by: .caseworker) == .samePerson(.caseworker, approver: .caseworker))
        #expect(apart.refusal(of: release, by: .colleague) == nil)
        // The approver of the plan in force counts, not that of the one before.
        try apart.drafted([.keep(1, .kroner(10))], for: "B01")
        try apart.record(.approve("B01", on: .approval), by: .colleague)
        #expect(apart.refusal(of: release, by: .caseworker) == nil)
        #expect(apart.refusal(of: release, by: .colleague) == .samePerson(.colleague, approver: .colleague))
    }

    @Test("A payment day may lie outside the window, after today and in a closed period")
    func paysAnyDay() throws {
        var bench = try Bench(today: "2023-03-01")
        try bench.released(.kroner(10))
        try bench.record(.closePeriod(through: "2023-02-05"))
        for paid: Day in ["2022-11-01", "2023-02-01", "2023-04-01", "2025-03-01"] {
            #expect(bench.refusal(of: .disburse(.of(.kroner(1), paid: paid))) == nil)
            #expect(bench.refusal(of: .spend(.of(.kroner(1), paid: paid))) == nil)
        }
    }

    @Test("Without a cap one citizen may receive the whole post")
    func uncapped() throws {
        var bench = try Bench(.terms(cap: nil))
        try bench.planned(.kroner(750_000))
        try bench.record(.release("B01", item: 1, amount: nil, on: .release))
        try bench.disbursed(.kroner(750_000), to: "B01", voucher: "K-1")
        try bench.drafted([.new(.ore(1))], for: bench.enrolled())
        #expect(
            bench.refusal(of: .approve("B02", on: .approval))
                == .postExceeded(.citizens, requested: .ore(1), available: .zero))
    }

    @Test("With a cap all places can be used in full")
    func capped() throws {
        var bench = try Bench()
        for _ in 1...15 { try bench.planned(.kroner(50_000)) }
        #expect(bench.book.balance(of: .citizens).approved == .kroner(750_000))
        #expect(bench.book.placesTaken == 15)
    }

    @Test("Opening a ledger looks for personal numbers in all that the programme says")
    func opens() throws {
        let administrator = StaffMember(id: .administrator, role: .administrator, account: "aksel", name: "Aksel")
        func refusal(_ programme: Programme, _ member: StaffMember? = nil) -> Refusal? {
            do {
                _ = try MitBudget.open(programme, administrator: member ?? administrator, on: .enrolment)
                return nil
            } catch {
                return error
            }
        }
        let posts = [Programme.Post(name: .citizens, budget: .zero), .init(name: "010180-1234", budget: .zero)]
        #expect(refusal(try .terms()) == nil)
        #expect(refusal(try .terms(areas: ["010180-1234"])) == .personalNumber(.programme, at: 1))
        #expect(refusal(try .terms(cap: nil, posts: posts)) == .personalNumber(.programme, at: 1))
        for (field, member) in [
            (Refusal.Field.name, StaffMember(id: "a", role: .administrator, account: "a", name: "010180-1234")),
            (.staff, StaffMember(id: "010180-1234", role: .administrator, account: "a", name: nil)),
            (.account, StaffMember(id: "a", role: .administrator, account: "010180-1234", name: nil)),
        ] {
            #expect(refusal(try .terms(), member) == .personalNumber(field, at: 1))
        }
        let long = Wording.text(Text(stringLiteral: String(repeating: "x", count: Text.limit + 1)))
        let member = StaffMember(id: "a", role: .administrator, account: "a", name: long)
        #expect(refusal(try .terms(), member) == .textTooLong(.name, length: Text.limit + 1))
    }
}
