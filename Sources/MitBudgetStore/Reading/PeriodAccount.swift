import MitBudget

/// What a period report counts, gathered from one entry after the other. Holds no more of a voucher than what tells
/// whether another is like it.
final class PeriodAccount {
    /// The money of an item of a citizen's plans.
    struct ItemSums {
        var released = Amount.zero
        var spending = PeriodFacts.Spending.zero
        var lastRelease: EntryNumber?
        var lastDay: Day
        var lastDisbursement: Day?
    }

    /// A disbursement beside which another may be its twin.
    struct Payment: Equatable {
        let item: ItemReference
        let amount: Amount
        let day: Day
        let entry: EntryNumber
    }

    private struct Releaser: Hashable {
        let item: ItemReference
        let staff: StaffID
    }

    let scope: PeriodFacts.Scope
    private let programme: Programme
    private let rushStart: Day
    private let twinsFrom: Day

    private(set) var incomeBefore = Amount.zero
    private(set) var instalments: [PeriodFacts.Instalment] = []
    private(set) var posts: [PostName: PeriodFacts.Spending] = [:]
    private(set) var areas: [Area: PeriodFacts.Spending] = [:]
    private(set) var months: [Int: Amount] = [:]
    private(set) var items: [ItemReference: ItemSums] = [:]
    private(set) var releases: [PeriodFacts.Release] = []
    private(set) var decisions: [PeriodFacts.DecisionMade] = []
    private(set) var corrections: [PeriodFacts.Correction] = []

    private(set) var late: [EntryNumber] = []
    private(set) var sameHand: [EntryNumber] = []
    private(set) var sameDay: [EntryNumber] = []
    private(set) var paidAfterWindow: [EntryNumber] = []
    /// What was spent in the window's last 31 days, up to the end of the period.
    private(set) var spentInRush = Amount.zero
    private(set) var payments: [Payment] = []
    /// What was cancelled, by entries of any day.
    private(set) var cancelled: Set<EntryNumber> = []
    private var approvals: [ParticipantReference: (staff: StaffID, day: Day)] = [:]
    private var releasers: Set<Releaser> = []

    init(scope: PeriodFacts.Scope, programme: Programme) {
        self.scope = scope
        self.programme = programme
        rushStart = programme.lastDay.advanced(by: -30)
        twinsFrom = scope.from.advanced(by: -programme.thresholds.duplicateDays)
    }

    /// Looks at what every entry has: when it was recorded.
    func look(at entry: PeriodEntry) {
        if isInPeriod(entry.day), entry.day.days(to: entry.recordedAt.day) > programme.thresholds.lateDays {
            late.append(entry.number)
        }
    }

    /// Takes a decision.
    func take(_ entry: PeriodEntry, about subject: Subjects.Subject?) {
        if entry.kind == .planApproved, let citizen = subject?.participant {
            approvals[citizen] = (entry.staff, entry.day)
        }
        guard isInPeriod(entry.day) else { return }
        decisions.append(
            PeriodFacts.DecisionMade(
                entry: entry.number, kind: entry.kind, day: entry.day, recordedAt: entry.recordedAt,
                participant: subject?.participant, version: subject?.version, through: subject?.through,
                staff: entry.staff))
    }

    /// Takes money that moved.
    func take(_ movement: PeriodMovement) {
        if let item = movement.item, movement.kind == .release {
            releasers.insert(Releaser(item: item, staff: movement.entry.staff))
        }
        if movement.kind == .reversal, let other = movement.refersTo { cancelled.insert(other) }
        guard movement.entry.day <= scope.through else { return }
        receive(movement)
        if let item = movement.item { move(movement, on: item) }
        if movement.spent != .zero { spend(movement) }
        if isInPeriod(movement.entry.day) { list(movement) }
    }

    private func isInPeriod(_ day: Day) -> Bool {
        day >= scope.from && day <= scope.through
    }

    private func receive(_ movement: PeriodMovement) {
        guard movement.received != .zero else { return }
        if movement.entry.day < scope.from {
            incomeBefore += movement.received
        } else if let voucher = movement.voucher {
            instalments.append(
                PeriodFacts.Instalment(
                    entry: movement.entry.number, day: movement.entry.day, voucher: voucher,
                    amount: movement.received))
        }
    }

    private func move(_ movement: PeriodMovement, on item: ItemReference) {
        let (entry, day) = (movement.entry.number, movement.entry.day)
        items[item, default: ItemSums(lastDay: day)].take(movement, from: scope.from)
        guard movement.kind == .disbursement, day >= twinsFrom else { return }
        payments.append(Payment(item: item, amount: movement.amount, day: day, entry: entry))
    }

    private func spend(_ movement: PeriodMovement) {
        let (day, amount) = (movement.entry.day, movement.spent)
        if let post = movement.post {
            posts[post, default: .zero].add(amount, on: day, from: scope.from)
            if post == .citizens, let area = movement.area {
                areas[area, default: .zero].add(amount, on: day, from: scope.from)
            }
        }
        if day >= scope.from { months[day.monthNumber, default: .zero] += amount }
        if day >= rushStart { spentInRush += amount }
    }

    private func list(_ movement: PeriodMovement) {
        let entry = movement.entry
        if let paid = movement.paid, paid > programme.lastDay { paidAfterWindow.append(entry.number) }
        switch movement.kind {
        case .release, .retraction:
            guard let item = movement.item else { return }
            releases.append(
                PeriodFacts.Release(
                    entry: entry.number, kind: movement.kind, day: entry.day, recordedAt: entry.recordedAt,
                    participant: item.participant, item: item.number, amount: movement.released, staff: entry.staff))
        case .disbursement:
            guard let item = movement.item, let approval = approvals[item.participant] else { return }
            if approval.day == entry.day { sameDay.append(entry.number) }
            if approval.staff == entry.staff, releasers.contains(Releaser(item: item, staff: entry.staff)) {
                sameHand.append(entry.number)
            }
        case .reversal:
            guard let other = movement.refersTo, let kind = movement.cancels else { return }
            corrections.append(
                PeriodFacts.Correction(
                    entry: entry.number, day: entry.day, recordedAt: entry.recordedAt, reverses: other, kind: kind,
                    participant: movement.item?.participant, amount: movement.amount, staff: entry.staff))
        case .refund, .expense, .receipt: break
        }
    }
}

extension PeriodFacts.Spending {
    /// Adds what was spent on a day, before a period or in it.
    mutating func add(_ amount: Amount, on day: Day, from: Day) {
        self =
            self
            + (day < from
                ? PeriodFacts.Spending(opening: amount, period: .zero)
                : PeriodFacts.Spending(opening: .zero, period: amount))
    }
}

extension PeriodAccount.ItemSums {
    fileprivate mutating func take(_ movement: PeriodMovement, from: Day) {
        let day = movement.entry.day
        released += movement.released
        spending.add(movement.spent, on: day, from: from)
        lastDay = max(lastDay, day)
        if movement.kind == .release { lastRelease = movement.entry.number }
        if movement.kind == .disbursement { lastDisbursement = max(lastDisbursement ?? day, day) }
    }
}
