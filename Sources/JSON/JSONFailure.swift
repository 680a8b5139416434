/// Where and why a text is not acceptable JSON. It carries the facts; the caller words the message.
public struct JSONFailure: Error, Equatable, Sendable {
    /// The line, from 1. Lines end at a line feed.
    public let line: Int
    /// The column in that line, from 1, in Unicode scalars. An allowed byte order mark does not count.
    public let column: Int
    /// What is wrong at that place.
    public let reason: Reason

    /// Makes a failure from its parts.
    public init(line: Int, column: Int, reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// The ways in which a text can be wrong.
    public enum Reason: Equatable, Sendable {
        /// The text ends before the value does.
        case unexpectedEnd
        /// A character that is not allowed at this place.
        case unexpected(Unicode.Scalar)
        /// An object has this key twice; the place is that of the second.
        case doubledKey(String)
        /// Bytes that are not UTF-8, including overlong forms and encoded surrogates. This is checked first.
        case notUTF8
        /// A number with a leading zero, or without required digits; the place is that of its start.
        case number
        /// An unknown escape, or half of a surrogate pair; the place is that of the backslash.
        case escape
        /// An unescaped control character inside a string.
        case controlCharacter(Unicode.Scalar)
        /// An array or object nested deeper than ``JSON/depthLimit``.
        case tooDeep
        /// More text after the value.
        case trailing
    }
}

extension JSONFailure {
    /// A failure at a byte offset. Counts lines and columns only here, so that reading need not count them.
    /// - Parameters:
    ///   - offset: the byte in question; all bytes before it are valid UTF-8.
    ///   - start: where line 1 begins, after a byte order mark.
    init(_ reason: Reason, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var line = 1
        var column = 1
        for byte in bytes[start..<offset] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if !UTF8.isContinuation(byte) {
                column += 1
            }
        }
        self.init(line: line, column: column, reason: reason)
    }
}
