import Files
import Glibc
public import MitBudget
import SQLite

/// What a restore did, or would do.
public struct Restored {
    /// The anchor of the backup's last entry.
    public let copy: Anchor
    /// The path of the replaced ledger; `nil` if there was none, or nothing was done yet.
    public let kept: String?
    /// The entries of the replaced ledger that the backup lacks.
    public let lost: [JournalLine]
    /// The erasures that the replaced ledger had after the backup, and that are repeated.
    public let erasedAgain: [ErasedAgain]
    /// The account of the administrator for whom root of the machine restored; `nil` if a staff member restored.
    public let rootActedFor: AccountName?
    /// Whether the ledger was missing, so that no one knows what was recorded after the backup.
    public let hasReplacedNone: Bool
    /// The entry that records the restore; `nil` if nothing was done yet.
    public let recorded: Recorded?
}

/// How a backup is to take the ledger's place.
public struct RestoreOrder {
    /// The path of the backup.
    public let copy: String
    /// Anchors that the backup must match.
    public let claims: [AnchorClaim]
    /// Whether the restore may lose entries that the backup lacks.
    public let acceptsLoss: Bool
    /// Whether the restore only reports what it would do.
    public let isDry: Bool
    /// The reason of a repeated erasure if the lost one's cannot be told.
    public let standIn: Wording
    /// Root of the machine, if root asks; `nil` if someone else does.
    public let root: Root?

    /// An order; nothing is read or changed yet.
    public init(
        copy: String, claims: [AnchorClaim], acceptsLoss: Bool, isDry: Bool, standIn: Wording, root: Root?
    ) {
        self.copy = copy
        self.claims = claims
        self.acceptsLoss = acceptsLoss
        self.isDry = isDry
        self.standIn = standIn
        self.root = root
    }
}

