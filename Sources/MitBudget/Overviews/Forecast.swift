/// What is left of the grant if spending continues at its pace: arithmetic, not a promise.
public struct Forecast: Equatable, Sendable {
    /// A pace of spending and its consequence.
    public struct Pace: Equatable, Sendable {
        /// What was spent in the days that the pace is measured over.
        public let spent: Amount
        /// How many days the pace is measured over.
        public let days: Int
        /// What would be left of the grant on the window's last day; negative where it would not suffice.
        public let left: Amount
        /// The day on which the grant would be used up; `nil` where that lies outside the window.
        public let runsOut: Day?
    }

    /// The pace of the last 90 days.
    public let recent: Pace
    /// The pace since the window's first day.
    public let overall: Pace

    /// How many days the recent pace is measured over.
    public static let recentDays = 90

    /// Makes a forecast; `nil` where there is too little to go by: before the window, after it, in its first 90 days,
    /// or while nothing is spent.
    /// - Parameters:
    ///   - spent: in all, up to the day.
    ///   - spentRecently: in the last 90 days, the day included.
    ///   - day: the day of the forecast.
    public init?(_ programme: Programme, spent: Amount, spentRecently: Amount, asOf day: Day) {
        let elapsed = programme.firstDay.days(to: day) + 1
        guard elapsed >= Self.recentDays, spent > .zero, programme.lastDay > day else { return nil }
        let remaining = programme.grant - spent
        let ahead = day.days(to: programme.lastDay)
        recent = Pace(
            spent: spentRecently, days: Self.recentDays, remaining: remaining, ahead: ahead, from: day)
        overall = Pace(spent: spent, days: elapsed, remaining: remaining, ahead: ahead, from: day)
    }
}

extension Forecast.Pace {
    /// Rounds to whole øre, towards zero.
    fileprivate init(spent: Amount, days: Int, remaining: Amount, ahead: Int, from day: Day) {
        self.spent = spent
        self.days = days
        let more = Int128(spent.ore) * Int128(ahead) / Int128(days)
        left = Amount(ore: Int64(clamping: Int128(remaining.ore) - more)) ?? remaining
        if spent > .zero, remaining > .zero {
            // The first day at whose end everything would be spent.
            let needed = (Int128(remaining.ore) * Int128(days) + Int128(spent.ore) - 1) / Int128(spent.ore)
            runsOut = needed <= Int128(ahead) ? day.advanced(by: Int(needed)) : nil
        } else {
            runsOut = nil
        }
    }
}
