import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// A ledger with a history of forty entries, to be copied and altered.
struct Original {
    /// The ledger as it is, in one file.
    let whole: Data
    /// The same ledger while it was in use: the file, and the entries since 25 in its write-ahead log.
    let (file, log): (Data, Data)
    /// The ledger as it was after entry 25.
    let older: Data
    /// The last entry's anchor.
    let anchor: String

    /// Made once and copied by the tests.
    static let shared = Result { try Original(price: .kroner(3_900)) }
    /// The same office's history, except for one price.
    static let cheaper = Result { try Original(price: .kroner(3_400)) }
    /// The usual history, and then amendments and what they allow: 46 entries.
    static let amended = Result { try Original(price: .kroner(3_900), isAmended: true) }

    /// The usual history, and then documents, an approval, a payment confirmed and an anchor witnessed: 46 entries.
    static let documented = Result { try Original(price: .kroner(3_900), isDocumented: true) }

    private init(price: Amount, isAmended: Bool = false, isDocumented: Bool = false) throws {
        let desk = try Desk()
        try desk.course()
        older = Data(try desk.bytes())
        try desk.further(price: price)
        if isAmended { try desk.amending() }
        if isDocumented { try desk.documenting() }
        anchor = try desk.ledger.anchor().text
        file = try Data(contentsOf: URL(filePath: desk.path))
        log = try Data(contentsOf: URL(filePath: desk.path + "-wal"))
        desk.ledger.close()
        whole = try Data(contentsOf: URL(filePath: desk.path))
    }
}

extension Desk {
    /// Entries 26 to 40, a minute apart: B03 spends and has a refund cancelled, B01's second plan waits, two readings
    /// of texts, and a period closed through 1 March 2023.
    fileprivate func further(price: Amount) throws {
        let items: [PlanProposal.Item] = [.keep(1, .kroner(10_000)), .keep(2, .kroner(5_000), area: "housing")]
        let commands: [Command] = [
            .enrol(name: "Borger nummer tre", caseNumber: nil, on: .release),
            .draft("B03", .of([.new(.kroner(4_000)), .new(.kroner(6_000), area: "life")], agreedOn: .release)),
            .approve("B03", on: .release),
            .release("B03", item: 1, amount: .kroner(4_000), on: .release),
            .release("B03", item: 2, amount: .kroner(5_000), on: .release),
            .disburse(.of(price, to: "B03", voucher: "K-3", payee: "Kursuscentret")),
            .disburse(.of(.kroner(2_000), to: "B03", item: 2, voucher: "K-4", payee: "Møbelhuset")),
            .refund(32, amount: .kroner(300), voucher: "K-5", on: .refund),
            .reverse(33, reason: "Forkert beløb", on: .later),
            .draft("B01", .of(items + [.new(.kroner(1_000), area: "life")], agreedOn: .later)),
            .readWords("B03", scope: .identity, purpose: "Borgeren ringede"),
            .readWords("B01", scope: .plan(version: 1), purpose: "Samtale om planen"),
            .closePeriod(through: "2023-03-01"),
            .receive(amount: .kroner(100_000), voucher: "R-2", on: "2023-04-01"),
            .disburse(.of(.kroner(1_200), voucher: "K-6", payee: "Truckskolen", on: "2023-04-03")),
        ]
        for command in commands {
            now = try #require(Moment(seconds: now.seconds + 60))
            try record(command)
        }
    }
}

extension Desk {
    /// Entries 41 to 46: two receipts, of which the second is taken off again, an approval, a payment that an extract
    /// confirmed, and a neighbour's anchor.
    fileprivate func documenting() throws {
        let hash = String(repeating: "9f86d081", count: 8)
        let commands: [Command] = [
            .attach(.file(.sample("%PDF-1.7 Reol, 2.000,00 kr.")), to: 32, as: .receipt),
            .attach(.file(.sample("%PDF-1.7 Kursus, 3.900,00 kr.")), to: 31, as: .receipt),
            .detach(31, as: .receipt, reason: "En andens kvittering", erasing: false),
            .approveVouchers(.entries([32])),
            .confirm(Confirmation(statement: hash, payments: [.init(entry: 32, line: 5)])),
            .witness(Testimony(origin: "haderslev", entry: 412, hash: hash)),
        ]
        for command in commands { try record(command) }
    }
}

/// A copy of the ledger, and the tools of someone who alters it.
final class Forgery {
    private let scratch: Scratch
    let path: String
    /// The last entry's anchor, copied before anything was altered.
    let anchor: String

    init(_ ledger: Result<Original, any Error> = Original.shared) throws {
        scratch = try Scratch()
        path = scratch.path()
        let original = try ledger.get()
        anchor = original.anchor
        try put(original.whole)
    }

    /// Puts another file in the ledger's place, with a write-ahead log or without.
    func put(_ file: Data, log: Data? = nil) throws {
        try write(file, to: path)
        if let log { try write(log, to: path + "-wal") }
    }

