import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Erasing texts")
struct ErasingTests {
    /// Texts that no other text contains, long and short, so that some overflow their pages.
    private static func secret(_ citizen: Int, _ place: String) -> Text {
        Text(
            stringLiteral: "hemmelig-\(citizen)-\(place) "
                + String(repeating: "æble \(citizen) ", count: 3 + citizen * 40))
    }

    /// A ledger of several citizens whose texts lie side by side and were moved by later ones.
    private func ledger() throws -> Desk {
        let desk = try Desk(today: "2024-06-30")
        for citizen in 1...6 {
            func words(_ place: String) -> Wording { .text(Self.secret(citizen, place)) }
            let reference = try #require(ParticipantReference(number: citizen))
            try desk.record(.enrol(name: words("navn"), caseNumber: words("sag"), on: .enrolment))
            try desk.record(
                .draft(
                    reference,
                    .of(
                        [.new(.kroner(9000), text: words("punkt"))], goal: words("maal"), wishes: words("oensker"),
                        purpose: words("formaal"))))
            try desk.record(.approve(reference, on: .approval))
            try desk.record(.release(reference, item: 1, amount: .kroner(5000), on: .release))
            let spent = try desk.record(
                .disburse(
                    .of(
                        .kroner(100), to: reference, voucher: try VoucherReference("K-\(citizen)"),
                        payee: words("modtager"),
                        note: words("note"))))
            try desk.record(.reverse(spent.number, reason: words("fejl"), on: .later))
            try desk.record(.readWords(reference, scope: .identity, purpose: words("laesning")))
        }
        return desk
    }

    @Test("No byte of an erased citizen's texts is left in any file; everyone else's are whole; the chain verifies")
    func erases() throws {
        let desk = try ledger()
        let everything = try desk.scratch.bytes()
        for citizen in 1...6 { #expect(everything.count(of: "hemmelig-\(citizen)-") >= 9) }
        let recording = try desk.ledger.erase(
            "B03", reason: "Tiden er ovre", override: "Dom", by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        #expect(recording.recorded.entry.event.kind == .wordsErased)
        let left = try desk.scratch.bytes()
        #expect(left.count(of: "hemmelig-3-") == 0)
        #expect(left.count(of: "æble 3 ") == 0)
        for citizen in [1, 2, 4, 5, 6] { #expect(left.count(of: "hemmelig-\(citizen)-") >= 9) }
        #expect(try desk.findings() == [])
        #expect(
            try desk.query(
                "SELECT count(*) FROM words WHERE subject = 'B03' AND (text IS NOT NULL OR salt IS NOT NULL)") == [
                    [.integer(0)]
                ])
        desk.ledger.close()
        #expect(try desk.scratch.bytes().count(of: "hemmelig-3-") == 0)
    }

    /// A document of several pages of the file, with a sign in each of them.
    private static func document(_ sign: String) -> DocumentFile {
        DocumentFile(Array(("%PDF-1.7 " + String(repeating: "dokument-\(sign). ", count: 3000)).utf8))
    }

    /// The ledger with documents side by side: three of B03, one of them taken off, one of B02, one of the project.
    private func ledgerWithDocuments() throws -> Desk {
        let desk = try ledger()
        let entries = try desk.query("SELECT entry FROM movement WHERE kind = 'disbursement' ORDER BY entry")
            .compactMap { Int64($0[0].plain).flatMap { EntryNumber($0) } }
        let spent = try desk.record(.spend(.of(.kroner(1), voucher: "P-9")))
        for (sign, entry) in [("a", entries[2]), ("b", entries[1]), ("c", entries[2]), ("d", spent.number)] {
            try desk.record(.attach(.file(Self.document(sign)), to: entry, as: .receipt))
        }
        let last = try desk.record(.attach(.file(Self.document("e")), to: entries[2], as: .payment))
        try desk.record(.detach(last.number, as: .payment, reason: "Forkert", erasing: false))
        return desk
    }

    @Test("No byte of a document is left in any file once it is erased, alone or with a citizen's texts")
    func documents() throws {
        let desk = try ledgerWithDocuments()
        let caller = Caller(account: "login", claim: .administrator)
        func counts() throws -> [Int] {
            let bytes = try desk.scratch.bytes()
            return ["a", "b", "c", "d", "e"].map { bytes.count(of: "dokument-\($0).") }
        }
        #expect(try counts().allSatisfy { $0 >= 3000 })
        let first = try #require(
            try desk.query("SELECT min(entry) FROM attachment").first.flatMap { Int64($0[0].plain) }.flatMap {
                EntryNumber($0)
            })
        try desk.ledger.erase(
            .detach(first, as: .receipt, reason: "CPR-nummer", erasing: true),
            by: caller, under: desk.circumstances)
        // A document is split over pages, so some of its signs are, too.
        var left = try counts()
        #expect(left[0] == 0 && left[1...].allSatisfy { $0 > 2900 }, "\(left)")
        #expect(try desk.findings() == [])

        try desk.ledger.erase("B03", reason: "Ønske", override: "Dom", by: caller, under: desk.circumstances)
        left = try counts()
        #expect(left[0] == 0 && left[2] == 0 && left[4] == 0, "\(left)")
        #expect(left[1] > 2900 && left[3] > 2900, "\(left)")
        #expect(try desk.findings() == [])
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.scratch.folder.path)
        #expect(names.allSatisfy { $0.hasPrefix("ledger.sqlite") }, "no copy is left beside the ledger: \(names)")
    }

