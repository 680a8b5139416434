/// A recipient in the programme, known only by a reference: `B01`, `B02` … `B100` … The terms say which capitals stand
/// before the number.
public struct ParticipantReference: Hashable, Comparable, Sendable {
    /// The capitals before the number.
    public let prefix: ReferencePrefix
    /// The number in the reference: 1 for `B01`.
    public let number: Int

    /// A reference by its number; `nil` below 1.
    public init?(prefix: ReferencePrefix = .standard, number: Int) {
        guard number >= 1 else { return nil }
        self.prefix = prefix
        self.number = number
    }

    static let spelling = Spelling(most: 21) { $0 >= "A" && $0 <= "Z" || Letters.isDigit($0) }

    /// Reads a reference such as `B01`.
    /// - Throws: ``Malformed/participant(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let reference = Self(text.utf8.span) else { throw .participant(text) }
        self = reference
    }

    /// Reads a reference from bytes; `nil` for any other bytes.
    public init?(_ text: Span<UInt8>) {
        var (place, packed) = (0, UInt32(0))
        while place < text.count, place < 3, ReferencePrefix.isCapital(text[place]) {
            packed = packed << 8 | UInt32(text[place])
            place += 1
        }
        // There is one way to write each number: at least two digits, with a leading zero only below 10.
        guard place > 0, text.count >= place + 2, text.count == place + 2 || text[place] != UInt8(ascii: "0"),
            let number = FixedDigits.read(place..<text.count, of: text)
        else { return nil }
        self.init(prefix: ReferencePrefix(packed: packed), number: number)
    }

    /// The reference as printed, such as `B01`; at least two digits.
    public var text: String {
        var (digits, rest) = (2, number / 100)
        while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
        let length = prefix.length
        return String(unsafeUninitializedCapacity: length + digits) { text in
            for place in 0..<length { text[place] = prefix.byte(place) }
            FixedDigits.write(number, width: digits, at: length, to: text)
            return length + digits
        }
    }

    /// Orders by enrolment.
    public static func < (left: ParticipantReference, right: ParticipantReference) -> Bool {
        (left.number, left.prefix.packed) < (right.number, right.prefix.packed)
    }
}

/// A staff member's id: 1–32 lower-case letters, digits, `-`.
public struct StaffID: Verbatim {
    /// The id as written.
    public let text: String

    static let spelling = Spelling(most: 32) { Letters.isLower($0) || Letters.isDigit($0) || $0 == "-" }

    /// Reads an id.
    /// - Throws: ``Malformed/staff(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Self.spelling.fault(in: text) == nil else { throw .staff(text) }
        self.text = text
    }
}

/// The reference of a receipt or an invoice: 1–40 letters, digits, `.`, `_`, `-`, `/`. It holds no prose.
///
/// References that differ only in case name the same voucher: who types `2023-a1` holds the receipt `2023-A1`.
public struct VoucherReference: Hashable, Sendable {
    /// The reference as written; it is stored and shown in this form.
    public let text: String

    /// The reference in lower case, which identifies the voucher. The file holds it in `movement.voucher_key`.
    public var key: String {
        guard text.utf8.contains(where: { Self.small($0) != $0 }) else { return text }
        return String(decoding: text.utf8.map(Self.small), as: UTF8.self)
    }

    /// A byte of a reference in lower case. Beyond ASCII a reference holds only Æ, Ø and Å; in UTF-8 their second bytes
    /// differ from those of æ, ø and å by the same bit as `A` from `a`.
    private static func small(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0x9F: byte | 0x20
        default: byte
        }
    }

    /// Whether both references name the same voucher.
    public static func == (left: Self, right: Self) -> Bool {
        Exactly(left.text) == Exactly(right.text)
            || left.text.utf8.count == right.text.utf8.count
                && zip(left.text.utf8, right.text.utf8).allSatisfy { small($0) == small($1) }
    }

    /// Hashes ``key``, so that equal references have equal hashes.
    public func hash(into hasher: inout Hasher) {
        Exactly(key).hash(into: &hasher)
    }

    static let spelling = Spelling(most: 40) { scalar in
        switch scalar {
        case ".", "_", "-", "/": true
        default: Letters.isLower(scalar) || Letters.isUpper(scalar) || Letters.isDigit(scalar)
        }
    }

    /// Reads a reference.
    /// - Throws: ``Malformed/voucher(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Self.isPlain(text.utf8.span) || Self.spelling.fault(in: text) == nil else { throw .voucher(text) }
        self.text = text
    }

    /// A fast check of the bytes, which accepts nearly every valid reference; `false` decides nothing.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        guard (1...40).contains(text.count) else { return false }
        for place in text.indices {
            switch text[place] {
            case UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                continue  // "-", ".", "/" and the digits follow one another
            default: return false
            }
        }
        return true
    }
}

/// A line of the approved budget. A programme with recipients has one called `citizens`.
public struct PostName: Verbatim {
    /// The name as the programme writes it.
    public let text: String

    /// The recipients' post.
    public static let citizens = PostName(unchecked: "citizens")

    private init(unchecked text: String) {
        self.text = text
    }

    static let spelling = Label.spelling

    /// Reads a name, or a label that stands for one: 1–100 characters, no control character, no blank at either end.
    /// - Throws: ``Malformed/post(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Label.isPlain(text) else { throw .post(text) }
        self.text = text
    }
}

