import Arguments
import MitBudget
import Phrases

/// The options that name a period: its first and last day, or a whole year, quarter or month.
struct PeriodOptions {
    static let from = Parameter.optional(
        "--from", .day, Phrase(da: "Periodens første dag.", en: "The period's first day."))
    static let through = Parameter.optional(
        "--to", .day, Phrase(da: "Periodens sidste dag.", en: "The period's last day."))
    static let year = Parameter.optional(
        "--year", .year, Phrase(da: "I stedet: et helt år, fx 2023.", en: "Instead: a whole year, such as 2023."))
    static let quarter = Parameter.optional(
        "--quarter", .quarter,
        Phrase(da: "I stedet: et kvartal, fx 2023-1.", en: "Instead: a quarter, such as 2023-1."))
    static let month = Parameter.optional(
        "--month", .month, Phrase(da: "I stedet: en måned, fx 2023-01.", en: "Instead: a month, such as 2023-01."))

    let from: Day?
    let through: Day?
    let year: ClosedRange<Day>?
    let quarter: ClosedRange<Day>?
    let month: ClosedRange<Day>?

    /// The period that the options name.
    /// - Throws: ``UsageError`` if they name none or more than one, or one that ends before it begins.
    func period(of command: [String]) throws(UsageError) -> ClosedRange<Day> {
        var given: [(option: String, days: ClosedRange<Day>)] = []
        for (option, days) in [("--year", year), ("--quarter", quarter), ("--month", month)] {
            if let days { given.append((option, days)) }
        }
        if let day = from != nil ? "--from" : through != nil ? "--to" : nil, let first = given.first {
            throw .excludes(day, first.option)
        }
        if given.count > 1 { throw .excludes(given[0].option, given[1].option) }
        if let days = given.first?.days { return days }
        switch (from, through) {
        case (let from?, let through?):
            try Shared.checkPeriod(from: from, through: through, command: command)
            return from...through
        case (nil, _?): throw .missing(parameters: [Self.from.descriptor.label], command: command)
        case (_?, nil): throw .missing(parameters: [Self.through.descriptor.label], command: command)
        case (nil, nil):
            let days = Self.from.descriptor.label + " " + Self.through.descriptor.label
            let spans = [Self.year.descriptor, Self.quarter.descriptor, Self.month.descriptor].map(\.label)
            throw .needsOneOf([days] + spans, command: command)
        }
    }
}

extension ValueKind where Value == ClosedRange<Day> {
    /// `2023`
    fileprivate static let year = span(
        "YEAR", widths: [4], months: 12,
        Phrase(da: "Det er ikke et år.", en: "That is no year."),
        remedy: Phrase(da: "Skriv fire cifre, fx 2023.", en: "Write four digits, such as 2023."))

    /// `2023-1`: the first quarter.
    fileprivate static let quarter = span(
        "YEAR-N", widths: [4, 1], months: 3,
        Phrase(da: "Det er ikke et kvartal.", en: "That is no quarter."),
        remedy: Phrase(
            da: "Skriv år, bindestreg og 1 til 4, fx 2023-1.",
            en: "Write the year, a hyphen and 1 to 4, such as 2023-1."))

    /// `2023-01`
    fileprivate static let month = span(
        "YEAR-MM", widths: [4, 2], months: 1,
        Phrase(da: "Det er ikke en måned.", en: "That is no month."),
        remedy: Phrase(
            da: "Skriv år, bindestreg og 01 til 12, fx 2023-01.",
            en: "Write the year, a hyphen and 01 to 12, such as 2023-01."))

    /// Some months of a year, named by the year and, where there are several such spans, by a number from 1 on.
    /// - Parameter widths: how many digits the year and the number have.
    private static func span(
        _ name: String, widths: [Int], months: Int, _ reason: Phrase, remedy: Phrase
    ) -> ValueKind {
        ValueKind(name) { text throws(ValueFault) in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let isWritten = parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
            let numbers = parts.compactMap { Int($0) }
            guard isWritten, parts.map(\.utf8.count) == widths, let year = numbers.first,
                let number = widths.count == 1 ? 1 : numbers.last,
                let from = Day(year: year, month: (number - 1) * months + 1, day: 1),
                let through = Day(year: year, month: number * months, day: 1)?.endOfMonth
            else { throw ValueFault(reason, remedy: remedy) }
            return from...through
        }
    }
}
