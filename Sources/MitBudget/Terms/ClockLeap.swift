/// A time of recording so far ahead that it is more likely the clock's fault than the truth. No entry is ever recorded
/// before the one before it, so all later ones would be bound to that time.
public enum ClockLeap: Equatable, Sendable {
    /// The entry before was recorded over ``limitDays`` days earlier; its time, and how many days.
    case pastEntry(Moment, days: Int)
    /// The ledger no longer has to be kept at that time; the last day on which it must be.
    case pastKeeping(Day)

    /// How many days may lie between two entries: a year in which nothing happened, and a month more.
    public static let limitDays = 400
}

extension Programme {
    /// Whether the clock has leapt between one entry and the next.
    /// - Parameters:
    ///   - before: when the entry before was recorded; `nil` for the first.
    ///   - now: when the next one is.
    /// - Returns: `nil` where it has not. Exactly 400 days are allowed, and so is the last day of keeping; once an
    ///   entry lies after that day, others may.
    public func leap(from before: Moment?, to now: Moment) -> ClockLeap? {
        if let before {
            let seconds = now.seconds - before.seconds
            let day: Int64 = 86_400
            if seconds > Int64(ClockLeap.limitDays) * day { return .pastEntry(before, days: Int(seconds / day)) }
            if before.day > keptThrough { return nil }
        }
        return now.day > keptThrough ? .pastKeeping(keptThrough) : nil
    }
}