    @Test("After the sweep SQLite keeps temporary copies in memory again, where no disk holds what comes to be erased")
    func temporary() throws {
        let desk = try ledger()
        try desk.ledger.erase(
            "B01", reason: "Ønske", override: "Dom", by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        #expect(try desk.ledger.connection.first("PRAGMA temp_store", as: Int64.self) == 2)
    }

    @Test("A citizen's texts can be written after an erasure, and erased again")
    func again() throws {
        let desk = try ledger()
        let caller = Caller(account: "login", claim: .administrator)
        try desk.ledger.erase("B01", reason: "Første", override: "Dom", by: caller, under: desk.circumstances)
        try desk.record(.readWords("B01", scope: .identity, purpose: "hemmelig-1-senere"))
        #expect(try desk.scratch.bytes().count(of: "hemmelig-1-senere") > 0)
        #expect(try desk.findings() == [])
        try desk.ledger.erase("B01", reason: "Anden", override: "Dom", by: caller, under: desk.circumstances)
        #expect(try desk.scratch.bytes().count(of: "hemmelig-1-") == 0)
        #expect(try desk.findings() == [])
    }

    @Test("While someone reads, the erasure stands but says that traces may be left; once more sweeps them")
    func unswept() throws {
        let desk = try ledger()
        let caller = Caller(account: "login", claim: .administrator)
        let reader = try Connection(path: desk.path, access: .readWrite, busyMilliseconds: 0)
        try reader.script("BEGIN")
        _ = try reader.all("SELECT count(*) FROM words", as: Int64.self)
        let failure = #expect(throws: LedgerFailure.self) {
            try desk.ledger.erase("B02", reason: "Ønske", override: "Dom", by: caller, under: desk.circumstances)
        }
        guard case .unswept(let entry, _)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(try desk.ledger.anchor().number == entry)
        try reader.script("COMMIT")
        try desk.ledger.erase("B02", reason: "Igen", override: "Dom", by: caller, under: desk.circumstances)
        #expect(try desk.scratch.bytes().count(of: "hemmelig-2-") == 0)
    }

    @Test("Texts that are gone without an entry, and texts that are there although erased, are found")
    func verifies() throws {
        let desk = try ledger()
        let kept = try desk.query("SELECT id, salt, text FROM words WHERE subject = 'B04' ORDER BY id LIMIT 1")[0]
        try desk.tamper("UPDATE words SET salt = NULL, text = NULL WHERE id = \(kept[0].plain)")
        #expect(try desk.findings().map(\.id) == [.wordsMissing])
        try desk.ledger.erase(
            "B04", reason: "Ønske", override: "Dom", by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        #expect(try desk.findings() == [], "an entry accounts for it now")
        try desk.tamper(
            "UPDATE words SET salt = '\(kept[1].plain)', text = '\(kept[2].plain)' WHERE id = \(kept[0].plain)")
        #expect(try desk.findings().map(\.id) == [.wordsKept])
    }

    @Test(
        "The file itself keeps the texts from the sqlite3 shell, unless the last entry erases them",
        arguments: [
            "UPDATE words SET text = 'andet' WHERE id = 3;", "UPDATE words SET salt = NULL, text = NULL WHERE id = 3;",
            "UPDATE words SET subject = 'B02' WHERE subject = 'B01';", "UPDATE words SET id = 999 WHERE id = 3;",
            "DELETE FROM words WHERE id = 3;", "DELETE FROM words;",
            "INSERT OR REPLACE INTO words (id, subject, salt, text) VALUES (3, 'B01', 'x', 'y');",
            "REPLACE INTO words (id, subject, salt, text) VALUES (3, 'B01', NULL, NULL);",
            "UPDATE OR REPLACE words SET id = 3 WHERE id = 4;",
            "INSERT INTO words (id, subject, salt, text) VALUES (3, '', 'x', '') ON CONFLICT (id) DO UPDATE SET id=9;",
        ])
    func fence(sql: String) throws {
        let desk = try ledger()
        let before = try desk.query("SELECT * FROM words")
        let outside = try desk.shell(sql)
        #expect(outside.status != 0 && outside.errors.contains("words: "), "\(outside)")
        #expect(try desk.query("SELECT * FROM words") == before)
    }
}
