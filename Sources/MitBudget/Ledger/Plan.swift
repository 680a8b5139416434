/// A plan that citizen and caseworker agreed on, before it has a version.
public struct PlanProposal: Equatable, Sendable {
    /// The day on which they agreed.
    public let agreedOn: Day
    /// The overall goal; `nil` where it was left out.
    public let goal: Wording?
    /// The citizen's wishes; `nil` where they were left out.
    public let wishes: Wording?
    /// The purpose of taking part; `nil` where it was left out.
    public let purpose: Wording?
    /// The items that the money is for.
    public let items: [Item]

    /// An item of the proposal.
    public struct Item: Equatable, Sendable {
        /// The number of the existing item that is kept; `nil` for a new one.
        public let keeps: ItemNumber?
        /// The item's area.
        public let area: Area
        /// The amount asked for, in øre.
        public let amount: Amount
        /// What the item is for.
        public let text: Wording

        /// Makes an item, a new one unless it keeps a number.
        public init(keeps: ItemNumber? = nil, area: Area, amount: Amount, text: Wording) {
            self.keeps = keeps
            self.area = area
            self.amount = amount
            self.text = text
        }
    }

    /// Makes a proposal from its parts.
    public init(agreedOn: Day, goal: Wording?, wishes: Wording?, purpose: Wording?, items: [Item]) {
        self.agreedOn = agreedOn
        self.goal = goal
        self.wishes = wishes
        self.purpose = purpose
        self.items = items
    }
}

/// A numbered item of a version.
public struct PlanItem: Equatable, Sendable {
    /// The item's number within the citizen's plans.
    public let number: ItemNumber
    /// The item's area.
    public let area: Area
    /// The amount asked for, in øre above zero.
    public let amount: Amount
    /// What the item is for.
    public internal(set) var text: Wording

    /// Makes an item from its parts.
    public init(number: ItemNumber, area: Area, amount: Amount, text: Wording) {
        self.number = number
        self.area = area
        self.amount = amount
        self.text = text
    }
}

/// A version of a citizen's plan, as it was drafted.
public struct PlanVersion: Equatable, Sendable {
    /// The version's number; the first has 1.
    public let number: Int
    /// The day on which citizen and caseworker agreed on it.
    public let agreedOn: Day
    /// The overall goal.
    public internal(set) var goal: Wording
    /// The citizen's wishes.
    public internal(set) var wishes: Wording
    /// The purpose of taking part.
    public internal(set) var purpose: Wording
    /// The items that the money is for.
    public internal(set) var items: [PlanItem]

    /// Makes a version from its parts.
    public init(number: Int, agreedOn: Day, goal: Wording, wishes: Wording, purpose: Wording, items: [PlanItem]) {
        self.number = number
        self.agreedOn = agreedOn
        self.goal = goal
        self.wishes = wishes
        self.purpose = purpose
        self.items = items
    }

    /// The sum of the items. The rules let a version in only if its sum is no overflow.
    public var total: Amount {
        items.reduce(.zero) { $0 + $1.amount }
    }
}

/// The states of a version of a plan; the raw values are their codes.
public enum PlanState: String, CaseIterable, Sendable {
    /// Waits for a decision.
    case pending
    /// Is in force.
    case approved
    /// Was in force until a later version was approved.
    case superseded
    /// Was rejected.
    case rejected
    /// Was replaced by another draft before it was decided.
    case replaced
    /// Lapsed because the citizen withdrew before it was decided.
    case lapsed
}
