public import MitBudget
public import Phrases

/// What determines a period report, besides the ledger. Every report holds its terms as the command that prints it
/// again; ``SavedReport`` reads them back.
public struct ReportTerms: Equatable, Sendable {
    /// The format in which a report is written.
    public enum Form: String, CaseIterable, Sendable {
        /// Text of 100 columns, for a terminal or a line printer.
        case text
        /// Comma-separated values of one section.
        case csv
        /// JSON on one line, the same in every language.
        case json
        /// One HTML file without scripts or outside resources.
        case html
    }

    /// The period and the last entry that counts.
    public let scope: PeriodFacts.Scope
    /// The language of words, amounts and days.
    public let language: Language
    /// The format of the report.
    public let form: Form
    /// The section that CSV holds. `nil` means the voucher list in CSV, and all sections in the other forms.
    public let section: ReportSection?
    /// Whether the voucher list is left out. A CSV summary then holds the posts.
    public let isSummary: Bool

    /// Makes the terms of one report.
    public init(
        scope: PeriodFacts.Scope, language: Language, form: Form, section: ReportSection? = nil, isSummary: Bool = false
    ) {
        self.scope = scope
        self.language = language
        self.form = form
        self.section = section
        self.isSummary = isSummary
    }

    /// The sections that the report may hold, in order; CSV holds one.
    var sections: [ReportSection] {
        switch form {
        case .csv: [section ?? (isSummary ? .posts : .vouchers)]
        case .text, .json, .html:
            ReportSection.allCases.filter {
                ($0 != .vouchers || !isSummary) && ($0 != .since || scope.since != nil)
            }
        }
    }

    /// The number of the layout: the wording, columns, order and pictures of every form. Any change to what a report
    /// prints raises it, so that `verify --report` never takes a report of another layout for an altered one.
    public static let layout = 4

    /// The command that prints the report again, without line breaks.
    public var command: String {
        SavedReport.lead + "\(scope.from.iso) --to \(scope.through.iso) --at \(scope.at.value)"
            + (scope.since.map { " \(SavedReport.since) \($0.value)" } ?? "")
            + " --language \(language.rawValue) --format \(form.rawValue)"
            + (section.map { " --section \($0.rawValue)" } ?? "") + (isSummary ? " \(SavedReport.summary)" : "")
            + " \(SavedReport.layout) \(Self.layout)"
    }
}

/// The sections of a period report, in their order; raw values name them for `--section`.
public enum ReportSection: String, CaseIterable, Sendable {
    /// Programme, grant, window, period, anchor.
    case header
    /// Instalments received and money paid back.
    case income
    /// Budget and spending by post.
    case posts
    /// Changes of the terms.
    case amendments
    /// Budget periods.
    case periods
    /// Citizens.
    case participants
    /// Spending by area.
    case areas
    /// Spending by month.
    case months
    /// Results.
    case results
    /// The voucher list.
    case vouchers
    /// Releases and retractions.
    case releases
    /// Decisions.
    case decisions
    /// Corrections.
    case corrections
    /// What was recorded after an earlier report.
    case since
    /// Other ledgers' anchors.
    case witnessed
    /// Findings.
    case findings
    /// What is unspent.
    case unspent
    /// Sign-off lines and the anchor for reading aloud.
    case signOff = "sign-off"

    /// The section's key in JSON.
    var key: String {
        switch self {
        case .periods: "budgetPeriods"
        case .header, .income, .posts, .amendments, .participants, .areas, .months, .results, .vouchers, .releases,
            .decisions, .corrections, .since, .witnessed, .findings, .unspent, .signOff:
            rawValue
        }
    }
}
