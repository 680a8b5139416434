/// One entry whole, with what it stands on and what became of it.
///
/// Whatever else belongs to an entry is a further member here, filled in `MitBudgetStore/Reading/EntryReading.swift`
/// and printed in `MitBudgetReports/Entries`.
public struct EntryFacts: Equatable, Sendable {
    /// The entry's number.
    public let number: EntryNumber
    /// When it was recorded.
    public let recordedAt: Moment
    /// The staff member who recorded it.
    public let staff: StaffID
    /// The entry itself, with texts as seals.
    public let entry: Entry
    /// The entry's number and hash.
    public let anchor: String
    /// What the entry is linked to.
    public let links: Links
    /// The texts; `nil` where they are not to be shown.
    public let texts: [EntryText]?

    /// Makes facts from their parts.
    public init(
        number: EntryNumber, recordedAt: Moment, staff: StaffID, entry: Entry, anchor: String, links: Links,
        texts: [EntryText]?
    ) {
        self.number = number
        self.recordedAt = recordedAt
        self.staff = staff
        self.entry = entry
        self.anchor = anchor
        self.links = links
        self.texts = texts
    }

    /// The other entries that an entry stands on, and those that stand on it.
    public struct Links: Equatable, Sendable {
        /// The area of the item that the money is for; `nil` where it is for none.
        public var area: Area?
        /// The voucher: the entry's own, or the one of the entry that it cancels.
        public var voucher: VoucherReference?
        /// Other entries with the same voucher, in order of recording.
        public var sharers: [Line] = []
        /// The entry that it corrects, or the draft that it decides on.
        public var refersTo: EntryNumber?
        /// The entry that reversed it; `nil` where none did.
        public var reversedBy: EntryNumber?
        /// What came back of it, reversed or not, in order of recording.
        public var refunds: [Line] = []
        /// The version of the plan that was in force at the entry, or that the entry drafts or decides on.
        public var plan: PlanRecord?
        /// The releases that a disbursement drew on, or a retraction took from, when it was recorded; see
        /// ``ReleaseQueue``.
        public var releases: [Release] = []
        /// The disbursements that hold money of a release, with how much; see ``ReleaseQueue``.
        public var spending: [Line] = []

        /// The documents of the entry that count, in order.
        public var evidence: [Evidence] = []
        /// What corrected its texts, in order of recording; with words where these are shown.
        public var corrections: [EntryText.Correction] = []
        /// The manager who approved the expense first; `nil` where none did.
        public var approvedBy: StaffID?
        /// The extract that showed it as paid first; `nil` where none did.
        public var confirmation: Confirmed?

        /// That an extract of the books showed an entry as paid.
        public struct Confirmed: Equatable, Sendable {
            /// The entry that recorded it.
            public let entry: EntryNumber
            /// The line of the extract.
            public let line: Int

            /// Makes a confirmation from its parts.
            public init(entry: EntryNumber, line: Int) {
                (self.entry, self.line) = (entry, line)
            }
        }

        /// Makes links of an entry that has none.
        public init() {}

        /// What came back of it in refunds that are not reversed.
        public var refunded: Amount {
            refunds.filter { $0.reversedBy == nil }.reduce(.zero) { $0 + $1.amount }
        }
    }

    /// A document that was attached to the entry and counts.
    public struct Evidence: Equatable, Sendable {
        /// The entry that attached it.
        public let entry: EntryNumber
        /// What it proves.
        public let proof: DocumentProof
        /// The document's seal.
        public let seal: SealedDocument
        /// Whether its bytes are gone.
        public let isErased: Bool

        /// Makes it from its parts.
        public init(entry: EntryNumber, proof: DocumentProof, seal: SealedDocument, isErased: Bool) {
            (self.entry, self.proof, self.seal, self.isErased) = (entry, proof, seal, isErased)
        }
    }

    /// Another entry that moved money.
    public struct Line: Equatable, Sendable {
        /// The entry's number.
        public let entry: EntryNumber
        /// The kind of movement.
        public let kind: MovementKind
        /// The day that the entry is dated.
        public let day: Day
        /// The amount that concerns the entry at hand.
        public let amount: Amount
        /// The entry that reversed it; `nil` where none did.
        public let reversedBy: EntryNumber?

        /// Makes a line from its parts.
        public init(entry: EntryNumber, kind: MovementKind, day: Day, amount: Amount, reversedBy: EntryNumber?) {
            self.entry = entry
            self.kind = kind
            self.day = day
            self.amount = amount
            self.reversedBy = reversedBy
        }
    }

    /// A release that a disbursement drew on, or a retraction took from.
    public struct Release: Equatable, Sendable {
        /// The entry that released the money.
        public let entry: EntryNumber
        /// The day of the release.
        public let day: Day
        /// The staff member who released it.
        public let staff: StaffID
        /// The amount released.
        public let amount: Amount
        /// How much of it the entry drew or took.
        public let drawn: Amount

        /// Makes a release from its parts.
        public init(entry: EntryNumber, day: Day, staff: StaffID, amount: Amount, drawn: Amount) {
            self.entry = entry
            self.day = day
            self.staff = staff
            self.amount = amount
            self.drawn = drawn
        }
    }
}
