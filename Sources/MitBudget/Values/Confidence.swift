/// How sure an auditor wants to be of finding a material error: above 0 and below 100 per cent.
public struct Confidence: Equatable, Sendable {
    /// The confidence in ten-thousandths of a per cent, from 1 to 999,999.
    private let parts: Int

    /// Ten-thousandths of a per cent in the whole.
    private static let whole = 1_000_000

    /// Reads a percentage such as `95`, `97,5` or `97.5`, with at most four decimals; `nil` for anything else.
    public init?(percent text: String) {
        let pieces = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        guard let units = pieces.first, (1...3).contains(units.count), pieces.count <= 2 else { return nil }
        var digits = Array(units)
        if pieces.count == 2 {
            guard (1...4).contains(pieces[1].count) else { return nil }
            digits += pieces[1]
        }
        while digits.count < units.count + 4 { digits.append(UInt8(ascii: "0")) }
        guard let parts = FixedDigits.read(digits.indices, of: digits.span), (1..<Self.whole).contains(parts) else {
            return nil
        }
        self.parts = parts
    }

    /// The percentage with a decimal point and without zeros at the end: `95`, `97.5`.
    public var percent: String {
        var text = "\(parts / 10_000)"
        var rest = parts % 10_000
        if rest > 0 { text += "." }
        while rest > 0 {
            text += "\(rest / 1_000)"
            rest = rest % 1_000 * 10
        }
        return text
    }

    /// The sample size ⌈population × −ln(1 − c) ÷ materiality⌉, exactly.
    ///
    /// The logarithm of a fraction other than 1 is no fraction, so the quotient is never whole, and the size is its
    /// whole part and one. A floating-point number could put the quotient on the wrong side of a whole number. Here the
    /// logarithm is computed in whole numbers, less than 2⁻¹⁷⁰ too low; and no fraction with a denominator up to
    /// ``Amount/limit`` comes nearer than 2⁻¹²² to the logarithm of any confidence that can be given, as the continued
    /// fractions of all 999,999 show. So the whole part is the right one for every population and materiality.
    /// - Parameters:
    ///   - population: not below zero.
    ///   - materiality: above zero.
    public func size(population: Amount, materiality: Amount) -> Int {
        guard population > .zero, materiality > .zero else { return 0 }
        let logarithm = FixedPoint.logarithm(of: UInt64(Self.whole), over: UInt64(Self.whole - parts))
        let quotient = logarithm.times(population.ore.magnitude).divided(by: materiality.ore.magnitude)
        return 1 + Int(clamping: quotient.whole)
    }
}

/// A number that is not negative, with 64 bits before the point and 192 behind it. Division rounds down.
private struct FixedPoint {
    /// The least significant bits first, the whole part last.
    private var limbs: [UInt64]

    private init(_ whole: UInt64) {
        limbs = [0, 0, 0, whole]
    }

    /// The whole part.
    var whole: UInt64 { limbs[3] }

    private var isZero: Bool { limbs.allSatisfy { $0 == 0 } }

    func times(_ factor: UInt64) -> FixedPoint {
        var (product, carry) = (self, UInt64(0))
        for place in limbs.indices {
            let (high, low) = limbs[place].multipliedFullWidth(by: factor)
            let (sum, isOver) = low.addingReportingOverflow(carry)
            product.limbs[place] = sum
            carry = high + (isOver ? 1 : 0)
        }
        return product
    }

    func divided(by divisor: UInt64) -> FixedPoint {
        var (quotient, rest) = (self, UInt64(0))
        for place in limbs.indices.reversed() {
            (quotient.limbs[place], rest) = divisor.dividingFullWidth((rest, limbs[place]))
        }
        return quotient
    }

    private func plus(_ other: FixedPoint) -> FixedPoint {
        var (sum, carry) = (self, UInt64(0))
        for place in limbs.indices {
            let (first, isOver) = limbs[place].addingReportingOverflow(other.limbs[place])
            let (second, isOverAgain) = first.addingReportingOverflow(carry)
            sum.limbs[place] = second
            carry = isOver || isOverAgain ? 1 : 0
        }
        return sum
    }

    /// ln(numerator ÷ denominator), by ln x = n ln 2 + 2 artanh((y − 1) ÷ (y + 1)), where x = 2ⁿ y and 1 ≤ y < 2. It
    /// takes at most twenty sums of 62 summands, each less than three units of the last bit too low, twice.
    /// - Parameters:
    ///   - numerator: at most a million.
    ///   - denominator: from 1 to the numerator.
    static func logarithm(of numerator: UInt64, over denominator: UInt64) -> FixedPoint {
        var (doublings, denominator) = (UInt64(0), denominator)
        while denominator * 2 <= numerator { (doublings, denominator) = (doublings + 1, denominator * 2) }
        return artanh(1, over: 3).times(doublings)
            .plus(artanh(numerator - denominator, over: numerator + denominator)).times(2)
    }

    /// artanh(a ÷ b) = a/b + (a/b)³ ÷ 3 + (a/b)⁵ ÷ 5 + …, for a fraction of at most a third.
    private static func artanh(_ numerator: UInt64, over denominator: UInt64) -> FixedPoint {
        let (numeratorSquare, denominatorSquare) = (numerator * numerator, denominator * denominator)
        var power = FixedPoint(numerator).divided(by: denominator)
        var (sum, divisor) = (FixedPoint(0), UInt64(1))
        while !power.isZero {
            sum = sum.plus(power.divided(by: divisor))
            power = power.times(numeratorSquare).divided(by: denominatorSquare)
            divisor += 2
        }
        return sum
    }
}
