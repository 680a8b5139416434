import MitBudget
import MitBudgetReports
import PageReading
import Phrases
import Testing

@Suite("The page of a handover")
struct HandoverPageTests {
    private func page(_ language: Language, documents: Int?) throws -> Markup {
        let days = try Day(iso: "2023-01-01")...Day(iso: "2023-12-31")
        let page = HandoverPage(
            programme: try StatusSample.aabenraa(places: 15, citizens: "750000", grant: "952000"), days: days,
            anchor: "410:" + String(repeating: "a", count: 64), entries: 410, documents: documents, language: language)
        return try Markup(page.html)
    }

    @Test("says the same in both languages, the reader's first, and is well formed", arguments: Language.allCases)
    func languages(language: Language) throws {
        let page = try page(language, documents: nil)
        let other = try #require(Language.allCases.first { $0 != language })
        let parts = page.elements.filter { $0.name == "article" }.compactMap { $0.attributes["lang"] }
        #expect(parts == [language.rawValue, other.rawValue])
        #expect(page.headings.map(\.level) == [1, 2, 2, 1, 2, 2])
        #expect(page.elements.allSatisfy { $0.name != "script" && $0.attributes["src"] == nil })
        for name in ["report.html", "report.csv", "report.json", "vouchers.csv", "journal.txt", "check-journal.sh"] {
            #expect(page.text.filter { $0 == name }.count == 2, "\(name)")
        }
        for command in ["sha256sum -c MANIFEST", "sh check-journal.sh"] {
            #expect(page.text.filter { $0 == command }.count == 2)
        }
        #expect(page.text.filter { $0.contains("in order: 410 entries") }.count == 2)
    }

    @Test("tells of documents just where there may be some", arguments: [nil, 0, 2])
    func documents(count: Int?) throws {
        let text = try page(.english, documents: count).text
        #expect(text.contains("evidence/") == (count != nil))
        #expect(
            text.contains { $0.hasPrefix("The documents of the period's entries: \(count ?? 7)") } == (count != nil))
    }
}
