import JSON
import MitBudget
import SQLite

extension Ledger {
    /// Reads the whole ledger and says all that is wrong with it: chain, numbering, clock, every entry decided once
    /// more from nothing, every projection compared row by row, every text against its seal, the file itself.
    /// - Parameters:
    ///   - claims: anchors copied earlier, to be found again.
    ///   - witnessed: the lines of a file of anchors, in order; `nil` for none.
    ///   - progress: is told now and then how many of how many entries are read.
    /// - Throws: ``LedgerFailure`` where the file cannot be read at all.
    public func verify(
        claims: [AnchorClaim] = [], witnessed: [WitnessedAnchor]? = nil,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        try verify(claims: claims, witnessed: witnessed, helpedFrom: 20_000, progress: progress)
    }

    /// - Parameter size: from how many entries on other threads help, where no one else writes: for fewer it does not
    ///   pay.
    func verify(
        claims: [AnchorClaim], witnessed: [WitnessedAnchor]? = nil, helpedFrom size: Int64,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Verification {
        var finished: Verification?
        do {
            return try reading { () throws(LedgerFailure) in
                let verification = try verified(against: claims, witnessed, helpedFrom: size, progress: progress)
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
        against claims: [AnchorClaim], _ witnessed: [WitnessedAnchor]?, helpedFrom size: Int64,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Verification {
        let schema = try LedgerFailure.carrying(
            try Schema.difference(on: connection, besides: isLogged ? [] : [Schema.logMode]))
        // Nothing is read from what may be no table of ours.
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
    /// Verifies the file of that name and leaves it as it lies, for anyone who is staff.
    /// - Throws: ``LedgerFailure`` where the file cannot be read at all. A file whose tables are not those that were
    ///   made cannot tell who is staff: that alone is then what is found, whoever asks. One whose staff cannot be read
    ///   is verified for whoever asks.
    public static func verify(
        path: String, by caller: Caller, claims: [AnchorClaim] = [], witnessed: [WitnessedAnchor]? = nil,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        do {
            return try with(path: path, access: .checking) { ledger throws(LedgerFailure) in
                do throws(LedgerFailure) {
                    try ledger.identify(caller, for: Set(Role.allCases), leavesTrace: false)
                } catch .sqlite(let failure) where failure.blamesContents {
                    // What is wrong with the staff is among what is found.
                }
                return try ledger.verify(claims: claims, witnessed: witnessed, progress: progress)
            }
        } catch .damaged(.schema(let names)) {
            return Verification(entries: 0, anchor: nil, findings: names.map { .schemaAltered($0) })
        }
    }

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
    private(set) var findings: [VerifyFinding] = []
    private(set) var remarks: [Verification.Remark] = []
    private(set) var anchors: AnchorTally?
    private(set) var entries: Int64 = 0
    private(set) var replay: Replay?
    private let claims: [AnchorClaim]
    private let schema: Schema.Difference
    private var audit: AnchorAudit?
    /// When the entry before was recorded, as far as that could be read.
    private var recordedAt: Moment?
    /// Rows of `words` that an entry refers to.
    private var wordsFound: Int64 = 0
    /// Texts that are gone, by whom they were about, as long as no later entry says that they were erased.
    private var absent: [Exactly: [(words: Int64, entry: Int64)]] = [:]
    /// Is told now and then how many entries are read.
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

    /// Makes one of the checks. Contents that cannot be read end the check and not the verification, so that what the
    /// others find is told as well.
    mutating func check(_ check: (inout Verifier) throws(SQLiteFailure) -> Void) throws(SQLiteFailure) {
        do {
            try check(&self)
        } catch {
            guard error.blamesContents else { throw error }
            let finding = VerifyFinding.fileDamaged(error.message)
            if !findings.contains(finding) { report(finding) }
        }
    }

    /// Makes all checks, one after the other.
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

    /// Makes all checks. Other threads look at the file as a file and read the journal ahead meanwhile, each on its own
    /// connection; what is found is told in the same order.
    mutating func checkAll(helpedAt path: String) throws(SQLiteFailure) {
        let helper = Worker()
        let file = Awaited<Result<[String], SQLiteFailure>>.by(helper) {
            Result { () throws(SQLiteFailure) in
                let connection = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
                // Every row is looked up in the indices, here and there in the file.
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

    /// What SQLite itself says of the file.
    private mutating func checkFile(_ complaints: [String]) {
        for complaint in complaints { report(.fileDamaged(complaint)) }
    }

    /// Tables, indices and triggers: what an open ledger should be made of, and nothing else.
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
        while let line = try lines.next() {
            entries += 1
            if entries & 0xFFF == 0 { progress(entries) }
            findings += line.findings
            audit?.meet(line.seq, hash: line.hash)
            if let read = line.recorded {
                try decideAgain(read)
                remark(on: read)
                try checkSeals(read, in: &words)
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
        findings += reader.beyond
        guard let outcome = audit?.outcome(last: reader.last) else { return }
        findings += outcome.findings
        remarks += outcome.remarks
        anchors = outcome.tally
    }

    /// What is no fault, and worth knowing.
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

    /// Decides the entry once more, as of the time when it was recorded.
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

    /// What the rules say against an entry, on the ledger as it stood before.
    private func objection(to read: Recorded, in replay: Replay) -> VerifyFinding? {
        // A clock that was set back leaves a day before that of the time recorded; no clock leaves a later one.
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

    /// Every text that the entry refers to is there and is the one that was sealed; every text that it says is erased
    /// is gone.
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
            // Whose a text is decides what is disclosed and erased.
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
