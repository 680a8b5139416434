import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// A real ledger with a staff member of each role and a second caseworker, a clock that the test sets, and salts that
/// repeat.
///
/// Entry 1 opens it, entries 2 to 5 add staff; so the first enrolment is entry 6.
final class Desk {
    static let administrator = StaffMember(
        id: .administrator, role: .administrator, account: "login", name: "Administrator på kontoen login")
    /// The staff added after the opening.
    static let staff: [(StaffID, Role)] = [
        (.caseworker, .caseworker), (.colleague, .caseworker), (.consultant, .consultant), (.auditor, .auditor),
    ]

    let scratch: Scratch
    let path: String
    let ledger: Ledger
    var now: Moment
    var today: Day
    private(set) var salts = Salts()

    init(_ programme: Programme? = nil, today: Day = "2025-06-30") throws {
        scratch = try Scratch()
        path = scratch.path()
        self.today = today
        now = try #require(Moment(iso: today.iso + "T12:00:00Z"))
        let terms = try programme ?? .terms()
        let (moment, salts) = (now, salts)
        let circumstances = Circumstances(now: { moment }, today: { today }, salt: salts.next)
        _ = try Ledger.create(
            path: path, programme: terms, administrator: Self.administrator, under: circumstances)
        ledger = try Ledger(path: path, access: .recording, patienceMilliseconds: 0)
        for (id, role) in Self.staff {
            try record(.addStaff(StaffMember(id: id, role: role, account: "login", name: nil)), by: .administrator)
        }
    }

    /// Circumstances with the desk's clock and salts.
    var circumstances: Circumstances {
        let salts = salts
        return Circumstances(now: { self.now }, today: { self.today }, salt: salts.next)
    }

    /// Records a command; unless named, the actor is a staff member whose role may give it.
    @discardableResult
    func record(_ command: Command, once: Once? = nil, by actor: StaffID? = nil) throws -> Recorded {
        let caller = Caller(account: "login", claim: try actor ?? usualActor(for: command))
        return try ledger.record(command, once: once, by: caller, under: circumstances).recorded
    }

    /// A staff member whose role may give the command.
    private func usualActor(for command: Command) throws -> StaffID {
        let view = StoreView(connection: ledger.connection, programme: ledger.programme)
        let roles = command.roles(in: view)
        try view.check()
        if roles.contains(.caseworker) { return .caseworker }
        return roles.contains(.consultant) ? .consultant : .administrator
    }

    /// Folds the log into the ledger's file and returns its bytes.
    func bytes() throws -> [UInt8] {
        try query("PRAGMA wal_checkpoint(TRUNCATE)")
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// Runs a script on the file without the program, on a connection of its own.
    func raw(_ script: String) throws {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        try connection.script(unsafeSQL: script)
        try connection.close()
    }

    /// Reads rows without the program.
    @discardableResult
    func query(_ sql: String) throws -> [[Value]] {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        return try connection.rows(unsafeSQL: sql).all { row throws(SQLiteFailure) in
            var values: [Value] = []
            for column in 0..<row.count { values.append(try row.value(column)) }
            return values
        }
    }
}

extension Desk {
    /// Runs one statement on the ledger in the sqlite3 shell.
    func shell(_ sql: String) throws -> Outside {
        try Outside.sqlite(path, sql + "\n")
    }
}

/// Salts that differ from each other and are the same in every run.
final class Salts {
    private var given: UInt64 = 0

    func next() -> String {
        given += 1
        let digits = String(given, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}

// The story that most tests start from.
extension Desk {
    /// Records entries of every kind, at least one of each. B01 spends, gets money back and goes on; B02 withdraws.
    func course() throws {
        try record(.enrol(name: "Borger nummer et", caseNumber: "Sag 12/345", on: .enrolment))
        try record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        try record(.draft("B01", .of([.new(.kroner(10_000)), .new(.kroner(5_000), area: "housing")])))
        try record(.approve("B01", on: .approval))
        try record(.draft("B02", .of([.new(.kroner(3_000), area: "life")], goal: "Et andet mål")))
        try record(.reject("B02", reason: "Ikke begrundet endnu"))
        try record(.release("B01", item: 1, amount: .kroner(8_000), on: .release))
        try record(
            .disburse(.of(.kroner(4_500), voucher: "K-1", payee: "Truckskolen", note: "Faktura 7")), by: .colleague)
        try record(.refund(13, amount: .kroner(500), voucher: "K-2", on: .refund))
        try record(.retract("B01", item: 1, amount: .kroner(1_000), reason: "Ikke brugt", on: .later))
        try record(.receive(amount: .kroner(238_000), voucher: "R-1", on: .release))
        try record(.spend(.of(.kroner(12_000), voucher: "P-1")))
        try record(.spend(.of(.kroner(1_000), voucher: "P-2", payee: "Forkert firma")))
        try record(.reverse(18, reason: "Tastefejl", on: .later))
        try record(.closePeriod(through: "2023-03-31"))
        try record(.reopenPeriod(through: "2023-01-31", reason: "Et bilag manglede"))
        try record(.readWords("B01", scope: .plan(version: 1), purpose: "Tilsyn med ordningen"))
        try record(.withdraw("B02", reason: "Flyttet fra kommunen", on: .later))
        try record(.addStaff(StaffMember(id: "kim", role: .auditor, account: "kim", name: "Revisor fra firmaet")))
        try record(.endStaff("kim"))
    }
}

extension Ledger {
    /// Erases the texts on a recipient.
    @discardableResult
    func erase(
        _ reference: ParticipantReference, reason: Wording, override: Wording?, once: Once? = nil, by caller: Caller,
        under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        try erase(
            .eraseWords(reference, reason: reason, override: override), once: once, by: caller, under: circumstances)
    }
}
