/// The languages of the program. A new one fails to compile at every ``Phrase`` that lacks it.
public enum Language: String, CaseIterable, Sendable {
    /// Danish, `da`.
    case danish = "da"
    /// English, `en`.
    case english = "en"
}

/// A language as a type; it fixes at compile time how a ``Sentence`` writes amounts, days and numbers.
public protocol Tongue: Sendable {
    /// The language of the type.
    static var language: Language { get }
}

/// Danish as a type: `4.500,00 kr.`, `1. februar 2023`.
public enum Danish: Tongue {
    /// Always ``Language/danish``.
    public static let language = Language.danish
}

/// English as a type: `DKK 4,500.00`, `1 February 2023`.
public enum English: Tongue {
    /// Always ``Language/english``.
    public static let language = Language.english
}

/// A sentence in one language, which also decides how interpolated values are written. Other modules add an
/// `appendInterpolation` for each type of their own.
public struct Sentence<Speech: Tongue>: Sendable, ExpressibleByStringInterpolation {
    /// The finished text.
    public let text: String

    /// Makes a sentence without interpolation.
    public init(stringLiteral value: String) {
        text = value
    }

    /// Makes a sentence from literal pieces and values.
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

        /// Adds text unchanged.
        public mutating func appendInterpolation(_ value: String) {
            text += value
        }

        /// Adds a phrase in this sentence's language.
        public mutating func appendInterpolation(_ phrase: Phrase) {
            text += phrase[Speech.language]
        }

        /// Adds a count, without grouping.
        public mutating func appendInterpolation(_ count: Int) {
            text += String(count)
        }
    }
}

/// The same text in every language; none can be left out.
public struct Phrase: Sendable, Equatable {
    private let danish: String
    private let english: String

    /// Makes a phrase from a Danish and an English sentence.
    public init(da: Sentence<Danish>, en: Sentence<English>) {
        danish = da.text
        english = en.text
    }

    /// Makes a phrase that is the same in every language, such as a name or a code.
    public init(verbatim text: String) {
        danish = text
        english = text
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .danish: danish
        case .english: english
        }
    }
}
