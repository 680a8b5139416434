import JSON
import MitBudget
import SQLite

extension Ledger {
    /// Reads the whole ledger and says all that is wrong with it: chain, numbering, clock, every entry decided once
    /// more from nothing, every projection compared row by row, every text against its seal, the file itself.
    /// - Parameters:
    ///   - claims: anchors copied earlier, to be found again.
    ///   - progress: is told now and then how many of how many entries are read.
    /// - Throws: ``LedgerFailure`` where the file cannot be read at all.
    public func verify(
        claims: [AnchorClaim] = [], progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        var finished: Verification?
        do {
            return try reading { () throws(LedgerFailure) in
                let verification = try verified(against: claims, progress: progress)
                finished = verification
                return verification
            }
        } catch {
            // SQLite lets no transaction commit in which it came upon damage, not even one that only read.
            guard let finished else { throw error }
            return finished
        }
    }

    private func verified(
        against claims: [AnchorClaim], progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Verification {
        let anchor = try anchorIfLegible()
        return try LedgerFailure.database { () throws(SQLiteFailure) in
            var verifier = try Verifier(connection: connection, claims: claims)
            if let last = anchor?.number.value { verifier.progress = { progress($0, last) } }
            try verifier.check { verifier throws(SQLiteFailure) in try verifier.checkFile() }
            try verifier.check { verifier throws(SQLiteFailure) in try verifier.checkSchema() }
            try verifier.check { verifier throws(SQLiteFailure) in
                try verifier.readJournal()
                try verifier.compareProjections()
            }
            return Verification(entries: verifier.entries, anchor: anchor, findings: verifier.findings)
        }
    }
}

extension Ledger {
    /// The last entry's anchor; `nil` where what stands there is none. What the disk does not give is another matter.
    private func anchorIfLegible() throws(LedgerFailure) -> Anchor? {
        do {
            return try anchor()
        } catch .sqlite(let failure) where !failure.blamesContents {
            throw .sqlite(failure)
        } catch {
            return nil
        }
    }
}

/// One pass over the journal, with all that is compared along the way.
struct Verifier {
    let connection: Connection
    let rebuilt: Connection
    private(set) var findings: [Finding] = []
    private(set) var entries: Int64 = 0
    private(set) var replay: Replay?
    private var claims: [Int64: [AnchorClaim]]
    private var previous: (hash: String, recordedAt: Moment?, seq: Int64) = (Digest.zero.hex, nil, 0)
    private var movements: MovementComparison
    /// Rows of `words` that an entry refers to.
    private var wordsFound: Int64 = 0
    /// Texts that are gone, by whom they were about, as long as no later entry says that they were erased.
    private var absent: [String: [(words: Int64, entry: Int64)]] = [:]
    /// Is told now and then how many entries are read.
    var progress: (Int64) -> Void = { _ in }

    init(connection: Connection, claims: [AnchorClaim]) throws(SQLiteFailure) {
        self.connection = connection
        self.claims = Dictionary(grouping: claims) { $0.number.value }
        rebuilt = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
        try rebuilt.script(Schema.truth)
        try rebuilt.script(Schema.projections)
        movements = MovementComparison()
    }

    mutating func report(_ finding: Finding) {
        findings.append(finding)
    }

    /// Makes one of the checks. Contents that cannot be read end the check and not the verification, so that what the
    /// others find is told as well.
    mutating func check(_ check: (inout Verifier) throws(SQLiteFailure) -> Void) throws(SQLiteFailure) {
        do {
            try check(&self)
        } catch {
            guard error.blamesContents else { throw error }
            let finding = Finding.fileDamaged(error.message)
            if !findings.contains(finding) { report(finding) }
        }
    }

    /// What SQLite itself says of the file.
    mutating func checkFile() throws(SQLiteFailure) {
        for complaint in try connection.integrityComplaints() { report(.fileDamaged(complaint)) }
    }

