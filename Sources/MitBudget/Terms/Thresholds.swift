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

    /// Makes thresholds; each has a default.
    public init(
        lateDays: Int = 30, duplicateDays: Int = 14, idlePlanDays: Int = 180, idleReleaseDays: Int = 90,
        rushPercent: Int = 25
    ) {
        self.lateDays = lateDays
        self.duplicateDays = duplicateDays
        self.idlePlanDays = idlePlanDays
        self.idleReleaseDays = idleReleaseDays
        self.rushPercent = rushPercent
    }

    /// Whether all are zero or more, and the percentage at most 100.
    var areSound: Bool {
        [lateDays, duplicateDays, idlePlanDays, idleReleaseDays, rushPercent].allSatisfy { $0 >= 0 }
            && rushPercent <= 100
    }
}
