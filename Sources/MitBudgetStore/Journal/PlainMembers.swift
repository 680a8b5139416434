import MitBudget

/// The members of a body that stands in the journal as the program writes nearly every one: an object of plain ASCII
/// without blanks and escapes, its keys in order. They are read where they lie, without a JSON value in between.
///
/// What it accepts, writing the event again gives back byte for byte. What it does not may still be a body: it is then
/// read the general way, and written again to see.
struct PlainMembers: Members {
    /// Where a member stands: few bytes, since members are handed on by the thousand.
    private struct Member {
        let key: Range<UInt16>
        let value: Range<UInt16>
    }

    /// The most members that an object of a body has, and some.
    private static let limit = 10
    private let text: PlainText
    private var members = InlineArray<10, Member>(repeating: Member(key: 0..<0, value: 0..<0))
    private var count = 0
    /// A bit for each member that was asked for.
    private var asked: UInt16 = 0

    /// The members of a body; `nil` where the general way is needed. They borrow the bytes, which must outlive them.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let text = PlainText(bytes) else { return nil }
        self.init(text, in: 0..<bytes.count)
    }

    private init?(_ text: PlainText, in range: Range<Int>) {
        self.text = text
        guard range.count >= 2, text.bytes[range.lowerBound] == UInt8(ascii: "{") else { return nil }
        var position = range.lowerBound + 1
        repeat {
            guard count < Self.limit, let keyEnd = text.endOfString(at: position), keyEnd < range.upperBound,
                text.bytes[keyEnd] == UInt8(ascii: ":"), let valueEnd = text.endOfValue(at: keyEnd + 1),
                valueEnd < range.upperBound
            else { return nil }
            let key = position + 1..<keyEnd - 1
            guard count == 0 || text.isInOrder(Range(members[count - 1].key), key) else { return nil }
            members[count] = Member(key: Self.narrow(key), value: Self.narrow(keyEnd + 1..<valueEnd))
            count += 1
            position = valueEnd + 1
        } while text.bytes[position - 1] == UInt8(ascii: ",")
        guard text.bytes[position - 1] == UInt8(ascii: "}"), position == range.upperBound else { return nil }
    }

    func place(_ key: String) -> String { key }

    mutating func isGiven(_ key: String) -> Bool {
        find(key) != nil
    }

    mutating func string(_ key: String) throws(FileFault) -> String {
        let value = try required(key)
        guard let string = text.string(in: value) else { throw .wrongType(path: key, expected: .string) }
        return string
    }

    mutating func integer(_ key: String) throws(FileFault) -> Int64 {
        let value = try required(key)
        guard let number = text.integer(in: value) else { throw .wrongType(path: key, expected: .wholeNumber) }
        return number
    }

    mutating func isTrue(_ key: String) throws(FileFault) -> Bool {
        guard let value = find(key) else { return false }
        guard text.holds("true", in: value) else { throw .wrongType(path: key, expected: .truth) }
        return true
    }

    mutating func object(_ key: String) throws(FileFault) -> PlainMembers {
        let value = try required(key)
        guard let members = PlainMembers(text, in: value) else { throw .wrongType(path: key, expected: .object) }
        return members
    }

    mutating func objects(_ key: String) throws(FileFault) -> [PlainMembers] {
        let value = try required(key)
        guard text.bytes[value.lowerBound] == UInt8(ascii: "["), text.bytes[value.upperBound - 1] == UInt8(ascii: "]")
        else { throw .wrongType(path: key, expected: .array) }
        var objects: [PlainMembers] = []
        var position = value.lowerBound + 1
        while position < value.upperBound - 1 {
            guard let end = text.endOfValue(at: position), let object = PlainMembers(text, in: position..<end),
                text.bytes[end] == UInt8(ascii: end == value.upperBound - 1 ? "]" : ",")
            else { throw .wrongType(path: key, expected: .object) }
            objects.append(object)
            position = end + 1
        }
        // Past the closing bracket already, or right on it where the list is empty.
        guard position == value.upperBound - (objects.isEmpty ? 1 : 0) else {
            throw .wrongType(path: key, expected: .array)
        }
        return objects
    }

    /// Terms have texts of any kind and keys with `null`: the general way.
    mutating func programme(_ key: String) throws(FileFault) -> Programme {
        throw .wrongType(path: key, expected: .object)
    }

    func finish() throws(FileFault) {
        guard asked.nonzeroBitCount == count else { throw .unknownKey(path: "", known: []) }
    }

    private mutating func find(_ key: String) -> Range<Int>? {
        for index in 0..<count where text.holds(key, in: Range(members[index].key)) {
            asked |= 1 << UInt16(index)
            return Range(members[index].value)
        }
        return nil
    }

    /// A body that is longer than such numbers reach was not taken for plain text.
    private static func narrow(_ range: Range<Int>) -> Range<UInt16> {
        UInt16(range.lowerBound)..<UInt16(range.upperBound)
    }

    private mutating func required(_ key: String) throws(FileFault) -> Range<Int> {
        guard let value = find(key) else { throw .missingKey(path: key) }
        return value
    }
}

