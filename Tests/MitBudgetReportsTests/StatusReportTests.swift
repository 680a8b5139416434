import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("The status of the grant")
struct StatusReportTests {
    @Test("reads as it was agreed on", arguments: StatusSample.allCases, Language.allCases)
    func golden(sample: StatusSample, language: Language) throws {
        let text = try sample.report.text(in: language, style: .plain)
        try expectGolden(text, "status-\(sample.rawValue)", in: language)
    }

    @Test(
        "fits into 100 columns and leaves no blanks at a line's end", arguments: StatusSample.allCases,
        Language.allCases)
    func width(sample: StatusSample, language: Language) throws {
        for line in try lines(sample, language) {
            #expect(line.count <= 100, "\(line)")
            #expect(line.last != " ", "\(line)")
            #expect(!line.contains(".."), "an amount must not end a sentence with its own full stop: \(line)")
        }
    }

    @Test("fits the citizens into a terminal of 80 columns by shorter bars", arguments: Language.allCases)
    func narrow(language: Language) throws {
        let narrow = Style(isColoured: false, width: 80)
        let text = try StatusSample.middle.report.text(in: language, style: narrow)
        let bars = text.split(separator: "\n").filter { $0.contains("·") && $0.hasPrefix("B") }
        #expect(!bars.isEmpty)
        for line in bars { #expect(line.count <= 80, "\(line)") }
        #expect(text.contains("█"))
    }

    @Test("says everything in both languages", arguments: StatusSample.allCases)
    func languages(sample: StatusSample) throws {
        let (danish, english) = try (lines(sample, .danish), lines(sample, .english))
        #expect(danish.count == english.count)
        // Only rules and empty lines may be equal in both languages.
        for (danish, english) in zip(danish, english) where danish == english {
            #expect(danish.allSatisfy { $0 == "─" })
        }
    }

    @Test("colours only dress: without their codes the text is the plain one", arguments: StatusSample.allCases)
    func colours(sample: StatusSample) throws {
        let coloured = try sample.report.text(in: .danish, style: Style(isColoured: true, width: 100))
        let plain = try sample.report.text(in: .danish, style: .plain)
        #expect(coloured != plain)
        #expect(coloured.replacing(/\u{1B}\[\d+m/, with: "") == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test(
        "tells how the day lies to the window",
        arguments: [
            ("2022-11-30", "30 November 2022: the window opens in 1 day"),
            ("2022-12-01", "1 December 2022: 761 days left of the window"),
            ("2024-12-30", "30 December 2024: 1 day left of the window"),
            ("2024-12-31", "31 December 2024: the last day of the window"),
            ("2025-01-01", "1 January 2025: the window is over"),
        ])
    func window(day: String, expected: String) throws {
        let text = try english(aabenraa(asOf: day, []))
        #expect(text.contains("As of   \(expected)\n"))
    }

    @Test(
        "warns of waiting plans only when they ask for more than is free",
        arguments: [
            ("50000.00", false), ("50000.01", true),
        ])
    func pendingAboveFree(asked: String, warns: Bool) throws {
        let others = try (1...14).map { try StatusSample.citizen($0, "50000", "0", "0") }
        let last = try StatusSample.citizen(15, "0", "0", "0", asks: asked)
        let text = try english(aabenraa(others + [last]))
        #expect(
            text.contains("! The citizens' post is DKK\u{A0}0.01 short of what all waiting plans ask for.")
                == warns)
        #expect(text.contains("If it is approved, the citizens' post is DKK\u{A0}0.01 short.") == warns)
    }

