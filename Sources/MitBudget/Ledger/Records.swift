/// A version of a plan in the list of plans; its texts are read separately.
public struct PlanRecord: Equatable, Sendable {
    /// The citizen whose plan it is.
    public let participant: ParticipantReference
    /// The version's number.
    public let version: Int
    /// The version's state.
    public internal(set) var state: PlanState
    /// The day on which citizen and caseworker agreed on it.
    public let agreedOn: Day
    /// The entry that drafted the version.
    public let drafted: EntryNumber
    /// The entry that ended its waiting; `nil` while it waits.
    public internal(set) var decided: Decided?
    /// The sum of its items.
    public let total: Amount

    /// The entry that ended a version's waiting.
    public struct Decided: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The entry's day.
        public let day: Day
        /// The staff member who recorded the entry.
        public let by: StaffID

        /// Makes a decision from its parts.
        public init(entry: EntryNumber, day: Day, by: StaffID) {
            self.entry = entry
            self.day = day
            self.by = by
        }
    }

    /// Makes a record from its parts.
    public init(
        participant: ParticipantReference, version: Int, state: PlanState, agreedOn: Day, drafted: EntryNumber,
        decided: Decided?, total: Amount
    ) {
        self.participant = participant
        self.version = version
        self.state = state
        self.agreedOn = agreedOn
        self.drafted = drafted
        self.decided = decided
        self.total = total
    }
}

extension PlanRecord {
    /// The approval of the version; `nil` where it was not approved.
    public var approval: Decided? {
        switch state {
        case .approved, .superseded: decided
        case .pending, .rejected, .replaced, .lapsed: nil
        }
    }
}

/// An entry that closed the period or reopened it.
public struct PeriodRecord: Equatable, Sendable {
    /// The entry's number.
    public let entry: EntryNumber
    /// `period-closed` or `period-reopened`.
    public let kind: EntryKind
    /// The last day of the closed period after the entry.
    public let through: Day
    /// The staff member who recorded the entry.
    public let by: StaffID
    /// When the entry was recorded.
    public let recordedAt: Moment

    /// Makes a record from its parts.
    public init(entry: EntryNumber, kind: EntryKind, through: Day, by: StaffID, recordedAt: Moment) {
        self.entry = entry
        self.kind = kind
        self.through = through
        self.by = by
        self.recordedAt = recordedAt
    }
}
