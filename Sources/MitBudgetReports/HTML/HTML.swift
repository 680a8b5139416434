import JSON
import MitBudget
import Phrases

/// A piece of well-formed HTML: every element is closed, and all text is escaped, because names of elements and
/// attributes are literals of this program.
///
/// Pieces are added to the end of one piece, so building takes time in proportion to the length.
struct HTML: Equatable, Sendable {
    /// Attribute names and values, in the order in which they are written.
    typealias Attributes = KeyValuePairs<StaticString, String>

    /// The markup in UTF-8.
    private(set) var bytes: [UInt8]

    var markup: String { String(decoding: bytes, as: UTF8.self) }

    static let empty = HTML(bytes: [])

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Escaped text.
    init(_ text: String) {
        self = .empty
        add(text)
    }

    /// An element with its content.
    init(_ name: StaticString, _ attributes: Attributes = [:], @HTMLBuilder _ content: () -> HTML) {
        self = .empty
        open(name, attributes)
        add(content())
        close(name)
    }

    /// An element without content and closing tag, such as `meta`.
    static func void(_ name: StaticString, _ attributes: Attributes) -> HTML {
        var html = HTML.empty
        html.open(name, attributes)
        return html
    }

    /// A style sheet in its `style` element.
    static func style(_ sheet: CSS) -> HTML {
        HTML(bytes: Array("<style>\n\(sheet.text)\n</style>".utf8))
    }

    /// The tags around content that is streamed, or written anew for each of many rows.
    static func tags(_ name: StaticString, _ attributes: Attributes = [:]) -> (opening: HTML, closing: HTML) {
        var (opening, closing) = (HTML.empty, HTML.empty)
        opening.open(name, attributes)
        closing.close(name)
        return (opening, closing)
    }

    static let doctype = HTML(bytes: Array("<!DOCTYPE html>".utf8))

    /// Each piece on its own line.
    static func lines(_ lines: [HTML]) -> HTML {
        .each(lines) { $0 + HTML("\n") }
    }

    /// The pieces that `body` makes of each element, one after another.
    static func each<Elements: Sequence>(_ elements: Elements, _ body: (Elements.Element) -> HTML) -> HTML {
        var html = HTML.empty
        for element in elements { html.add(body(element)) }
        return html
    }

    /// The right piece after the left one.
    static func + (left: HTML, right: HTML) -> HTML {
        var html = left
        html.add(right)
        return html
    }

    // MARK: Adding to the end

    mutating func add(_ html: HTML) {
        bytes.append(contentsOf: html.bytes)
    }

    /// Adds escaped text.
    mutating func add(_ text: String) {
        if Self.isPlain(text) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { add(scalar) }
        }
    }

    /// Adds an amount without its currency.
    mutating func add(_ amount: Amount, in language: Language) {
        amount.appendBare(in: language, to: &bytes)
    }

    /// Adds a day in digits, as the language writes it.
    mutating func add(_ day: Day, in language: Language) {
        day.appendShort(in: language, to: &bytes)
    }

    /// Adds a number, without grouping.
    mutating func add(_ number: Int) {
        JSON.write(Int64(number), to: &bytes)
    }

    /// Removes the content and keeps the capacity.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func open(_ name: StaticString, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        write(name)
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            write(key)
            write("=\"")
            add(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        write("</")
        write(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Adds one of HTML's five special characters as a reference. A control character, which HTML forbids, becomes the
    /// replacement character.
    private mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "&": write("&amp;")
        case "<": write("&lt;")
        case ">": write("&gt;")
        case "\"": write("&quot;")
        case "'": write("&#39;")
        case "\n", "\t": bytes.append(UInt8(scalar.value))
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": write("\u{FFFD}")
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// Whether a text certainly needs no escaping. It looks at bytes only, for speed; nearly every text passes.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices {
            switch bytes[place] {
            // 0xC2 is the lead byte of U+0080 to U+009F, among others.
            case 0..<0x20, 0x7F, 0xC2, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                return false
            default: break
            }
        }
        return true
    }
}

/// Builds HTML from pieces one below another; a string among them is escaped as text.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ html: HTML) -> HTML { html }
    static func buildExpression(_ text: String) -> HTML { HTML(text) }
    static func buildBlock(_ parts: HTML...) -> HTML { .each(parts) { $0 } }
    static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    static func buildEither(first: HTML) -> HTML { first }
    static func buildEither(second: HTML) -> HTML { second }
    static func buildArray(_ parts: [HTML]) -> HTML { .each(parts) { $0 } }
}
