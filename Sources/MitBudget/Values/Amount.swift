/// Money in øre. Never a floating-point number, never a bare integer past the edge of the program.
///
/// What a person or a file gives lies within ``limit``; nine thousand such amounts fit into a sum, and a sum that
/// could hold more says so (``sum(_:)``). In a file that someone altered there may be more: a sum then stays at the end
/// of 64 bits, far beyond ``limit``, so that it is found to be no amount instead of ending the program.
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

    /// The last amount that 64 bits hold, on the side of another.
    private init(end side: Int64) {
        self.ore = side < 0 ? Int64.min : Int64.max
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

    /// Both together.
    public static func + (left: Amount, right: Amount) -> Amount {
        let (sum, overflow) = left.ore.addingReportingOverflow(right.ore)
        return overflow ? Amount(end: left.ore) : Amount(unchecked: sum)
    }

    /// What is left of one after the other.
    public static func - (left: Amount, right: Amount) -> Amount {
        let (rest, overflow) = left.ore.subtractingReportingOverflow(right.ore)
        return overflow ? Amount(end: left.ore) : Amount(unchecked: rest)
    }

    /// The same amount the other way.
    public static prefix func - (amount: Amount) -> Amount {
        .zero - amount
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
