import Foundation
import MitBudget
import SQLite
import Testing

@testable import MitBudgetStore

/// Ways to change a ledger behind the product's back.
extension Desk {
    /// Takes the fence down and runs a script.
    func tamper(_ script: String) throws {
        let triggers = try query("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map { "\($0[0].plain)" }
        try raw(triggers.map { "DROP TRIGGER \($0);" }.joined() + script)
    }

    /// Makes every hash from an entry on right again, as one who knows how to might.
    func rehash(from entry: Int) throws {
        var previous = try query("SELECT hash FROM journal WHERE seq < \(entry) ORDER BY seq DESC LIMIT 1")[0][0].plain
        let rows = try query(
            "SELECT seq, recorded_at, actor, kind, day, body FROM journal WHERE seq >= \(entry) ORDER BY seq")
        for row in rows.map({ $0.map(\.plain) }) {
            previous = SHA256.digest(of: ([previous] + row).map { $0 + "\n" }.joined()).hex
            try raw("UPDATE journal SET hash = '\(previous)' WHERE seq = \(row[0])")
        }
    }

    /// What verification finds.
    func findings(_ anchors: String...) throws -> [Finding] {
        try ledger.verify(claims: anchors.map { try AnchorClaim($0) }).findings
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
