extension Book {
    /// Folds the next entry in, as one that was decided on this book.
    /// - Parameter actor: who recorded it.
    public mutating func apply(_ entry: Entry, by actor: StaffID) {
        guard let number = EntryNumber(head.value + 1) else { return }
        apply(entry, number: number, by: actor)
    }

    /// Folds an entry in. One that this book would not have decided is folded in as far as it makes sense, so that
    /// verification can go on after it.
    /// - Parameters:
    ///   - number: its number.
    ///   - actor: who recorded it.
    public mutating func apply(_ entry: Entry, number: EntryNumber, by actor: StaffID) {
        head = number
        switch entry.event {
        case .opened, .wordsRead, .wordsErased, .restored:
            break
        case .staffAdded(let member):
            staff[member.id] = member
        case .staffEnded(let id):
            staff[id]?.isActive = false
        case .enrolled(let reference, _, _):
            guard reference.number == participants.count + 1 else { return }
            participants.append(Participant(account: ParticipantAccount(reference: reference, enrolledOn: entry.day)))
        case .withdrawn(let reference, _):
            with(reference) { $0.withdraw(on: entry.day) }
        case .drafted(let reference, let version):
            with(reference) { $0.draft(version) }
        case .approved(let reference, _):
            with(reference) { $0.approve(by: actor, on: entry.day) }
        case .rejected(let reference, _, _):
            with(reference) { $0.dropPending(as: .rejected) }
        case .periodClosed(let through), .periodReopened(let through, _):
            closedThrough = through
        case .released, .retracted, .disbursed, .refunded, .spent, .received, .reversed:
            if let movement = entry.movement(number: number) { move(movement, entry.event) }
        }
    }

    /// Changes a citizen and carries the change of balance over to the citizens' post.
    private mutating func with(_ reference: ParticipantReference, _ change: (inout Participant) -> Void) {
        guard let index = index(of: reference) else { return }
        let before = participants[index].account.balance
        change(&participants[index])
        let after = participants[index].account.balance
        var post = posts[.citizens] ?? .zero
        post.approved += after.approved - before.approved
        post.released += after.released - before.released
        post.disbursed += after.disbursed - before.disbursed
        posts[.citizens] = post
    }

    private mutating func move(_ movement: Movement, _ event: Event) {
        movements[movement.entry] = movement
        if let voucher = movement.voucher { vouchers[voucher] = movement.entry }
        let spent = movement.kind.spending(of: movement.amount, cancelling: event.reversal?.of)
        if spent != .zero { days[movement.day, default: .zero] += spent }
        switch movement.kind {
        case .expense:
            if let post = movement.post { posts[post]?.addSpending(movement.amount) }
        case .receipt:
            received += movement.amount
        case .refund:
            if let disbursement = movement.refundOf {
                movements[disbursement]?.refunded += movement.amount
                refunds[disbursement, default: []].append(movement.entry)
            }
        case .reversal:
            if let reversal = event.reversal { reverse(reversal, by: movement.entry) }
        case .release, .retraction, .disbursement:
            break
        }
        if let reference = movement.participant, let item = movement.item {
            with(reference) { $0.move(movement, on: item, cancelling: event.reversal?.of) }
        }
    }

    private mutating func reverse(_ reversal: Event.Reversal, by number: EntryNumber) {
        movements[reversal.entry]?.reversedBy = number
        if let voucher = movements[reversal.entry]?.voucher { vouchers[voucher] = nil }
        switch reversal.of {
        case .receipt: received -= reversal.amount
        case .expense:
            if let post = reversal.post { posts[post]?.addSpending(-reversal.amount) }
        case .refund:
            if let disbursement = movements[reversal.entry]?.refundOf {
                movements[disbursement]?.refunded -= reversal.amount
                refunds[disbursement]?.removeAll { $0 == reversal.entry }
            }
        case .disbursement, .release, .retraction, .reversal: break
        }
    }
}

extension Book.Participant {
    mutating func draft(_ version: PlanVersion) {
        guard version.number == versions.count + 1 else { return }
        dropPending(as: .replaced)
        versions.append(version)
        states.append(.pending)
        account.versions = version.number
        account.items = max(account.items, version.items.map(\.number.value).max() ?? 0)
        account.pending = .init(version: version.number, agreedOn: version.agreedOn, totalling: version.total)
    }

    mutating func approve(by actor: StaffID, on day: Day) {
        guard let pending = account.pending, let version = versions.last, version.number == pending.version else {
            return
        }
        if let former = account.approved { states[former.version - 1] = .superseded }
        states[pending.version - 1] = .approved
        for number in items.keys {
            items[number]?.isInForce = false
            items[number]?.balance.approved = .zero
        }
        for item in version.items {
            var account =
                items[item.number]
                ?? ItemAccount(number: item.number, area: item.area, isInForce: true, firstRelease: nil, balance: .zero)
            account.area = item.area
            account.isInForce = true
            account.balance.approved = item.amount
            items[item.number] = account
        }
        account.approved = .init(version: pending.version, by: actor, on: day)
        account.pending = nil
        account.firstApproval = account.firstApproval ?? day
        account.balance.approved = pending.total
    }

