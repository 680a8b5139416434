import JSON
import MitBudget
import Phrases

/// A saved report, identified by what it says of itself: in JSON by its first member, in all other forms by the last
/// command in it, which printed it.
public enum SavedReport: Equatable, Sendable {
    /// A report in this program's layout, with its terms.
    case ours(ReportTerms)
    /// A report in another layout, with its terms as far as this program understands them. It can be printed anew but
    /// not compared.
    case other(layout: Int, ReportTerms?)

    static let lead = "mitbudget report --from "
    static let summary = "--summary"
    static let layout = "--layout"
    static let since = "--since"
    private static let jsonLead = "{\"report\":"

    /// Reads a report's own terms from a file; `nil` if the file is not a report. A byte order mark before it is
    /// ignored.
    public init?(_ file: [UInt8]) {
        let bytes = file.trimmingPrefix([0xEF, 0xBB, 0xBF])
        if bytes.starts(with: Self.jsonLead.utf8) {
            self.init(json: bytes.dropFirst(Self.jsonLead.utf8.count))
        } else {
            self.init(lines: bytes)
        }
    }

    /// Takes the language to be English, since JSON is the same in every language.
    private init?(json bytes: ArraySlice<UInt8>) {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "}")),
            let header = try? JSON(parsing: String(decoding: bytes[...end], as: UTF8.self)),
            case .string(let first)? = header["from"], let from = try? Day(iso: first),
            case .string(let last)? = header["to"], let through = try? Day(iso: last),
            case .integer(let number)? = header["at"], let at = EntryNumber(number)
        else { return nil }
        var since: EntryNumber?
        if case .integer(let number)? = header["since"] { since = EntryNumber(number) }
        let terms = ReportTerms(
            scope: PeriodFacts.Scope(from: from, through: through, at: at, since: since), language: .english,
            form: .json, isSummary: header["summary"] == .bool(true))
        switch header["layout"] {
        case nil: self = .other(layout: Self.firstLayout, terms)
        case .integer(let number)?: self = Self.of(layout: Int(number), terms)
        default: return nil
        }
    }

    private init?(lines bytes: ArraySlice<UInt8>) {
        guard let line = Self.lastCommand(in: bytes) else { return nil }
        let words = line.split(separator: " ").map(String.init)
        var options: [String: String] = [:]
        for (name, value) in zip(words, words.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        let terms = ReportTerms(options, isSummary: words.contains(Self.summary))
        guard let layout = words.contains(Self.layout) ? options[Self.layout].flatMap({ Int($0) }) : Self.firstLayout
        else { return nil }
        // Only a later version of the program can have written terms that this one does not know.
        if layout <= ReportTerms.layout, terms == nil { return nil }
        if layout == ReportTerms.layout, terms?.command != line { return nil }
        self = Self.of(layout: layout, terms)
    }

    /// The layout of reports printed before layouts had numbers.
    private static let firstLayout = 1

    private static func of(layout: Int, _ terms: ReportTerms?) -> SavedReport {
        guard layout == ReportTerms.layout, let terms else { return .other(layout: layout, terms) }
        return .ours(terms)
    }

    /// The last report command in the file, without what encloses it in its form.
    private static func lastCommand(in bytes: ArraySlice<UInt8>) -> String? {
        let lead = Array(lead.utf8)
        var start = bytes.endIndex - lead.count
        while start >= bytes.startIndex, bytes[start] != lead[0] || !bytes[start...].starts(with: lead) { start -= 1 }
        guard start >= bytes.startIndex else { return nil }
        let ends = Array("\n\r<\";,".utf8)
        let line = String(decoding: bytes[start...].prefix { !ends.contains($0) }, as: UTF8.self)
        return line.split(separator: " ").joined(separator: " ")
    }
}

extension ReportTerms {
    fileprivate init?(_ options: [String: String], isSummary: Bool) {
        guard let from = options["--from"].flatMap({ try? Day(iso: $0) }),
            let through = options["--to"].flatMap({ try? Day(iso: $0) }),
            let at = options["--at"].flatMap({ try? EntryNumber($0) }),
            let language = options["--language"].flatMap(Language.init(rawValue:)),
            let form = options["--format"].flatMap(Form.init(rawValue:))
        else { return nil }
        self.init(
            scope: PeriodFacts.Scope(
                from: from, through: through, at: at, since: options[SavedReport.since].flatMap { try? EntryNumber($0) }
            ), language: language, form: form,
            section: options["--section"].flatMap(ReportSection.init(rawValue:)), isSummary: isSummary)
    }
}
