/// Reads a page as a strict parser would: every element is closed in order, no attribute stands twice, no sign that
/// means something stands bare in text. Knows just the HTML that the pages use.
package struct Markup {
    package struct Element: Equatable {
        package let name: String
        package let attributes: [String: String]

        package init(name: String, attributes: [String: String]) {
            self.name = name
            self.attributes = attributes
        }
    }

    package struct Fault: Error, CustomStringConvertible {
        package let description: String
    }

    /// The elements in the order in which they open.
    package private(set) var elements: [Element] = []
    /// The text of the whole page, with a line for every piece between two tags, references read back.
    package private(set) var text: [String] = []
    /// The headings, as level and text, in order.
    package private(set) var headings: [(level: Int, text: String)] = []

    private static let void: Set = ["meta"]

    package init(_ page: String) throws {
        var rest = page[...]
        guard rest.hasPrefix("<!DOCTYPE html>\n") else { throw Fault(description: "no document type") }
        rest = rest.dropFirst(16)
        var open: [String] = []
        while !rest.isEmpty {
            if rest.first == "<" {
                guard let end = rest.firstIndex(of: ">") else { throw Fault(description: "a tag never ends") }
                let tag = rest[rest.index(after: rest.startIndex)..<end]
                rest = rest[rest.index(after: end)...]
                if tag.first == "/" {
                    guard open.popLast() == String(tag.dropFirst()) else {
                        throw Fault(description: "<\(tag)> closes what is not open")
                    }
                } else {
                    let element = try Self.element(tag)
                    elements.append(element)
                    if !Self.void.contains(element.name) { open.append(element.name) }
                }
            } else {
                let piece = rest.prefix { $0 != "<" }
                rest = rest.dropFirst(piece.count)
                // A style sheet holds no references; that it ends where it should is all that matters here.
                if open.last == "style" { continue }
                let words = try Self.plain(piece)
                if !words.allSatisfy(\.isWhitespace) {
                    text.append(words)
                    if let name = open.last, name.count == 2, name.first == "h", let level = Int(name.dropFirst()) {
                        headings.append((level, words))
                    }
                }
            }
        }
        guard open.isEmpty else { throw Fault(description: "never closed: \(open)") }
    }

    private static func element(_ tag: Substring) throws -> Element {
        let name = String(tag.prefix { $0 != " " })
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw Fault(description: "no name: <\(tag)>")
        }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count)
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: #/ ([A-Za-z0-9-]+)="([^"<>']*)"/#) else {
                throw Fault(description: "not an attribute: \(rest)")
            }
            let key = String(match.1)
            guard attributes.updateValue(try plain(match.2), forKey: key) == nil else {
                throw Fault(description: "twice: \(key)")
            }
            rest = rest[match.range.upperBound...]
        }
        return Element(name: name, attributes: attributes)
    }

    private static func plain(_ text: Substring) throws -> String {
        let bare = text.replacing(/&(amp|lt|gt|quot|#39);/, with: "")
        guard !bare.contains(where: { "&<>\"'".contains($0) }) else {
            throw Fault(description: "bare sign in: \(text)")
        }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
