extension Accounts {
    /// What was spent on a day, net.
    public struct DayTotal: Equatable, Sendable {
        /// What entries dated that day spent, less what they gave back.
        public var disbursed: Amount
        /// What was spent on that day, less what came back of it on any day.
        public var incurred: Amount

        /// Whether money was ever spent on that day, also where all of it came back.
        var isIncurred: Bool

        mutating func incur(_ amount: Amount) {
            incurred += amount
            isIncurred = true
        }

        /// Nothing.
        static let zero = DayTotal(disbursed: .zero, incurred: .zero, isIncurred: false)
    }

    /// A figure measured for the programme.
    public struct Measured: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The day that it was measured.
        public let day: Day
        /// The target that it is measured for.
        public let result: ResultCode
        /// The figure; `nil` where it is taken back.
        public let value: Figure?
        /// The reference of the document that it stands in.
        public let voucher: VoucherReference
    }
}

extension Accounts.Participant {
    /// A result noted for a recipient.
    public struct Noted: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The day of the follow-up.
        public let day: Day
        /// The result; `nil` where it is taken back.
        public let result: ResultCode?
    }

    /// The result that counts: of the latest day, and on that day of the latest entry.
    public var result: ResultCode? {
        results.max { ($0.day, $0.entry) < ($1.day, $1.entry) }?.result
    }

    /// The net spending whose day lies in a budget period; what came back counts on the day of what had been spent.
    public func spending(in period: Programme.BudgetPeriod) -> Amount {
        spending.sum(in: period) + shifts.sum(in: period)
    }
}

extension DailySums<Amount> {
    fileprivate func sum(in period: Programme.BudgetPeriod) -> Amount {
        items.reduce(.zero) { period.contains($1.day) ? $0 + $1.sum : $0 }
    }
}

// What amended terms must have room for, of accounts that began with entry 1.
extension Accounts {
    /// What amended terms must have room for.
    public var usage: Usage {
        var usage = Usage(measured: Set(measures.map(\.result)), lastBound: lastBound)
        for (post, days) in days where !days.isEmpty { usage.posts.insert(post) }
        for participant in participants {
            if usage.largest.map({ $0.balance.most < participant.account.balance.most }) ?? true {
                usage.largest = participant.account
            }
            let reference = participant.account.reference
            for item in participant.plans.flatMap(\.version.items) where usage.areas[item.area] == nil {
                usage.areas[item.area] = reference
            }
            for result in participant.results.compactMap(\.result) where usage.results[result] == nil {
                usage.results[result] = reference
            }
        }
        return usage
    }

    /// The recipient with the largest net spending whose day lies in a budget period.
    public func largestSpending(
        in period: Programme.BudgetPeriod
    ) -> (participant: ParticipantReference, amount: Amount)? {
        var largest: (participant: ParticipantReference, amount: Amount)?
        for participant in participants {
            let amount = participant.spending(in: period)
            if largest.map({ $0.amount < amount }) ?? true { largest = (participant.account.reference, amount) }
        }
        return largest
    }

    /// The days of a budget period on which money was spent, in order.
    public func daysSpent(in period: Programme.BudgetPeriod) -> [Day] {
        Set(days.values.joined().filter { $0.value.isIncurred && period.contains($0.key) }.map(\.key)).sorted()
    }
}
