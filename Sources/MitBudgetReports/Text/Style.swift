/// The look of text for its reader: coloured on a terminal, plain in a file or a pipe.
///
/// Only the look of characters changes (ANSI SGR). The cursor never moves, so all output can be scrolled, paged and
/// saved. Nothing may be shown by colour alone.
public struct Style: Sendable {
    /// Whether bold, dim and colours are used.
    public let isColoured: Bool
    /// The width to fill, in columns. Lines with figures may be longer, because figures are never cut.
    public let width: Int

    /// No colour, 100 columns.
    public static let plain = Style(isColoured: false, width: 100)

    /// Makes a style for one reader.
    public init(isColoured: Bool, width: Int) {
        self.isColoured = isColoured
        self.width = width
    }

    /// The text in bold.
    public func bold(_ text: String) -> String { dress(text, on: 1, off: 22) }
    /// The text in faint type.
    public func dim(_ text: String) -> String { dress(text, on: 2, off: 22) }
    /// The text in red, for errors.
    public func red(_ text: String) -> String { dress(text, on: 31, off: 39) }
    /// The text in green, for money spent.
    public func green(_ text: String) -> String { dress(text, on: 32, off: 39) }
    /// The text in yellow, for what waits for someone.
    public func yellow(_ text: String) -> String { dress(text, on: 33, off: 39) }
    /// The text in blue, for money promised but not yet released.
    public func blue(_ text: String) -> String { dress(text, on: 34, off: 39) }

    private func dress(_ text: String, on: Int, off: Int) -> String {
        // Each look has its own end code, so one look may contain another.
        isColoured && !text.isEmpty ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
    }
}

extension String {
    /// The number of columns that the text takes: its characters, without the codes of a ``Style``.
    /// Every character counts as one; scripts with characters two columns wide do not line up.
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

    /// How many columns the text takes if no character in it joins the one before: letters, digits and signs of Danish
    /// and English, blocks and lines. `nil` if characters must be separated one by one.
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

    /// The text without trailing blanks. No-break spaces stay.
    var withoutTrailingBlanks: String {
        var end = utf8.endIndex
        while end > utf8.startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") {
            end = utf8.index(before: end)
        }
        return String(self[..<end])
    }
}
