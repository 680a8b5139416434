import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// What verification finds in ledgers that someone has altered.
@Suite("Verification")
struct VerifyTests {
    static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.course()
        return desk
    }

    /// The findings that follow if B01's first disbursement reads as another amount than was recorded.
    private static let totals: [VerifyFinding] = [
        .projectionDiffers(table: "post", row: "1", column: "disbursed_ore"),
        .projectionDiffers(table: "participant", row: "1", column: "disbursed_ore"),
        .projectionDiffers(table: "item", row: "B01/1", column: "disbursed_ore"),
        .projectionDiffers(table: "day_total", row: "2023-02-10/citizens", column: "disbursed_ore"),
        .projectionDiffers(table: "day_total", row: "2023-02-10/citizens", column: "incurred_ore"),
    ]
    private static let amount = VerifyFinding.projectionDiffers(table: "movement", row: "13", column: "amount_ore")

    private static func rewrite(_ amount: Int) -> String {
        "UPDATE journal SET body = replace(body, '\"amountOre\":450000', '\"amountOre\":\(amount)') WHERE seq = 13"
    }

    @Test("A ledger as it was recorded is in order, and its last anchor is told")
    func clean() throws {
        let desk = try Self.desk()
        let verification = try desk.ledger.verify()
        #expect(verification.isClean && verification.entries == 25)
        #expect(verification.anchor == (try desk.ledger.anchor()))
    }

    @Test("Any part of the fence that is missing, and any part of the schema that is another, is told by its name")
    func schema() throws {
        let desk = try Self.desk()
        let triggers = try desk.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        #expect(triggers.count == 16)
        for trigger in triggers.map({ $0.map(\.plain) }) {
            try desk.raw("DROP TRIGGER \(trigger[0])")
            #expect(try desk.findings() == [.schemaAltered(trigger[0])])
            try desk.raw("CREATE TRIGGER \(trigger[0]) BEFORE UPDATE ON words BEGIN SELECT 1; END")
            #expect(try desk.findings() == [.schemaAltered(trigger[0])])
            try desk.raw("DROP TRIGGER \(trigger[0]); \(trigger[1])")
        }
        // These are the rows of the indices that SQLite makes itself; it does not read that column.
        let own = try desk.query("SELECT name FROM sqlite_schema WHERE sql IS NULL ORDER BY name").map { $0[0].plain }
        let rename = "UPDATE sqlite_schema SET tbl_name = upper(tbl_name) WHERE sql IS NULL;"
        try desk.raw("PRAGMA writable_schema = ON;" + rename)
        #expect(try !own.isEmpty && desk.findings() == own.map { .schemaAltered($0) })
        try desk.raw("PRAGMA writable_schema = ON;" + rename.replacing("upper", with: "lower"))
        try desk.raw("CREATE INDEX journal_of_day ON journal (day); PRAGMA user_version = 0")
        #expect(try desk.findings() == [.schemaAltered("journal_of_day"), .schemaAltered("user_version")])
        try desk.raw("DROP INDEX journal_of_day; PRAGMA user_version = \(Schema.version)")
        #expect(try desk.findings() == [])
    }

    @Test("A rewritten amount breaks the chain there, and nothing that follows from it fits")
    func rewritten() throws {
        let desk = try Self.desk()
        try desk.tamper(Self.rewrite(440_000))
        #expect(try desk.findings() == [.chainBroken(13), Self.amount] + Self.totals)
    }

    @Test("A rewritten amount with all hashes made right shows in the tables and by an anchor copied before")
    func rewrittenWithHashes() throws {
        let desk = try Self.desk()
        let (before, last) = (try desk.ledger.anchor(at: 12).text, try desk.ledger.anchor().text)
        try desk.tamper(Self.rewrite(440_000))
        try desk.rehash(from: 13)
        #expect(try desk.findings() == [Self.amount] + Self.totals)
        #expect(try desk.findings(before, last) == [Self.amount, .anchorDiffers(25)] + Self.totals)
    }

    @Test("With hashes and tables made right only a rule or an anchor tells")
    func rewrittenThoroughly() throws {
        let desk = try Self.desk()
        let last = try desk.ledger.anchor().text
        let less = """
            \(Self.rewrite(440_000)); UPDATE movement SET amount_ore = 440000 WHERE entry = 13;
            UPDATE post SET disbursed_ore = disbursed_ore - 10000 WHERE post = 'citizens';
            UPDATE participant SET disbursed_ore = disbursed_ore - 10000 WHERE number = 1;
            UPDATE item SET disbursed_ore = disbursed_ore - 10000 WHERE participant = 'B01' AND item = 1;
            UPDATE day_total SET disbursed_ore = disbursed_ore - 10000, incurred_ore = incurred_ore - 10000
            WHERE day = '2023-02-10' AND post = 'citizens';
            UPDATE proof_total SET net_ore = net_ore - 10000 WHERE receipt + payment + approval = 0;
            """
        try desk.tamper(less)
        try desk.rehash(from: 13)
        #expect(try desk.findings() == [])
        #expect(try desk.findings(last) == [.anchorDiffers(25)])

        let more = try Self.desk()
        try more.tamper(
            less.split(separator: "440000").joined(separator: "800001")
                .split(separator: "- 10000").joined(separator: "+ 350001"))
        try more.rehash(from: 13)
        #expect(try more.findings() == [.replayRefused(13, .releaseExceeded), .replayRefused(15, .retractExceeds)])
    }

    @Test("Two entries that changed places break the chain around them")
    func swapped() throws {
        let desk = try Self.desk()
        try desk.tamper(
            """
            UPDATE journal SET seq = 1000 WHERE seq = 17; UPDATE journal SET seq = 17 WHERE seq = 18;
            UPDATE journal SET seq = 18 WHERE seq = 1000;
            """)
        func movement(_ row: Int, _ column: String) -> VerifyFinding {
            .projectionDiffers(table: "movement", row: "\(row)", column: column)
        }
        #expect(
            try desk.findings() == [
                .chainBroken(17), movement(17, "amount_ore"), movement(17, "voucher"), .chainBroken(18),
                movement(18, "amount_ore"), movement(18, "voucher"), .chainBroken(19), .replayDiffers(19),
            ])
    }

    @Test("A tail cut off, tables and all, shows only by an anchor copied before")
    func cutOff() throws {
        let desk = try Self.desk()
        let (before, last) = (try desk.ledger.anchor(at: 24).text, try desk.ledger.anchor().text)
        try desk.tamper("DELETE FROM journal WHERE seq = 25")
        #expect(try desk.findings() == [.projectionDiffers(table: "staff", row: "kim", column: "ended_entry")])
        try desk.raw("UPDATE staff SET ended_entry = NULL WHERE staff = 'kim'")
        #expect(try desk.findings() == [])
        #expect(try desk.findings(last) == [.anchorBeyond(25, last: 24)])
        #expect(try desk.findings(before) == [])
    }

    @Test("A missing entry leaves a gap, a broken chain and its words behind")
    func gap() throws {
        let desk = try Self.desk()
        try desk.tamper("DELETE FROM journal WHERE seq = 22")
        #expect(
            try desk.findings() == [.sequenceGap(expected: 22, found: 23), .chainBroken(23), .wordsStray(count: 1)])
    }

    @Test("A time before that of the entry before is told, on the entry that runs backwards")
    func clock() throws {
        let earlier = try Self.desk()
        try earlier.tamper("UPDATE journal SET recorded_at = '2025-06-30T11:59:59Z' WHERE seq = 20")
        try earlier.rehash(from: 20)
        #expect(try earlier.findings() == [.clockBackwards(20)])
        let later = try Self.desk()
        try later.tamper("UPDATE journal SET recorded_at = '2025-06-30T12:00:01Z' WHERE seq = 20")
        try later.rehash(from: 20)
        #expect(try later.findings() == [.clockBackwards(21)])
    }

    @Test(
        "Words that are not the sealed ones are told",
        arguments: [
            ("UPDATE words SET text = 'Et andet navn' WHERE id = 2", [.wordsAltered(words: 2, entry: 6)]),
            ("UPDATE words SET subject = 'B02' WHERE id = 2", [.wordsAltered(words: 2, entry: 6)]),
            ("UPDATE words SET text = text || ' ' WHERE id = 2", [.wordsAltered(words: 2, entry: 6)]),
            ("UPDATE words SET salt = lower(hex(zeroblob(16))) WHERE id = 2", [.wordsAltered(words: 2, entry: 6)]),
            ("UPDATE words SET salt = NULL, text = NULL WHERE id = 2", [.wordsMissing(words: 2, entry: 6)]),
            ("DELETE FROM words WHERE id = 23", [.wordsMissing(words: 23, entry: 24)]),
            ("INSERT INTO words VALUES (100, 'B01', 'salt', 'Løst')", [.wordsStray(count: 1)]),
            (
                "DELETE FROM words WHERE id = 23; INSERT INTO words VALUES (100, 'B01', 'salt', 'Løst')",
                [.wordsMissing(words: 23, entry: 24), .wordsStray(count: 1)]
            ),
        ] as [(String, [VerifyFinding])])
    func words(sql: String, findings: [VerifyFinding]) throws {
        let desk = try Self.desk()
        try desk.tamper(sql)
        #expect(try desk.findings() == findings)
    }

    @Test(
        "An entry that is not written as the program writes it cannot be read",
        arguments: [
            "body = 'not JSON'", "body = '{}'", "body = replace(body, ',', ', ')", "body = body || ' '",
            "body = replace(body, 'B01', 'B1')", "body = replace(body, '\"version\":1', '\"version\":1.0')",
            "body = json_insert(body, '$.zzz', 1)", "kind = 'words-seen'", "day = '2025-6-30'",
            "recorded_at = '2025-06-30 12:00:00'", "actor = 'Sofie'",
        ])
    func unreadable(change: String) throws {
        let desk = try Self.desk()
        try desk.tamper("UPDATE journal SET \(change) WHERE seq = 22")
        try desk.rehash(from: 22)
        #expect(try desk.findings() == [.entryUnreadable(22), .wordsStray(count: 1)])
    }

    @Test("A copied anchor is found again however it was copied, and another is not")
    func anchors() throws {
        let desk = try Self.desk()
        let anchor = try desk.ledger.anchor(at: 13).text
        let hex = String(anchor.dropFirst(3))
        let grouped = stride(from: 0, to: 64, by: 8).map { String(hex.dropFirst($0).prefix(8)) }.joined(separator: " ")
        for right in [anchor, "13:" + hex.prefix(16), "13: \(grouped)", "13:" + hex.uppercased()] {
            #expect(try desk.findings(right) == [], "\(right)")
        }
        let other = hex.hasSuffix("0") ? "1" : "0"
        for wrong in ["13:" + hex.dropLast() + other, "12:" + hex, "14:" + hex.prefix(16)] {
            let entry = try AnchorClaim(wrong).number.value
            #expect(try desk.findings(wrong) == [.anchorDiffers(entry)], "\(wrong)")
        }
        #expect(try desk.findings("26:" + hex) == [.anchorBeyond(26, last: 25)])
        #expect(try desk.findings(anchor, "13:" + String(repeating: "0", count: 16)) == [.anchorDiffers(13)])
        for malformed in ["13:" + hex.prefix(15), "13:" + hex + "0", "0:" + hex, hex, "13:" + hex.dropLast() + "g"] {
            #expect(throws: Malformed.self) { try AnchorClaim(malformed) }
        }
    }
}