    private func write(_ bytes: Data, to path: String) throws {
        try bytes.write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Changes the file's bytes.
    func bytes(_ change: (inout Data) throws -> Void) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        try change(&bytes)
        try put(bytes)
    }

    /// Writes another file beside the ledger and returns its path.
    func beside(_ file: Data) throws -> String {
        let other = scratch.path("other.sqlite")
        try write(file, to: other)
        return other
    }

    /// Runs a script in the sqlite3 shell, and expects no complaint.
    func shell(_ script: String) throws {
        let answer = try Outside.sqlite(path, script + "\n")
        try #require(answer.errors == "" && answer.status == 0, "\(answer.errors)")
    }

    /// The same with triggers switched off by the shell's own setting, which leaves no trace in the file.
    func unfenced(_ script: String) throws {
        try shell(".dbconfig enable_trigger off\n\(script);")
    }

    /// The same with the schema editable as a table.
    func schema(_ script: String) throws {
        try shell(".dbconfig defensive off\nPRAGMA writable_schema = ON; \(script);")
    }

    /// Recomputes every hash from an entry on, by the documentation of the file alone.
    func rehash(from entry: Int) throws {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        var previous = String(repeating: "0", count: 64)
        var updates = ""
        let query = "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal ORDER BY seq"
        _ = try connection.rows(unsafeSQL: query).all { row throws(SQLiteFailure) in
            var columns = ["\(try row.integer(0))"]
            for column in 1...5 { columns.append(try row.text(column)) }
            guard try row.integer(0) >= entry else { return previous = try row.text(6) }
            previous = SHA256.digest(of: ([previous] + columns).map { $0 + "\n" }.joined()).hex
            updates += "UPDATE journal SET hash = '\(previous)' WHERE seq = \(columns[0]);\n"
        }
        try connection.close()
        try unfenced(updates)
    }

    /// Erases a citizen's texts as the program does.
    func erase(_ reference: ParticipantReference) throws {
        try recording { ledger, circumstances in
            try ledger.erase(
                reference, reason: "Ønske", override: "Dom", by: Caller(account: "login", claim: .administrator),
                under: circumstances)
        }
    }

    /// Corrects B01's name as the program does.
    func correct() throws {
        try recording { ledger, circumstances in
            _ = try ledger.record(
                .correct(6, .name, text: "Borger nummer ét", reason: "Slåfejl"),
                by: Caller(account: "login", claim: .caseworker), under: circumstances)
        }
    }

    private func recording(_ work: (Ledger, Circumstances) throws -> Void) throws {
        let ledger = try Ledger(path: path, access: .recording)
        defer { ledger.close() }
        let moment = try #require(Moment(iso: "2025-06-30T13:00:00Z"))
        try work(ledger, Circumstances(now: { moment }, today: { "2025-06-30" }, salt: Salts().next))
    }

    /// What the program says about the file now.
    func verdict(_ anchors: String...) throws -> Alteration.Verdict {
        do {
            let ledger = try Ledger(path: path, access: .checking, patienceMilliseconds: 0)
            let findings = try ledger.verify(claims: Self.claims(anchors)).findings
            #expect(try Desk.helpedFindings(Self.claims(anchors), at: path) == findings)
            ledger.close()
            #expect(try toldFindings(Self.claims(anchors)) ?? findings == findings)
            let marks = findings.map(\.mark)
            // SQLite may report one damage in several ways.
            let damage = VerifyFinding.fileDamaged("").mark
            return .found(marks.filter { $0 == damage }.prefix(1) + marks.filter { $0 != damage })
        } catch let error as LedgerFailure {
            switch error {
            case .notALedger: return .unopened("no ledger")
            case .otherSchema: return .unopened("a later version's")
            case .damaged(.schema(let names)): return .found(names.map { VerifyFinding.schemaAltered($0).mark })
            case .damaged: return .unopened("damaged")
            case .sqlite(let failure) where [.corrupt, .notADatabase].contains(failure.kind):
                return .unopened("damaged")
            default: throw error
            }
        }
    }

    /// What the command reports; `nil` if it no longer knows who asks.
    private func toldFindings(_ claims: [AnchorClaim]) throws -> [VerifyFinding]? {
        do {
            let caller = Caller(account: "login", claim: .administrator)
            return try Ledger.verify(path: path, by: caller, claims: claims).findings
        } catch LedgerFailure.refused {
            return nil
        }
    }

    private static func claims(_ anchors: [String]) -> [AnchorClaim] {
        anchors.compactMap { try? AnchorClaim($0) }
    }
}

extension Forgery {
    /// The page on which a table begins.
    func page(of table: String) throws -> Int {
        let connection = try Connection(path: path, access: .readOnly, busyMilliseconds: 0)
        let page = try connection.first("SELECT rootpage FROM sqlite_schema WHERE name = ?", table, as: Int64.self)
        return Int(try #require(page))
    }
}
