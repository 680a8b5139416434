public import MitBudget
public import Phrases

/// What a period report is a function of, besides the ledger: written into every report as the command that prints it
/// again, and read back from a saved one, see ``SavedReport``.
public struct ReportTerms: Equatable, Sendable {
    /// How the report is written.
    public enum Form: String, CaseIterable, Sendable {
        /// Text of 100 columns.
        case text
        /// Comma-separated values.
        case csv
        /// JSON.
        case json
        /// One HTML file.
        case html
    }

    /// The period and the last entry that counts.
    public let scope: PeriodFacts.Scope
    /// The language.
    public let language: Language
    /// How it is written.
    public let form: Form
    /// The section that CSV holds; `nil` for the voucher list and for the other forms, which hold all.
    public let section: ReportSection?
    /// Whether the voucher list is left out; CSV then holds the posts.
    public let isSummary: Bool

    /// Terms.
    public init(
        scope: PeriodFacts.Scope, language: Language, form: Form, section: ReportSection? = nil, isSummary: Bool = false
    ) {
        self.scope = scope
        self.language = language
        self.form = form
        self.section = section
        self.isSummary = isSummary
    }

    /// The sections that the report holds, in their order; CSV holds one of them.
    var sections: [ReportSection] {
        switch form {
        case .csv: [section ?? (isSummary ? .posts : .vouchers)]
        case .text, .json, .html: ReportSection.allCases.filter { $0 != .vouchers || !isSummary }
        }
    }

    /// The number of what is printed: wording, columns, order and pictures of every form. Any change of what a report
    /// prints raises it, so that a saved report of another layout is never taken for one that was altered.
    public static let layout = 2

    /// The command that prints the report again.
    public var command: String {
        SavedReport.lead + "\(scope.from.iso) --to \(scope.through.iso) --at \(scope.at.value)"
            + " --language \(language.rawValue) --format \(form.rawValue)"
            + (section.map { " --section \($0.rawValue)" } ?? "") + (isSummary ? " \(SavedReport.summary)" : "")
            + " \(SavedReport.layout) \(Self.layout)"
    }
}

/// The sections of a period report, in their order.
public enum ReportSection: String, CaseIterable, Sendable {
    /// Programme, grant, window, period, anchor.
    case header
    /// Instalments received and money paid back.
    case income
    /// Budget and spending by post.
    case posts
    /// Citizens.
    case participants
    /// Spending by area.
    case areas
    /// Spending by month.
    case months
    /// The voucher list.
    case vouchers
    /// Releases and retractions.
    case releases
    /// Decisions.
    case decisions
    /// Corrections.
    case corrections
    /// Findings.
    case findings
    /// What is unspent.
    case unspent
    /// Sign-off lines and the anchor for reading aloud.
    case signOff = "sign-off"
}
