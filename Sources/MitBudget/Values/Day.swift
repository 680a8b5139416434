/// A day of the Gregorian calendar, without a clock time or a time zone.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let ordinal: Int32

    /// The first and the last day whose year has four digits.
    private static let range: ClosedRange<Int32> = -354_285...2_932_896

    /// A day by its number since 1 January 1970; `nil` outside the years 1000 to 9999.
    public init?(ordinal: Int) {
        guard let narrow = Int32(exactly: ordinal), Self.range.contains(narrow) else { return nil }
        self.ordinal = narrow
    }

    /// A day by year, month and day of the month; `nil` where the calendar has no such day (30 February).
    public init?(year: Int, month: Int, day: Int) {
        guard (1000...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        ordinal = Int32(Self.ordinal(year: year, month: month, day: day))
    }

    /// Why a text is no day.
    public enum Fault: Equatable, Sendable {
        /// The form is not one that the program reads; the days that the text may mean.
        case form([Day])
        /// The form is right, but the calendar has no such day.
        case missing
    }

    /// Reads a day: `2023-02-01`, `01-02-2023`, `1.2.2023`, or `1.2.23` for a year from 2000 on.
    /// - Throws: ``Malformed/day(_:_:)``.
    public init(_ text: String) throws(Malformed) {
        // The commonest form first.
        if let day = try? Day(iso: text) {
            self = day
            return
        }
        guard let written = WrittenDay(text) else { throw .day(text, .form([])) }
        guard written.isPlain else { throw .day(text, .form(written.readings)) }
        guard let day = written.plain else { throw .day(text, .missing) }
        self = day
    }

    /// Reads a day in the machine's form only: `2023-02-01`.
    /// - Throws: ``Malformed/day(_:_:)``.
    public init(iso text: String) throws(Malformed) {
        guard let numbers = Self.numbers(iso: text.utf8.span) else { throw .day(text, .form([])) }
        guard let day = Day(year: numbers.year, month: numbers.month, day: numbers.day) else {
            throw .day(text, .missing)
        }
        self = day
    }

    /// Reads a machine's day from bytes; `nil` for any other bytes.
    public init?(iso text: Span<UInt8>) {
        guard let numbers = Self.numbers(iso: text) else { return nil }
        self.init(year: numbers.year, month: numbers.month, day: numbers.day)
    }

    private static func numbers(iso text: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let century = FixedDigits.readTwo(text, at: 0), let year = FixedDigits.readTwo(text, at: 2),
            let month = FixedDigits.readTwo(text, at: 5), let day = FixedDigits.readTwo(text, at: 8)
        else { return nil }
        return (century * 100 + year, month, day)
    }

    /// Orders by date.
    public static func < (left: Day, right: Day) -> Bool {
        left.ordinal < right.ordinal
    }

    /// The machine's text: `2023-02-01`.
    public var iso: String {
        String(unsafeUninitializedCapacity: 10) { text in
            write(to: text)
            return 10
        }
    }

    /// Writes ``iso`` into the first ten bytes.
    func write(to text: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, day) = civil
        FixedDigits.write(year, width: 4, at: 0, to: text)
        text[4] = UInt8(ascii: "-")
        FixedDigits.write(month, width: 2, at: 5, to: text)
        text[7] = UInt8(ascii: "-")
        FixedDigits.write(day, width: 2, at: 8, to: text)
    }

    /// Appends ``iso``.
    public func append(to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 10) { text in append(to: &text) }
    }

    /// Appends ``iso``; the caller has made room for it.
    func append(to text: inout OutputSpan<UInt8>) {
        let (year, month, day) = civil
        FixedDigits.appendTwo(year / 100, to: &text)
        FixedDigits.appendTwo(year % 100, to: &text)
        text.append(UInt8(ascii: "-"))
        FixedDigits.appendTwo(month, to: &text)
        text.append(UInt8(ascii: "-"))
        FixedDigits.appendTwo(day, to: &text)
    }

    /// Appends the day with the year last: `01-02-2023`.
    public func appendDayFirst(to bytes: inout [UInt8]) {
        let (year, month, day) = civil
        bytes.append(addingCapacity: 10) { text in
            FixedDigits.appendTwo(day, to: &text)
            text.append(UInt8(ascii: "-"))
            FixedDigits.appendTwo(month, to: &text)
            text.append(UInt8(ascii: "-"))
            FixedDigits.appendTwo(year / 100, to: &text)
            FixedDigits.appendTwo(year % 100, to: &text)
        }
    }

    /// Year, month (1–12) and day of the month.
    public var civil: (year: Int, month: Int, day: Int) {
        // Counting years from 1 March puts the leap day at the end of a year. After Howard Hinnant, "chrono-Compatible
        // Low-Level Date Algorithms".
        let shifted = Int(ordinal) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// Days from this day to another; negative where the other is earlier.
    public func days(to other: Day) -> Int {
        Int(other.ordinal) - Int(ordinal)
    }

    /// The day this many days later (earlier where negative), limited to the years 1000 to 9999.
    public func advanced(by days: Int) -> Day {
        let (sum, overflow) = Int(ordinal).addingReportingOverflow(days)
        let bound = days < 0 ? Self.range.lowerBound : Self.range.upperBound
        let inside = overflow ? Int(bound) : min(max(sum, Int(Self.range.lowerBound)), Int(Self.range.upperBound))
        return Day(ordinal: inside) ?? self
    }

    /// The same day of the month, this many months later; the month's last day where the month is shorter.
    public func advanced(byMonths months: Int) -> Day {
        let (year, month, day) = civil
        let (count, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, (12_000..<120_000).contains(count) else {
            return advanced(by: months < 0 ? Int.min : Int.max)
        }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return Day(year: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear))) ?? self
    }

    /// The last day of the day's month.
    public var endOfMonth: Day {
        let (year, month, _) = civil
        return Day(year: year, month: month, day: Self.length(ofMonth: month, in: year)) ?? self
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func ordinal(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

/// Three numbers with the same sign between them that may stand for a day.
private struct WrittenDay {
    private let numbers: [(value: Int, length: Int)]
    private let sign: UInt8

    /// `nil` where the text has any other form.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let sign = bytes.first(where: { "-./".utf8.contains($0) }) else { return nil }
        self.sign = sign
        numbers = bytes.split(separator: sign, omittingEmptySubsequences: false).compactMap { piece in
            let isNumber = (1...4).contains(piece.count) && piece.allSatisfy { (48...57).contains($0) }
            return isNumber ? (piece.reduce(0) { $0 * 10 + Int($1 - 48) }, piece.count) : nil
        }
        guard numbers.count == 3, bytes.count == numbers.reduce(2, { $0 + $1.length }) else { return nil }
    }

    /// The day in a form that ``isPlain``; `nil` where the calendar has no such day.
    var plain: Day? { numbers[0].length == 4 ? yearFirst : dayFirst }

    /// Whether the text has one of the forms that the program reads.
    var isPlain: Bool {
        switch (sign, numbers[0].length, numbers[1].length, numbers[2].length) {
        case (UInt8(ascii: "-"), 4, 2, 2): true
        case (UInt8(ascii: "-"), 1...2, 1...2, 4): true
        case (UInt8(ascii: "."), 1...2, 1...2, 2), (UInt8(ascii: "."), 1...2, 1...2, 4): true
        default: false
        }
    }

    /// The days that the text may mean, the likeliest first.
    var readings: [Day] {
        var readings: [Day] = []
        for case let day? in [dayFirst, yearFirst, monthFirst] where !readings.contains(day) { readings.append(day) }
        return readings
    }

    private var yearFirst: Day? { day(year: 0, month: 1, day: 2) }
    private var dayFirst: Day? { day(year: 2, month: 1, day: 0) }
    private var monthFirst: Day? { day(year: 2, month: 0, day: 1) }

    /// The day with its parts at these places; a year of two digits is one of this century.
    private func day(year: Int, month: Int, day: Int) -> Day? {
        let length = numbers[year].length
        guard length == 2 || length == 4, numbers[month].length <= 2, numbers[day].length <= 2 else { return nil }
        return Day(
            year: numbers[year].value + (length == 2 ? 2000 : 0), month: numbers[month].value, day: numbers[day].value)
    }
}
