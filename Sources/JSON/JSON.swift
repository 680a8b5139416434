/// A JSON value by RFC 8259, kept so exactly that what was read can be written again byte for byte.
///
/// Reading refuses what the standard leaves open, such as a doubled key.
public enum JSON: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number without fraction and exponent that an `Int64` holds.
    case integer(Int64)
    /// Every other number, verbatim: one with a fraction or an exponent, one beyond `Int64`, or `-0`. It is written as
    /// it is, so code that builds one must supply a valid JSON number.
    case number(String)
    /// Text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Members in the order in which they were read or built. Reading never returns the same key twice.
    case object([Member])

    /// One key of an object and its value.
    public struct Member: Sendable, Equatable {
        /// The member's name.
        public var key: String
        /// The member's value.
        public var value: JSON

        /// Makes a member from a key and a value.
        public init(key: String, value: JSON) {
            self.key = key
            self.value = value
        }

        /// Whether the keys agree scalar by scalar and the values are equal.
        public static func == (left: Member, right: Member) -> Bool {
            ExactText(left.key) == ExactText(right.key) && left.value == right.value
        }
    }

    /// The value of a key; `nil` where the key is missing or this is not an object. Compares keys scalar by scalar, one
    /// member after the other.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { ExactText($0.key) == ExactText(key) }?.value
    }
}

extension JSON: Equatable {
    /// Whether both have the same compact text, byte for byte. The order of an object's members counts, and so does the
    /// difference between `é` in one scalar and in two, which Swift's own `==` on strings ignores.
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
    /// Makes `true` or `false`.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// Makes a whole number.
    public init(integerLiteral value: Int64) {
        self = .integer(value)
    }

    /// Makes text, with or without interpolation.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// Makes an array.
    public init(arrayLiteral elements: JSON...) {
        self = .array(elements)
    }

    /// Makes an object with its members in this order. A doubled key stays: literals are our own code, not input.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(key: $0.0, value: $0.1) })
    }
}

/// Compares, orders and hashes text by its UTF-8 bytes. Swift's own strings are equal when they look the same, but two
/// keys that look the same are different keys in a hash.
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
