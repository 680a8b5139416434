import MitBudget
import SQLite

/// Writes in the background, in the order in which things come, while the next entries are decided. Whoever wants the
/// connection for something else meanwhile calls ``settle()`` first: it is for one thread at a time.
final class TrailingWriter: EntryWriter {
    private enum Writing: Sendable {
        case text(SaltedText, row: Int64)
        case entry(Recorded, body: String)
    }

    /// The connection, in the hands of whichever thread writes.
    private struct Lent: @unchecked Sendable {
        let connection: Connection

        func write(_ writings: [Writing]) throws(SQLiteFailure) {
            for writing in writings {
                switch writing {
                case .text(let text, let row): try text.keep(as: row, on: connection)
                case .entry(let recorded, let body): try recorded.write(body: body, on: connection)
                }
            }
        }
    }

    /// What was written comes back with its outcome: memory is given back fastest by the thread that asked for it.
    private struct Written: Sendable {
        let writings: [Writing]
        let outcome: Result<Void, SQLiteFailure>
    }

    /// How much is written at a time: enough that a thread for each costs little.
    private static let batchSize = 512

    private let lent: Lent
    private var lastRow: Int64
    private var batch: [Writing] = []
    private var writing: BackgroundWork<Written>?
    private var failure: SQLiteFailure?

    init(_ connection: Connection) throws(SQLiteFailure) {
        lastRow = try connection.first("SELECT max(id) FROM words", as: Int64?.self).flatMap(\.self) ?? 0
        lent = Lent(connection: connection)
    }

    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64 {
        lastRow += 1
        try add(.text(text, row: lastRow))
        return lastRow
    }

    func write(_ recorded: Recorded, body: String) throws(LedgerFailure) {
        try add(.entry(recorded, body: body))
    }

    /// Waits until all is written; the connection is then free until the next entry.
    /// - Throws: the first failure to write. Nothing is written after it.
    func settle() throws(SQLiteFailure) {
        try writeBatch()
        try wait()
    }

    private func add(_ writing: Writing) throws(LedgerFailure) {
        batch.append(writing)
        if batch.count >= Self.batchSize { try LedgerFailure.carrying(try writeBatch()) }
    }

    private func writeBatch() throws(SQLiteFailure) {
        try wait()
        guard !batch.isEmpty else { return }
        let (writings, lent) = (batch, lent)
        batch = []
        batch.reserveCapacity(Self.batchSize)
        writing = BackgroundWork {
            Written(writings: writings, outcome: Result { () throws(SQLiteFailure) in try lent.write(writings) })
        }
    }

    private func wait() throws(SQLiteFailure) {
        if case .failure(let error)? = writing.take()?.outcome().outcome { failure = error }
        if let failure { throw failure }
    }
}
