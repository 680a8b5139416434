import Glibc
public import MitBudget
import SQLite

extension Ledger {
    /// Makes a ledger whose entry 1 fixes the terms. The file appears whole or not at all, with mode 0600 (0660 for
    /// a group) whatever the umask, and never in place of another.
    /// - Parameters:
    ///   - group: the group that shares the file, by id.
    ///   - fill: records more in the new ledger before it gets its name; false, or a throw, and it never does.
    /// - Throws: ``LedgerFailure/exists(path:)``, ``LedgerFailure/refused(_:)``, or what the file system said.
    public static func create(
        path: String, programme: Programme, administrator: StaffMember, group: UInt32? = nil,
        under circumstances: Circumstances,
        filling fill: ((Ledger, Recorded) throws(LedgerFailure) -> Bool)? = nil
    ) throws(LedgerFailure) -> Recorded {
        let path = file(path)
        let opening = try consider(programme, administrator: administrator, today: circumstances.today(), path: path)
        let draft = try Draft(beside: path, mode: group == nil ? 0o600 : 0o660, group: group)
        let recorded = try begin(draft.path, with: opening, by: administrator.id, under: circumstances)
        var isKept = true
        if let fill {
            isKept = try with(path: draft.path, access: .recording) { ledger throws(LedgerFailure) in
                let isKept = try fill(ledger, recorded)
                try LedgerFailure.carrying(try ledger.connection.foldLog())
                return isKept
            }
        }
        if isKept { try draft.place(at: path) }
        return recorded
    }

    /// Decides on an opening without making anything.
    /// - Throws: ``LedgerFailure/exists(path:)`` or ``LedgerFailure/refused(_:)``.
    public static func consider(
        _ programme: Programme, administrator: StaffMember, today: Day, path: String
    ) throws(LedgerFailure) -> Entry {
        var status = stat()
        guard lstat(path, &status) != 0 else { throw .exists(path: path) }
        do {
            return try MitBudget.open(programme, administrator: administrator, on: today)
        } catch {
            throw .refused(error)
        }
    }

    private static func begin(
        _ draft: String, with opening: Entry, by actor: StaffID, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recorded {
        let connection = try LedgerFailure.database { () throws(SQLiteFailure) in
            let connection = try Connection(path: draft, access: .readWrite, busyMilliseconds: 0)
            try connection.script(Schema.file)
            try connection.script(Schema.connection)
            return connection
        }
        let recorded = try connection.transaction(.immediate) { () throws(LedgerFailure) -> Recorded in
            try LedgerFailure.carrying(try Schema.make(on: connection))
            let appender = Appender(connection: connection, circumstances: circumstances)
            return try appender.append(opening, by: actor)
        }
        // Only the file itself gets the ledger's name; what stood in the log alone would be lost.
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.foldLog()
            try connection.close()
        }
        return recorded
    }
}
