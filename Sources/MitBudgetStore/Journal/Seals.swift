import MitBudget

extension Event {
    /// The seals of the event's texts, in the order in which they were sealed.
    var seals: [Seal] {
        wordings.compactMap { wording in
            switch wording {
            case .seal(let seal): seal
            case .text: nil
            }
        }
    }

    private var wordings: [Wording] {
        switch self {
        case .opened(_, let member), .staffAdded(let member): [member.name].compactMap(\.self)
        case .enrolled(_, let name, let caseNumber): [name, caseNumber].compactMap(\.self)
        case .withdrawn(_, let reason), .rejected(_, _, let reason), .retracted(_, _, _, let reason),
            .periodReopened(_, let reason):
            [reason]
        case .drafted(_, let version): [version.goal, version.wishes, version.purpose] + version.items.map(\.text)
        case .disbursed(let disbursement, _): [disbursement.payee, disbursement.note].compactMap(\.self)
        case .spent(let expense): [expense.payee]
        case .reversed(let reversal): [reversal.reason]
        case .wordsRead(_, _, let purpose): [purpose]
        case .wordsErased(_, let reason, let override): [reason, override].compactMap(\.self)
        case .staffEnded, .approved, .released, .refunded, .received, .periodClosed, .restored: []
        }
    }
}
