import Files
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Records the lines of a file in one transaction, all or none; in a dry run, says what would be recorded.
final class Importer {
    private let session: Session
    private let isDry: Bool
    private let progress: Progress
    private var faults = LineFaults()
    private var tally = ImportTally()
    private var earlier = EarlierLines()
    /// How many lines repeat existing entries, whether refused or answered by their once key, and which entries these
    /// are. Counts whether a whole file is given twice, so counting stops at the first line that repeats nothing.
    private var known: (lines: Int64, entries: ClosedRange<EntryNumber>?) = (0, nil)
    private var trouble: Failure?

    init(_ session: Session, isDry: Bool) {
        self.session = session
        self.isDry = isDry
        progress = Progress(Phrase(da: "Indlæser", en: "Importing"), in: session)
    }

    func run(_ path: String) throws(Failure) -> ExitStatus {
        let caller = try session.caller()
        let source = try open(path)
        defer { source.close() }
        defer { progress.clear() }
        let (lines, pending) = try begin(source, caller, path)
        try record(lines, pending)
        progress.clear()
        if let trouble { throw trouble }
        let isWindows = (lines.meaning as? DisbursementTable)?.isWindows == true
        if isWindows, faults.count == 0 || session.settings.format != .json { warnOfEncoding() }
        guard faults.count == 0 else {
            if let entries = known.entries, known.lines == faults.lines {
                throw .imported(path: path, lines: faults.lines, entries: entries)
            }
            throw .lines(faults)
        }
        session.tell(tally, isDry: isDry)
        session.warn(ofUnknownLoginsIn: tally.bindings, isDry: isDry)
        if !isDry, let last = tally.last { session.warnOfClock(last) }
        return .done
    }

    /// Opens the file. A source that someone may still be writing, such as a pipe, is read to its end first, so that no
    /// one waits for the ledger while we wait for input.
    private func open(_ path: String) throws(Failure) -> World.Source {
        let source: World.Source
        do {
            source = try session.world.open(path)
        } catch {
            throw .file(path: path, error)
        }
        guard source.size == nil else { return source }
        defer { source.close() }
        var fault: World.FileTrouble?
        var watched = source
        watched.next = { () throws(World.FileTrouble) in
            do throws(World.FileTrouble) {
                return try source.next()
            } catch {
                fault = error
                throw error
            }
        }
        let ledger = session.settings.ledger
        do {
            return try session.world.spool(watched, ledger)
        } catch {
            throw fault.map { .file(path: path, $0) } ?? .unspooled(error)
        }
    }

    /// Where the lines come from, and who imports them.
    private struct Lines {
        let reader: LineReader
        let meaning: any LineMeaning
        let caller: Caller
        let path: String
    }

