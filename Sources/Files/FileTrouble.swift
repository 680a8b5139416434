/// Why a file could not be read or made.
public enum FileTrouble: Error, Equatable, Sendable {
    /// The file does not exist.
    case missing
    /// A file already exists there.
    case exists
    /// It is not an ordinary file.
    case notAFile
    /// The file was changed while it was read.
    case changed
    /// The file is larger than the limit, in bytes.
    case tooLarge(limit: Int)
    /// A database, or a log of one, is there; the program never replaces these.
    case database
    /// The file may not be read, so it may be a database.
    case unseen(String)
    /// The name is that of a log of this database.
    case logOf(String)
    /// This file exists, and SQLite would take it for a log of the new database.
    case strayLog(String)
    /// The file has other names, too.
    case linked
    /// Several machines may have the file open, on a network drive; a ledger's log does not allow that.
    case sharedFileSystem
    /// The system did not allow the file to be read or made; `errno`.
    case system(Int32)
    /// The file was begun, but could not be written or made durable; `errno`.
    case unwritten(Int32)
}
