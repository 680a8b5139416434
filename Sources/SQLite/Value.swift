/// A value as SQLite stores it, with one case for each storage class.
///
/// Two values are equal where SQLite stores the same: text counts byte for byte, unlike with Swift's own `==`.
public enum Value: Sendable {
    /// SQL's null.
    case null
    /// A whole number.
    case integer(Int64)
    /// A floating-point number. SQLite stores a NaN as null.
    case real(Double)
    /// Text; a NUL in it is kept.
    case text(String)
    /// Raw bytes.
    case blob([UInt8])
}

extension Value: Equatable {
    /// Whether SQLite stores both in the same way.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.real(let left), .real(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        case (.blob(let left), .blob(let right)): left == right
        case (.null, _), (.integer, _), (.real, _), (.text, _), (.blob, _): false
        }
    }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
    /// Makes a whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// Makes a floating-point number.
    public init(floatLiteral value: Double) { self = .real(value) }
    /// Makes text.
    public init(stringLiteral value: String) { self = .text(value) }
}

/// A type whose values can be bound to a `?` of a statement.
public protocol Bindable {
    /// The value to store or to compare with.
    var sqliteValue: Value { get }

    /// Binds the value to a parameter.
    func bind(to parameter: BoundParameter) throws(SQLiteFailure)
}

extension Bindable {
    /// Binds ``sqliteValue`` to a parameter.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        switch sqliteValue {
        case .null: try parameter.bindNull()
        case .integer(let number): try parameter.bind(number)
        case .real(let number): try parameter.bind(number)
        case .text(let text): try parameter.bind(text)
        case .blob(let bytes): try parameter.bind(bytes)
        }
    }
}

extension Value: Bindable {
    /// The value itself.
    public var sqliteValue: Value { self }
}

extension Int64: Bindable {
    /// The number as a value.
    public var sqliteValue: Value { .integer(self) }

    /// Binds the number to a parameter.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(self)
    }
}

extension Int: Bindable {
    /// The number as a value.
    public var sqliteValue: Value { .integer(Int64(self)) }

    /// Binds the number to a parameter.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(Int64(self))
    }
}

extension String: Bindable {
    /// The text as a value.
    public var sqliteValue: Value { .text(self) }

    /// Binds the text to a parameter.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(self)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// The wrapped value, or null.
    public var sqliteValue: Value { self?.sqliteValue ?? .null }

    /// Binds the wrapped value, or null, to a parameter.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        if let self { try self.bind(to: parameter) } else { try parameter.bindNull() }
    }
}
