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
        guard let numbers = FixedDigits.read(text, like: "0000-00-00T00:00:00Z"),
            let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]),
            numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
        else { return nil }
        self.init(seconds: Int64(day.ordinal) * 86_400 + Int64(numbers[3] * 3600 + numbers[4] * 60 + numbers[5]))
    }

    /// Orders by time.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.seconds < right.seconds
    }

    /// The text that the journal holds: `2023-02-01T09:15:00Z`.
    public var iso: String {
        let second = Int(seconds - Self.dayNumber(seconds) * 86_400)
        return String(unsafeUninitializedCapacity: 20) { text in
            day.write(to: text)
            text[10] = UInt8(ascii: "T")
            FixedDigits.write(second / 3600, width: 2, at: 11, to: text)
            text[13] = UInt8(ascii: ":")
            FixedDigits.write(second / 60 % 60, width: 2, at: 14, to: text)
            text[16] = UInt8(ascii: ":")
            FixedDigits.write(second % 60, width: 2, at: 17, to: text)
            text[19] = UInt8(ascii: "Z")
            return 20
        }
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
