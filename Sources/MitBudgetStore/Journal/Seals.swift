import MitBudget

extension Event {
    /// The seals of the event's texts, in the order in which they were sealed.
    var seals: [Seal] {
        var seals: [Seal] = []
        func add(_ wording: Wording?) {
            if case .seal(let seal)? = wording { seals.append(seal) }
        }
        switch self {
        case .opened(_, let member), .staffAdded(let member): add(member.name)
        case .enrolled(_, let name, let caseNumber):
            add(name)
            add(caseNumber)
        case .withdrawn(_, _, let reason), .rejected(_, _, let reason), .retracted(_, _, _, let reason),
            .periodReopened(_, let reason):
            add(reason)
        case .drafted(_, let version):
            seals.reserveCapacity(3 + version.items.count)
            add(version.goal)
            add(version.wishes)
            add(version.purpose)
            for item in version.items { add(item.text) }
        case .disbursed(let disbursement, _):
            add(disbursement.payee)
            add(disbursement.note)
        case .refunded(let refund): add(refund.note)
        case .spent(let expense):
            add(expense.payee)
            add(expense.note)
        case .received(let payment), .repaid(let payment): add(payment.note)
        case .reversed(let reversal): add(reversal.reason)
        case .wordsRead(_, _, let purpose): add(purpose)
        case .wordsErased(_, let reason, let override):
            add(reason)
            add(override)
        case .staffEnded, .staffRebound, .approved, .released, .periodClosed, .restored: break
        }
        return seals
    }
}