    mutating func dropPending(as state: PlanState) {
        guard let pending = account.pending else { return }
        states[pending.version - 1] = state
        account.pending = nil
    }

    /// What was never spent is free at once: approved and released fall to what was disbursed.
    mutating func withdraw(on day: Day) {
        dropPending(as: .lapsed)
        account.state = .withdrawn(on: day)
        settle()
    }

    private mutating func settle() {
        guard account.isWithdrawn else { return }
        account.balance.approved = account.balance.disbursed
        account.balance.released = account.balance.disbursed
        for number in items.keys {
            let disbursed = items[number]?.balance.disbursed ?? .zero
            items[number]?.balance.approved = disbursed
            items[number]?.balance.released = disbursed
        }
    }

    mutating func move(_ movement: Movement, on number: ItemNumber, cancelling cancelled: MovementKind?) {
        guard var item = items[number] else { return }
        let (released, disbursed) = movement.kind.effect(of: movement.amount, cancelling: cancelled)
        item.balance.released += released
        item.balance.disbursed += disbursed
        account.balance.released += released
        account.balance.disbursed += disbursed
        if movement.kind == .release {
            item.firstRelease = min(item.firstRelease ?? movement.day, movement.day)
        } else if movement.kind == .retraction, item.balance.released == .zero {
            item.firstRelease = nil
        }
        items[number] = item
        settle()
    }
}

extension MovementKind {
    /// What a movement adds to spending on all posts together.
    func spending(of amount: Amount, cancelling cancelled: MovementKind?) -> Amount {
        if self == .expense { return amount }
        if cancelled == .expense { return -amount }
        return effect(of: amount, cancelling: cancelled).disbursed
    }

    /// What a movement adds to released and to disbursed, given what it cancels if it is a reversal.
    func effect(of amount: Amount, cancelling cancelled: MovementKind?) -> (released: Amount, disbursed: Amount) {
        switch self {
        case .release: (amount, .zero)
        case .retraction: (-amount, .zero)
        case .disbursement: (.zero, amount)
        case .refund: (.zero, -amount)
        case .expense, .receipt: (.zero, .zero)
        case .reversal:
            switch cancelled {
            case .disbursement: (.zero, -amount)
            case .refund: (.zero, amount)
            case .expense, .receipt, .release, .retraction, .reversal, nil: (.zero, .zero)
            }
        }
    }
}

extension Event {
    /// The voucher that it rests on.
    public var voucher: VoucherReference? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.voucher
        case .refunded(let refund): refund.voucher
        case .spent(let expense): expense.voucher
        case .received(_, let voucher): voucher
        case .opened, .staffAdded, .staffEnded, .enrolled, .withdrawn, .drafted, .approved, .rejected, .released,
            .retracted, .reversed, .periodClosed, .periodReopened, .wordsRead, .wordsErased, .restored:
            nil
        }
    }

    var reversal: Reversal? {
        if case .reversed(let reversal) = self { reversal } else { nil }
    }
}

extension Entry {
    /// The movement that the entry is; `nil` where it moves no money.
    public func movement(number: EntryNumber) -> Movement? {
        switch event {
        case .released(let reference, let item, let amount):
            movement(number, .release, reference, item, .citizens, amount)
        case .retracted(let reference, let item, let amount, _):
            movement(number, .retraction, reference, item, .citizens, amount)
        case .disbursed(let disbursement, _):
            movement(number, .disbursement, disbursement.participant, disbursement.item, .citizens, disbursement.amount)
        case .refunded(let refund):
            Movement(
                entry: number, kind: .refund, participant: refund.participant, item: refund.item, post: .citizens,
                amount: refund.amount, day: day, voucher: refund.voucher, refundOf: refund.disbursement)
        case .spent(let expense): movement(number, .expense, nil, nil, expense.post, expense.amount)
        case .received(let amount, _): movement(number, .receipt, nil, nil, nil, amount)
        case .reversed(let reversal):
            movement(
                number, .reversal, reversal.participant, reversal.item, reversal.post, reversal.amount)
        case .opened, .staffAdded, .staffEnded, .enrolled, .withdrawn, .drafted, .approved, .rejected, .periodClosed,
            .periodReopened, .wordsRead, .wordsErased, .restored:
            nil
        }
    }

    private func movement(
        _ number: EntryNumber, _ kind: MovementKind, _ participant: ParticipantReference?, _ item: ItemNumber?,
        _ post: PostName?, _ amount: Amount
    ) -> Movement {
        Movement(
            entry: number, kind: kind, participant: participant, item: item, post: post, amount: amount, day: day,
            voucher: event.voucher)
    }
}
