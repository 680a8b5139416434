extension Amount {
    /// Why a text is no amount.
    public enum Fault: Equatable, Sendable {
        /// Written in no way that is read here.
        case form
        /// `4,500`: four and a half, or four and a half thousand?
        case ambiguous(grouped: Amount, decimal: Amount)
        /// Beyond ``Amount/limit``.
        case tooLarge
    }

    /// Reads an amount in kroner as people in Denmark type it: `4500`, `4.500`, `4.500,00`, `4500,50`, `4500.50`.
    ///
    /// A dot before exactly three digits groups; a comma or a dot before one or two last digits is decimal. A leading
    /// minus is read, so that a rule can refuse it by name.
    /// - Throws: ``Malformed/amount(_:_:)`` for anything else; `4,500` with both readings.
    public init(kroner text: String) throws(Malformed) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        let digits = Self.unsigned(text)
        guard let shape = AmountShape(digits) else {
            throw .amount(text, Self.ambiguity(digits, isNegative: text.hasPrefix("-")) ?? .form)
        }
        guard let ore = shape.ore, let amount = Amount(ore: text.hasPrefix("-") ? -ore : ore) else {
            throw .amount(text, .tooLarge)
        }
        self = amount
    }

    /// Reads a machine's decimal text in kroner: `"952000.00"`, `"952000"`, `"-0.5"`. No grouping, no comma.
    /// - Throws: ``Malformed/amount(_:_:)``.
    public init(decimal text: String) throws(Malformed) {
        let digits = Self.unsigned(text)
        guard let shape = AmountShape(digits), !shape.isGrouped, shape.separator != UInt8(ascii: ",") else {
            throw .amount(text, .form)
        }
        guard let ore = shape.ore, let amount = Amount(ore: text.hasPrefix("-") ? -ore : ore) else {
            throw .amount(text, .tooLarge)
        }
        self = amount
    }

    /// The machine's decimal text in kroner, always with two decimals: `952000.00`.
    public var decimal: String {
        let magnitude = ore.magnitude
        let rest = magnitude % 100
        return (ore < 0 ? "-" : "") + "\(magnitude / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// Kroner in digits alone, with or without one or two decimals: the commonest form at once. `nil` for any other.
    private static func plain(_ text: String) -> Amount? {
        guard (1...15).contains(text.utf8.count) else { return nil }
        var (number, digits) = (Int64(0), 0)
        var decimals: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number * 10 + Int64(byte - UInt8(ascii: "0"))
                digits += 1
                decimals = decimals.map { $0 + 1 }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard decimals == nil, digits > 0 else { return nil }
                decimals = 0
            default: return nil
            }
        }
        switch decimals {
        case nil: return Amount(ore: number * 100)
        case 1: return Amount(ore: number * 10)
        case 2: return Amount(ore: number)
        default: return nil
        }
    }

    private static func unsigned(_ text: String) -> Substring.UTF8View {
        text.hasPrefix("-") ? text.dropFirst().utf8 : text[...].utf8
    }

    /// `4,500` and `4,500.00` read as English grouping or as a Danish decimal: neither reading is safe to pick.
    private static func ambiguity(_ digits: Substring.UTF8View, isNegative: Bool) -> Fault? {
        let comma = UInt8(ascii: ",")
        let pieces = digits.split(separator: comma, omittingEmptySubsequences: false)
        guard pieces.count == 2, let whole = pieces.first, let fraction = pieces.last,
            (1...3).contains(whole.count), fraction.count == 3,
            let kroner = AmountShape.number(whole), let thousandths = AmountShape.number(fraction),
            let grouped = Amount(ore: (kroner * 1000 + thousandths) * 100),
            let decimal = Amount(ore: kroner * 100 + thousandths / 10)
        else { return nil }
        return isNegative
            ? .ambiguous(grouped: -grouped, decimal: -decimal) : .ambiguous(grouped: grouped, decimal: decimal)
    }
}

/// An unsigned amount taken apart by its separators.
private struct AmountShape {
    let kroner: Int64?
    let hundredths: Int64
    let isGrouped: Bool
    let separator: UInt8?

    /// The whole in øre; `nil` where it does not fit 64 bits.
    var ore: Int64? {
        guard let kroner else { return nil }
        let (product, tooMany) = kroner.multipliedReportingOverflow(by: 100)
        let (sum, tooMuch) = product.addingReportingOverflow(hundredths)
        return tooMany || tooMuch ? nil : sum
    }

    /// `nil` where the text has none of the shapes that are read.
    init?(_ text: Substring.UTF8View) {
        let dot = UInt8(ascii: ".")
        let comma = UInt8(ascii: ",")
        var whole = Substring(text)
        var decimals: Substring?
        if let last = text.lastIndex(where: { $0 == dot || $0 == comma }) {
            let tail = text[text.index(after: last)...]
            if (1...2).contains(tail.count) {
                separator = text[last]
                decimals = Substring(tail)
                whole = Substring(text[..<last])
            } else {
                separator = nil
            }
        } else {
            separator = nil
        }
        let groups = whole.utf8.split(separator: dot, omittingEmptySubsequences: false)
        guard let first = groups.first, !first.isEmpty else { return nil }
        isGrouped = groups.count > 1
        // A dot that groups and a dot before the decimals in one number is nobody's convention.
        if isGrouped {
            guard separator != dot, first.count <= 3, first.first != UInt8(ascii: "0") else { return nil }
            guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        guard groups.allSatisfy({ $0.allSatisfy(Self.isDigit) }) else { return nil }
        kroner = Int64(whole.filter { $0 != "." })
        switch decimals?.utf8.count {
        case nil:
            hundredths = 0
        case .some(let count):
            guard let decimals, let value = Self.number(decimals.utf8) else { return nil }
            hundredths = count == 1 ? value * 10 : value
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func number(_ digits: Substring.UTF8View) -> Int64? {
        digits.allSatisfy(isDigit) ? Int64(Substring(digits)) : nil
    }
}
