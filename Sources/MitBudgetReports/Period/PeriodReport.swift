public import MitBudget

/// The auditor's period report: a function of the facts, the language and the form, so that it can be printed again
/// years later, byte for byte the same. Holds no name, payee or other text on anyone.
public struct PeriodReport: Sendable {
    /// What it tells of.
    public let facts: PeriodFacts
    /// The anchor of the last entry that counts.
    public let anchor: String
    /// What it is a function of.
    public let terms: ReportTerms

    /// A report.
    public init(facts: PeriodFacts, anchor: String, terms: ReportTerms) {
        self.facts = facts
        self.anchor = anchor
        self.terms = terms
    }

    /// Writes the report, holding one voucher at a time.
    /// - Parameters:
    ///   - vouchers: hands over the voucher list; never asked where the terms leave it out.
    ///   - sink: takes the report piece by piece.
    /// - Throws: what the voucher list throws.
    public func write<Failure: Error>(
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        switch terms.form {
        case .json: try PeriodJSON(facts: facts, anchor: anchor, terms: terms).write(vouchers: vouchers, to: sink)
        case .csv:
            try PeriodCSV(facts: facts, anchor: anchor, terms: terms).write(vouchers: vouchers, to: sink)
        case .html:
            try PeriodPage(facts: facts, anchor: anchor, terms: terms).write(vouchers: vouchers, to: sink)
        case .text:
            try PeriodText(facts: facts, anchor: anchor, terms: terms).write(vouchers: vouchers, to: sink)
        }
    }
}
