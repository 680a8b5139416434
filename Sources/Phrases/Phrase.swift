/// The languages that the program speaks. Adding one stops the build at every ``Phrase`` until it is said in it too.
public enum Language: String, CaseIterable, Sendable {
    /// Danish.
    case danish = "da"
    /// English.
    case english = "en"
}

/// A tongue fixes at compile time how amounts, days and numbers are written inside a ``Sentence``.
public protocol Tongue: Sendable {
    /// The language that this tongue speaks.
    static var language: Language { get }
}

/// The Danish tongue: `4.500,00 kr.`, `1. februar 2023`.
public enum Danish: Tongue {
    /// Danish.
    public static let language = Language.danish
}

/// The English tongue: `DKK 4,500.00`, `1 February 2023`.
public enum English: Tongue {
    /// English.
    public static let language = Language.english
}

/// One sentence in one tongue. Values interpolated into it are written as that tongue writes them;
/// other modules add an `appendInterpolation` for each type of their own.
public struct Sentence<Speech: Tongue>: Sendable, ExpressibleByStringInterpolation {
    /// The finished text.
    public let text: String

    /// A sentence with nothing to fill in.
    public init(stringLiteral value: String) {
        text = value
    }

    /// A sentence whose blanks are filled.
    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    /// Collects the pieces of a sentence.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        /// The text so far.
        public private(set) var text: String

        /// Reserves room for a sentence of about that length.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + 12 * interpolationCount)
        }

        /// Adds literal text.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Adds text that stands as it is.
        public mutating func appendInterpolation(_ value: String) {
            text += value
        }

        /// Adds a phrase in this sentence's tongue.
        public mutating func appendInterpolation(_ phrase: Phrase) {
            text += phrase[Speech.language]
        }

        /// Adds a count, without grouping.
        public mutating func appendInterpolation(_ count: Int) {
            text += String(count)
        }
    }
}

/// The same thing said in every language. There is no way to make one that lacks a language.
public struct Phrase: Sendable, Equatable {
    private let danish: String
    private let english: String

    /// Says the same thing in Danish and in English.
    public init(da: Sentence<Danish>, en: Sentence<English>) {
        danish = da.text
        english = en.text
    }

    /// Says something that reads the same everywhere, such as a name or a code.
    public init(verbatim text: String) {
        danish = text
        english = text
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .danish: danish
        case .english: english
        }
    }
}
