import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Corrected texts in the file")
struct TextCorrectionTests {
    /// A ledger in which entry 10 spent 100 kr.; its payee was corrected by entry 11.
    private let desk: Desk

    init() throws {
        desk = try Desk.released()
        try desk.record(.disburse(.of(.kroner(100), payee: "Møblhuset-først")))
        try desk.record(.correct(10, .payee, text: "Møbelhuset-rettet", reason: "Slåfejl-grund"))
    }

    @Test("The journal names what was corrected and holds no text of it")
    func body() throws {
        let body = try #require(try desk.query("SELECT body FROM journal WHERE seq = 11").first?[0].plain)
        let beginning = #"{"entry":10,"field":"payee","of":"disbursement","participant":"B01","reason":{"seal":"#
        #expect(body.hasPrefix(beginning))
        #expect(!body.contains("Møbelhuset") && !body.contains("Slåfejl"))
        let subjects = try desk.query("SELECT DISTINCT subject FROM words WHERE text LIKE 'Møb%' OR text LIKE 'Slå%'")
        #expect(subjects == [[.text("B01")]])
        #expect(try desk.findings() == [])
    }

    @Test("The first text stays, and each correction says what stood there before")
    func chain() throws {
        try desk.record(.correct(10, .payee, text: "Møbelhus ApS", reason: "Igen"))
        let text = try #require(try desk.ledger.facts(of: 10, readsCitizens: true).texts?.first)
        #expect(text.text == "Møblhuset-først")
        #expect(text.latest == "Møbelhus ApS")
        #expect(text.corrections.map(\.entry) == [11, 12])
        #expect(text.corrections.map { $0.words?.before } == ["Møblhuset-først", "Møbelhuset-rettet"])
        #expect(text.corrections.map { $0.words?.reason } == ["Slåfejl-grund", "Igen"])
    }

    @Test("Who may not read the texts learns what was corrected, and nothing of what it says")
    func hidden() throws {
        let facts = try desk.ledger.facts(of: 10, readsCitizens: false)
        #expect(facts.texts == nil)
        #expect(facts.links.corrections.map(\.entry) == [11])
        #expect(facts.links.corrections.allSatisfy { $0.words == nil })
    }

    @Test("Erasing leaves no byte of the first text, of the corrected one or of the reason")
    func erased() throws {
        let before = try desk.scratch.bytes()
        for text in ["Møblhuset-først", "Møbelhuset-rettet", "Slåfejl-grund"] { #expect(before.count(of: text) > 0) }
        _ = try desk.ledger.erase(
            "B01", reason: "Bedt om det", override: "Dom", by: Caller(account: "login", claim: .administrator),
            under: desk.circumstances)
        let after = try desk.scratch.bytes()
        for text in ["Møblhuset-først", "Møbelhuset-rettet", "Slåfejl-grund"] { #expect(after.count(of: text) == 0) }
        #expect(try desk.findings() == [])
        let text = try #require(try desk.ledger.facts(of: 10, readsCitizens: true).texts?.first)
        #expect(text.latest == nil)
    }

    @Test("What corrects the reason for an erasure is kept as long as that reason")
    func reasonForErasing() throws {
        let erasure = try desk.record(.eraseWords("B01", reason: "Bedt om dt", override: "Dom"))
        try desk.record(.correct(erasure.number, .reason, text: "Bedt om det", reason: "Slåfejl"))
        try desk.record(.eraseWords("B01", reason: "Igen", override: "Dom"))
        let texts = try desk.ledger.facts(of: erasure.number, readsCitizens: true).texts ?? []
        #expect(texts.first { $0.key == "reason" }?.latest == "Bedt om det")
        #expect(try desk.findings() == [])
    }

    @Test("A correction that is put elsewhere, hidden or added is found", arguments: Alteration.allCases)
    func altered(alteration: Alteration) throws {
        try desk.tamper(alteration.script)
        #expect(try desk.findings() == [.projectionDiffers(table: "correction", row: "11", column: alteration.column)])
    }

    enum Alteration: CaseIterable {
        case moved, renamed, swapped, removed

        var script: String {
            switch self {
            case .moved: "UPDATE correction SET corrected = 9"
            case .renamed: "UPDATE correction SET field = 'note'"
            case .swapped: "UPDATE correction SET text_words = 1"
            case .removed: "DELETE FROM correction"
            }
        }

        var column: String? {
            switch self {
            case .moved: "corrected"
            case .renamed: "field"
            case .swapped: "text_words"
            case .removed: nil
            }
        }
    }

    @Test("A case number in the file is taken as it was corrected last, before and within one import")
    func caseNumbers() throws {
        let enrolment = try desk.record(.enrol(name: nil, caseNumber: "Sag 1", on: .enrolment))
        try desk.record(.correct(enrolment.number, .caseNumber, text: "Sag 2", reason: "Slåfejl"))
        #expect(throws: LedgerFailure.self) {
            try desk.record(.enrol(name: nil, caseNumber: "Sag 2", on: .enrolment))
        }
        let other = try desk.record(.enrol(name: nil, caseNumber: "Sag 1", on: .enrolment))
        try desk.record(.correct(other.number, .caseNumber, text: "Sag 3", reason: "Slåfejl"))
        try desk.record(.correct(other.number, .caseNumber, text: " Sag 3", reason: "Mellemrum"))
        try desk.record(.correct(enrolment.number, .caseNumber, text: "Sag 1", reason: "Dog rigtigt"))
        #expect(try desk.findings() == [])
    }
}
