/// A value that equals another only if their texts are equal byte for byte, as in the file, the seals and the hashes.
///
/// Swift's own strings are equal when they look the same: `å` in one scalar and in two would be one key of a dictionary
/// and two vouchers in the file. Every type that is looked up, compared or sorted by its text conforms; a bare string
/// is wrapped in ``Exactly``.
public protocol Verbatim: Hashable, Comparable, Sendable {
    /// The text as written.
    var text: String { get }
}

extension Verbatim {
    /// Equal byte for byte.
    public static func == (left: Self, right: Self) -> Bool {
        let (one, other) = (left.text, right.text)
        let (bytes, others) = (one.utf8.span, other.utf8.span)
        guard bytes.count == others.count else { return false }
        for index in bytes.indices where bytes[index] != others[index] { return false }
        return true
    }

    /// Orders by the UTF-8 bytes, as SQLite sorts.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Hashes the UTF-8 bytes.
    public func hash(into hasher: inout Hasher) {
        text.utf8.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

/// Wraps a text without a type of its own, where it is a key or is compared.
public struct Exactly: Verbatim {
    /// The wrapped text.
    public let text: String

    /// Wraps a text.
    public init(_ text: String) {
        self.text = text
    }
}
