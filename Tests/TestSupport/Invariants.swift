import MitBudget

/// The guarantees that hold after every entry, in any order.
package enum Invariants {
    /// The guarantees that do not hold, in words; empty where all do.
    package static func broken(in book: Book) -> [String] {
        var broken: [String] = []
        func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { broken.append(what()) }
        }
        for participant in book.participants {
            let (account, items) = (participant.account, participant.items.values)
            let name = account.reference.text
            for item in items {
                let balance = item.balance
                let what = "\(name) item \(item.number.value)"
                demand(.zero <= balance.disbursed, "\(what): less than nothing disbursed")
                demand(balance.disbursed <= balance.released, "\(what): disbursed above released")
                demand(balance.released <= balance.approved, "\(what): released above approved")
                demand(
                    balance.disbursed == spent(on: item.number, by: account.reference, in: book), "\(what): movements")
            }
            demand(account.balance == sum(items.map(\.balance)), "\(name): not the sum of its items")
            if let cap = book.programme.cap { demand(account.balance.approved <= cap, "\(name): above the cap") }
            if let pending = account.pending {
                let asked = book.items(ofVersion: pending.version, of: account.reference).map(\.amount)
                demand(Amount.sum(asked) == pending.total, "\(name): pending is not the sum of its items")
            }
        }
        let citizens = book.balance(of: .citizens)
        demand(citizens == sum(book.participants.map(\.account.balance)), "citizens: not the sum of the participants")
        var total = Amount.zero
        for post in book.programme.posts {
            let balance = book.balance(of: post.name)
            demand(balance.approved <= post.budget, "\(post.name.text): above its budget")
            if post.name != .citizens {
                let expenses =
                    net(.expense, in: book) { $0.post == post.name } - net(.refund, in: book) { $0.post == post.name }
                demand(balance == Balance(approved: expenses, released: expenses, disbursed: expenses), "expenses")
            }
            total += balance.approved
        }
        demand(total <= book.programme.grant, "above the grant")
        for period in book.programme.budgetPeriods {
            let name = "period from \(period.firstDay.iso)"
            for post in period.posts {
                let spent = incurred(in: period, of: book) { $0.post == post.name }
                demand(spent <= post.budget, "\(name): \(post.name.text) above its budget")
                demand(spent == book.spending(on: post.name, in: period), "\(name): \(post.name.text) is not the sum")
            }
            guard let cap = period.cap else { continue }
            for reference in book.participants.map(\.account.reference) {
                let spent = incurred(in: period, of: book) { $0.participant == reference }
                demand(spent <= cap, "\(name): \(reference.text) above the cap")
                demand(spent == book.spending(on: reference, in: period), "\(name): \(reference.text) is not the sum")
            }
        }
        demand(book.received == net(.receipt, in: book) { _ in true }, "received is not the sum of the receipts")
        demand(book.received <= book.programme.grant, "received above the grant")
        demand(book.repaid == net(.repayment, in: book) { _ in true }, "repaid is not the sum of the repayments")
        for (day, taken) in placesTaken(in: book) {
            // An amendment frees no place of the past: from its own day on there are as many as it says.
            if let places = book.programme.places, day >= book.amendedOn ?? day {
                demand(taken <= places, "more places taken than there are on \(day.iso)")
            }
            demand(book.placesTaken(from: day).first?.sum == taken, "places on \(day.iso)")
        }
        demand(book.activeAdministrators >= 1, "no administrator")
        let standing = book.movements.values.filter { $0.voucher != nil && $0.reversedBy == nil }
        for lines in Dictionary(grouping: standing, by: \.voucher).values where lines.count > 1 {
            let totals = Set(lines.map(\.voucherTotal))
            demand(totals.count == 1 && !totals.contains(nil), "a voucher stands twice without one total")
            if let total = totals.first.flatMap(\.self) {
                demand(lines.reduce(.zero) { $0 + $1.amount } <= total, "the lines of a voucher exceed its total")
            }
        }
        return broken
    }

    /// How many citizens hold a place on each day with an event, counted as the rule states it.
    private static func placesTaken(in book: Book) -> [(day: Day, taken: Int)] {
        let enrolled = book.participants.map(\.account.enrolledOn)
        let days = Set(enrolled + book.movements.values.map(\.day) + book.participants.compactMap(\.account.left))
        return days.map { day in
            let holders = book.participants.filter { participant in
                guard participant.account.enrolledOn <= day else { return false }
                guard case .withdrawn(let last, let cause) = participant.account.state, last <= day else { return true }
                return cause == .finished || spent(by: participant.account.reference, through: day, in: book) > .zero
            }
            return (day, holders.count)
        }
    }

    private static func spent(by citizen: ParticipantReference, through day: Day, in book: Book) -> Amount {
        book.movements.values.reduce(Amount.zero) { total, movement in
            guard movement.participant == citizen, movement.day <= day else { return total }
            let cancelled =
                movement.kind == .reversal ? book.movements.values.first { $0.reversedBy == movement.entry } : nil
            switch (movement.kind, cancelled?.kind) {
            case (.disbursement, _), (.reversal, .refund): return total + movement.amount
            case (.refund, _), (.reversal, .disbursement): return total - movement.amount
            default: return total
            }
        }
    }

    private static func sum(_ balances: [Balance]) -> Balance {
        var total = Balance.zero
        for balance in balances {
            total.approved += balance.approved
            total.released += balance.released
            total.disbursed += balance.disbursed
        }
        return total
    }

    private static func spent(on item: ItemNumber, by reference: ParticipantReference, in book: Book) -> Amount {
        let isMeant = { (movement: Movement) in movement.participant == reference && movement.item == item }
        return net(.disbursement, in: book, where: isMeant) - net(.refund, in: book, where: isMeant)
    }

    /// What standing disbursements and expenses of a period spent, less their standing refunds of any day.
    private static func incurred(
        in period: Programme.BudgetPeriod, of book: Book, where isMeant: (Movement) -> Bool
    ) -> Amount {
        book.movements.values.reduce(Amount.zero) { total, movement in
            guard movement.kind.isRefundable, movement.reversedBy == nil, period.contains(movement.day),
                isMeant(movement)
            else { return total }
            return total + movement.amount - movement.refunded
        }
    }

    /// The total of a kind's movements that are not reversed.
    private static func net(_ kind: MovementKind, in book: Book, where isMeant: (Movement) -> Bool) -> Amount {
        book.movements.values.reduce(Amount.zero) { total, movement in
            movement.kind == kind && movement.reversedBy == nil && isMeant(movement) ? total + movement.amount : total
        }
    }
}

extension ParticipantAccount {
    fileprivate var left: Day? {
        switch state {
        case .active: nil
        case .withdrawn(let day, _): day
        }
    }
}
