extension Inquiry {
    mutating func refund(
        _ amount: Amount, of entry: EntryNumber, voucher: VoucherReference, note: Wording?, on day: Day
    ) throws(Refusal) -> Entry {
        let spent = view.movement(entry).flatMap { $0.kind.isRefundable ? $0 : nil }
        let sequence = spent?.kind == .expense ? Refusal.Sequence.refundBeforeExpense : .refundBeforeDisbursement
        try check(day, .settling, notBefore: (sequence, spent?.day))
        try checkUnused(voucher)
        guard let spent, let origin = spent.origin else {
            throw .notReversible(entry, view.exists(entry) ? .kind : .noSuchEntry)
        }
        if spent.reversedBy == nil {
            try check(amount, within: spent.amount - spent.refunded, .refundExceeds) {
                .refundExceeds(entry, requested: $0, available: $1)
            }
        }
        try checkStands(spent)
        try checkTexts([(.note, note)], references: [(.voucher, voucher.text)])
        try checkPositive(amount)
        let refund = MoneyEvent.Refund(
            origin: origin, amount: amount, voucher: voucher, note: note, incurred: spent.incurred ?? spent.day)
        return Entry(day: day, event: .money(.refunded(refund)))
    }

    mutating func reverse(_ entry: EntryNumber, reason: Wording, on day: Day) throws(Refusal) -> Entry {
        let found = view.movement(entry)
        try check(day, .settling, notBefore: (.reversalBeforeEntry, found?.day))
        if let found, found.kind == .refund, found.reversedBy == nil { try checkSpendsAgain(found, on: day) }
        guard let target = found else {
            throw .notReversible(entry, view.exists(entry) ? .kind : .noSuchEntry)
        }
        guard target.kind.isReversible else { throw .notReversible(entry, .kind) }
        if let refund = view.latestRefund(of: entry) { throw .notReversible(entry, .refunded(by: refund)) }
        passed(.notReversible)
        try checkStands(target)
        try checkTexts([(.reason, reason)])
        let reversal = MoneyEvent.Reversal(
            entry: entry, of: target.kind, participant: target.participant, item: target.item, post: target.post,
            amount: target.amount, incurred: target.incurred, reason: reason)
        return Entry(day: day, event: .money(.reversed(reversal)))
    }

    /// Rule `already-reversed`.
    mutating func checkStands(_ movement: Movement) throws(Refusal) {
        try checkStand([movement])
    }

    /// Rule `already-reversed` for several entries, which is met once.
    mutating func checkStand(_ movements: [Movement]) throws(Refusal) {
        for movement in movements {
            if let reversal = movement.reversedBy { throw .alreadyReversed(movement.entry, by: reversal) }
        }
        passed(.alreadyReversed)
    }

    /// Cancelling a refund spends its money again, so the money must still be available.
    private mutating func checkSpendsAgain(_ refund: Movement, on day: Day) throws(Refusal) {
        guard let reference = refund.participant, let number = refund.item else {
            try checkCeilings(refund.amount, of: .disbursed, post: refund.post ?? .citizens)
            return try checkPeriod(refund.amount, on: refund.incurred, post: refund.post ?? .citizens)
        }
        guard let account = view.participant(reference), let item = view.item(number, of: reference) else { return }
        if account.isWithdrawn {
            // Money that came back after a withdrawal is free. It may be promised to another citizen by now, and the
            // place may be taken.
            try checkPlaceAgain(account, spending: refund.amount, on: day)
            try checkCeilings(refund.amount, of: .approved, account: account)
        } else {
            try check(refund.amount, within: item.unspent, .releaseExceeded) {
                .releaseExceeded(
                    ItemReference(reference, number), requested: $0, available: $1, releasable: item.unreleased)
            }
            try checkCeilings(refund.amount, of: .disbursed, account: account)
        }
        try checkPeriod(refund.amount, on: refund.incurred, participant: reference)
    }

    /// Rule `places-taken`, on the days on which a withdrawn citizen would hold a place again.
    private mutating func checkPlaceAgain(
        _ account: ParticipantAccount, spending amount: Amount, on day: Day
    ) throws(Refusal) {
        let before = view.spending(on: account.reference)
        var after = before
        after.add(amount, on: day)
        let changes = account.state.placeChanges(after) - account.state.placeChanges(before)
        guard let first = changes.items.first else { return }
        let again = changes.totals(from: first.day)
        let days = view.placesTaken(from: first.day)
        // Both numbers change on some days only, so the check looks at all days on which either changes.
        let taken = (days + again).map(\.day).sorted().compactMap { day -> DailySums<Int>.Item? in
            guard let gain = again.last(where: { $0.day <= day }), gain.sum > 0,
                let count = days.last(where: { $0.day <= day })
            else { return nil }
            return DailySums<Int>.Item(day: day, sum: count.sum)
        }
        try checkPlace(on: taken)
    }
}

extension Movement {
    /// The entry that had spent the money; `nil` for an entry that no money can come back from.
    fileprivate var origin: MoneyEvent.Refund.Origin? {
        if let participant, let item { return .disbursement(entry, on: ItemReference(participant, item)) }
        return post.map { .expense(entry, on: $0) }
    }
}
