import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Tampering with the file")
struct TamperTests {
    @Test("A ledger that no one altered is in order, and its last anchor is found again, also out of its log")
    func untouched() throws {
        let forgery = try Forgery()
        #expect(try forgery.verdict(forgery.anchor) == .found([]))
        let original = try Original.shared.get()
        try forgery.put(original.file, log: original.log)
        #expect(try forgery.verdict(forgery.anchor) == .found([]))
        #expect(forgery.anchor.hasPrefix("40:"))
        let amended = try Forgery(Original.amended)
        #expect(try amended.verdict(amended.anchor) == .found([]))
        #expect(amended.anchor.hasPrefix("46:"))
        let documented = try Forgery(Original.documented)
        #expect(try documented.verdict(documented.anchor) == .found([]))
        #expect(documented.anchor.hasPrefix("46:"))
    }

    @Test("Each alteration is told by exactly the findings of the table", arguments: Alteration.all)
    func told(_ alteration: Alteration) throws {
        let forgery = try Forgery(alteration.history.original)
        try alteration.alter(forgery)
        let verdict = try forgery.verdict()
        #expect(verdict == alteration.verdict)
        guard case .found(let marks) = verdict else { return }
        guard case .found(let all) = try forgery.verdict(forgery.anchor) else {
            Issue.record("an anchor must not keep the file from being opened")
            return
        }
        #expect(all.filter { !marks.contains($0) } == [alteration.anchor].compactMap(\.self))
        #expect(marks.filter { !all.contains($0) } == [])
    }

    @Test("The table names each alteration once, has something that tells of it, and leaves out no finding")
    func registry() {
        #expect(Set(Alteration.all.map(\.id)).count == Alteration.all.count)
        #expect(Set(Alteration.all.map(\.what)).count == Alteration.all.count)
        for alteration in Alteration.all {
            #expect(alteration.verdict != .found([]) || alteration.anchor != nil, "\(alteration.id)")
            #expect(alteration.what.hasSuffix("."))
        }
        #expect(
            Alteration.all.reduce(into: []) { $0.formUnion($1.ids) } == Set(VerifyFinding.ID.allCases.map(\.rawValue)))
        #expect(Set(Alteration.all.map(\.hand)) == Set(Alteration.Hand.allCases))
    }

    /// `Docs/Threats.md` says that nothing prevents this: someone who may write the file and knows its form can add to
    /// it.
    @Test("An entry added at the end with everything that belongs to it is taken for genuine")
    func genuine() throws {
        let forgery = try Forgery()
        let (salt, text) = (String(repeating: "a", count: 32), "Opdigtet")
        try forgery.shell(
            """
            INSERT INTO words (subject, salt, text) VALUES ('B01', '\(salt)', '\(text)');
            INSERT INTO journal SELECT 41, recorded_at, 'sofie', 'words-read', '2025-06-30',
                json_object('participant', 'B01', 'purpose',
                    json_object('seal', '\(Sealer.hash(salt: salt, text: text))', 'words', max(id)),
                    'scope', 'identity'), '\(Trespass.hash)'
                FROM words, journal WHERE seq = 40;
            """)
        try forgery.rehash(from: 41)
        #expect(try forgery.verdict(forgery.anchor) == .found([]))
    }
}
