/// Money in øre. Never a floating-point number, never a bare integer past the edge of the program.
///
/// What a person or a file gives lies within ``limit``; nine thousand such amounts fit into a sum, and a sum that
/// could hold more says so (``sum(_:)``).
public struct Amount: Hashable, Comparable, AdditiveArithmetic, Sendable {
    /// The amount in øre; negative where money goes the other way.
    public let ore: Int64

    /// The largest amount, either way, that may be given: ten million million kroner, in øre.
    public static let limit: Int64 = 1_000_000_000_000_000

    /// No money.
    public static let zero = Amount(unchecked: 0)

    private init(unchecked ore: Int64) {
        self.ore = ore
    }

    /// An amount read from outside, in øre; `nil` beyond ``limit``.
    public init?(ore: Int64) {
        guard ore >= -Self.limit, ore <= Self.limit else { return nil }
        self.ore = ore
    }

    /// Orders by øre.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.ore < right.ore
    }

    /// Both together. Both stem from amounts within ``limit``, so the sum is far inside 64 bits.
    public static func + (left: Amount, right: Amount) -> Amount {
        Amount(unchecked: left.ore + right.ore)
    }

    /// What is left of one after the other.
    public static func - (left: Amount, right: Amount) -> Amount {
        Amount(unchecked: left.ore - right.ore)
    }

    /// The same amount the other way.
    public static prefix func - (amount: Amount) -> Amount {
        Amount(unchecked: -amount.ore)
    }

    /// Adds in place.
    public static func += (left: inout Amount, right: Amount) {
        left = left + right
    }

    /// Subtracts in place.
    public static func -= (left: inout Amount, right: Amount) {
        left = left - right
    }

    /// All together, however many there are; `nil` when the sum itself lies beyond ``limit``.
    public static func sum(_ amounts: some Sequence<Amount>) -> Amount? {
        var total: Int64 = 0
        for amount in amounts {
            let (sum, overflow) = total.addingReportingOverflow(amount.ore)
            if overflow { return nil }
            total = sum
        }
        return Amount(ore: total)
    }

    /// This many times the amount; `nil` when that lies beyond ``limit``.
    public func times(_ count: Int) -> Amount? {
        let (product, overflow) = ore.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : Amount(ore: product)
    }
}
