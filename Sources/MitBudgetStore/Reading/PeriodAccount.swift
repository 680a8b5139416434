import MitBudget

/// Counts what a period report needs, entry by entry. Of a voucher it keeps only what tells whether another is a
/// duplicate.
struct PeriodAccount {
    /// The money of an item of a citizen's plans.
    struct Item {
        let reference: ItemReference
        var released = Amount.zero
        var spending = PeriodFacts.Spending.zero
        var lastRelease: EntryNumber?
        var lastDay: Day?
        var lastDisbursement: Day?
    }

    /// A disbursement that may have a duplicate; small, since there may be very many.
    private struct Payment {
        let item: Int32
        let day: Day
        let amount: Amount
        let entry: EntryNumber
        /// The number of the voucher, where that has several lines; otherwise 0.
        let shared: Int32
    }

    /// A staff member who released on an item.
    private struct Releaser: Hashable {
        let item: Int32
        let staff: Int32
    }

    let scope: PeriodFacts.Scope
    private let programme: Programme
    private let citizensPost: Int?
    private let firstMonth: Int
    private let rush: ClosedRange<Day>
    private let twinsFrom: Day

    private(set) var incomeBefore = Amount.zero
    private(set) var repaidBefore = Amount.zero
    private(set) var transfers: [PeriodFacts.Transfer] = []
    /// By the post's position in the programme.
    private(set) var posts: [PeriodFacts.Spending]
    /// By the area's position in the programme.
    private(set) var areas: [PeriodFacts.Spending]
    /// By month, from the period's first.
    private(set) var months: [Amount]
    private(set) var items: [Item] = []
    private(set) var releases: [PeriodFacts.Release] = []
    private(set) var decisions: [PeriodFacts.DecisionMade] = []
    private(set) var corrections: [PeriodFacts.Correction] = []
    private(set) var witnessed: [PeriodFacts.Witnessed] = []

    private(set) var late: [EntryNumber] = []
    private(set) var sameHand: [EntryNumber] = []
    private(set) var sameDay: [EntryNumber] = []
    private(set) var duplicates: [EntryNumber] = []
    private(set) var paidAfterWindow: [EntryNumber] = []
    private(set) var spent = Amount.zero
    /// What was spent in the window's last 31 days, up to the end of the period.
    private(set) var spentInRush = Amount.zero

    private var places: [ItemReference: Int32] = [:]
    private var staff: [StaffID] = []
    private var approvals: [ParticipantReference: (staff: Int32, day: Day)] = [:]
    private var releasers: Set<Releaser> = []
    private var payments: [Payment] = []
    private var cancelled: Set<EntryNumber> = []
    private var sharedVouchers: [VoucherReference: Int32] = [:]

    init(scope: PeriodFacts.Scope, programme: Programme, posts list: [Programme.Post], areas: [Area]) {
        self.scope = scope
        self.programme = programme
        citizensPost = list.firstIndex { $0.name == .citizens }
        firstMonth = scope.from.monthNumber
        rush = programme.lastMonth
        twinsFrom = scope.from.advanced(by: -programme.thresholds.duplicateDays)
        posts = list.map { _ in .zero }
        self.areas = areas.map { _ in .zero }
        months = Array(repeating: .zero, count: max(1, scope.through.monthNumber - firstMonth + 1))
    }

    /// Lists an entry of the period that was recorded late.
    mutating func look(at entry: PeriodEntry) {
        if isInPeriod(entry.day), entry.day.days(to: entry.recordedAt.day) > programme.thresholds.lateDays {
            late.append(entry.number)
        }
    }

    /// Adds a decision.
    mutating func take(_ entry: PeriodEntry, about subject: EntrySubjects.Subject?) {
        if entry.kind == .planApproved, let citizen = subject?.participant {
            approvals[citizen] = (number(of: entry.staff), entry.day)
        }
        guard isInPeriod(entry.day) else { return }
        decisions.append(
            PeriodFacts.DecisionMade(
                entry: entry.number, kind: entry.kind, day: entry.day, recordedAt: entry.recordedAt,
                participant: subject?.participant, version: subject?.version, through: subject?.through,
                staff: entry.staff))
    }

    /// Adds another ledger's anchor.
    mutating func take(_ anchor: PeriodFacts.Witnessed) { witnessed.append(anchor) }

    /// Adds a movement of money.
    mutating func take(_ movement: PeriodMovement) {
        let item: Int32? = if let item = movement.item { place(of: item) } else { nil }
        if let reversed = movement.reversed { cancelled.insert(reversed.entry) }
        if let item, movement.kind == .release {
            releasers.insert(Releaser(item: item, staff: number(of: movement.entry.staff)))
        }
        guard movement.entry.day <= scope.through else { return }
        if let item {
            items[Int(item)].take(movement, from: scope.from)
            if movement.kind == .disbursement { pay(movement, on: item) }
        }
        if movement.received != .zero || movement.repaid != .zero { transfer(movement) }
        if movement.spent != .zero { spend(movement) }
        if isInPeriod(movement.entry.day) { list(movement) }
    }

    /// Finds the duplicates once every entry is added, and drops what was kept for that.
    mutating func close() {
        duplicates = findDuplicates()
        (places, approvals, releasers, payments, cancelled) = ([:], [:], [], [], [])
        sharedVouchers = [:]
    }

    private func isInPeriod(_ day: Day) -> Bool {
        day >= scope.from && day <= scope.through
    }

    private mutating func place(of item: ItemReference) -> Int32 {
        if let place = places[item] { return place }
        let place = Int32(truncatingIfNeeded: items.count)
        places[item] = place
        items.append(Item(reference: item))
        return place
    }

