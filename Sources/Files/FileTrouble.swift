/// Why a file could not be read or made.
public enum FileTrouble: Error, Equatable, Sendable {
    /// There is no such file.
    case missing
    /// There is one already.
    case exists
    /// It is not an ordinary file.
    case notAFile
    /// It was changed while it was read.
    case changed
    /// It is larger than what is asked for can be.
    case tooLarge(limit: Int)
    /// It is a database, or a log of one: that is never replaced.
    case database
    /// This file is there and may not be read, so it may be a database.
    case unseen(String)
    /// Its name is that of a log of this database.
    case logOf(String)
    /// This file lies there, and would be taken for a log of what is to be made.
    case strayLog(String)
    /// It has other names besides.
    case linked
    /// Several machines may have it open, on a network drive, which a ledger's log does not bear.
    case sharedFileSystem
    /// The system did not let it be read or made; `errno`.
    case system(Int32)
    /// It was begun, and could not be written or made to last; `errno`.
    case unwritten(Int32)
}
