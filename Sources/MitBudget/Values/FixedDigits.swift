/// Reads and writes numbers of a fixed width in place. Every entry has a day and a time, so speed matters.
enum FixedDigits {
    /// Writes a number with leading zeros.
    static func write(_ number: Int, width: Int, at start: Int, to text: UnsafeMutableBufferPointer<UInt8>) {
        var rest = number
        for position in stride(from: start + width - 1, through: start, by: -1) {
            text[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Appends a number of two digits.
    static func appendTwo(_ number: Int, to bytes: inout OutputSpan<UInt8>) {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    /// Reads the two-digit number at a place; `nil` where it is not two digits.
    static func readTwo(_ text: Span<UInt8>, at place: Int) -> Int? {
        let tens = text[place] &- UInt8(ascii: "0")
        let ones = text[place + 1] &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// Reads the number in a range of a text; `nil` where the range holds anything but digits, or more than an `Int`
    /// holds.
    static func read(_ range: Range<Int>, of text: Span<UInt8>) -> Int? {
        var number = 0
        for position in range {
            let digit = text[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (product, isTooMuch) = number.multipliedReportingOverflow(by: 10)
            let (sum, isTooMany) = product.addingReportingOverflow(Int(digit))
            guard !isTooMuch, !isTooMany else { return nil }
            number = sum
        }
        return number
    }
}
