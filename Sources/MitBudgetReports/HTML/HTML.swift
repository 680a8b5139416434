/// A piece of HTML that is whole by construction: every element is closed, and text can get in only escaped, since the
/// names of elements and attributes are literals of this program.
struct HTML: Equatable, Sendable {
    /// Names of attributes and their values, in the order in which they are written.
    typealias Attributes = KeyValuePairs<StaticString, String>

    /// The characters as they stand in the file.
    private(set) var markup: String

    /// Nothing.
    static let empty = HTML(markup: "")

    private init(markup: String) {
        self.markup = markup
    }

    /// Text, escaped.
    init(_ text: String) {
        markup = Self.escaped(text)
    }

    /// An element and what is in it.
    init(_ name: StaticString, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) {
        let tags = Self.tags(name, attributes)
        markup = tags.opening + content().markup + tags.closing
    }

    /// An element that has no content and no closing tag, such as `meta`.
    static func void(_ name: StaticString, _ attributes: Attributes) -> HTML {
        HTML(markup: tags(name, attributes).opening)
    }

    /// A style sheet.
    static func style(_ sheet: CSS) -> HTML {
        HTML(markup: "<style>\n\(sheet.text)\n</style>")
    }

    /// The tags around content that is not built in memory but streamed between them.
    static func tags(_ name: StaticString, _ attributes: Attributes = [:]) -> (opening: String, closing: String) {
        var opening = "<\(name)"
        for (key, value) in attributes {
            opening += " \(key)=\"" + escaped(value) + "\""
        }
        return (opening + ">", "</\(name)>")
    }

    /// One after the other.
    static func + (left: HTML, right: HTML) -> HTML {
        HTML(markup: left.markup + right.markup)
    }

    /// The text with the five signs that mean something in HTML written as references. A control character, which no
    /// HTML file may hold, becomes the replacement character.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Lets pieces of HTML stand below one another; a string among them is text, and is escaped.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ html: HTML) -> HTML { html }
    static func buildExpression(_ text: String) -> HTML { HTML(text) }
    static func buildBlock(_ parts: HTML...) -> HTML { parts.reduce(.empty, +) }
    static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    static func buildEither(first: HTML) -> HTML { first }
    static func buildEither(second: HTML) -> HTML { second }
    static func buildArray(_ parts: [HTML]) -> HTML { parts.reduce(.empty, +) }
}

/// A style sheet. What is written in it stands as it is; a string filled in becomes a quoted CSS string.
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

        /// Whatever is not a plain letter, a digit or a blank is written by its number, so nothing ends the string or
        /// the style element.
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
