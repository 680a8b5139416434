import Files
import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Putting a backup in the ledger's place")
struct RestoreTests {
    @Test("A copy that lacks nothing takes the ledger's place; the replaced one is kept, and an entry tells")
    func restores() throws {
        let shelf = try Shelf()
        let anchor = try shelf.anchor()
        let old = try Outside.sqlite(shelf.path, ".dump\n").output
        try shelf.backup(to: "copy.sqlite")
        let restored = try shelf.restore("copy.sqlite", claims: [anchor])
        #expect(restored.copy.text == anchor && restored.lost.isEmpty)
        let recorded = try #require(restored.recorded)
        #expect(recorded.number.value == restored.copy.number.value + 1)
        #expect(
            recorded.entry.event
                == .restored(
                    .replacing(
                        head: restored.copy.number, hash: String(anchor.split(separator: ":")[1]), lost: 0)))
        #expect(try shelf.anchor() == recorded.anchor.text)
        #expect(try shelf.findings() == [])
        let kept = try #require(restored.kept)
        #expect(try Outside.sqlite(kept, ".dump\n").output == old)
        #expect(try shelf.findings(kept) == [])
        try shelf.record(.readWords("B01", scope: .identity, purpose: "Det går videre"), by: .caseworker)
        #expect(try shelf.findings() == [])
    }

    @Test("What the copy lacks is named and stays, unless its loss is accepted")
    func names() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        let last = try shelf.anchor()
        let lost = try [
            shelf.record(
                .addStaff(StaffMember(id: "nina", role: .auditor, account: "nina", name: nil)), by: .administrator),
            shelf.record(.endStaff("nina"), by: .administrator),
        ]
        let before = try shelf.snapshot()
        for isDry in [true, false] {
            let failure = #expect(throws: LedgerFailure.self) { try shelf.restore("copy.sqlite", isDry: isDry) }
            guard case .unrestorable(.lacks(let entries, let claims, let end))? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(entries.map(\.number) == lost.map(\.number.value))
            #expect(entries.map(\.hash) == lost.map(\.hash.hex) && claims.isEmpty)
            #expect(last.hasPrefix("\(end.value):"))
        }
        #expect(try shelf.restore("copy.sqlite", acceptsLoss: true, isDry: true).lost.count == 2)
        #expect(try shelf.snapshot() == before, "nothing was done, nothing is left lying")
        let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
        #expect(restored.lost.map(\.number) == lost.map(\.number.value))
        #expect(try shelf.findings() == [])
        let claim = try AnchorClaim(lost[1].anchor.text)
        let findings = try Ledger.with(path: shelf.path, access: .checking) { ledger throws(LedgerFailure) in
            try ledger.verify(claims: [claim]).findings
        }
        #expect(!findings.isEmpty, "an anchor of what was lost is not found again")
        let kept = try #require(restored.kept)
        #expect(try shelf.anchor(of: kept) == lost[1].anchor.text)
    }

    @Test("An anchor later than the copy, or another than the copy bears, stops it")
    func claims() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        let beyond = #expect(throws: LedgerFailure.self) {
            try shelf.restore("copy.sqlite", claims: ["99:0123456789abcdef"])
        }
        guard case .unrestorable(.lacks(let entries, let claims, _))? = beyond else {
            Issue.record("\(String(describing: beyond))")
            return
        }
        #expect(entries.isEmpty && claims.map(\.number.value) == [99])
        #expect(throws: LedgerFailure.unsound(path: shelf.name("copy.sqlite"), [.anchorDiffers(3)])) {
            try shelf.restore("copy.sqlite", claims: ["3:0123456789abcdef"], acceptsLoss: true)
        }
        try shelf.restore("copy.sqlite", claims: ["99:0123456789abcdef"], acceptsLoss: true)
        #expect(try shelf.findings() == [])
    }

    @Test("A copy that is not in order, of another ledger, or the ledger itself does not take its place")
    func refuses() throws {
        let (shelf, other) = (try Shelf(), try Shelf())
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.copyItem(atPath: other.path, toPath: shelf.name("other.sqlite"))
        #expect(throws: Never.self) { try shelf.restore("other.sqlite") }
        let stranger = try Desk(today: "2025-05-05")
        stranger.ledger.close()
        try FileManager.default.copyItem(atPath: stranger.path, toPath: shelf.name("stranger.sqlite"))
        #expect(throws: LedgerFailure.unrestorable(.anotherLedger)) {
            try shelf.restore("stranger.sqlite", acceptsLoss: true)
        }
        #expect(throws: LedgerFailure.unrestorable(.sameFile)) { try shelf.restore("ledger.sqlite") }
        let connection = try Connection(path: shelf.name("copy.sqlite"), access: .readWrite, busyMilliseconds: 0)
        try connection.run("UPDATE post SET disbursed_ore = 0 WHERE post = 'citizens'")
        try connection.close()
        let failure = #expect(throws: LedgerFailure.self) { try shelf.restore("copy.sqlite", acceptsLoss: true) }
        guard case .unsound? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("Where no ledger is, the copy becomes one; but not beside a log that would be taken for its own")
    func becomes() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try FileManager.default.removeItem(atPath: shelf.path)
        try Data("left".utf8).write(to: URL(filePath: shelf.path + "-wal"))
        #expect(throws: LedgerFailure.unmade(path: shelf.path, .strayLog(shelf.path + "-wal"))) {
            try shelf.restore("copy.sqlite")
        }
        try FileManager.default.removeItem(atPath: shelf.path + "-wal")
        let restored = try shelf.restore("copy.sqlite")
        #expect(restored.kept == nil)
        #expect(restored.recorded?.entry.event == .restored(.ofLostLedger(byRoot: false)))
        #expect(try shelf.findings() == [])
        #expect(try shelf.snapshot().keys.sorted() == ["copy.sqlite", "ledger.sqlite"])
    }

    @Test("Only an administrator restores, of the copy and of the ledger alike")
    func permits() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        let before = try shelf.snapshot()
        for caller in [Caller(account: "login", claim: .consultant), Caller(account: "stranger", claim: nil)] {
            #expect(throws: LedgerFailure.self) { try shelf.restore("copy.sqlite", by: caller) }
        }
        #expect(try shelf.snapshot() == before)
    }
}
