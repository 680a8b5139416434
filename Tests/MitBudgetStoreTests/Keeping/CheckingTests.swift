import Foundation
import Glibc
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Checking a ledger without touching it")
struct CheckingTests {
    @Test("Checking changes no byte and no time, and makes no file")
    func clean() throws {
        let shelf = try Shelf()
        let before = try shelf.snapshot()
        #expect(try shelf.findings() == [])
        #expect(try shelf.snapshot() == before)
    }

    @Test("A log that was left lying is read where it lies, and stays as it is")
    func log() throws {
        let desk = try Desk()
        try desk.course()
        let shelf = try Shelf()
        // This is what a power cut or kill -9 leaves: the log not folded, its index gone.
        for suffix in ["", "-wal"] {
            try? FileManager.default.removeItem(atPath: shelf.path + suffix)
            try FileManager.default.copyItem(atPath: desk.path + suffix, toPath: shelf.path + suffix)
        }
        let last = try desk.ledger.anchor().text
        let before = try shelf.snapshot()
        #expect(before.keys.sorted() == ["ledger.sqlite", "ledger.sqlite-wal"])
        #expect(try shelf.findings() == [])
        #expect(try shelf.anchor() == last)
        #expect(try shelf.snapshot() == before)
        try FileManager.default.removeItem(atPath: shelf.path + "-wal")
        #expect(try shelf.anchor() != last, "its last entries were in the log alone")
    }

    @Test(
        "A name that SQLite would read as a URI is a name",
        arguments: ["a b?mode=rw.sqlite", "100%.sqlite", "å#1.sqlite"])
    func names(name: String) throws {
        let shelf = try Shelf()
        try FileManager.default.moveItem(atPath: shelf.path, toPath: shelf.name(name))
        #expect(try shelf.findings(shelf.name(name)) == [])
        #expect(try shelf.snapshot().keys.sorted() == [name])
    }

    @Test("A ledger that everyone may read is refused, but checked", arguments: [0o604, 0o606, 0o644, 0o602, 0o601])
    func exposed(mode: Int) throws {
        let shelf = try Shelf()
        #expect(chmod(shelf.path, mode_t(mode)) == 0)
        for access in [Ledger.Access.reading, .recording] {
            #expect(throws: LedgerFailure.exposed(path: shelf.path, mode: UInt32(mode))) {
                try Ledger.with(path: shelf.path, access: access) { _ throws(LedgerFailure) in }
            }
        }
        #expect(try shelf.findings() == [])
        #expect(Ledger.exposure(of: shelf.path) == UInt32(mode))
    }

    @Test(
        "A group's ledger, and one that is its owner's alone, are open to them",
        arguments: [0o600, 0o660, 0o640, 0o400])
    func shared(mode: Int) throws {
        let shelf = try Shelf()
        #expect(chmod(shelf.path, mode_t(mode)) == 0)
        try Ledger.with(path: shelf.path, access: .reading) { _ throws(LedgerFailure) in }
        #expect(Ledger.exposure(of: shelf.path) == nil)
    }

    @Test("Neither a link nor a FIFO nor a folder is taken for a ledger, and none is changed")
    func ordinary() throws {
        let shelf = try Shelf()
        try FileManager.default.createSymbolicLink(atPath: shelf.name("link.sqlite"), withDestinationPath: shelf.path)
        #expect(mkfifo(shelf.name("pipe.sqlite"), 0o600) == 0)
        let before = try shelf.snapshot(without: ["pipe.sqlite"])
        for access in [Ledger.Access.reading, .recording, .checking] {
            #expect(throws: LedgerFailure.notOrdinary(path: shelf.name("link.sqlite"), .link)) {
                try Ledger.with(path: shelf.name("link.sqlite"), access: access) { _ throws(LedgerFailure) in }
            }
            #expect(throws: LedgerFailure.notOrdinary(path: shelf.name("pipe.sqlite"), .other)) {
                try Ledger.with(path: shelf.name("pipe.sqlite"), access: access) { _ throws(LedgerFailure) in }
            }
        }
        #expect(try shelf.snapshot(without: ["pipe.sqlite"]) == before)
    }

    @Test("A ledger that is moved away while it is open takes no more entries")
    func moved() throws {
        let desk = try Desk()
        try FileManager.default.moveItem(atPath: desk.path, toPath: desk.path + ".old")
        #expect(throws: LedgerFailure.moved(path: desk.path)) {
            try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        }
    }

    @Test("Progress is told up to the last entry")
    func progress() throws {
        let shelf = try Shelf()
        var told: [Int64] = []
        try Ledger.with(path: shelf.path, access: .checking) { ledger throws(LedgerFailure) in
            _ = try ledger.verify { done, all in
                told.append(done)
                #expect(all == 25)
            }
        }
        #expect(told.last == 25)
    }
}
