import MitBudget
import MitBudgetStore
import SQLite
import TestSupport

/// One command as a user gives it. To put another under the faults, add it to ``course``: one that records at most one
/// entry, and that can be given again after it failed.
struct Step {
    /// What it is called in a round's name.
    let name: String
    /// Does it, and tells the office what it was told.
    let perform: (Office) throws(LedgerFailure) -> Void

    init(_ name: String, _ perform: @escaping (Office) throws(LedgerFailure) -> Void) {
        self.name = name
        self.perform = perform
    }

    init(_ name: String, _ actor: StaffID, _ command: Command) {
        self.init(name) { office throws(LedgerFailure) in try office.record(command, by: actor) }
    }

    /// A course in which every kind of writing command occurs, and two that read. The last step is only ever the one
    /// after a fault.
    static var course: [Step] {
        let long: Wording = .text(Text(stringLiteral: String(repeating: "æ", count: Text.limit)))
        return [
            Step("init") { office throws(LedgerFailure) in try office.create() },
            Step("staff-add", .administrator, .addStaff(.of(.caseworker, .caseworker))),
            Step("staff-add", .administrator, .addStaff(.of(.consultant, .consultant))),
            Step("enrol", .caseworker, .enrol(name: "Borger nummer et", caseNumber: "Sag 12/345", on: .enrolment)),
            Step(
                "draft", .caseworker,
                .draft("B01", .of([.new(.kroner(10_000)), .new(.kroner(5_000), area: "housing", text: long)]))),
            Step("approve", .caseworker, .approve("B01", on: .approval)),
            Step("release", .caseworker, .release("B01", item: 1, amount: .kroner(8_000), on: .release)),
            Step("disburse", .caseworker, .disburse(.of(.kroner(4_500), voucher: "K-1", note: long))),
            Step("refund", .caseworker, .refund(8, amount: .kroner(500), voucher: "K-2", on: .refund)),
            Step(
                "retract", .caseworker,
                .retract("B01", item: 1, amount: .kroner(1_000), reason: "Ikke brugt", on: .later)),
            Step("receive", .consultant, .receive(amount: .kroner(238_000), voucher: "R-1", on: .release)),
            Step("expense", .consultant, .spend(.of(.kroner(1_000), voucher: "P-1", payee: "Forkert firma"))),
            Step("reverse", .consultant, .reverse(12, reason: "Tastefejl", on: .later)),
            Step("period-close", .consultant, .closePeriod(through: "2023-03-31")),
            Step(
                "period-reopen", .consultant, .reopenPeriod(through: "2023-01-31", reason: "Et bilag manglede")),
            Step("identified", .caseworker, .readWords("B01", scope: .plan(version: 1), purpose: "Tilsyn")),
            Step("enrol", .caseworker, .enrol(name: nil, caseNumber: nil, on: .later)),
            Step("draft", .caseworker, .draft("B02", .of([.new(.kroner(3_000), area: "life")], agreedOn: .later))),
            Step("reject", .caseworker, .reject("B02", reason: "Ikke begrundet endnu")),
            Step("withdraw", .caseworker, .withdraw("B02", reason: "Flyttet fra kommunen", on: .later)),
            Step("status") { office throws(LedgerFailure) in try office.readStanding() },
            Step("verify") { office throws(LedgerFailure) in try office.verify() },
            Step("staff-end", .administrator, .endStaff(.consultant)),
            Step("afterwards", .caseworker, .enrol(name: "En ny borger", caseNumber: nil, on: .later)),
        ]
    }
}

extension StaffMember {
    fileprivate static func of(_ id: StaffID, _ role: Role) -> StaffMember {
        StaffMember(id: id, role: role, account: "login", name: nil)
    }
}

/// Where the commands are given, each in a ledger opened anew as the program does it.
///
/// Clock and salts follow the step, not the attempt: so a step records the same entry, hash and all, however often it
/// had to be tried, and a round's journal can be compared with the undisturbed run's.
final class Office {
    /// The ledger's name in its folder.
    static let ledger = "ledger.sqlite"
    /// How the name begins under which a new ledger is made.
    private static let draft = ledger + ".new-"

    let folder: String
    /// The step in hand.
    var step = 0
    /// What the user was told is recorded, since the round began.
    private(set) var reported: [Anchor] = []
    /// What a command that only reads said and should not have.
    private(set) var untruths: [String] = []

    var path: String { folder + "/" + Self.ledger }

    init(folder: String) {
        self.folder = folder
    }

    func create() throws(LedgerFailure) {
        let programme: Programme
        do {
            programme = try .terms()
        } catch {
            preconditionFailure("the sample's terms are sound: \(error)")
        }
        let administrator = StaffMember(id: .administrator, role: .administrator, account: "login", name: nil)
        shim.disk.unlink(whereNamed: Self.draft)
        let recorded = try Ledger.create(
            path: path, programme: programme, administrator: administrator, under: circumstances)
        if !shim.isDead { shim.disk.link(whereNamed: Self.draft, as: Self.ledger) }
        report(recorded)
    }

    func record(_ command: Command, by actor: StaffID) throws(LedgerFailure) {
        let ledger = try Ledger(path: path, access: .recording, patienceMilliseconds: 0)
        defer { ledger.close() }
        report(try ledger.record(command, by: Caller(account: "login", claim: actor), under: circumstances).recorded)
    }

    func readStanding() throws(LedgerFailure) {
        let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
        defer { ledger.close() }
        let (standing, _) = try ledger.standing(Standing.Scope(asOf: nil, at: nil), today: "2025-06-30")
        let spent = standing.posts.map(\.balance.disbursed)
        if standing.received != .kroner(238_000) || spent != [.kroner(4_000), .zero] {
            untruths.append("the status says \(standing.received) received, \(spent) spent")
        }
    }

    func verify() throws(LedgerFailure) {
        // A page that the system cannot read is a finding to SQLite's own check. It says so, and that is true.
        let complaints = try complaints().filter { complaint in
            !["unable to get the page. error code=", "failed to get page"].contains { complaint.contains($0) }
        }
        untruths += complaints.map { "verification says \($0)" }
    }

    /// A program that is gone tells no one anything.
    private func report(_ recorded: Recorded) {
        if !shim.isDead { reported.append(recorded.anchor) }
    }

    /// A new round begins.
    func forget() {
        reported = []
        untruths = []
    }

    /// How many entries there are; 0 without a ledger.
    func entries() throws(LedgerFailure) -> Int {
        do throws(LedgerFailure) {
            let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
            defer { ledger.close() }
            return Int(try ledger.anchor().number.value)
        } catch .missing {
            return 0
        }
    }

    /// Every entry's hash, read past the product.
    func hashes() throws -> [String] {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try connection.all("SELECT hash FROM journal ORDER BY seq", as: String.self)
    }

    /// What verification complains of; empty when it is clean.
    func complaints() throws(LedgerFailure) -> [String] {
        let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
        defer { ledger.close() }
        return try ledger.verify().findings.map { "\($0)" }
    }

    private var circumstances: Circumstances {
        var given = step * 1_000
        let now = Moment(seconds: 1_751_284_800 + Int64(step) * 60) ?? .unixEpoch
        return Circumstances(
            now: { now }, today: { "2025-06-30" },
            salt: {
                given += 1
                let digits = String(given, radix: 16)
                return String(repeating: "0", count: 32 - digits.count) + digits
            })
    }
}
