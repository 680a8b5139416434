import JSON
import MitBudget
import SQLite

/// Adds one entry at the end of the journal, inside a transaction of the caller's.
struct Appender {
    let connection: Connection
    let circumstances: Circumstances

    func append(_ entry: Entry, by actor: StaffID) throws(LedgerFailure) -> Recorded {
        let head = try LedgerFailure.database { () throws(SQLiteFailure) in try Head.read(on: connection) }
        guard let number = EntryNumber((head?.seq ?? 0) + 1) else { throw .damaged(.entry(head?.seq ?? 0)) }
        let now = circumstances.now()
        // A clock that was set back does not make the journal run backwards.
        let recordedAt = max(now, head?.recordedAt ?? now)
        let sealer = Sealer(salt: circumstances.salt) { subject, salt, text throws(LedgerFailure) in
            try LedgerFailure.database { () throws(SQLiteFailure) in
                try connection.run("INSERT INTO words (subject, salt, text) VALUES (?, ?, ?)", subject, salt, text)
                return connection.lastInsertRow
            }
        }
        let event = try entry.event.sealed(by: sealer)
        let body = Body.encode(event).canonical
        let kind = event.kind.rawValue
        let hash = Chain.hash(
            after: head?.hash ?? Digest.zero.hex, seq: number.value, recordedAt: recordedAt.iso, actor: actor.text,
            kind: kind, day: entry.day.iso, body: body)
        let sealed = Entry(day: entry.day, event: event)
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.run(
                "INSERT INTO journal (seq, recorded_at, actor, kind, day, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
                number.value, recordedAt.iso, actor.text, kind, entry.day.iso, body, hash.hex)
            let projection = Projection(connection: connection, number: number, actor: actor, day: entry.day)
            if let movement = sealed.movement(number: number) {
                try projection.move(movement, event)
            } else {
                try projection.project(event)
            }
        }
        return Recorded(number: number, recordedAt: recordedAt, actor: actor, entry: sealed, hash: hash)
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
