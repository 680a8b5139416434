extension JSON {
    /// The two forms of a written value, each on one line without spaces and without a newline at the end.
    public enum Layout: CaseIterable, Sendable {
        /// Keys in ascending order of their UTF-8 bytes: the form that is hashed. Numbers stay as they were written, so
        /// `1.0` and `1` differ.
        case canonical
        /// Keys in their original order.
        case compact
    }

    /// The value on one line, keys sorted by their UTF-8 bytes.
    public var canonical: String { text(as: .canonical) }

    /// The value on one line, keys in their original order.
    public var compact: String { text(as: .compact) }

    /// The value as UTF-8.
    public func bytes(as layout: Layout) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(as: layout, to: &bytes)
        return bytes
    }

    /// Appends the value as UTF-8. In strings only `"`, `\` and control characters are escaped, the latter as
    /// `\b`, `\f`, `\n`, `\r`, `\t` or `\u00` and two lower-case hex digits.
    public func write(as layout: Layout, to bytes: inout [UInt8]) {
        Writer(layout: layout).write(self, to: &bytes)
    }

    private func text(as layout: Layout) -> String {
        String(decoding: bytes(as: layout), as: UTF8.self)
    }
}

private struct Writer {
    let layout: JSON.Layout

    func write(_ value: JSON, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let isTrue): bytes.append(contentsOf: isTrue ? "true".utf8 : "false".utf8)
        case .integer(let integer): JSON.write(integer, to: &bytes)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): JSON.write(text, to: &bytes)
        case .array(let elements): write(elements, to: &bytes)
        case .object(let members): write(members, to: &bytes)
        }
    }

    private func write(_ elements: [JSON], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(element, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private func write(_ members: [JSON.Member], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for member in ordered(members) {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            JSON.write(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            write(member.value, to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func ordered(_ members: [JSON.Member]) -> [JSON.Member] {
        guard layout == .canonical else { return members }
        // Most objects are already sorted; checking is cheaper than sorting.
        let isSorted = zip(members, members.dropFirst()).allSatisfy { ExactText($0.key) < ExactText($1.key) }
        guard !isSorted else { return members }
        return members.sorted { ExactText($0.key) < ExactText($1.key) }
    }
}

extension JSON {
    /// Appends a whole number.
    public static func write(_ integer: Int64, to bytes: inout [UInt8]) {
        if integer < 0 { bytes.append(UInt8(ascii: "-")) }
        let first = bytes.endIndex
        var rest = integer.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (first, bytes.endIndex - 1)
        while low < high {
            bytes.swapAt(low, high)
            (low, high) = (low + 1, high - 1)
        }
    }

    /// Appends a string in quotation marks, escaped where necessary.
    public static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        text.utf8.span.withUnsafeBufferPointer { utf8 in
            var first = utf8.startIndex
            for index in utf8.indices where needsEscape(utf8[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[first..<index]))
                writeEscaped(utf8[index], to: &bytes)
                first = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[first...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends a key that needs no escapes, with its colon, and a comma before it unless the object begins there.
    /// - Parameter bytes: an object that begins with `{`; no member ends in that bracket.
    public static func begin(_ key: StaticString, in bytes: inout [UInt8]) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case 0..<0x20:
            bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
            bytes.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
        default: bytes.append(byte)
        }
    }
}
