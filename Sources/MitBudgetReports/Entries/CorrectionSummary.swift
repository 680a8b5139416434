public import MitBudget
public import Phrases

extension Correction {
    /// Names the month whose figures a recorded correction changed.
    public var told: Phrase {
        guard couldMove, !isInSameMonth else { return change }
        return Phrase(
            da: """
                \(change) Med --on \(typed: originalDay) var \(month: originalDay) blevet rettet i stedet; den måned \
                er åben endnu.
                """,
            en: """
                \(change) With --on \(typed: originalDay) it would have corrected \(month: originalDay) instead, \
                which is still open.
                """)
    }

    /// Names the month whose figures a correction would change, and says how to correct the other month instead.
    public var planned: Phrase {
        guard couldMove, !isInSameMonth else { return change }
        return Phrase(
            da: """
                \(change) Skal \(month: originalDay) rettes i stedet, er den måned åben endnu: --on \
                \(typed: originalDay)
                """,
            en: """
                \(change) To correct \(month: originalDay) instead, which is still open: --on \
                \(typed: originalDay)
                """)
    }

    private var change: Phrase {
        isInSameMonth
            ? Phrase(da: "Ændrer tallene for \(month: day).", en: "Changes the figures of \(month: day).")
            : Phrase(
                da: """
                    Ændrer tallene for \(month: day), ikke for \(month: originalDay), som postering \(original) er fra.
                    """,
                en: """
                    Changes the figures of \(month: day), not of \(month: originalDay), where entry \(original) lies.
                    """)
    }
}

extension Sentence.StringInterpolation {
    /// Adds `december 2024` or `December 2024`.
    fileprivate mutating func appendInterpolation(month day: Day) {
        appendLiteral(day.month(in: Speech.language))
    }
}
