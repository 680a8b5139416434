import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// The file as others may rely on it: read with the sqlite3 shell, hashed with sha256sum.
@Suite("The file")
struct FileTests {
    @Test("The file says what it is, and everything in it is strict")
    func header() throws {
        let desk = try Desk()
        try desk.course()
        let told = try desk.shell("PRAGMA application_id; PRAGMA user_version; PRAGMA journal_mode;")
        #expect(told.output == "\(0x4D69_7442)\n\(Schema.version)\nwal\n")
        let tables = try desk.query(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
        let strict = tables.filter { $0[0] != .text("sqlite_schema") && $0[1] == .integer(1) }.map { $0[0] }
        #expect(strict.count == tables.count - 1)
        for table in ["journal", "words", "staff", "participant", "plan", "plan_item", "movement", "period"] {
            #expect(strict.contains(.text(table)), "\(table)")
        }
    }

    @Test("Journal, words and movement have the columns that were promised, by name and in order")
    func columns() throws {
        let desk = try Desk()
        func columns(_ table: String) throws -> [Value] {
            try desk.query("SELECT name FROM pragma_table_info('\(table)')").map { $0[0] }
        }
        #expect(try columns("journal") == ["seq", "recorded_at", "actor", "kind", "day", "body", "hash"])
        #expect(try columns("words") == ["id", "subject", "salt", "text"])
        #expect(
            try columns("movement").prefix(12) == [
                "entry", "kind", "participant", "item", "area", "post", "amount_ore", "day", "paid_day", "voucher",
                "refers_to", "cancels",
            ])
        let misnamed = try desk.query(
            """
            SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
            WHERE t.schema = 'main' AND c.type = 'INTEGER' AND c.name NOT LIKE '%\\_ore' ESCAPE '\\'
                AND (c.name LIKE '%amount%' OR c.name LIKE '%total%' OR c.name LIKE '%budget%' OR c.name LIKE '%cap%')
            """)
        #expect(misnamed == [])
    }

    @Test("sqlite3 and sha256sum alone find every hash and every seal right")
    func hashes() throws {
        let desk = try Desk()
        try desk.course()
        var previous = String(repeating: "0", count: 64)
        var texts: [String] = []
        var claimed: [String] = []
        for row in try desk.query("SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal ORDER BY seq") {
            let fields = row.map(\.plain)
            texts.append(([previous] + fields.dropLast()).map { $0 + "\n" }.joined())
            claimed.append(fields[6])
            previous = fields[6]
        }
        let seals = try desk.query(
            """
            SELECT value ->> 'seal', salt, text
            FROM journal, json_tree(body) LEFT JOIN words ON words.id = value ->> 'words'
            WHERE type = 'object' AND value ->> 'seal' IS NOT NULL
            """)
        for row in seals.map({ $0.map(\.plain) }) {
            #expect(row[1].wholeMatch(of: /[0-9a-f]{32}/) != nil)
            texts.append("\(row[1])\n\(row[2])")
            claimed.append(row[0])
        }
        #expect(claimed.count == 25 + 23, "the entries and the texts of the course")
        #expect(try Self.sha256sum(texts) == claimed)
        #expect(try desk.ledger.anchor().text == "25:\(previous)")
    }

    @Test("A body is one line of JSON with sorted keys and no blanks between them")
    func bodies() throws {
        let desk = try Desk()
        try desk.course()
        #expect(try desk.query("SELECT body FROM journal WHERE body <> json(body) OR body GLOB '*\n*'") == [])
        let keys = try desk.query("SELECT seq, parent, key FROM journal, json_tree(body) WHERE typeof(key) = 'text'")
            .map { $0.map(\.plain) }
        for (one, next) in zip(keys, keys.dropFirst()) where one[0...1] == next[0...1] {
            #expect(one[2].utf8.lexicographicallyPrecedes(next[2].utf8), "\(one) \(next)")
        }
        #expect(keys.count > 100)
    }

    @Test("No text of any command stands in the journal")
    func texts() throws {
        let desk = try Desk()
        try desk.course()
        let texts = try desk.query("SELECT text FROM words").map { $0[0].plain }
        #expect(texts.count == 23)
        let journal = try desk.shell("SELECT * FROM journal;").output
        #expect(journal.split(separator: "\n").count == 25)
        for text in texts { #expect(!journal.contains(text), "\(text)") }
    }

    @Test("A clock set back a day does not make the journal run backwards")
    func clock() throws {
        let desk = try Desk()
        let before = desk.now
        desk.now = try #require(Moment(seconds: before.seconds - 86_400))
        let held = try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        #expect(held.recordedAt == before)
        desk.now = try #require(Moment(seconds: before.seconds + 5))
        let later = try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        #expect(later.recordedAt == desk.now)
        #expect(try desk.ledger.verify().findings == [])
    }

    private static func sha256sum(_ texts: [String]) throws -> [String] {
        let scratch = try Scratch()
        let names = texts.indices.map { "\($0)" }
        for (name, text) in zip(names, texts) { try Data(text.utf8).write(to: scratch.folder.appending(path: name)) }
        let lines = try Outside.run(["sha256sum"] + names, folder: scratch.folder).output.split(separator: "\n")
        return lines.map { String($0.prefix(64)) }
    }
}
