/// Where money stands: promised in an approved plan, made available, spent. Disbursed ≤ released ≤ approved.
public struct Balance: Equatable, Sendable {
    /// Promised in an approved plan.
    public var approved: Amount
    /// Made available by a caseworker and not retracted.
    public var released: Amount
    /// Spent, net of refunds and reversals.
    public var disbursed: Amount

    /// Nothing promised, released or spent.
    public static let zero = Balance(approved: .zero, released: .zero, disbursed: .zero)

    /// A balance.
    public init(approved: Amount, released: Amount, disbursed: Amount) {
        self.approved = approved
        self.released = released
        self.disbursed = disbursed
    }

    /// Both together, measure by measure.
    public static func + (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved + right.approved, released: left.released + right.released,
            disbursed: left.disbursed + right.disbursed)
    }

    /// What one has more than the other, measure by measure.
    static func - (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved - right.approved, released: left.released - right.released,
            disbursed: left.disbursed - right.disbursed)
    }

    /// One of the three.
    enum Measure {
        case approved, released, disbursed
    }

    subscript(measure: Measure) -> Amount {
        switch measure {
        case .approved: approved
        case .released: released
        case .disbursed: disbursed
        }
    }

    /// The same amount in all three: what an expense is, which needs no plan.
    init(spending amount: Amount) {
        self.init(approved: amount, released: amount, disbursed: amount)
    }
}
