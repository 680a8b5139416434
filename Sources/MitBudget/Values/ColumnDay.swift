/// How the days of a table are written, such as `DD-MM-YYYY`.
public struct DayFormat: Hashable, Sendable {
    /// The order of year, month and day.
    public enum Order: Sendable {
        /// `2023-02-01`
        case yearFirst
        /// `01-02-2023`
        case dayFirst
        /// `02/01/2023`
        case monthFirst
    }

    /// The order of year, month and day.
    public let order: Order
    /// The sign between them; `nil` for none, as in `20230201`.
    public let separator: UInt8?
    /// Whether the year has two digits, of this century.
    public let isShort: Bool

    /// Makes a format from its parts.
    public init(order: Order, separator: UInt8?, isShort: Bool) {
        self.order = order
        self.separator = separator
        self.isShort = isShort
    }

    /// The formats that there are: any order, `-`, `.`, `/` or nothing between, years of four digits or two.
    public static let all: [DayFormat] = [Order.dayFirst, .yearFirst, .monthFirst].flatMap { order in
        [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), nil].flatMap { separator in
            [false, true].map { DayFormat(order: order, separator: separator, isShort: $0) }
        }
    }

    /// Reads a format as ``text`` writes it, in upper or lower case; `nil` for any other text.
    public init?(_ text: String) {
        let key = Exactly(text.uppercased())
        guard let format = Self.all.first(where: { Exactly($0.text) == key }) else { return nil }
        self = format
    }

    /// The format in letters: `DD-MM-YYYY`.
    public var text: String {
        let year = isShort ? "YY" : "YYYY"
        let sign = separator.map { String(decoding: [$0], as: UTF8.self) } ?? ""
        return switch order {
        case .yearFirst: year + sign + "MM" + sign + "DD"
        case .dayFirst: "DD" + sign + "MM" + sign + year
        case .monthFirst: "MM" + sign + "DD" + sign + year
        }
    }
}

/// A day in a column of a table whose order of day and month is not known yet; ``DayColumn`` finds it out.
public struct ColumnDay: Equatable, Sendable {
    /// The year, and the two other numbers in the order in which they stand.
    fileprivate let year: Int16
    fileprivate let first: UInt8
    fileprivate let second: UInt8
    /// The format as far as the cell shows it: where the year is not first, the day is held to be.
    fileprivate let shape: DayFormat

    /// Reads a cell: a day in one of the formats that ``DayFormat`` knows, and perhaps a time behind it. `nil` for
    /// anything else.
    /// - Parameter named: the format, if it is known; without it, `20230201` is the only format without signs.
    public init?(_ text: Span<UInt8>, as named: DayFormat? = nil) {
        var numbers: [(value: Int, length: Int)] = []
        var (value, length) = (0, 0)
        var separator: UInt8?
        reading: for place in text.indices {
            switch text[place] {
            case let byte where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"):
                guard length < 8 else { return nil }
                (value, length) = (value * 10 + Int(byte - UInt8(ascii: "0")), length + 1)
            case let byte where byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/"):
                guard separator == nil || separator == byte, numbers.count < 2 else { return nil }
                separator = byte
                numbers.append((value, length))
                (value, length) = (0, 0)
            // A time may follow.
            case 0x20, UInt8(ascii: "T"): break reading
            default: return nil
            }
        }
        numbers.append((value, length))
        if numbers.count == 1, let split = Self.split(numbers[0], as: named) { numbers = split }
        guard numbers.count == 3, numbers.allSatisfy({ $0.length > 0 }) else { return nil }
        let isYearFirst = named?.order == .yearFirst || numbers[0].length == 4
        let (year, first, second) =
            isYearFirst ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1])
        guard first.length <= 2, second.length <= 2, year.length == 4 || year.length == 2 else { return nil }
        self.year = Int16(year.value + (year.length == 2 ? 2000 : 0))
        self.first = UInt8(first.value)
        self.second = UInt8(second.value)
        shape = DayFormat(
            order: isYearFirst ? .yearFirst : .dayFirst, separator: separator, isShort: year.length == 2)
    }

    /// The parts of a day that is written without signs.
    private static func split(
        _ number: (value: Int, length: Int), as named: DayFormat?
    ) -> [(value: Int, length: Int)]? {
        let format = named ?? DayFormat(order: .yearFirst, separator: nil, isShort: false)
        guard format.separator == nil, number.length == (format.isShort ? 6 : 8) else { return nil }
        let year = format.isShort ? 2 : 4
        let lengths = format.order == .yearFirst ? [year, 2, 2] : [2, 2, year]
        var rest = number.value
        var parts: [(value: Int, length: Int)] = []
        for length in lengths.reversed() {
            let size = length == 4 ? 10_000 : 100
            parts.insert((rest % size, length), at: 0)
            rest /= size
        }
        return parts
    }

    /// The day as it is written, in digits.
    public var text: String {
        let sign = shape.separator.map { String(decoding: [$0], as: UTF8.self) } ?? ""
        let parts = [String(first), String(second)].map { $0.utf8.count < 2 ? "0" + $0 : $0 }
        return (shape.order == .yearFirst ? [String(year)] + parts : parts + [String(year)]).joined(separator: sign)
    }

    /// The day in an order; `nil` where the calendar has no such day.
    public func day(in order: DayFormat.Order) -> Day? {
        let (month, day) = order == .dayFirst ? (second, first) : (first, second)
        return Day(year: Int(year), month: Int(month), day: Int(day))
    }
}

