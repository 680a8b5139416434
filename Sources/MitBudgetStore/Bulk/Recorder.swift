public import MitBudget
import SQLite

/// Records many commands in one transaction. The rules decide each as if it were the only one.
///
/// The recorder reads what the rules ask for once and follows it in memory. It checks the file's fence once for all
/// movements before the commit, see ``FenceForMany``. After many commands it writes the tables in the background, see
/// ``TrailingWriter``. The file then holds the same as after single commands.
///
/// Use the ledger for nothing else while it records.
public final class Recorder {
    private let connection: Connection
    private let view: FollowingView
    private let appender: Appender
    private let today: Day
    /// After how many commands the tables trail behind.
    private let untilTrailing: Int
    private var decided = 0
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

    /// Decides and records the next command. A refused command leaves no trace, and others may follow.
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

    /// A standing entry that holds a command's voucher, if it says what the command asks for.
    /// - Throws: ``LedgerFailure``.
    public func entry(like command: Command) throws(LedgerFailure) -> EntryNumber? {
        for line in command.voucher.flatMap(view.use(of:))?.lines ?? [] {
            if let same = try view.recorded(line, saying: command.coded(by: view.programme)) { return same.number }
        }
        return nil
    }

    private func trail() throws(SQLiteFailure) {
        let writer = try TrailingWriter(connection)
        try view.trail(writer)
        appender.writer = writer
    }

    fileprivate func finish() throws(SQLiteFailure) {
        try view.writeTotals()
    }

    /// Waits until the background writer has settled, whether or not it failed, so that the connection is free.
    fileprivate func leave() {
        try? (appender.writer as? TrailingWriter)?.settle()
    }
}

extension Ledger {
    /// Records many commands: all or none.
    /// - Parameter work: gives the commands to the recorder. It returns true to keep what was recorded, false to leave
    ///   no trace.
    /// - Throws: what the work throws, with no trace left; or what SQLite reported.
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
                    try readTerms()
                    // Vouchers and citizens come in any order, and every entry looks into their indices.
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
