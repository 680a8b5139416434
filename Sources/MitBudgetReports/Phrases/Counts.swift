public import Phrases

/// A number of things, with the word in the singular or the plural.
public struct Count: Sendable {
    private let number: Int
    private let unit: Unit

    private enum Unit: Sendable {
        case days, places, recipients, characters, entries, findings, vouchers, payments, documents
    }

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

    /// `1 bilag`, `3 vouchers`.
    public static func vouchers(_ number: Int) -> Count { Count(number: number, unit: .vouchers) }

    /// `1 betaling`, `3 payments`.
    public static func payments(_ number: Int) -> Count { Count(number: number, unit: .payments) }
    /// `1 dokument`, `3 documents`.
    public static func documents(_ number: Int) -> Count { Count(number: number, unit: .documents) }

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
        case (.payments, 1): Phrase(da: "1 betaling", en: "1 payment")
        case (.payments, _): Phrase(da: "\(number) betalinger", en: "\(number) payments")
        case (.vouchers, 1): Phrase(da: "1 bilag", en: "1 voucher")
        case (.vouchers, _): Phrase(da: "\(number) bilag", en: "\(number) vouchers")
        case (.documents, 1): Phrase(da: "1 dokument", en: "1 document")
        case (.documents, _): Phrase(da: "\(number) dokumenter", en: "\(number) documents")
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

    /// `a, b og c` and `a, b and c`.
    public static func allOf(_ parts: [Phrase]) -> Phrase {
        guard let last = parts.last else { return Phrase(verbatim: "") }
        guard parts.count > 1 else { return last }
        let others = joined(Array(parts.dropLast()))
        return Phrase(da: "\(others) og \(last)", en: "\(others) and \(last)")
    }
}
