import JSON
public import MitBudget
public import Phrases

/// What a period report is a function of, besides the ledger: written into every report as the command that prints it
/// again, and read back from a saved one.
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
        ReportSection.allCases.filter { $0 != .vouchers || !isSummary }
    }

    private static let lead = "mitbudget report --from "

    /// The command that prints the report again.
    public var command: String {
        Self.lead + "\(scope.from.iso) --to \(scope.through.iso) --at \(scope.at.value)"
            + " --language \(language.rawValue) --format \(form.rawValue)"
            + (section.map { " --section \($0.rawValue)" } ?? "") + (isSummary ? " \(Self.summary)" : "")
    }

    /// Finds the terms in a saved report; `nil` where it holds none. JSON has them in its first member; in all others
    /// the last command in it is the one.
    public init?(in report: String) {
        if report.hasPrefix(Self.jsonLead) {
            self.init(json: report)
        } else {
            self.init(command: report)
        }
    }

    private static let summary = "--summary"
    private static let jsonLead = "{\"report\":"

    /// JSON is the same in every language.
    private init?(json report: String) {
        let rest = report.dropFirst(Self.jsonLead.count)
        guard let end = rest.firstIndex(of: "}"), let header = try? JSON(parsing: String(rest[...end])),
            case .string(let first)? = header["from"], let from = try? Day(iso: first),
            case .string(let last)? = header["to"], let through = try? Day(iso: last),
            case .integer(let number)? = header["at"], let at = EntryNumber(number)
        else { return nil }
        self.init(
            scope: PeriodFacts.Scope(from: from, through: through, at: at), language: .english, form: .json,
            isSummary: header["summary"] == .bool(true))
    }

    private init?(command report: String) {
        guard let start = report.ranges(of: Self.lead).last?.lowerBound else { return nil }
        let line = report[start...].prefix { !$0.isNewline && $0 != "<" && $0 != "\"" && $0 != ";" && $0 != "," }
        let words = line.split(separator: " ").map(String.init)
        var options: [String: String] = [:]
        for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        guard let from = options["--from"].flatMap({ try? Day(iso: $0) }),
            let through = options["--to"].flatMap({ try? Day(iso: $0) }),
            let at = options["--at"].flatMap({ try? EntryNumber($0) }),
            let language = options["--language"].flatMap(Language.init(rawValue:)),
            let form = options["--format"].flatMap(Form.init(rawValue:))
        else { return nil }
        self.init(
            scope: PeriodFacts.Scope(from: from, through: through, at: at), language: language, form: form,
            section: options["--section"].flatMap(ReportSection.init(rawValue:)),
            isSummary: words.contains(Self.summary))
        guard line.trimmingSuffix(" ") == command else { return nil }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ blank: Character) -> String {
        var text = self
        while text.last == blank { text.removeLast() }
        return String(text)
    }
}

/// The sections of a period report, in their order.
public enum ReportSection: String, CaseIterable, Sendable {
    /// Programme, grant, window, period, anchor.
    case header
    /// Instalments received.
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
