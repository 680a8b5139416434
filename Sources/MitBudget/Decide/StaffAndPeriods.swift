extension Inquiry {
    mutating func addStaff(_ member: StaffMember) throws(Refusal) -> Entry {
        try checkTexts([(.name, member.name)], references: [(.staff, member.id.text), (.account, member.account.text)])
        guard view.staff(member.id) == nil else { throw .staffTaken(member.id) }
        passed(.staffTaken)
        return Entry(day: today, event: .staffAdded(member))
    }

    mutating func endStaff(_ id: StaffID) throws(Refusal) -> Entry {
        guard let member = view.staff(id), member.isActive else { throw .staffUnknown(id) }
        passed(.staffUnknown)
        guard member.role != .administrator || view.activeAdministrators > 1 else {
            throw .notPermitted(.lastAdministrator(id))
        }
        return Entry(day: today, event: .staffEnded(id))
    }

    /// Binds an active staff member to another login.
    mutating func rebindStaff(_ id: StaffID, to account: AccountName) throws(Refusal) -> Entry {
        try checkTexts([], references: [(.account, account.text)])
        guard let member = view.staff(id), member.isActive else { throw .staffUnknown(id) }
        passed(.staffUnknown)
        return Entry(day: today, event: .staffRebound(id, to: account))
    }

    /// Closes the period through today or an earlier day, after the last closed day.
    mutating func closePeriod(through day: Day) throws(Refusal) -> Entry {
        try checkNotFuture(day)
        if let through = view.closedThrough {
            guard day > through else { throw .periodClosed(day, through: through) }
            passed(.periodClosed, .days(through.days(to: day) - 1))
        }
        return Entry(day: today, event: .periodClosed(through: day))
    }

    /// Moves the close back to an earlier day.
    mutating func reopenPeriod(through day: Day, reason: Wording) throws(Refusal) -> Entry {
        guard let through = view.closedThrough else {
            throw .outOfOrder(.reopeningWithoutClose, day: day, bound: day)
        }
        guard day < through else { throw .outOfOrder(.reopeningAfterClose, day: day, bound: through) }
        passed(.outOfOrder, .days(day.days(to: through) - 1))
        try checkTexts([(.reason, reason)])
        return Entry(day: today, event: .periodReopened(through: day, reason: reason))
    }
}
