import Foundation
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Erased stays erased when a backup is put in the ledger's place")
struct ErasingAgainTests {
    /// The texts that the course records about B01.
    private static let texts = ["Borger nummer et", "Sag 12/345", "Truckskolen", "Faktura 7", "Tilsyn med ordningen"]

    @Test("What was erased after the copy is erased again: with the same reasons, and no byte of it is left")
    func erasesAgain() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try shelf.erase("B01", reason: "Hun bad om det", override: "Artikel 17")
        let lost = try #require(try shelf.anchor().split(separator: ":").first.flatMap { Int64($0) })
        #expect(try shelf.texts(of: "B01").isEmpty)
        let before = try shelf.snapshot()
        let planned = try shelf.restore("copy.sqlite", acceptsLoss: true, isDry: true).erasedAgain
        #expect(planned.map(\.lost) == [lost] && planned.map(\.participant) == ["B01"])
        #expect(planned.allSatisfy { $0.recorded == nil && !$0.isRestated })
        #expect(try shelf.snapshot() == before)

        #expect(throws: LedgerFailure.self, "a loss is a loss") { try shelf.restore("copy.sqlite") }
        let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
        let erased = try #require(restored.erasedAgain.first?.recorded)
        #expect(restored.erasedAgain.count == 1)
        #expect(erased.number.value == restored.copy.number.value + 2, "right after the one that tells of the copy")
        #expect(try shelf.anchor() == erased.anchor.text)
        #expect(try shelf.reasons(of: erased) == ["Hun bad om det", "Artikel 17"])
        #expect(try shelf.findings() == [])
        #expect(try shelf.texts(of: "B01").isEmpty)
        let left = try shelf.desk.scratch.bytes("ledger.sqlite")
        for text in Self.texts { #expect(left.count(of: text) == 0, "\(text)") }
        #expect(try shelf.desk.scratch.bytes("copy.sqlite").count(of: "Borger nummer et") > 0, "the copy is left alone")
        #expect(left.count(of: "Et andet mål") > 0, "so is everyone else")
        let kept = try #require(restored.kept)
        #expect(try shelf.findings(kept) == [])
    }