    /// Finds out from the file's beginning what it holds.
    /// - Returns: its lines, and the first of them unless that is a header.
    private func begin(
        _ source: World.Source, _ caller: Caller, _ path: String
    ) throws(Failure) -> (Lines, pending: LineReader.Line?) {
        let reader = LineReader(source)
        let head: [UInt8]
        do {
            head = try reader.head(ForeignFormat.glance)
        } catch {
            throw .file(path: path, error)
        }
        if let format = ForeignFormat(head) { throw .foreign(path: path, format) }
        guard let first = try next(of: reader, path) else { throw .nothingToImport(path: path) }
        if first.bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") || first.isTooLong {
            let meaning = JSONLines(session)
            return (Lines(reader: reader, meaning: meaning, caller: caller, path: path), first)
        }
        do {
            let meaning = try DisbursementTable(first, session)
            return (Lines(reader: reader, meaning: meaning, caller: caller, path: path), nil)
        } catch {
            faults.lines = 1
            faults.add(.line(error), at: first.number)
            throw .lines(faults)
        }
    }

    // MARK: Recording

    private func record(_ lines: Lines, _ pending: LineReader.Line?) throws(Failure) {
        var first: LineRequest?
        if let pending { first = request(pending, lines) }
        if let first, case .opening(let terms) = first.content {
            return try create(terms, at: pending?.number ?? 1, lines)
        }
        do {
            try session.withLedger(.recording) { ledger throws(LedgerFailure) in
                let anyone = Set(Role.allCases)
                try ledger.identify(Caller(account: lines.caller.account), for: anyone, leavesTrace: false)
                try recordRest(of: lines, after: first.map { ($0, pending?.number ?? 1) }, in: ledger)
            }
        } catch {
            // The first line may have been meant to make the ledger. The other lines can still be read, but not
            // decided.
            guard case .ledger(.missing) = error, faults.count > 0 else { throw error }
            while let line = next(of: lines) { _ = request(line, lines) }
        }
    }

    private func create(_ terms: Terms, at number: Int64, _ lines: Lines) throws(Failure) {
        Vocabulary(terms.programme).adopt()
        do {
            _ = try Ledger.create(
                path: session.settings.ledger, programme: terms.programme, administrator: terms.administrator,
                group: terms.group, under: session.circumstances
            ) { ledger, recorded throws(LedgerFailure) in
                self.tally.count(new: recorded)
                try self.recordRest(of: lines, after: nil, in: ledger)
                return self.isKept
            }
        } catch {
            guard case .refused = error else { throw .ledger(error) }
            faults.add(.ledger(error), at: number)
            while let line = next(of: lines) { _ = request(line, lines) }
        }
        if isKept { session.warnOfFolder(sharedWith: terms.group) }
    }

    private var isKept: Bool { !isDry && trouble == nil && faults.count == 0 }

    private func recordRest(
        of lines: Lines, after first: (request: LineRequest, number: Int64)?, in ledger: Ledger
    ) throws(LedgerFailure) {
        try ledger.recordMany(under: session.circumstances) { recorder throws(LedgerFailure) in
            if let first { try take(first.request, at: first.number, lines, recorder) }
            while let line = next(of: lines) {
                guard let request = request(line, lines) else { continue }
                try take(request, at: line.number, lines, recorder)
            }
            return isKept
        }
    }

    private func take(
        _ asked: LineRequest, at number: Int64, _ lines: Lines, _ recorder: Recorder
    ) throws(LedgerFailure) {
        guard case .entry(let request) = asked.content else { return faults.add(.line(.lateOpening), at: number) }
        let caller = Caller(account: lines.caller.account, claim: asked.claim ?? session.settings.claim)
        do {
            let recording = try recorder.record(request.command, once: request.once, by: caller)
            tally.count(recording)
            if recording.isRepeated {
                note(known: recording.recorded.number)
            } else {
                earlier.note(recording.recorded.number, at: number)
            }
        } catch {
            switch error {
            case .refused, .ambiguous:
                faults.add(.ledger(error), at: number, becauseOf: earlier.line(namedBy: error))
                try look(for: request.command, in: recorder)
            case .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .otherSchema, .damaged,
                .noSuchEntry, .contradicted, .clockNotAccepted, .unswept, .unwritable, .unsound, .copy, .unrestorable,
                .system,
                .sqlite:
                throw error
            }
        }
    }

    private func look(for command: Command, in recorder: Recorder) throws(LedgerFailure) {
        guard isAllKnown, let entry = try recorder.entry(like: command) else { return }
        note(known: entry)
    }

    /// Whether all lines before this one repeat existing entries.
    private var isAllKnown: Bool { known.lines + 1 == faults.lines }

    private func note(known entry: EntryNumber) {
        guard isAllKnown else { return }
        let entries = known.entries ?? entry...entry
        known = (faults.lines, min(entries.lowerBound, entry)...max(entries.upperBound, entry))
    }

    // MARK: Reading

    /// The next line; `nil` at the end, and if reading fails, which `trouble` then remembers.
    private func next(of lines: Lines) -> LineReader.Line? {
        do throws(Failure) {
            let line = try next(of: lines.reader, lines.path)
            if let line, line.number & 0x3FF == 0, let size = lines.reader.size {
                progress.show(lines.reader.done, of: size)
            }
            return line
        } catch {
            trouble = error
            return nil
        }
    }

    private func next(of reader: LineReader, _ path: String) throws(Failure) -> LineReader.Line? {
        do {
            return try reader.next()
        } catch {
            throw .file(path: path, error)
        }
    }

    /// What a line asks for; `nil` if it says nothing, or cannot be understood, which is noted as a fault.
    private func request(_ line: LineReader.Line, _ lines: Lines) -> LineRequest? {
        do throws(Failure) {
            guard !line.isTooLong else { throw .line(.tooLong(limit: LineReader.limit)) }
            guard let request = try lines.meaning.request(line) else { return nil }
            faults.lines += 1
            return request
        } catch {
            faults.lines += 1
            faults.add(error, at: line.number)
            return nil
        }
    }

    private func warnOfEncoding() {
        session.warn(
            Phrase(
                da: "Filen er læst som Windows-1252, som Excel skriver den; den er ikke UTF-8.",
                en: "The file was read as Windows-1252, as Excel writes it; it is not UTF-8."))
    }
}

