import Files
import Glibc
public import MitBudget
import SQLite

extension Ledger {
    /// Copies the ledger, as it stands at one moment, into a new file. Others may write meanwhile. The copy appears
    /// whole or not at all; it is synced and verified before it gets its name, and only its owner may open it.
    /// - Parameters:
    /// - caller: who asks; must be an administrator.
    ///   - progress: called with the progress of the verification.
    /// - Returns: the copy's verification, with its anchor.
    /// - Throws: ``LedgerFailure/unmade(path:_:)``; ``LedgerFailure/unsound(path:_:)`` if the ledger itself is not in
    ///   order; ``LedgerFailure/refused(_:)``; or what the file system reported.
    public func backup(
        to path: String, by caller: Caller, progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Verification {
        let path = Self.file(path)
        try identify(caller, for: [.administrator], leavesTrace: false)
        try LedgerFailure.making(path) { () throws(FileTrouble) in try Place.check(path, for: .database) }
        let draft = try LedgerFailure.draft(beside: path)
        try connection.copy(toFileAt: draft.path, for: path)
        let verification = try Ledger.with(path: draft.path, access: .checking) { copy throws(LedgerFailure) in
            try copy.verify(progress: progress)
        }
        guard verification.isClean else { throw .unsound(path: self.path, verification.findings) }
        try LedgerFailure.making(path) { () throws(FileTrouble) in try draft.place(as: .database) }
        return verification
    }
}

extension Connection {
    /// Copies the whole database into a draft.
    /// - Parameter place: the path that the draft is to take.
    func copy(toFileAt draft: String, for place: String) throws(LedgerFailure) {
        do throws(SQLiteFailure) {
            let copy = try Connection(path: draft, access: .readWrite, busyMilliseconds: 0)
            // No one else has the draft open, and after a failure it is thrown away. So it needs no rollback journal,
            // and no log index in shared memory, which a network drive may not have.
            try copy.script("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE")
            try self.copy(to: copy)
            try copy.foldLog()
            try copy.close()
        } catch {
            // The disk that is written to is full, not the one that is read.
            switch error.kind {
            case .full: throw .unmade(path: place, .unwritten(error.systemError == EDQUOT ? EDQUOT : ENOSPC))
            case .inputOutput where error.systemError == EFBIG: throw .unmade(path: place, .unwritten(EFBIG))
            case .busy, .constraint, .corrupt, .notADatabase, .cannotOpen, .inputOutput, .readOnly, .permission,
                .interrupted, .mismatch, .other:
                throw .sqlite(error)
            }
        }
    }
}
