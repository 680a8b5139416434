/// A text of an entry, read from the ledger.
public struct EntryText: Equatable, Sendable {
    /// The key that it stands under in the entry's body: `payee`, `goal` …
    public let key: String
    /// The item of a plan that it describes; `nil` where it describes none.
    public let item: Item?
    /// The text; `nil` once erased.
    public let text: String?

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
    public init(key: String, item: Item?, text: String?) {
        self.key = key
        self.item = item
        self.text = text
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
        case .participantWithdrawn, .planRejected, .retraction, .reversal, .periodReopened, .termsAmended: ["reason"]
        case .disbursement, .expense: ["payee", "note"]
        case .refund, .receipt, .repayment, .resultNoted: ["note"]
        case .wordsRead: ["purpose"]
        case .wordsErased: ["reason", "override"]
        case .staffEnded, .staffRebound, .planApproved, .release, .periodClosed, .measureNoted, .ledgerRestored: []
        }
    }
}
