import MitBudget
import SQLite

/// Writes in the background, in the order in which things come, while the next entries are decided. Whoever wants the
/// connection for something else meanwhile calls ``settle()`` first: it is for one thread at a time.
final class TrailingWriter: EntryWriter {
    private enum Writing: Sendable {
        case text(SaltedText, row: Int64)
        case entry(Recorded, body: String)
    }

    /// The connection, in the hands of the thread that writes.
    private final class Lent: @unchecked Sendable {
        let connection: Connection
        /// The first failure, after which nothing is written any more. Looked at only when the worker has settled.
        var failure: SQLiteFailure?

        init(_ connection: Connection) {
            self.connection = connection
        }

        func write(_ writings: [Writing]) {
            guard failure == nil else { return }
            do throws(SQLiteFailure) {
                for writing in writings {
                    switch writing {
                    case .text(let text, let row): try text.keep(as: row, on: connection)
                    case .entry(let recorded, let body): try recorded.write(body: body, on: connection)
                    }
                }
            } catch {
                failure = error
            }
        }
    }

    /// How much is handed over at a time: enough that the handing over costs little, and little enough that the tables
    /// soon have caught up.
    private static let batchSize = 256

    private let lent: Lent
    private let worker = Worker()
    private var batch: [Writing] = []
    private var lastRow: Int64

    init(_ connection: Connection) throws(SQLiteFailure) {
        lastRow = try connection.first("SELECT max(id) FROM words", as: Int64?.self).flatMap(\.self) ?? 0
        lent = Lent(connection)
    }

    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64 {
        lastRow += 1
        add(.text(text, row: lastRow))
        return lastRow
    }

    func write(_ recorded: Recorded, body: String) throws(LedgerFailure) {
        add(.entry(recorded, body: body))
    }

    /// Waits until all is written; the connection is then free until the next entry.
    /// - Throws: the first failure to write.
    func settle() throws(SQLiteFailure) {
        if !batch.isEmpty { handOver() }
        worker.settle()
        if let failure = lent.failure { throw failure }
    }

    private func add(_ writing: Writing) {
        batch.append(writing)
        if batch.count >= Self.batchSize { handOver() }
    }

    private func handOver() {
        let (lent, writings) = (lent, batch)
        batch.removeAll(keepingCapacity: true)
        worker.hand(over: { lent.write(writings) })
    }
}
