import Files
import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Taking a backup")
struct BackupTests {
    @Test("A backup is the ledger row for row, its owner's alone, and leaves nothing else behind")
    func copies() throws {
        let shelf = try Shelf()
        let before = try shelf.snapshot()
        let verification = try shelf.backup(to: "copy.sqlite")
        #expect(verification.isClean)
        #expect(verification.anchor?.text == (try shelf.anchor()))
        var after = try shelf.snapshot()
        let removed = after.removeValue(forKey: "copy.sqlite")
        let copy = try #require(removed)
        #expect(after.mapValues { $0[0] } == before.mapValues { $0[0] })
        #expect(copy[2] == before["ledger.sqlite"]?[2], "mode 0600, as the ledger")
        let dump = try Outside.sqlite(shelf.name("copy.sqlite"), ".dump\n").output
        #expect(try Outside.sqlite(shelf.path, ".dump\n").output == dump)
        #expect(dump.contains("K-1"))
        let mark = try Outside.sqlite(shelf.name("copy.sqlite"), "PRAGMA application_id; PRAGMA journal_mode;\n")
        #expect(mark.output == "\(Schema.applicationID)\nwal\n")
    }

    @Test("A backup never takes the place of a file, a link or a folder")
    func keeps() throws {
        let shelf = try Shelf()
        try Data("mine".utf8).write(to: URL(filePath: shelf.name("copy.sqlite")))
        try FileManager.default.createSymbolicLink(
            atPath: shelf.name("link.sqlite"), withDestinationPath: shelf.name("nowhere.sqlite"))
        try FileManager.default.createDirectory(atPath: shelf.name("folder"), withIntermediateDirectories: false)
        for name in ["copy.sqlite", "link.sqlite", "folder", "ledger.sqlite"] {
            #expect(throws: LedgerFailure.unmade(path: shelf.name(name), .exists)) { try shelf.backup(to: name) }
        }
        #expect(try Data(contentsOf: URL(filePath: shelf.name("copy.sqlite"))) == Data("mine".utf8))
        #expect(!FileManager.default.fileExists(atPath: shelf.name("nowhere.sqlite")))
    }

    @Test("A ledger that is not in order is not copied as if it were")
    func refusesUnsound() throws {
        let shelf = try Shelf()
        let connection = try Connection(path: shelf.path, access: .readWrite, busyMilliseconds: 0)
        try connection.run("UPDATE participant SET disbursed_ore = disbursed_ore + 1 WHERE number = 1")
        try connection.close()
        #expect(
            throws: LedgerFailure.unsound(
                path: shelf.path,
                [.projectionDiffers(table: "participant", row: "1", column: "disbursed_ore")])
        ) { try shelf.backup(to: "copy.sqlite") }
        #expect(try shelf.snapshot().keys.sorted() == ["ledger.sqlite"])
    }

    @Test("Only an administrator takes a backup")
    func permits() throws {
        let shelf = try Shelf()
        #expect(throws: LedgerFailure.self) {
            try shelf.backup(to: "copy.sqlite", by: Caller(account: "login", claim: .auditor))
        }
        #expect(try shelf.snapshot().keys.sorted() == ["ledger.sqlite"])
    }
}
