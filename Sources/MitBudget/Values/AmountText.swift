extension Amount {
    /// Why a text is no amount.
    public enum Fault: Equatable, Sendable {
        /// The form is not one that the program reads.
        case form
        /// The text is ambiguous, such as `4,500`; the amounts that it may mean, where they are exact to the øre.
        case readings([Amount])
        /// The amount lies beyond ``Amount/limit``.
        case tooLarge
    }

    /// Reads an amount in kroner as people type it and as the program prints it in either language: `4500`, `4.500`,
    /// `4.500,00`, `4500,50`, `4500.50`, `1,000.50`, `1,234,567`, `12 000`. `kr.` or `kr` may follow; `DKK` or `kr.`
    /// may come first.
    ///
    /// A dot or a blank before exactly three digits groups them. A comma or a dot before one or two last digits is the
    /// decimal sign. Groups and decimals use different signs. Commas group only where there are two of them or
    /// decimals. A leading minus is read, so that a rule can refuse it by name.
    /// - Throws: ``Malformed/amount(_:_:)`` for anything else; for `4,500` with both readings.
    public init(kroner text: String) throws(Malformed) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        var rest = Self.withoutCurrency(Array(text.unicodeScalars)[...])
        let isNegative = rest.first == "-"
        if isNegative { rest = rest.dropFirst() }
        guard let number = WrittenNumber(rest) else { throw .amount(text, .form) }
        if let sure = number.sure {
            guard let amount = sure.amount(isNegative) else { throw .amount(text, .tooLarge) }
            self = amount
            return
        }
        let readings = number.readings.compactMap { $0.amount(isNegative) }
        throw .amount(text, readings.isEmpty ? .form : .readings(readings))
    }

    /// Reads a machine's decimal text in kroner: `"952000.00"`, `"952000"`, `"-0.5"`. No grouping, no comma.
    /// - Throws: ``Malformed/amount(_:_:)``.
    public init(decimal text: String) throws(Malformed) {
        let isNegative = text.hasPrefix("-")
        let digits = Array(text.unicodeScalars)[...].dropFirst(isNegative ? 1 : 0)
        guard let number = WrittenNumber(digits), number.isUngrouped, let sure = number.sure else {
            throw .amount(text, .form)
        }
        guard let amount = sure.amount(isNegative) else { throw .amount(text, .tooLarge) }
        self = amount
    }

    /// The machine's decimal text in kroner, always with two decimals: `952000.00`.
    public var decimal: String {
        let magnitude = ore.magnitude
        let rest = magnitude % 100
        return (ore < 0 ? "-" : "") + "\(magnitude / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
    }

    /// The characters of an amount, including the letters of a currency.
    static let spelling = Spelling(most: .max) { scalar in
        Letters.isDigit(scalar) || WrittenNumber.isBlank(scalar) || ".,-DKkr".unicodeScalars.contains(scalar)
    }

    /// Reads kroner in digits, with one or two decimals or none: the commonest form, read fast. `nil` for any other
    /// form.
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

    /// Drops `DKK` or `kr.` before the number and `kr.` or `kr` after it.
    private static func withoutCurrency(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        for sign in ["DKK", "kr."] where text.starts(with: sign.unicodeScalars) {
            return text.dropFirst(sign.unicodeScalars.count).drop(while: WrittenNumber.isBlank)
        }
        for sign in ["kr.", "kr"] where text.reversed().starts(with: sign.unicodeScalars.reversed()) {
            let number = text.dropLast(sign.unicodeScalars.count)
            return number.prefix((number.lastIndex { !WrittenNumber.isBlank($0) } ?? -1) + 1)
        }
        return text
    }
}

/// An unsigned number as written: its groups of digits and the signs between them.
private struct WrittenNumber {
    private let pieces: [[Unicode.Scalar]]
    private let signs: [Unicode.Scalar]

    /// One meaning of the number: whole kroner and one or two decimals, in digits.
    struct Reading {
        fileprivate let kroner: [Unicode.Scalar]
        fileprivate let decimals: [Unicode.Scalar]

        /// `nil` beyond ``Amount/limit``.
        func amount(_ isNegative: Bool) -> Amount? {
            let hundredths = (decimals + ["0", "0"]).prefix(2)
            var ore: Int64 = 0
            for digit in kroner + hundredths {
                let (tens, tooMany) = ore.multipliedReportingOverflow(by: 10)
                let (sum, tooMuch) = tens.addingReportingOverflow(Int64(digit.value) - 48)
                if tooMany || tooMuch { return nil }
                ore = sum
            }
            return Amount(ore: isNegative ? -ore : ore)
        }
    }

    /// `nil` where the text holds anything but digits with single signs between them.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
        pieces = text.split(omittingEmptySubsequences: false) { Self.isBlank($0) || $0 == "." || $0 == "," }.map(
            Array.init)
        signs = text.filter { !Letters.isDigit($0) }
        guard pieces.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Letters.isDigit) }) else { return nil }
    }

    /// Whether a character is a blank; printed text has the no-break ones.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    /// Whether the number has no sign between its digits but a decimal point, as machines write it.
    var isUngrouped: Bool { signs.isEmpty || signs == ["."] && pieces[1].count <= 2 }

    /// The only meaning of the number; `nil` where it could mean two things, or is written in no usual way.
    var sure: Reading? {
        if signs.isEmpty { return Reading(kroner: pieces[0], decimals: []) }
        if let decimals, decimals.count <= 2, signs.count == 1 || Self.isOne(signs.dropLast(), otherThan: signs.last) {
            return Reading(kroner: Array(pieces.dropLast().joined()), decimals: decimals)
        }
        let isPlain = signs[0] != "," || signs.count > 1
        return isPlain && Self.isOne(signs[...]) && Self.areGroups(pieces[...]) ? grouped : nil
    }

    /// The possible meanings that are exact to the øre, whole kroner first.
    var readings: [Reading] {
        var readings: [Reading] = []
        if Self.isOne(signs[...]), Self.areGroups(pieces[...]) { readings.append(grouped) }
        if let decimals, decimals.dropFirst(2).allSatisfy({ $0 == "0" }) {
            readings.append(Reading(kroner: Array(pieces.dropLast().joined()), decimals: Array(decimals.prefix(2))))
        }
        return readings
    }

    private var grouped: Reading { Reading(kroner: Array(pieces.joined()), decimals: []) }

    /// The digits after the last sign, where they may be decimals and the digits before are a whole number.
    private var decimals: [Unicode.Scalar]? {
        guard let sign = signs.last, !Self.isBlank(sign), let last = pieces.last,
            signs.count == 1 || Self.areGroups(pieces.dropLast())
        else { return nil }
        return last
    }

    private static func isOne(_ signs: ArraySlice<Unicode.Scalar>, otherThan other: Unicode.Scalar? = nil) -> Bool {
        signs.allSatisfy { $0 == signs.first && $0 != other }
    }

    /// Whether all pieces have three digits, but the first one to three and no leading zero.
    private static func areGroups(_ pieces: ArraySlice<[Unicode.Scalar]>) -> Bool {
        guard let first = pieces.first, (1...3).contains(first.count), first[0] != "0" else { return false }
        return pieces.dropFirst().allSatisfy { $0.count == 3 }
    }
}
