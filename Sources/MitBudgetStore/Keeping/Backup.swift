import Files
import Glibc
public import MitBudget
import SQLite

extension Ledger {
    /// Copies the ledger, as it stands at one moment, into a new file: while others write, whole or not at all, synced,
    /// and verified before it gets its name. The copy is its owner's alone.
    /// - Parameters:
    ///   - caller: who asks; an administrator's right.
    ///   - progress: is told how far the verification has come.
    /// - Returns: what verifying the copy came to, with its anchor.
    /// - Throws: ``LedgerFailure/unmade(path:_:)``; ``LedgerFailure/unsound(path:_:)`` where the ledger itself is not
    ///   in order; ``LedgerFailure/refused(_:)``; or what the file system said.
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
    /// Copies the whole database over a draft.
    /// - Parameter place: where that is meant to go.
    func copy(toFileAt draft: String, for place: String) throws(LedgerFailure) {
        do throws(SQLiteFailure) {
            let copy = try Connection(path: draft, access: .readWrite, busyMilliseconds: 0)
            // No one else has it, and who fails throws it away: it needs no journal to go back by, and no index of its
            // log in shared memory, which its place may not have, if that is a network drive.
            try copy.script("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE")
            try self.copy(to: copy)
            try copy.foldLog()
            try copy.close()
        } catch {
            // There is no room where it is written, not where it is read.
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
