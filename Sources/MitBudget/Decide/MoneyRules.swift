extension Inquiry {
    /// Rule `plan-not-approved`.
    mutating func planInForce(_ account: ParticipantAccount) throws(Refusal) -> ParticipantAccount.ApprovedPlan {
        guard let plan = account.approved else { throw .planNotApproved(account.reference) }
        passed(.planNotApproved)
        return plan
    }

    /// Rule `item-unknown`. An item that the plan in force lacks is unknown, even if it once existed.
    mutating func inForce(
        _ item: ItemAccount?, _ number: ItemNumber, of reference: ParticipantReference
    ) throws(Refusal) -> ItemAccount {
        guard let item, item.isInForce else { throw .itemUnknown(reference, number) }
        passed(.itemUnknown)
        return item
    }

    /// Checks a limit that an amount may reach but not exceed: `item-exceeded`, `release-exceeded`, `retract-exceeds` …
    mutating func check(
        _ requested: Amount, within available: Amount, _ rule: Rule,
        else refusal: (_ requested: Amount, _ available: Amount) -> Refusal
    ) throws(Refusal) {
        guard requested <= available else { throw refusal(requested, max(available, .zero)) }
        passed(rule, .amount(available - requested))
    }

    /// Rules `cap-exceeded`, `post-exceeded` and `grant-exceeded`, the last check of every caller. Approved, released
    /// and disbursed money never exceeds a ceiling.
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

    /// Rule `period-budget-exceeded`. Days outside all budget periods have no such ceiling.
    /// - Parameter day: the day on which the money is, or was, spent.
    mutating func checkPeriod(
        _ growth: Amount, on day: Day?, participant: ParticipantReference? = nil, post: PostName = .citizens
    ) throws(Refusal) {
        guard let period = day.flatMap(programme.budgetPeriod) else { return }
        if let participant, let cap = period.cap {
            let spent = view.spending(on: participant, in: period)
            try check(growth, within: cap - spent, .periodBudgetExceeded) {
                .periodBudgetExceeded(period, .participant(participant), requested: $0, available: $1)
            }
        }
        if let line = period.posts.first(where: { $0.name == post }) {
            let spent = view.spending(on: post, in: period)
            try check(growth, within: line.budget - spent, .periodBudgetExceeded) {
                .periodBudgetExceeded(period, .post(post), requested: $0, available: $1)
            }
        }
    }

    /// Rule `voucher-used`, for a voucher that no other entry may have.
    mutating func checkUnused(_ voucher: VoucherReference) throws(Refusal) {
        if let use = view.use(of: voucher) { throw .voucherUsed(voucher, by: use.first) }
        passed(.voucherUsed)
    }

    /// Rules `voucher-used` and `voucher-exceeded`, for a line of a voucher.
    /// - Parameter total: the total that the line tells, if it does.
    /// - Returns: the total of the voucher; `nil` where it has one line.
    mutating func checkLine(
        _ amount: Amount, of voucher: VoucherReference, total: Amount?
    ) throws(Refusal) -> Amount? {
        let use = view.use(of: voucher)
        if let use, use.total == nil { throw .voucherUsed(voucher, by: use.first) }
        passed(.voucherUsed)
        guard let known = use?.total ?? total else { return nil }
        if let use, let total, total != known {
            throw .voucherTotalDiffers(voucher, total, known: known, by: use.first)
        }
        try check(amount, within: known - (use?.claimed ?? .zero), .voucherExceeded) {
            .voucherExceeded(voucher, requested: $0, available: $1, total: known)
        }
        return known
    }

    /// Rule `amount-not-positive`. One øre is enough.
    /// - Parameter item: the item, where the caller asked for all that is left of it.
    mutating func checkPositive(_ amount: Amount, all item: ItemReference? = nil) throws(Refusal) {
        guard amount > .zero else { throw .amountNotPositive(amount, all: item) }
        passed(.amountNotPositive)
    }
}