extension Range<Int> {
    fileprivate init(_ range: Range<UInt16>) {
        self = Int(range.lowerBound)..<Int(range.upperBound)
    }
}

/// Not too many bytes that are printable ASCII without a backslash, so that a quotation mark always begins or ends a
/// string.
private struct PlainText {
    let bytes: UnsafeBufferPointer<UInt8>

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count <= UInt16.max else { return nil }
        // Without a branch a byte, so that many are looked at in one go.
        var others: UInt8 = 0
        for byte in bytes { others |= (byte &- 0x20 < 0x5F ? 0 : 1) | (byte == UInt8(ascii: "\\") ? 1 : 0) }
        guard others == 0 else { return nil }
        self.bytes = bytes
    }

    /// The place after a string that begins here; `nil` where none does.
    func endOfString(at start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var position = start + 1
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\"") { return position + 1 }
            position += 1
        }
        return nil
    }

    /// The place after a value that begins here, whatever stands inside it, and before the end; `nil` where none ends.
    func endOfValue(at start: Int) -> Int? {
        var depth = 0
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard let end = endOfString(at: position) else { return nil }
                position = end
                if depth == 0 { return position }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                // The end of what the value stands in.
                if depth == 0 { return position > start ? position : nil }
                depth -= 1
                if depth == 0 { return position + 1 }
            case UInt8(ascii: ",") where depth == 0: return position > start ? position : nil
            default: break
            }
            position += 1
        }
        return nil
    }

    func isInOrder(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        bytes[one].lexicographicallyPrecedes(bytes[other])
    }

    func holds(_ ascii: String, in range: Range<Int>) -> Bool {
        ascii.utf8.span.withUnsafeBufferPointer { ascii in
            guard ascii.count == range.count else { return false }
            for index in 0..<ascii.count where ascii[index] != bytes[range.lowerBound + index] { return false }
            return true
        }
    }

    /// The text of a value that is a string.
    func string(in range: Range<Int>) -> String? {
        guard endOfString(at: range.lowerBound) == range.upperBound else { return nil }
        return String(
            copying: UTF8Span(unchecked: bytes.span.extracting(range.lowerBound + 1..<range.upperBound - 1)))
    }

    /// A value that is a whole number, in its one form and not too long to hold.
    func integer(in range: Range<Int>) -> Int64? {
        let isNegative = bytes[range.lowerBound] == UInt8(ascii: "-")
        let digits = range.dropFirst(isNegative ? 1 : 0)
        guard (1...18).contains(digits.count) else { return nil }
        var number: Int64 = 0
        for position in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else { return nil }
            number = number * 10 + Int64(bytes[position] - UInt8(ascii: "0"))
        }
        // Neither 007 nor -0.
        guard bytes[digits.lowerBound] != UInt8(ascii: "0") || digits.count == 1 && !isNegative else { return nil }
        return isNegative ? -number : number
    }
}
