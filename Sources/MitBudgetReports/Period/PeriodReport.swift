public import MitBudget
import Phrases

/// The auditor's period report: a function of the facts, the language and the form, so that it can be printed again
/// years later, byte for byte the same. Holds no name, payee or other text on anyone.
public struct PeriodReport: Sendable {
    /// The anchor of the last entry that counts.
    public let anchor: String
    /// What it is a function of.
    public let terms: ReportTerms

    /// A report.
    public init(anchor: String, terms: ReportTerms) {
        self.anchor = anchor
        self.terms = terms
    }

    /// Writes the report, holding one voucher at a time.
    /// - Parameters:
    ///   - facts: gives what it tells of; never asked for the voucher list alone.
    ///   - days: gives what was spent day by day, in the period and outside it; asked for the picture of a page alone.
    ///   - vouchers: hands over the voucher list; never asked where the terms leave it out.
    ///   - sink: takes the report in large pieces.
    /// - Throws: what the facts or the voucher list throw.
    public func write<Failure: Error>(
        facts: () throws(Failure) -> PeriodFacts, days: () throws(Failure) -> [Standing.DaySpending],
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let pieces = Pieces(to: sink)
        // What was written before something failed is handed on, too.
        defer { pieces.finish() }
        if terms.form == .csv, terms.language == .danish { pieces.write("\u{FEFF}") }
        if terms.sections == [.vouchers] {
            try vouchers(Listing.vouchers.csvWriter(in: terms.language, to: pieces).add)
        } else {
            let sections = try PeriodSections(
                facts: facts(), days: terms.form == .html ? days() : [], anchor: anchor, terms: terms, pieces: pieces)
            try sections.write(vouchers: vouchers)
        }
        if terms.form == .csv { pieces.write(CSV.line([terms.command], in: terms.language)) }
    }
}
