/// Free text about a citizen or a decision: a name, a goal, a reason. Sensitive; never part of an error message.
public struct Text: Verbatim {
    /// The text, as it was written.
    public let string: String

    /// What it is compared by.
    public var text: String { string }

    /// The most characters (Unicode scalars) that a text may have: rule `text-too-long`.
    public static let limit = 4000

    /// Takes any text that can be shown harmlessly. How long it is, and what stands in it, is for the rules.
    /// - Throws: ``Malformed/character(_:)`` for a control character, a line or paragraph separator, or an invisible
    ///   character that turns the direction of writing: these could change what a reader believes to see.
    public init(_ string: String) throws(Malformed) {
        for scalar in string.unicodeScalars where Self.misleads(scalar) {
            throw .character(scalar)
        }
        self.string = string
    }

    /// Whether there is nothing to read in it.
    public var isBlank: Bool {
        string.unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .format }
    }

    /// Its length in Unicode scalars.
    public var length: Int {
        string.unicodeScalars.count
    }

    /// The text without blanks at its ends, composed.
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

    /// The property Bidi_Control of the Unicode character database.
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
    /// The salted hash that stands for it in the journal.
    case seal(Seal)

    /// The text where it is at hand.
    public var plain: Text? {
        switch self {
        case .text(let text): text
        case .seal: nil
        }
    }

    /// The row of the table `words` that holds the text.
    public var words: Int64? {
        switch self {
        case .seal(let seal): seal.words
        case .text: nil
        }
    }
}

/// What the journal holds of a free text: where it lies, and a hash that it can be checked against.
public struct Seal: Hashable, Sendable {
    /// SHA-256 of salt, newline and text: 64 lower-case hexadecimal digits.
    public let hash: String
    /// The row of the table `words` that holds salt and text until they are erased.
    public let words: Int64

    /// A seal as the store made it or read it.
    public init(hash: String, words: Int64) {
        self.hash = hash
        self.words = words
    }
}
