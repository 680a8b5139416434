import MitBudget

/// Terms that together switch every setting of a programme on and off.
package enum SampleTerms: CaseIterable, Sendable {
    /// The figures of the built-in programme.
    case aabenraa
    /// Small amounts, so that every ceiling is reached, and a cap that fits the places exactly.
    case narrow
    /// No cap: only the post limits, and plans together can ask for more than the post holds.
    case uncapped
    /// The approver may not release.
    case separate
    /// A drawing right of one month.
    case drawing
    /// A last day for payments, soon after a short window.
    case settled
    /// One place only.
    case crowded

    package var programme: Programme {
        get throws {
            switch self {
            case .aabenraa: try .terms()
            case .narrow: try small(cap: .kroner(100))
            case .uncapped: try small(cap: nil)
            case .separate: try small(cap: .kroner(100), separateReleaser: true)
            case .drawing: try small(cap: nil, drawingMonths: 1)
            case .settled: try small(cap: .kroner(90), lastDay: "2023-03-15", settleBy: "2023-03-31")
            case .crowded: try small(places: 1, cap: .kroner(300))
            }
        }
    }

    private func small(
        places: Int = 3, cap: Amount?, lastDay: Day = "2023-06-30", drawingMonths: Int? = nil,
        separateReleaser: Bool = false, settleBy: Day? = nil
    ) throws(Programme.Fault) -> Programme {
        try .terms(
            grant: .kroner(420), citizens: .kroner(300), project: .kroner(120), places: places, cap: cap,
            firstDay: "2023-01-01", lastDay: lastDay, drawingMonths: drawingMonths,
            separateReleaser: separateReleaser, settleBy: settleBy)
    }
}
