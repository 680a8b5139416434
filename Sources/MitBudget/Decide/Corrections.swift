extension Inquiry {
    mutating func refund(
        _ amount: Amount, of entry: EntryNumber, voucher: VoucherReference, on day: Day
    ) throws(Refusal) -> Entry {
        let found = view.movement(entry)
        try check(day, notBefore: (.refundBeforeDisbursement, found?.kind == .disbursement ? found?.day : nil))
        try checkUnused(voucher)
        guard let disbursement = found else {
            throw .notReversible(entry, view.exists(entry) ? .kind : .noSuchEntry)
        }
        guard disbursement.kind == .disbursement, let reference = disbursement.participant,
            let item = disbursement.item
        else { throw .notReversible(entry, .kind) }
        if disbursement.reversedBy == nil {
            try check(amount, within: disbursement.amount - disbursement.refunded, .refundExceeds) {
                .refundExceeds(entry, requested: $0, available: $1)
            }
        }
        try checkStands(disbursement)
        try checkTexts([], references: [(.voucher, voucher.text)])
        try checkPositive(amount)
        let refund = Event.Refund(
            disbursement: entry, participant: reference, item: item, amount: amount, voucher: voucher)
        return Entry(day: day, event: .refunded(refund))
    }

    mutating func reverse(_ entry: EntryNumber, reason: Wording, on day: Day) throws(Refusal) -> Entry {
        let found = view.movement(entry)
        try check(day, notBefore: (.reversalBeforeEntry, found?.day))
        if let found, found.kind == .refund, found.reversedBy == nil { try checkSpendsAgain(found) }
        guard let target = found else {
            throw .notReversible(entry, view.exists(entry) ? .kind : .noSuchEntry)
        }
        guard target.kind.isReversible else { throw .notReversible(entry, .kind) }
        if let refund = view.latestRefund(of: entry) { throw .notReversible(entry, .refunded(by: refund)) }
        passed(.notReversible)
        try checkStands(target)
        try checkTexts([(.reason, reason)])
        let reversal = Event.Reversal(
            entry: entry, of: target.kind, participant: target.participant, item: target.item, post: target.post,
            amount: target.amount, reason: reason)
        return Entry(day: day, event: .reversed(reversal))
    }

    /// Rule `already-reversed`.
    private mutating func checkStands(_ movement: Movement) throws(Refusal) {
        if let reversal = movement.reversedBy { throw .alreadyReversed(movement.entry, by: reversal) }
        passed(.alreadyReversed)
    }

    /// Cancelling a refund spends its money once more, so it must still be there to spend.
    private mutating func checkSpendsAgain(_ refund: Movement) throws(Refusal) {
        guard let reference = refund.participant, let number = refund.item,
            let account = view.participant(reference), let item = view.item(number, of: reference)
        else { return }
        if account.isWithdrawn {
            // What came back after a withdrawal is free: it may be promised to someone else by now, and so may the
            // place.
            if !account.holdsPlace { try checkPlace() }
            try checkCeilings(refund.amount, of: .approved, account: account)
        } else {
            try check(refund.amount, within: item.unspent, .releaseExceeded) {
                .releaseExceeded(
                    ItemReference(reference, number), requested: $0, available: $1, releasable: item.unreleased)
            }
            try checkCeilings(refund.amount, of: .disbursed, account: account)
        }
    }
}
