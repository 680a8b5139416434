/// Money that is promised in an approved plan, made available and spent. Disbursed ≤ released ≤ approved.
public struct Balance: Equatable, Sendable {
    /// What approved plans promise.
    public var approved: Amount
    /// What caseworkers made available and did not retract.
    public var released: Amount
    /// What was spent, net of refunds and reversals.
    public var disbursed: Amount

    /// A balance of 0 øre in all three measures.
    public static let zero = Balance(approved: .zero, released: .zero, disbursed: .zero)

    /// Makes a balance from its three measures.
    public init(approved: Amount, released: Amount, disbursed: Amount) {
        self.approved = approved
        self.released = released
        self.disbursed = disbursed
    }

    /// The sum, measure by measure.
    public static func + (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved + right.approved, released: left.released + right.released,
            disbursed: left.disbursed + right.disbursed)
    }

    /// The difference, measure by measure.
    static func - (left: Balance, right: Balance) -> Balance {
        Balance(
            approved: left.approved - right.approved, released: left.released - right.released,
            disbursed: left.disbursed - right.disbursed)
    }

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

    /// The same amount in all three measures: an expense needs no plan.
    init(spending amount: Amount) {
        self.init(approved: amount, released: amount, disbursed: amount)
    }
}
