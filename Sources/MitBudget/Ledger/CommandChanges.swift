// The same command with another day or amount; the advice puts such commands to the rules.
extension Command {
    /// The day that the caller gave; `nil` for a command without a day.
    var day: Day? {
        switch self {
        case .enrol(_, _, let day), .withdraw(_, _, _, let day), .approve(_, let day), .release(_, _, _, let day),
            .retract(_, _, _, _, let day), .refund(_, _, _, _, let day), .receive(_, let day), .repay(_, let day),
            .reverse(_, _, let day), .closePeriod(let day), .reopenPeriod(let day, _), .amend(_, let day),
            .followUp(_, _, _, let day), .measure(_, _, _, let day):
            day
        case .draft(_, let proposal): proposal.agreedOn
        case .disburse(let disbursement): disbursement.day
        case .spend(let expense): expense.day
        case .addStaff, .endStaff, .rebindStaff, .reject, .readWords, .eraseWords, .restore, .attach, .detach,
            .approveVouchers, .confirm, .witness, .correct:
            nil
        }
    }

    /// The command on another day; a command without a day stays as it is.
    func on(_ day: Day) -> Command {
        switch self {
        case .enrol(let name, let caseNumber, _): .enrol(name: name, caseNumber: caseNumber, on: day)
        case .withdraw(let reference, let cause, let reason, _):
            .withdraw(reference, cause: cause, reason: reason, on: day)
        case .draft(let reference, let plan):
            .draft(
                reference,
                PlanProposal(
                    agreedOn: day, goal: plan.goal, wishes: plan.wishes, purpose: plan.purpose, items: plan.items))
        case .approve(let reference, _): .approve(reference, on: day)
        case .release(let reference, let item, let amount, _):
            .release(reference, item: item, amount: amount, on: day)
        case .retract(let reference, let item, let amount, let reason, _):
            .retract(reference, item: item, amount: amount, reason: reason, on: day)
        case .disburse(let disbursement): .disburse(disbursement.with(disbursement.amount, on: day))
        case .refund(let entry, let amount, let voucher, let note, _):
            .refund(entry, amount: amount, voucher: voucher, note: note, on: day)
        case .spend(let expense): .spend(expense.with(expense.amount, on: day))
        case .receive(let payment, _): .receive(payment, on: day)
        case .repay(let payment, _): .repay(payment, on: day)
        case .reverse(let entry, let reason, _): .reverse(entry, reason: reason, on: day)
        case .closePeriod: .closePeriod(through: day)
        case .reopenPeriod(_, let reason): .reopenPeriod(through: day, reason: reason)
        case .amend(let amendment, _): .amend(amendment, on: day)
        case .followUp(let reference, let result, let note, _):
            .followUp(reference, result: result, note: note, on: day)
        case .measure(let result, let value, let voucher, _): .measure(result, value: value, voucher: voucher, on: day)
        case .addStaff, .endStaff, .rebindStaff, .reject, .readWords, .eraseWords, .restore, .attach, .detach,
            .approveVouchers, .confirm, .witness, .correct:
            self
        }
    }

    /// The command with another amount; `nil` for a command that does not have exactly one.
    func about(_ amount: Amount) -> Command? {
        switch self {
        case .release(let reference, let item, _, let day): .release(reference, item: item, amount: amount, on: day)
        case .retract(let reference, let item, _, let reason, let day):
            .retract(reference, item: item, amount: amount, reason: reason, on: day)
        case .disburse(let disbursement): .disburse(disbursement.with(amount, on: disbursement.day))
        case .refund(let entry, _, let voucher, let note, let day):
            .refund(entry, amount: amount, voucher: voucher, note: note, on: day)
        case .spend(let expense): .spend(expense.with(amount, on: expense.day))
        case .receive(let payment, let day): .receive(payment.with(amount), on: day)
        case .repay(let payment, let day): .repay(payment.with(amount), on: day)
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .reverse, .closePeriod,
            .reopenPeriod, .amend, .followUp, .measure, .readWords, .eraseWords, .restore, .attach, .detach,
            .approveVouchers, .confirm, .witness, .correct:
            nil
        }
    }

    /// What the command's day is the day of.
    var dating: Remedy.Dating {
        switch self {
        case .disburse(let disbursement): .purchase(paid: disbursement.paid)
        case .spend(let expense): .purchase(paid: expense.paid)
        case .draft: .agreement
        case .closePeriod, .reopenPeriod: .period
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .approve, .reject, .release, .retract, .refund,
            .receive, .repay, .reverse, .amend, .followUp, .measure, .readWords, .eraseWords, .restore, .attach,
            .detach,
            .approveVouchers, .confirm, .witness, .correct:
            .event
        }
    }
}

extension Disbursement {
    fileprivate func with(_ amount: Amount, on day: Day) -> Disbursement {
        Disbursement(
            participant: participant, item: item, amount: amount, voucher: voucher,
            voucherTotal: voucherTotal, payee: payee, day: day, paid: paid, note: note)
    }
}

extension Expense {
    fileprivate func with(_ amount: Amount, on day: Day) -> Expense {
        Expense(
            post: post, amount: amount, voucher: voucher, voucherTotal: voucherTotal, payee: payee, day: day,
            paid: paid, note: note)
    }
}

extension GrantPayment {
    fileprivate func with(_ amount: Amount) -> GrantPayment {
        GrantPayment(amount: amount, voucher: voucher, note: note)
    }
}

extension Refusal {
    /// The nearest day that this rule would allow; `nil` for a rule that is not about days.
    var nearestDay: Day? {
        switch self {
        case .outsideWindow(let day, let first, let last): day < first ? first : last
        case .futureDay(_, let today): today
        case .periodClosed(_, let through): through.advanced(by: 1)
        case .outOfOrder(.reopeningAfterClose, _, let bound): bound.advanced(by: -1)
        case .outOfOrder(_, _, let bound): bound
        case .drawingOver(_, _, let last): last
        case .noRecipients, .placesTaken, .participantUnknown, .participantWithdrawn, .planIncomplete, .planOverCap,
            .planBelowReleased, .planNotPending, .planNotApproved, .itemUnknown, .itemExceeded, .releaseExceeded,
            .capExceeded, .postExceeded, .grantExceeded, .periodBudgetExceeded, .samePerson, .voucherUsed,
            .voucherExceeded, .voucherTotalDiffers, .retractExceeds, .refundExceeds,
            .repayExceeds, .notReversible, .alreadyReversed, .paidTooLate, .termsBelowUsed, .notPersonal,
            .resultUnknown, .textUnknown, .caseTaken, .onceUsed, .ownExpense, .voucherUnknown, .evidenceKnown,
            .evidenceType,
            .personalNumber,
            .textTooLong, .amountNotPositive, .postUnknown, .staffTaken, .retentionRunning, .staffUnknown,
            .notPermitted:
            nil
        }
    }
}
