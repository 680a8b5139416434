import MitBudgetCLI
import SQLite
import TestSupport

/// Tries damaged ledgers: every reading command reads them, `verify` checks them, and a command writes to them.
///
/// On a damaged file, a command must end with a status of the contract other than "a fault of ours", and must not print
/// a character that controls a terminal. Where a table or a command's output has changed, `verify` must not call the
/// ledger clean.
final class LedgerTrial {
    /// The outcome of a trial.
    enum End: String, CaseIterable {
        case refused = "not opened"
        case found = "found by verify"
        case unchanged = "nothing changed"
    }

    struct Broken: Error {
        let text: String
    }

    private static let readings = [
        "status --format json", "status --as-of 2023-06-30", "participant list", "participant show BO01",
        "participant show BO02", "plan list", "plan show BO01 --version 1", "journal --format csv", "period list",
        "journal --participant BO01 --format json", "staff list", "anchor", "terms show",
        "terms show --at 1 --format json",
        "report --from 2023-01-01 --to 2023-12-31 --format json",
        "report --from 2022-12-01 --to 2024-12-31 --format html",
        "sample --year 2023 --size 2", "sample --year 2023 --size 3 --method random --dice 351 --format json",
    ]
    private static let writings = [
        "release BO01 --item 2 --amount 100 --on 2023-04-01", "participant enrol --on 2023-04-01",
        "participant show BO01 --identified --purpose Tilsyn --as sofie", "plan approve BO03 --on 2023-04-01",
        "followup BO01 --result none --on 2023-04-01", "terms amend first.json --reason Tilbage --on 2023-04-01",
    ]

    /// The undamaged file.
    let original: [UInt8]
    private let scratch: Scratch
    private let world: FuzzWorld
    private let readings: [FuzzWorld.Run]
    private let tables: [String]

    init() throws {
        scratch = try Scratch()
        world = FuzzWorld(ledger: scratch.path())
        for line in Samples.course {
            let run = world.run(line.split(separator: " ").map(String.init))
            guard run.status == 0 else { throw Broken(text: "\(line): \(run.errors)") }
        }
        original = try Files.read(scratch.path())
        readings = Self.readings.map { [world] line in world.run(line.split(separator: " ").map(String.init)) }
        tables = try Dump.tables(of: scratch.path())
        for (line, run) in zip(Self.readings, readings) where run.status != 0 {
            throw Broken(text: "\(line): \(run.errors)")
        }
    }

    /// Tries a damaged file.
    /// - Parameter isSilent: takes every verification for a clean one, to test that this would be noticed.
    /// - Returns: the outcome and the complaints.
    func complaints(on file: [UInt8], writing line: Int, isSilent: Bool) throws -> (end: End, complaints: [String]) {
        for suffix in ["-wal", "-shm", "-journal"] { Files.remove(scratch.path() + suffix) }
        try Files.write(file, to: scratch.path())
        var complaints: [String] = []
        var differing: [String] = []
        // Reads without the product, and before it.
        do {
            let found = try Dump.tables(of: scratch.path())
            if found.count != tables.count { differing.append("the number of tables") }
            for (one, other) in zip(found, tables) where !one.utf8.elementsEqual(other.utf8) {
                differing.append("\(one.prefix { $0 != "\n" })")
            }
        } catch {
            differing.append("unreadable: \(error)")
        }
        for (line, wanted) in zip(Self.readings, readings) {
            let run = run(line, &complaints)
            if run != wanted { differing.append(line) }
        }
        let verified = run("verify", &complaints)
        let isClean = isSilent || verified.status == 0
        if isClean, !differing.isEmpty { complaints.append("verify is silent; differs: \(differing)") }
        _ = run(Self.writings[line % Self.writings.count], &complaints)
        let end: End = isClean ? .unchanged : verified.status == 1 ? .found : .refused
        return (end, complaints)
    }

    private func run(_ line: String, _ complaints: inout [String]) -> FuzzWorld.Run {
        let run = world.run(line.split(separator: " ").map(String.init))
        if ExitStatus(rawValue: run.status) == nil || run.status == ExitStatus.fault.rawValue {
            // Where the file was altered, its triggers may refuse what the rules allow; the message then advises to
            // verify.
            let isFence = run.errors.contains("If a check finds nothing, the fault is ours")
            if !(isFence && Self.writings.contains(line)) {
                complaints.append("\(line) ended with \(run.status): \(run.errors)")
            }
        }
        let isTable = line.hasSuffix("csv")
        let danger = Dangers.first(in: run.output, allowingReturns: isTable) ?? Dangers.first(in: run.errors)
        if let danger { complaints.append("\(line) printed \(danger)") }
        return run
    }
}

/// The contents of a database, value by value.
enum Dump {
    static func tables(of path: String) throws(SQLiteFailure) -> [String] {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        // Leaves the file unchanged: the product must find the damage itself, not what this repaired.
        try connection.script("PRAGMA query_only = ON")
        let names = try connection.all(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", as: String.self)
        var tables = [
            try rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", on: connection)
        ]
        for name in names { tables.append(try rows("SELECT * FROM \"\(name)\"", on: connection)) }
        try connection.close()
        return tables
    }

    private static func rows(_ sql: String, on connection: Connection) throws(SQLiteFailure) -> String {
        var text = sql + "\n"
        var rows = try connection.rows(unsafeSQL: sql)
        while let row = try rows.next() {
            for column in 0..<row.count { text += "\(try row.value(column))\t" }
            text += "\n"
        }
        return text
    }
}
