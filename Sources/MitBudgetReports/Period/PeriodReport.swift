public import MitBudget
import Phrases

/// The auditor's period report. It is a function of the facts, the language and the form, so it can be printed again
/// years later, byte for byte the same. It holds no names, payees or other texts on anyone.
public struct PeriodReport: Sendable {
    /// The anchor of the last entry that the report counts.
    public let anchor: String
    /// The period, language and form that determine the report.
    public let terms: ReportTerms
    /// The terms of the grant at the end of the period.
    private let programme: Programme

    /// Makes a report from its anchor, its own terms, and the terms of the grant at the end of the period.
    public init(anchor: String, terms: ReportTerms, programme: Programme) {
        self.anchor = anchor
        self.terms = terms
        self.programme = programme
    }

    /// Writes the report in the words of its programme, holding one voucher at a time.
    /// - Parameters:
    ///   - facts: reads the facts; not called for the voucher list alone.
    ///   - days: reads the spending day by day, in the period and outside it; called only for a page, which draws it.
    ///   - vouchers: hands over the voucher list; not called if the terms leave the list out.
    ///   - later: hands over what was recorded after an earlier report; called only if the scope names one.
    ///   - sink: takes the report in large pieces.
    /// - Throws: what `facts`, `days`, `vouchers` or `later` throw.
    public func write<Failure: Error>(
        facts: () throws(Failure) -> PeriodFacts, days: () throws(Failure) -> [Standing.DaySpending],
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void,
        later: ((LaterEntry) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        try Vocabulary(programme).speak { () throws(Failure) in
            try writeInOwnWords(facts: facts, days: days, vouchers: vouchers, later: later, to: sink)
        }
    }

    private func writeInOwnWords<Failure: Error>(
        facts: () throws(Failure) -> PeriodFacts, days: () throws(Failure) -> [Standing.DaySpending],
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void,
        later: ((LaterEntry) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let pieces = Pieces(to: sink)
        // After a failure, what was written before it is still handed on.
        defer { pieces.finish() }
        if terms.form == .csv, terms.language == .danish { pieces.write("\u{FEFF}") }
        if terms.sections == [.vouchers] {
            try vouchers(Listing.vouchers(of: programme).csvWriter(in: terms.language, to: pieces).add)
        } else {
            let sections = try PeriodSections(
                facts: facts(), days: terms.form == .html ? days() : [], anchor: anchor, terms: terms, pieces: pieces)
            try sections.write(vouchers: vouchers, later: later)
        }
        if terms.form == .csv { pieces.write(CSV.line([terms.command], in: terms.language)) }
    }
}