    @Test(
        "warns of unspent money near the end, after it, and at no other time",
        arguments: [
            ("2024-10-31", nil), ("2024-11-01", "! The window ends in 60 days, and DKK\u{A0}1.00 is approved but not"),
            ("2024-12-31", "! The window ends today, and DKK\u{A0}1.00 is approved"),
            ("2025-01-01", "! The window is over, and DKK\u{A0}951,999.00 of the grant was not spent."),
        ])
    func unspent(day: String, expected: String?) throws {
        let text = try english(aabenraa(asOf: day, [StatusSample.citizen(1, "2", "1", "1")]))
        #expect(text.contains("\n! ") == (expected != nil))
        if let expected { #expect(text.contains(expected)) }
    }

    @Test(
        "warns when more is spent than received, once an instalment is recorded",
        arguments: [
            ("0", false), ("99.99", true), ("100", false),
        ])
    func received(received: String, warns: Bool) throws {
        let standing = try StatusSample.standing(
            programme: StatusSample.aabenraa(), asOf: "2023-06-01", received: received, project: "0",
            [StatusSample.citizen(1, "100", "100", "100")])
        #expect(try english(standing).contains("! DKK\u{A0}0.01 is paid in advance by the municipality") == warns)
    }

    @Test(
        "says first what is left and how much of it is promised",
        arguments: [
            ("0", "0", "DKK\u{A0}750,000.00 of the grant remains; none of it is promised.\n"),
            ("750000", "1", "DKK\u{A0}749,999.00 of the grant remains; all of it is promised.\n"),
            ("3", "1", "DKK\u{A0}749,999.00 of the grant remains; DKK\u{A0}749,997.00 of it is promised to no one.\n"),
            ("750000", "750000", "The whole grant is spent.\n"),
        ])
    func leftOver(approved: String, disbursed: String, expected: String) throws {
        let standing = try StatusSample.standing(
            programme: StatusSample.aabenraa(), asOf: "2023-06-01", received: "0", project: "202000",
            [StatusSample.citizen(1, approved, disbursed, disbursed)])
        #expect(try english(standing).contains("\n\(expected)"))
    }

    @Test("lists sixty citizens, and counts sixty-one", arguments: [(60, true), (61, false)])
    func rowLimit(count: Int, isListed: Bool) throws {
        let programme = try StatusSample.aabenraa(places: 100, citizens: "5000000", grant: "5202000")
        let standing = try StatusSample.standing(
            programme: programme, asOf: "2023-06-01", received: "0", project: "0",
            (1...count).map { try StatusSample.citizen($0, "1", "0", "0", asks: "2") })
        let text = try english(standing)
        #expect(text.contains("\nB07") == isListed)
        #expect(text.contains("See them with: mitbudget participant list\n") == !isListed)
        #expect(text.contains("See them with: mitbudget plan list --pending\n") == !isListed)
        #expect(text.contains("If all are approved, DKK\u{A0}4,999,8"))
    }

    @Test("turns the table of money round where there is no room for every post")
    func narrow() throws {
        let standing = try StatusSample.middle.standing
        let report = StatusReport(standing: standing, anchor: "1:a")
        let wide = report.text(in: .english, style: Style(isColoured: false, width: 52))
        let narrow = report.text(in: .english, style: Style(isColoured: false, width: 30))
        #expect(wide.contains("\ngranted  "))
        #expect(narrow.contains("\ncitizens  "))
        #expect(narrow.contains("\nReceived of the grant: DKK\u{A0}476,000.00\n"))
        for figure in ["750,000.00", "577,148.75", "952,000.00"] { #expect(narrow.contains(figure)) }
    }

    private func lines(_ sample: StatusSample, _ language: Language) throws -> [Substring] {
        let text = try sample.report.text(in: language, style: .plain)
        return text.split(separator: "\n")
    }

    private func aabenraa(asOf day: String = "2023-06-01", _ participants: [Standing.Participant]) throws -> Standing {
        try StatusSample.standing(
            programme: StatusSample.aabenraa(), asOf: day, received: "0", project: "0", participants)
    }

    private func english(_ standing: Standing) throws -> String {
        StatusReport(standing: standing, anchor: "1:a").text(in: .english, style: .plain)
    }
}
