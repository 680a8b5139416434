/// The sign before the decimals of an amount.
public enum DecimalSign: String, CaseIterable, Sendable {
    /// `1.234,50`
    case comma = ","
    /// `1,234.50`
    case dot = "."
}

/// An amount in a column of a table whose convention is not known yet. One cell such as `1.234` may mean two things,
/// but a column is written in one convention, and other cells show which: ``DecimalColumn`` gathers what they show.
public struct ColumnAmount: Equatable, Sendable {
    /// The amount; of an undecided one, the meaning in whole kroner.
    public let amount: Amount
    /// What the cell shows of the column's convention.
    public let evidence: Evidence

    /// What a cell shows of a column's convention.
    public enum Evidence: Equatable, Sendable {
        /// Nothing: the amount has no sign between its digits, or only blanks.
        case none
        /// The decimals stand behind that sign, or the other sign groups the digits.
        case decimal(DecimalSign)
        /// One sign before exactly three digits, as in `1.234`: it groups them, or it is a decimal sign before three
        /// decimals, which no amount in kroner has.
        case undecided(DecimalSign)
    }

    /// Why a cell is no amount.
    public enum Fault: Error, Equatable, Sendable {
        /// There is nothing in the cell.
        case empty
        /// The sign, or a mark for debit and credit, stands behind the digits.
        case signBehind
        /// The amount is in another currency than kroner.
        case currency
        /// The amount is written in no way that is read.
        case form
        /// The amount has more decimals than øre.
        case decimals
        /// The amount lies beyond ``Amount/limit``.
        case tooLarge
    }

    /// Reads a cell: digits, grouped by dots, commas or blanks, with or without decimals; `-`, `+`, the mathematical
    /// minus or a dash before them; `kr.`, `kr` or `DKK` before or behind.
    /// - Throws: ``Fault``.
    public init(_ text: Span<UInt8>) throws(Fault) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        var cell = try Cell(text)
        let number = try Digits(&cell)
        guard let amount = Amount(ore: cell.isNegative ? -number.ore : number.ore) else { throw .tooLarge }
        self.init(amount, number.evidence)
    }

    /// Makes an amount of a column from what was read elsewhere.
    public init(_ amount: Amount, _ evidence: Evidence) {
        self.amount = amount
        self.evidence = evidence
    }

    /// Reads the commonest form fast: digits, a sign, two decimals. `nil` for any other form.
    private static func plain(_ text: Span<UInt8>) -> ColumnAmount? {
        guard (4...15).contains(text.count), let sign = DecimalSign(text[text.count - 3]) else { return nil }
        let first = text[0] == UInt8(ascii: "-") ? 1 : 0
        guard text.count - first > 3 else { return nil }
        var ore: Int64 = 0
        for place in first..<text.count where place != text.count - 3 {
            let digit = text[place] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            ore = ore * 10 + Int64(digit)
        }
        return Amount(ore: first == 1 ? -ore : ore).map { ColumnAmount($0, .decimal(sign)) }
    }
}

extension DecimalSign {
    /// The sign that a byte is; `nil` for any other byte.
    init?(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ","): self = .comma
        case UInt8(ascii: "."): self = .dot
        default: return nil
        }
    }

    /// The sign that groups digits where this one is decimal.
    var other: DecimalSign { self == .comma ? .dot : .comma }
}

/// A cell without blanks, sign and currency around its digits.
private struct Cell {
    private(set) var isNegative = false
    /// The digits and the signs between them, a blank for each blank of any kind.
    private(set) var bytes: [UInt8] = []

    init(_ text: Span<UInt8>) throws(ColumnAmount.Fault) {
        bytes = Self.plainBlanks(text)
        trim()
        guard !bytes.isEmpty else { throw .empty }
        let isSigned = takeSign()
        takeCurrencyBefore()
        let isSignedAfter = takeSign()
        takeCurrencyBehind()
        if isSigned, isSignedAfter { throw .form }
        guard let last = bytes.last else { throw .form }
        if last == UInt8(ascii: "-") || last == UInt8(ascii: "+") { throw .signBehind }
        try checkLetters()
    }

    /// The bytes with every blank, no-break and thin ones too, as a plain blank, and a minus or a dash as a hyphen.
    private static func plainBlanks(_ text: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for place in text.indices { bytes.append(text[place]) }
        let signs: [(String, UInt8)] = [
            ("\u{A0}", 0x20), ("\u{202F}", 0x20), ("\u{2009}", 0x20), ("\u{2212}", 0x2D), ("\u{2013}", 0x2D),
        ]
        for (sign, plain) in signs where bytes.contains(where: { $0 >= 0x80 }) {
            let written = Array(sign.utf8)
            var place = 0
            while place + written.count <= bytes.count {
                if bytes[place..<place + written.count].elementsEqual(written) {
                    bytes.replaceSubrange(place..<place + written.count, with: [plain])
                }
                place += 1
            }
        }
        return bytes
    }

    private mutating func trim() {
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        let blanks = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
        bytes.removeFirst(blanks)
    }

    private mutating func takeSign() -> Bool {
        guard let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return false }
        isNegative = isNegative || first == UInt8(ascii: "-")
        bytes.removeFirst()
        trim()
        return true
    }

    private static let currencies = ["dkk", "kr.", "kr"].map { Array($0.utf8) }

    private mutating func takeCurrencyBefore() {
        for name in Self.currencies where bytes.prefix(name.count).map({ $0 | 0x20 }) == name.map({ $0 | 0x20 }) {
            bytes.removeFirst(name.count)
            return trim()
        }
    }

    private mutating func takeCurrencyBehind() {
        for name in Self.currencies where bytes.suffix(name.count).map({ $0 | 0x20 }) == name.map({ $0 | 0x20 }) {
            bytes.removeLast(name.count)
            return trim()
        }
    }

    /// Letters are a mark for debit or credit, or a currency.
    private func checkLetters() throws(ColumnAmount.Fault) {
        let letters = bytes.filter { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        let word = String(decoding: letters, as: UTF8.self).uppercased()
        if ["CR", "DR", "C", "D", "K", "DB"].contains(word) { throw .signBehind }
        let isForeign = String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
            "$£¥€".unicodeScalars.contains($0)
        }
        if letters.count == 3 || isForeign { throw .currency }
        if !letters.isEmpty { throw .form }
    }
}

