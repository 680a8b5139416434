import Foundation
import Glibc
import MitBudget
import SQLite
import Testing

@testable import MitBudgetCLI

/// The program reports an altered ledger as damaged, and prints nothing from it that a terminal would obey.
struct DamagedLedgerTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
        for line in [
            "init --administrator admin", "staff add kim --role caseworker --name Sagsbehandler",
            "participant enrol --name Navn --on 1970-01-01",
        ] {
            _ = world.run(line.split(separator: " ").map(String.init))
        }
    }

    @Test(arguments: ["item", "participant", "movement", "words", "plan"])
    func `A ledger that lost a table is damaged, which is no fault of ours`(table: String) throws {
        try world.tamper("PRAGMA foreign_keys = OFF; DROP TABLE \(table)")
        for line in [
            ["status"], ["participant", "list"], ["participant", "show", "B01"], ["plan", "list"], ["verify"],
        ] {
            let run = world.run(line)
            #expect([0, 1, 65, 66].contains(run.status), "\(line): \(run.error)")
        }
        #expect(world.run(["verify"]).status != 0)
    }

    @Test(arguments: ["text", "json"])
    func `A row that cannot be read stops a list, though what came before it could`(format: String) throws {
        world.now = try #require(Moment(iso: "2023-02-01T09:00:00Z"))
        for _ in 1...2 { #expect(world.run(["participant", "enrol", "--on", "2023-01-10"]).status == 0) }
        try world.tamper("UPDATE participant SET enrolled_day = '?', withdrawn_day = '?' WHERE participant = 'B02'")
        for line in [["participant", "list"], ["status"]] {
            let run = world.run(line + ["--format", format])
            #expect(run.status == 65, "\(line)")
            #expect(run.output == "" && !run.error.isEmpty, "\(line)")
        }
    }

    @Test(arguments: ["text", "json", "csv"], ["never", "always"])
    func `A sign that a terminal obeys is spelt out, wherever in the file it stands`(
        format: String, colour: String
    ) throws {
        try world.tamper(
            lifting: "journal_unchanged", "words_unchanged",
            sql: """
                UPDATE journal SET hash = char(27) || ']0;x' || char(7) || substr(hash, 7) WHERE seq = 2;
                UPDATE words SET text = char(27) || '[2J' || char(0x9B) || char(0x202E) || 'x'
                """)
        let lines = [
            ["journal"], ["verify"], ["staff", "list"],
            ["participant", "show", "B01", "--identified", "--purpose", "Tilsyn"],
        ]
        for line in lines + [["table"]] + lines where format != "csv" || line == ["journal"] {
            // The altered name of a table, which verification reports and all other commands refuse.
            if line == ["table"] {
                try world.tamper("CREATE TABLE \"a\u{1B}[8mb\" (c)")
                continue
            }
            let run = world.run(line + ["--format", format, "--color", colour])
            let obeyed = (run.output + run.error).unicodeScalars.filter { scalar in
                switch scalar {
                case "\n", "\r", "\u{1B}": colour == "never" && scalar == "\u{1B}"
                default: scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}"
                }
            }
            #expect(obeyed.isEmpty, "\(line)")
            #expect(!run.output.contains("\u{1B}[2J") && !run.output.contains("\u{1B}]0"), "\(line)")
            #expect(!run.output.contains("\u{1B}[8m"), "\(line)")
        }
    }

    @Test func `SQLite's own words are told without what they repeat of the file`() throws {
        try world.tamper(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'SELECT', char(27) || '[2J') WHERE name = 'movement_fence';
            """)
        let run = world.run(["status", "--color", "always"])
        #expect(run.status == 65)
        #expect(run.error.contains("\\u{1B}"), "\(run.error)")
        #expect(!run.error.unicodeScalars.contains("\u{1B}"), "\(run.error)")
    }

    @Test func `What is wrong with a copy is told of the copy, not of the ledger`() throws {
        let copy = world.folder + "/copy.sqlite"
        #expect(world.run(["backup", copy]).status == 0)
        let whole = try Data(contentsOf: URL(filePath: copy))
        let before = try Data(contentsOf: URL(filePath: world.ledger))
        for (what, data) in [
            ("random", whole.prefix(100) + Data((100..<whole.count).map { UInt8(truncatingIfNeeded: $0 &* 97) })),
            ("cut short", whole.prefix(whole.count / 2)),
        ] {
            try data.write(to: URL(filePath: copy))
            let run = world.run(["restore", copy])
            #expect([1, 65].contains(run.status) && run.error.contains("copy.sqlite"), "\(what): \(run.error)")
            #expect(!run.error.contains("The ledger is damaged"), "\(what): \(run.error)")
            #expect(!run.error.contains("Move"), "\(what): \(run.error)")
        }
        try whole.write(to: URL(filePath: copy))
        let connection = try Connection(path: copy, access: .readWrite, busyMilliseconds: 0)
        try connection.script(
            """
            PRAGMA legacy_alter_table = ON; ALTER TABLE journal RENAME TO kept;
            CREATE VIEW journal AS SELECT * FROM kept
            """)
        try connection.close()
        let viewed = world.run(["restore", copy])
        #expect(viewed.status == 65 && viewed.error.contains("Use another copy"), "\(viewed.error)")
        mkfifo(world.folder + "/fifo", 0o600)
        symlink(copy, world.folder + "/link")
        for (name, status, words) in [
            ("/nothere", Int32(66), "There is no copy"), ("", 65, "not an ordinary file"),
            ("/fifo", 65, "not an ordinary file"), ("/link", 65, "symbolic link"),
        ] {
            let run = world.run(["restore", world.folder + name])
            #expect(run.status == status && run.error.contains(words), "\(name): \(run.error)")
            #expect(run.error.contains("backup made") && !run.error.contains("--ledger"), "\(name): \(run.error)")
        }
        #expect(try Data(contentsOf: URL(filePath: world.ledger)) == before)
    }
}
