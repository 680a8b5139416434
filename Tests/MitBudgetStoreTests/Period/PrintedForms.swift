import Foundation
import JSON
import MitBudget
import Phrases
import TestSupport
import Testing

@testable import MitBudgetReports

/// Reads comma-separated values back, after RFC 4180: records end with CRLF, a field in quotation marks may hold
/// anything, a quotation mark in it stands twice.
enum CSVReader {
    struct Fault: Error {
        let line: Int
    }

    static func records(_ text: String, separator: Unicode.Scalar) throws -> [[String]] {
        var records: [[String]] = []
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var rest = Substring(text).unicodeScalars
        func fault() -> Fault { Fault(line: records.count + 1) }
        while let scalar = rest.popFirst() {
            switch (isQuoted, scalar) {
            case (true, "\"") where rest.first == "\"":
                field.unicodeScalars.append(rest.removeFirst())
            case (true, "\""):
                isQuoted = false
                guard rest.first == separator || rest.first == "\r" else { throw fault() }
            case (true, _): field.unicodeScalars.append(scalar)
            case (false, "\""):
                guard field.isEmpty else { throw fault() }
                isQuoted = true
            case (false, separator):
                fields.append(field)
                field = ""
            case (false, "\r"):
                guard rest.popFirst() == "\n" else { throw fault() }
                records.append(fields + [field])
                (fields, field) = ([], "")
            case (false, "\n"): throw fault()
            case (false, _): field.unicodeScalars.append(scalar)
            }
        }
        guard fields.isEmpty, field.isEmpty, !isQuoted else { throw fault() }
        return records
    }
}

/// The rows of a printed report, section by section, as a reader sees them: the words and figures of each in order.
struct PrintedRows {
    let rows: [ReportSection: [[String]]]

    /// Reads a text report back. A row is a line; the two lines of a voucher or a later entry are one row.
    init(text: String, in language: Language) {
        var rows: [ReportSection: [[String]]] = [:]
        var section = ReportSection.header
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.drop { $0 == "\u{0C}" })
        }
        for (index, line) in lines.enumerated() {
            if index + 1 < lines.count, lines[index + 1].hasPrefix("==="),
                let next = ReportSection.allCases.first(where: { $0.heading[language] == line })
            {
                section = next
                continue
            }
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            if section == .vouchers || section == .since, line.hasPrefix("         "), !(rows[section] ?? []).isEmpty {
                rows[section, default: [[]]][rows[section, default: [[]]].count - 1] += words.map {
                    $0.hasSuffix(",") ? String($0.dropLast()) : $0
                }
            } else {
                rows[section, default: []].append(words)
            }
        }
        self.rows = rows
    }

    /// Reads the cells of every table of a page back.
    init(html: String) {
        var rows: [ReportSection: [[String]]] = [:]
        for part in html.components(separatedBy: "<section id=\"").dropFirst() {
            guard let section = ReportSection(rawValue: String(part.prefix { $0 != "\"" })) else { continue }
            let body = part.components(separatedBy: "</section>")[0]
            for row in body.components(separatedBy: "<tr>").dropFirst() {
                let cells = row.matches(of: #/<t[hd][^>]*>(.*?)</t[hd]>/#.dotMatchesNewlines())
                let words = cells.flatMap { cell in
                    cell.1.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
                }
                rows[section, default: []].append(words)
            }
        }
        self.rows = rows
    }

    /// Whether a row of the section begins with a word and holds the others in this order.
    func hold(_ section: ReportSection, _ first: String, _ others: [String]) -> Bool {
        (rows[section] ?? []).contains { row in
            guard row.first == first else { return false }
            var rest = others[...]
            for word in row.dropFirst() where word == rest.first { rest = rest.dropFirst() }
            return rest.isEmpty
        }
    }
}

extension JSON {
    /// A list's values; none if this is no list.
    var values: [JSON] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    /// A text or whole number as it stands; empty if it is absent or null.
    func plain(_ key: String) -> String {
        switch self[key] {
        case .string(let text)?: text
        case .integer(let number)?: "\(number)"
        case .null?, nil: ""
        case .bool?, .number?, .array?, .object?: "?"
        }
    }

    /// An amount; `nil` if it is absent or null.
    func amount(_ key: String) -> Amount? {
        guard case .integer(let ore)? = self[key] else { return nil }
        return Amount(ore: ore)
    }
}
