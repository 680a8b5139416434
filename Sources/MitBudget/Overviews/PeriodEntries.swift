// Single entries that a period report tells of.
extension PeriodFacts {
    /// A reversal, which cancels an entry.
    public struct Correction: Equatable, Sendable {
        /// The reversal's number.
        public let entry: EntryNumber
        /// The reversal's day.
        public let day: Day
        /// When the reversal was recorded.
        public let recordedAt: Moment
        /// The entry that it cancels.
        public let reverses: EntryNumber
        /// The kind of the cancelled entry.
        public let kind: MovementKind
        /// The citizen, where the cancelled entry concerns one.
        public let participant: ParticipantReference?
        /// The cancelled amount in øre, above zero.
        public let amount: Amount
        /// The staff member who recorded the reversal.
        public let staff: StaffID

        /// Makes a correction from its parts.
        public init(
            entry: EntryNumber, day: Day, recordedAt: Moment, reverses: EntryNumber, kind: MovementKind,
            participant: ParticipantReference?, amount: Amount, staff: StaffID
        ) {
            self.entry = entry
            self.day = day
            self.recordedAt = recordedAt
            self.reverses = reverses
            self.kind = kind
            self.participant = participant
            self.amount = amount
            self.staff = staff
        }
    }

    /// A change of the terms.
    public struct AmendmentMade: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The entry's day.
        public let day: Day
        /// When the entry was recorded.
        public let recordedAt: Moment
        /// The staff member who recorded the entry.
        public let staff: StaffID
        /// The reference of the funder's letter; `nil` where there is none.
        public let approval: VoucherReference?
        /// What changed, in the order of the programme file.
        public let changes: [TermsChange]

        /// Makes an amendment from its parts.
        public init(
            entry: EntryNumber, day: Day, recordedAt: Moment, staff: StaffID, approval: VoucherReference?,
            changes: [TermsChange]
        ) {
            self.entry = entry
            self.day = day
            self.recordedAt = recordedAt
            self.staff = staff
            self.approval = approval
            self.changes = changes
        }
    }

    /// Another ledger's anchor that was kept in this one.
    public struct Witnessed: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The entry's day.
        public let day: Day
        /// When the entry was recorded.
        public let recordedAt: Moment
        /// The staff member who recorded the entry.
        public let staff: StaffID
        /// The other ledger and its anchor.
        public let testimony: Testimony

        /// Makes a witnessed anchor from its parts.
        public init(entry: EntryNumber, day: Day, recordedAt: Moment, staff: StaffID, testimony: Testimony) {
            self.entry = entry
            self.day = day
            self.recordedAt = recordedAt
            self.staff = staff
            self.testimony = testimony
        }
    }

    /// How much was recorded after an entry, with a day in the period; the entries themselves are read line by line.
    public struct Later: Equatable, Sendable {
        /// The number of entries.
        public let count: Int
        /// By how much they changed what was spent in the period.
        public let delta: Amount

        /// Makes the sums.
        public init(count: Int, delta: Amount) {
            (self.count, self.delta) = (count, delta)
        }
    }
}
