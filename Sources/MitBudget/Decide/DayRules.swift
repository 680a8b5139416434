extension Inquiry {
    /// The four rules that hold for every day a user gives.
    /// - Parameter sequence: what the day must not lie before, where that is known yet.
    mutating func check(
        _ day: Day, notBefore sequence: (Refusal.Sequence, Day?)? = nil
    ) throws(Refusal) {
        guard day >= programme.firstDay, day <= programme.lastDay else {
            throw .outsideWindow(day, first: programme.firstDay, last: programme.lastDay)
        }
        passed(.outsideWindow, .days(day.days(to: programme.lastDay)))
        try checkNotFuture(day)
        if let through = view.closedThrough {
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

    /// Rule `paid-too-late`. The last day itself is allowed; a payment day is bound by nothing else.
    mutating func checkPaid(_ day: Day) throws(Refusal) {
        guard let settleBy = programme.settleBy else { return }
        guard day <= settleBy else { throw .paidTooLate(day, settleBy: settleBy) }
        passed(.paidTooLate, .days(day.days(to: settleBy)))
    }

    /// Rule `drawing-over`. The right lasts so many months from the first approval; the same day of the month that
    /// many months later is the last.
    /// - Source: Act on the trial (L 133, 2021-22, § 3).
    mutating func checkDrawing(_ account: ParticipantAccount, on day: Day) throws(Refusal) {
        guard let months = programme.drawingMonths, let first = account.firstApproval else { return }
        let last = first.advanced(byMonths: months)
        guard day <= last else { throw .drawingOver(account.reference, day: day, last: last) }
        passed(.drawingOver, .days(day.days(to: last)))
    }
}
