/// A plan as citizen and caseworker agreed on it, before it has a version.
public struct PlanProposal: Equatable, Sendable {
    /// The day on which they agreed.
    public let agreedOn: Day
    /// The overall goal; `nil` where it was left out.
    public let goal: Wording?
    /// The citizen's wishes.
    public let wishes: Wording?
    /// The purpose of taking part.
    public let purpose: Wording?
    /// What the money is for.
    public let items: [Item]

    /// What part of the money is for.
    public struct Item: Equatable, Sendable {
        /// The existing item that is kept; `nil` for a new one.
        public let keeps: ItemNumber?
        /// What it is about.
        public let area: Area
        /// How much is asked for.
        public let amount: Amount
        /// What it is for.
        public let text: Wording

        /// An item.
        public init(keeps: ItemNumber? = nil, area: Area, amount: Amount, text: Wording) {
            self.keeps = keeps
            self.area = area
            self.amount = amount
            self.text = text
        }
    }

    /// A plan.
    public init(agreedOn: Day, goal: Wording?, wishes: Wording?, purpose: Wording?, items: [Item]) {
        self.agreedOn = agreedOn
        self.goal = goal
        self.wishes = wishes
        self.purpose = purpose
        self.items = items
    }
}

/// An item of a version, numbered.
public struct PlanItem: Equatable, Sendable {
    /// Its number within the participant.
    public let number: ItemNumber
    /// What it is about.
    public let area: Area
    /// How much.
    public let amount: Amount
    /// What it is for.
    public internal(set) var text: Wording

    /// An item.
    public init(number: ItemNumber, area: Area, amount: Amount, text: Wording) {
        self.number = number
        self.area = area
        self.amount = amount
        self.text = text
    }
}

/// A version of a citizen's plan, as it was drafted.
public struct PlanVersion: Equatable, Sendable {
    /// 1 for the first.
    public let number: Int
    /// The day on which citizen and caseworker agreed on it.
    public let agreedOn: Day
    /// The overall goal.
    public internal(set) var goal: Wording
    /// The citizen's wishes.
    public internal(set) var wishes: Wording
    /// The purpose of taking part.
    public internal(set) var purpose: Wording
    /// What the money is for.
    public internal(set) var items: [PlanItem]

    /// A version.
    public init(number: Int, agreedOn: Day, goal: Wording, wishes: Wording, purpose: Wording, items: [PlanItem]) {
        self.number = number
        self.agreedOn = agreedOn
        self.goal = goal
        self.wishes = wishes
        self.purpose = purpose
        self.items = items
    }

    /// What the items sum to. A version was let in with a sum under a ceiling, so there is one.
    public var total: Amount {
        items.reduce(.zero) { $0 + $1.amount }
    }
}

/// Where a version of a plan stands.
public enum PlanState: String, CaseIterable, Sendable {
    /// Waits for a decision.
    case pending
    /// In force.
    case approved
    /// Was in force until a later version was approved.
    case superseded
    /// Turned down.
    case rejected
    /// Another draft took its place before it was decided.
    case replaced
    /// The citizen withdrew before it was decided.
    case lapsed
}
