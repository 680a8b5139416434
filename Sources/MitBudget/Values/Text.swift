/// Free text about a citizen or a decision: a name, a goal, a reason. Sensitive; never part of an error message.
public struct Text: Verbatim {
    /// The text, as it was written.
    public let string: String

    /// The same as ``string``; comparison uses it.
    public var text: String { string }

    /// The most characters (Unicode scalars) that the rule `text-too-long` allows.
    public static let limit = 4000

    /// Takes any text that is safe to show. The rules check its length and its content.
    /// - Throws: ``Malformed/character(_:)`` for a control character, a line or paragraph separator, or an invisible
    ///   character that changes the direction of writing: these could change what a reader believes to see.
    public init(_ string: String) throws(Malformed) {
        for scalar in string.unicodeScalars where Self.misleads(scalar) {
            throw .character(scalar)
        }
        self.string = string
    }

    /// Takes a text of the program's own.
    init(unchecked string: String) {
        self.string = string
    }

    /// Whether the text holds only blanks and invisible characters.
    public var isBlank: Bool {
        string.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
    }

    /// Its length in Unicode scalars.
    public var length: Int {
        string.unicodeScalars.count
    }

    /// The composed text without blanks at its ends.
    public var trimmed: Substring.UnicodeScalarView {
        var scalars = string.composed.unicodeScalars[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return scalars
    }

    static func misleads(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20, scalar.value < 0x7F { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return isBidirectional(scalar)
        default: return false
        }
    }

    /// Whether a character has the property Bidi_Control of the Unicode character database.
    private static func isBidirectional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

/// A free text as a command brings it, or its seal as the journal holds it. The journal never holds the text itself.
public enum Wording: Hashable, Sendable {
    /// The text, on its way into the ledger.
    case text(Text)
    /// The text's salted hash, as the journal holds it.
    case seal(Seal)

    /// The text; `nil` where only the seal is known.
    public var plain: Text? {
        switch self {
        case .text(let text): text
        case .seal: nil
        }
    }

    /// The row of the table `words` that holds the text; `nil` where the text has no seal yet.
    public var words: Int64? {
        switch self {
        case .seal(let seal): seal.words
        case .text: nil
        }
    }
}

/// What the journal holds in place of a free text: its row, and a hash to check it against.
public struct Seal: Hashable, Sendable {
    /// SHA-256 of salt, newline and text: 64 lower-case hexadecimal digits.
    public let hash: String
    /// The row of the table `words` that holds salt and text until they are erased.
    public let words: Int64

    /// Makes a seal from the parts that the store computed or read.
    public init(hash: String, words: Int64) {
        self.hash = hash
        self.words = words
    }
}
