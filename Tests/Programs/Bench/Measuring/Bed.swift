import Glibc
import MitBudget

/// The program under measurement, and a folder with everything that is compared.
struct Bed {
    let program: String
    let folder: String
    let seed: UInt64
    let runs: Int
    /// After how many seconds another program is stopped.
    let limit: UInt32

    func file(_ scale: Scale, _ suffix: String) -> String { "\(folder)/\(scale.disbursements).\(suffix)" }

    func ledger(_ scale: Scale) -> String { file(scale, "sqlite") }

    /// Writes the events of a scale for each compared program.
    /// - Returns: the number of entries.
    func generate(_ scale: Scale) throws(Trouble) -> Int {
        guard let content = Content(scale: scale, seed: seed) else { throw .failed("no such days") }
        let forms: [(any Form, Writer)] = [
            (CommandLines(), try Writer(file(scale, "jsonl"))), (Rows(), try Writer(file(scale, "tsv"))),
            (PlainJournal(), try Writer(file(scale, "journal"))), (Beancount(), try Writer(file(scale, "beancount"))),
        ]
        var entries = 0
        for (form, writer) in forms { writer.put(form.head(content)) }
        content.forEach { number, happening in
            entries = number
            for (form, writer) in forms { writer.put(form.text(happening, content)) }
        }
        for (_, writer) in forms { try writer.close() }
        return entries
    }

    /// A call of the program on a ledger.
    func ours(_ ledger: String, _ words: String...) -> Call {
        var call = Call([program] + words)
        call.environment = [("MITBUDGET_LEDGER", ledger), ("MITBUDGET_LANGUAGE", "en")]
        return call
    }

    /// A call of the sqlite3 shell without settings.
    func shell(_ file: String, options: [String] = [], _ statements: String...) -> Call {
        var call = Call(["sqlite3", "-batch", "-init", "/dev/null"] + options + [file] + statements)
        call.limit = limit
        return call
    }

    /// A call of another program, stopped at the limit.
    func other(_ words: String...) -> Call {
        var call = Call(words)
        call.limit = limit
        return call
    }

    func importing(_ scale: Scale) -> Call { ours(ledger(scale), "import", file(scale, "jsonl")) }

    /// A disbursement of one krone, with a voucher that nothing else has.
    func disbursing(_ ledger: String, _ participant: String, voucher: String) -> Call {
        ours(
            ledger, "disburse", participant, "--as", "spender", "--item", "1", "--amount", "1", "--voucher", voucher,
            "--payee", "Boligforeningen Nord", "--on", "2024-06-01")
    }

    /// The same call, which a rule must refuse.
    func refused(_ call: Call) -> Call {
        var refused = Call(["sh", "-c", "\"$@\"; test $? = 1", "sh"] + call.words)
        refused.environment = call.environment
        return refused
    }

    func removeLedger(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    /// Makes a table with only the journal's columns and rows, and a statement that adds a row to it.
    func bareJournal(of ledger: String) throws(Trouble) -> (file: String, insert: String) {
        let bare = folder + "/bare-journal.sqlite"
        removeLedger(bare)
        try Spawn.check(
            shell(
                bare, "PRAGMA journal_mode = WAL",
                """
                CREATE TABLE journal (seq INTEGER PRIMARY KEY, recorded_at TEXT, actor TEXT, kind TEXT, day TEXT,
                    body TEXT, hash TEXT)
                """,
                "ATTACH '\(ledger)' AS ours", "INSERT INTO main.journal SELECT * FROM ours.journal"))
        let last = try Spawn.say(
            shell(
                ledger, options: ["-readonly"],
                """
                SELECT quote(recorded_at) || ',' || quote(actor) || ',' || quote(kind) || ',' || quote(day) || ','
                    || quote(body) || ',' || quote(hash) FROM journal WHERE kind = 'disbursement' LIMIT 1
                """
            ).words, in: folder)
        let insert = "INSERT INTO journal (recorded_at, actor, kind, day, body, hash) VALUES (\(last))"
        return (bare, "PRAGMA synchronous = FULL; \(insert)")
    }

    /// Writes the statements that make the tables of a scale's ledger again and copy its rows one by one.
    func writeFloor(of scale: Scale) throws(Trouble) {
        var call = shell(
            ledger(scale), options: ["-readonly"],
            "SELECT sql || ';' FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL",
            "SELECT 'ATTACH ''\(ledger(scale))'' AS ours; BEGIN;'",
            // Referenced rows come first. The limit, which excludes nothing, keeps SQLite from copying whole records
            // without taking them apart.
            """
            WITH tables (name, columns) AS (
                SELECT name, (SELECT group_concat(name) FROM pragma_table_info(whole.name))
                FROM pragma_table_list AS whole WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%')
            SELECT format('INSERT INTO %s (%s) SELECT %s FROM ours.%s LIMIT -1;', name, columns, columns, name)
            FROM tables
            ORDER BY CASE name
                WHEN 'journal' THEN 0 WHEN 'post' THEN 0 WHEN 'staff' THEN 1 WHEN 'participant' THEN 1
                WHEN 'plan' THEN 2 ELSE 3 END
            """,
            "SELECT 'COMMIT;'")
        call.output = file(scale, "floor.sql")
        try Spawn.check(call)
    }

    /// Writes the bytes that a ledger's hashes are computed from, approximately, to a file.
    func journalText(of ledger: String) throws(Trouble) -> String {
        var call = shell(
            ledger, options: ["-readonly", "-separator", "\n"],
            "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal")
        call.output = folder + "/journal.txt"
        try Spawn.check(call)
        return call.output
    }
}
