public import JSON
public import MitBudget

/// Why a JSON text, well formed or not, is not what it should be. It names the place, never a citizen's text.
public enum FileFault: Error, Equatable, Sendable {
    /// Not JSON at all.
    case json(JSONFailure)
    /// A key that the format does not know; with the keys that it knows, to suggest the nearest.
    case unknownKey(path: String, known: [String])
    /// A key that must be there.
    case missingKey(path: String)
    /// A value of the wrong type.
    case wrongType(path: String, expected: Expected)
    /// A value of the right type that has no meaning.
    case malformed(path: String, Malformed)
    /// The same item named twice.
    case doubledItem(path: String, ItemNumber)
    /// Terms that contradict themselves.
    case programme(Programme.Fault)
    /// A list with too few or too many elements.
    case wrongCount(path: String, expected: Int, found: Int)
    /// Two keys of which one must be there, and only one.
    case notOneOf(path: String, String, String, hasBoth: Bool)
    /// A value that must be one of a few, and is none of them.
    case notAllowed(path: String, known: [String])
    /// A file that has more bytes than such a file may have.
    case tooLarge(limit: Int)

    /// What a value should be.
    public enum Expected: String, CaseIterable, Sendable {
        /// An object.
        case object
        /// An array.
        case array
        /// A string.
        case string
        /// An amount as a decimal string, `"952000.00"`, or whole kroner.
        case amount
        /// A whole number.
        case wholeNumber
        /// `true` or `false`.
        case truth
        /// A day, `"2022-12-01"`.
        case day
    }
}

/// Reads the members of a JSON object and throws what is wrong with them.
struct Fields {
    let path: String
    private let members: [JSON.Member]
    private var asked: [String] = []

    init(_ json: JSON, at path: String) throws(FileFault) {
        guard case .object(let members) = json else { throw .wrongType(path: path, expected: .object) }
        self.members = members
        self.path = path
    }

    func place(_ key: String) -> String {
        path.isEmpty ? key : path + "." + key
    }

    func has(_ key: String) -> Bool {
        members.contains { $0.key == key }
    }

    /// A member's value; `nil` if it is missing or `null`.
    mutating func optional(_ key: String) -> JSON? {
        if !asked.contains(key) { asked.append(key) }
        guard let value = members.first(where: { $0.key == key })?.value, value != .null else { return nil }
        return value
    }

    mutating func isGiven(_ key: String) -> Bool {
        optional(key) != nil
    }

    mutating func required(_ key: String) throws(FileFault) -> JSON {
        guard let value = optional(key) else { throw .missingKey(path: place(key)) }
        return value
    }

    func finish() throws(FileFault) {
        for member in members where !asked.contains(member.key) {
            throw .unknownKey(path: place(member.key), known: asked)
        }
    }

    mutating func string(_ key: String) throws(FileFault) -> String {
        try Self.string(required(key), at: place(key), expected: .string)
    }

    mutating func integer(_ key: String) throws(FileFault) -> Int64 {
        try Self.integer(required(key), at: place(key))
    }

    mutating func day(_ key: String) throws(FileFault) -> Day {
        try meaning(key) { text throws(Malformed) in try Day(iso: text) }
    }

    /// Makes a value from a string; a fault carries its place.
    mutating func meaning<Value>(
        _ key: String, _ make: (String) throws(Malformed) -> Value
    ) throws(FileFault) -> Value {
        let text = try string(key)
        do throws(Malformed) {
            return try make(text)
        } catch {
            throw .malformed(path: place(key), error)
        }
    }

    mutating func array(_ key: String) throws(FileFault) -> [JSON] {
        guard case .array(let elements) = try required(key) else {
            throw .wrongType(path: place(key), expected: .array)
        }
        return elements
    }

    mutating func object(_ key: String) throws(FileFault) -> Fields {
        try Fields(required(key), at: place(key))
    }

    /// The members of an object, in the order of the file.
    mutating func objectMembers(_ key: String) throws(FileFault) -> [JSON.Member] {
        guard case .object(let members) = try required(key) else {
            throw .wrongType(path: place(key), expected: .object)
        }
        return members
    }

    mutating func objects(_ key: String) throws(FileFault) -> [Fields] {
        var objects: [Fields] = []
        for (index, element) in try array(key).enumerated() {
            objects.append(try Fields(element, at: place("\(key)[\(index)]")))
        }
        return objects
    }

    mutating func programme(_ key: String) throws(FileFault) -> Programme {
        try ProgrammeFile.read(required(key), at: place(key))
    }

    func at<Value>(_ path: String, _ make: () throws(Malformed) -> Value) throws(FileFault) -> Value {
        do {
            return try make()
        } catch {
            throw .malformed(path: path, error)
        }
    }

    static func string(_ json: JSON, at path: String, expected: FileFault.Expected) throws(FileFault) -> String {
        guard case .string(let text) = json else { throw .wrongType(path: path, expected: expected) }
        return text
    }

    static func integer(_ json: JSON, at path: String) throws(FileFault) -> Int64 {
        guard case .integer(let number) = json else { throw .wrongType(path: path, expected: .wholeNumber) }
        return number
    }
}

extension JSON {
    /// Reads JSON from a file's bytes, with or without a byte order mark.
    static func reading(_ bytes: [UInt8]) throws(FileFault) -> JSON {
        do {
            return try JSON(parsing: bytes, allowingByteOrderMark: true)
        } catch {
            throw .json(error)
        }
    }
}
