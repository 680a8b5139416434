import MitBudget
import SQLite

/// Writes entries and texts in the background, in order, while the next entries are decided. The connection is for one
/// thread at a time, so a caller that needs it meanwhile calls ``settle()`` first.
final class TrailingWriter: EntryWriter {
    private enum Writing: Sendable {
        case text(SaltedText, row: Int64)
        case document(SaltedDocument, row: Int64)
        case entry(Recorded, body: String)
    }

    /// The connection, lent to the thread that writes.
    private final class Lent: @unchecked Sendable {
        let connection: Connection
        /// The first failure; nothing is written after it. It is read only once the worker has settled.
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
                    case .document(let document, let row): try document.keep(as: row, on: connection)
                    case .entry(let recorded, let body): try recorded.write(body: body, on: connection)
                    }
                }
            } catch {
                failure = error
            }
        }
    }

    /// How many writings are handed over at a time: enough that handing over costs little, and few enough that the
    /// tables soon catch up.
    private static let batchSize = 256

    private let lent: Lent
    private let worker = Worker()
    private var batch: [Writing] = []
    private var lastRow: Int64
    private var lastDocument: Int64

    init(_ connection: Connection) throws(SQLiteFailure) {
        lastRow = try connection.first("SELECT max(id) FROM words", as: Int64?.self).flatMap(\.self) ?? 0
        lastDocument = try connection.first("SELECT max(id) FROM evidence", as: Int64?.self).flatMap(\.self) ?? 0
        lent = Lent(connection)
    }

    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64 {
        lastRow += 1
        add(.text(text, row: lastRow))
        return lastRow
    }

    func keep(_ document: SaltedDocument) throws(LedgerFailure) -> Int64 {
        lastDocument += 1
        add(.document(document, row: lastDocument))
        return lastDocument
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
