/// Suspects a CPR number (DDMMYY-SSSS) in a text, however it is spaced.
///
/// The old check digit (modulus 11) fails for valid numbers issued since 2007, so a valid day and month before four
/// more digits is enough to suspect one. Source: domain.md, "Personal data".
public enum PersonalNumber {
    /// Whether ``place(in:)`` finds one.
    public static func isSuspected(in text: String) -> Bool {
        place(in: text) != nil
    }

    /// The place where a CPR number begins: ten digits with only separators between them, the first six of which are a
    /// day. Digits of a longer unbroken number, such as a bank account's, do not count.
    ///
    /// Days in full (2023-02-01, 01-02-2023) do not count either, nor does a day with a two-digit year (01.02.23)
    /// before an amount, a time or another day; see ``DigitRun``.
    /// - Returns: the place of the number's first character, in Unicode scalars from 1.
    public static func place(in text: String) -> Int? {
        guard mayHoldTenDigits(text), !isPlainReference(text) else { return nil }
        return placeAtACloserLook(text)
    }

    /// The same as ``place(in:)``, without the fast checks.
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

    /// Whether a text holds enough possible digits to need a closer look; most texts do not.
    private static func mayHoldTenDigits(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 where (48...57).contains(byte) || byte >= 0xC0 {
            count += 1
            if count == 10 { return true }
        }
        return false
    }

    /// Whether a text is ASCII with one or two numbers, each of at least four digits, together at most eleven, and none
    /// beginning with a day and a month. Many voucher references are such texts (2024-123456), and they hold no CPR
    /// number: a day in full before four more digits takes three numbers, and a day with the century takes twelve
    /// digits.
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

    /// The value of a decimal digit of any script: full-width digits must not hide a number.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return Letters.isDigit(scalar) ? Int(scalar.value) - 48 : nil }
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue else {
            return nil
        }
        return Int(value)
    }

    /// Whether a character is a blank, a dash, an invisible character or a sign that people put between numbers.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .dashPunctuation, .connectorPunctuation, .spaceSeparator, .format, .openPunctuation, .closePunctuation,
            .nonspacingMark, .enclosingMark:
            true
        default: "./+*·\u{2212}".unicodeScalars.contains(scalar)
        }
    }
}
