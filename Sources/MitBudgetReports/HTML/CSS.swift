/// A style sheet. Literal text is copied unchanged; an interpolated string becomes a quoted CSS string.
struct CSS: ExpressibleByStringInterpolation, Sendable {
    let text: String

    init(stringLiteral value: String) {
        text = value
    }

    init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
    }

    struct StringInterpolation: StringInterpolationProtocol {
        private(set) var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// Writes everything except ASCII letters, digits and blanks by its number, so that no character can end the
        /// string or the style element.
        mutating func appendInterpolation(_ value: String) {
            text += "\""
            for scalar in value.unicodeScalars {
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", " ": text.unicodeScalars.append(scalar)
                case "\u{0}": text += "\\FFFD "
                default: text += "\\" + String(scalar.value, radix: 16) + " "
                }
            }
            text += "\""
        }

        mutating func appendInterpolation(_ sheet: CSS) {
            text += sheet.text
        }
    }
}
