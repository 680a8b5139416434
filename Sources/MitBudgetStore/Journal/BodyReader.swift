import JSON
import MitBudget

/// Reads the bytes of a body in place, member by member in order of key. It accepts only the form that ``BodyWriter``
/// writes: a body that was read and is written again has the same bytes.
struct BodyReader {
    /// A body that the program would not have written.
    struct NotAsWritten: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Whether a member `once` may still come: only at the outermost level, before any key that sorts after it.
    private var mayHaveOnce = true
    /// The key of `--once`.
    private(set) var once: OnceKey?

    /// Begins to read an object. The bytes must outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(NotAsWritten) {
        self.bytes = bytes
        try expect("{")
    }

    /// Ends the object, and demands that nothing follows.
    mutating func finish() throws(NotAsWritten) {
        // Every key sorts before this one, so that `once` is still read.
        _ = try isNext("\u{7F}")
        try expect("}")
        guard position == bytes.count else { throw NotAsWritten() }
    }

    /// Whether a member with that key comes next.
    mutating func isNext(_ key: StaticString) throws(NotAsWritten) -> Bool {
        if mayHaveOnce, BodyKey.once.precedes(key) {
            mayHaveOnce = false
            if has(BodyKey.once) { once = try reference("once") { text throws(Malformed) in try OnceKey(text) } }
        }
        return has(key)
    }

    /// Moves past a key.
    private mutating func begin(_ key: StaticString) throws(NotAsWritten) {
        guard try isNext(key) else { throw NotAsWritten() }
        position += key.utf8CodeUnitCount + (isAtBeginning ? 3 : 4)
    }

    // MARK: Members

    mutating func integer(_ key: StaticString) throws(NotAsWritten) -> Int64 {
        try begin(key)
        return try integer()
    }

    mutating func text(_ key: StaticString) throws(NotAsWritten) -> String {
        try begin(key)
        return try text()
    }

    /// Reads a text that names something, such as a citizen or a voucher.
    mutating func reference<Value>(
        _ key: StaticString, _ make: (String) throws(Malformed) -> Value
    ) throws(NotAsWritten) -> Value {
        let text = try text(key)
        do throws(Malformed) {
            return try make(text)
        } catch {
            throw NotAsWritten()
        }
    }

    mutating func code<Code: RawRepresentable<String>>(_ key: StaticString) throws(NotAsWritten) -> Code {
        guard let code = Code(rawValue: try text(key)) else { throw NotAsWritten() }
        return code
    }

    mutating func participant() throws(NotAsWritten) -> ParticipantReference {
        try begin("participant")
        guard let reference = ParticipantReference(try plain().span) else { throw NotAsWritten() }
        return reference
    }

    mutating func day(_ key: StaticString) throws(NotAsWritten) -> Day {
        try begin(key)
        guard let day = Day(iso: try plain().span) else { throw NotAsWritten() }
        return day
    }

    mutating func amount(_ key: StaticString = "amountOre") throws(NotAsWritten) -> Amount {
        guard let amount = Amount(ore: try integer(key)) else { throw NotAsWritten() }
        return amount
    }

    mutating func entry(_ key: StaticString) throws(NotAsWritten) -> EntryNumber {
        guard let entry = EntryNumber(try integer(key)) else { throw NotAsWritten() }
        return entry
    }

    mutating func item() throws(NotAsWritten) -> ItemNumber {
        guard let item = ItemNumber(try count("item")) else { throw NotAsWritten() }
        return item
    }

    /// Reads a number from 1 up to a limit that no plan comes near.
    mutating func count(_ key: StaticString) throws(NotAsWritten) -> Int {
        let number = try integer(key)
        guard (1...1_000_000_000).contains(number) else { throw NotAsWritten() }
        return Int(number)
    }

    mutating func seal(_ key: StaticString) throws(NotAsWritten) -> Wording {
        try begin(key)
        return try seal()
    }

    mutating func sealIfGiven(_ key: StaticString) throws(NotAsWritten) -> Wording? {
        try isNext(key) ? try seal(key) : nil
    }

    mutating func isTrue(_ key: StaticString) throws(NotAsWritten) -> Bool {
        guard try isNext(key) else { return false }
        try begin(key)
        try expect("true")
        return true
    }

    /// The terms, the last member of the body.
    mutating func terms() throws(NotAsWritten) -> Programme {
        try begin("terms")
        guard bytes.count > position else { throw NotAsWritten() }
        let written = bytes[position..<bytes.count - 1]
        guard let json = try? JSON(parsing: Array(written)), let programme = try? ProgrammeFile.read(json, at: ""),
            ProgrammeFile.write(programme).bytes(as: .canonical).elementsEqual(written)
        else { throw NotAsWritten() }
        position = bytes.count - 1
        return programme
    }

    mutating func list<Element>(
        _ key: StaticString, _ element: (inout BodyReader) throws(NotAsWritten) -> Element
    ) throws(NotAsWritten) -> [Element] {
        try begin(key)
        try expect("[")
        let outside = mayHaveOnce
        mayHaveOnce = false
        defer { mayHaveOnce = outside }
        var elements: [Element] = []
        while !takes("]") {
            if !elements.isEmpty { try expect(",") }
            try expect("{")
            elements.append(try element(&self))
            try expect("}")
        }
        return elements
    }
}

