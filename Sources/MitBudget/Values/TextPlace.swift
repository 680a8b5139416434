/// A text that can be corrected; the raw values are the codes.
public enum TextField: String, CaseIterable, Sendable {
    /// A recipient's or a staff member's name.
    case name
    /// The number of a recipient's case.
    case caseNumber = "case"
    /// Who got the money.
    case payee
    /// A note.
    case note
    /// The reason for a decision.
    case reason
    /// A plan's goal.
    case goal
    /// A plan's wishes.
    case wishes
    /// A plan's purpose, or the purpose of a reading.
    case purpose
    /// What a plan's item is for.
    case item
}

/// One text of an entry. Only the text of a plan's item has the item's number.
public struct TextPlace: Hashable, Sendable {
    /// Which text it is.
    public let field: TextField
    /// The item that the text describes; `nil` for any other text.
    public let item: ItemNumber?

    /// Names a text; `nil` where an item's text lacks the item, or another text has one.
    public init?(_ field: TextField, item: ItemNumber? = nil) {
        guard (field == .item) == (item != nil) else { return nil }
        (self.field, self.item) = (field, item)
    }

    private init(named field: TextField) { (self.field, item) = (field, nil) }

    private init(textOf item: ItemNumber) { (field, self.item) = (.item, item) }

    /// The text of a plan's item.
    public static func item(_ number: ItemNumber) -> TextPlace { TextPlace(textOf: number) }
    /// A name.
    public static let name = TextPlace(named: .name)
    /// A case number.
    public static let caseNumber = TextPlace(named: .caseNumber)
    /// A payee.
    public static let payee = TextPlace(named: .payee)
    /// A note.
    public static let note = TextPlace(named: .note)
    /// A reason.
    public static let reason = TextPlace(named: .reason)
    /// A goal.
    public static let goal = TextPlace(named: .goal)
    /// Wishes.
    public static let wishes = TextPlace(named: .wishes)
    /// A purpose.
    public static let purpose = TextPlace(named: .purpose)
}
