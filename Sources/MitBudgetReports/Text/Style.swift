/// How text is dressed for whoever reads it: in colour on a terminal, plain in a file or a pipe.
///
/// Only the look of characters changes (ANSI SGR); the cursor is never moved, so every output can be scrolled, paged
/// and kept. Nothing may be said by colour alone.
public struct Style: Sendable {
    /// Whether bold, dim and colours are used.
    public let isColoured: Bool
    /// The columns that there is room for. Lines with figures in them may be longer: a figure is never cut.
    public let width: Int

    /// No colour, 100 columns.
    public static let plain = Style(isColoured: false, width: 100)

    /// A style for one reader.
    public init(isColoured: Bool, width: Int) {
        self.isColoured = isColoured
        self.width = width
    }

    /// The text in bold.
    public func bold(_ text: String) -> String { dress(text, on: 1, off: 22) }
    /// The text fainter than the rest.
    public func dim(_ text: String) -> String { dress(text, on: 2, off: 22) }
    /// The text in red: something is wrong.
    public func red(_ text: String) -> String { dress(text, on: 31, off: 39) }
    /// The text in green: money spent as meant.
    public func green(_ text: String) -> String { dress(text, on: 32, off: 39) }
    /// The text in yellow: something waits for someone.
    public func yellow(_ text: String) -> String { dress(text, on: 33, off: 39) }
    /// The text in blue: promised, not yet there.
    public func blue(_ text: String) -> String { dress(text, on: 34, off: 39) }

    private func dress(_ text: String, on: Int, off: Int) -> String {
        // Each look is ended by its own code, so that one may stand inside another.
        isColoured && !text.isEmpty ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
    }
}

extension String {
    /// How many columns the text takes: its characters, without the codes of a ``Style``.
    /// Every character counts as one; scripts with characters two columns wide don't line up.
    var columns: Int {
        if let count = plainColumns { return count }
        var count = 0
        var isCode = false
        for character in self {
            if character == "\u{1B}" {
                isCode = true
            } else if isCode {
                isCode = character != "m"
            } else {
                count += 1
            }
        }
        return count
    }

    /// How many columns the text takes where nothing in it is joined to what stands before: letters, digits and signs
    /// of Danish and English, blocks and lines; `nil` where characters must be told apart one by one.
    private var plainColumns: Int? {
        var count = 0
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x20..<0x7F, 0xA0..<0xAD, 0xB0..<0x300, 0x2010..<0x2016, 0x2500..<0x25A0: count += 1
            default: return nil
            }
        }
        return count
    }

    /// The text without blanks at its end. No-break spaces stay.
    var withoutTrailingBlanks: String {
        var end = utf8.endIndex
        while end > utf8.startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") {
            end = utf8.index(before: end)
        }
        return String(self[..<end])
    }
}
