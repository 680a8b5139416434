import Arguments
import Files
import MitBudget
import MitBudgetStore
import SQLite

/// Why a command was not done.
enum Failure: Error {
    /// The command line cannot be understood.
    case usage(UsageError)
    /// The ledger said no.
    case ledger(LedgerFailure)
    /// The ledger knows no such staff member, but one of a similar id.
    case unknownStaff(StaffID, nearest: String)
    /// A file that was named cannot be read or made.
    case file(path: String, World.FileTrouble)
    /// A file or folder that was named cannot be made.
    case unmade(path: String, World.FileTrouble)
    /// What is read cannot be set aside in the ledger's folder.
    case unspooled(World.FileTrouble)
    /// A file's contents cannot be understood.
    case contents(path: String, FileFault)
    /// The calling account has no name that the ledger can hold.
    case noAccount
    /// The machine has no such group.
    case noSuchGroup(String)
    /// Standard output cannot be written to; what was recorded before, if anything was, stands.
    case outputClosed(recorded: EntryNumber?)
    /// A file holds no terms of a report.
    case notAReport(path: String)
    /// A line of a file is none of a file of anchors.
    case notAnchors(path: String, line: Int)
    /// A line of an import cannot be understood.
    case line(LineTrouble)
    /// Lines of an import cannot be recorded.
    case lines(LineFaults)
    /// A file that was to be imported says nothing.
    case nothingToImport(path: String)
    /// A file that was to be imported is of another kind.
    case foreign(path: String, ForeignFormat)
    /// All lines of a file that was to be imported stand in the ledger, in entries of those numbers.
    case imported(path: String, lines: Int64, entries: ClosedRange<EntryNumber>)
    /// A command of the worked example was not done.
    case demo(ExitStatus, command: String, complaint: String)
}

extension Failure {
    /// The rule's refusal, where a rule refused.
    var refusal: Refusal? {
        switch self {
        case .ledger(.refused(let refusal, _)): refusal
        case .unknownStaff(let id, _): .staffUnknown(id)
        case .usage, .ledger, .file, .unmade, .unspooled, .contents, .noAccount, .noSuchGroup, .outputClosed,
            .notAReport, .notAnchors, .line, .lines, .nothingToImport, .foreign, .imported, .demo:
            nil
        }
    }

    /// What stands for the failure in scripts: the exit status, and the kind in `{"error":{"kind":…}}`.
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
        case .line, .nothingToImport, .foreign: (.malformed, "malformed")
        case .imported: (.no, "import")
        case .lines(let faults): (faults.status, "import")
        case .demo(let status, _, _): (status, status == .fault ? "fault" : "demo")
        }
    }

    /// What could not be made; or was begun, and could not be written whole.
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
        case .notALedger, .notOrdinary, .unsafe, .newerSchema, .damaged: (.malformed, "malformed")
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
