import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

extension Alteration {
    static let ofTheSchema: [Alteration] = [
        shell(
            "trigger-dropped", "The fence on movements is taken down.", finds: ["schema-altered movement_fence"],
            "DROP TRIGGER movement_fence"),
        shell(
            "trigger-weakened", "A trigger is replaced by one of the same name that does nothing.",
            finds: ["schema-altered journal_unchanged"],
            """
            DROP TRIGGER journal_unchanged;
            CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal BEGIN SELECT 1; END
            """),
        shell(
            "trigger-added", "A trigger is added that alters every new movement's totals.",
            finds: ["schema-altered skim"],
            """
            CREATE TRIGGER skim AFTER INSERT ON movement BEGIN
                UPDATE post SET disbursed_ore = disbursed_ore - 1 WHERE post = NEW.post; END
            """),
        shell(
            "trigger-disguised", "A trigger that alters totals is added under the name of a table.",
            finds: ["schema-altered movement"],
            """
            CREATE TRIGGER movement AFTER INSERT ON movement BEGIN
                UPDATE post SET disbursed_ore = disbursed_ore - 1 WHERE post = NEW.post; END
            """),
        shell(
            "index-dropped", "An index is dropped.", finds: ["schema-altered movement_of_voucher"],
            "DROP INDEX movement_of_voucher"),
        shell(
            "table-added", "A table is added.", finds: ["schema-altered note"], "CREATE TABLE note (text TEXT)"),
        shell(
            "view-added", "A view is added that shows other figures.", finds: ["schema-altered status"],
            "CREATE VIEW status AS SELECT post, 0 AS disbursed_ore FROM post"),
        shell(
            "column-added", "A column is added to a table.", finds: ["schema-altered staff"],
            "ALTER TABLE staff ADD COLUMN password TEXT"),
        shell(
            "table-dropped", "The table of days is dropped.", finds: ["schema-altered day_total"],
            "DROP TABLE day_total"),
        shell(
            "journal-veiled", "A view without an end is put in the journal's place.",
            finds: ["journal", "journal_in_sequence", "journal_kept", "journal_of_terms", "journal_unchanged", "kept"]
                .map { "schema-altered " + $0 },
            """
            DROP TRIGGER journal_in_sequence; DROP TRIGGER journal_kept; DROP TRIGGER journal_unchanged;
            PRAGMA legacy_alter_table = ON; ALTER TABLE journal RENAME TO kept;
            CREATE VIEW journal AS WITH RECURSIVE more (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM more)
                SELECT more.seq, recorded_at, actor, kind, day, body, hash FROM more, kept WHERE kept.seq = 1
            """),
        Alteration(
            "schema-edited", "A trigger's text is edited through `PRAGMA writable_schema`.", by: .shell,
            finds: ["schema-altered movement_fence"]
        ) { forgery in
            try forgery.schema(
                "UPDATE sqlite_schema SET sql = replace(sql, 'cap_ore', '9999999999') WHERE name = 'movement_fence'")
        },
        Alteration(
            "check-removed", "A table's own check is edited out through `PRAGMA writable_schema`.", by: .shell,
            finds: ["schema-altered journal"]
        ) { forgery in
            try forgery.schema(
                "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (length(hash) = 64)', '') WHERE name = 'journal'")
        },
        shell(
            "version-lowered", "The file says that it is of an earlier version.",
            finds: ["schema-altered user_version"], "PRAGMA user_version = 0"),
        shell(
            "log-switched-off", "The file's write-ahead log is switched off.",
            finds: ["schema-altered journal_mode"], "PRAGMA journal_mode = DELETE"),
        Alteration(
            "version-raised", "The file says that it is of a later version.", by: .shell, unopened: "a later version's"
        ) { try $0.shell("PRAGMA user_version = \(Schema.version + 1);") },
        Alteration("mark-changed", "The file no longer says that it is a ledger.", by: .shell, unopened: "no ledger") {
            try $0.shell("PRAGMA application_id = 0;")
        },
    ]

    private static func shell(_ id: String, _ what: String, finds: [String], _ sql: String) -> Alteration {
        Alteration(id, what, by: .shell, finds: finds) { try $0.shell(sql + ";") }
    }

    static let ofTheFile: [Alteration] = [
        Alteration(
            "index-stale", "A row is changed behind the back of an index.", by: .shell,
            finds: ["file-damaged", "projection-differs movement/31 voucher"]
        ) { forgery in
            // The index is hidden from SQLite while the row is changed.
            let index = "sqlite_schema WHERE name = 'movement_of_voucher'"
            try forgery.schema("CREATE TABLE kept AS SELECT * FROM \(index); DELETE FROM \(index)")
            try forgery.unfenced("UPDATE movement SET voucher = 'K-99' WHERE entry = 31")
            try forgery.schema("INSERT INTO sqlite_schema SELECT * FROM kept")
            try forgery.shell("DROP TABLE kept;")
        },
        Alteration("page-zeroed", "A page of the file is overwritten with zeros.", by: .bytes, finds: ["file-damaged"])
        {
            forgery in
            try forgery.bytes { bytes in
                let page = try pageSize(bytes)
                let start = page * (try forgery.page(of: "movement") - 1)
                bytes.replaceSubrange(start..<start + page, with: Data(count: page))
            }
        },
        Alteration("page-cut", "The file is cut short by a page.", by: .bytes, unopened: "damaged") { forgery in
            try forgery.bytes { bytes in bytes.removeLast(try pageSize(bytes)) }
        },
        Alteration(
            "byte-changed", "A digit of an amount is changed in the file's bytes.", by: .bytes,
            finds: [
                "chain-broken 31", "projection-differs movement/31 amount_ore",
                "projection-differs post/1 disbursed_ore", "projection-differs participant/3 disbursed_ore",
                "projection-differs item/B03/1 disbursed_ore",
                "projection-differs day_total/2023-02-10/citizens disbursed_ore",
                "projection-differs day_total/2023-02-10/citizens incurred_ore",
            ]
        ) { forgery in
            try forgery.bytes { bytes in
                let place = try #require(bytes.range(of: Data("\"amountOre\":390000".utf8)))
                bytes[place.upperBound - 5] = UInt8(ascii: "4")
            }
        },
        Alteration(
            "older-copy", "An older copy is put back.", by: .files, finds: [], anchor: "anchor-beyond 40"
        ) { try $0.put(try Original.shared.get().older) },
        Alteration(
            "log-removed", "The write-ahead log is removed while it holds entries.", by: .files, finds: [],
            anchor: "anchor-beyond 40"
        ) { try $0.put(try Original.shared.get().file) },
        Alteration(
            "history-invented", "A ledger with another past, made with the program itself, is put in its place.",
            by: .files, finds: [], anchor: "anchor-differs 40"
        ) { try $0.put(try Original.cheaper.get().whole) },
        Alteration(
            "another-ledger", "Another office's ledger is put in its place.", by: .files, finds: [],
            anchor: "anchor-beyond 40"
        ) { forgery in
            let other = try Desk(.terms(places: 10))
            try other.course()
            other.ledger.close()
            try forgery.put(try Data(contentsOf: URL(filePath: other.path)))
        },
        Alteration("emptied", "The file is emptied.", by: .files, unopened: "no ledger") { try $0.put(Data()) },
    ]

    /// The page size in the header of an SQLite file.
    private static func pageSize(_ bytes: Data) throws -> Int {
        try #require(bytes.count > 100)
        return Int(bytes[16]) << 8 | Int(bytes[17])
    }
}