    private mutating func number(of member: StaffID) -> Int32 {
        if let place = staff.firstIndex(of: member) { return Int32(truncatingIfNeeded: place) }
        staff.append(member)
        return Int32(truncatingIfNeeded: staff.count - 1)
    }

    private mutating func number(of voucher: VoucherReference) -> Int32 {
        if let known = sharedVouchers[voucher] { return known }
        let next = Int32(truncatingIfNeeded: sharedVouchers.count + 1)
        sharedVouchers[voucher] = next
        return next
    }

    /// Adds an instalment or a repayment.
    private mutating func transfer(_ movement: PeriodMovement) {
        let entry = movement.entry
        guard entry.day >= scope.from else {
            incomeBefore += movement.received
            repaidBefore += movement.repaid
            return
        }
        guard let voucher = movement.voucher else { return }
        transfers.append(
            PeriodFacts.Transfer(
                entry: entry.number, kind: movement.repaid == .zero ? .instalment : .repayment, day: entry.day,
                voucher: voucher, amount: movement.received + movement.repaid))
    }

    private mutating func spend(_ movement: PeriodMovement) {
        let (day, amount) = (movement.entry.day, movement.spent)
        let spending = PeriodFacts.Spending(amount, on: day, from: scope.from)
        if let post = movement.post { posts[post] = posts[post] + spending }
        if let area = movement.area, movement.post == citizensPost { areas[area] = areas[area] + spending }
        if day >= scope.from { months[day.monthNumber - firstMonth] += amount }
        spent += amount
        if rush.contains(day) { spentInRush += amount }
    }

    /// Compares a disbursement with approvals and releases, and keeps it, since only others near it show whether it is
    /// a duplicate.
    private mutating func pay(_ movement: PeriodMovement, on item: Int32) {
        let entry = movement.entry
        if entry.day >= twinsFrom {
            payments.append(
                Payment(
                    item: item, day: entry.day, amount: movement.spent, entry: entry.number,
                    shared: movement.voucher.map { number(of: $0) } ?? 0))
        }
        guard isInPeriod(entry.day), let citizen = movement.item?.participant, let approval = approvals[citizen] else {
            return
        }
        if approval.day == entry.day { sameDay.append(entry.number) }
        let staff = number(of: entry.staff)
        if approval.staff == staff, releasers.contains(Releaser(item: item, staff: staff)) {
            sameHand.append(entry.number)
        }
    }

    private mutating func list(_ movement: PeriodMovement) {
        let entry = movement.entry
        if let paid = movement.paid, paid > programme.lastDay { paidAfterWindow.append(entry.number) }
        switch movement.kind {
        case .release, .retraction:
            guard let item = movement.item else { return }
            releases.append(
                PeriodFacts.Release(
                    entry: entry.number, kind: movement.kind, day: entry.day, recordedAt: entry.recordedAt,
                    participant: item.participant, item: item.number, amount: movement.released, staff: entry.staff))
        case .reversal:
            guard let reversed = movement.reversed else { return }
            corrections.append(
                PeriodFacts.Correction(
                    entry: entry.number, day: entry.day, recordedAt: entry.recordedAt, reverses: reversed.entry,
                    kind: reversed.kind, participant: movement.item?.participant, amount: reversed.amount,
                    staff: entry.staff))
        case .disbursement, .refund, .expense, .receipt, .repayment: break
        }
    }

    /// The standing disbursements of the period that have a standing duplicate a few days away at most. It is enough to
    /// look at the nearest of the same amount on the same item and another voucher, before and after.
    private mutating func findDuplicates() -> [EntryNumber] {
        payments.removeAll { cancelled.contains($0.entry) }
        payments.sort { one, other in
            if one.item != other.item { return one.item < other.item }
            if one.amount != other.amount { return one.amount < other.amount }
            return (one.day, one.entry) < (other.day, other.entry)
        }
        let found = twins(payments) + twins(payments.reversed())
        return Set(found).sorted()
    }

    /// The payments of the period that have a duplicate before them in a list by item, amount and day.
    private func twins(_ payments: [Payment]) -> [EntryNumber] {
        var found: [EntryNumber] = []
        // The payment before, and the nearest one before that with another voucher.
        var (last, other): (Payment?, Payment?)
        for payment in payments {
            if let before = last, before.shared == 0 || before.shared != payment.shared { other = before }
            if let other, other.item == payment.item, other.amount == payment.amount,
                abs(other.day.days(to: payment.day)) <= programme.thresholds.duplicateDays, payment.day >= scope.from
            {
                found.append(payment.entry)
            }
            last = payment
        }
        return found
    }
}

extension Programme {
    /// The window's last 31 days. Money that comes back after them does not count in the rush.
    var lastMonth: ClosedRange<Day> { lastDay.advanced(by: -30)...lastDay }
}

extension PeriodFacts.Spending {
    /// What was spent on a day, before a period or in it.
    fileprivate init(_ amount: Amount, on day: Day, from: Day) {
        let isBefore = day < from
        self.init(opening: isBefore ? amount : .zero, period: isBefore ? .zero : amount)
    }
}

extension PeriodAccount.Item {
    fileprivate mutating func take(_ movement: PeriodMovement, from: Day) {
        let day = movement.entry.day
        released += movement.released
        spending = spending + PeriodFacts.Spending(movement.spent, on: day, from: from)
        lastDay = max(lastDay ?? day, day)
        if movement.kind == .release { lastRelease = movement.entry.number }
        if movement.kind == .disbursement { lastDisbursement = max(lastDisbursement ?? day, day) }
    }
}
