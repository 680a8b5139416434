/// The opening and the closing balance of an extract, and whether the lines lead from one to the other.
public struct ExtractBalance: Equatable, Sendable {
    /// The balance before the first line; `nil` if the extract does not state it.
    public let opening: Amount?
    /// The balance after the last line; `nil` if the extract does not state it.
    public let closing: Amount?
    /// Whether everything that the extract states agrees with its lines; `nil` if it states nothing.
    public let isBalanced: Bool?
    /// The sum of the lines' amounts.
    public let sum: Amount
    /// The sum that the extract states; `nil` if it states none.
    public let total: Amount?

    /// What an extract states beside its lines.
    public struct Stated: Equatable, Sendable {
        /// The balance before the first line.
        public var opening: Amount?
        /// The balance after the last line.
        public var closing: Amount?
        /// The sum of all lines.
        public var total: Amount?

        /// States nothing.
        public init() {}
    }

    /// The day and the amount of a line, and the balance after it where one is stated.
    public struct Step: Sendable {
        /// The day.
        public let day: Day
        /// The amount, with its sign.
        public let amount: Amount
        /// The balance after the line; `nil` where none is stated.
        public let balance: Amount?

        /// Makes a step from its parts.
        public init(day: Day, amount: Amount, balance: Amount?) {
            self.day = day
            self.amount = amount
            self.balance = balance
        }
    }

    /// Checks what an extract states. The order of the lines does not matter: banks list the latest line first or last,
    /// and the lines of a day in any order.
    /// - Parameter mayFall: whether the balance may fall by the amounts instead of rising: two columns leave it open
    ///   which of them adds to it.
    public init(_ steps: [Step], stated: Stated, mayFall: Bool = false) {
        let sum = steps.reduce(Amount.zero) { $0 + $1.amount }
        self.sum = sum
        total = stated.total
        var chain = Chain(steps, isFalling: false)
        if mayFall, chain?.isWhole == false, let falling = Chain(steps, isFalling: true), falling.isWhole {
            chain = falling
        }
        let opening = stated.opening ?? chain?.opening
        let closing = stated.closing ?? chain?.closing
        (self.opening, self.closing) = (opening, closing)
        var checks: [Bool] = []
        if let chain { checks += [chain.isWhole, chain.opening == opening, chain.closing == closing] }
        if let opening, let closing {
            checks.append(opening + sum == closing || mayFall && opening - sum == closing)
        }
        if let total = stated.total { checks.append(total == sum || mayFall && total == -sum) }
        isBalanced = checks.isEmpty ? nil : checks.allSatisfy(\.self)
    }
}

/// The running balances of an extract. Each line leads from the balance before it to the balance after it. Without
/// gaps, all balances before lines are also balances after lines, but for the opening one; and the other way round, but
/// for the closing one.
private struct Chain {
    let opening: Amount?
    let closing: Amount?
    let isWhole: Bool

    /// `nil` unless every line that moves money states its balance.
    init?(_ steps: [ExtractBalance.Step], isFalling: Bool) {
        var before: [(amount: Amount, day: Day)] = []
        var after: [(amount: Amount, day: Day)] = []
        for step in steps where step.amount != .zero {
            guard let balance = step.balance else { return nil }
            before.append((isFalling ? balance + step.amount : balance - step.amount, step.day))
            after.append((balance, step.day))
        }
        guard let firstDay = before.map(\.day).min(), let lastDay = after.map(\.day).max() else { return nil }
        let (starts, ends) = Self.unpaired(before, after)
        isWhole = starts.count <= 1 && ends.count <= 1
        if starts.isEmpty, ends.isEmpty {
            // All in all nothing moved: the balance that a first line begins with and a last line ends with.
            let last = Set(after.filter { $0.day == lastDay }.map(\.amount))
            let first = before.filter { $0.day == firstDay }.map(\.amount)
            opening = first.filter(last.contains).min() ?? first.min()
            closing = opening
        } else {
            opening = starts.min { ($0.day, $0.amount) < ($1.day, $1.amount) }?.amount
            closing = ends.max { ($0.day, $0.amount) < ($1.day, $1.amount) }?.amount
        }
    }

    /// The balances on one side that the other side lacks.
    private static func unpaired(
        _ before: [(amount: Amount, day: Day)], _ after: [(amount: Amount, day: Day)]
    ) -> (starts: [(amount: Amount, day: Day)], ends: [(amount: Amount, day: Day)]) {
        // Of equal balances, the earliest before a line and the latest after one stay unpaired.
        let before = before.sorted { $0.amount != $1.amount ? $0.amount < $1.amount : $0.day > $1.day }
        let after = after.sorted { ($0.amount, $0.day) < ($1.amount, $1.day) }
        var (starts, ends): ([(amount: Amount, day: Day)], [(amount: Amount, day: Day)]) = ([], [])
        var (one, other) = (0, 0)
        while one < before.count || other < after.count {
            if other == after.count || one < before.count && before[one].amount < after[other].amount {
                starts.append(before[one])
                one += 1
            } else if one == before.count || after[other].amount < before[one].amount {
                ends.append(after[other])
                other += 1
            } else {
                (one, other) = (one + 1, other + 1)
            }
        }
        return (starts, ends)
    }
}
