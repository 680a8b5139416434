extension Event {
    /// The command that led to the entry, so that it can be decided again; `nil` for the opening.
    ///
    /// The command holds seals in place of texts: the rules on texts checked these before they were sealed.
    /// - Parameters:
    ///   - day: the entry's day.
    ///   - view: the ledger before the entry.
    public func command(on day: Day, in view: any LedgerView) -> Command? {
        switch self {
        case .opened: nil
        case .staffAdded(let member): .addStaff(member)
        case .staffEnded(let id): .endStaff(id)
        case .staffRebound(let id, let account): .rebindStaff(id, to: account)
        case .enrolled(_, let name, let caseNumber): .enrol(name: name, caseNumber: caseNumber, on: day)
        case .withdrawn(let reference, let cause, let reason):
            .withdraw(reference, cause: cause, reason: reason, on: day)
        case .drafted(let reference, let version):
            .draft(reference, version.proposal(after: view.participant(reference)?.items ?? 0))
        case .approved(let reference, _): .approve(reference, on: day)
        case .rejected(let reference, _, let reason): .reject(reference, reason: reason)
        case .money(.released(let reference, let item, let amount)):
            .release(reference, item: item, amount: amount, on: day)
        case .money(.retracted(let reference, let item, let amount, let reason)):
            .retract(reference, item: item, amount: amount, reason: reason, on: day)
        case .money(.disbursed(let disbursement, _)): .disburse(disbursement)
        case .money(.refunded(let refund)):
            .refund(refund.entry, amount: refund.amount, voucher: refund.voucher, note: refund.note, on: day)
        case .money(.spent(let expense)): .spend(expense)
        case .money(.received(let payment)): .receive(payment, on: day)
        case .money(.repaid(let payment)): .repay(payment, on: day)
        case .money(.reversed(let reversal)): .reverse(reversal.entry, reason: reversal.reason, on: day)
        case .periodClosed(let through): .closePeriod(through: through)
        case .periodReopened(let through, let reason): .reopenPeriod(through: through, reason: reason)
        case .amended(let amendment): .amend(amendment, on: day)
        case .resultNoted(let reference, let result, let note):
            .followUp(reference, result: result, note: note, on: day)
        case .measured(let result, let value, let voucher): .measure(result, value: value, voucher: voucher, on: day)
        case .attached(let attachment): .attach(attachment.document, to: attachment.entry, as: attachment.proof)
        case .detached(let detachment):
            .detach(
                detachment.attachment, as: detachment.proof, reason: detachment.reason, erasing: detachment.erases)
        case .vouchersApproved(let entries): .approveVouchers(.entries(entries))
        case .confirmed(let confirmation): .confirm(confirmation)
        case .witnessed(let testimony): .witness(testimony)
        case .corrected(let correction):
            .correct(correction.entry, correction.place, text: correction.text, reason: correction.reason)
        case .wordsRead(let reference, let scope, let purpose):
            .readWords(reference, scope: scope, purpose: purpose)
        case .wordsErased(let reference, let reason, let override):
            .eraseWords(reference, reason: reason, override: override)
        case .restored(let restoration): .restore(restoration)
        }
    }

    /// Whether the entry's day is the day of recording; otherwise a user gave it.
    public var isDatedByRecording: Bool {
        switch self {
        case .opened, .staffAdded, .staffEnded, .staffRebound, .rejected, .periodClosed, .periodReopened, .wordsRead,
            .wordsErased, .restored, .attached, .detached, .vouchersApproved, .confirmed, .witnessed, .corrected:
            true
        case .enrolled, .withdrawn, .drafted, .approved, .money, .amended, .resultNoted, .measured: false
        }
    }
}

extension PlanVersion {
    /// The proposal that led to the version. Numbers are given in turn, so items numbered up to the last number given
    /// before were kept, and the others were new.
    func proposal(after given: Int) -> PlanProposal {
        let items = items.map { item in
            PlanProposal.Item(
                keeps: item.number.value <= given ? item.number : nil, area: item.area, amount: item.amount,
                text: item.text)
        }
        return PlanProposal(agreedOn: agreedOn, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }
}