/// What a plan's item is about: `job`, `housing`, `life` in Aabenraa's programme.
public struct Area: Verbatim {
    /// The code as the programme writes it.
    public let text: String

    static let spelling = Label.codeSpelling

    /// Reads a code, or a label that stands for one: 1–100 characters, no control character, no blank at either end.
    /// - Throws: ``Malformed/area(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Label.isPlain(text) else { throw .area(text) }
        self.text = text
    }

    /// Reads a code: 1–32 letters, digits, `-`, `_`.
    /// - Throws: ``Malformed/area(_:)``.
    public init(code: String) throws(Malformed) {
        guard Self.spelling.fault(in: code) == nil else { throw .area(code) }
        text = code
    }
}

/// How it went for a recipient, or what is measured for the programme: `reached`, `closer` …
public struct ResultCode: Verbatim {
    /// The code as the programme writes it.
    public let text: String

    /// What stands for no result, where one is taken back.
    public static let none = "none"

    /// Reads a code, or a label that stands for one: 1–100 characters, no control character, no blank at either end.
    /// - Throws: ``Malformed/result(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Label.isPlain(text) else { throw .result(text) }
        self.text = text
    }

    /// Reads a code: 1–32 letters, digits, `-`, `_`, and not ``none``, whatever its case.
    /// - Throws: ``Malformed/result(_:)``.
    public init(code: String) throws(Malformed) {
        guard Label.codeSpelling.fault(in: code) == nil, Label.key(code) != Exactly(Self.none) else {
            throw .result(code)
        }
        text = code
    }
}

/// The login of an account of the operating system.
public struct AccountName: Verbatim {
    /// The login as the system writes it.
    public let text: String

    static let spelling = Spelling(most: 64) { !Text.misleads($0) && !$0.properties.isWhitespace }

    /// Reads a login: 1–64 characters, no blank, no control character.
    /// - Throws: ``Malformed/account(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Self.spelling.fault(in: text) == nil else { throw .account(text) }
        self.text = text
    }
}

/// The number of an entry: 1, 2, 3 … without gaps.
public struct EntryNumber: Hashable, Comparable, Sendable {
    /// The number; the first entry has 1.
    public let value: Int64

    /// The entry that opens the ledger.
    public static let opening = EntryNumber(unchecked: 1)

    private init(unchecked value: Int64) {
        self.value = value
    }

    /// An entry by its number; `nil` below 1.
    public init?(_ value: Int64) {
        guard value >= 1 else { return nil }
        self.value = value
    }

    /// Reads a number.
    /// - Throws: ``Malformed/number(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let value = Letters.number(text) else { throw .number(text) }
        self.value = value
    }

    /// Orders by recording.
    public static func < (left: EntryNumber, right: EntryNumber) -> Bool {
        left.value < right.value
    }
}

/// The number of an item within a participant's plans: 1, 2 … New versions keep it, and it is never reused.
public struct ItemNumber: Hashable, Comparable, Sendable {
    /// The number; the first item has 1.
    public let value: Int

    /// An item by its number; `nil` below 1.
    public init?(_ value: Int) {
        guard value >= 1 else { return nil }
        self.value = value
    }

    /// Reads a number.
    /// - Throws: ``Malformed/number(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let value = Letters.number(text) else { throw .number(text) }
        self.value = Int(value)
    }

    /// Orders by number.
    public static func < (left: ItemNumber, right: ItemNumber) -> Bool {
        left.value < right.value
    }
}

/// A reference to an item of a citizen's plans, such as item 2 of `B03`.
public struct ItemReference: Hashable, Sendable {
    /// The citizen whose plan has the item.
    public let participant: ParticipantReference
    /// The item's number within the citizen's plans.
    public let number: ItemNumber

    /// Makes a reference from a citizen and an item's number.
    public init(_ participant: ParticipantReference, _ number: ItemNumber) {
        self.participant = participant
        self.number = number
    }
}

/// The letters of references: the Danish alphabet, each letter in one form.
enum Letters {
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= "0" && scalar <= "9"
    }

    static func isLower(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= "a" && scalar <= "z" || scalar == "æ" || scalar == "ø" || scalar == "å"
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar >= "A" && scalar <= "Z" || scalar == "Æ" || scalar == "Ø" || scalar == "Å"
    }

    /// The characters of a number.
    static let number = Spelling(most: 15, allows: isDigit)

    /// Reads a whole number from 1 to a thousand million million, in plain digits.
    static func number(_ text: String) -> Int64? {
        guard (1...15).contains(text.utf8.count), text.unicodeScalars.allSatisfy(isDigit), let value = Int64(text),
            value >= 1
        else { return nil }
        return value
    }
}

/// A programme's code: 1–60 letters, digits, `-`, `_`, `.`.
public struct ProgrammeID: Verbatim {
    /// The code as written.
    public let text: String

    static let spelling = Spelling(most: 60) { scalar in
        switch scalar {
        case "-", "_", ".": true
        default: Letters.isLower(scalar) || Letters.isUpper(scalar) || Letters.isDigit(scalar)
        }
    }

    /// Reads a code; `nil` where it holds a blank or another character that a code may not have.
    public init?(_ text: String) {
        guard Self.spelling.fault(in: text) == nil else { return nil }
        self.text = text
    }
}
