import MitBudget
import TestSupport
import Testing

/// When a command repeats an entry.
@Suite("Given once")
struct OnceTests {
    /// Whether a command repeats the entry that another command made just before.
    private func repeats(
        _ command: Command, _ recorded: Command, open: Set<Once.Part> = [],
        after story: (inout Bench) throws -> Void = { _ in }
    ) throws -> Bool {
        var bench = try Bench.spent()
        try story(&bench)
        let entry = try bench.decide(recorded).entry
        bench.book.apply(entry, by: bench.usualActor(for: recorded))
        return command.repeats(entry, leaving: open, in: bench.book, text: { _ in nil }, holds: bench.book.holds)
    }

    private static let spent = Disbursement.of(
        .ore(5), to: "B01", voucher: "V-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord")

    @Test("The same again is the same")
    func same() throws {
        let commands: [Command] = [
            .disburse(Self.spent), .spend(.of(.ore(1))), .receive(amount: .ore(1), voucher: "T-1", on: .purchase),
            .withdraw("B01", cause: .moved, reason: "Flyttet", on: .later),
            .refund(10, amount: .ore(1), voucher: "R-1", note: "Retur", on: .refund),
            .reverse(10, reason: "Fejl", on: .later), .closePeriod(through: .purchase),
            .enrol(name: "Sofie", caseNumber: "Sag 17", on: .enrolment),
            .addStaff(StaffMember(id: "nina", role: .auditor, account: "nina", name: "Nina")),
            .draft("B01", .of([.keep(1, .kroner(200)), .new(.kroner(1))])),
        ]
        for command in commands { #expect(try repeats(command, command), "\(command)") }
    }

    @Test(
        "Another value of any part is not the same",
        arguments: [
            Disbursement.of(
                .ore(6), to: "B01", voucher: "V-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord"),
            .of(.ore(5), to: "B02", voucher: "V-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord"),
            .of(
                .ore(5), to: "B01", item: 2, voucher: "V-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord"
            ),
            .of(.ore(5), to: "B01", voucher: "V-2", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord"),
            .of(.ore(5), to: "B01", voucher: "V-1", payee: "møbler", on: .purchase, paid: .refund, note: "Bord"),
            .of(.ore(5), to: "B01", voucher: "V-1", payee: "Møbler", on: .release, paid: .refund, note: "Bord"),
            .of(.ore(5), to: "B01", voucher: "V-1", payee: "Møbler", on: .purchase, paid: .later, note: "Bord"),
            .of(.ore(5), to: "B01", voucher: "V-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Stol"),
        ])
    func other(_ disbursement: Disbursement) throws {
        #expect(try !repeats(.disburse(disbursement), .disburse(Self.spent)))
    }

    @Test("A voucher typed with other capitals is the same, and a payee is not")
    func capitals() throws {
        let commands: [(Command, Command)] = [
            (.spend(.of(.ore(1), voucher: "E-æ1")), .spend(.of(.ore(1), voucher: "e-Æ1"))),
            (
                .receive(amount: .ore(1), voucher: "T-1", on: .purchase),
                .receive(amount: .ore(1), voucher: "t-1", on: .purchase)
            ),
            (
                .refund(10, amount: .ore(1), voucher: "R-1", note: "Retur", on: .refund),
                .refund(10, amount: .ore(1), voucher: "r-1", note: "Retur", on: .refund)
            ),
        ]
        for (one, other) in commands { #expect(try repeats(one, other), "\(one)") }
        let spent = Disbursement.of(
            .ore(5), to: "B01", voucher: "v-1", payee: "Møbler", on: .purchase, paid: .refund, note: "Bord")
        #expect(try repeats(.disburse(spent), .disburse(Self.spent)))
    }

    @Test("What was left out is not compared")
    func leftOut() throws {
        let bare = Disbursement.of(
            .ore(5), to: "B01", voucher: "V-1", payee: "Møbler", on: .later, paid: .later, note: nil)
        #expect(try repeats(.disburse(bare), .disburse(Self.spent), open: [.day, .paid]))
        #expect(try !repeats(.disburse(bare), .disburse(Self.spent), open: [.paid]))
        #expect(try !repeats(.disburse(bare), .disburse(Self.spent), open: [.day]))
        #expect(
            try repeats(
                .withdraw("B01", cause: .stopped, reason: "Flyttet", on: .later),
                .withdraw("B01", cause: .moved, reason: "Flyttet", on: .later), open: [.cause]))
        #expect(
            try repeats(
                .addStaff(StaffMember(id: "nina", role: .auditor, account: "other", name: "Nina")),
                .addStaff(StaffMember(id: "nina", role: .auditor, account: "nina", name: "Nina")), open: [.account]))
    }

    @Test("What was given where nothing was recorded is something else")
    func given() throws {
        let bare = Disbursement.of(.ore(5), to: "B01", voucher: "V-1", on: .purchase, paid: .refund, note: nil)
        let noted = Disbursement.of(.ore(5), to: "B01", voucher: "V-1", on: .purchase, paid: .refund, note: "Bord")
        #expect(try !repeats(.disburse(noted), .disburse(bare)))
        #expect(
            try !repeats(
                .receive(amount: .ore(1), voucher: "T-1", on: .purchase),
                .repay(amount: .ore(1), voucher: "T-1", on: .purchase)
            ) { bench in try bench.record(.receive(amount: .kroner(500), voucher: "T-0", on: .purchase)) })
    }

