import Files
public import MitBudget
import SQLite

extension Ledger {
    /// Makes a ledger whose entry 1 fixes the terms. The file appears whole or not at all, with mode 0600 (0660 for a
    /// group) regardless of the umask, and never replaces another.
    /// - Parameters:
    ///   - group: the group that shares the file, by id.
    /// - fill: records more in the new ledger before it gets its name. If it returns false or throws, no file appears.
    /// - Throws: ``LedgerFailure/unmade(path:_:)`` or ``LedgerFailure/refused(_:)``.
    public static func create(
        path: String, programme: Programme, administrator: StaffMember, group: UInt32? = nil,
        under circumstances: Circumstances,
        filling fill: ((Ledger, Recorded) throws(LedgerFailure) -> Bool)? = nil
    ) throws(LedgerFailure) -> Recorded {
        let path = file(path)
        let opening = try consider(programme, administrator: administrator, today: circumstances.today(), path: path)
        if let leap = programme.leap(from: nil, to: circumstances.now()), !circumstances.acceptsLeap(leap) {
            throw .clockNotAccepted
        }
        let draft = try LedgerFailure.draft(beside: path, mode: group == nil ? 0o600 : 0o660, group: group)
        let ledger = try begin(draft.path, programme)
        let recorded = try ledger.open(with: opening, by: administrator.id, under: circumstances)
        guard try fill?(ledger, recorded) ?? true else { return recorded }
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try ledger.connection.script(Schema.file)
            try ledger.connection.close()
        }
        try LedgerFailure.making(path) { () throws(FileTrouble) in try draft.place(as: .database) }
        circumstances.committed(ledger.latest ?? recorded)
        return recorded
    }

    /// Decides on an opening without making anything.
    /// - Throws: ``LedgerFailure/unmade(path:_:)``, ``LedgerFailure/unsafe(path:_:)`` or ``LedgerFailure/refused(_:)``.
    public static func consider(
        _ programme: Programme, administrator: StaffMember, today: Day, path: String
    ) throws(LedgerFailure) -> Entry {
        let path = file(path)
        try LedgerFailure.making(path) { () throws(FileTrouble) in try Place.check(path, for: .database) }
        guard !FileSystem.isShared(at: folder(of: path)) else { throw .unmade(path: path, .sharedFileSystem) }
        do {
            return try MitBudget.open(programme, administrator: administrator, on: today)
        } catch {
            throw .refused(error)
        }
    }

    private static func begin(_ draft: String, _ programme: Programme) throws(LedgerFailure) -> Ledger {
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: draft, access: .readWrite, busyMilliseconds: 0)
            try connection.script(Schema.connection)
            try connection.script(Schema.draft)
            return connection
        }
        return Ledger(connection: connection, path: draft, terms: (1, programme), isDraft: true)
    }

    private func open(
        with entry: Entry, by actor: StaffID, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recorded {
        try connection.transaction(.immediate) { () throws(LedgerFailure) -> Recorded in
            try LedgerFailure.carrying(try Schema.make(on: connection))
            return try Appender(connection: connection, circumstances: circumstances).append(entry, by: actor)
        }
    }
}
