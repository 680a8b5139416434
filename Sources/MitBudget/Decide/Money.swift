extension Inquiry {
    mutating func release(
        _ amount: Amount?, of number: ItemNumber, to reference: ParticipantReference, on day: Day
    ) throws(Refusal) -> Entry {
        let found = view.participant(reference)
        try check(day, .inside, notBefore: (.releaseBeforeApproval, found?.approved?.day))
        let account = try known(found, reference)
        try active(account)
        let plan = try planInForce(account)
        let item = try inForce(view.item(number, of: reference), number, of: reference)
        let all = amount == nil ? ItemReference(reference, number) : nil
        let amount = amount ?? item.unreleased
        try check(amount, within: item.unreleased, .itemExceeded) {
            .itemExceeded(ItemReference(reference, number), requested: $0, available: $1)
        }
        try checkCeilings(amount, of: .released, account: account)
        try checkDrawing(account, on: day)
        try checkAnother(plan.approver)
        try checkPositive(amount, all: all)
        return Entry(day: day, event: .money(.released(reference, item: number, amount: amount)))
    }

    mutating func retract(
        _ amount: Amount, of number: ItemNumber, from reference: ParticipantReference, reason: Wording, on day: Day
    ) throws(Refusal) -> Entry {
        let found = view.item(number, of: reference)
        try check(day, .settling, notBefore: (.retractionBeforeRelease, found?.firstRelease))
        let account = try known(view.participant(reference), reference)
        try active(account)
        _ = try planInForce(account)
        let item = try inForce(found, number, of: reference)
        try check(amount, within: item.unspent, .retractExceeds) {
            .retractExceeds(ItemReference(reference, number), requested: $0, available: $1)
        }
        try checkTexts([(.reason, reason)])
        try checkPositive(amount)
        return Entry(day: day, event: .money(.retracted(reference, item: number, amount: amount, reason: reason)))
    }

    mutating func disburse(_ disbursement: Disbursement) throws(Refusal) -> Entry {
        let reference = disbursement.participant
        let found = view.item(disbursement.item, of: reference)
        try check(disbursement.day, .inside, notBefore: (.disbursementBeforeRelease, found?.firstRelease))
        let account = try known(view.participant(reference), reference)
        try active(account)
        _ = try planInForce(account)
        let item = try inForce(found, disbursement.item, of: reference)
        try check(disbursement.amount, within: item.unspent, .releaseExceeded) {
            .releaseExceeded(
                ItemReference(reference, item.number), requested: $0, available: $1, releasable: item.unreleased)
        }
        try checkCeilings(disbursement.amount, of: .disbursed, account: account)
        try checkPeriod(disbursement.amount, on: disbursement.day, participant: reference)
        try checkDrawing(account, on: disbursement.day)
        var disbursement = disbursement
        disbursement.voucherTotal = try checkLine(
            disbursement.amount, of: disbursement.voucher, total: disbursement.voucherTotal)
        try checkPaid(disbursement.paid)
        try checkTexts(
            [(.payee, disbursement.payee), (.note, disbursement.note)],
            references: [(.voucher, disbursement.voucher.text)])
        try checkPositive(disbursement.amount)
        return Entry(day: disbursement.day, event: .money(.disbursed(disbursement, area: item.area)))
    }

    mutating func spend(_ expense: Expense) throws(Refusal) -> Entry {
        try check(expense.day, .inside)
        let isKnown = expense.post != .citizens && programme.budget(of: expense.post) != nil
        if isKnown {
            try checkCeilings(expense.amount, of: .disbursed, post: expense.post)
            try checkPeriod(expense.amount, on: expense.day, post: expense.post)
        }
        var expense = expense
        expense.voucherTotal = try checkLine(expense.amount, of: expense.voucher, total: expense.voucherTotal)
        try checkPaid(expense.paid)
        try checkTexts(
            [(.payee, expense.payee), (.note, expense.note)], references: [(.voucher, expense.voucher.text)])
        try checkPositive(expense.amount)
        guard isKnown else {
            throw .postUnknown(expense.post, known: programme.posts.map(\.name).filter { $0 != .citizens })
        }
        passed(.postUnknown)
        return Entry(day: expense.day, event: .money(.spent(expense)))
    }

    /// Records an instalment; all instalments together never exceed the grant.
    mutating func receive(_ payment: GrantPayment, on day: Day) throws(Refusal) -> Entry {
        try check(day, .instalment)
        try check(payment.amount, within: programme.grant - view.received, .grantExceeded) {
            .grantExceeded(requested: $0, available: $1)
        }
        try checkUnused(payment.voucher)
        try check(payment)
        return Entry(day: day, event: .money(.received(payment)))
    }

    /// Records a repayment to the funder, of no more than is unspent.
    mutating func repay(_ payment: GrantPayment, on day: Day) throws(Refusal) -> Entry {
        try check(day, .settling)
        try checkUnused(payment.voucher)
        try check(payment.amount, within: view.received - view.total.disbursed - view.repaid, .repayExceeds) {
            .repayExceeds(requested: $0, available: $1)
        }
        try check(payment)
        return Entry(day: day, event: .money(.repaid(payment)))
    }

    private mutating func check(_ payment: GrantPayment) throws(Refusal) {
        try checkTexts([(.note, payment.note)], references: [(.voucher, payment.voucher.text)])
        try checkPositive(payment.amount)
    }

    /// Rule `same-person`, where the terms demand it. Two staff ids that were ever bound to the same account are one
    /// person.
    private mutating func checkAnother(_ approver: StaffID) throws(Refusal) {
        guard programme.separateReleaser else { return }
        guard approver != actor, view.accounts(of: approver).isDisjoint(with: view.accounts(of: actor)) else {
            throw .samePerson(actor, approver: approver)
        }
        passed(.samePerson)
    }
}
