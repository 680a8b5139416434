/// When a period report makes a finding. The programme sets the thresholds, since funders differ.
public struct Thresholds: Equatable, Sendable {
    /// `late-entry`: an entry recorded more than this many days after its day.
    public let lateDays: Int
    /// `possible-duplicate`: two entries within this many days.
    public let duplicateDays: Int
    /// `idle-plan`: a plan without a disbursement for this many days.
    public let idlePlanDays: Int
    /// `idle-release`: a release unspent for this many days.
    public let idleReleaseDays: Int
    /// `last-month-rush`: more than this percentage of all spending.
    public let rushPercent: Int

    /// `unapproved-change`: a post moved by more than this percentage of its approved budget.
    public let changePercent: Int
    /// `unapproved-change`: a post moved by more than this amount.
    public let changeAmount: Amount

    /// The amount of ``changeAmount`` where the terms name none: 100.000 kr.
    public static let changeAmount = Amount(unchecked: 10_000_000)

    /// Makes thresholds; each has a default.
    /// - Source: the funder's handbook: a change of budget by over 10 per cent or 100.000 kr. needs prior approval.
    public init(
        lateDays: Int = 30, duplicateDays: Int = 14, idlePlanDays: Int = 180, idleReleaseDays: Int = 90,
        rushPercent: Int = 25, changePercent: Int = 10, changeAmount: Amount = Self.changeAmount
    ) {
        self.lateDays = lateDays
        self.duplicateDays = duplicateDays
        self.idlePlanDays = idlePlanDays
        self.idleReleaseDays = idleReleaseDays
        self.rushPercent = rushPercent
        self.changePercent = changePercent
        self.changeAmount = changeAmount
    }

    /// Whether all are zero or more, and `rushPercent` at most 100.
    var areSound: Bool {
        [lateDays, duplicateDays, idlePlanDays, idleReleaseDays, rushPercent, changePercent].allSatisfy { $0 >= 0 }
            && rushPercent <= 100 && changeAmount >= .zero
    }
}
