/// The most characters of a typed text that are shown.
private let shownAtMost = 60

/// Makes typed text safe to show: in ‘…’, with at most 60 characters between the marks (the last is `…` where the text
/// is shortened). Everything that is invisible, reorders its neighbours or could close the quotation is written as
/// `\u{…}`, so no control character reaches a terminal.
public func quoted(_ text: String) -> String {
    var shown: [String] = []
    var length = 0
    var countBeforeEllipsis = 0
    // A letter has at most two combining marks; more, or marks on nothing, would cover their neighbours.
    var marksLeft = 0
    for scalar in text.unicodeScalars {
        var isPlain = scalar.isVisible
        if scalar.isMark {
            isPlain = isPlain && marksLeft > 0
            marksLeft -= isPlain ? 1 : 0
        } else {
            marksLeft = isPlain && scalar.properties.isAlphabetic ? 2 : 0
        }
        let unit = isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        length += unit.unicodeScalars.count
        guard length <= shownAtMost else { return "‘" + shown.prefix(countBeforeEllipsis).joined() + "…’" }
        shown.append(unit)
        if length < shownAtMost { countBeforeEllipsis = shown.count }
    }
    return "‘" + shown.joined() + "’"
}

/// Typed text, ready to be shown: concealed, then ``quoted(_:)``. Errors carry this and never the raw text.
public struct Echo: Sendable, Equatable {
    /// The text to show, quotation marks included.
    public let text: String

    /// Makes typed text safe to show.
    /// - Parameter conceal: replaces what must not be repeated, such as a personal number; gets the whole raw text.
    public init(_ typed: String, concealedBy conceal: (String) -> String = { $0 }) {
        text = quoted(conceal(typed))
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a reader can see this scalar and distinguish it from a plain space and the closing quotation mark.
    fileprivate var isVisible: Bool {
        if value < 0x7F { return value >= 0x20 }
        if properties.isDefaultIgnorableCodePoint { return false }
        switch self {
        case "‘", "’", "\u{2800}": return false  // the quotation's own marks; the blank Braille pattern
        default: break
        }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: return false
        case .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
        default: return true
        }
    }
}
