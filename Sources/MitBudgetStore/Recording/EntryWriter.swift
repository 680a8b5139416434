import MitBudget
import SQLite

/// Puts entries and their texts into the tables.
protocol EntryWriter: AnyObject {
    /// Keeps a text.
    /// - Returns: its row in the table `words`.
    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64
    /// Writes an entry into the journal, and what follows from it into the projections.
    func write(_ recorded: Recorded, body: String) throws(LedgerFailure)
}

/// A text on its way into the table `words`.
struct SaltedText: Sendable {
    let subject: String
    let salt: String
    let text: String
}

/// Writes at once.
final class DirectWriter: EntryWriter {
    private let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    func keep(_ text: SaltedText) throws(LedgerFailure) -> Int64 {
        try LedgerFailure.carrying(try text.keep(as: nil, on: connection))
        return connection.lastInsertRow
    }

    func write(_ recorded: Recorded, body: String) throws(LedgerFailure) {
        try LedgerFailure.carrying(try recorded.write(body: body, on: connection))
    }
}

/// Writes on a thread of its own, in the order in which things come, while the next entries are decided. Whoever wants
/// the connection for something else meanwhile calls ``settle()`` first: it is for one thread at a time.
final class TrailingWriter: EntryWriter {
    private enum Writing: Sendable {
        case text(SaltedText, row: Int64)
        case entry(Recorded, body: String)
    }

    /// The connection, in the hands of the thread that writes.
    private final class Hand: @unchecked Sendable {
        let connection: Connection
        var failure: SQLiteFailure?

        init(_ connection: Connection) {
            self.connection = connection
        }

        func write(_ batch: [Writing]) -> Bool {
            do throws(SQLiteFailure) {
                for writing in batch {
                    switch writing {
                    case .text(let text, let row): try text.keep(as: row, on: connection)
                    case .entry(let recorded, let body): try recorded.write(body: body, on: connection)
                    }
                }
                return true
            } catch {
                failure = error
                return false
            }
        }
    }

    /// How much is handed over at a time: enough that the handing over costs little, and little enough that the tables
    /// soon have caught up.
    private static let batchSize = 256

    private let hand: Hand
    private let worker: Worker<[Writing]>
    private var batch: [Writing] = []
    private var lastRow: Int64

    /// - Returns: `nil` where the system gives no thread.
    init?(_ connection: Connection) throws(SQLiteFailure) {
        lastRow = try connection.first("SELECT max(id) FROM words", as: Int64?.self).flatMap(\.self) ?? 0
        let hand = Hand(connection)
        guard let worker = Worker({ hand.write($0) }) else { return nil }
        self.hand = hand
        self.worker = worker
    }

    deinit {
        worker.end()
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
    /// - Throws: the first failure to write.
    func settle() throws(SQLiteFailure) {
        if !batch.isEmpty { _ = worker.hand(over: batch) }
        batch.removeAll(keepingCapacity: true)
        guard !worker.settle(), let failure = hand.failure else { return }
        throw failure
    }

    private func add(_ writing: Writing) throws(LedgerFailure) {
        batch.append(writing)
        guard batch.count >= Self.batchSize else { return }
        let goesWell = worker.hand(over: batch)
        batch.removeAll(keepingCapacity: true)
        if !goesWell { try LedgerFailure.carrying(try settle()) }
    }
}

extension SaltedText {
    /// - Parameter row: the row that it gets; `nil` for the next.
    fileprivate func keep(as row: Int64?, on connection: Connection) throws(SQLiteFailure) {
        try connection.run("INSERT INTO words (id, subject, salt, text) VALUES (?, ?, ?, ?)", row, subject, salt, text)
    }
}

extension Recorded {
    fileprivate func write(body: String, on connection: Connection) throws(SQLiteFailure) {
        try connection.run(
            "INSERT INTO journal (seq, recorded_at, actor, kind, day, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
            number.value, recordedAt.iso, actor.text, entry.event.kind.rawValue, entry.day.iso, body, hash.hex)
        let projection = Projection(connection: connection, number: number, actor: actor, day: entry.day)
        try projection.project(entry.event)
        if let once = entry.once { try projection.keep(once) }
    }
}
