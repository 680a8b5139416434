/// A text of an entry, read from the ledger.
public struct EntryText: Equatable, Sendable {
    /// The key that it stands under in the entry's body: `payee`, `goal` …
    public let key: String
    /// The item of a plan that it describes; `nil` where it describes none.
    public let item: Item?
    /// The text as it was first written; `nil` once erased.
    public let text: String?
    /// What corrected it, in order of recording; the last one counts.
    public let corrections: [Correction]

    /// An item of a version of a plan.
    public struct Item: Equatable, Sendable {
        /// The item's number.
        public let number: Int64
        /// The area that the item belongs to.
        public let area: Area
        /// The amount that the version gives the item.
        public let amount: Amount

        /// Makes an item from its parts.
        public init(number: Int64, area: Area, amount: Amount) {
            self.number = number
            self.area = area
            self.amount = amount
        }
    }

    /// Makes a text from its parts.
    public init(key: String, item: Item?, text: String?, corrections: [Correction] = []) {
        self.key = key
        self.item = item
        self.text = text
        self.corrections = corrections
    }

    /// The text that counts: the first one, or what corrected it last; `nil` once erased.
    public var latest: String? { corrections.last.map { $0.words?.text } ?? text }

    /// A correction of a text, recorded by an entry of its own.
    public struct Correction: Equatable, Sendable {
        /// The entry that corrects.
        public let entry: EntryNumber
        /// Which text of the first entry it corrects.
        public let place: TextPlace
        /// The day of that entry.
        public let day: Day
        /// When it was recorded.
        public let recordedAt: Moment
        /// The staff member who recorded it.
        public let staff: StaffID
        /// The texts; `nil` where they are not to be shown.
        public internal(set) var words: Words?

        /// The texts of a correction, each `nil` once erased.
        public struct Words: Equatable, Sendable {
            /// The text that it replaces.
            public internal(set) var before: String?
            /// How the text should read.
            public let text: String?
            /// What was wrong.
            public let reason: String?

            /// Makes them from their parts.
            public init(before: String? = nil, text: String?, reason: String?) {
                (self.before, self.text, self.reason) = (before, text, reason)
            }
        }

        /// Makes a correction from its parts.
        public init(
            entry: EntryNumber, place: TextPlace, day: Day, recordedAt: Moment, staff: StaffID, words: Words?
        ) {
            self.entry = entry
            self.place = place
            self.day = day
            self.recordedAt = recordedAt
            self.staff = staff
            self.words = words
        }
    }

    /// Makes a text with those of an entry's corrections that are about it.
    /// - Parameter corrections: all corrections of the entry, in order of recording.
    public init(key: String, item: Item?, text: String?, from corrections: [Correction]) {
        let place = Self.place(key, item)
        var before = text
        let own = corrections.filter { $0.place == place }.map { correction in
            var correction = correction
            correction.words?.before = before
            before = correction.words?.text
            return correction
        }
        self.init(key: key, item: item, text: text, corrections: own)
    }

    /// What a correction calls the text; `nil` for one that none can name.
    public var place: TextPlace? { Self.place(key, item) }

    private static func place(_ key: String, _ item: Item?) -> TextPlace? {
        guard let item else { return TextField(rawValue: key).flatMap { TextPlace($0) } }
        return ItemNumber(Int(item.number)).map { .item($0) }
    }

    /// The key under which a plan's items have their texts.
    public static let itemKey = "text"
}

extension EntryKind {
    /// The keys of the texts that an entry of this kind may have, besides those of a plan's items.
    public var textKeys: [String] {
        switch self {
        case .ledgerOpened, .staffAdded: ["name"]
        case .participantEnrolled: ["name", "case"]
        case .planDrafted: ["goal", "wishes", "purpose"]
        case .participantWithdrawn, .planRejected, .retraction, .reversal, .periodReopened, .termsAmended,
            .voucherDetached:
            ["reason"]
        case .disbursement, .expense: ["payee", "note"]
        case .refund, .receipt, .repayment, .resultNoted: ["note"]
        case .wordsCorrected: [EntryText.itemKey, "reason"]
        case .wordsRead: ["purpose"]
        case .wordsErased: ["reason", "override"]
        case .staffEnded, .staffRebound, .planApproved, .release, .periodClosed, .measureNoted, .ledgerRestored,
            .voucherAttached, .voucherApproved, .paymentConfirmed, .anchorWitnessed:
            []
        }
    }
}
