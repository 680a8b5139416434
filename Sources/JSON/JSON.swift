/// A JSON value as RFC 8259 has it, kept so exactly that what was read can be written again byte for byte.
///
/// Reading refuses whatever the standard leaves open, such as a key given twice.
public enum JSON: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction and exponent that an `Int64` holds.
    case integer(Int64)
    /// Every other number, verbatim: one with a fraction or an exponent, one beyond `Int64`, or `-0`.
    /// It is written as it stands, so whoever builds one by hand must write a JSON number.
    case number(String)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Members in the order they were read or built. Reading never gives the same key twice.
    case object([Member])

    /// One key of an object and its value.
    public struct Member: Sendable, Equatable {
        /// The name.
        public var key: String
        /// What stands under it.
        public var value: JSON

        /// Puts a value under a key.
        public init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }

        /// Members are equal when their keys agree scalar by scalar and their values are equal.
        public static func == (left: Member, right: Member) -> Bool {
            ExactText(left.key) == ExactText(right.key) && left.value == right.value
        }
    }

    /// The value under a key, or nil where there is no such key or this is not an object.
    /// Keys are compared scalar by scalar; it looks at one member after the other.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { ExactText($0.key) == ExactText(key) }?.value
    }
}

extension JSON: Equatable {
    /// Values are equal when their compact writing is the same, byte for byte: the order of an object's members counts,
    /// and so does the difference between `é` in one scalar and in two, which Swift's own `==` on strings overlooks.
    public static func == (left: JSON, right: JSON) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.number(let left), .number(let right)): ExactText(left) == ExactText(right)
        case (.string(let left), .string(let right)): ExactText(left) == ExactText(right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.integer, _), (.number, _), (.string, _), (.array, _), (.object, _): false
        }
    }
}

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringInterpolation,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// A whole number.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// Text, with or without interpolation.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Values in order.
    public init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    /// Members in the order written. A key written twice stays there twice: literals are ours, not input.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

/// Text compared, ordered and hashed by its UTF-8 bytes. Swift's own strings are equal when they look the same,
/// but two keys that look the same are two keys in a hash.
struct ExactText: Hashable, Comparable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    static func < (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        text.utf8.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
