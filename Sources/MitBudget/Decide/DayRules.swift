/// How the programme's window limits the day of a command.
/// - Source: the funder's handbook: an expense is incurred inside the window; settling entries may follow it.
enum WindowBond {
    /// The day must lie inside the window.
    case inside
    /// The entry settles the programme, so its day may lie after the last day.
    case settling
    /// An instalment may also come in before the first day.
    case instalment
}

extension Inquiry {
    /// The four rules on every day that a user gives.
    /// - Parameters:
    ///   - bond: how the window limits the day.
    ///   - sequence: the day that this one must not precede, where it is known yet.
    mutating func check(
        _ day: Day, _ bond: WindowBond, notBefore sequence: (Refusal.Sequence, Day?)? = nil
    ) throws(Refusal) {
        let isEarly = day < programme.firstDay && bond != .instalment
        let isLate = day > programme.lastDay && bond == .inside
        guard !isEarly, !isLate else {
            throw .outsideWindow(day, first: programme.firstDay, last: programme.lastDay)
        }
        passed(.outsideWindow, bond == .inside ? .days(day.days(to: programme.lastDay)) : .nothingToCount)
        try checkNotFuture(day)
        if let through = closedThrough {
            guard day > through else { throw .periodClosed(day, through: through) }
            passed(.periodClosed, .days(through.days(to: day) - 1))
        }
        if let (sequence, bound) = sequence, let bound {
            guard day >= bound else { throw .outOfOrder(sequence, day: day, bound: bound) }
            passed(.outOfOrder, .days(bound.days(to: day)))
        }
    }

    /// Rule `future-day`. Today itself is allowed.
    mutating func checkNotFuture(_ day: Day) throws(Refusal) {
        guard day <= today else { throw .futureDay(day, today: today) }
        passed(.futureDay, .days(day.days(to: today)))
    }

    /// Rule `paid-too-late`. The last day itself is allowed; no other rule limits a payment day.
    mutating func checkPaid(_ day: Day) throws(Refusal) {
        guard let settleBy = programme.settleBy else { return }
        guard day <= settleBy else { throw .paidTooLate(day, settleBy: settleBy) }
        passed(.paidTooLate, .days(day.days(to: settleBy)))
    }

    /// Rule `drawing-over`. The last day itself is allowed.
    mutating func checkDrawing(_ account: ParticipantAccount, on day: Day) throws(Refusal) {
        guard let last = account.firstApproval.flatMap(programme.drawingEnd) else { return }
        guard day <= last else { throw .drawingOver(account.reference, day: day, last: last) }
        passed(.drawingOver, .days(day.days(to: last)))
    }
}
