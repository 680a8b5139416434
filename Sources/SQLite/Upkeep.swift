import CSQLite

/// What is done with a file as a whole.
extension Connection {
    /// Copies the whole database into another, through SQLite's backup interface: a consistent state of it, while
    /// others go on reading and writing. The other becomes the same page for page, in one transaction of its own.
    /// - Throws: what SQLite says; the other database is then as it was.
    public func copy(to other: Connection) throws(SQLiteFailure) {
        let (source, target) = (try database(), try other.database())
        guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
            throw SQLiteFailure(code: sqlite3_extended_errcode(target), on: target)
        }
        // Every page in one step: the state that is copied is the one of its beginning.
        let step = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard step == SQLITE_DONE else { throw SQLiteFailure(code: step, on: target) }
        guard end == SQLITE_OK else { throw SQLiteFailure(code: end, on: target) }
    }

    /// Folds the write-ahead log into the file and empties it, so that the file stands alone.
    ///
    /// The last connection to close does that too, but keeps it to itself when it fails.
    /// - Throws: a failure of kind ``SQLiteFailure/Kind/busy`` while someone else uses the log.
    public func foldLog() throws(SQLiteFailure) {
        let database = try database()
        let code = sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: database) }
    }

    /// Whether the file was moved, deleted or replaced since it was opened.
    public func isMoved() throws(SQLiteFailure) -> Bool {
        var moved: Int32 = 0
        let code = sqlite3_file_control(try database(), "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: nil) }
        return moved != 0
    }
}
