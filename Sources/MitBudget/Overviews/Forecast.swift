/// Where the grant is heading, if spending went on at a pace: arithmetic, not a promise.
public struct Forecast: Equatable, Sendable {
    /// A pace of spending, and what follows from it.
    public struct Pace: Equatable, Sendable {
        /// What was spent in the days that the pace is taken from.
        public let spent: Amount
        /// How many days these are.
        public let days: Int
        /// What would be left of the grant on the window's last day; negative where it would not suffice.
        public let left: Amount
        /// The day on which the grant would be used up, where that lies inside the window.
        public let runsOut: Day?
    }

    /// At the pace of the last 90 days.
    public let recent: Pace
    /// At the pace since the window's first day.
    public let overall: Pace

    /// How many days back the recent pace is taken from.
    public static let recentDays = 90

    /// A forecast; `nil` where there is too little to say: before the window, after it, in its first 90 days, or as
    /// long as nothing is spent.
    /// - Parameters:
    ///   - spent: in all, up to the day.
    ///   - spentRecently: in the last 90 days, the day included.
    ///   - day: the day as of which it is made.
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
    /// Rounded to whole øre, towards zero.
    fileprivate init(spent: Amount, days: Int, remaining: Amount, ahead: Int, from day: Day) {
        self.spent = spent
        self.days = days
        let more = Int128(spent.ore) * Int128(ahead) / Int128(days)
        left = Amount(ore: Int64(clamping: Int128(remaining.ore) - more)) ?? remaining
        if spent > .zero, remaining > .zero {
            // The first day by whose end everything would be spent.
            let needed = (Int128(remaining.ore) * Int128(days) + Int128(spent.ore) - 1) / Int128(spent.ore)
            runsOut = needed <= Int128(ahead) ? day.advanced(by: Int(needed)) : nil
        } else {
            runsOut = nil
        }
    }
}
