import MitBudget

/// Values that tests write as literals: `let day: Day = "2023-02-01"`.
///
/// A literal in a test is no input, so a malformed one stops the run. Swift would read `Day("2023-02-01")` as such a
/// literal, too; tests of the initialisers pass a variable.
public protocol WrittenAsLiteral: ExpressibleByStringLiteral where StringLiteralType == String {
    /// Reads the value.
    init(_ text: String) throws(Malformed)
}

extension WrittenAsLiteral {
    /// Reads the literal and stops the run where it is malformed.
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
extension ResultCode: WrittenAsLiteral {}
extension AccountName: WrittenAsLiteral {}
extension Text: WrittenAsLiteral {}

extension Wording: ExpressibleByStringLiteral {
    /// Makes a plain text.
    public init(stringLiteral text: String) {
        self = .text(Text(stringLiteral: text))
    }
}

extension EntryNumber: ExpressibleByIntegerLiteral {
    /// Makes the number of an entry.
    public init(integerLiteral value: Int64) {
        self = Self.written(value)
    }

    private static func written(_ value: Int64) -> EntryNumber {
        guard let number = EntryNumber(value) else { preconditionFailure("\(value) is no entry") }
        return number
    }
}

extension ItemNumber: ExpressibleByIntegerLiteral {
    /// Makes the number of an item.
    public init(integerLiteral value: Int) {
        self = Self.written(value)
    }

    private static func written(_ value: Int) -> ItemNumber {
        guard let number = ItemNumber(value) else { preconditionFailure("\(value) is no item") }
        return number
    }
}

extension Amount {
    /// An amount in whole kroner.
    package static func kroner(_ kroner: Int64) -> Amount {
        .ore(kroner * 100)
    }

    /// An amount in øre.
    package static func ore(_ ore: Int64) -> Amount {
        guard let amount = Amount(ore: ore) else { preconditionFailure("\(ore) øre is beyond all amounts") }
        return amount
    }
}
