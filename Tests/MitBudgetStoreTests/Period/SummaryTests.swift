import JSON
import MitBudget
import MitBudgetStore
import Phrases
import TestSupport
import Testing

@testable import MitBudgetReports

/// A report without its voucher list.
@Suite("The summary of a period report")
struct SummaryTests {
    @Test(
        "A summary is the report without the voucher list, and knows itself again",
        arguments: ReportTerms.Form.allCases, Language.allCases)
    func sameButForTheVouchers(form: ReportTerms.Form, language: Language) throws {
        let ledger = try RandomLedger(seed: 11, terms: .aabenraa)
        let period = (from: ledger.programme.firstDay, through: ledger.programme.lastDay)
        let whole = try print(ledger, period, form, language, isSummary: false)
        let summary = try print(ledger, period, form, language, isSummary: true)
        for report in [summary, whole] {
            guard case .ours(let terms)? = SavedReport(Array(report.text.utf8)) else { throw Surprise() }
            #expect(terms.isSummary == (report.text == summary.text) && terms.form == form)
        }
        #expect(!summary.asksForVouchers, "the voucher list is not even read")
        switch form {
        case .json:
            #expect(try members(summary.text) == members(whole.text).filter { $0.key != "vouchers" })
        case .csv:
            let posts = try print(ledger, period, form, language, section: .posts, isSummary: false)
            #expect(lines(summary.text).dropLast() == lines(posts.text).dropLast())
        case .text, .html:
            let heading = form == .html ? "id=\"vouchers\"" : ReportSection.vouchers.heading[language] + "\n==="
            #expect(!summary.text.contains(heading) && whole.text.contains(heading))
            #expect(!summary.text.contains("#vouchers"), "no link leads to what is not there")
            // The summary has nothing that the whole report lacks, except the commands that print them again.
            let rest = lines(summary.text).filter { !$0.contains("--summary") && !$0.contains("<nav") }
            let all = Set(lines(whole.text))
            #expect(rest.count > 20 && rest.allSatisfy(all.contains))
        }
    }

    private func lines(_ text: String) -> [Substring] { text.split { $0.isNewline } }

    /// A report's members; the first one without the member that says whether it is a summary.
    private func members(_ text: String) throws -> [JSON.Member] {
        guard case .object(let members) = try JSON(parsing: text) else { throw Surprise() }
        return members.map { member in
            guard member.key == "report", case .object(let header) = member.value else { return member }
            return JSON.Member(key: member.key, value: .object(header.filter { $0.key != "summary" }))
        }
    }

    private struct Surprise: Error {}

    private func print(
        _ ledger: RandomLedger, _ period: (from: Day, through: Day), _ form: ReportTerms.Form, _ language: Language,
        section: ReportSection? = nil, isSummary: Bool
    ) throws -> (text: String, asksForVouchers: Bool) {
        try ledger.desk.ledger.period(from: period.from, through: period.through) { period throws(LedgerFailure) in
            let terms = ReportTerms(
                scope: period.scope, language: language, form: form, section: section, isSummary: isSummary)
            let report = PeriodReport(anchor: period.anchor.text, terms: terms, programme: period.programme)
            var (text, isAsked) = ("", false)
            try report.write(
                facts: period.facts, days: period.days,
                vouchers: { line throws(LedgerFailure) in
                    isAsked = true
                    try period.vouchers(line)
                }, later: period.later, to: { text += $0 })
            return (text, isAsked)
        }
    }
}
