/// A value that is its text, byte for byte: what the file, the seals and the hashes tell apart, is told apart.
///
/// Swift's own strings are equal when they look the same, so `å` in one scalar and in two are one key to a dictionary
/// and two vouchers to the file. Whatever is looked up, compared or sorted by its text conforms; a bare string is
/// wrapped in ``Exactly``.
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

    /// As SQLite sorts.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// As equality goes.
    public func hash(into hasher: inout Hasher) {
        text.utf8.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

/// A text that has no type of its own, where it is a key or is compared.
public struct Exactly: Verbatim {
    /// The text.
    public let text: String

    /// The text, byte for byte.
    public init(_ text: String) {
        self.text = text
    }
}
