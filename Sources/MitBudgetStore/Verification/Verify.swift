import JSON
import MitBudget
import SQLite

extension Ledger {
    /// Reads the whole ledger and reports everything that is wrong with it. It checks the chain, the numbering, the
    /// clock and the file itself, decides every entry again from the start, and compares every projection row by row
    /// and every text with its seal.
    /// - Parameters:
    ///   - claims: anchors copied earlier, to be found again.
    ///   - witnessed: the lines of a file of anchors, in order; `nil` for none.
    ///   - progress: called now and then with the number of entries read and of all entries.
    /// - Throws: ``LedgerFailure`` if the file cannot be read at all.
    public func verify(
        claims: [AnchorClaim] = [], witnessed: [WitnessedAnchor]? = nil,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        try verify(claims: claims, witnessed: witnessed, helpedFrom: 20_000, progress: progress)
    }

    /// - Parameter size: from how many entries on other threads help, if no one else writes; for fewer it does not pay.
    func verify(
        claims: [AnchorClaim], witnessed: [WitnessedAnchor]? = nil, helpedFrom size: Int64,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Verification {
        var finished: Verification?
        do {
            return try connection.transaction(.deferred) { () throws(LedgerFailure) in
                let verification = try verified(against: claims, witnessed, helpedFrom: size, progress: progress)
                finished = verification
                return verification
            }
        } catch {
            // SQLite commits no transaction in which it met damage, not even one that only read.
            guard let finished else { throw error }
            return finished
        }
    }

    private func verified(
        against claims: [AnchorClaim], _ witnessed: [WitnessedAnchor]?, helpedFrom size: Int64,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Verification {
        let schema = try LedgerFailure.carrying(
            try Schema.difference(on: connection, besides: isLogged ? [] : [Schema.logMode]))
        // Nothing is read from a table that may not be ours.
        guard schema.isReadable else {
            return Verification(entries: 0, anchor: nil, findings: schema.names.map { .schemaAltered($0) })
        }
        let anchor = try anchorIfLegible()
        let last = anchor?.number.value
        let isHelped = isStill && last.map { $0 >= size } ?? false
        return try LedgerFailure.database { () throws(SQLiteFailure) in
            var verifier = Verifier(
                connection: connection, claims: claims, witnessed: witnessed, schema: schema)
            if let last { verifier.progress = { progress($0, last) } }
            if isHelped { try verifier.checkAll(helpedAt: path) } else { try verifier.checkAll() }
            return Verification(
                entries: verifier.entries, anchor: anchor, findings: verifier.findings, remarks: verifier.remarks,
                anchors: verifier.anchors)
        }
    }
}

extension Ledger {
    /// Verifies a file and leaves it unchanged. Any staff member may ask.
    /// - Throws: ``LedgerFailure`` if the file cannot be read at all. A file with altered tables cannot tell who is
    ///   staff, so anyone who asks gets that finding alone. A file whose staff cannot be read is verified for anyone
    ///   who asks.
    public static func verify(
        path: String, by caller: Caller, claims: [AnchorClaim] = [], witnessed: [WitnessedAnchor]? = nil,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        do {
            return try with(path: path, access: .checking) { ledger throws(LedgerFailure) in
                do throws(LedgerFailure) {
                    try ledger.identify(caller, for: Set(Role.allCases), leavesTrace: false)
                } catch .sqlite(let failure) where failure.blamesContents {
                    // The findings include what is wrong with the staff.
                }
                return try ledger.verify(claims: claims, witnessed: witnessed, progress: progress)
            }
        } catch .damaged(.schema(let names)) {
            return Verification(entries: 0, anchor: nil, findings: names.map { .schemaAltered($0) })
        }
    }

    /// The last entry's anchor; `nil` if its contents are no anchor. A failure to read the disk is thrown.
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

/// One pass over the journal, with all comparisons along the way.
struct Verifier {
    let connection: Connection
    private(set) var findings: [VerifyFinding] = []
    private(set) var remarks: [Verification.Remark] = []
    private(set) var anchors: AnchorTally?
    private(set) var entries: Int64 = 0
    private(set) var replay: Replay?
    private let claims: [AnchorClaim]
    private let schema: Schema.Difference
    private var audit: AnchorAudit?
    /// When the previous entry was recorded, if that could be read.
    private var recordedAt: Moment?
    /// How many rows of `words` an entry refers to.
    private var wordsFound: Int64 = 0
    /// Missing texts, by subject, until a later entry says that they were erased.
    private var absent: [Exactly: [(words: Int64, entry: Int64)]] = [:]
    /// Called now and then with the number of entries read.
    var progress: (Int64) -> Void = { _ in }

    init(
        connection: Connection, claims: [AnchorClaim], witnessed: [WitnessedAnchor]?, schema: Schema.Difference
    ) {
        self.connection = connection
        audit = witnessed.map(AnchorAudit.init)
        self.schema = schema
        self.claims = claims
    }

    mutating func report(_ finding: VerifyFinding) {
        findings.append(finding)
    }

    /// Runs one check. Contents that cannot be read end the check but not the verification, so that the findings of the
    /// other checks are reported too.
    mutating func check(_ check: (inout Verifier) throws(SQLiteFailure) -> Void) throws(SQLiteFailure) {
        do {
            try check(&self)
        } catch {
            guard error.blamesContents else { throw error }
            let finding = VerifyFinding.fileDamaged(error.message)
            if !findings.contains(finding) { report(finding) }
        }
    }

    /// Runs all checks, one after the other.
    mutating func checkAll() throws(SQLiteFailure) {
        try check { verifier throws(SQLiteFailure) in
            try verifier.checkFile(verifier.connection.integrityComplaints())
        }
        try check { verifier throws(SQLiteFailure) in try verifier.checkSchema() }
        try check { verifier throws(SQLiteFailure) in
            try verifier.checkContents(
                of: JournalReader(connection: verifier.connection, claims: verifier.claims), readsAhead: false)
        }
    }

    /// Runs all checks. Meanwhile other threads check the file itself and read the journal ahead, each on its own
    /// connection. The findings come in the same order.
    mutating func checkAll(helpedAt path: String) throws(SQLiteFailure) {
        let helper = Worker()
        let file = Awaited<Result<[String], SQLiteFailure>>.by(helper) {
            Result { () throws(SQLiteFailure) in
                let connection = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
                // The check looks up every row in the indices, all over the file.
                try connection.script("PRAGMA cache_size = -16384")
                return try connection.integrityComplaints()
            }
        }
        var failure: SQLiteFailure?
        do throws(SQLiteFailure) {
            try check { verifier throws(SQLiteFailure) in try verifier.checkSchema() }
            try check { verifier throws(SQLiteFailure) in
                let journal = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
                try verifier.checkContents(
                    of: JournalReader(connection: journal, claims: verifier.claims), readsAhead: true)
            }
        } catch {
            failure = error
        }
        let others = findings
        findings = []
        let complaints = file.outcome(of: helper)
        try check { verifier throws(SQLiteFailure) in try verifier.checkFile(complaints.get()) }
        if let failure { throw failure }
        let damages = findings
        findings += others.filter { $0.id != .fileDamaged || !damages.contains($0) }
    }

    private mutating func checkContents(
        of reader: JournalReader, readsAhead: Bool
    ) throws(SQLiteFailure) {
        try readJournal(reader, JournalFeed(reader, readsAhead: readsAhead))
        try compareProjections()
    }

    /// Reports SQLite's own complaints about the file.
    private mutating func checkFile(_ complaints: [String]) {
        for complaint in complaints { report(.fileDamaged(complaint)) }
    }

    /// Checks that the file has the tables, indices and triggers of a ledger, and nothing else.
    mutating func checkSchema() throws(SQLiteFailure) {
        for name in schema.names { report(.schemaAltered(name)) }
        let version = try connection.first("PRAGMA user_version", as: Int64.self)
        if version != Schema.version { report(.schemaAltered("user_version")) }
    }

    private mutating func readJournal(
        _ reader: JournalReader, _ lines: JournalFeed
    ) throws(SQLiteFailure) {
        var movements = try MovementComparison(connection: connection)
        var words = try WordsReader(connection: connection)
        var documents = DocumentsCheck(connection: connection)
        while let line = try lines.next() {
            entries += 1
            if entries & 0xFFF == 0 { progress(entries) }
            findings += line.findings
            audit?.meet(line.seq, hash: line.hash)
            if let read = line.recorded {
                try decideAgain(read)
                remark(on: read)
                try checkSeals(read, in: &words)
                findings += try documents.check(read)
                let expected = read.entry.event.money.map {
                    MovementRow($0, number: read.number, day: read.entry.day)
                }
                findings += try movements.compare(expected, at: line.seq)
            } else {
                report(.entryUnreadable(line.seq))
            }
        }
        progress(entries)
        findings += try movements.finish()
        for text in absent.values.joined().sorted(by: { ($0.entry, $0.words) < ($1.entry, $1.words) }) {
            report(.wordsMissing(words: text.words, entry: text.entry))
        }
        let count = try connection.first("SELECT count(*) FROM words", as: Int64.self) ?? 0
        if count > wordsFound { report(.wordsStray(count: count - wordsFound)) }
        findings += try documents.finish()
        findings += reader.beyond
        guard let outcome = audit?.outcome(last: reader.last) else { return }
        findings += outcome.findings
        remarks += outcome.remarks
        anchors = outcome.tally
    }

    /// Adds remarks on what is in order but worth knowing.
    private mutating func remark(on read: Recorded) {
        let number = read.number.value
        if case .restored(let restoration) = read.entry.event {
            audit?.add(.init(entry: number, recordedAt: read.recordedAt, restoration: restoration))
        }
        if let leap = replay?.programme.leap(from: recordedAt, to: read.recordedAt) {
            remarks.append(.clockLeapt(number, leap))
        }
        recordedAt = read.recordedAt
    }

    /// Decides the entry again, as of the time when it was recorded.
    private mutating func decideAgain(_ read: Recorded) throws(SQLiteFailure) {
        guard let replay else {
            if read.number.value == 1 { replay = try Replay(opening: read.entry, journal: connection) }
            if replay == nil { report(.replayDiffers(read.number.value)) }
            return
        }
        let objection = objection(to: read, in: replay)
        if let objection { report(objection) }
        replay.apply(read, isAllowed: objection == nil)
        try replay.check()
    }

    /// What the rules object to in an entry, on the ledger before it; `nil` if nothing.
    private func objection(to read: Recorded, in replay: Replay) -> VerifyFinding? {
        // If the clock was set back, an entry's day may lie before its recorded time; it never lies after it.
        let latest = read.recordedAt.latestLocalDay
        let today = read.entry.event.isDatedByRecording ? min(read.entry.day, latest) : latest
        guard let command = read.entry.event.command(on: read.entry.day, in: replay) else {
            return .replayDiffers(read.number.value)
        }
        do throws(Refusal) {
            let decision = try decide(command, by: read.actor, on: today, once: read.entry.once, in: replay)
            return decision.entry == read.entry ? nil : .replayDiffers(read.number.value)
        } catch {
            return .replayRefused(read.number.value, error.rule)
        }
    }

    /// Checks that every text that the entry refers to is there and matches its seal, and that every text that it says
    /// is erased is gone.
    private mutating func checkSeals(_ read: Recorded, in words: inout WordsReader) throws(SQLiteFailure) {
        if case .wordsErased(let reference, let reason, _) = read.entry.event {
            absent[Exactly(reference.text)] = nil
            let kept = try connection.all(
                "SELECT id FROM words WHERE subject = ? AND id < ? AND text IS NOT NULL", reference.text, reason.words,
                as: Int64.self)
            for words in kept { report(.wordsKept(words: words, entry: read.number.value)) }
        }
        for seal in read.entry.event.seals {
            guard let text = try words.words(seal.words) else {
                report(.wordsMissing(words: seal.words, entry: read.number.value))
                continue
            }
            wordsFound += 1
            // A text's subject decides for whom it is disclosed and erased.
            guard Exactly(text.subject) == Exactly(read.entry.event.subject) else {
                report(.wordsAltered(words: seal.words, entry: read.number.value))
                continue
            }
            if text.isErased {
                absent[Exactly(text.subject), default: []].append((seal.words, read.number.value))
            } else if !text.isSealed(by: seal) {
                report(.wordsAltered(words: seal.words, entry: read.number.value))
            }
        }
    }
}
