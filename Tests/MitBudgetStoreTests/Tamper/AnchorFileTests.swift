import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("A file of anchors")
struct AnchorFileTests {
    /// A ledger, the file of anchors beside it, and copies of it.
    final class Witnessed {
        let shelf: Shelf
        var lines: [WitnessedAnchor] = []
        private var minute: Int64 = 0
        private var copies = 0

        init() throws {
            shelf = try Shelf()
            lines = []
            try note()
        }

        private var circumstances: Circumstances {
            minute += 1
            let now = Moment(seconds: 1_751_288_400 + minute * 60) ?? .unixEpoch
            return Circumstances(now: { now }, today: { now.day }, salt: Salts().next)
        }

        func note() throws {
            let ledger = try Ledger(path: shelf.path, access: .reading)
            defer { ledger.close() }
            let now = Moment(seconds: 1_751_288_400 + minute * 60) ?? .unixEpoch
            lines.append(WitnessedAnchor(at: now, claim: try AnchorClaim(ledger.anchor().text)))
        }

        func record(_ count: Int, noted: Bool = true) throws {
            for _ in 0..<count {
                let ledger = try Ledger(path: shelf.path, access: .recording)
                _ = try ledger.record(
                    .readWords("B01", scope: .identity, purpose: "Tilsyn"),
                    by: Caller(account: "login", claim: .caseworker), under: circumstances)
                ledger.close()
                if noted { try note() }
            }
        }

        func copy() throws -> String {
            copies += 1
            let path = shelf.name("copy-\(copies).sqlite")
            let ledger = try Ledger(path: shelf.path, access: .reading)
            defer { ledger.close() }
            _ = try ledger.backup(to: path, by: Caller(account: "login", claim: .administrator))
            return path
        }

        func restore(_ copy: String) throws {
            let order = RestoreOrder(
                copy: copy, claims: [], acceptsLoss: true, isDry: false, standIn: "Igen", root: nil)
            _ = try Ledger.restore(
                order, to: shelf.path, by: Caller(account: "login", claim: .administrator), under: circumstances)
            try note()
        }

        func verify(_ lines: [WitnessedAnchor]? = nil) throws -> Verification {
            try Ledger.verify(path: shelf.path, by: Caller(account: "login"), witnessed: lines ?? self.lines)
        }

        /// Alters the journal by hand, and recomputes all hashes.
        func forge(from entry: Int64, _ sql: String) throws {
            try shelf.desk.tamper(sql)
            try shelf.desk.rehash(from: Int(entry))
        }
    }

    @Test("All anchors of an untouched ledger are found again; one altered is named, and one beyond the end")
    func untouched() throws {
        let ledger = try Witnessed()
        try ledger.record(3)
        let clean = try ledger.verify()
        #expect(clean.isClean && clean.remarks == [] && clean.anchors == AnchorTally(checked: 4, found: 4, givenUp: 0))
        let (last, head) = (ledger.lines[3], try #require(clean.anchor).number.value)
        let other = try AnchorClaim("\(head - 1):" + String(repeating: "a", count: 64))
        let beyond = try AnchorClaim("\(head + 1):" + String(repeating: "a", count: 64))
        let found = try ledger.verify([
            .init(at: last.at, claim: other), last, .init(at: last.at, claim: beyond), .init(at: last.at, claim: other),
        ])
        #expect(found.findings == [.anchorDiffers(head - 1), .anchorBeyond(head + 1, last: head)])
        #expect(found.anchors == AnchorTally(checked: 4, found: 1, givenUp: 0))
        #expect(try ledger.verify([]).anchors == AnchorTally(checked: 0, found: 0, givenUp: 0))
    }

    @Test("Anchors of entries that a restore gave up are remarked on, wherever the new entries have come to")
    func restored() throws {
        let ledger = try Witnessed()
        let copy = try ledger.copy()
        try ledger.record(4)
        try ledger.restore(copy)
        let restoring = try #require(ledger.lines.last).claim.number.value
        for count in [0, 1, 5] {
            try ledger.record(count)
            let found = try ledger.verify()
            #expect(found.isClean && found.anchors?.givenUp == 4)
            #expect(
                found.remarks == [
                    .anchorsGivenUp(by: restoring, count: 4, first: restoring, last: restoring + 3)
                ])
        }
        // The replaced ledger's last anchor alone proves it, and so does any anchor of the later entries.
        let given = Array(ledger.lines[1...4])
        #expect(try ledger.verify(given).remarks.count == 1)
        #expect(try ledger.verify(Array(given.dropLast())).findings.count == 3)
        let vouched = try ledger.verify(given.dropLast() + ledger.lines.suffix(1))
        #expect(vouched.isClean && vouched.anchors?.givenUp == 3)
        // After that line, no other may count as given up.
        #expect(try !ledger.verify(ledger.lines.suffix(1) + given.dropLast()).isClean)
    }

