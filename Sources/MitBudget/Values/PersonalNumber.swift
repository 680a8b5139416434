/// Suspects a CPR number (DDMMYY-SSSS) in a text, however it is spaced.
///
/// The old check digit (modulus 11) fails for valid numbers issued since 2007, so a valid day and month before four
/// more digits is enough to suspect one. Source: domain.md, "Personal data".
public enum PersonalNumber {
    /// Whether ``place(in:)`` finds one.
    public static func isSuspected(in text: String) -> Bool {
        place(in: text) != nil
    }

    /// Where a number begins: ten digits, with nothing but separators between them, of which the first six are a day.
    /// The ten must stand for themselves: part of a longer unbroken number, such as that of a bank account, is none.
    ///
    /// Days written out (2023-02-01, 01-02-2023) are not part of any, nor is one with two digits of year (01.02.23)
    /// that an amount, a time or another day follows; see ``DigitRun``.
    /// - Returns: the number's first character, counted in Unicode scalars from 1.
    public static func place(in text: String) -> Int? {
        guard mayHoldTenDigits(text), !isPlainReference(text) else { return nil }
        return placeAtACloserLook(text)
    }

    /// The same, of any text.
    static func placeAtACloserLook(_ text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        var groups: [DigitRun.Group] = []
        for (place, scalar) in scalars.enumerated() {
            if let value = digit(scalar) {
                if groups.last?.end == place {
                    groups[groups.count - 1].append(value)
                } else {
                    groups.append(DigitRun.Group(value, at: place))
                }
            } else if !isSeparator(scalar), !groups.isEmpty {
                if let found = DigitRun(groups, in: scalars).number { return found + 1 }
                groups.removeAll(keepingCapacity: true)
            }
        }
        return DigitRun(groups, in: scalars).number.map { $0 + 1 }
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
