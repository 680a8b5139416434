import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Exports the disbursements that were not reversed, as `import` reads them: in Danish with semicolons and decimal
/// commas, in English with commas and decimal points.
final class DisbursementsExport: Export {
    private let texts: ExportTexts
    private let sink: (String) -> Void

    init(_ texts: ExportTexts, _ sink: @escaping (String) -> Void) {
        self.texts = texts
        self.sink = sink
    }

    func begin(_ ledger: Ledger) {
        if texts.language == .danish { sink("\u{FEFF}") }
        // A once key belongs to its sender, and whoever imports these rows is another sender.
        write(DisbursementTable.Column.allCases.filter { $0 != .once }.map(\.rawValue))
    }

    func add(_ recorded: Recorded, of ledger: Ledger) throws(LedgerFailure) {
        guard case .money(.disbursed(let disbursement, _)) = recorded.entry.event,
            try !ledger.isReversed(recorded.number)
        else { return }
        let note = disbursement.note == nil ? nil : try texts.text(at: .note, of: recorded, in: ledger)
        write([
            disbursement.participant.text, "\(disbursement.item.value)", disbursement.amount.typed(in: texts.language),
            disbursement.day.short(in: texts.language), disbursement.voucher.text,
            try texts.text(at: .payee, of: recorded, in: ledger), disbursement.paid.short(in: texts.language),
            note ?? "", disbursement.voucherTotal?.typed(in: texts.language) ?? "",
        ])
    }

    private func write(_ fields: [String]) {
        sink(CSV.line(fields, in: texts.language, hasFigures: false))
    }
}