    /// Tables, indices and triggers: what an open ledger should be made of, and nothing else.
    mutating func checkSchema() throws(SQLiteFailure) {
        let fresh = try Connection(path: ":memory:", access: .create, busyMilliseconds: 0)
        try Schema.make(on: fresh)
        // A trigger may bear the name of a table, so the name alone does not say what it is.
        let difference = try Self.schema(of: fresh).symmetricDifference(try Self.schema(of: connection))
        for name in Set(difference.map(\.name)).sorted() { report(.schemaAltered(name)) }
        let version = try connection.first("PRAGMA user_version", as: Int64.self)
        if version != Schema.version { report(.schemaAltered("user_version")) }
    }

    private static func schema(of connection: Connection) throws(SQLiteFailure) -> Set<SchemaPart> {
        // The rows of indices that SQLite makes itself have no text.
        let rows = try connection.rows("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
        return Set(
            try rows.all { row throws(SQLiteFailure) in
                SchemaPart(
                    type: try row.legible(0), name: try row.legible(1), table: try row.legible(2),
                    sql: try row.legible(3))
            })
    }

    mutating func readJournal() throws(SQLiteFailure) {
        var stored = try connection.rows(MovementComparison.query)
        var rows = try connection.rows(
            "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal ORDER BY seq")
        while let row = try rows.next() {
            let line = try RawLine(row)
            entries += 1
            if entries & 0xFFF == 0 { progress(entries) }
            checkChain(line)
            if let read = line.read() {
                try decideAgain(read)
                try checkSeals(read)
                let movement = read.entry.movement(number: read.number)
                let expected = movement.map { MovementRow($0, read.entry.event) }
                findings += try movements.compare(expected, at: line.seq, with: &stored)
            } else {
                report(.entryUnreadable(line.seq))
            }
        }
        progress(entries)
        findings += try movements.finish(&stored)
        for text in absent.values.joined().sorted(by: { ($0.entry, $0.words) < ($1.entry, $1.words) }) {
            report(.wordsMissing(words: text.words, entry: text.entry))
        }
        let words = try connection.first("SELECT count(*) FROM words", as: Int64.self) ?? 0
        if words > wordsFound { report(.wordsStray(count: words - wordsFound)) }
        for claim in claims.values.joined().sorted(by: { $0.number < $1.number }) {
            report(.anchorBeyond(claim.number.value, last: previous.seq))
        }
    }

    /// Number, time and hash. The stored hash is carried on, so that one altered entry is one finding.
    private mutating func checkChain(_ line: RawLine) {
        if line.seq != previous.seq + 1 {
            report(.sequenceGap(expected: previous.seq + 1, found: line.seq))
        }
        let hash = Chain.hash(
            after: previous.hash, seq: line.seq, recordedAt: line.recordedAt, actor: line.actor, kind: line.kind,
            day: line.day, body: line.body)
        if hash.hex != line.hash { report(.chainBroken(line.seq)) }
        let recordedAt = Moment(iso: line.recordedAt)
        if let recordedAt, let before = previous.recordedAt, recordedAt < before { report(.clockBackwards(line.seq)) }
        if let claimed = claims.removeValue(forKey: line.seq) {
            let digest = Digest(hex: line.hash)
            if !claimed.allSatisfy({ claim in digest.map(claim.matches) ?? false }) {
                report(.anchorDiffers(line.seq))
            }
        }
        previous = (line.hash, recordedAt ?? previous.recordedAt, line.seq)
    }

    /// Decides the entry once more, as of the time when it was recorded.
    private mutating func decideAgain(_ read: ReadLine) throws(SQLiteFailure) {
        guard let replay else {
            if read.number.value == 1, let opened = Replay(opening: read.entry, journal: connection) {
                replay = opened
                try project(read)
            } else {
                report(.replayDiffers(read.number.value))
            }
            return
        }
        // A clock that was set back leaves a day before that of the time recorded; no clock leaves a later one.
        let latest = read.recordedAt.latestLocalDay
        let today = read.entry.event.isDatedByRecording ? min(read.entry.day, latest) : latest
        if let command = read.entry.event.command(on: read.entry.day, in: replay) {
            do throws(Refusal) {
                let decision = try decide(command, by: read.actor, on: today, in: replay)
                if decision.entry == read.entry {
                    try? project(read)
                } else {
                    report(.replayDiffers(read.number.value))
                }
            } catch {
                report(.replayRefused(read.number.value, error.rule))
            }
        } else {
            report(.replayDiffers(read.number.value))
        }
        replay.apply(read)
        try replay.check()
    }

    private func project(_ read: ReadLine) throws(SQLiteFailure) {
        let projection = Projection(
            connection: rebuilt, number: read.number, actor: read.actor, day: read.entry.day)
        try projection.project(read.entry.event)
    }

    /// Every text that the entry refers to is there and is the one that was sealed; every text that it says is erased
    /// is gone.
    private mutating func checkSeals(_ read: ReadLine) throws(SQLiteFailure) {
        if case .wordsErased(let reference, let reason, _) = read.entry.event {
            absent[reference.text] = nil
            let kept = try connection.all(
                "SELECT id FROM words WHERE subject = ? AND id < ? AND text IS NOT NULL", reference.text, reason.words,
                as: Int64.self)
            for words in kept { report(.wordsKept(words: words, entry: read.number.value)) }
        }
        for seal in read.entry.event.seals {
            let row = try connection.first("SELECT subject, salt, text FROM words WHERE id = ?", seal.words) {
                row throws(SQLiteFailure) in
                (
                    try row.legible(0), try row.isNull(1) ? nil : try row.legible(1),
                    try row.isNull(2) ? nil : try row.legible(2)
                )
            }
            guard let (subject, salt, text) = row else {
                report(.wordsMissing(words: seal.words, entry: read.number.value))
                continue
            }
            wordsFound += 1
            // Whose a text is decides what is disclosed and erased.
            guard subject == read.entry.event.subject else {
                report(.wordsAltered(words: seal.words, entry: read.number.value))
                continue
            }
            if let salt, let text {
                if Sealer.hash(salt: salt, text: text) != seal.hash {
                    report(.wordsAltered(words: seal.words, entry: read.number.value))
                }
            } else {
                absent[subject, default: []].append((seal.words, read.number.value))
            }
        }
    }
}

/// A table, an index, a trigger or a view.
private struct SchemaPart: Hashable {
    let type: String
    let name: String
    let table: String
    let sql: String
}

extension Row {
    /// A text as it stands; where it is no text at all, a sign that nothing that the program writes holds.
    func legible(_ column: Int) throws(SQLiteFailure) -> String {
        do {
            return try text(column)
        } catch {
            guard error.kind == .mismatch else { throw error }
            return "\u{FFFD}"
        }
    }

