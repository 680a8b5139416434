/// Where and why a text is not acceptable JSON. It carries the evidence and leaves the words to the caller.
public struct JSONFailure: Error, Equatable, Sendable {
    /// The line, from 1. Lines end at a line feed.
    public let line: Int
    /// The column in that line, from 1, counted in Unicode scalars. A byte order mark that was allowed does not count.
    public let column: Int
    /// What is wrong there.
    public let reason: Reason

    /// A failure at a line and a column.
    public init(line: Int, column: Int, reason: Reason) {
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// What can be wrong.
    public enum Reason: Equatable, Sendable {
        /// The text ends before the value does.
        case unexpectedEnd
        /// A character that cannot stand there.
        case unexpected(Unicode.Scalar)
        /// An object has this key twice; the place is that of the second.
        case doubledKey(String)
        /// Bytes that are not UTF-8, overlong forms and encoded surrogates among them. It is looked for first.
        case notUTF8
        /// A number with a leading zero, or without digits where some must stand; the place is that of its start.
        case number
        /// An escape that JSON does not know, or half of a surrogate pair; the place is that of the backslash.
        case escape
        /// A control character inside a string that is not escaped.
        case controlCharacter(Unicode.Scalar)
        /// An array or object nested deeper than ``JSON/depthLimit``.
        case tooDeep
        /// More text after the value.
        case trailing
    }
}

extension JSONFailure {
    /// A failure at a byte offset. Lines and columns are only counted here, so that reading need not keep count.
    /// - Parameters:
    ///   - offset: the byte it is about; all bytes before it are valid UTF-8.
    ///   - start: where line 1 begins, past a byte order mark.
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
