import Arguments
import Files
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// One run of one command: its world, its settings, and its buffered output.
final class Session {
    let world: World
    let settings: Settings
    private var buffer = ""

    init(world: World, settings: Settings) {
        self.world = world
        self.settings = settings
    }

    var language: Language { settings.language }
    var style: Style { settings.style }
    var today: Day { world.today }

    func print(_ line: String = "") {
        put(line + "\n")
    }

    /// Prints text without ending the line.
    func put(_ text: String) {
        buffer += settings.harmless.text(text)
        if buffer.utf8.count > 65_536 { _ = flush() }
    }

    func print(_ phrase: Phrase) {
        print(phrase[language])
    }

    func print(_ json: JSON) {
        print(json.compact)
    }

    private var hasFailed = false
    private var flushes = 0

    /// Writes out what was printed; false if writing has failed, now or before.
    func flush() -> Bool {
        if !buffer.isEmpty, !hasFailed { hasFailed = !world.output.write(buffer) }
        buffer = ""
        flushes += 1
        return !hasFailed
    }

    /// The account that runs the program, and the staff id that it claims.
    func caller() throws(Failure) -> Caller {
        guard let account = world.account() else { throw .noAccount }
        return Caller(account: account, claim: settings.claim)
    }

    var circumstances: Circumstances {
        let world = world
        return Circumstances(
            now: world.now, today: { world.today },
            salt: { Self.hexDigits(of: world.random(16)) }, acceptsLeap: accepts, committed: { self.keep($0) })
    }

    private(set) var recorded: EntryNumber?

    /// Notes that an entry is recorded, and adds its anchor to the file that `MITBUDGET_ANCHORS` names.
    private func keep(_ recorded: Recorded) {
        self.recorded = recorded.number
        guard let path = world.environment("MITBUDGET_ANCHORS"), !path.isEmpty else { return }
        do {
            try world.append("\(recorded.recordedAt.iso) \(recorded.anchor.text)", path, settings.ledger)
        } catch {
            let explanation = Failure.unmade(path: path, error).explanation
            warn(
                Phrase(
                    da: """
                        Postering \(recorded.number) står, men dens kontrolkode kom ikke i MITBUDGET_ANCHORS: \
                        \(explanation.message)
                        """,
                    en: """
                        Entry \(recorded.number) stands, but its anchor did not get into MITBUDGET_ANCHORS: \
                        \(explanation.message)
                        """))
        }
    }

    /// A text of the program's own, as the ledger stores it: in the user's language.
    func wording(_ phrase: Phrase) throws(Failure) -> Wording {
        do throws(ValueFault) {
            return try ValueKind.words.parse(phrase[language])
        } catch {
            throw .usage(.invalidValue(parameter: "", typed: Echo(""), fault: error, command: []))
        }
    }

    private static func hexDigits(of bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
            for (index, byte) in bytes.enumerated() {
                for (place, digit) in [byte >> 4, byte & 0xF].enumerated() {
                    text[2 * index + place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                }
            }
            return 2 * bytes.count
        }
    }

    /// Opens the ledger, does a piece of work, and closes it. From here on phrases speak the words of its terms.
    func withLedger<Output>(
        _ access: Ledger.Access, _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(Failure) -> Output {
        var known: [String] = []
        let (printed, flushes) = (buffer, flushes)
        do throws(LedgerFailure) {
            return try Ledger.with(path: settings.ledger, access: access) { ledger throws(LedgerFailure) in
                // If someone wrote meanwhile, the work runs again and its earlier output is discarded.
                guard self.flushes == flushes else { throw .overtaken }
                buffer = printed
                Vocabulary(ledger.programme).adopt()
                do throws(LedgerFailure) {
                    return try work(ledger)
                } catch {
                    if case .refused(.staffUnknown, _) = error { known = ledger.activeStaff }
                    throw error
                }
            }
        } catch {
            throw hinted(error, by: known)
        }
    }

    /// Adds to a refusal of an unknown staff id the id that was most likely meant.
    private func hinted(_ failure: LedgerFailure, by known: [String]) -> Failure {
        guard case .refused(.staffUnknown(let typed), []) = failure, let meant = nearest(to: typed.text, in: known)
        else { return .ledger(failure) }
        return .unknownStaff(typed, nearest: meant)
    }

    /// Opens the ledger for reading, which any staff member may do.
    func reading<Output>(
        _ roles: Set<Role> = Set(Role.allCases), _ work: (Ledger) throws(LedgerFailure) -> Output
    ) throws(Failure) -> Output {
        let caller = try caller()
        return try withLedger(.reading) { ledger throws(LedgerFailure) in
            try ledger.identify(caller, for: roles, leavesTrace: false)
            return try work(ledger)
        }
    }

    /// Warns on standard error, beside the result.
    func warn(_ phrase: Phrase) { warn(Hint(phrase)) }

    /// Warns on standard error, and says what to type about it.
    func warn(_ hint: Hint) {
        let message = hint.text(in: language, globals: settings.globals)
        let warning: JSON = ["warning": ["message": .string(message)]]
        let line = settings.format == .json ? warning.compact : "mitbudget: " + message
        _ = world.error.write(line + "\n")
    }

    /// Lets `write` make a file in a draft beside its place, and renames the draft once it is whole.
    func withDraft(
        _ path: String, replacing: Bool, _ work: (@escaping (String) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        try withDraft(path, as: .document(replacing: replacing)) { draft, fault throws(Failure) in
            try work { piece in fault.catching { () throws(FileTrouble) in try draft.write(piece) } }
        }
    }

    /// Makes a new file of bytes, which are made once it is known that the file may be; replaces none.
    func make(_ path: String, of bytes: () throws(Failure) -> [UInt8]) throws(Failure) {
        try withDraft(path, as: .document(replacing: false)) { draft, fault throws(Failure) in
            let bytes = try bytes()
            fault.catching { () throws(FileTrouble) in try draft.write(bytes) }
        }
    }

    private func withDraft(
        _ path: String, as content: Place.Content, _ fill: (Draft, Fault) throws(Failure) -> Void
    ) throws(Failure) {
        let draft: Draft
        do {
            draft = try world.begin(path, content)
        } catch {
            throw .unmade(path: path, error)
        }
        let fault = Fault()
        try fill(draft, fault)
        do throws(FileTrouble) {
            if let first = fault.first { throw first }
            try draft.place(as: content)
        } catch {
            throw .unmade(path: path, error)
        }
    }

    /// The first failure while writing a draft.
    private final class Fault {
        private(set) var first: FileTrouble?

        /// Writes, unless writing failed before.
        func catching(_ write: () throws(FileTrouble) -> Void) {
            guard first == nil else { return }
            do throws(FileTrouble) {
                try write()
            } catch {
                first = error
            }
        }
    }

    /// Reads a file that the user named, up to a limit in bytes.
    func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        do {
            return try world.read(path, limit)
        } catch {
            throw .file(path: path, error)
        }
    }
}

extension Ledger {
    /// The ids of all active staff; none if they cannot be read.
    fileprivate var activeStaff: [String] {
        ((try? staff()) ?? []).filter(\.member.isActive).map(\.member.id.text)
    }
}
