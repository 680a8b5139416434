import Arguments
import Files
import MitBudget
import MitBudgetStore
import SQLite

/// Why a command was not done.
enum Failure: Error {
    /// The command line cannot be understood.
    case usage(UsageError)
    /// The ledger failed or refused.
    case ledger(LedgerFailure)
    /// The ledger knows no such staff member, but one with a similar id.
    case unknownStaff(StaffID, nearest: String)
    /// A named file cannot be read or made.
    case file(path: String, World.FileTrouble)
    /// A named file or folder cannot be made.
    case unmade(path: String, World.FileTrouble)
    /// The input cannot be spooled to the ledger's folder.
    case unspooled(World.FileTrouble)
    /// A file's contents cannot be understood.
    case contents(path: String, FileFault)
    /// The calling account has a name that the ledger cannot hold, or none.
    case noAccount
    case noSuchGroup(String)
    /// Standard output cannot be written to. An entry that was already recorded stands.
    case outputClosed(recorded: EntryNumber?)
    /// A file holds no report.
    case notAReport(path: String)
    /// A line of a file of anchors is not an anchor.
    case notAnchors(path: String, line: Int)
    /// A line of an import cannot be understood.
    case line(LineTrouble)
    /// Lines of an import cannot be recorded.
    case lines(LineFaults)
    /// A file to import has no lines that say anything.
    case nothingToImport(path: String)
    /// A file to import, or an extract, has a format that cannot be read.
    case foreign(path: String, ForeignFormat, isExtract: Bool = false)
    /// An extract cannot be understood.
    case extract(path: String, ExtractTrouble)
    /// Every line of a file to import is already recorded, in entries of this range.
    case imported(path: String, lines: Int64, entries: ClosedRange<EntryNumber>)
    /// A command of the worked example failed.
    case demo(ExitStatus, command: String, complaint: String)
}

extension Failure {
    var refusal: Refusal? {
        switch self {
        case .ledger(.refused(let refusal, _)): refusal
        case .unknownStaff(let id, _): .staffUnknown(id)
        case .usage, .ledger, .file, .unmade, .unspooled, .contents, .noAccount, .noSuchGroup, .outputClosed,
            .notAReport, .notAnchors, .line, .lines, .nothingToImport, .foreign, .extract, .imported,
            .demo:
            nil
        }
    }

    /// What scripts see of the failure: the exit status, and the kind in `{"error":{"kind":…}}`.
    var kind: (status: ExitStatus, name: String) {
        switch self {
        case .usage: (.usage, "usage")
        case .ledger(let failure): Self.kind(failure)
        case .unknownStaff: (.notPermitted, "refusal")
        case .file(_, let trouble):
            switch trouble {
            case .missing: (.missing, "missing")
            case .exists, .database, .unseen, .logOf, .strayLog, .linked, .sharedFileSystem:
                (.cannotCreate, "cannot-create")
            case .notAFile, .tooLarge: (.malformed, "malformed")
            case .changed: (.busy, "busy")
            case .system, .unwritten: (.inputOutput, "input-output")
            }
        case .unmade(_, let trouble), .unspooled(let trouble): Self.kind(unmade: trouble)
        case .contents: (.malformed, "malformed")
        case .noSuchGroup: (.usage, "usage")
        case .noAccount: (.notPermitted, "not-permitted")
        case .outputClosed: (.inputOutput, "input-output")
        case .notAReport, .notAnchors: (.malformed, "malformed")
        case .line, .nothingToImport, .foreign, .extract: (.malformed, "malformed")
        case .imported: (.no, "import")
        case .lines(let faults): (faults.status, "import")
        case .demo(let status, _, _): (status, status == .fault ? "fault" : "demo")
        }
    }

    /// Status and kind for a file that could not be created, or not be written whole.
    private static func kind(unmade trouble: FileTrouble) -> (ExitStatus, String) {
        switch trouble {
        case .unwritten: (.inputOutput, "input-output")
        case .missing, .exists, .notAFile, .changed, .tooLarge, .database, .unseen, .logOf, .strayLog,
            .linked, .sharedFileSystem, .system:
            (.cannotCreate, "cannot-create")
        }
    }

    private static func kind(_ failure: LedgerFailure) -> (ExitStatus, String) {
        switch failure {
        case .refused(let refusal, _):
            (refusal.rule == .staffUnknown || refusal.rule == .notPermitted ? .notPermitted : .no, "refusal")
        case .ambiguous: (.usage, "usage")
        case .missing: (.missing, "missing")
        case .unmade(_, let trouble): kind(unmade: trouble)
        case .notALedger, .notOrdinary, .unsafe, .otherSchema, .damaged: (.malformed, "malformed")
        case .exposed: (.notPermitted, "exposed")
        case .moved: (.busy, "busy")
        case .unswept(_, let cause): cause.kind == .busy ? (.busy, "busy") : (.inputOutput, "input-output")
        case .unsound: (.no, "unsound")
        case .copy(_, let failure): kind(failure)
        case .unrestorable(let obstacle):
            switch obstacle {
            case .inUse: (.busy, "busy")
            case .sameFile, .anotherLedger: (.no, "unrestorable")
            case .lacks: (.no, "loss")
            case .rootNamesNoOne: (.notPermitted, "not-permitted")
            }
        case .clockNotAccepted: (.no, "clock")
        case .noSuchEntry: (.usage, "usage")
        case .contradicted(let finding): (.no, finding.id.rawValue)
        case .system, .unwritable: (.inputOutput, "input-output")
        case .sqlite(let failure):
            switch failure.kind {
            case .busy: (.busy, "busy")
            case .corrupt, .notADatabase, .mismatch: (.malformed, "malformed")
            case .cannotOpen, .full, .inputOutput, .readOnly, .permission, .interrupted:
                (.inputOutput, "input-output")
            case .constraint, .other: (.fault, "fault")
            }
        }
    }
}
