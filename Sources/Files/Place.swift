import Glibc

/// Checks where a file may be put.
public enum Place {
    /// The kind of file that is put there.
    public enum Content: Equatable, Sendable {
        /// A database. It replaces nothing, and no file beside it may look like its log.
        case database
        /// Any other file. It replaces nothing or, with `replacing`, an ordinary file that is no database.
        case document(replacing: Bool)
    }

    /// Checks whether a file may be put at a path.
    /// - Throws: the reason why it may not.
    public static func check(_ path: String, for content: Content) throws(FileTrouble) {
        var status = stat()
        if lstat(path, &status) == 0 {
            guard content == .document(replacing: true) else { throw .exists }
            guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
            guard DatabaseFile.log(beside: path) == nil, try !DatabaseFile.isOne(at: path) else { throw .database }
        } else if errno != ENOENT {
            throw .system(errno)
        }
        switch content {
        case .database:
            if let name = DatabaseFile.name(withoutLogSuffix: path) { throw .logOf(name) }
            if let log = DatabaseFile.log(beside: path) { throw .strayLog(log) }
        case .document:
            try checkIsNoLog(path)
        }
    }

    /// - Throws: ``FileTrouble/logOf(_:)`` where the name is that of a log of an existing database, or
    ///   ``FileTrouble/unseen(_:)`` where a file may be such a database.
    static func checkIsNoLog(_ path: String) throws(FileTrouble) {
        guard let name = DatabaseFile.name(withoutLogSuffix: path), try DatabaseFile.isOne(at: name) else { return }
        throw .logOf(name)
    }
}
