import MitBudget
import TestSupport

/// A place for a text in a command.
private struct TextPlace: Sendable {
    let field: Refusal.Field
    let what: String
    /// The command with a text in that place, after the story of ``Bench/spent()`` and a second citizen with a draft.
    let command: @Sendable (Wording) -> Command

    static let all: [TextPlace] = [
        TextPlace(field: .name, what: "a citizen's name") { .enrol(name: $0, caseNumber: nil, on: .enrolment) },
        TextPlace(field: .caseNumber, what: "a case") { .enrol(name: nil, caseNumber: $0, on: .enrolment) },
        TextPlace(field: .name, what: "a staff member's name") {
            .addStaff(StaffMember(id: "nina", role: .auditor, account: "nina", name: $0))
        },
        TextPlace(field: .goal, what: "a goal") { .draft("B02", .of([.new(.ore(1))], goal: $0)) },
        TextPlace(field: .wishes, what: "wishes") { .draft("B02", .of([.new(.ore(1))], wishes: $0)) },
        TextPlace(field: .purpose, what: "a purpose") { .draft("B02", .of([.new(.ore(1))], purpose: $0)) },
        TextPlace(field: .item, what: "an item") { .draft("B02", .of([.new(.ore(1)), .new(.ore(1), text: $0)])) },
        TextPlace(field: .payee, what: "a payee") { .disburse(.of(.ore(1), to: "B01", voucher: "K-2", payee: $0)) },
        TextPlace(field: .note, what: "a note") { .disburse(.of(.ore(1), to: "B01", voucher: "K-2", note: $0)) },
        TextPlace(field: .payee, what: "an expense's payee") { .spend(.of(.ore(1), payee: $0)) },
        TextPlace(field: .reason, what: "a withdrawal") { .withdraw("B01", reason: $0, on: .later) },
        TextPlace(field: .reason, what: "a rejection") { .reject("B02", reason: $0) },
        TextPlace(field: .reason, what: "a retraction") {
            .retract("B01", item: 1, amount: .ore(1), reason: $0, on: .later)
        },
        TextPlace(field: .reason, what: "a reversal") { .reverse(10, reason: $0, on: .later) },
        TextPlace(field: .reason, what: "a reopening") { .reopenPeriod(through: "2022-12-01", reason: $0) },
        TextPlace(field: .reason, what: "an amendment") {
            .amend(Amendment(terms: Bench.standardTerms, reason: $0, approval: nil), on: .later)
        },
        TextPlace(field: .note, what: "a follow-up") { .followUp("B01", result: nil, note: $0, on: .later) },
        TextPlace(field: .readingPurpose, what: "a reading") {
            .readWords("B01", scope: .plan(version: 1), purpose: $0)
        },
        TextPlace(field: .reason, what: "a detachment") { .detach(10, as: .receipt, reason: $0, erasing: false) },
        TextPlace(field: .reason, what: "an erasure") { .eraseWords("B01", reason: $0, override: "Dom") },
        TextPlace(field: .override, what: "an override") { .eraseWords("B01", reason: "Dom", override: $0) },
    ]
}

extension RuleCase {
    /// The rules on the content of a text or a reference.
    static let texts: [RuleCase] =
        TextPlace.all.map { place in
            RuleCase("\(place.what) with a personal number", .personalNumber(place.field, at: 6)) { beyond in
                try textBench().answer(place.command(beyond > 0 ? "Født 010180 – 1234" : "Født 320180 – 1234"))
            }
        }
        + TextPlace.all.map { place in
            RuleCase("\(place.what) of 4,000 characters", .textTooLong(place.field, length: Text.limit + 1)) { beyond in
                let text = String(repeating: "å", count: 4000 + beyond)
                return try textBench().answer(place.command(.text(Text(text))))
            }
        } + references + keys

    private static let references = [
        reference(.voucher, "a disbursement's voucher") { .disburse(.of(.ore(1), to: "B01", voucher: try .init($0))) },
        reference(.approval, "the funder's letter") {
            .amend(Amendment(terms: Bench.standardTerms, reason: "Brev", approval: try .init($0)), on: .later)
        },
        reference(.voucher, "a refund's voucher") {
            .refund(10, amount: .ore(1), voucher: try .init($0), on: .refund)
        },
        reference(.voucher, "an expense's voucher") { .spend(.of(.ore(1), voucher: try .init($0))) },
        reference(.voucher, "a receipt's voucher") {
            .receive(amount: .ore(1), voucher: try .init($0), on: .refund)
        },
        reference(.origin, "another ledger's name") {
            .witness(Testimony(origin: try .init($0), entry: 1, hash: String(repeating: "0f", count: 32)))
        },
        reference(.staff, "a staff id") {
            .addStaff(StaffMember(id: try .init($0), role: .auditor, account: "nina", name: nil))
        },
        reference(.account, "a login") {
            .addStaff(StaffMember(id: "nina", role: .auditor, account: try .init($0), name: nil))
        },
    ]

