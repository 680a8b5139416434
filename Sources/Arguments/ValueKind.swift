import Phrases

/// Why a typed text is not a valid value. The error shows the text, unless the reason already names it or must not; a
/// phrase that repeats it must pass it through ``Echo`` or ``quoted(_:)``.
public struct ValueFault: Error, Equatable {
    /// What is wrong, as a sentence: "The day does not exist."
    public let reason: Phrase
    /// What to write instead; `nil` where the command's help is the best advice.
    public let remedy: Phrase?
    /// Whether the reason is complete, so that the error does not show the typed text as well.
    public let standsAlone: Bool

    /// Makes a fault from what is wrong and, where known, what to write instead.
    public init(_ reason: Phrase, remedy: Phrase? = nil, standsAlone: Bool = false) {
        self.reason = reason
        self.remedy = remedy
        self.standsAlone = standsAlone
    }
}

/// A kind of value, described once for all parameters that take it:
///
///     extension ValueKind where Value == Day {
///         static let day = ValueKind("DAY", parse: Day.init(typed:))
///     }
public struct ValueKind<Value>: Sendable {
    /// The placeholder of the value in help, such as `DAY`.
    public let name: String
    /// The only allowed texts; `nil` where `parse` alone decides.
    public let allowedValues: [String]?
    /// What a shell can complete in place of the value.
    public let completion: Completion
    /// Which part of the value is free text.
    public let prose: Prose
    /// Reads the value from what was typed.
    public let parse: @Sendable (String) throws(ValueFault) -> Value

    /// Makes a kind of value whose texts `parse` checks.
    public init(
        _ name: String, completion: Completion = .none, prose: Prose = .none,
        parse: @escaping @Sendable (String) throws(ValueFault) -> Value
    ) {
        self.init(name: name, allowedValues: nil, completion: completion, prose: prose, parse: parse)
    }

    /// One of a few fixed words, each of which stands for a value.
    public static func oneOf(_ name: String, _ choices: KeyValuePairs<String, Value>) -> ValueKind
    where Value: Sendable {
        let words = choices.map(\.key)
        let values = Dictionary(choices.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return ValueKind(name: name, allowedValues: words, completion: .values(words)) { typed throws(ValueFault) in
            if let value = values[typed] { return value }
            throw notOneOf(words, typed: typed)
        }
    }

    /// One of an enumeration's cases, by raw value, in the order of their declaration.
    public static func oneOf(_ name: String) -> ValueKind
    where Value: CaseIterable & RawRepresentable<String> & Sendable {
        let words = Value.allCases.map(\.rawValue)
        return ValueKind(name: name, allowedValues: words, completion: .values(words)) { typed throws(ValueFault) in
            if let value = Value(rawValue: typed) { return value }
            throw notOneOf(words, typed: typed)
        }
    }

    /// One of an enumeration's cases, by raw value or by another name.
    /// - Parameters:
    ///   - named: reads another name; `nil` for a text that is none.
    ///   - names: other names that a misspelt text may have meant.
    public static func oneOf(
        _ name: String, named: @escaping @Sendable (String) -> Value?, names: @escaping @Sendable () -> [String]
    ) -> ValueKind where Value: CaseIterable & RawRepresentable<String> & Sendable {
        let words = Value.allCases.map(\.rawValue)
        return ValueKind(name: name, allowedValues: words, completion: .values(words)) { typed throws(ValueFault) in
            if let value = Value(rawValue: typed) ?? named(typed) { return value }
            throw notOneOf(words, or: names(), typed: typed)
        }
    }

    /// The same kind with another name in help: `.file.named("PLAN.json")`.
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
    /// Any text, unchanged.
    public static func text(_ name: String, completion: Completion = .none) -> ValueKind {
        ValueKind(name, completion: completion) { typed in typed }
    }
}

private func notOneOf(_ words: [String], or names: [String] = [], typed: String) -> ValueFault {
    let list = words.joined(separator: ", ")
    let reason = Phrase(da: "Det skal være en af: \(list).", en: "It must be one of: \(list).")
    return ValueFault(reason, remedy: nearest(to: typed, in: words + names).map(didYouMean))
}