/// Counts the entries that an import recorded.
struct ImportTally {
    private var counts: [EntryKind: Int] = [:]
    private(set) var first: EntryNumber?
    private(set) var last: Recorded?

    /// How many lines repeated an earlier line or entry under the same once key.
    private(set) var already = 0

    mutating func count(_ recording: Ledger.Recording) {
        if recording.isRepeated { already += 1 } else { count(new: recording.recorded) }
    }

    /// The entries that bind a staff member to a login.
    private(set) var bindings: [(event: Event, actor: StaffID?)] = []

    mutating func count(new recorded: Recorded) {
        let event = recorded.entry.event
        if [.staffAdded, .staffRebound].contains(event.kind) { bindings.append((event, recorded.actor)) }
        counts[event.kind, default: 0] += 1
        first = first ?? recorded.number
        last = recorded
    }

    var total: Int { counts.values.reduce(0, +) }

    /// The kinds that were recorded, in the journal's order.
    var kinds: [(kind: EntryKind, count: Int)] {
        EntryKind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
}

extension Session {
    fileprivate func tell(_ tally: ImportTally, isDry: Bool) {
        settings.format == .json ? print(json(tally, isDry: isDry)) : printText(tally, isDry: isDry)
    }

    private func json(_ tally: ImportTally, isDry: Bool) -> JSON {
        let kinds = JSON.object(
            tally.kinds.map { JSON.Member(key: $0.kind.rawValue, value: .integer(Int64($0.count))) })
        var members: [JSON.Member] =
            isDry ? [.init(key: "dryRun", value: true), .init(key: "allowed", value: true)] : []
        members += [
            .init(key: "entries", value: .integer(Int64(tally.total))), .init(key: "kinds", value: kinds),
        ]
        if !isDry {
            members += [
                .init(key: "first", value: tally.first.map { .integer($0.value) } ?? .null),
                .init(key: "last", value: tally.last.map { .integer($0.number.value) } ?? .null),
                .init(key: "anchor", value: tally.last.map { .string($0.anchor.text) } ?? .null),
            ]
        }
        if tally.already > 0 { members.append(.init(key: "already", value: .integer(Int64(tally.already)))) }
        return .object(members)
    }

    private func printText(_ tally: ImportTally, isDry: Bool) {
        if isDry {
            print(
                Phrase(
                    da: "Ville være tilladt: \(.entries(tally.total)).",
                    en: "Would be allowed: \(.entries(tally.total))."))
        } else if let first = tally.first, let last = tally.last?.number {
            print(
                Phrase(
                    da: "Indlæst: \(.entries(tally.total)), nr. \(first) til \(last).",
                    en: "Imported: \(.entries(tally.total)), number \(first) to \(last)."))
        } else if tally.already == 0 {
            print(Phrase(da: "Filen har ingen linjer at indlæse.", en: "The file has no lines to import."))
        }
        if tally.already > 0 {
            print(
                Phrase(
                    da: "Allerede bogført under samme nøgle: \(.entries(tally.already)).",
                    en: "Recorded already under the same key: \(.entries(tally.already))."))
        }
        let width = tally.kinds.map { String($0.count).count }.max() ?? 0
        for (kind, count) in tally.kinds {
            let number = String(count)
            print("  " + String(repeating: " ", count: width - number.count) + number + "  " + kind.phrase[language])
        }
        if isDry {
            print(Phrase(da: "Intet er bogført.", en: "Nothing was recorded."))
        } else if let last = tally.last {
            print(Phrase(da: "  Kontrolkode \(last.anchor.text)", en: "  Anchor \(last.anchor.text)"))
        }
    }
}
