public import JSON
public import MitBudget
import Phrases

/// How an extract and the ledger agree. It shows of the extract's lines the number, the day, the amount and the
/// voucher, and no text: texts may name people, and what is printed is passed on.
public struct ReconcileReport: Sendable {
    /// What was read of the extract.
    public struct Source: Sendable {
        /// How many lines it has.
        let count: Int
        /// The days of its first and its last line.
        let period: ClosedRange<Day>
        let balance: ExtractBalance
        /// How it is written.
        let profile: ExtractProfile
        /// The SHA-256 digest of the file, in hexadecimal.
        let digest: String

        /// Makes a source from its parts.
        public init(
            count: Int, period: ClosedRange<Day>, balance: ExtractBalance, profile: ExtractProfile, digest: String
        ) {
            self.count = count
            self.period = period
            self.balance = balance
            self.profile = profile
            self.digest = digest
        }
    }

    let source: Source
    let comparison: Comparison
    let result: Reconciliation

    /// Makes a report of an extract, what it was compared with, and the result.
    public init(source: Source, comparison: Comparison, result: Reconciliation) {
        self.source = source
        self.comparison = comparison
        self.result = result
    }

    /// Whether anything is left to clear up.
    public var isOpen: Bool { result.isOpen || source.balance.isBalanced == false }

    /// The SHA-256 digest of the extract's bytes, in hexadecimal.
    public var digest: String { source.digest }
    /// What belongs together, in order of line and entry.
    public var matches: [Reconciliation.Match] { result.matched }

    /// An amount of the ledger as the extract would show it.
    func asInExtract(_ outflow: Amount) -> Amount { result.costs.outflow(outflow) }

    // MARK: JSON

    /// Writes the report as JSON. Ends with a newline.
    /// - Parameter recorded: what was recorded of it, `null` where that was nothing; `nil` where nothing should be.
    public func writeJSON(recorded: JSON?, to sink: @escaping (String) -> Void) {
        let pieces = Pieces(to: sink)
        defer { pieces.finish() }
        pieces.write { bytes in
            bytes.append(UInt8(ascii: "{"))
            bytes.member("statement") { statement in
                statement.member("from", source.period.lowerBound)
                statement.member("to", source.period.upperBound)
                statement.member("openingOre", source.balance.opening)
                statement.member("closingOre", source.balance.closing)
                statement.member("count", source.count)
            }
        }
        pieces.write(",\"matched\":")
        let matched = Listing(
            caption: .blank,
            columns: [
                Column(key: "line") { (match: Reconciliation.Match) in .number(match.line.number) },
                Column(key: "entry") { .number(Int($0.entry.entry.value)) },
            ]
        ).jsonWriter(to: pieces)
        result.matched.forEach(matched.add)
        matched.end()
        pieces.write { bytes in
            bytes.member("ledgerOnly", result.ledgerOnly.lazy.map(\.entry.value))
            bytes.member("statementOnly", result.extractOnly.lazy.map { Int64($0.number) })
        }
        pieces.write(",\"ambiguous\":")
        let ambiguous = Listing(
            caption: .blank,
            columns: [
                Column(key: "line") { (line: Reconciliation.Ambiguity) in .number(line.line.number) },
                Column(key: "entries") { .entries($0.candidates.map(\.entry)) },
                // Only where the list is cut off.
                Column(key: "more", isOptional: true) { line in
                    line.isCut ? .list { $0.append(contentsOf: "true".utf8) } : nil
                },
            ]
        ).jsonWriter(to: pieces)
        result.ambiguous.forEach(ambiguous.add)
        ambiguous.end()
        pieces.write { bytes in
            if let isBalanced = source.balance.isBalanced {
                bytes.member("balanced", isBalanced)
            } else {
                bytes.member("balanced", nil as String?)
            }
            bytes.member("compared") { compared in
                compared.member("from", comparison.period.lowerBound)
                compared.member("to", comparison.period.upperBound)
                compared.member("entries", comparison.entries.count)
                compared.member("within", comparison.within)
            }
            bytes.member("profile") { known.write(to: &$0) }
            bytes.member("digest", source.digest)
            if let recorded { bytes.append(contentsOf: ",\"recorded\":\(recorded.compact)".utf8) }
            bytes.append(contentsOf: "}\n".utf8)
        }
    }

    /// The profile that reads the file in the same way.
    private var known: ExtractProfile {
        var known = source.profile
        known.costs = result.costs
        return known
    }
}

extension ExtractProfile {
    /// Appends the members of the profile's JSON object.
    fileprivate func write(to bytes: inout [UInt8]) {
        bytes.member("delimiter", delimiter?.rawValue)
        bytes.member("decimal", decimal?.rawValue)
        bytes.member("encoding", encoding?.rawValue)
        bytes.member("columns") { members in
            for column in Column.allCases {
                if column != Column.allCases[0] { members.append(UInt8(ascii: ",")) }
                JSON.write(column.rawValue, to: &members)
                members.append(UInt8(ascii: ":"))
                Self.write(Self.shown(columns[column] ?? []), to: &members)
            }
        }
        bytes.member("dayFormat", dayFormat?.text)
        bytes.member("costs", costs?.rawValue)
    }

    /// Headings as they are shown: without a CPR number, which a profile may name.
    static func shown(_ headings: [String]) -> [String] {
        headings.map { PersonalNumber.isSuspected(in: $0) ? "•••" : $0 }
    }

    /// Appends no heading as `null`, one as a text, several as a list.
    private static func write(_ headings: [String], to bytes: inout [UInt8]) {
        guard let first = headings.first else { return bytes.append(contentsOf: "null".utf8) }
        guard headings.count > 1 else { return JSON.write(first, to: &bytes) }
        bytes.append(contentsOf: JSON.array(headings.map(JSON.string)).compact.utf8)
    }
}
