/// A point in time, to the second, in UTC.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1 January 1970, 00:00 UTC.
    public let seconds: Int64

    /// A moment by its seconds; `nil` outside the years 1000 to 9999.
    public init?(seconds: Int64) {
        guard Day(ordinal: Int(Self.dayNumber(seconds))) != nil else { return nil }
        self.seconds = seconds
    }

    /// Reads `2023-02-01T09:15:00Z` and nothing else; `nil` for any other text.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, let day = try? Day(iso: String(text.prefix(10))) else { return nil }
        func number(at index: Int) -> Int64? {
            Int64(String(decoding: bytes[index..<index + 2], as: UTF8.self))
        }
        guard let hour = number(at: 11), let minute = number(at: 14), let second = number(at: 17),
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        let parsed = Moment(seconds: Int64(day.ordinal) * 86_400 + hour * 3600 + minute * 60 + second)
        guard let parsed, parsed.iso == text else { return nil }
        self = parsed
    }

    /// Orders by time.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.seconds < right.seconds
    }

    /// The text that the journal holds: `2023-02-01T09:15:00Z`.
    public var iso: String {
        let second = seconds - Self.dayNumber(seconds) * 86_400
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return day.iso + "T" + two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) + "Z"
    }

    /// The day in UTC.
    public var day: Day {
        // The initialiser has seen to it that there is such a day.
        Day(ordinal: Int(Self.dayNumber(seconds))) ?? .unixEpoch
    }

    /// The latest day that anyone on Earth can have had at this moment (UTC+14).
    public var latestLocalDay: Day {
        Day(ordinal: Int(Self.dayNumber(seconds + 14 * 3600))) ?? day
    }

    private static func dayNumber(_ seconds: Int64) -> Int64 {
        seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    }
}

extension Day {
    /// 1 January 1970.
    public static let unixEpoch = Day(unchecked: 0)

    private init(unchecked ordinal: Int32) {
        self.ordinal = ordinal
    }
}

extension Moment {
    /// 1 January 1970, 00:00 UTC.
    public static let unixEpoch = Moment(unchecked: 0)

    private init(unchecked seconds: Int64) {
        self.seconds = seconds
    }
}
