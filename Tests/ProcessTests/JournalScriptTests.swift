import Foundation
import TestSupport
import Testing

@Suite("Docs/check-journal.sh, with sqlite3 and sha256sum alone")
struct JournalScriptTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Docs/check-journal.sh").standardized.path

    private static func check(_ ledger: String) throws -> Outside { try Outside.run([script, ledger]) }

    /// A ledger that the script finds in order.
    private func soundOffice() throws -> Office {
        let office = try Office()
        let clean = try Self.check(office.ledger)
        #expect(clean.status == 0 && clean.output.hasPrefix("in order: "), "\(clean)")
        return office
    }

    @Test("A column that hides a character from the shell does not fool it", arguments: ["0", "9", "10"])
    func hidden(character: String) throws {
        let office = try soundOffice()
        let tampered = try Outside.sqlite(
            office.ledger,
            """
            .dbconfig enable_trigger off
            UPDATE journal SET body = body || char(\(character)) || 'hidden' WHERE seq = 3;
            """)
        #expect(tampered.errors.isEmpty, "\(tampered)")
        let found = try Self.check(office.ledger)
        #expect(found.status == 1 && found.errors.contains("entry 3"), "\(found)")
    }

    @Test("It does not call in order what sqlite3 cannot read to its end")
    func unreadable() throws {
        let office = try soundOffice()
        for amount in 1...60 {
            let done = try office.run(["release", "B01", "--item", "1", "--amount", "\(amount)", "--on", "2023-02-01"])
            try #require(done.status == 0, "\(done)")
        }
        let last = try #require(
            try office.integers("SELECT max(pageno) FROM dbstat WHERE name = 'journal' AND pagetype = 'leaf'").first)
        let size = try #require(try office.integers("PRAGMA page_size").first)
        let file = try FileHandle(forWritingTo: URL(filePath: office.ledger))
        try file.seek(toOffset: UInt64((last - 1) * size))
        try file.write(contentsOf: Data(repeating: 0xFF, count: Int(size)))
        try file.close()
        let found = try Self.check(office.ledger)
        #expect(found.status == 1 && !found.output.contains("in order"), "\(found)")
        #expect(found.errors.contains("cannot be read"), "\(found)")
    }

    @Test(
        "It finds a document that is swapped, gone, or erased by no entry, and knows one that an entry erased",
        arguments: [
            ("UPDATE evidence SET bytes = x'00' WHERE id = 2", "not the one that was sealed"),
            ("UPDATE evidence SET salt = replace(salt, substr(salt, 1, 1), 'g') WHERE id = 2", "altered"),
            ("UPDATE evidence SET salt = NULL, bytes = NULL WHERE id = 2", "altered"),
            ("DELETE FROM evidence WHERE id = 2", "missing"),
        ])
    func documents(sql: String, complaint: String) throws {
        let office = try soundOffice()
        let pages = office.scratch.path("pages.txt")
        for (number, voucher) in [(7, "K-1"), (8, "K-2")] {
            try Data((0..<9_000).map { "\(number * $0)\n" }.joined().utf8).write(to: URL(filePath: pages))
            for arguments in [
                ["disburse", "B01", "--item", "1", "--amount", "10", "--voucher", voucher, "--payee", "P"]
                    + ["--on", "2023-02-02"], ["voucher", "attach", number == 7 ? "7" : "9", pages],
            ] {
                let done = try office.run(arguments)
                try #require(done.status == 0, "\(arguments): \(done.errors)")
            }
        }
        #expect(try Self.check(office.ledger).output.hasSuffix("documents: 2 as they were sealed, 0 erased\n"))
        let erased = try office.run(
            ["voucher", "detach", "7", "--proof", "receipt", "--reason", "CPR-nummer", "--erase", "--as", "admin"])
        try #require(erased.status == 0, "\(erased.errors)")
        #expect(try Self.check(office.ledger).output.hasSuffix("documents: 1 as they were sealed, 1 erased\n"))
        let tampered = try Outside.sqlite(office.ledger, ".dbconfig enable_trigger off\n\(sql);\n")
        #expect(tampered.errors.isEmpty, "\(tampered)")
        let found = try Self.check(office.ledger)
        #expect(found.status == 1 && found.errors.contains("entry 10: its document is \(complaint)"), "\(found)")
    }

    @Test("It takes nothing for the journal but a table")
    func view() throws {
        let office = try soundOffice()
        let tampered = try Outside.sqlite(
            office.ledger,
            """
            .dbconfig enable_trigger off
            CREATE TABLE other AS SELECT * FROM journal;
            PRAGMA foreign_keys = off;
            DROP TABLE journal;
            CREATE VIEW journal AS SELECT * FROM other;
            """)
        #expect(tampered.errors.isEmpty, "\(tampered)")
        let found = try Self.check(office.ledger)
        #expect(found.status == 1 && found.errors.contains("no table"), "\(found)")
    }

    @Test("It says of a file that is missing, or no ledger, that it is")
    func missing() throws {
        let scratch = try Scratch()
        let missing = try Self.check(scratch.path("none.sqlite"))
        #expect(missing.status == 1 && missing.errors.contains("no such file"), "\(missing)")
        try Data("no database at all, whatever it is".utf8).write(to: URL(filePath: scratch.path("text")))
        let other = try Self.check(scratch.path("text"))
        #expect(other.status == 1 && other.errors.contains("cannot be read"), "\(other)")
    }
}
