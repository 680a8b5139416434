import MitBudget

/// Values that tests write as literals: `let day: Day = "2023-02-01"`.
///
/// A literal in a test is no input, so a malformed one stops the run. `Day("2023-02-01")` would be read as the literal
/// too; tests of the initialisers hand them a variable.
public protocol WrittenAsLiteral: ExpressibleByStringLiteral where StringLiteralType == String {
    /// Reads the value.
    init(_ text: String) throws(Malformed)
}

extension WrittenAsLiteral {
    /// The value that the literal stands for.
    public init(stringLiteral text: String) {
        do {
            try self.init(text)
        } catch {
            preconditionFailure("\(text) is no \(Self.self): \(error)")
        }
    }
}

extension Day: WrittenAsLiteral {}
extension ParticipantReference: WrittenAsLiteral {}
extension StaffID: WrittenAsLiteral {}
extension VoucherReference: WrittenAsLiteral {}
extension OnceKey: WrittenAsLiteral {}
extension PostName: WrittenAsLiteral {}
extension Area: WrittenAsLiteral {}
extension AccountName: WrittenAsLiteral {}
extension Text: WrittenAsLiteral {}

extension Wording: ExpressibleByStringLiteral {
    /// A plain text.
    public init(stringLiteral text: String) {
        self = .text(Text(stringLiteral: text))
    }
}

extension EntryNumber: ExpressibleByIntegerLiteral {
    /// The entry of that number.
    public init(integerLiteral value: Int64) {
        self = Self.written(value)
    }

    private static func written(_ value: Int64) -> EntryNumber {
        guard let number = EntryNumber(value) else { preconditionFailure("\(value) is no entry") }
        return number
    }
}

extension ItemNumber: ExpressibleByIntegerLiteral {
    /// The item of that number.
    public init(integerLiteral value: Int) {
        self = Self.written(value)
    }

    private static func written(_ value: Int) -> ItemNumber {
        guard let number = ItemNumber(value) else { preconditionFailure("\(value) is no item") }
        return number
    }
}

extension Amount {
    /// Whole kroner.
    package static func kroner(_ kroner: Int64) -> Amount {
        .ore(kroner * 100)
    }

    /// Øre.
    package static func ore(_ ore: Int64) -> Amount {
        guard let amount = Amount(ore: ore) else { preconditionFailure("\(ore) øre is beyond all amounts") }
        return amount
    }
}
