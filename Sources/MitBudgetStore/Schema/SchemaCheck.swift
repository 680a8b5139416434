import Glibc
import MitBudget
import SQLite

extension Schema {
    /// How a file's schema differs from the one that the program makes.
    struct Difference {
        /// Tables, indices, triggers and views that are missing, altered or too many; in order of name.
        let names: [String]
        /// Whether every table of ours is as the program makes it, so that rows are really rows of that table: a view
        /// of the same name could show anything, without end.
        let isReadable: Bool
    }

    /// Whether the file has every statement of the schema as it was made, and no other.
    ///
    /// This is checked whenever a ledger is opened, before a row is read, so it compares bytes in place. It leaves the
    /// names beside the statements, which SQLite takes from these, to ``difference(on:besides:)``.
    static func isAsMade(on connection: Connection) throws(SQLiteFailure) -> Bool {
        var missing = statements
        var rows = try connection.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        while let row = try rows.next() {
            let found = try row.withText(0) { text throws(SQLiteFailure) in
                missing.firstIndex { $0.begins(with: text) }
            }
            // The match is nearly always the first: the file has the statements in the order in which they were made.
            guard let found else { return false }
            missing.remove(at: found)
        }
        return missing.isEmpty
    }

    /// The name of a difference in the mode of the file's log.
    static let logMode = "journal_mode"

    /// Compares name, kind, table and statement.
    /// - Parameter others: names of other known differences.
    static func difference(
        on connection: Connection, besides others: [String] = []
    ) throws(SQLiteFailure) -> Difference {
        let fresh = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
        try make(on: fresh)
        let (made, found) = (try parts(on: fresh), try parts(on: connection))
        // A trigger may have the name of a table, so the name alone does not say what it is.
        let names = Set(made.symmetricDifference(found).map(\.name)).sorted().map(\.text)
        return Difference(
            names: names + others, isReadable: made.subtracting(found).allSatisfy { $0.type != Exactly("table") })
    }

    private static func parts(on connection: Connection) throws(SQLiteFailure) -> Set<Part> {
        // The rows of indices that SQLite makes itself have no text.
        let rows = try connection.rows("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
        return Set(
            try rows.all { row throws(SQLiteFailure) in
                Part(
                    type: Exactly(try row.legible(0)), name: Exactly(try row.legible(1)),
                    table: Exactly(try row.legible(2)), sql: Exactly(try row.legible(3)))
            })
    }

    /// A table, an index, a trigger or a view.
    private struct Part: Hashable {
        let type: Exactly
        let name: Exactly
        let table: Exactly
        let sql: Exactly
    }

    /// Every statement that makes something, in order: each begins a line of its script.
    private static var statements: [Statement] {
        var statements: [Statement] = []
        for script in scripts {
            var rest = UnsafeBufferPointer(start: script.utf8Start, count: script.utf8CodeUnitCount)
            while true {
                if rest.first == UInt8(ascii: "C") { statements.append(Statement(rest: rest)) }
                guard let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) else { break }
                rest = UnsafeBufferPointer(rebasing: rest[(UnsafeRawPointer(end) - UnsafeRawPointer(start) + 1)...])
            }
        }
        return statements
    }

    /// A statement, and what follows it in its script.
    private struct Statement {
        let rest: UnsafeBufferPointer<UInt8>

        /// Whether the statement is this text, up to the semicolon.
        func begins(with text: UnsafeBufferPointer<UInt8>) -> Bool {
            guard let start = rest.baseAddress, let other = text.baseAddress, text.count < rest.count else {
                return false
            }
            return rest[text.count] == UInt8(ascii: ";") && memcmp(start, other, text.count) == 0
        }
    }
}
