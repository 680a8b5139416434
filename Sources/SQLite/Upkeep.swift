import CSQLite

/// Work on a file as a whole.
extension Connection {
    /// Copies the whole database into another through SQLite's backup interface: a consistent state, while others go on
    /// reading and writing. The other becomes equal page for page, in one transaction of its own.
    /// - Throws: what SQLite reports; the other database is then unchanged.
    public func copy(to other: Connection) throws(SQLiteFailure) {
        let (source, target) = (try database(), try other.database())
        guard let backup = sqlite3_backup_init(target, "main", source, "main") else {
            throw SQLiteFailure(code: sqlite3_extended_errcode(target), on: target)
        }
        // One step for all pages copies the state at its beginning.
        let step = sqlite3_backup_step(backup, -1)
        let end = sqlite3_backup_finish(backup)
        guard step == SQLITE_DONE else { throw SQLiteFailure(code: step, on: target) }
        guard end == SQLITE_OK else { throw SQLiteFailure(code: end, on: target) }
    }

    /// Moves the write-ahead log into the file and empties it, so that the file is complete without it.
    ///
    /// The last connection to close does that too, but does not report a failure.
    /// - Throws: a failure of kind ``SQLiteFailure/Kind/busy`` while someone else uses the log.
    public func foldLog() throws(SQLiteFailure) {
        let database = try database()
        let code = sqlite3_wal_checkpoint_v2(database, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: database) }
    }

    /// Writes the whole file anew, with what it holds and nothing else, in one transaction.
    ///
    /// SQLite builds the new file as a temporary one before it takes the old one's place. That lies in the database's
    /// own folder, open to its owner alone, and loses its name as soon as it is made, so it is gone with the process
    /// however that ends. It takes as much of the disk as the new file, and none of the memory.
    /// - Throws: what SQLite reports, a full disk for instance; the file is then as before.
    public func rewrite() throws(SQLiteFailure) {
        let database = try database()
        let name = sqlite3_db_filename(database, "main").map { String(cString: $0) } ?? ""
        if let end = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
            let code = csqlite_put_temporary_files_in(String(name[...end]))
            guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: nil) }
        }
        // The statements before and after keep their temporary copies where they did.
        let kept = try first("PRAGMA temp_store", as: Int64.self)
        try script("PRAGMA temp_store = FILE")
        defer { if kept == 2 { try? script("PRAGMA temp_store = MEMORY") } }
        try run("VACUUM")
    }

    /// What SQLite finds wrong with the file's pages, its indices and its rows' types; at most twenty complaints.
    /// - Throws: what SQLite reports, and a page that the system could not read. SQLite lists that as a complaint, but
    ///   it is no fault of the file.
    public func integrityComplaints() throws(SQLiteFailure) -> [String] {
        let complaints = try all("PRAGMA integrity_check(20)", as: String.self).filter { $0 != "ok" }
        for complaint in complaints {
            guard let code = Self.unreadPage(in: complaint), code & 0xFF == SQLITE_IOERR else { continue }
            throw SQLiteFailure(code: code, message: String(cString: sqlite3_errstr(code)))
        }
        return complaints
    }

    /// The result code of a page that could not be read, if the complaint is about one.
    private static func unreadPage(in complaint: String) -> Int32? {
        if let end = complaint.firstRange(of: "unable to get the page. error code=")?.upperBound {
            return Int32(complaint[end...].prefix { $0.isNumber })
        }
        // For the pages of a chain SQLite does not report the code. It has checked their numbers, so it can be no other
        // code.
        return complaint.contains("failed to get page") ? SQLITE_IOERR | 1 << 8 : nil
    }

    /// Whether the file was moved, deleted or replaced since it was opened.
    public func isMoved() throws(SQLiteFailure) -> Bool {
        var moved: Int32 = 0
        let code = sqlite3_file_control(try database(), "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        guard code == SQLITE_OK else { throw SQLiteFailure(code: code, on: nil) }
        return moved != 0
    }
}