    @Test("Restores of restores, back and forth, leave nothing that looks altered")
    func often() throws {
        let ledger = try Witnessed()
        let first = try ledger.copy()
        try ledger.record(2)
        let second = try ledger.copy()
        try ledger.record(3)
        try ledger.restore(second)
        try ledger.record(1)
        let third = try ledger.copy()
        try ledger.record(2)
        try ledger.restore(first)
        try ledger.record(1)
        #expect(try ledger.verify().isClean)
        try ledger.restore(third)
        try ledger.record(2)
        let found = try ledger.verify()
        #expect(found.findings == [], "\(found.findings)")
        #expect(try #require(found.anchors).givenUp > 0)
    }

    @Test(
        "No entry is altered under the cover of a restore: neither before it, nor after it, nor itself",
        arguments: 0...5)
    func forged(_ distance: Int64) throws {
        let ledger = try Witnessed()
        try ledger.record(2)
        let copy = try ledger.copy()
        try ledger.record(5)
        try ledger.restore(copy)
        let restoring = try #require(ledger.lines.last).claim.number.value
        try ledger.record(3)
        #expect(try ledger.verify().isClean)
        let entry = restoring - 2 + distance
        // The entry gets the time of the next one; the last entry gets the last time that can be written.
        let later = entry == restoring + 3 ? "9999-12-31T00:00:00Z" : nil
        let time = later.map { "'\($0)'" } ?? "(SELECT recorded_at FROM journal WHERE seq = \(entry + 1))"
        try ledger.forge(from: entry, "UPDATE journal SET recorded_at = \(time) WHERE seq = \(entry)")
        let found = try ledger.verify()
        #expect(found.findings.contains(.anchorDiffers(entry)), "\(found.findings)")
    }

    @Test("A restore that is made up covers nothing that the file does not give up itself")
    func madeUp() throws {
        let ledger = try Witnessed()
        try ledger.record(6)
        let head = try #require(ledger.lines.last).claim
        // The last two entries are rewritten, and an entry claims that a copy brought them.
        let body = "{\"lost\":2,\"replaced\":\"\(head.number.value):\(head.prefix)\"}"
        try ledger.forge(
            from: head.number.value - 1,
            """
            UPDATE journal SET recorded_at = '2025-06-30T18:00:00Z' WHERE seq >= \(head.number.value - 1);
            INSERT INTO journal SELECT seq + 1, recorded_at, 'aksel', 'ledger-restored', day, '\(body)', hash
            FROM journal WHERE seq = \(head.number.value)
            """)
        let found = try ledger.verify()
        #expect(found.findings.contains(.anchorDiffers(head.number.value - 1)), "\(found.findings)")
        #expect(found.findings.contains(.anchorDiffers(head.number.value)) && found.remarks == [])
    }

    @Test("Blank lines and Windows' line ends are read, and the first other line is named")
    func lines() throws {
        let hash = String(repeating: "0a", count: 32)
        let good = "2023-02-01T09:15:00Z 42:\(hash)"
        let read = try AnchorFile.read(Array("\(good)\r\n\n \r\n\(good)".utf8))
        #expect(
            read.count == 2 && read.allSatisfy { $0.claim.number.value == 42 && $0.at.iso == "2023-02-01T09:15:00Z" })
        #expect(try AnchorFile.read([]) == [])
        for bad in [
            "42:\(hash)", "2023-02-01 42:\(hash)", "2023-02-01T09:15:00Z", "2023-02-01T09:15:00Z 42:12",
            "2023-02-01T09:15:00Z 0:\(hash)", "\u{FEFF}\(good)", good + " x", "2023-02-30T09:15:00Z 42:\(hash)", "\0",
        ] {
            #expect(throws: AnchorFile.Fault(line: 3), "\(bad)") {
                try AnchorFile.read(Array("\(good)\n\n\(bad)\n\(good)".utf8))
            }
        }
    }
}
