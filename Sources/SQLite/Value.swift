/// A value as SQLite stores it: one case for each storage class.
///
/// Two are equal where SQLite stores the same: text byte for byte, where Swift's own `==` goes by what it looks like.
public enum Value: Sendable {
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

extension Value: Equatable {
    /// Whether both are stored alike.
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

    /// Puts the value in a parameter's place.
    func bind(to parameter: BoundParameter) throws(SQLiteFailure)
}

extension Bindable {
    /// Puts ``sqliteValue`` in a parameter's place.
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
    /// A whole number.
    public var sqliteValue: Value { .integer(self) }

    /// Puts the number in a parameter's place.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(self)
    }
}

extension Int: Bindable {
    /// A whole number.
    public var sqliteValue: Value { .integer(Int64(self)) }

    /// Puts the number in a parameter's place.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(Int64(self))
    }
}

extension String: Bindable {
    /// Text.
    public var sqliteValue: Value { .text(self) }

    /// Puts the text in a parameter's place.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        try parameter.bind(self)
    }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// The wrapped value, or null.
    public var sqliteValue: Value { self?.sqliteValue ?? .null }

    /// Puts the wrapped value, or null, in a parameter's place.
    @inlinable
    public func bind(to parameter: BoundParameter) throws(SQLiteFailure) {
        if let self { try self.bind(to: parameter) } else { try parameter.bindNull() }
    }
}
