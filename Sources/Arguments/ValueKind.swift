import Phrases

/// Why a typed text is no value of the kind asked for. The error that it becomes shows the text itself, unless the
/// reason names it already, or must not; a phrase that repeats it must pass it through ``Echo`` or ``quoted(_:)``.
public struct ValueFault: Error, Equatable {
    /// What is wrong, as a sentence: "The day does not exist."
    public let reason: Phrase
    /// What to write instead, or nil where the command's help is the best advice.
    public let remedy: Phrase?
    /// Whether the reason stands for itself, so that the error does not show the typed text once more.
    public let standsAlone: Bool

    /// Says what is wrong and, where it is known, what to write instead.
    public init(_ reason: Phrase, remedy: Phrase? = nil, standsAlone: Bool = false) {
        self.reason = reason
        self.remedy = remedy
        self.standsAlone = standsAlone
    }
}

/// A kind of value that is typed, described once for every parameter that takes it:
///
///     extension ValueKind where Value == Day {
///         static let day = ValueKind("DAY", parse: Day.init(typed:))
///     }
public struct ValueKind<Value>: Sendable {
    /// What stands for the value in help, such as `DAY`.
    public let name: String
    /// The only texts it takes, or nil where `parse` alone decides.
    public let allowedValues: [String]?
    /// What a shell may offer for it.
    public let completion: Completion
    /// Where in it someone's own words stand.
    public let prose: Prose
    /// Reads the value from what was typed.
    public let parse: @Sendable (String) throws(ValueFault) -> Value

    /// A kind of value whose texts `parse` decides on.
    public init(
        _ name: String, completion: Completion = .none, prose: Prose = .none,
        parse: @escaping @Sendable (String) throws(ValueFault) -> Value
    ) {
        self.init(name: name, allowedValues: nil, completion: completion, prose: prose, parse: parse)
    }

    /// One of a few fixed words, each with the value that it stands for.
    public static func oneOf(_ name: String, _ choices: KeyValuePairs<String, Value>) -> ValueKind
    where Value: Sendable {
        let words = choices.map(\.key)
        let values = Dictionary(choices.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return ValueKind(name: name, allowedValues: words, completion: .values(words)) { typed throws(ValueFault) in
            if let value = values[typed] { return value }
            throw notOneOf(words, typed: typed)
        }
    }

    /// One of the cases of an enumeration, by raw value, in the order that they are declared.
    public static func oneOf(_ name: String) -> ValueKind
    where Value: CaseIterable & RawRepresentable<String> & Sendable {
        let words = Value.allCases.map(\.rawValue)
        return ValueKind(name: name, allowedValues: words, completion: .values(words)) { typed throws(ValueFault) in
            if let value = Value(rawValue: typed) { return value }
            throw notOneOf(words, typed: typed)
        }
    }

    /// The same kind under another name in help: `.file.named("PLAN.json")`.
    public func named(_ name: String) -> ValueKind {
        ValueKind(name: name, allowedValues: allowedValues, completion: completion, prose: prose, parse: parse)
    }

    private init(
        name: String, allowedValues: [String]?, completion: Completion, prose: Prose = .none,
        parse: @escaping @Sendable (String) throws(ValueFault) -> Value
    ) {
        self.name = name
        self.allowedValues = allowedValues
        self.completion = completion
        self.prose = prose
        self.parse = parse
    }
}

extension ValueKind where Value == String {
    /// Any text, as typed.
    public static func text(_ name: String, completion: Completion = .none) -> ValueKind {
        ValueKind(name, completion: completion) { typed in typed }
    }
}

private func notOneOf(_ words: [String], typed: String) -> ValueFault {
    let list = words.joined(separator: ", ")
    let reason = Phrase(da: "Det skal være en af: \(list).", en: "It must be one of: \(list).")
    return ValueFault(reason, remedy: nearest(to: typed, in: words).map(didYouMean))
}
