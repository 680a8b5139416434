/// A value as SQLite stores it: one case for each storage class.
public enum Value: Sendable, Equatable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int64)
    /// A floating-point number. SQLite stores a NaN as null.
    case real(Double)
    /// Text, with any NUL in it kept.
    case text(String)
    /// Raw bytes.
    case blob([UInt8])
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A floating-point number.
    public init(floatLiteral value: Double) { self = .real(value) }
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
}

/// What can stand for a `?` in a statement.
public protocol Bindable {
    /// The value to store or to compare with.
    var sqliteValue: Value { get }
}

extension Value: Bindable {
    /// The value itself.
    public var sqliteValue: Value { self }
}

extension Int64: Bindable {
    /// A whole number.
    public var sqliteValue: Value { .integer(self) }
}

extension Int: Bindable {
    /// A whole number.
    public var sqliteValue: Value { .integer(Int64(self)) }
}

extension String: Bindable {
    /// Text.
    public var sqliteValue: Value { .text(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// The wrapped value, or null.
    public var sqliteValue: Value { self?.sqliteValue ?? .null }
}
