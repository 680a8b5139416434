public import MitBudget
import Phrases

extension EntryKind {
    /// Reads a kind as it is shown, in either language and whatever its case: `udbetaling`, `plan approved`. What a
    /// programme calls its recipients may stand before `indskrevet` or be left out.
    public init?(shown text: String) {
        let key = Exactly(text.composed.lowercased())
        guard let kind = Self.allCases.first(where: { $0.isShown(as: key) }) else { return nil }
        self = kind
    }

    /// The kind as it is shown in each language.
    public var names: [String] { Language.allCases.map { phrase[$0] } }

    private func isShown(as key: Exactly) -> Bool {
        if names.contains(where: { Exactly($0.lowercased()) == key }) { return true }
        return deeds.contains { deed in
            Exactly(deed) == key || Exactly(String(key.text.suffix(deed.count + 1))) == Exactly(" " + deed)
        }
    }

    /// What happened to a recipient, without the programme's word for one.
    private var deeds: [String] {
        switch self {
        case .participantEnrolled: ["indskrevet", "enrolled"]
        case .participantWithdrawn: ["udskrevet", "withdrawn"]
        case .ledgerOpened, .staffAdded, .staffEnded, .staffRebound, .planDrafted, .planApproved, .planRejected,
            .release, .retraction, .disbursement, .refund, .expense, .receipt, .repayment, .reversal, .periodClosed,
            .periodReopened, .termsAmended, .resultNoted, .measureNoted, .wordsRead, .wordsErased, .ledgerRestored,
            .voucherAttached, .voucherDetached, .voucherApproved, .paymentConfirmed, .anchorWitnessed, .wordsCorrected:
            []
        }
    }
}
