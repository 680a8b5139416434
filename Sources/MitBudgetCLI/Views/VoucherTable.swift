import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The list of vouchers as a table for a spreadsheet.
struct VoucherTable {
    let language: Language
    /// Only those that lack this proof.
    var missing: Programme.Proof?

    /// Writes the standing expenses of some days, holding one at a time.
    func write(
        of ledger: Ledger, from: Day?, through: Day?, to sink: (String) -> Void
    ) throws(LedgerFailure) {
        // For Danish Excel: a byte order mark.
        if language == .danish { sink("\u{FEFF}") }
        sink(CSV.line(headings.map { $0[language] }, in: language))
        try ledger.vouchers(from: from, through: through) { state in
            if missing.map(state.lacks) ?? true { sink(CSV.line(fields(of: state), in: language)) }
        }
    }

    private var headings: [Phrase] {
        [
            Phrase(da: "Nr.", en: "No."), Phrase(da: "Dag", en: "Day"), Phrase(da: "Bilag", en: "Voucher"),
            Vocabulary.current.hasRecipients ? Noun.one.capital.phrase : Phrase(da: "", en: ""),
            Phrase(da: "Beløb", en: "Amount"), Phrase(da: "Kvittering", en: "Receipt"),
            Phrase(da: "Betalt", en: "Payment"), Phrase(da: "Godkendt af", en: "Approved by"),
        ]
    }

    private func fields(of state: VoucherState) -> [String] {
        let (yes, no) = (Phrase(da: "ja", en: "yes")[language], Phrase(da: "nej", en: "no")[language])
        return [
            "\(state.entry.value)", state.day.short(in: language), state.voucher.text, state.participant?.text ?? "",
            state.net.typed(in: language), state.proof.hasReceipt ? yes : no, state.proof.hasPayment ? yes : no,
            state.proof.approvedBy?.text ?? "",
        ]
    }
}
