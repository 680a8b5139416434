import Files
import Glibc
public import MitBudget
import SQLite

/// A backup put in the ledger's place, or about to be.
public struct Restored {
    /// The backup's last entry.
    public let copy: Anchor
    /// Where the replaced ledger is kept; `nil` where there was none, or nothing was done yet.
    public let kept: String?
    /// The entries of the replaced ledger that the backup lacks.
    public let lost: [JournalLine]
    /// The entry that tells of it; `nil` where nothing was done yet.
    public let recorded: Recorded?
}

/// How a backup is to take the ledger's place.
public struct RestoreOrder {
    /// The backup.
    public let copy: String
    /// Anchors that the backup must bear.
    public let claims: [AnchorClaim]
    /// Whether entries may be lost.
    public let acceptsLoss: Bool
    /// Whether only to look what it would come to.
    public let isDry: Bool

    /// An order.
    public init(copy: String, claims: [AnchorClaim], acceptsLoss: Bool, isDry: Bool) {
        self.copy = copy
        self.claims = claims
        self.acceptsLoss = acceptsLoss
        self.isDry = isDry
    }
}

extension Ledger {
    /// Puts a backup in the ledger's place.
    ///
    /// The backup is verified first, and the ledger that it replaces is held alone from the comparison on, so that
    /// nothing is recorded meanwhile that would be lost unseen. The replaced ledger stays beside it under another name;
    /// an entry tells of it.
    /// - Throws: ``LedgerFailure/unsound(path:_:)`` where the backup is not in order or does not bear an anchor;
    ///   ``LedgerFailure/unrestorable(_:)``, with every entry that would be lost, or where someone has the ledger
    ///   open. The ledger is then as it was.
    public static func restore(
        _ order: RestoreOrder, to path: String, by caller: Caller, under circumstances: Circumstances,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void = { _, _ in }
    ) throws(LedgerFailure) -> Restored {
        let path = file(path)
        try checkPlace(of: order.copy, against: path)
        let draft = try LedgerFailure.draft(beside: path)
        // It is looked at by its path alone from here on.
        defer { withExtendedLifetime(draft) {} }
        let copy = try prepare(order, at: draft.path, by: caller, progress: progress)
        try with(path: draft.path, access: .reading) { ledger throws(LedgerFailure) in
            try ledger.minding(circumstances)
        }
        let circumstances = Circumstances(
            now: circumstances.now, today: circumstances.today, salt: circumstances.salt,
            committed: circumstances.committed)
        let current = try alone(at: path)
        try current?.identify(caller, for: [.administrator], leavesTrace: false)
        let lost = try current?.entriesLacking(fromLedgerAt: draft.path) ?? []
        let beyond = order.claims.filter { $0.number > copy.number }
        if !(lost.isEmpty && beyond.isEmpty || order.acceptsLoss) {
            throw .unrestorable(.lacks(entries: lost, of: beyond, last: copy.number))
        }
        if order.isDry { return Restored(copy: copy, kept: nil, lost: lost, recorded: nil) }

        let head = try current?.anchor()
        let restoration = Restoration(lost: lost.count, replaced: head.map { ($0.number, $0.hash.hex) })
        let recorded = try with(path: draft.path, access: .recording) { ledger throws(LedgerFailure) in
            let recorded = try ledger.record(.restore(restoration), by: caller, under: circumstances.unheard).recorded
            try LedgerFailure.carrying(try ledger.connection.foldLog())
            return recorded
        }
        guard let current else {
            try LedgerFailure.making(path) { () throws(FileTrouble) in try draft.place(as: .database) }
            circumstances.committed(recorded)
            return Restored(copy: copy, kept: nil, lost: [], recorded: recorded)
        }
        let kept = try current.keep(as: path + ".replaced-" + circumstances.now().stamp)
        try current.checkPlace()
        try current.take(over: draft.path)
        circumstances.committed(recorded)
        return Restored(copy: copy, kept: kept, lost: lost, recorded: recorded)
    }

    private static func checkPlace(of copy: String, against path: String) throws(LedgerFailure) {
        guard let ledger = FileIdentity(of: path) else {
            return try LedgerFailure.making(path) { () throws(FileTrouble) in try Place.check(path, for: .database) }
        }
        if FileIdentity(of: file(copy)) == ledger { throw .unrestorable(.sameFile) }
    }

    /// Verifies a backup and copies it.
    /// - Returns: its last entry's anchor.
    private static func prepare(
        _ order: RestoreOrder, at draft: String, by caller: Caller,
        progress: @escaping (_ done: Int64, _ all: Int64) -> Void
    ) throws(LedgerFailure) -> Anchor {
        try with(path: order.copy, access: .checking) { copy throws(LedgerFailure) in
            try copy.identify(caller, for: [.administrator], leavesTrace: true)
            let verification = try copy.verify(claims: order.claims, progress: progress)
            // An anchor beyond the end says that entries are missing; which may be accepted.
            let findings = verification.findings.filter { $0.id != .anchorBeyond }
            guard findings.isEmpty else { throw .unsound(path: order.copy, findings) }
            try copy.connection.copy(toFileAt: draft)
            return try copy.anchor()
        }
    }

    /// The ledger that is to be replaced, opened so that no one else can; `nil` where there is none.
    private static func alone(at path: String) throws(LedgerFailure) -> Ledger? {
        var status = stat()
        guard lstat(path, &status) == 0 || errno != ENOENT else { return nil }
        let identity = try inspect(path, for: .recording)
        let connection: Connection
        do throws(SQLiteFailure) {
            connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 5000)
            // Once taken, the lock stays until the connection closes.
            try connection.script("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        } catch {
            throw error.kind == .busy ? .unrestorable(.inUse) : .sqlite(error)
        }
        return try Ledger(connection: connection, path: path, access: .recording, identity: identity)
    }

    /// The entries that another ledger lacks: all after the last that the two have in common.
    /// - Throws: ``LedgerFailure/unrestorable(_:)`` where they have none in common.
    private func entriesLacking(fromLedgerAt path: String) throws(LedgerFailure) -> [JournalLine] {
        // An entry's hash holds for all before it, so the first that differs is where the two part.
        let common = try LedgerFailure.database { () throws(SQLiteFailure) in
            let other = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
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
        return try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT seq, recorded_at, actor, kind, day, body, hash FROM main.journal WHERE seq > ? ORDER BY seq
                """, common, read: JournalLine.init)
        }
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
        try connection.copy(toFileAt: draft.path)
        try LedgerFailure.making(kept) { () throws(FileTrouble) in try draft.place(as: .database) }
        return kept
    }

    /// Becomes what another file holds, in one transaction, and lets go of the file.
    private func take(over path: String) throws(LedgerFailure) {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            let source = try Connection(path: path, access: .untouched, busyMilliseconds: 0)
            try source.copy(to: connection)
        }
        // What was copied is committed; a log that cannot be folded in now is folded in by whoever opens next.
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
