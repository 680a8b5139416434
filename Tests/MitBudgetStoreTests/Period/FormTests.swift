import JSON
import MitBudget
import MitBudgetStore
import Phrases
import TestSupport
import Testing

@testable import MitBudgetReports

/// The text, CSV, JSON and HTML forms of one report, read back and compared.
@Suite("The forms of a period report")
struct FormTests {
    static let ledgers: UInt64 = 3
    static let cuts = 3

    @Test(
        "Text, CSV, JSON and HTML carry the same figures, and no text that anyone wrote",
        arguments: SampleTerms.allCases, Language.allCases)
    func sameFigures(terms: SampleTerms, language: Language) throws {
        var vouchersSeen = 0
        for seed in Seed.each(100..<100 + Self.ledgers) {
            let ledger = try RandomLedger(seed: seed, terms: terms)
            let texts = try ledger.desk.query("SELECT DISTINCT text FROM words WHERE text IS NOT NULL").map {
                $0[0].plain
            }
            #expect(texts.count > 1)
            for _ in 0..<Self.cuts {
                let (period, at) = (ledger.period(), ledger.entry())
                let since = ledger.earlier(than: at)
                let place = """
                    \(terms), seed \(ledger.seed), \(period), at \(at.value), since \(since?.value ?? 0), \(language)
                    """
                func print(_ form: ReportTerms.Form, _ section: ReportSection? = nil) throws -> String {
                    try ledger.desk.ledger.print(
                        from: period.from, through: period.through, at: at, since: since, language, form,
                        section: section)
                }
                let (json, text, html) = (try print(.json), try print(.text), try print(.html))
                var sheets: [ReportSection: String] = [:]
                for section in ReportSection.allCases where section != .since || since != nil {
                    sheets[section] = try print(.csv, section)
                }
                let told = try ledger.desk.ledger.cut(from: period.from, through: period.through, at: at).facts
                let report = FormComparison(
                    json: try JSON(parsing: json), language: language, programme: told.programme,
                    through: period.through)
                var broken = try Vocabulary(told.programme).speak {
                    try report.differences(fromSheets: sheets)
                        + report.missing(in: PrintedRows(text: text, in: language), as: .text)
                        + report.missing(in: PrintedRows(html: html), as: .html)
                }
                for form in [json, text, html] + sheets.values {
                    broken += texts.filter(form.contains).map { "a text of the ledger: \($0.prefix(40))" }
                }
                #expect(broken.isEmpty, "\(place): \(broken)")
                vouchersSeen += report.json["vouchers"]?.values.count ?? 0
            }
        }
        #expect(vouchersSeen > 0 || terms == .moneyless, "there is something to compare")
    }
}