extension Ledger {
    /// Puts a backup in the ledger's place.
    ///
    /// The backup is verified first. The ledger that it replaces is locked from the comparison on, so that no entry is
    /// recorded meanwhile and lost unseen. The replaced ledger stays beside the new one under another name, and an
    /// entry records the restore. What was erased after the backup is erased again before the backup takes the ledger's
    /// place.
    /// - Throws: ``LedgerFailure/unsound(path:_:)`` if the backup is not in order or does not match an anchor;
    ///   ``LedgerFailure/unrestorable(_:)``, with every entry that would be lost, or if someone has the ledger open.
    ///   The ledger is then unchanged.
    public static func restore(
        _ order: RestoreOrder, to path: String, by caller: Caller, under circumstances: Circumstances,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Restored {
        let path = file(path)
        let isLost = try checkPlace(of: order.copy, against: path)
        let draft = try LedgerFailure.draft(beside: path)
        // From here on only its path is used, so the draft must be kept alive.
        defer { withExtendedLifetime(draft) {} }
        let (copy, restorer) = try prepare(
            order, at: draft.path, for: path, by: caller, as: isLost ? order.root : nil, progress: progress)
        try with(path: draft.path, access: .reading) { ledger throws(LedgerFailure) in
            try ledger.minding(circumstances)
        }
        let current = try alone(at: path)
        if isLost, current != nil { throw .unmade(path: path, .exists) }
        try current?.identify(caller, for: [.administrator], leavesTrace: false)
        let loss = try current?.loss(toCopyAt: draft.path) ?? Loss(entries: [], erasures: [])
        let beyond = order.claims.filter { $0.number > copy.number }
        if !(loss.entries.isEmpty && beyond.isEmpty || order.acceptsLoss) {
            throw .unrestorable(.lacks(entries: loss.entries, of: beyond, last: copy.number))
        }
        func restored(_ kept: String?, _ recorded: Recorded?, _ erasedAgain: [ErasedAgain]) -> Restored {
            Restored(
                copy: copy, kept: kept, lost: loss.entries, erasedAgain: erasedAgain,
                rootActedFor: restorer.isRoot ? restorer.caller.account : nil, hasReplacedNone: current == nil,
                recorded: recorded)
        }
        if order.isDry { return restored(nil, nil, loss.erasures.map(\.planned)) }

        let head = try current?.anchor()
        let restoration: Restoration =
            head.map { .replacing(head: $0.number, hash: $0.hash.hex, lost: loss.entries.count) }
            ?? .ofLostLedger(byRoot: restorer.isRoot)
        let (recorded, erasedAgain) = try with(path: draft.path, access: .recording) { ledger throws(LedgerFailure) in
            try ledger.note(
                restoration, erasingAgain: loss.erasures, standIn: order.standIn, by: restorer.caller,
                under: circumstances.unheard)
        }
        let last = erasedAgain.last?.recorded ?? recorded
        guard let current else {
            try restorer.own(draft.path)
            try LedgerFailure.making(path) { () throws(FileTrouble) in try draft.place(as: .database) }
            circumstances.committed(last)
            return restored(nil, recorded, [])
        }
        let kept = try current.keep(as: path + ".replaced-" + circumstances.now().stamp)
        try current.checkPlace()
        try current.take(over: draft.path)
        circumstances.committed(last)
        return restored(kept, recorded, erasedAgain)
    }

    /// - Returns: whether there is no ledger any more.
    private static func checkPlace(of copy: String, against path: String) throws(LedgerFailure) -> Bool {
        guard let ledger = FileIdentity(of: path) else {
            try LedgerFailure.making(path) { () throws(FileTrouble) in try Place.check(path, for: .database) }
            return true
        }
        if FileIdentity(of: file(copy)) == ledger { throw .unrestorable(.sameFile) }
        return false
    }

    /// Verifies a backup and copies it.
    /// - Parameter root: root of the machine, if it may act for an administrator.
    /// - Returns: the anchor of the backup's last entry, and who restores it.
    private static func prepare(
        _ order: RestoreOrder, at draft: String, for path: String, by caller: Caller, as root: Root?,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> (Anchor, Restorer) {
        do throws(LedgerFailure) {
            return try with(path: order.copy, access: .checking) { copy throws(LedgerFailure) in
                let restorer = try Restorer(caller, of: copy, as: root)
                let verification = try copy.verify(claims: order.claims, progress: progress)
                // An anchor beyond the end means that entries are missing, which the order may accept.
                let findings = verification.findings.filter { $0.id != .anchorBeyond }
                guard findings.isEmpty else { throw .unsound(path: order.copy, findings) }
                try copy.connection.copy(toFileAt: draft, for: path)
                return (try copy.anchor(), restorer)
            }
        } catch {
            throw error.ofCopy(order.copy)
        }
    }

    /// Opens the ledger to be replaced so that no one else can open it; `nil` if there is none.
    private static func alone(at path: String) throws(LedgerFailure) -> Ledger? {
        var status = stat()
        guard lstat(path, &status) == 0 || errno != ENOENT else { return nil }
        let inspected = try inspect(path, for: .recording)
        let connection: Connection
        do throws(SQLiteFailure) {
            connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 5000)
            // Once taken, the lock stays until the connection closes.
            try connection.script("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        } catch {
            throw error.kind == .busy ? .unrestorable(.inUse) : LedgerFailure.sqlite(error).asUnwritable(path)
        }
        return try Ledger(connection: connection, path: path, access: .recording, inspected: inspected)
    }

    /// What another ledger lacks: all entries after the last one that the two have in common.
    /// - Throws: ``LedgerFailure/unrestorable(_:)`` if they have none in common.
    private func loss(toCopyAt path: String) throws(LedgerFailure) -> Loss {
        let other = try LedgerFailure.database { () throws(SQLiteFailure) in
            try Connection(path: path, access: .untouched, busyMilliseconds: 0)
        }
        // An entry's hash covers all entries before it, so the two diverge at the first hash that differs.
        let common = try LedgerFailure.database { () throws(SQLiteFailure) in
            var last: Int64 = 0
            var rows = try connection.rows("SELECT seq, hash FROM journal ORDER BY seq")
            while let row = try rows.next() {
                let seq = try row.integer(0)
                let hash = try other.first("SELECT hash FROM journal WHERE seq = ?", seq, as: String.self)
                guard let hash, try row.holds(hash, at: 1) else { return seq - 1 }
                last = seq
            }
            return last
        }
        guard common > 0 else { throw .unrestorable(.anotherLedger) }
        let entries = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT seq, recorded_at, actor, kind, day, body, hash FROM main.journal WHERE seq > ? ORDER BY seq
                """, common, read: JournalLine.init)
        }
        return Loss(entries: entries, erasures: try erasures(among: entries, after: common, of: other))
    }

    /// Keeps the ledger under another name.
    private func keep(as name: String) throws(LedgerFailure) -> String {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .system(call: "lstat", errno: errno) }
        var kept = name
        for attempt in 2...100 {
            guard FileIdentity(of: kept) != nil else { break }
            kept = "\(name)-\(attempt)"
        }
        let draft = try LedgerFailure.draft(beside: kept, mode: status.st_mode & 0o777)
        try connection.copy(toFileAt: draft.path, for: kept)
        try LedgerFailure.making(kept) { () throws(FileTrouble) in try draft.place(as: .database) }
        return kept
    }

    /// Takes over the contents of another file, in one transaction, and closes the ledger.
    private func take(over path: String) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            let source = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
            try source.copy(to: connection)
        }
        // The copy is committed. If the log cannot be folded in now, the next connection folds it in.
        try? connection.foldLog()
        try? connection.close()
    }
}

extension Moment {
    /// For the name of a file: `20250302T141500Z`.
    fileprivate var stamp: String {
        iso.filter { $0 != "-" && $0 != ":" }
    }
}
