extension Inquiry {
    /// Rule `plan-not-approved`.
    mutating func planInForce(_ account: ParticipantAccount) throws(Refusal) -> ParticipantAccount.ApprovedPlan {
        guard let plan = account.approved else { throw .planNotApproved(account.reference) }
        passed(.planNotApproved)
        return plan
    }

    /// Rule `item-unknown`: an item that the plan in force does not have is as unknown as one that never was.
    mutating func inForce(
        _ item: ItemAccount?, _ number: ItemNumber, of reference: ParticipantReference
    ) throws(Refusal) -> ItemAccount {
        guard let item, item.isInForce else { throw .itemUnknown(reference, number) }
        passed(.itemUnknown)
        return item
    }

    /// A limit that amounts may reach and not exceed: `item-exceeded`, `release-exceeded`, `retract-exceeds` …
    mutating func check(
        _ requested: Amount, within available: Amount, _ rule: Rule,
        else refusal: (_ requested: Amount, _ available: Amount) -> Refusal
    ) throws(Refusal) {
        guard requested <= available else { throw refusal(requested, max(available, .zero)) }
        passed(rule, .amount(available - requested))
    }

    /// Rules `cap-exceeded`, `post-exceeded` and `grant-exceeded`: the last fence, whoever asks. No ceiling is passed
    /// by what is approved, released or disbursed.
    /// - Parameters:
    ///   - growth: what the measure grows by.
    ///   - measure: which of the three grows.
    ///   - account: the citizen, where the post is the citizens'.
    mutating func checkCeilings(
        _ growth: Amount, of measure: Balance.Measure, account: ParticipantAccount? = nil,
        post: PostName = .citizens
    ) throws(Refusal) {
        if let account, let cap = programme.cap {
            try check(growth, within: cap - account.balance[measure], .capExceeded) {
                .capExceeded(account.reference, requested: $0, available: $1)
            }
        }
        let budget = programme.budget(of: post) ?? .zero
        try check(growth, within: budget - view.balance(of: post)[measure], .postExceeded) {
            .postExceeded(post, requested: $0, available: $1)
        }
        try check(growth, within: programme.grant - view.total[measure], .grantExceeded) {
            .grantExceeded(requested: $0, available: $1)
        }
    }

    /// Rule `voucher-used`.
    mutating func checkUnused(_ voucher: VoucherReference) throws(Refusal) {
        if let holder = view.holder(of: voucher) { throw .voucherUsed(voucher, by: holder) }
        passed(.voucherUsed)
    }

    /// Rule `amount-not-positive`. One øre is enough.
    /// - Parameter item: the item of which all that is left was asked for.
    mutating func checkPositive(_ amount: Amount, all item: ItemReference? = nil) throws(Refusal) {
        guard amount > .zero else { throw .amountNotPositive(amount, all: item) }
        passed(.amountNotPositive)
    }
}
