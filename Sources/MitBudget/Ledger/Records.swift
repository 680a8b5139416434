/// A staff member as the ledger lists one.
public struct StaffRecord: Equatable, Sendable {
    /// The member.
    public let member: StaffMember
    /// The name, where one was given.
    public let name: String?
    /// The entry that added the member.
    public let added: EntryNumber
    /// The entry that ended the member's work.
    public let ended: EntryNumber?

    /// A record.
    public init(member: StaffMember, name: String?, added: EntryNumber, ended: EntryNumber?) {
        self.member = member
        self.name = name
        self.added = added
        self.ended = ended
    }
}

/// A version of a plan as the ledger lists one; texts are asked for apart.
public struct PlanRecord: Equatable, Sendable {
    /// The citizen.
    public let participant: ParticipantReference
    /// The version.
    public let version: Int
    /// Where it stands.
    public internal(set) var state: PlanState
    /// The day on which citizen and caseworker agreed on it.
    public let agreedOn: Day
    /// The entry that drafted it.
    public let drafted: EntryNumber
    /// The entry that ended its wait, its day and who recorded it.
    public internal(set) var decided: Decided?
    /// What its items sum to.
    public let total: Amount

    /// The entry that ended a version's wait.
    public struct Decided: Equatable, Sendable {
        /// The entry.
        public let entry: EntryNumber
        /// Its day.
        public let day: Day
        /// Who recorded it.
        public let by: StaffID

        /// An end of waiting.
        public init(entry: EntryNumber, day: Day, by: StaffID) {
            self.entry = entry
            self.day = day
            self.by = by
        }
    }

    /// A record.
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

/// A close of the books or its reopening.
public struct PeriodRecord: Equatable, Sendable {
    /// The entry.
    public let entry: EntryNumber
    /// `period-closed` or `period-reopened`.
    public let kind: EntryKind
    /// The last day of the closed period from then on.
    public let through: Day
    /// Who recorded it.
    public let by: StaffID
    /// When.
    public let recordedAt: Moment

    /// A record.
    public init(entry: EntryNumber, kind: EntryKind, through: Day, by: StaffID, recordedAt: Moment) {
        self.entry = entry
        self.kind = kind
        self.through = through
        self.by = by
        self.recordedAt = recordedAt
    }
}
