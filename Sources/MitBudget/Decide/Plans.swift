extension Inquiry {
    mutating func draft(_ proposal: PlanProposal, for reference: ParticipantReference) throws(Refusal) -> Entry {
        let found = view.participant(reference)
        try check(proposal.agreedOn, .inside, notBefore: (.agreementBeforeEnrolment, found?.enrolledOn))
        let account = try known(found, reference)
        try active(account)
        let (goal, wishes, purpose) = try complete(proposal)
        if let left = try checkCap(Amount.sum(proposal.items.lazy.map(\.amount))) {
            passed(.planOverCap, .amount(left))
        }
        let asked = proposal.items.compactMap { item in item.keeps.map { ($0, item.amount) } }
        try checkNotBelowReleased(asked, of: reference)
        let items = try numbered(proposal.items, for: account)
        try checkSum(proposal)
        try checkTexts(
            [(.goal, goal), (.wishes, wishes), (.purpose, purpose)] + proposal.items.map { (.item, $0.text) },
            references: proposal.items.map { (.item, $0.area.text) })
        // One check of the smallest amount covers all items, so the rule is reported once.
        try checkPositive(items.map(\.amount).min() ?? .zero)
        let version = PlanVersion(
            number: account.versions + 1, agreedOn: proposal.agreedOn, goal: goal, wishes: wishes, purpose: purpose,
            items: items)
        return Entry(day: proposal.agreedOn, event: .drafted(reference, version))
    }

    mutating func approve(_ reference: ParticipantReference, on day: Day) throws(Refusal) -> Entry {
        let found = view.participant(reference)
        try check(day, .inside, notBefore: (.approvalBeforeAgreement, found?.pending?.agreedOn))
        let account = try known(found, reference)
        try active(account)
        if let pending = account.pending {
            // The cap may have been lowered, and money released, since the version was drafted.
            let items = view.items(ofVersion: pending.version, of: reference).map { ($0.number, $0.amount) }
            _ = try checkCap(Amount.sum(items.lazy.map(\.1)))
            try checkNotBelowReleased(items, of: reference)
        }
        let pending = try waiting(account)
        try checkCeilings(account.growth, of: .approved, account: account)
        return Entry(day: day, event: .approved(reference, version: pending.version))
    }

    mutating func reject(_ reference: ParticipantReference, reason: Wording) throws(Refusal) -> Entry {
        let account = try known(view.participant(reference), reference)
        try active(account)
        let pending = try waiting(account)
        try checkTexts([(.reason, reason)])
        return Entry(day: today, event: .rejected(reference, version: pending.version, reason: reason))
    }

    /// Rule `plan-not-pending`.
    private mutating func waiting(_ account: ParticipantAccount) throws(Refusal) -> ParticipantAccount.PendingPlan {
        guard let pending = account.pending else { throw .planNotPending(account.reference) }
        passed(.planNotPending)
        return pending
    }

    /// Rule `plan-incomplete`.
    /// - Source: press release: the plan "beskriver indsatsens overordnede mål, ønsker og formål".
    private mutating func complete(
        _ proposal: PlanProposal
    ) throws(Refusal) -> (goal: Wording, wishes: Wording, purpose: Wording) {
        let goal = try said(proposal.goal, .goal)
        let wishes = try said(proposal.wishes, .wishes)
        let purpose = try said(proposal.purpose, .purpose)
        guard !proposal.items.isEmpty else { throw .planIncomplete(.items) }
        let areas = programme.areas
        for item in proposal.items where !areas.contains(item.area) {
            throw .planIncomplete(.area(item.area, known: areas))
        }
        passed(.planIncomplete)
        return (goal, wishes, purpose)
    }

    private func said(_ wording: Wording?, _ field: Refusal.Field) throws(Refusal) -> Wording {
        guard let wording, wording.plain?.isBlank != true else { throw .planIncomplete(.text(field)) }
        return wording
    }

    /// Rule `plan-over-cap`.
    /// - Source: catalogue of initiatives: "op til 50.000 kroner".
    /// - Parameter total: what the items sum to; `nil` beyond ``Amount/limit``.
    /// - Returns: what the cap leaves; `nil` without a cap.
    private func checkCap(_ total: Amount?) throws(Refusal) -> Amount? {
        guard let cap = programme.cap else { return nil }
        guard let total, total <= cap else { throw .planOverCap(requested: total, cap: cap) }
        return cap - total
    }

    /// Without a cap, approval checks the citizens' post; a sum that overflows cannot even be drafted.
    private func checkSum(_ proposal: PlanProposal) throws(Refusal) {
        guard Amount.sum(proposal.items.lazy.map(\.amount)) == nil else { return }
        throw .postExceeded(.citizens, requested: nil, available: programme.budget(of: .citizens) ?? .zero)
    }

    /// Rule `plan-below-released`. Exactly what is released is allowed.
    private mutating func checkNotBelowReleased(
        _ asked: [(ItemNumber, Amount)], of reference: ParticipantReference
    ) throws(Refusal) {
        let released = view.releasedItems(of: reference)
        for item in released {
            let amount = asked.first { $0.0 == item.number }?.1 ?? .zero
            guard amount >= item.balance.released else {
                throw .planBelowReleased(
                    ItemReference(reference, item.number), requested: amount, released: item.balance.released)
            }
        }
        if !released.isEmpty { passed(.planBelowReleased) }
    }

    /// Numbers new items after all numbers given so far. An item can be kept from the version in force or from the
    /// latest draft; a dropped item is gone, and rule `item-unknown` refuses it.
    private mutating func numbered(
        _ items: [PlanProposal.Item], for account: ParticipantAccount
    ) throws(Refusal) -> [PlanItem] {
        let versions = [account.approved?.version, account.versions > 0 ? account.versions : nil].compactMap(\.self)
        let keepable = versions.flatMap { view.items(ofVersion: $0, of: account.reference).map(\.number) }
        var next = account.items
        var numbered: [PlanItem] = []
        var kept: Set<ItemNumber> = []
        for item in items {
            if let number = item.keeps {
                guard keepable.contains(number), kept.insert(number).inserted else {
                    throw .itemUnknown(account.reference, number)
                }
            } else {
                next += 1
            }
            guard let number = item.keeps ?? ItemNumber(next) else { continue }
            numbered.append(PlanItem(number: number, area: item.area, amount: item.amount, text: item.text))
        }
        if !kept.isEmpty { passed(.itemUnknown) }
        return numbered
    }
}
