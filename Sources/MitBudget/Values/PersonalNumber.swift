/// Suspects a CPR number (DDMMYY-SSSS) in a text, however it is spaced.
///
/// The old check digit (modulus 11) fails for valid numbers issued since 2007, so a valid day and month before four
/// more digits is enough to suspect one. Source: domain.md, "Personal data".
public enum PersonalNumber {
    /// Digits that touch each other, and what stands between them and the digits before.
    private struct Group {
        let gap: [Unicode.Scalar]
        var digits: [Int]
    }

    /// Whether ten digits, with nothing but separators between them, begin with a day and a month. The ten must stand
    /// for themselves: part of a longer unbroken number, such as that of a bank account, is none. Days written out
    /// (2023-02-01, 01-02-2023) are not part of any.
    public static func isSuspected(in text: String) -> Bool {
        mayHoldTenDigits(text) && !isPlainReference(text) && isSuspectedAtACloserLook(text)
    }

    /// The same, of any text.
    static func isSuspectedAtACloserLook(_ text: String) -> Bool {
        var run: [Group] = []
        var gap: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            if let value = digit(scalar) {
                if gap.isEmpty, !run.isEmpty {
                    run[run.count - 1].digits.append(value)
                } else {
                    run.append(Group(gap: gap, digits: [value]))
                }
                gap.removeAll(keepingCapacity: true)
            } else if isSeparator(scalar) {
                // Before the first digit there is nothing to separate.
                if !run.isEmpty { gap.append(scalar) }
            } else {
                if holdsNumber(run[...]) { return true }
                run.removeAll(keepingCapacity: true)
                gap.removeAll(keepingCapacity: true)
            }
        }
        return holdsNumber(run[...])
    }

    /// Most texts hold too few signs that could be digits to be looked at any closer.
    private static func mayHoldTenDigits(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 where (48...57).contains(byte) || byte >= 0xC0 {
            count += 1
            if count == 10 { return true }
        }
        return false
    }

    /// Whether a text is ASCII with one or two numbers in it, of four digits at least and eleven together, none of
    /// which begins with a day and a month: a voucher reference such as 2024-123456, of which there are many, holds no
    /// CPR number. A day written out before four more digits takes three numbers, a century written twelve digits.
    private static func isPlainReference(_ text: String) -> Bool {
        var (digits, numbers, place, start) = (0, 0, 0, 0)
        for byte in text.utf8 {
            guard (48...57).contains(byte) else {
                guard byte < 0x80, place == 0 || place >= 4 else { return false }
                place = 0
                continue
            }
            if place == 0 { (numbers, start) = (numbers + 1, 0) }
            (digits, place) = (digits + 1, place + 1)
            guard place <= 4 else { continue }
            start = start * 10 + Int(byte - 48)
            if place == 4, (1...31).contains(start / 100), (1...12).contains(start % 100) { return false }
        }
        return numbers <= 2 && digits <= 11 && (place == 0 || place >= 4)
    }

    private static func holdsNumber(_ run: ArraySlice<Group>) -> Bool {
        var rest = run
        // Step by step: a text may hold a hundred thousand days.
        while true {
            var found: Int?
            for start in rest.indices {
                if isLongForm(rest[start...].prefix(2)) { return true }
                guard isWrittenDay(rest[start...].prefix(3)) else { continue }
                found = start
                break
            }
            guard let start = found else { return holdsTenDigits(rest) }
            if holdsTenDigits(rest[..<start]) { return true }
            rest = rest[(start + 3)...]
            // 01-01-1990-1234: the day is the number's own.
            if let next = rest.first, next.gap == ["-"], next.digits.count == 4 { return true }
        }
    }

    private static func holdsTenDigits(_ run: ArraySlice<Group>) -> Bool {
        run.indices.contains { start in
            var digits: [Int] = []
            for group in run[start...] {
                digits += group.digits
                if digits.count >= 10 { break }
            }
            return digits.count == 10 && beginsWithDate(digits)
        }
    }

    /// 01011990-1234, with the century written.
    private static func isLongForm(_ groups: ArraySlice<Group>) -> Bool {
        let two = Array(groups)
        guard two.count == 2, two[0].digits.count == 8, two[1].digits.count == 4 else { return false }
        let digits = two[0].digits
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let year = number(4..<8)
        return (1858...2099).contains(year) && Day(year: year, month: number(2..<4), day: number(0..<2)) != nil
    }

    private static func beginsWithDate(_ values: [Int]) -> Bool {
        let (day, month, year) = (values[0] * 10 + values[1], values[2] * 10 + values[3], values[4] * 10 + values[5])
        // The century is not known; 2000 + YY has a 29 February in the same years as 1900 + YY, but for 1900 itself.
        return Day(year: 2000 + year, month: month, day: day) != nil
    }

    private static func isWrittenDay(_ groups: ArraySlice<Group>) -> Bool {
        let three = Array(groups)
        guard three.count == 3, three[1].gap == three[2].gap,
            three[1].gap == ["-"] || three[1].gap == ["."] || three[1].gap == ["/"]
        else { return false }
        let lengths = three.map(\.digits.count)
        // A longer number is part of no day, and could be too large for any type.
        guard lengths.allSatisfy({ $0 <= 4 }) else { return false }
        let numbers = three.map { $0.digits.reduce(0) { $0 * 10 + $1 } }
        if lengths == [4, 2, 2] {
            return (1900...2099).contains(numbers[0])
                && Day(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
        }
        guard lengths[0] <= 2, lengths[1] <= 2, lengths[2] == 4, (1900...2099).contains(numbers[2]) else {
            return false
        }
        return Day(year: numbers[2], month: numbers[1], day: numbers[0]) != nil
    }

    /// A decimal digit of any script: full-width digits hide a number no better than spaces do.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return Letters.isDigit(scalar) ? Int(scalar.value) - 48 : nil }
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
            return nil
        }
        return Int(value)
    }

    /// Blanks, dashes, invisible characters and the signs that people put between numbers.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .connectorPunctuation, .spaceSeparator, .format, .openPunctuation, .closePunctuation,
            .nonspacingMark, .enclosingMark:
            true
        default: "./+*·\u{2212}".unicodeScalars.contains(scalar)
        }
    }
}
