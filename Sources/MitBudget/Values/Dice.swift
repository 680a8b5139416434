/// What dice showed, digit by digit: 1 to 64 digits from 0 to 9, as they were written down.
public struct Dice: Equatable, Sendable {
    /// The digits.
    public let digits: String

    /// Reads the digits; `nil` for anything else.
    public init?(_ text: String) {
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isDigits, (1...64).contains(text.utf8.count) else { return nil }
        digits = text
    }

    /// Compares the digits.
    public static func == (left: Dice, right: Dice) -> Bool { Exactly(left.digits) == Exactly(right.digits) }
}
