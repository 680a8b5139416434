/// How the program ends; the numbers are those of sysexits.h, besides 0 and 1.
public enum ExitStatus: Int32, CaseIterable, Sendable {
    /// The command did what was asked.
    case done = 0
    /// A rule refused, or a check found something.
    case no = 1
    /// The command line cannot be understood.
    case usage = 64
    /// A file's contents cannot be understood.
    case malformed = 65
    /// There is no such ledger or file.
    case missing = 66
    /// The program itself is at fault.
    case fault = 70
    /// Something cannot be created.
    case cannotCreate = 73
    /// Input or output failed.
    case inputOutput = 74
    /// Someone else is writing; trying again later may work.
    case busy = 75
    /// The account or the role may not give the command.
    case notPermitted = 77
}
