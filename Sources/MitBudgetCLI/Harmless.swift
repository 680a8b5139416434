import MitBudgetReports

/// The last filter before a terminal. The program accepts no text with a control character or one that turns the
/// direction of writing, but a ledger that someone altered may hold anything, and SQLite repeats it in its messages.
struct Harmless {
    /// How a filtered character is spelt out.
    enum Spelling {
        /// `\u{1B}`, for people.
        case plain
        /// `\u001b`, which a JSON reader decodes to the character.
        case json
    }

    let spelling: Spelling
    /// Whether the codes of a ``Style`` pass. No other escape sequence does.
    let passesColours: Bool
    /// Whether the form feed between pages of the text report passes at the start of a line. It passes nowhere else.
    let passesPages: Bool

    /// The text with every character that a terminal obeys spelt out, except line ends.
    func text(_ text: String) -> String {
        guard mayBeginTrouble(text) else { return text }
        var shown = String.UnicodeScalarView()
        var isLineStart = true
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if scalar == "\u{1B}", passesColours, let length = Self.colour(rest) {
                shown.append(contentsOf: rest.prefix(length))
                rest = rest.dropFirst(length)
                continue
            }
            rest = rest.dropFirst()
            let isLineEnd = scalar == "\n" || scalar == "\r" && rest.first == "\n"
            let isPage = scalar == "\u{C}" && isLineStart && passesPages
            isLineStart = scalar == "\n"
            if isLineEnd || isPage || !Self.isObeyed(scalar) {
                shown.append(scalar)
            } else {
                shown.append(contentsOf: spelt(scalar).unicodeScalars)
            }
        }
        return String(shown)
    }

    /// Looks at bytes only, for speed: nearly all printed text, Danish included, holds no character that a terminal
    /// obeys. May answer true for a text that holds none.
    private func mayBeginTrouble(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices {
            let byte = bytes[place]
            // Nearly every byte of a long report is printable ASCII.
            if byte &- 0x20 < 0x5F { continue }
            let last = place > 0 ? bytes[place - 1] : 0
            let isTrouble =
                switch (place > 1 ? bytes[place - 2] : 0, last, byte) {
                // A carriage return that does not end a line.
                case (_, _, 0x0D): place + 1 == bytes.count || bytes[place + 1] != 0x0A
                case (_, _, 0x0A): false
                case (_, _, 0x0C): !(passesPages && (place == 0 || last == 0x0A))
                case (_, _, 0..<0x20), (_, _, 0x7F): true
                case (_, 0xC2, 0x80..<0xA0): true  // U+0080 to U+009F
                case (_, 0xD8, 0x9C): true  // U+061C
                case (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xA8...0xAE): true  // U+200E, U+2028 to U+202E
                case (0xE2, 0x81, 0xA6...0xA9): true  // U+2066 to U+2069
                default: false
                }
            if isTrouble { return true }
        }
        return false
    }

    private static let colours = ["1", "2", "22", "31", "32", "33", "34", "39"].map { code in
        Array("\u{1B}[\(code)m".unicodeScalars)
    }

    /// The length of a style's code at the start.
    private static func colour(_ text: Substring.UnicodeScalarView) -> Int? {
        colours.first { text.starts(with: $0) }?.count
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private func spelt(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: spelling == .plain)
        return switch spelling {
        case .plain: "\\u{\(digits)}"
        case .json: "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}

extension Settings {
    /// The filter of standard output.
    var harmless: Harmless { harmless(style, passesPages: true) }

    /// The filter of a channel with that style.
    func harmless(_ style: Style, passesPages: Bool = false) -> Harmless {
        Harmless(
            spelling: format == .json ? .json : .plain, passesColours: style.isColoured, passesPages: passesPages)
    }
}