/// The digits of a cell and the signs between them.
private struct Digits {
    let ore: Int64
    let evidence: ColumnAmount.Evidence

    init(_ cell: inout Cell) throws(ColumnAmount.Fault) {
        var digits: [UInt8] = []
        var signs: [(byte: UInt8, place: Int)] = []
        for byte in cell.bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "."), UInt8(ascii: ","), 0x20:
                guard signs.last?.place != digits.count, !digits.isEmpty else { throw .form }
                signs.append((byte, digits.count))
            default: throw .form
            }
        }
        guard !digits.isEmpty, signs.last?.place != digits.count else { throw .form }
        let decimals = try Self.decimals(signs, digits)
        let groups = decimals == nil ? signs : Array(signs.dropLast())
        let whole = decimals.map { digits.count - $0.count } ?? digits.count
        guard Self.areGroups(groups, upTo: whole) else { throw .form }
        guard digits.dropFirst(whole).dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") }) else { throw .decimals }
        ore = try Self.ore(digits[..<whole], Array(digits[whole...].prefix(2)))
        evidence = Self.evidence(decimals?.sign, groups)
    }

    /// The sign before the decimals and how many there are; `nil` where the number is whole.
    private static func decimals(
        _ signs: [(byte: UInt8, place: Int)], _ digits: [UInt8]
    ) throws(ColumnAmount.Fault) -> (sign: DecimalSign, count: Int)? {
        guard let last = signs.last, let sign = DecimalSign(last.byte) else { return nil }
        let count = digits.count - last.place
        let isOnly = !signs.dropLast().contains { $0.byte == last.byte }
        // A sign before exactly three digits groups them, unless the digits before it cannot be a group.
        let mayGroup = count == 3 && (signs.count == 1 ? last.place <= 3 && digits[0] != UInt8(ascii: "0") : !isOnly)
        if mayGroup { return nil }
        guard isOnly else { throw .form }
        return (sign, count)
    }

    /// Whether all groups but the first have three digits, and all signs between them are the same.
    private static func areGroups(_ signs: [(byte: UInt8, place: Int)], upTo end: Int) -> Bool {
        guard let first = signs.first else { return true }
        let places = signs.map(\.place) + [end]
        return signs.allSatisfy { $0.byte == first.byte } && first.place <= 3
            && zip(places, places.dropFirst()).allSatisfy { $1 - $0 == 3 }
    }

    private static func ore(_ kroner: ArraySlice<UInt8>, _ decimals: [UInt8]) throws(ColumnAmount.Fault) -> Int64 {
        guard kroner.count <= 16 else { throw .tooLarge }
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 2 - decimals.count)
        return (kroner + decimals + zeros).reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    private static func evidence(
        _ decimal: DecimalSign?, _ groups: [(byte: UInt8, place: Int)]
    ) -> ColumnAmount.Evidence {
        if let decimal { return .decimal(decimal) }
        guard let group = groups.first.flatMap({ DecimalSign($0.byte) }) else { return .none }
        return groups.count > 1 ? .decimal(group.other) : .undecided(group)
    }
}

/// Finds out from all amounts of a table how they are written.
public struct DecimalColumn: Sendable {
    /// The sign that a profile names.
    private let named: DecimalSign?
    /// The first line that shows a sign to be decimal, for each of the two.
    private var shown: [DecimalSign: Int] = [:]
    /// The first line that leaves it open whether a sign groups.
    private var open: [DecimalSign: Int] = [:]

    /// Why the amounts cannot be read.
    public enum Fault: Error, Equatable, Sendable {
        /// A line is written in another convention than the lines before it, or than the profile says.
        case mixed(line: Int)
        /// Only amounts such as `1,234` stand in the table, so that it may mean 1234 or 1.234.
        case open(line: Int)
    }

    /// Begins without an amount.
    /// - Parameter named: the decimal sign, if it is known.
    public init(_ named: DecimalSign?) {
        self.named = named
    }

    /// Takes what an amount shows.
    public mutating func take(_ evidence: ColumnAmount.Evidence, at line: Int) {
        switch evidence {
        case .none: break
        case .decimal(let sign): if shown[sign] == nil { shown[sign] = line }
        case .undecided(let sign): if open[sign] == nil { open[sign] = line }
        }
    }

    /// The sign that all amounts agree on; `nil` where none shows it and none needs it.
    /// - Throws: ``Fault``.
    public func sign() throws(Fault) -> DecimalSign? {
        let comma = shown[.comma]
        let dot = shown[.dot]
        if named == nil, let comma, let dot { throw .mixed(line: max(comma, dot)) }
        let told = named ?? (comma != nil ? .comma : dot != nil ? .dot : nil)
        if let told {
            if let line = shown[told.other] { throw .mixed(line: line) }
            // The decimal sign before three digits.
            if let line = open[told] { throw .mixed(line: line) }
            return told
        }
        // As on the command line, a dot before three digits groups them, and a comma may mean two things.
        if let line = open[.comma] { throw .open(line: line) }
        return open[.dot] == nil ? nil : .comma
    }
}