extension BodyReader {
    /// Reads a member that is an object.
    mutating func object<Element>(
        _ key: StaticString, _ members: (inout BodyReader) throws(NotAsWritten) -> Element
    ) throws(NotAsWritten) -> Element {
        try begin(key)
        try expect("{")
        let outside = mayHaveOnce
        mayHaveOnce = false
        defer { mayHaveOnce = outside }
        let element = try members(&self)
        try expect("}")
        return element
    }

    /// Reads a list of entries, each later than the one before, of which there is at least one.
    mutating func entries(_ key: StaticString) throws(NotAsWritten) -> [EntryNumber] {
        var entries: [EntryNumber] = []
        for number in try integers(key) {
            guard let entry = EntryNumber(number), entries.last.map({ $0 < entry }) ?? true else {
                throw NotAsWritten()
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else { throw NotAsWritten() }
        return entries
    }

    /// Reads a list of numbers.
    mutating func integers(_ key: StaticString) throws(NotAsWritten) -> [Int64] {
        try begin(key)
        try expect("[")
        var numbers: [Int64] = []
        while !takes("]") {
            if !numbers.isEmpty { try expect(",") }
            numbers.append(try integer())
        }
        return numbers
    }

    /// Reads 64 lower-case hexadecimal digits.
    mutating func digest(_ key: StaticString) throws(NotAsWritten) -> String {
        let hash = try text(key)
        guard Digest(hex: hash.utf8.span) != nil else { throw NotAsWritten() }
        return hash
    }
}

// Reading at the current position.
extension BodyReader {
    /// No value ends with an opening brace, so only the first member has one before it.
    private var isAtBeginning: Bool { bytes[position - 1] == UInt8(ascii: "{") }

    private func has(_ key: StaticString) -> Bool {
        var place = position
        if !isAtBeginning {
            guard place < bytes.count, bytes[place] == UInt8(ascii: ",") else { return false }
            place += 1
        }
        let count = key.utf8CodeUnitCount
        guard place + count + 3 <= bytes.count, bytes[place] == UInt8(ascii: "\""),
            bytes[place + count + 1] == UInt8(ascii: "\""), bytes[place + count + 2] == UInt8(ascii: ":")
        else { return false }
        for index in 0..<count where key.utf8Start[index] != bytes[place + 1 + index] { return false }
        return true
    }

    private mutating func takes(_ token: StaticString) -> Bool {
        let count = token.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where token.utf8Start[index] != bytes[position + index] { return false }
        position += count
        return true
    }

    private mutating func expect(_ token: StaticString) throws(NotAsWritten) {
        guard takes(token) else { throw NotAsWritten() }
    }

    /// The bytes of a string that needs no escapes.
    private mutating func plain() throws(NotAsWritten) -> UnsafeBufferPointer<UInt8> {
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw NotAsWritten() }
        let start = position + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\\") else { throw NotAsWritten() }
            end += 1
        }
        guard end < bytes.count else { throw NotAsWritten() }
        position = end + 1
        return UnsafeBufferPointer(rebasing: bytes[start..<end])
    }

    private mutating func text() throws(NotAsWritten) -> String {
        let start = position
        if let plain = try? plain() {
            guard let text = try? UTF8Span(validating: plain.span) else { throw NotAsWritten() }
            return String(copying: text)
        }
        // A login may hold a backslash or a quotation mark.
        position = start + 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard position < bytes.count else { throw NotAsWritten() }
        position += 1
        let written = bytes[start..<position]
        guard case .string(let text)? = try? JSON(parsing: Array(written)),
            JSON.string(text).bytes(as: .canonical).elementsEqual(written)
        else { throw NotAsWritten() }
        return text
    }

    private mutating func seal() throws(NotAsWritten) -> Wording {
        try expect("{\"seal\":")
        let digits = try plain()
        guard Digest(hex: digits.span) != nil else { throw NotAsWritten() }
        let hash = String(copying: UTF8Span(unchecked: digits.span))
        try expect(",\"words\":")
        let words = try integer()
        try expect("}")
        return .seal(Seal(hash: hash, words: words))
    }

    /// A whole number in its one form.
    private mutating func integer() throws(NotAsWritten) -> Int64 {
        let isNegative = takes("-")
        let start = position
        var number: Int64 = 0
        while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"), digit < 10 {
            let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooLargeYet) = tens.subtractingReportingOverflow(Int64(digit))
            guard !isTooLarge, !isTooLargeYet else { throw NotAsWritten() }
            number = sum
            position += 1
        }
        // Built downwards from zero, since the smallest number has no positive counterpart. 007 and -0 are refused.
        guard position > start, bytes[start] != UInt8(ascii: "0") || position == start + 1 && !isNegative,
            isNegative || number > Int64.min
        else { throw NotAsWritten() }
        return isNegative ? number : -number
    }
}
