import JSON
import MitBudget
import SQLite

/// Adds entries at the end of the journal, inside the caller's transaction.
final class Appender {
    private let connection: Connection
    private let circumstances: Circumstances
    /// Puts the entries into the tables. It may be exchanged once it has nothing left to write.
    var writer: any EntryWriter
    private var head: Head?

    init(connection: Connection, circumstances: Circumstances) {
        self.connection = connection
        self.circumstances = circumstances
        writer = DirectWriter(connection)
    }

    func append(_ entry: Entry, by actor: StaffID) throws(LedgerFailure) -> Recorded {
        let head = try latest()
        let last = head?.seq ?? 0
        guard last < Int64.max, let number = EntryNumber(last + 1) else { throw .damaged(.entry(last)) }
        let now = circumstances.now()
        // Recorded times never run backwards, even if the clock was set back.
        let recordedAt = max(now, head?.recordedAt ?? now)
        let event = try entry.event.sealed(
            by: Sealer(salt: circumstances.salt, keep: writer.keep, keepDocument: writer.keep))
        let sealed = Entry(day: entry.day, event: event, once: entry.once)
        let body = Body.write(sealed)
        let hash = Chain.hash(
            after: head?.hash ?? Digest.zero.hex, seq: number.value, recordedAt: recordedAt.iso, actor: actor.text,
            kind: event.kind.rawValue, day: entry.day.iso, body: body)
        let recorded = Recorded(
            number: number, recordedAt: recordedAt, actor: actor, entry: sealed, hash: hash)
        try writer.write(recorded, body: body)
        self.head = Head(seq: number.value, recordedAt: recordedAt, hash: hash.hex)
        return recorded
    }

    private func latest() throws(LedgerFailure) -> Head? {
        if let head { return head }
        return try LedgerFailure.carrying(try Head.read(on: connection))
    }
}

/// The latest entry's number, time and hash.
struct Head {
    let seq: Int64
    let recordedAt: Moment?
    let hash: String

    static func read(on connection: Connection) throws(SQLiteFailure) -> Head? {
        try connection.first("SELECT seq, recorded_at, hash FROM journal ORDER BY seq DESC LIMIT 1") {
            row throws(SQLiteFailure) in
            Head(seq: try row.integer(0), recordedAt: Moment(iso: try row.text(1)), hash: try row.text(2))
        }
    }
}