    private static let keys = [
        Command.spend(.of(.ore(1))), .approve("B02", on: .later),
        .addStaff(
            StaffMember(
                id: .auditor, role: .auditor, account: "nina", name: nil)),
    ].enumerated().map { index, command in
        RuleCase("the key of command \(index) with a personal number", .personalNumber(.once, at: 3)) { beyond in
            // The id is in use; that is reported after the CPR number.
            let isTaken = index == 2 && beyond <= 0
            let asked = isTaken ? Command.endStaff(.auditor) : command
            return try textBench().answer(asked, once: beyond > 0 ? "k-010180-1234" : "k-320180-1234")
        }
    }

    private static func reference(
        _ field: Refusal.Field, _ what: String, _ command: @escaping @Sendable (String) throws -> Command
    ) -> RuleCase {
        RuleCase("\(what) with a personal number", .personalNumber(field, at: 3)) { beyond in
            try textBench().answer(command(beyond > 0 ? "k-010180-1234" : "k-320180-1234"))
        }
    }

    private static func textBench() throws -> Bench {
        var bench = try Bench.spent()
        try bench.drafted([.new(.ore(1))], for: bench.enrolled())
        try bench.record(.closePeriod(through: "2022-12-02"))
        try bench.record(.attach(.file(.sample("Kvittering")), to: 10, as: .receipt))
        return bench
    }

    /// One øre is the smallest amount in all commands.
    static let positives: [RuleCase] = [
        positive("a plan's item") { .draft("B01", .of([.keep(1, .kroner(500)), .new($0)])) },
        positive("a release") { .release("B01", item: 1, amount: $0, on: .later) },
        positive("a retraction") { .retract("B01", item: 1, amount: $0, reason: "Fejl", on: .later) },
        positive("a disbursement") { .disburse(.of($0, to: "B01", voucher: "K-2")) },
        positive("a refund") { .refund(10, amount: $0, voucher: "R-1", on: .later) },
        positive("an expense") { .spend(.of($0)) },
        positive("a receipt") { .receive(amount: $0, voucher: "T-1", on: .later) },
        RuleCase(
            "a release of all where nothing is left",
            .amountNotPositive(.zero, all: ItemReference("B01", 1))
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(100) - .ore(Int64(1 - beyond)), of: .kroner(100))
            return bench.answer(.release("B01", item: 1, amount: nil, on: .later))
        },
    ]

    private static func positive(_ what: String, _ command: @escaping @Sendable (Amount) -> Command) -> RuleCase {
        RuleCase(what, .amountNotPositive(.zero)) { beyond in
            var bench = try Bench()
            try bench.disbursed(.kroner(100), to: bench.released(.kroner(200), of: .kroner(300)), voucher: "K-1")
            return bench.answer(command(.ore(Int64(1 - beyond))))
        }
    }

    /// Only one entry may have a voucher, whatever its kind.
    static let vouchers: [RuleCase] = [
        voucher("a disbursement") { .disburse(.of(.ore(1), to: "B01", voucher: $0)) },
        voucher("a refund") { .refund(10, amount: .ore(1), voucher: $0, on: .refund) },
        voucher("an expense") { .spend(.of(.ore(1), voucher: $0)) },
        voucher("a receipt") { .receive(amount: .ore(1), voucher: $0, on: .refund) },
    ]

    /// The lines of a voucher of 100 kr. together: exactly its total, and one øre more.
    static let lines: [RuleCase] = [
        line("a second line") { .disburse(.of($0, to: "B01", voucher: "k-2")) },
        line("an expense on a disbursement's voucher") { .spend(.of($0, voucher: "K-2")) },
        line("a line that tells the total again") {
            .disburse(.of($0, to: "B01", voucher: "K-2", total: .kroner(100)))
        },
        RuleCase(
            "a first line above its total",
            .voucherExceeded("K-3", requested: .kroner(100) + .ore(1), available: .kroner(100), total: .kroner(100)),
            .ore
        ) { beyond in
            try Bench.shared().answer(
                .disburse(.of(.kroner(100) + .ore(Int64(beyond)), to: "B01", voucher: "K-3", total: .kroner(100))))
        },
    ]

    private static func line(_ what: String, _ command: @escaping @Sendable (Amount) -> Command) -> RuleCase {
        RuleCase(
            "\(what) beyond the total",
            .voucherExceeded("K-2", requested: .kroner(60) + .ore(1), available: .kroner(60), total: .kroner(100)),
            .ore
        ) { beyond in
            try Bench.shared().answer(command(.kroner(60) + .ore(Int64(beyond))))
        }
    }

    private static func voucher(_ what: String, _ command: @escaping @Sendable (VoucherReference) -> Command)
        -> RuleCase
    {
        RuleCase("\(what) with another entry's voucher, in whatever case", .voucherUsed("K-1", by: 10)) { beyond in
            try Bench.spent().answer(command(beyond > 0 ? "k-1" : "k-2"))
        }
    }
}
