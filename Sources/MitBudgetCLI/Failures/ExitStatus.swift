/// How the program ends; the numbers are those of sysexits.h, besides 0 and 1.
public enum ExitStatus: Int32, CaseIterable, Sendable {
    /// Done.
    case done = 0
    /// Refused by a rule, or a check found something.
    case no = 1
    /// The command line cannot be understood.
    case usage = 64
    /// A file's contents cannot be understood.
    case malformed = 65
    /// No such ledger or file.
    case missing = 66
    /// A fault of ours.
    case fault = 70
    /// Something cannot be created.
    case cannotCreate = 73
    /// Input or output failed.
    case inputOutput = 74
    /// Someone else is writing; try again.
    case busy = 75
    /// The account or the role may not do that.
    case notPermitted = 77
}
