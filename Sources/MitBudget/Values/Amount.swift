/// Money in øre. The code never uses a floating-point number for money, and a bare integer only at the edge of the
/// program.
///
/// An amount that a person or a file gives lies within ``limit``. Nine thousand such amounts fit into 64 bits;
/// ``sum(_:)`` returns `nil` for a sum beyond ``limit``. A file that someone altered may hold more: a sum then stays at
/// the largest or smallest 64-bit number, far beyond ``limit``, so that a check finds it and the program does not stop.
public struct Amount: Hashable, Comparable, AdditiveArithmetic, Sendable {
    /// The amount in øre; negative where money goes the other way.
    public let ore: Int64

    /// The largest magnitude that an amount from outside may have: ten million million kroner, in øre.
    public static let limit: Int64 = 1_000_000_000_000_000

    /// 0 øre.
    public static let zero = Amount(unchecked: 0)

    init(unchecked ore: Int64) {
        self.ore = ore
    }

    /// The largest 64-bit amount, or the smallest where `side` is negative.
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

    /// The sum; an overflow stays at the end of 64 bits.
    public static func + (left: Amount, right: Amount) -> Amount {
        let (sum, overflow) = left.ore.addingReportingOverflow(right.ore)
        return overflow ? Amount(end: left.ore) : Amount(unchecked: sum)
    }

    /// The difference; an overflow stays at the end of 64 bits.
    public static func - (left: Amount, right: Amount) -> Amount {
        let (rest, overflow) = left.ore.subtractingReportingOverflow(right.ore)
        return overflow ? Amount(end: left.ore) : Amount(unchecked: rest)
    }

    /// The amount with the opposite sign.
    public static prefix func - (amount: Amount) -> Amount {
        .zero - amount
    }

    /// Adds in place, as `+` does.
    public static func += (left: inout Amount, right: Amount) {
        left = left + right
    }

    /// Subtracts in place, as `-` does.
    public static func -= (left: inout Amount, right: Amount) {
        left = left - right
    }

    /// The sum of any number of amounts; `nil` when it lies beyond ``limit``.
    public static func sum(_ amounts: some Sequence<Amount>) -> Amount? {
        var total: Int64 = 0
        for amount in amounts {
            let (sum, overflow) = total.addingReportingOverflow(amount.ore)
            if overflow { return nil }
            total = sum
        }
        return Amount(ore: total)
    }

    /// The amount times a count; `nil` when the product lies beyond ``limit``.
    public func times(_ count: Int) -> Amount? {
        let (product, overflow) = ore.multipliedReportingOverflow(by: Int64(count))
        return overflow ? nil : Amount(ore: product)
    }
}
