import MitBudget

/// What the contract promises after every entry, in any order.
package enum Invariants {
    /// What does not hold, in words; nothing where all does.
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
                let expenses = net(.expense, in: book) { $0.post == post.name }
                demand(balance == Balance(approved: expenses, released: expenses, disbursed: expenses), "expenses")
            }
            total += balance.approved
        }
        demand(total <= book.programme.grant, "above the grant")
        demand(book.received == net(.receipt, in: book) { _ in true }, "received is not the sum of the receipts")
        demand(book.received <= book.programme.grant, "received above the grant")
        demand(book.placesTaken <= book.programme.places, "more places taken than there are")
        demand(book.activeAdministrators >= 1, "no administrator")
        let vouchers = book.movements.values.filter { $0.reversedBy == nil }.compactMap(\.voucher)
        demand(Set(vouchers).count == vouchers.count, "a voucher stands twice")
        return broken
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

    /// The movements of a kind that stand.
    private static func net(_ kind: MovementKind, in book: Book, where isMeant: (Movement) -> Bool) -> Amount {
        book.movements.values.reduce(Amount.zero) { total, movement in
            movement.kind == kind && movement.reversedBy == nil && isMeant(movement) ? total + movement.amount : total
        }
    }
}
