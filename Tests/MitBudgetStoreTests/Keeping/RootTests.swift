import Foundation
import Glibc
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Root of the machine, where the ledger is lost")
struct RootTests {
    private static var root: Root { Root(owner: { _ in nil }) }
    private static let claiming = Caller(account: "root", claim: .administrator)

    @Test("Root restores a lost ledger in the name of an administrator of the copy; the entry says so, and verifies")
    func restores() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.removeItem(atPath: shelf.path)
        let before = try shelf.snapshot()
        let planned = try shelf.restore("copy.sqlite", isDry: true, by: Self.claiming, as: Self.root)
        #expect(planned.rootActedFor == "login" && planned.recorded == nil)
        #expect(try shelf.snapshot() == before)
        let restored = try shelf.restore("copy.sqlite", by: Self.claiming, as: Self.root)
        #expect(restored.rootActedFor == "login" && restored.hasReplacedNone)
        let recorded = try #require(restored.recorded)
        #expect(recorded.actor == .administrator)
        #expect(recorded.entry.event == .restored(.ofLostLedger(byRoot: true)))
        #expect(Body.write(recorded.entry) == "{\"lost\":0,\"root\":true}")
        #expect(try shelf.findings() == [])
        try shelf.record(.endStaff(.auditor), by: .administrator)
        #expect(try shelf.findings() == [])
    }

    @Test("Where a ledger is, root is a stranger like any other; and so is everyone else where none is")
    func stranger() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        let foreign = LedgerFailure.refused(.notPermitted(.unboundAccount("root")))
        #expect(throws: foreign) { try shelf.restore("copy.sqlite", by: Self.claiming, as: Self.root) }
        try FileManager.default.removeItem(atPath: shelf.path)
        let other = Caller(account: "stranger", claim: .administrator)
        #expect(throws: LedgerFailure.refused(.notPermitted(.unboundAccount("stranger")))) {
            try shelf.restore("copy.sqlite", by: other)
        }
        try shelf.restore("copy.sqlite", by: Self.claiming, as: Self.root)
        let ledger = try Ledger(path: shelf.path, access: .recording)
        defer { ledger.close() }
        #expect(throws: LedgerFailure.refused(.notPermitted(.unboundAccount("root")))) {
            try ledger.record(.endStaff(.auditor), by: Self.claiming, under: shelf.desk.circumstances)
        }
    }

    @Test("Root must name an active administrator of the copy")
    func names() throws {
        let shelf = try Shelf()
        try shelf.record(.addStaff(.of("anna", .administrator)), by: .administrator)
        try shelf.record(.addStaff(.of("bodil", .administrator)), by: .administrator)
        try shelf.record(.endStaff("bodil"), by: .administrator)
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.removeItem(atPath: shelf.path)
        let before = try shelf.snapshot()
        for claim in [nil, "ukendt", "bodil", .caseworker] as [StaffID?] {
            #expect(throws: LedgerFailure.unrestorable(.rootNamesNoOne([.administrator, "anna"]))) {
                try shelf.restore("copy.sqlite", by: Caller(account: "root", claim: claim), as: Self.root)
            }
        }
        #expect(try shelf.snapshot() == before)
        let restored = try shelf.restore("copy.sqlite", by: Caller(account: "root", claim: "anna"), as: Self.root)
        #expect(restored.rootActedFor == "anna" && restored.recorded?.actor == "anna")
    }

    @Test("Where root is that administrator's own account, it is a staff member and nothing is said of root")
    func own() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.removeItem(atPath: shelf.path)
        let restored = try shelf.restore("copy.sqlite", by: Shelf.administrator, as: Self.root)
        #expect(restored.rootActedFor == nil)
        #expect(restored.recorded?.entry.event == .restored(.ofLostLedger(byRoot: false)))
    }

    @Test("The file is given to the administrator's account", .enabled(if: geteuid() == 0))
    func owner() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.removeItem(atPath: shelf.path)
        try shelf.restore("copy.sqlite", by: Self.claiming, as: Root(owner: { $0 == "login" ? (4711, 4712) : nil }))
        var status = stat()
        #expect(lstat(shelf.path, &status) == 0)
        #expect(status.st_uid == 4711 && status.st_gid == 4712 && status.st_mode & 0o777 == 0o600)
    }
}

extension StaffMember {
    fileprivate static func of(_ id: StaffID, _ role: Role) -> StaffMember {
        StaffMember(id: id, role: role, account: AccountName(stringLiteral: id.text), name: nil)
    }
}
