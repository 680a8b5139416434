public import Phrases

/// Comma-separated values as RFC 4180 defines them.
public enum CSV {
    /// What separates two fields: a semicolon for Danish spreadsheets, a comma for machines.
    static func separator(in language: Language) -> Unicode.Scalar {
        switch language {
        case .danish: ";"
        case .english: ","
        }
    }

    /// One record in a language's convention, ended by CRLF. A field that a spreadsheet would read as a formula gets an
    /// apostrophe before it, and so does a field that looks as if it already had one; ``unguarded(_:)`` removes it
    /// again.
    /// - Parameter hasFigures: whether a negative number is a figure and stays unchanged.
    public static func line(_ fields: [String], in language: Language, hasFigures: Bool = true) -> String {
        let separator = Character(separator(in: language))
        return fields.map { field($0, separator: separator, hasFigures: hasFigures) }
            .joined(separator: String(separator)) + "\r\n"
    }

    /// Removes the apostrophe that keeps a spreadsheet from reading a field as a formula.
    public static func unguarded(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'"), beginsFormula(text) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    /// Whether a text begins with `=`, `+`, `-` or `@`, possibly after apostrophes.
    private static func beginsFormula(_ text: String) -> Bool {
        text.utf8.first { $0 != UInt8(ascii: "'") }.map("=+-@".utf8.contains) ?? false
    }

    /// Appends a field, quoted and guarded if necessary.
    static func write(_ text: String, separator: Unicode.Scalar, to bytes: inout [UInt8]) {
        if isPlain(text, separator: separator) {
            bytes.append(contentsOf: text.utf8)
        } else {
            bytes.append(contentsOf: field(text, separator: Character(separator)).utf8)
        }
    }

    /// Whether a text certainly needs neither guard nor quotation marks. It looks at bytes only, for speed; nearly
    /// every text passes.
    private static func isPlain(_ text: String, separator: Unicode.Scalar) -> Bool {
        let bytes = text.utf8.span
        guard bytes.count > 0 else { return true }
        switch bytes[0] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "'"):
            return false
        default: break
        }
        for place in bytes.indices {
            switch bytes[place] {
            // 0xC2 and 0xE2 are the lead bytes of U+0085, U+2028 and U+2029, among others.
            case 0..<0x20, UInt8(ascii: "\""), 0xC2, 0xE2: return false
            case let byte: if byte == separator.value { return false }
            }
        }
        return true
    }

    private static func field(_ text: String, separator: Character, hasFigures: Bool = true) -> String {
        var text = text
        if beginsFormula(text) || text.utf8.first == 0x09 || text.utf8.first == 0x0D, !(hasFigures && isNumber(text)) {
            text = "'" + text
        }
        // Compares scalar by scalar: a combining mark after a quotation mark joins it into one character and must not
        // hide it.
        let isQuoted = text.unicodeScalars.contains { scalar in
            endsField(scalar) || separator.unicodeScalars.contains(scalar)
        }
        guard isQuoted else { return text }
        var field = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" { field.append(scalar) }
            field.append(scalar)
        }
        field.append("\"")
        return String(field)
    }

    /// Quotation marks, and every character that some reader takes for a line end.
    private static func endsField(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// A negative amount is a number, not a formula.
    private static func isNumber(_ text: String) -> Bool {
        text.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") } && text.count > 1
    }
}
