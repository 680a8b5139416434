import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Documents in the file")
struct DocumentTests {
    /// A ledger in which entry 10 spent 100 kr.
    private let desk: Desk
    private let file = DocumentFile(Array("%PDF-1.7 Kvittering fra Møbelhuset".utf8))

    init() throws {
        desk = try Desk.released()
        try desk.record(.disburse(.of(.kroner(100))))
    }

    @Test("A document is kept byte for byte, sealed, and found in order")
    func kept() throws {
        let recorded = try desk.record(.attach(.file(file), to: 10, as: .receipt))
        #expect(try desk.query("SELECT bytes FROM evidence") == [[.blob(file.bytes)]])
        let body = try #require(try desk.query("SELECT body FROM journal WHERE seq = 11").first?[0].plain)
        #expect(body.hasPrefix("{\"entry\":10,\"evidence\":{\"bytes\":\(file.bytes.count),\"evidence\":1,"))
        #expect(!body.contains("Kvittering"))
        #expect(recorded.entry.event.kind == .voucherAttached)
        #expect(try desk.findings() == [])
    }

    @Test("sha256sum of salt, newline and bytes is the seal")
    func seal() throws {
        try desk.record(.attach(.file(file), to: 10, as: .receipt))
        let row = try #require(
            try desk.query("SELECT salt, body ->> '$.evidence.seal' FROM evidence, journal WHERE seq = 11").first)
        let salted = Array((row[0].plain + "\n").utf8) + file.bytes
        #expect(SHA256.digest(of: salted).hex == row[1].plain)
    }

    @Test("A document that is changed, gone, put elsewhere or added is found", arguments: Alteration.allCases)
    func altered(alteration: Alteration) throws {
        try desk.record(.attach(.file(file), to: 10, as: .receipt))
        try desk.record(.attach(.file(DocumentFile.sample("Side 2")), to: 10, as: .receipt))
        try desk.tamper(alteration.script)
        let findings = try desk.findings()
        #expect(findings == alteration.findings)
    }

    enum Alteration: CaseIterable {
        case swapped, removed, emptied, truncated, refiled, added, moved

        var script: String {
            switch self {
            case .swapped:
                "UPDATE evidence SET bytes = CAST('%PDF-1.7 Kvittering fra Andethuset' AS BLOB) WHERE id = 1"
            case .removed: "DELETE FROM evidence WHERE id = 1"
            case .emptied: "UPDATE evidence SET salt = NULL, bytes = NULL WHERE id = 1"
            case .truncated: "UPDATE evidence SET bytes = substr(bytes, 1, 10) WHERE id = 1"
            case .refiled: "UPDATE evidence SET subject = 'programme' WHERE id = 1"
            case .added: "INSERT INTO evidence VALUES (9, 'B01', 'salt', x'00')"
            case .moved: "UPDATE attachment SET movement = 9 WHERE entry = 11"
            }
        }

        var findings: [VerifyFinding] {
            switch self {
            case .swapped, .truncated, .refiled: [.evidenceAltered(evidence: 1, entry: 11)]
            case .removed: [.evidenceMissing(evidence: 1, entry: 11)]
            case .emptied: [.evidenceMissing(evidence: 1, entry: 11)]
            case .added: [.evidenceStray(count: 1)]
            case .moved: [.projectionDiffers(table: "attachment", row: "11", column: "movement")]
            }
        }
    }

    @Test("A forged approval is found")
    func forgedApproval() throws {
        try desk.raw("INSERT INTO approval VALUES (10, 10)")
        #expect(try desk.findings() == [.projectionDiffers(table: "approval", row: "10", column: nil)])
    }

    @Test("The fence keeps documents as they are, unless the latest entry erases them")
    func fence() throws {
        try desk.record(.attach(.file(file), to: 10, as: .receipt))
        for script in [
            "UPDATE evidence SET bytes = x'00'", "UPDATE evidence SET salt = NULL, bytes = NULL",
            "DELETE FROM evidence", "INSERT OR REPLACE INTO evidence VALUES (1, 'B01', 'salt', x'00')",
        ] {
            #expect(throws: SQLiteFailure.self, "\(script)") { try desk.raw(script) }
        }
        #expect(try desk.findings() == [])
    }

    @Test("Taking a document off leaves its bytes, erasing takes them away, and the chain still verifies")
    func erased() throws {
        try desk.record(.attach(.file(file), to: 10, as: .receipt))
        try desk.record(.detach(10, as: .receipt, reason: "Forkert", erasing: false))
        #expect(try desk.query("SELECT bytes FROM evidence") == [[.blob(file.bytes)]])
        try desk.record(.detach(11, as: .receipt, reason: "CPR-nummer", erasing: true))
        #expect(try desk.query("SELECT salt, bytes FROM evidence") == [[.null, .null]])
        #expect(try desk.query("SELECT detached_entry FROM attachment") == [[.integer(12)]])
        #expect(try desk.findings() == [])
    }

    @Test("Erasing a citizen's texts takes the citizen's documents along, and no other's")
    func erasedWithTexts() throws {
        try desk.record(.attach(.file(file), to: 10, as: .receipt))
        try desk.record(.spend(.of(.ore(1), voucher: "P-9")))
        try desk.record(.attach(.file(file), to: 12, as: .receipt))
        try desk.record(.eraseWords("B01", reason: "Bedt om det", override: "Dom"))
        #expect(try desk.query("SELECT bytes IS NULL FROM evidence ORDER BY id") == [[1], [0]])
        #expect(try desk.findings() == [])
        #expect(try desk.ledger.carriers(of: file, besides: 1) == [12])
    }

    @Test("A document proves every line of its voucher, until the line that holds it is reversed")
    func lines() throws {
        try desk.record(.disburse(.of(.kroner(1), voucher: "F-1", total: .kroner(9))))
        try desk.record(.disburse(.of(.kroner(2), voucher: "f-1")))
        try desk.record(.attach(.file(file), to: 11, as: .payment))
        func states() throws -> [VoucherState] {
            var states: [VoucherState] = []
            try desk.ledger.vouchers(from: nil, through: nil) { states.append($0) }
            return states
        }
        #expect(try states().map(\.proof.hasPayment) == [false, true, true])
        #expect(try states().map { $0.lacks(.payment) } == [true, false, false])
        try desk.record(.reverse(11, reason: "Fejl", on: .later))
        #expect(try states().map(\.proof.hasPayment) == [false, false])
    }

    @Test("The first approval counts, and a refund in full leaves nothing to prove")
    func approved() throws {
        try desk.record(.approveVouchers(.entries([10])))
        try desk.record(.approveVouchers(.entries([10])), by: .administrator)
        try desk.record(.disburse(.of(.kroner(2), voucher: "K-5")))
        try desk.record(.refund(13, amount: .kroner(2), voucher: "K-6", on: .later))
        var states: [VoucherState] = []
        try desk.ledger.vouchers(from: nil, through: nil) { states.append($0) }
        #expect(states.map(\.proof.approvedBy) == [.consultant, nil])
        #expect(states.map { $0.lacks(.approval) } == [false, false])
        #expect(states.map { $0.lacks(.receipt) } == [true, false])
        #expect(try desk.findings() == [])
    }
}
