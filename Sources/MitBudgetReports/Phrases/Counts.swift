public import Phrases

/// A number of things, with the word in the singular or the plural.
public struct Count: Sendable {
    private let number: Int
    private let unit: Unit

    private enum Unit: Sendable { case days, places, recipients, characters, entries, findings }

    /// `1 dag`, `334 days`.
    public static func days(_ number: Int) -> Count { Count(number: number, unit: .days) }
    /// `1 plads`, `15 places`.
    public static func places(_ number: Int) -> Count { Count(number: number, unit: .places) }
    /// `1 borger`, `15 participants`: whom the money goes to.
    public static func recipients(_ number: Int) -> Count { Count(number: number, unit: .recipients) }
    /// `1 tegn`, `4001 characters`.
    public static func characters(_ number: Int) -> Count { Count(number: number, unit: .characters) }
    /// `1 postering`, `42 entries`.
    public static func entries(_ number: Int) -> Count { Count(number: number, unit: .entries) }
    /// `1 bemærkning`, `2 findings`.
    public static func findings(_ number: Int) -> Count { Count(number: number, unit: .findings) }

    /// The number with its word.
    public var phrase: Phrase {
        switch (unit, number) {
        case (.days, 1): Phrase(da: "1 dag", en: "1 day")
        case (.days, _): Phrase(da: "\(number) dage", en: "\(number) days")
        case (.places, 1): Phrase(da: "1 plads", en: "1 place")
        case (.places, _): Phrase(da: "\(number) pladser", en: "\(number) places")
        case (.recipients, 1): Phrase(da: "1 \(.one)", en: "1 \(.one)")
        case (.recipients, _): Phrase(da: "\(number) \(.many)", en: "\(number) \(.many)")
        case (.characters, 1): Phrase(da: "1 tegn", en: "1 character")
        case (.characters, _): Phrase(da: "\(number) tegn", en: "\(number) characters")
        case (.entries, 1): Phrase(da: "1 postering", en: "1 entry")
        case (.entries, _): Phrase(da: "\(number) posteringer", en: "\(number) entries")
        case (.findings, 1): Phrase(da: "1 bemærkning", en: "1 finding")
        case (.findings, _): Phrase(da: "\(number) bemærkninger", en: "\(number) findings")
        }
    }
}

extension Phrase {
    /// The choices as a list, `job, bolig eller livssituation` or `job, housing or life`; empty if there are none.
    public static func anyOf(_ choices: [Phrase]) -> Phrase {
        guard let last = choices.last else { return Phrase(verbatim: "") }
        guard choices.count > 1 else { return last }
        let others = joined(Array(choices.dropLast()))
        return Phrase(da: "\(others) eller \(last)", en: "\(others) or \(last)")
    }

    /// `a, b, c`, or with another separator.
    public static func joined(_ phrases: [Phrase], by separator: String = ", ") -> Phrase {
        func joined(_ language: Language) -> String { phrases.map { $0[language] }.joined(separator: separator) }
        return Phrase(da: "\(joined(.danish))", en: "\(joined(.english))")
    }
}
