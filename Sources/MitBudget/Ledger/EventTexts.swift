extension Event {
    /// The event with each of its texts or seals replaced.
    /// - Parameter change: is called for each of them, in the order in which they get their rows in the file.
    public func mapTexts<Failure>(
        _ change: (Wording) throws(Failure) -> Wording
    ) throws(Failure) -> Event {
        switch self {
        case .opened(let programme, var administrator):
            administrator.name = try administrator.name.map(change)
            return .opened(programme, administrator: administrator)
        case .staffAdded(var member):
            member.name = try member.name.map(change)
            return .staffAdded(member)
        case .enrolled(let reference, let name, let caseNumber):
            return .enrolled(reference, name: try name.map(change), caseNumber: try caseNumber.map(change))
        case .withdrawn(let reference, let cause, let reason):
            return .withdrawn(reference, cause: cause, reason: try change(reason))
        case .drafted(let reference, var version):
            version.goal = try change(version.goal)
            version.wishes = try change(version.wishes)
            version.purpose = try change(version.purpose)
            for index in version.items.indices { version.items[index].text = try change(version.items[index].text) }
            return .drafted(reference, version)
        case .rejected(let reference, let version, let reason):
            return .rejected(reference, version: version, reason: try change(reason))
        case .money(.retracted(let reference, let item, let amount, let reason)):
            return .money(.retracted(reference, item: item, amount: amount, reason: try change(reason)))
        case .money(.disbursed(var disbursement, let area)):
            disbursement.payee = try change(disbursement.payee)
            disbursement.note = try disbursement.note.map(change)
            return .money(.disbursed(disbursement, area: area))
        case .money(.refunded(var refund)):
            refund.note = try refund.note.map(change)
            return .money(.refunded(refund))
        case .money(.spent(var expense)):
            expense.payee = try change(expense.payee)
            expense.note = try expense.note.map(change)
            return .money(.spent(expense))
        case .money(.received(var payment)):
            payment.note = try payment.note.map(change)
            return .money(.received(payment))
        case .money(.repaid(var payment)):
            payment.note = try payment.note.map(change)
            return .money(.repaid(payment))
        case .money(.reversed(var reversal)):
            reversal.reason = try change(reversal.reason)
            return .money(.reversed(reversal))
        case .periodReopened(let through, let reason):
            return .periodReopened(through: through, reason: try change(reason))
        case .amended(var amendment):
            amendment.reason = try change(amendment.reason)
            return .amended(amendment)
        case .resultNoted(let reference, let result, let note):
            return .resultNoted(reference, result, note: try note.map(change))
        case .detached(var detachment):
            detachment.reason = try change(detachment.reason)
            return .detached(detachment)
        case .corrected(var correction):
            correction.text = try change(correction.text)
            correction.reason = try change(correction.reason)
            return .corrected(correction)
        case .wordsRead(let reference, let scope, let purpose):
            return .wordsRead(reference, scope: scope, purpose: try change(purpose))
        case .wordsErased(let reference, let reason, let override):
            return .wordsErased(reference, reason: try change(reason), override: try override.map(change))
        case .staffEnded, .staffRebound, .approved, .money(.released), .periodClosed, .measured, .restored,
            .attached, .vouchersApproved, .confirmed, .witnessed:
            return self
        }
    }
}
