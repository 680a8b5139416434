/// A time of recording so far ahead that the clock is probably wrong. No entry may be recorded before the previous one,
/// so all later entries would have to follow that time.
public enum ClockLeap: Equatable, Sendable {
    /// The previous entry was recorded more than ``limitDays`` days earlier; its time, and the number of days.
    case pastEntry(Moment, days: Int)
    /// The ledger need no longer be kept at that time; the last day on which it must be.
    case pastKeeping(Day)

    /// The most days between two entries: a year in which nothing happened, plus a month.
    public static let limitDays = 400
}

extension Programme {
    /// Whether the clock has leapt between one entry and the next.
    /// - Parameters:
    ///   - before: when the previous entry was recorded; `nil` for the first entry.
    ///   - now: when the next entry is recorded.
    /// - Returns: `nil` where it has not. Exactly 400 days are allowed, and so is the last day of keeping; once an
    ///   entry lies after that day, later ones may follow.
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
