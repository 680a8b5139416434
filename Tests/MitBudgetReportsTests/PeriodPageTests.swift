import MitBudget
import MitBudgetReports
import Phrases
import PageReading
import Testing

@Suite("The period report as a page")
struct PeriodPageTests {
    /// Texts that someone might write into a programme file to break out of a page.
    static let hostile = [
        "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)", "</style><b>",
        "\"; } @import url(//example.org/x); /*", "\\", "&lt;b&gt; &amp;", "a\\\"b", "]]>-->", "<!--",
    ]

    @Test("is well formed, with every section's heading in order", arguments: Language.allCases)
    func sections(language: Language) throws {
        let always = ReportSection.allCases.filter { ![.periods, .results, .since, .witnessed].contains($0) }
        for (facts, vouchers, sections) in try [
            (
                PeriodPageSample.full(PeriodPageSample.programme()), PeriodPageSample.vouchers(),
                ReportSection.allCases
            ),
            (PeriodPageSample.empty(PeriodPageSample.programme()), [], always),
        ] {
            let markup = try Markup(PeriodPageSample.html(facts, vouchers, language))
            let headings = markup.headings.filter { $0.level == 2 }.map(\.text)
            #expect(headings == sections.map { $0.heading[language] })
            // Levels of headings must not be skipped.
            let levels = markup.headings.map(\.level)
            #expect(levels.first == 1)
            for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
        }
    }

    @Test("says so where there is nothing", arguments: [(Language.danish, "ingen"), (.english, "none")])
    func nothing(language: Language, word: String) throws {
        let facts = try PeriodPageSample.empty(PeriodPageSample.programme())
        let text = try Markup(PeriodPageSample.html(facts, [], language)).text
        let empty: [ReportSection] = [
            .amendments, .participants, .months, .vouchers, .releases, .decisions, .corrections, .findings,
        ]
        for section in empty {
            // The section's own heading is the last occurrence; the one before it is in the list of sections.
            let heading = try #require(text.lastIndex(of: section.heading[language]))
            #expect(text[heading + 1] == word, "\(section)")
        }
    }

    @Test("whatever the programme is called stands there as text, and adds no element", arguments: hostile)
    func escaping(title: String) throws {
        for language in Language.allCases {
            let tame = try page(PeriodPageSample.programme(), language)
            let html = try page(PeriodPageSample.programme(text: title), language)
            let (plain, markup) = try (Markup(tame), Markup(html))
            #expect(markup.elements == plain.elements)
            #expect(markup.headings.first?.text == title)
            #expect(html.components(of: "</style>") == 1)
            // In the margins of printed pages it is a CSS string, which may hold only these characters.
            for line in html.split(separator: "\n") where line.contains("@top-left") {
                #expect(line.wholeMatch(of: #/  @top-left \{ content: "[A-Za-z0-9 \\]*"; [^"]*\}/#) != nil, "\(line)")
            }
        }
    }

    @Test("needs no script and nothing from elsewhere", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let html = try page(PeriodPageSample.programme(), language)
        for element in try Markup(html).elements {
            #expect(!["script", "link", "img", "iframe", "object", "embed", "form", "base"].contains(element.name))
            for (name, value) in element.attributes {
                #expect(!name.hasPrefix("on") && name != "src" && name != "style")
                if name == "href" { #expect(value.hasPrefix("#")) }
            }
        }
        for trace in ["http:", "https:", "//", "@import", "@font-face"] { #expect(!html.contains(trace), "\(trace)") }
        // The patterns of the pictures are part of the page itself.
        #expect(html.components(of: "url(") == html.components(of: "url(#"))
        #expect(html.components(of: "url(#") == 2)
    }

    @Test("totals reconcile: before, in the period, in all; posts, months, areas and vouchers alike")
    func totals() throws {
        let text = try Markup(page(PeriodPageSample.programme(), .english)).text
        func after(_ section: ReportSection, _ label: String) throws -> [String] {
            let start = try #require(text.lastIndex(of: section.heading[.english]))
            let row = try #require(text[start...].firstIndex(of: label))
            return Array(text[row...].dropFirst().prefix(6))
        }
        #expect(
            try after(.posts, "Total") == ["952,000.00", "600.00", "1,600.00", "2,200.00", "949,800.00", "0.2"])
        #expect(try after(.areas, "Total").prefix(3) == ["600.00", "1,600.00", "2,200.00"])
        #expect(try after(.months, "Total").prefix(2) == ["1,600.00", "2,200.00"])
        #expect(try after(.vouchers, "Total, lines: 2").first == "1,600.00")
        #expect(try after(.income, "Received").prefix(3) == ["238,000.00", "1,000.00", "239,000.00"])
        #expect(try after(.income, "Repaid").prefix(3) == ["0.00", "0.00", "0.00"])
        #expect(try after(.unspent, "Received and not spent (received − spent − repaid)").first == "236,800.00")
        #expect(try after(.unspent, "Still to receive (granted − received)").first == "713,000.00")
    }

    @Test("carries its terms and its anchor, and is found again by them", arguments: Language.allCases)
    func terms(language: Language) throws {
        let html = try page(PeriodPageSample.programme(), language)
        let terms = try ReportTerms(
            scope: PeriodPageSample.scope(since: PeriodPageSample.since), language: language, form: .html)
        #expect(SavedReport(Array(html.utf8)) == .ours(terms))
        let markup = try Markup(html)
        #expect(
            markup.elements.contains(
                Markup.Element(
                    name: "meta", attributes: ["name": "mitbudget-report", "content": terms.command])))
        #expect(markup.elements.first == Markup.Element(name: "html", attributes: ["lang": language.rawValue]))
        #expect(markup.text.contains(grouped(anchor: PeriodPageSample.anchor)))
        #expect(markup.text.contains(PeriodPageSample.anchor))
    }

    @Test("is the same each time, and each language says it in its own words")
    func deterministic() throws {
        let danish = try page(PeriodPageSample.programme(), .danish)
        #expect(try danish == page(PeriodPageSample.programme(), .danish))
        let english = try Markup(page(PeriodPageSample.programme(), .english))
        #expect(try Markup(danish).elements.count == english.elements.count)
        #expect(!danish.contains("DKK") && !english.text.contains { $0.contains("kr.") })
    }

    @Test("every picture has words, and every region that scrolls a name of its own")
    func accessible() throws {
        let elements = try Markup(page(PeriodPageSample.programme(), .english)).elements
        let pictures = elements.indices.filter { elements[$0].attributes["role"] == "img" }
        #expect(pictures.count > 5)
        for index in pictures { #expect(elements[index + 1].name == "title") }
        let regions = elements.filter { $0.attributes["role"] == "region" }
        let names = regions.compactMap { $0.attributes["aria-label"] }
        #expect(regions.count == elements.filter { $0.name == "table" }.count)
        #expect(Set(names).count == regions.count)
        #expect(regions.allSatisfy { $0.attributes["tabindex"] == "0" })
        #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        let ids = elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
    }

    private func page(_ programme: Programme, _ language: Language) throws -> String {
        try PeriodPageSample.html(PeriodPageSample.full(programme), PeriodPageSample.vouchers(), language)
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func components(of text: String) -> Int {
        ranges(of: text).count
    }
}
