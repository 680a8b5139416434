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
        self.init(iso: text.utf8.span)
    }

    /// Reads a moment from bytes; `nil` for any other bytes.
    public init?(iso text: Span<UInt8>) {
        let colon = UInt8(ascii: ":")
        guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == colon, text[16] == colon,
            text[19] == UInt8(ascii: "Z"), let day = Day(iso: text.extracting(0..<10)),
            let hour = FixedDigits.readTwo(text, at: 11), let minute = FixedDigits.readTwo(text, at: 14),
            let second = FixedDigits.readTwo(text, at: 17), hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(seconds: Int64(day.ordinal) * 86_400 + Int64(hour * 3600 + minute * 60 + second))
    }

    /// Orders by time.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.seconds < right.seconds
    }

    /// The text in the journal: `2023-02-01T09:15:00Z`.
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

    /// Appends ``iso``.
    public func append(to bytes: inout [UInt8]) {
        let second = Int(seconds - Self.dayNumber(seconds) * 86_400)
        bytes.append(addingCapacity: 20) { text in
            day.append(to: &text)
            text.append(UInt8(ascii: "T"))
            FixedDigits.appendTwo(second / 3600, to: &text)
            text.append(UInt8(ascii: ":"))
            FixedDigits.appendTwo(second / 60 % 60, to: &text)
            text.append(UInt8(ascii: ":"))
            FixedDigits.appendTwo(second % 60, to: &text)
            text.append(UInt8(ascii: "Z"))
        }
    }

    /// The day in UTC.
    public var day: Day {
        // The initialiser has checked that the day exists.
        Day(ordinal: Int(Self.dayNumber(seconds))) ?? .unixEpoch
    }

    /// The latest date that any time zone has at this moment (UTC+14).
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
