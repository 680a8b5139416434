extension JSON {
    /// How deep arrays and objects may be nested: enough for all our files, without a risk to the stack.
    public static let depthLimit = 64

    /// Reads a JSON value, strictly by RFC 8259. It also refuses a doubled key in an object, half a surrogate pair, and
    /// nesting deeper than ``depthLimit``. The time is proportional to the length of the text.
    /// - Parameters:
    ///   - text: the value, with only white space around it.
    ///   - allowingByteOrderMark: skips a byte order mark at the start, which Windows editors write.
    /// - Throws: ``JSONFailure`` for the first fault.
    public init(parsing text: String, allowingByteOrderMark: Bool = false) throws(JSONFailure) {
        try self.init(parsing: text.utf8.span, allowingByteOrderMark: allowingByteOrderMark)
    }

    /// Reads a JSON value from UTF-8 bytes by the same rules.
    /// - Throws: ``JSONFailure`` for the first fault; `notUTF8` comes before all others.
    public init(parsing bytes: [UInt8], allowingByteOrderMark: Bool = false) throws(JSONFailure) {
        try self.init(parsing: bytes.span, allowingByteOrderMark: allowingByteOrderMark)
    }

    /// Reads a JSON value from UTF-8 bytes in place by the same rules.
    /// - Throws: ``JSONFailure`` for the first fault; `notUTF8` comes before all others.
    public init(parsing bytes: Span<UInt8>, allowingByteOrderMark: Bool = false) throws(JSONFailure) {
        self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONFailure) -> JSON in
            let hasMark = allowingByteOrderMark && bytes.starts(with: [0xEF, 0xBB, 0xBF])
            let start = hasMark ? 3 : 0
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: bytes.span)
            } catch {
                throw JSONFailure(.notUTF8, at: error.byteOffsets.lowerBound, in: bytes, from: start)
            }
            var reader = Reader(bytes, from: start)
            return try reader.document()
        }
    }
}

/// Reads a value by recursive descent; ``JSON/depthLimit`` bounds the recursion. It borrows the bytes, which must be
/// valid UTF-8 and outlive the reader.
struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    let start: Int
    var position: Int
    private var depth = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        self.start = start
        position = start
    }

    mutating func document() throws(JSONFailure) -> JSON {
        skipSpace()
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw failure(.trailing, at: position) }
        return value
    }

    private mutating func value() throws(JSONFailure) -> JSON {
        guard let byte = peek() else { throw unexpected() }
        switch byte {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["): return .array(try elements())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected()
        }
    }

    private mutating func members() throws(JSONFailure) -> [JSON.Member] {
        var members: [JSON.Member] = []
        guard try open(UInt8(ascii: "}")) else { return members }
        members.reserveCapacity(12)
        var keys = KeyRegister()
        repeat {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
            let place = position
            let key = try string()
            guard keys.add(key, after: members) else { throw failure(.doubledKey(key), at: place) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            skipSpace()
            members.append(JSON.Member(key: key, value: try value()))
        } while try another(before: UInt8(ascii: "}"))
        return members
    }

    private mutating func elements() throws(JSONFailure) -> [JSON] {
        var elements: [JSON] = []
        guard try open(UInt8(ascii: "]")) else { return elements }
        repeat {
            skipSpace()
            elements.append(try value())
        } while try another(before: UInt8(ascii: "]"))
        return elements
    }

    /// Enters a level, past the opening bracket. False where the closing bracket follows at once.
    private mutating func open(_ closing: UInt8) throws(JSONFailure) -> Bool {
        guard depth < JSON.depthLimit else { throw failure(.tooDeep, at: position) }
        position += 1
        skipSpace()
        guard !take(closing) else { return false }
        depth += 1
        return true
    }

    /// True after a comma; false after the closing bracket, having left the level.
    private mutating func another(before closing: UInt8) throws(JSONFailure) -> Bool {
        skipSpace()
        if take(UInt8(ascii: ",")) { return true }
        guard take(closing) else { throw unexpected() }
        depth -= 1
        return false
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFailure) -> JSON {
        for letter in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard take(letter) else { throw unexpected() }
        }
        return value
    }

    private mutating func number() throws(JSONFailure) -> JSON {
        let first = position
        _ = take(UInt8(ascii: "-"))
        let startsWithZero = peek() == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits == 1 || (digits > 1 && !startsWithZero) else { throw failure(.number, at: first) }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw failure(.number, at: first) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
            guard skipDigits() > 0 else { throw failure(.number, at: first) }
        }
        let text = text(from: first)
        // An integer would lose the sign of -0, and so the original bytes.
        guard isWhole, text != "-0", let integer = Int64(text) else { return .number(text) }
        return .integer(integer)
    }

    private mutating func skipDigits() -> Int {
        let first = position
        while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            position += 1
        }
        return position - first
    }
}

extension Reader {
    /// The next byte; `nil` at the end.
    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Skips the next byte if it is this one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    /// The text from an offset to the current position. Both must lie between characters.
    func text(from first: Int) -> String {
        String(copying: UTF8Span(unchecked: bytes.span.extracting(first..<position)))
    }

    func failure(_ reason: JSONFailure.Reason, at offset: Int) -> JSONFailure {
        JSONFailure(reason, at: offset, in: bytes, from: start)
    }

    /// The failure for the next character, or for the end of the text.
    func unexpected() -> JSONFailure {
        let ahead = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
        guard let scalar = ahead.unicodeScalars.first else { return failure(.unexpectedEnd, at: position) }
        return failure(.unexpected(scalar), at: position)
    }

    private mutating func skipSpace() {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
            default: return
            }
        }
    }
}

/// Finds doubled keys in an object. Compares a key with all earlier ones while there are few, and uses a set for many.
private struct KeyRegister {
    private var seen: Set<ExactText> = []
    private static var few: Int { 16 }

    /// False if one of the members already has the key.
    mutating func add(_ key: String, after members: [JSON.Member]) -> Bool {
        let key = ExactText(key)
        if members.count < Self.few { return !members.contains { ExactText($0.key) == key } }
        if seen.isEmpty { seen = Set(members.lazy.map { ExactText($0.key) }) }
        return seen.insert(key).inserted
    }
}
