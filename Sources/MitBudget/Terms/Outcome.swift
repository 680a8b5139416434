extension Programme {
    /// A result that the programme wants: of each recipient, or a figure of the whole programme.
    public struct Outcome: Equatable, Sendable {
        /// The result's code.
        public let code: ResultCode
        /// How it is judged.
        public let aim: Aim

        /// How a result is judged.
        public enum Aim: Equatable, Sendable {
            /// By how many per cent of all who were ever enrolled reach it; `nil` where the terms name no target.
            case share(percent: Int?)
            /// By a figure that is measured from time to time.
            case figure(Target)
        }

        /// What a figure is to become, and by when.
        public struct Target: Equatable, Sendable {
            /// The figure before the programme.
            public let from: Figure
            /// The figure that is aimed at.
            public let aim: Figure
            /// Whether the figure is to fall to the aim; otherwise it is to rise to it.
            public let isMost: Bool
            /// The day by which it is to be reached.
            public let by: Day

            /// Makes a target from its parts.
            public init(from: Figure, aim: Figure, isMost: Bool, by: Day) {
                self.from = from
                self.aim = aim
                self.isMost = isMost
                self.by = by
            }

            /// Whether a figure reaches the aim.
            public func isReached(by figure: Figure) -> Bool { isMost ? figure <= aim : figure >= aim }
        }

        /// Makes a result from its parts.
        public init(code: ResultCode, aim: Aim) {
            self.code = code
            self.aim = aim
        }

        /// The target of a figure; `nil` for a result of recipients.
        public var target: Target? {
            if case .figure(let target) = aim { target } else { nil }
        }
    }

    /// A span of days with ceilings of its own on what is spent in it.
    public struct BudgetPeriod: Equatable, Sendable {
        /// The first day.
        public let firstDay: Day
        /// The last day, which is inside.
        public let lastDay: Day
        /// The most that may be spent on one recipient; `nil` where the period has no such ceiling.
        public let cap: Amount?
        /// The most that may be spent on some posts, in order of name.
        public let posts: [Post]

        /// Makes a period from its parts.
        public init(firstDay: Day, lastDay: Day, cap: Amount?, posts: [Post]) {
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.cap = cap
            self.posts = posts.sorted { $0.name < $1.name }
        }

        /// Whether a day lies in the period.
        public func contains(_ day: Day) -> Bool { day >= firstDay && day <= lastDay }
    }

    /// An instalment of the grant that the funder is to pay.
    public struct Instalment: Equatable, Sendable {
        /// The day on which it is due.
        public let day: Day
        /// The amount in øre, above zero.
        public let amount: Amount

        /// Makes an instalment from its parts.
        public init(day: Day, amount: Amount) {
            self.day = day
            self.amount = amount
        }
    }

    /// What an auditor asks of a disbursement or an expense; the raw values are the codes.
    public enum Proof: String, CaseIterable, Sendable {
        /// The receipt or the invoice.
        case receipt
        /// A document from outside that the money was paid.
        case payment
        /// A manager's approval that the expense is the programme's.
        case approval
    }

    /// The budget period that a day lies in; `nil` where it lies in none.
    public func budgetPeriod(of day: Day) -> BudgetPeriod? { budgetPeriods.first { $0.contains(day) } }

    /// A result by its code; `nil` where the terms have none.
    public func result(_ code: ResultCode) -> Outcome? { results.first { $0.code == code } }
}

/// A measured figure: a decimal number that is not negative, with at most two decimals.
public struct Figure: Hashable, Comparable, Sendable {
    /// The figure as an amount of hundredths, for grouping its digits.
    public let amount: Amount

    /// Makes a figure from what reads as an amount; `nil` below zero.
    public init?(_ amount: Amount) {
        guard amount >= .zero else { return nil }
        self.amount = amount
    }

    /// Reads a figure as the journal holds it, without zeros at the end; `nil` for anything else.
    public init?(text: String) {
        guard let amount = try? Amount(decimal: text), let figure = Figure(amount),
            Exactly(figure.text) == Exactly(text)
        else { return nil }
        self = figure
    }

    /// The figure with a decimal point and without zeros at the end: `950`, `12.5`.
    public var text: String {
        var text = Substring(amount.decimal)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return String(text)
    }

    /// Orders by size.
    public static func < (left: Figure, right: Figure) -> Bool { left.amount < right.amount }
}
