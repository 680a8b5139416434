/// What became of each line of an extract and of each entry that was compared with it.
public struct Reconciliation: Sendable {
    /// A line and an entry that belong together. A line that pays all lines of a voucher has one match for each entry.
    public struct Match: Equatable, Sendable {
        /// The line.
        public let line: ExtractLine
        /// The entry.
        public let entry: BookedEntry
    }

    /// A line that may belong to several entries, or that shares its entries with other lines.
    public struct Ambiguity: Equatable, Sendable {
        /// The line.
        public let line: ExtractLine
        /// The entries that it may belong to, in order of entry.
        public let candidates: [BookedEntry]
        /// Whether there are more candidates than are listed.
        public let isCut: Bool
    }

    /// The most candidates that a line lists.
    public static let mostCandidates = 100

    /// The sign that costs have in the extract.
    public let costs: CostSign
    /// What belongs together, in order of line and entry.
    public internal(set) var matched: [Match] = []
    /// The entries that no line shows, in order.
    public internal(set) var ledgerOnly: [BookedEntry] = []
    /// The lines of the period that show no entry, in order.
    public internal(set) var extractOnly: [ExtractLine] = []
    /// The lines that cannot be told apart, in order.
    public internal(set) var ambiguous: [Ambiguity] = []

    /// How many lines match an entry.
    public var matchedLines: Int { Set(matched.map(\.line.number)).count }

    /// Whether any line or entry is left over or cannot be told apart.
    public var isOpen: Bool { !ledgerOnly.isEmpty || !extractOnly.isEmpty || !ambiguous.isEmpty }

    init(costs: CostSign) {
        self.costs = costs
    }
}

/// The lines of an extract, and the entries to compare with them.
public struct Comparison: Sendable {
    /// The lines, in any order.
    public let lines: [ExtractLine]
    /// The standing entries of the period, in any order.
    public let entries: [BookedEntry]
    /// The days whose lines must show an entry. A line of another day may show one, and is not missed if it does not.
    public let period: ClosedRange<Day>
    /// The most days between the day of a line and the day of payment.
    public let within: Int

    /// Makes a comparison from its parts.
    public init(lines: [ExtractLine], entries: [BookedEntry], period: ClosedRange<Day>, within: Int) {
        self.lines = lines
        self.entries = entries
        self.period = period
        self.within = within
    }

    /// As many lines match whichever sign costs have.
    public struct Undecided: Error, Equatable, Sendable {
        /// How many lines match.
        public let lines: Int
    }

    /// Reconciles with the sign that costs are said to have, or else with the one under which more lines match one
    /// entry or several; where as many do, with the one under which more match one.
    /// - Throws: ``Undecided`` if both signs would do.
    public func reconcile(costs: CostSign?) throws(Undecided) -> Reconciliation {
        if let costs { return reconciled(costs) }
        let (positive, negative) = (reconciled(.positive), reconciled(.negative))
        func fit(_ result: Reconciliation) -> (Int, Int) {
            (result.matchedLines + result.ambiguous.count, result.matchedLines)
        }
        guard fit(positive) != fit(negative) else { throw Undecided(lines: positive.matchedLines) }
        return fit(positive) > fit(negative) ? positive : negative
    }

    private func reconciled(_ costs: CostSign) -> Reconciliation {
        var matching = Matching(self, costs: costs)
        matching.matchNamed()
        matching.matchUnnamed()
        return matching.result
    }
}