/// Finds out from all days of a table how they are written.
public struct DayColumn: Sendable {
    private let named: DayFormat?
    /// Whether a format with slashes is taken to have the day first, where no line shows it.
    private let isDanish: Bool
    private var shape: DayFormat?
    /// The first line whose first number, or second, can be no month.
    private var dayFirst: Int?
    private var monthFirst: Int?
    private var first: Int?

    /// Why the days cannot be read.
    public enum Fault: Error, Equatable, Sendable {
        /// A line is written in another format than the lines before it, or than the profile says.
        case mixed(line: Int)
        /// The days may begin with the day or with the month.
        case open(line: Int)
    }

    /// Begins without a day.
    /// - Parameters:
    ///   - named: the format, if it is known.
    ///   - isDanish: whether the table is in Danish, so that days do not begin with the month.
    public init(_ named: DayFormat?, isDanish: Bool) {
        self.named = named
        self.isDanish = isDanish
    }

    /// Takes what a day shows.
    /// - Throws: ``Fault/mixed(line:)``.
    public mutating func take(_ day: ColumnDay, at line: Int) throws(Fault) {
        if shape == nil {
            shape = day.shape
            first = line
            if let named, !named.fits(day.shape) { throw .mixed(line: line) }
        }
        guard shape == day.shape else { throw .mixed(line: line) }
        if dayFirst == nil, day.first > 12 { dayFirst = line }
        if monthFirst == nil, day.second > 12 { monthFirst = line }
    }

    /// The format that all days agree on; `nil` without a day.
    /// - Throws: ``Fault``.
    public func format() throws(Fault) -> DayFormat? {
        if let named { return named }
        guard let shape, let first else { return nil }
        if shape.order == .yearFirst { return shape }
        if let dayFirst, let monthFirst { throw .mixed(line: max(dayFirst, monthFirst)) }
        if monthFirst != nil {
            return DayFormat(order: .monthFirst, separator: shape.separator, isShort: shape.isShort)
        }
        if dayFirst == nil, shape.separator == UInt8(ascii: "/"), !isDanish { throw .open(line: first) }
        return shape
    }
}

extension DayFormat {
    /// Whether a day may have this format, as far as its shape shows.
    fileprivate func fits(_ shape: DayFormat) -> Bool {
        (order == .yearFirst) == (shape.order == .yearFirst) && separator == shape.separator && isShort == shape.isShort
    }
}
