extension Command {
    /// The command with codes in place of the labels that the terms give them.
    public func coded(by terms: Programme) -> Command {
        switch self {
        case .draft(let reference, let plan):
            let items = plan.items.map {
                PlanProposal.Item(keeps: $0.keeps, area: terms.area(named: $0.area), amount: $0.amount, text: $0.text)
            }
            return .draft(
                reference,
                PlanProposal(
                    agreedOn: plan.agreedOn, goal: plan.goal, wishes: plan.wishes, purpose: plan.purpose, items: items))
        case .spend(let expense):
            return .spend(
                Expense(
                    post: terms.post(named: expense.post), amount: expense.amount, voucher: expense.voucher,
                    voucherTotal: expense.voucherTotal, payee: expense.payee, day: expense.day, paid: expense.paid,
                    note: expense.note))
        case .followUp(let reference, let result, let note, let day):
            return .followUp(reference, result: result.map(terms.result(named:)), note: note, on: day)
        case .measure(let result, let value, let voucher, let day):
            return .measure(terms.result(named: result), value: value, voucher: voucher, on: day)
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .approve, .reject, .release, .retract, .disburse,
            .refund, .receive, .repay, .reverse, .closePeriod, .reopenPeriod, .amend, .readWords, .eraseWords, .restore,
            .attach, .detach, .approveVouchers, .confirm, .witness, .correct:
            return self
        }
    }
}
