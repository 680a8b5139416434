public import MitBudget
import SQLite

extension Ledger {
    /// Erases what a command erases, the texts on a citizen or a document, and every byte of it from the file, its log
    /// and its free pages.
    ///
    /// The entry and the erasure are one transaction. Afterwards the whole file is written anew, without what SQLite
    /// left behind in unused pages.
    /// - Throws: as ``record(_:once:by:under:)``, with nothing recorded; ``LedgerFailure/unswept(_:_:)`` if it was
    ///   recorded but others held on to the older pages for as long as the ledger waits, or the disk failed. Erasing
    ///   once more sweeps again.
    @discardableResult
    public func erase(
        _ command: Command, once: Once? = nil, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        try prepareToErase()
        let recording = try record(command, once: once, by: caller, under: circumstances)
        do throws(SQLiteFailure) {
            try sweep()
        } catch {
            throw .unswept(recording.recorded.number, error)
        }
        return recording
    }

    /// From now on SQLite overwrites freed bytes, and keeps temporary copies of what is erased in memory instead of
    /// files. Those are of one row at a time, see decision 0035.
    func prepareToErase() throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.script("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
    }

    /// Rewrites the file without what it no longer holds, and empties the log.
    func sweep() throws(SQLiteFailure) {
        try connection.foldLog()
        try connection.rewrite()
        try connection.foldLog()
    }
}
