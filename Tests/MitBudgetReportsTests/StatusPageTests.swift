import MitBudget
import MitBudgetReports
import Phrases
import PageReading
import Testing

@Suite("The status as a page")
struct StatusPageTests {
    @Test("is well formed in every shape and language", arguments: StatusSample.allCases, Language.allCases)
    func wellFormed(sample: StatusSample, language: Language) throws {
        let html = try StatusPage(sample.report, language: language).html
        let markup = try Markup(html)
        #expect(markup.headings.filter { $0.level == 2 }.count == sample.sections)
        #expect(markup.elements.allSatisfy { $0.name != "script" && $0.attributes["src"] == nil })
        let remaining = try sample.standing.remaining
        #expect(markup.text.contains(remaining.bare(in: language)) == (remaining > .zero))
        // The status page shows the current state; it is no report that could be printed again.
        #expect(SavedReport(Array(html.utf8)) == nil)
    }

    @Test("has a forecast just where there is one", arguments: StatusSample.allCases)
    func forecast(sample: StatusSample) throws {
        let text = try Markup(StatusPage(sample.report, language: .english).html).text
        #expect(text.contains("Forecast") == (try sample.standing.forecast != nil))
    }

    @Test("draws a bar for a hundred citizens, and counts a hundred and one", arguments: [(100, true), (101, false)])
    func bars(count: Int, areDrawn: Bool) throws {
        let programme = try StatusSample.aabenraa(places: 200, citizens: "10000000", grant: "10202000")
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2023-06-01", received: "0", project: "0",
            (1...count).map { try StatusSample.citizen($0, "1", "0", "0") })
        let text = try Markup(
            StatusPage(StatusReport(standing: standing, anchor: "1:a"), language: .english).html
        ).text
        #expect(text.contains("B07") == areDrawn)
        #expect(text.contains("\(count) in all. See them with: mitbudget participant list") == !areDrawn)
    }
}