    @Test("A document that was erased after the copy is erased again, with the same reason, and no byte of it is left")
    func document() throws {
        let shelf = try Shelf()
        let bytes = Array(("%PDF-1.7 " + String(repeating: "bilag-til-13. ", count: 2000)).utf8)
        let attached = try shelf.record(.attach(.file(DocumentFile(bytes)), to: 13, as: .receipt), by: .caseworker)
        try shelf.backup(to: "copy.sqlite")
        try shelf.record(.attach(.file(.sample("Kun i den afløste")), to: 13, as: .payment), by: .caseworker)
        try shelf.eraseDocument(13, as: .receipt, reason: "CPR-nummer på papiret")
        try shelf.eraseDocument(13, as: .payment, reason: "Findes ikke i kopien")
        let planned = try shelf.restore("copy.sqlite", acceptsLoss: true, isDry: true).erasedAgain
        #expect(
            planned.map(\.content) == [.document(attachedBy: attached.number, to: 13, proof: .receipt, on: "B01")])
        for _ in 1...2 {
            let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
            let recorded = try #require(restored.erasedAgain.first?.recorded)
            #expect(restored.erasedAgain.count == 1 && recorded.number.value == restored.copy.number.value + 2)
            guard case .detached(let detachment) = recorded.entry.event else {
                Issue.record("\(recorded)")
                return
            }
            #expect(detachment.attachment == attached.number && detachment.erases)
            #expect(try shelf.text(detachment.reason) == "CPR-nummer på papiret")
            #expect(try shelf.findings() == [])
            #expect(try shelf.desk.scratch.bytes("ledger.sqlite").count(of: "bilag-til-13.") == 0)
        }
        #expect(try shelf.desk.scratch.bytes("copy.sqlite").count(of: "bilag-til-13.") > 0, "the copy is left alone")
    }

    @Test("A document that went with its citizen's texts, or that the copy has erased, is not erased once more")
    func documentGone() throws {
        let shelf = try Shelf()
        try shelf.record(.attach(.file(.sample("Side 1")), to: 13, as: .receipt), by: .caseworker)
        try shelf.backup(to: "copy.sqlite")
        try shelf.eraseDocument(13, as: .receipt, reason: "CPR-nummer")
        try shelf.backup(to: "later.sqlite")
        try shelf.restore("copy.sqlite", acceptsLoss: true)
        // The restored ledger and the later copy have each erased it by an entry of their own.
        let restored = try shelf.restore("later.sqlite", acceptsLoss: true)
        #expect(restored.lost.count == 2 && restored.erasedAgain.isEmpty)
        #expect(try shelf.findings() == [])

        try shelf.restore("copy.sqlite", acceptsLoss: true)
        try shelf.erase("B01", reason: "Ønske", override: "Dom")
        let again = try shelf.restore("later.sqlite", acceptsLoss: true)
        #expect(again.erasedAgain.map(\.participant) == ["B01"])
        #expect(try shelf.findings() == [])
    }

    @Test("Restoring the same old copy again and again never brings the texts back")
    func again() throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try shelf.erase("B01", reason: "Første", override: "Dom")
        try shelf.erase("B01", reason: "Anden", override: "Dom")
        for round in 1...3 {
            let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
            #expect(restored.erasedAgain.compactMap(\.recorded).count == 2, "one for each")
            let reasons = try restored.erasedAgain.compactMap(\.recorded).map { try shelf.reasons(of: $0)[0] }
            #expect(reasons == ["Første", "Anden"], "round \(round)")
            #expect(try shelf.findings() == [])
            #expect(try shelf.desk.scratch.bytes("ledger.sqlite").count(of: "Truckskolen") == 0)
        }
    }

    @Test("Nothing is done for an erasure that the copy has, or of a citizen whom the copy lacks")
    func leavesAlone() throws {
        let shelf = try Shelf()
        try shelf.erase("B01", reason: "Før kopien", override: "Dom")
        try shelf.backup(to: "copy.sqlite")
        try shelf.record(.enrol(name: "Kun i den afløste", caseNumber: nil, on: .later), by: .caseworker)
        try shelf.erase("B03", reason: "Findes ikke i kopien", override: "Dom")
        let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
        #expect(restored.erasedAgain.isEmpty && restored.lost.count == 2)
        // Another citizen gets the reference, in a copy with entries of its own.
        try shelf.record(.enrol(name: "En anden borger", caseNumber: nil, on: .later), by: .caseworker)
        try shelf.backup(to: "other.sqlite")
        try shelf.restore("copy.sqlite", acceptsLoss: true)
        try shelf.record(.enrol(name: "En tredje borger", caseNumber: nil, on: .later), by: .caseworker)
        try shelf.erase("B03", reason: "Den tredje", override: "Dom")
        #expect(try shelf.restore("other.sqlite", acceptsLoss: true).erasedAgain.isEmpty)
        #expect(try shelf.texts(of: "B03") == ["En anden borger"])
        #expect(try shelf.findings() == [])
    }

    @Test("Erased after the time to keep, it needs no more now; unless the clock was set back, and then it says why")
    func retention() throws {
        for isSetBack in [false, true] {
            let shelf = try Shelf()
            try shelf.backup(to: "copy.sqlite")
            func set(_ day: Day) throws {
                (shelf.desk.now, shelf.desk.today) = (try #require(Moment(iso: day.iso + "T09:00:00Z")), day)
            }
            try set("2030-01-01")
            try shelf.erase("B01", reason: "Tiden er ovre", override: nil)
            if isSetBack { try set("2029-12-31") }
            let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
            let erased = try #require(restored.erasedAgain.first)
            #expect(erased.isRestated == isSetBack)
            let reasons = try shelf.reasons(of: try #require(erased.recorded))
            #expect(reasons == ["Tiden er ovre"] + (isSetBack ? ["Var slettet i den journal, der blev afløst"] : []))
            #expect(try shelf.findings() == [])
            #expect(try shelf.texts(of: "B01") == [])
        }
    }

    @Test(
        "A reason that does not stand as it was sealed is not taken over, and that is told",
        arguments: [
            "text = 'Noget andet'", "text = NULL, salt = NULL", "salt = 'andet'", "text = text || char(10)",
        ])
    func unreadable(change: String) throws {
        let shelf = try Shelf()
        try shelf.backup(to: "copy.sqlite")
        try shelf.erase("B01", reason: "Hun bad om det", override: "Artikel 17")
        try shelf.desk.tamper("UPDATE words SET \(change) WHERE text = 'Hun bad om det'")
        let planned = try shelf.restore("copy.sqlite", acceptsLoss: true, isDry: true)
        #expect(planned.erasedAgain.map(\.isRestated) == [true])
        let restored = try shelf.restore("copy.sqlite", acceptsLoss: true)
        #expect(restored.erasedAgain.map(\.isRestated) == [true])
        let erased = try #require(restored.erasedAgain.first?.recorded)
        #expect(try shelf.reasons(of: erased) == ["Var slettet i den journal, der blev afløst", "Artikel 17"])
        #expect(try shelf.findings() == [] && shelf.texts(of: "B01").isEmpty)
    }

    @Test(
        "However copies are taken, texts erased and copies put back, what was erased never returns",
        arguments: Seed.each(1...4))
    func never(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let shelf = try Shelf()
        var ledger = Course()
        var copies: [Course] = []
        for step in 1...20 {
            let subject = Bool.random(using: &chance) ? "B01" : "B02"
            switch Int.random(in: 0...9, using: &chance) {
            case 0...3:
                let marker = "mærke-\(step)."
                try shelf.record(
                    .readWords(
                        try ParticipantReference(subject), scope: .identity,
                        purpose: .text(Text(stringLiteral: marker))), by: .caseworker)
                ledger.add(.text(marker, of: subject))
            case 4, 5:
                try shelf.erase(try ParticipantReference(subject), reason: "Ønske", override: "Dom")
                ledger.add(.erased(subject))
            case 6:
                try shelf.backup(to: "copy-\(copies.count)")
                copies.append(ledger)
            default:
                guard let copy = copies.indices.randomElement(using: &chance) else { continue }
                try shelf.restore("copy-\(copy)", acceptsLoss: true)
                ledger = copies[copy].takingThePlace(of: ledger)
            }
            #expect(try shelf.markers() == ledger.markers, "seed \(seed), step \(step)")
        }
        #expect(try shelf.findings() == [], "seed \(seed)")
    }

    /// A model of the texts that a ledger should hold by the documents alone.
    private struct Course {
        enum Content: Equatable {
            case text(String, of: String)
            case erased(String)
            case restored
        }

        /// What was recorded, each with a unique id.
        private var deeds: [(id: UUID, deed: Content)] = []

        mutating func add(_ deed: Content) {
            deeds.append((UUID(), deed))
        }

        func takingThePlace(of other: Course) -> Course {
            var result = self
            let common = zip(deeds, other.deeds).prefix { $0.id == $1.id }.count
            result.add(.restored)
            for (_, deed) in other.deeds.dropFirst(common) {
                if case .erased = deed { result.add(deed) }
            }
            return result
        }

        var markers: Set<String> {
            var markers: [String: Set<String>] = [:]
            for (_, deed) in deeds {
                switch deed {
                case .text(let marker, let subject): markers[subject, default: []].insert(marker)
                case .erased(let subject): markers[subject] = nil
                case .restored: break
                }
            }
            return markers.values.reduce(into: []) { $0.formUnion($1) }
        }
    }
}

extension Shelf {
    /// Erases a citizen's texts as the command does.
    func erase(_ reference: ParticipantReference, reason: Wording, override: Wording?) throws {
        let ledger = try Ledger(path: path, access: .recording)
        defer { ledger.close() }
        try ledger.erase(
            reference, reason: reason, override: override, by: Self.administrator, under: desk.circumstances)
    }

    /// Erases a document as the command does.
    func eraseDocument(_ entry: EntryNumber, as proof: DocumentProof, reason: Wording) throws {
        let ledger = try Ledger(path: path, access: .recording)
        defer { ledger.close() }
        try ledger.erase(
            .detach(entry, as: proof, reason: reason, erasing: true), by: Self.administrator,
            under: desk.circumstances)
    }

    /// A sealed text.
    func text(_ wording: Wording) throws -> String? {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try connection.first("SELECT text FROM words WHERE id = ?", wording.words, as: String.self)
    }

    /// The texts that are filed under a subject.
    func texts(of subject: String) throws -> [String] {
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try connection.all(
            "SELECT text FROM words WHERE subject = ? AND text IS NOT NULL ORDER BY id", subject, as: String.self)
    }

    /// The reason of an erasure, and its reason to override the duty to keep.
    func reasons(of recorded: Recorded) throws -> [String] {
        guard case .wordsErased(_, let reason, let override) = recorded.entry.event else { return [] }
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try [reason, override].compactMap { $0?.words }.map { words in
            try connection.first("SELECT text FROM words WHERE id = ?", words, as: String.self) ?? ""
        }
    }

    /// The markers of the property test that stand anywhere in the ledger's own files.
    fileprivate func markers() throws -> Set<String> {
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
        return Set((1...20).map { "mærke-\($0)." }.filter { bytes.count(of: $0) > 0 })
    }
}