    /// A value as it stands, with the same sign for text that is not UTF-8.
    func legibleValue(_ column: Int) throws(SQLiteFailure) -> Value {
        do {
            return try value(column)
        } catch {
            guard error.kind == .mismatch else { throw error }
            return .text("\u{FFFD}")
        }
    }
}

/// A row of the journal as it stands.
struct RawLine {
    let seq: Int64
    let recordedAt: String
    let actor: String
    let kind: String
    let day: String
    let body: String
    let hash: String

    init(_ row: Row) throws(SQLiteFailure) {
        seq = try row.integer(0)
        recordedAt = try row.legible(1)
        actor = try row.legible(2)
        kind = try row.legible(3)
        day = try row.legible(4)
        body = try row.legible(5)
        hash = try row.legible(6)
    }

    /// The row's meaning; `nil` where it has none, or is not written as the program writes it.
    func read() -> ReadLine? {
        guard let number = EntryNumber(seq), let moment = Moment(iso: recordedAt), let staff = try? StaffID(actor),
            let entryKind = EntryKind(rawValue: kind), let entryDay = try? Day(iso: day),
            let json = try? JSON(parsing: body), let event = try? Body.decode(entryKind, json, day: entryDay),
            Body.encode(event).canonical == body
        else { return nil }
        return ReadLine(
            number: number, recordedAt: moment, actor: staff, entry: Entry(day: entryDay, event: event))
    }
}

/// A row of the journal, understood.
struct ReadLine {
    let number: EntryNumber
    let recordedAt: Moment
    let actor: StaffID
    let entry: Entry
}
