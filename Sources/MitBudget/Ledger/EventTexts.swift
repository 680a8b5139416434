extension Event {
    /// The same event with another text, or another seal, in place of each of its own.
    /// - Parameter change: is asked for every one in the order in which they get their rows in the file.
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
        case .money(let money): return .money(try money.mapTexts(change))
        case .periodReopened(let through, let reason):
            return .periodReopened(through: through, reason: try change(reason))
        case .wordsRead(let reference, let scope, let purpose):
            return .wordsRead(reference, scope: scope, purpose: try change(purpose))
        case .wordsErased(let reference, let reason, let override):
            return .wordsErased(reference, reason: try change(reason), override: try override.map(change))
        case .staffEnded, .staffRebound, .approved, .periodClosed, .restored: return self
        }
    }
}

extension MoneyEvent {
    fileprivate func mapTexts<Failure>(
        _ change: (Wording) throws(Failure) -> Wording
    ) throws(Failure) -> MoneyEvent {
        switch self {
        case .released: return self
        case .retracted(let reference, let item, let amount, let reason):
            return .retracted(reference, item: item, amount: amount, reason: try change(reason))
        case .disbursed(var disbursement, let area):
            disbursement.payee = try change(disbursement.payee)
            disbursement.note = try disbursement.note.map(change)
            return .disbursed(disbursement, area: area)
        case .refunded(var refund):
            refund.note = try refund.note.map(change)
            return .refunded(refund)
        case .spent(var expense):
            expense.payee = try change(expense.payee)
            expense.note = try expense.note.map(change)
            return .spent(expense)
        case .received(let payment): return .received(try payment.mapTexts(change))
        case .repaid(let payment): return .repaid(try payment.mapTexts(change))
        case .reversed(var reversal):
            reversal.reason = try change(reversal.reason)
            return .reversed(reversal)
        }
    }
}

extension GrantPayment {
    fileprivate func mapTexts<Failure>(
        _ change: (Wording) throws(Failure) -> Wording
    ) throws(Failure) -> GrantPayment {
        GrantPayment(amount: amount, voucher: voucher, note: try note.map(change))
    }
}
