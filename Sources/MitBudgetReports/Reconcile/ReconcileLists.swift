import MitBudget
public import Phrases

extension ReconcileReport {
    /// A line, an entry, or both, with what became of them.
    struct Row {
        /// What became of them; the raw values are their codes in CSV.
        enum State: String {
            case matched
            case ledgerOnly = "ledger-only"
            case extractOnly = "statement-only"
            case ambiguous
        }

        let state: State
        var line: ExtractLine?
        var entry: BookedEntry?
    }

    /// The report as CSV: a record for each pair of a line and an entry, each line and each entry that is alone, and
    /// each candidate. Amounts have the extract's sign.
    public func writeCSV(in language: Language, to sink: @escaping (String) -> Void) {
        let pieces = Pieces(to: sink)
        defer { pieces.finish() }
        if language == .danish { pieces.write("\u{FEFF}") }
        let writer = Listing(caption: .blank, columns: columns).csvWriter(in: language, to: pieces)
        for match in result.matched { writer.add(Row(state: .matched, line: match.line, entry: match.entry)) }
        for entry in result.ledgerOnly { writer.add(Row(state: .ledgerOnly, entry: entry)) }
        for line in result.extractOnly { writer.add(Row(state: .extractOnly, line: line)) }
        for line in result.ambiguous {
            for entry in line.candidates { writer.add(Row(state: .ambiguous, line: line.line, entry: entry)) }
        }
        writer.end()
    }

    private var columns: [Column<Row>] {
        [
            Column(Phrase(da: "Resultat", en: "Result")) { .name(code: $0.state.rawValue, .blank) },
            Column(Self.lineHeading, .number) { $0.line.map { .number($0.number) } },
            Column(Phrase(da: "Linjens dag", en: "Line's day")) { $0.line.map { .day($0.day) } },
            .amount(Phrase(da: "Linjens beløb", en: "Line's amount")) { $0.line?.amount },
            Column(Phrase(da: "Linjens bilag", en: "Line's voucher")) { $0.line?.shownVoucher.map(Value.code) },
            Column(Phrase(da: "Postering", en: "Entry"), .number) { $0.entry.map { .number(Int($0.entry.value)) } },
            Column(Phrase(da: "Posteringens dag", en: "Entry's day")) { $0.entry.map { .day($0.day) } },
            .amount(Phrase(da: "Posteringens beløb", en: "Entry's amount")) { row in
                row.entry.map { asInExtract($0.outflow) }
            },
            Column(Phrase(da: "Posteringens bilag", en: "Entry's voucher")) { $0.entry.map { .code($0.voucher.text) } },
        ]
    }

    static let lineHeading = Phrase(da: "Linje", en: "Line")

    /// The entries that no line shows.
    var ledgerOnly: Listing<BookedEntry> {
        Listing(
            caption: .blank, rows: result.ledgerOnly,
            columns: [
                Column(Label.entry, .number) { .number(Int($0.entry.value)) },
                Column(Label.day) { .day($0.day) },
                .amount(Label.amount) { asInExtract($0.outflow) },
                Column(Label.voucher) { .code($0.voucher.text) },
                Column(Label.kind, .words) { .words($0.kind.phrase) },
            ])
    }

    /// The lines that show no entry.
    var extractOnly: Listing<ExtractLine> {
        Listing(caption: .blank, rows: result.extractOnly, columns: Self.lineColumns(\.self))
    }

    /// The lines that cannot be told apart.
    var ambiguous: Listing<Reconciliation.Ambiguity> {
        Listing(
            caption: .blank, rows: result.ambiguous,
            columns: Self.lineColumns(\.line) + [
                Column(Phrase(da: "Mulige posteringer", en: "Possible entries"), .words) { .words($0.shownCandidates) }
            ])
    }

    private static func lineColumns<Row>(_ line: @escaping (Row) -> ExtractLine) -> [Column<Row>] {
        [
            Column(lineHeading, .number) { .number(line($0).number) },
            Column(Label.day) { .day(line($0).day) },
            .amount(Label.amount) { line($0).amount },
            Column(Label.voucher) { line($0).shownVoucher.map(Value.code) },
        ]
    }
}

extension ExtractLine {
    /// The voucher, unless it has no digit: a finance system may have a name in its place.
    fileprivate var shownVoucher: String? {
        voucher.map { $0.text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? $0.text : "•••" }
    }
}

extension Reconciliation.Ambiguity {
    /// The candidates' numbers; of many, the first.
    fileprivate var shownCandidates: Phrase {
        let shown = candidates.prefix(6).map { String($0.entry.value) }.joined(separator: ", ")
        return Phrase(verbatim: shown + (candidates.count > 6 || isCut ? " …" : ""))
    }
}
