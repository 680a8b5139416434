/// Reads and writes numbers of a fixed width in place: every entry bears a day and a time, and a long ledger has many.
enum FixedDigits {
    /// Writes a number with leading zeros.
    static func write(_ number: Int, width: Int, at start: Int, to text: UnsafeMutableBufferPointer<UInt8>) {
        var rest = number
        for position in stride(from: start + width - 1, through: start, by: -1) {
            text[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// Reads the numbers of a text that has exactly the form of a pattern, in which `0` stands for a digit and every
    /// other sign for itself; each unbroken row of digits is a number. `nil` for any other text.
    static func read(_ text: String, like pattern: StaticString) -> InlineArray<6, Int>? {
        var numbers = InlineArray<6, Int>(repeating: 0)
        var (count, position, isInside) = (0, 0, false)
        for byte in text.utf8 {
            guard position < pattern.utf8CodeUnitCount else { return nil }
            let wanted = pattern.utf8Start[position]
            position += 1
            guard wanted == UInt8(ascii: "0") else {
                guard byte == wanted else { return nil }
                isInside = false
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            if !isInside { count += 1 }
            guard count <= 6 else { return nil }
            isInside = true
            numbers[count - 1] = numbers[count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return position == pattern.utf8CodeUnitCount ? numbers : nil
    }
}
