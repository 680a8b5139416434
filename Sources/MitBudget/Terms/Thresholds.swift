/// From when on a period report remarks on something; terms of the programme, since funders differ.
public struct Thresholds: Equatable, Sendable {
    /// `late-entry`: recorded more than so many days after its day.
    public let lateDays: Int
    /// `possible-duplicate`: within so many days.
    public let duplicateDays: Int
    /// `idle-plan`: nothing disbursed for so many days.
    public let idlePlanDays: Int
    /// `idle-release`: unspent for so many days.
    public let idleReleaseDays: Int
    /// `last-month-rush`: over so many percent of all spending.
    public let rushPercent: Int

    /// Thresholds; each has a default.
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

    /// Whether all are zero or more, and the percentage no more than 100.
    var areSound: Bool {
        [lateDays, duplicateDays, idlePlanDays, idleReleaseDays, rushPercent].allSatisfy { $0 >= 0 }
            && rushPercent <= 100
    }
}
