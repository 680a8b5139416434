import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// What a report says of documents and approvals: entry 10 spends 100 kr. on B01's first item.
@Suite("Findings on proof")
struct ProofFindingTests {
    private static let receipt = DocumentFile(Array("%PDF-1.7 Kvittering fra Møbelhuset".utf8))
    private static let payment = DocumentFile(Array("%PDF-1.7 Udskrift fra banken".utf8))

    private let desk: Desk

    init() throws {
        desk = try Desk.released(Self.asking([.receipt, .payment, .approval]), today: .purchase)
        try desk.record(.disburse(.of(.kroner(100))))
    }

    private static func asking(_ proof: [Programme.Proof]) throws -> Programme {
        let list = proof.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let file = BuiltInProgramme.file.replacing(#/"proof": \[[^\]]*\]/#, with: "\"proof\": [\(list)]")
        return try ProgrammeFile.read(Array(file.utf8))
    }

    /// What entries lack in the report of a period: `receipt 10`.
    private func lacks(through: Day = .windowEnd, at: EntryNumber? = nil) throws -> [String] {
        let findings = try desk.ledger.cut(from: "2022-12-01", through: through, at: at).facts.findings
        return findings.filter { $0.kind == .proofMissing }.flatMap(\.lacks).flatMap { lack in
            lack.entries.map { "\(lack.proof.rawValue) \($0.value)" }
        }
    }

    private func line(_ entry: EntryNumber, through: Day = .windowEnd, at: EntryNumber? = nil) throws -> VoucherLine {
        let cut = try desk.ledger.cut(from: "2022-12-01", through: through, at: at)
        return try #require(cut.vouchers.first { $0.entry == entry })
    }

    @Test("Each proof that the terms ask for is missed until it is there, and again once it is taken off")
    func missing() throws {
        #expect(try lacks() == ["receipt 10", "payment 10", "approval 10"])
        try desk.record(.attach(.file(Self.receipt), to: 10, as: .receipt))
        #expect(try lacks() == ["payment 10", "approval 10"])
        try desk.record(.attach(.file(Self.payment), to: 10, as: .payment))
        try desk.record(.approveVouchers(.entries([10])), by: .consultant)
        #expect(try lacks() == [])
        #expect(try line(10).proof == VoucherProof(hasReceipt: true, hasPayment: true, approvedBy: .consultant))
        try desk.record(.detach(11, as: .receipt, reason: "Forkert", erasing: true))
        #expect(try lacks() == ["receipt 10"])
        #expect(try lacks(at: 11) == ["payment 10", "approval 10"])
        #expect(try lacks(at: 13) == [], "the document still counted then")
        #expect(try desk.entries(.proofMissing, at: 12) == [10])
    }

    @Test("What the terms do not ask for is not missed", arguments: [[], [Programme.Proof.payment]])
    func notAsked(proof: [Programme.Proof]) throws {
        let desk = try Desk.released(Self.asking(proof))
        try desk.record(.disburse(.of(.kroner(100))))
        #expect(try desk.entries(.proofMissing) == (proof.isEmpty ? [] : [10]))
        let facts = try desk.ledger.cut(from: "2022-12-01", through: .windowEnd).facts
        #expect(facts.findings.flatMap(\.lacks).map(\.proof) == proof)
    }

    @Test("The report of a period tells the proof of its last day, the day of recording is the first that counts")
    func day() throws {
        let later = Day.purchase.advanced(by: 1)
        try desk.turn(to: later)
        try desk.record(.attach(.file(Self.receipt), to: 10, as: .receipt))
        try desk.record(.approveVouchers(.entries([10])), by: .consultant)
        #expect(try lacks(through: .purchase) == ["receipt 10", "payment 10", "approval 10"])
        #expect(try lacks(through: later) == ["payment 10"])
        #expect(try line(10, through: .purchase).proof == VoucherProof.none)
        #expect(try line(10, through: later).proof?.hasReceipt == true)
        try desk.turn(to: later.advanced(by: 1))
        try desk.record(.detach(11, as: .receipt, reason: "Forkert", erasing: false))
        #expect(try line(10, through: later).proof?.hasReceipt == true, "it was taken off a day later")
        #expect(try line(10).proof?.hasReceipt == false)
    }

    @Test("An øre that is left must be proved; what came back whole, or was reversed, need not be", arguments: [0, 1])
    func net(left: Int64) throws {
        try desk.record(.refund(10, amount: .ore(10_000 - left), voucher: "K-2", on: .purchase))
        #expect(try desk.entries(.proofMissing) == (left > 0 ? [10] : []))
        try desk.record(.reverse(11, reason: "Fejl", on: .purchase))
        #expect(try desk.entries(.proofMissing) == [10])
        try desk.record(.reverse(10, reason: "Fejl", on: .purchase))
        #expect(try desk.entries(.proofMissing) == [])
        #expect(try desk.entries(.proofMissing, at: 12) == [10])
    }

    @Test("A receipt on one standing line serves all lines of its voucher; an approval is the line's own")
    func lines() throws {
        for total: Amount? in [.kroner(1000), nil] {
            try desk.record(.disburse(.of(.kroner(300), voucher: total == nil ? "f-9" : "F-9", total: total)))
        }
        try desk.record(.attach(.file(Self.receipt), to: 11, as: .receipt))
        try desk.record(.approveVouchers(.entries([12])), by: .consultant)
        #expect(try line(12).proof == VoucherProof(hasReceipt: true, hasPayment: false, approvedBy: .consultant))
        #expect(try line(11).proof == VoucherProof(hasReceipt: true, hasPayment: false, approvedBy: nil))
        #expect(try line(12).share == VoucherShare(total: .kroner(1000), claimed: .kroner(600)))
        try desk.record(.reverse(11, reason: "Fejl", on: .purchase))
        #expect(try line(12).proof?.hasReceipt == false, "the line that had it stands no more")
        #expect(try line(12).share?.unclaimed == .kroner(700))
        #expect(try line(11).proof == VoucherProof.none)
        #expect(try line(10).share == nil)
    }

    @Test("The same document on two vouchers is found, on two lines of one it is not")
    func twice() throws {
        for total: Amount? in [.kroner(1000), nil] {
            try desk.record(.disburse(.of(.kroner(300), voucher: "F-9", total: total)))
        }
        try desk.record(.attach(.file(Self.receipt), to: 11, as: .receipt))
        try desk.record(.attach(.file(Self.receipt), to: 12, as: .receipt))
        #expect(try desk.entries(.documentTwice) == [])
        // As long, but another.
        var bytes = Self.receipt.bytes
        bytes[bytes.count - 1] ^= 1
        try desk.record(.attach(.file(DocumentFile(bytes)), to: 10, as: .receipt))
        #expect(try desk.entries(.documentTwice) == [])
        try desk.record(.attach(.file(Self.receipt), to: 10, as: .payment))
        #expect(try desk.entries(.documentTwice) == [10, 11, 12])
        #expect(try desk.entries(.documentTwice, at: 15) == [])
    }

    @Test("A document that is taken off, erased, or on a reversed entry is no second one")
    func onceAgain() throws {
        try desk.record(.disburse(.of(.kroner(300), voucher: "K-2")))
        try desk.record(.attach(.file(Self.receipt), to: 10, as: .receipt))
        try desk.record(.attach(.file(Self.receipt), to: 11, as: .receipt))
        #expect(try desk.entries(.documentTwice) == [10, 11])
        #expect(try desk.entries(.documentTwice, from: .later) == [], "their day lies before")
        try desk.record(.detach(13, as: .receipt, reason: "Forkert", erasing: false))
        #expect(try desk.entries(.documentTwice) == [])
        #expect(try desk.entries(.documentTwice, at: 13) == [10, 11])
        try desk.record(.attach(.file(Self.receipt), to: 11, as: .payment))
        #expect(try desk.entries(.documentTwice) == [10, 11])
        try desk.record(.reverse(11, reason: "Fejl", on: .purchase))
        #expect(try desk.entries(.documentTwice) == [])
        #expect(try desk.entries(.documentTwice, at: 15) == [10, 11])
        try desk.record(.detach(15, as: .payment, reason: "CPR", erasing: true), by: .administrator)
        #expect(try desk.entries(.documentTwice, at: 15) == [], "its bytes can't be compared any more")
    }
}
