import MitBudget
import TestSupport
import Testing

/// Documents on entries, and managers' approvals.
@Suite("Documents and approvals")
struct DocumentTests {
    private var bench: Bench
    private let file = DocumentFile.sample("Kvittering")

    init() throws {
        bench = try Bench.spent()
    }

    @Test("A document that was taken off can be attached again, and one that stands cannot")
    mutating func again() throws {
        let first = try bench.record(.attach(.file(file), to: 10, as: .receipt))
        #expect(bench.refusal(of: .attach(.file(file), to: 10, as: .receipt)) == .evidenceKnown(10))
        try bench.record(.detach(10, as: .receipt, reason: "Forkert", erasing: false))
        #expect(bench.book.document(attachedBy: first)?.stands == false)
        #expect(bench.refusal(of: .attach(.file(file), to: 10, as: .receipt)) == nil)
    }

    @Test("A document that was taken off can be erased later, once")
    mutating func eraseLater() throws {
        let number = try bench.record(.attach(.file(file), to: 10, as: .receipt))
        try bench.record(.detach(10, as: .receipt, reason: "Forkert", erasing: false))
        let erase = Command.detach(number, as: .receipt, reason: "CPR-nummer", erasing: true)
        #expect(bench.refusal(of: .detach(10, as: .receipt, reason: "Igen", erasing: false))?.rule == .voucherUnknown)
        try bench.record(erase)
        #expect(bench.book.document(attachedBy: number)?.isErased == true)
        #expect(bench.refusal(of: erase) == .voucherUnknown(number, .noDocument(.receipt)))
    }

    @Test("Caseworkers document a citizen's money, consultants all other money, administrators erase")
    mutating func roles() throws {
        let expense = try bench.record(.spend(.of(.ore(1), voucher: "P-9")))
        for (entry, role) in [(10 as EntryNumber, Role.caseworker), (expense, .consultant)] {
            let attach = Command.attach(.file(file), to: entry, as: .receipt)
            #expect(attach.roles(correcting: bench.book.movement(entry)) == [role])
            let detach = Command.detach(entry, as: .receipt, reason: "Forkert", erasing: false)
            #expect(detach.roles(correcting: bench.book.movement(entry)) == [role])
        }
        let erase = Command.detach(10, as: .receipt, reason: "Forkert", erasing: true)
        #expect(erase.roles(correcting: bench.book.movement(10)) == [.administrator])
    }

    @Test("Up to a day a manager approves what others recorded, and what waits for another is counted")
    mutating func through() throws {
        let own = try bench.record(.spend(.of(.ore(1), voucher: "P-9")))
        let later = try bench.record(.disburse(.of(.ore(1), to: "B01", voucher: "K-8", on: .later)))
        try bench.record(.approveVouchers(.through(.purchase)))
        #expect(bench.book.approved == [10])
        #expect(
            bench.refusal(of: .approveVouchers(.through(.purchase))) == .voucherUnknown(nil, .nothingAwaits(own: 1)))
        try bench.record(.approveVouchers(.through(.later)))
        #expect(bench.book.approved == [10, later])
        try bench.record(.approveVouchers(.through(.later)), by: .administrator)
        #expect(bench.book.approved == [10, own, later])
    }

    @Test("Named entries are approved all or none, in order and once each")
    mutating func named() throws {
        let second = try bench.record(.disburse(.of(.ore(1), to: "B01", voucher: "K-8")))
        let decision = try bench.decide(.approveVouchers(.entries([second, 10, second])))
        #expect(decision.entry.event == .vouchersApproved([10, second]))
        #expect(bench.refusal(of: .approveVouchers(.entries([10, 99])))?.rule == .voucherUnknown)
        #expect(bench.book.approved == [])
    }

    @Test("An entry holds no voucher by another ledger's name")
    mutating func witness() throws {
        let hash = String(repeating: "a", count: 64)
        try bench.record(.witness(Testimony(origin: "K-9", entry: 4, hash: hash)))
        #expect(bench.book.use(of: "K-9") == nil)
        #expect(
            bench.refusal(of: .witness(Testimony(origin: "010180-1234", entry: 4, hash: hash)))?.rule
                == .personalNumber)
    }
}

/// What a document is, told by its content.
@Suite("Kinds of document")
struct DocumentTypeTests {
    @Test(
        "Is told by the content",
        arguments: [
            (Array("%PDF-1.7\n".utf8), DocumentType.pdf), ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], .jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png), ([0x49, 0x49, 0x2A, 0x00, 8], .tiff),
            ([0x4D, 0x4D, 0x00, 0x2A, 0], .tiff), ([0, 0, 0, 24] + Array("ftypheic".utf8), .heic),
            (Array("Kvittering\r\n\t1.234,50 kr. \u{E6}\n".utf8), .text), (Array("\u{FEFF}Betalt".utf8), .text),
            (Array("Total < 100 kr.".utf8), .text),
            (Array("From: a@example.org\r\nSubject: Faktura\r\n 17\r\n\r\n<html>".utf8), .mail),
            (Array("From: a@example.org\n".utf8), .text), (Array("Fra: butikken\nDato: i dag\n".utf8), .text),
        ] as [([UInt8], DocumentType)])
    func told(bytes: [UInt8], type: DocumentType) {
        #expect(DocumentType(recognising: bytes) == type)
    }

    @Test(
        "Is none that the ledger keeps",
        arguments: [
            [], [0], Array("<!DOCTYPE html>".utf8), Array(" \n<?xml version='1.0'?>".utf8), Array("<svg>".utf8),
            Array("PK\u{3}\u{4}".utf8), Array("GIF89a\u{1}".utf8), [0xC3], Array(" \n\t".utf8),
            Array("\u{FEFF}<html>".utf8), Array("Sort\u{1B}[8m".utf8), [0, 0, 0, 24] + Array("ftypmp42".utf8),
            [0xFF, 0xD8],
        ] as [[UInt8]])
    func unknown(bytes: [UInt8]) {
        #expect(DocumentType(recognising: bytes) == nil)
    }
}
