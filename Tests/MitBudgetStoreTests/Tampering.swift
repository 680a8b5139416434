import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// Ways to change a ledger behind the program's back.
extension Desk {
    /// Drops the fence, runs a script, and creates the fence again as it was.
    func tamper(_ script: String) throws {
        let triggers = try query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").map { $0.map(\.plain) }
        let (down, up) = (triggers.map { "DROP TRIGGER \($0[0]);" }, triggers.map { $0[1] + ";" })
        try raw("BEGIN; \(down.joined()) \(script); \(up.joined()) COMMIT;")
    }

    /// Recomputes every hash from an entry on, as a forger who knows how might.
    func rehash(from entry: Int) throws {
        var previous = try query("SELECT hash FROM journal WHERE seq < \(entry) ORDER BY seq DESC LIMIT 1")[0][0].plain
        let rows = try query(
            "SELECT seq, recorded_at, actor, kind, day, body FROM journal WHERE seq >= \(entry) ORDER BY seq")
        var updates = ""
        for row in rows.map({ $0.map(\.plain) }) {
            previous = SHA256.digest(of: ([previous] + row).map { $0 + "\n" }.joined()).hex
            updates += "UPDATE journal SET hash = '\(previous)' WHERE seq = \(row[0]);"
        }
        try tamper(updates)
    }

    /// What verification finds; it must be the same with and without the help of other threads.
    func findings(_ anchors: String...) throws -> [VerifyFinding] {
        let claims = try anchors.map { try AnchorClaim($0) }
        let findings = try ledger.verify(claims: claims).findings
        #expect(try Self.helpedFindings(claims, at: path) == findings)
        return findings
    }

    /// What verification finds with the help of other threads. They help only if no one has the file open, so they get
    /// a copy.
    static func helpedFindings(_ claims: [AnchorClaim], at path: String) throws -> [VerifyFinding] {
        let scratch = try Scratch()
        let copy = scratch.path("copy.sqlite")
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
            try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
        }
        return try Ledger.with(path: copy, access: .checking) { ledger throws(LedgerFailure) in
            #expect(ledger.isStill)
            return try ledger.verify(claims: claims, helpedFrom: 0, progress: { _, _ in }).findings
        }
    }
}

extension Value {
    /// The value as text; `?` for what a ledger does not hold.
    var plain: String {
        switch self {
        case .integer(let number): "\(number)"
        case .text(let text): text
        case .null, .real, .blob: "?"
        }
    }
}