    @Test("All that is left is any amount; an item kept is not a new one")
    func all() throws {
        let back = { (bench: inout Bench) in
            _ = try bench.record(.retract("B01", item: 1, amount: .ore(3), reason: "Andet", on: .later))
        }
        let all = Command.release("B01", item: 1, amount: nil, on: .later)
        #expect(try repeats(all, .release("B01", item: 1, amount: .ore(2), on: .later), after: back))
        #expect(try repeats(.release("B01", item: 1, amount: .ore(3), on: .later), all, after: back))
        #expect(
            try !repeats(
                .draft("B01", .of([.new(.kroner(200))])), .draft("B01", .of([.keep(1, .kroner(200))]))))
    }

    @Test("Texts are the same byte for byte, and an erased one is any text")
    func texts() throws {
        var bench = try Bench.spent()
        let entry = try bench.decide(.withdraw("B01", reason: "På ferie", on: .later)).entry
        let twoScalars = Command.withdraw("B01", reason: "Pa\u{30A} ferie", on: .later)
        #expect(!twoScalars.repeats(entry, leaving: [], in: bench.book, text: { _ in nil }, holds: bench.book.holds))
        bench.book.apply(entry, by: .caseworker)
        let seal = Wording.seal(Seal(hash: "", words: 7))
        let sealed = Entry(
            day: entry.day, event: .withdrawn("B01", cause: .stopped, reason: seal))
        let command = Command.withdraw("B01", reason: "På ferie", on: .later)
        #expect(
            command.repeats(sealed, leaving: [], in: bench.book, text: { _ in "På ferie" }, holds: bench.book.holds))
        #expect(
            !command.repeats(sealed, leaving: [], in: bench.book, text: { _ in "På arbejde" }, holds: bench.book.holds))
        #expect(command.repeats(sealed, leaving: [], in: bench.book, text: { _ in nil }, holds: bench.book.holds))
    }

    @Test("A key is told by its bytes", arguments: ["a", "Z", "ø", "2023-08.15_x", String(repeating: "k", count: 64)])
    func keys(text: String) throws {
        #expect(try OnceKey(text).text == text)
        for bad in ["", text + " ", text + "/", "a\u{30A}" + text, String(repeating: "k", count: 65)] {
            #expect(throws: Malformed.once(bad)) { try OnceKey(bad) }
        }
    }
}
