public import MitBudget
import SQLite

/// Records many commands in one transaction, each decided by the same rules as if it were the only one.
///
/// What the rules ask for is read once and followed in memory, and the file's fence is asked once for all movements
/// before they are kept, see ``FenceForMany``. Once there are many indeed, the tables are written in the background,
/// see ``TrailingWriter``. What stands in the file afterwards is the same.
///
/// Nothing else may be asked of the ledger as long as commands are recorded.
public final class Recorder {
    private let connection: Connection
    private let view: FollowingView
    private let appender: Appender
    private let today: Day
    /// How many are decided before the tables are left to trail behind.
    private let untilTrailing: Int
    private var decided = 0
    /// The entry that was recorded last.
    fileprivate private(set) var latest: Recorded?

    fileprivate init(
        _ ledger: Ledger, under circumstances: Circumstances, trailingAfter count: Int
    ) throws(LedgerFailure) {
        connection = ledger.connection
        view = try FollowingView(connection: connection, programme: ledger.programme)
        appender = Appender(connection: connection, circumstances: circumstances)
        today = circumstances.today()
        untilTrailing = count
    }

    /// Decides and records the next command. One that is refused leaves no trace, and others may follow.
    /// - Throws: as ``Ledger/record(_:once:by:under:)``.
    @discardableResult
    public func record(
        _ command: Command, once: Once? = nil, by caller: Caller
    ) throws(LedgerFailure) -> Ledger.Recording {
        if decided == untilTrailing { try LedgerFailure.carrying(try trail()) }
        decided += 1
        let (actor, answer) = try Ledger.decide(command, once: once, by: caller, today: today, in: view)
        switch answer {
        case .already(let recorded): return Ledger.Recording(repeating: recorded)
        case .new(let decision):
            try view.prepare(for: decision.entry)
            let recorded = try appender.append(decision.entry, by: actor)
            view.apply(recorded, decided: decision.entry)
            latest = recorded
            return Ledger.Recording(recorded, decision)
        }
    }

    /// The standing entry that holds a command's voucher, where it says what the command asks for.
    /// - Throws: ``LedgerFailure``.
    public func entry(like command: Command) throws(LedgerFailure) -> EntryNumber? {
        guard let holder = command.voucher.flatMap(view.holder(of:)) else { return nil }
        return try view.recorded(holder, saying: command)?.number
    }

    private func trail() throws(SQLiteFailure) {
        let writer = try TrailingWriter(connection)
        try view.trail(writer)
        appender.writer = writer
    }

    fileprivate func finish() throws(SQLiteFailure) {
        try view.writeTotals()
    }

    /// Gives the connection back, whatever became of what is on its way.
    fileprivate func leave() {
        try? (appender.writer as? TrailingWriter)?.settle()
    }
}

extension Ledger {
    /// Records many commands: all or none.
    /// - Parameter work: hands the commands over; true keeps what was recorded, false leaves no trace of it.
    /// - Throws: what the work throws, with no trace left; or what SQLite said.
    public func recordMany(
        under circumstances: Circumstances, _ work: (Recorder) throws(LedgerFailure) -> Bool
    ) throws(LedgerFailure) {
        try recordMany(under: circumstances, trailingAfter: 4096, work)
    }

    func recordMany(
        under circumstances: Circumstances, trailingAfter count: Int,
        _ work: (Recorder) throws(LedgerFailure) -> Bool
    ) throws(LedgerFailure) {
        try minding(circumstances)
        var latest: Recorded?
        do throws(Undone) {
            try connection.transaction(.immediate) { () throws(Undone) in
                let isKept: Bool
                do throws(LedgerFailure) {
                    try checkPlace()
                    // Vouchers and citizens come in any order; their indices are looked into at every entry.
                    try LedgerFailure.carrying(try connection.script("PRAGMA cache_size = -16384"))
                    (isKept, latest) = try recordMany(under: circumstances, trailingAfter: count, inside: work)
                    try checkPlace()
                } catch {
                    throw .failed(error)
                }
                if !isKept { throw .notKept }
            }
        } catch {
            switch error {
            case .failed(let failure): throw blamingTables(for: failure)
            case .notKept: return
            }
        }
        if let latest { tell(of: latest, under: circumstances) }
    }

    private func recordMany(
        under circumstances: Circumstances, trailingAfter count: Int,
        inside work: (Recorder) throws(LedgerFailure) -> Bool
    ) throws(LedgerFailure) -> (isKept: Bool, latest: Recorded?) {
        let fence = try LedgerFailure.carrying(try FenceForMany(opening: connection))
        let recorder = try Recorder(self, under: circumstances, trailingAfter: count)
        defer { recorder.leave() }
        guard try work(recorder) else { return (false, nil) }
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try recorder.finish()
            try fence.close()
        }
        return (true, recorder.latest)
    }
}

/// Why a transaction of many commands is rolled back.
private enum Undone: CarriesSQLiteFailure {
    case failed(LedgerFailure)
    case notKept

    static func sqlite(_ failure: SQLiteFailure) -> Undone { .failed(.sqlite(failure)) }
}
