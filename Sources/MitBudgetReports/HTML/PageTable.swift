import MitBudget
import Phrases

/// A table of a page: a caption that also names the region it scrolls in, heads that repeat on every printed page, and
/// cells that know whether they are words or figures.
struct PageTable {
    /// What stands over a column.
    struct Column {
        let heading: Phrase
        let isFigures: Bool

        static func words(_ heading: Phrase) -> Column { Column(heading: heading, isFigures: false) }
        static func figures(_ heading: Phrase) -> Column { Column(heading: heading, isFigures: true) }
    }

    /// What stands in a cell.
    enum Cell {
        /// Words, which may wrap.
        case words(String)
        /// A reference or a day, which may not.
        case code(String)
        /// Lines that may not wrap, below one another.
        case lines([String])
        /// A sentence, which needs room.
        case prose(String)
        /// A number that names an entry or an item.
        case number(Int64)
        /// A day in digits.
        case day(Day)
        /// A code of unknown length, which may break anywhere where it is long.
        case longCode(String)
        /// An amount.
        case amount(Amount)
        /// A figure that is no amount, such as a count.
        case figure(String)
        /// Nothing to say.
        case none
        /// A picture.
        case picture(HTML)
    }

    let caption: Phrase
    let columns: [Column]
    let language: Language
    /// Whether there are so many columns that print and phones need smaller type.
    var isWide = false

    /// The table with all its rows.
    func html(_ rows: HTML, totals: HTML = .empty) -> HTML {
        HTML("div", region) {
            HTML("table", look) {
                head
                HTML("tbody") { rows }
                if totals != .empty { HTML("tbody", ["class": "totals"]) { totals } }
            }
        }
    }

    /// What comes before the first of the rows that are streamed.
    var opening: String {
        HTML.tags("div", region).opening + HTML.tags("table", look).opening + head.markup
            + HTML.tags("tbody").opening + "\n"
    }

    /// What comes after the last of the rows that are streamed.
    func closing(totals: HTML) -> String {
        HTML.tags("tbody").closing + HTML("tbody", ["class": "totals"]) { totals }.markup
            + HTML.tags("table").closing + HTML.tags("div").closing
    }

    /// A row; its first cell names it.
    func row(_ cells: Cell...) -> HTML {
        var html = HTML.empty
        add(cells, to: &html)
        return html
    }

    /// Adds a row; its first cell names it.
    func add(_ cells: [Cell], to html: inout HTML) {
        html.add("tr") { html in
            for (index, cell) in cells.enumerated() {
                add(cell, isHead: index == 0, isFigures: columns[index].isFigures, to: &html)
            }
        }
        html.add("\n")
    }

    /// A row of sums, whose name takes several columns.
    func total(_ name: Phrase, across span: Int = 1, _ cells: Cell...) -> HTML {
        HTML("tr") {
            HTML("th", ["scope": "row", "colspan": String(span)]) { name[language] }
            for (column, cell) in zip(columns.dropFirst(span), cells) {
                html(of: cell, isFigures: column.isFigures)
            }
        }
    }

    private var region: HTML.Attributes {
        ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": caption[language]]
    }

    private var look: HTML.Attributes {
        ["class": isWide ? "wide" : "plain"]
    }

    private var head: HTML {
        HTML("caption") { caption[language] }
            + HTML("thead") {
                HTML("tr") {
                    for column in columns {
                        HTML("th", ["scope": "col", "class": column.isFigures ? "figure" : "words"]) {
                            column.heading[language]
                        }
                    }
                }
            }
    }

    private func html(of cell: Cell, isFigures: Bool) -> HTML {
        var html = HTML.empty
        add(cell, isHead: false, isFigures: isFigures, to: &html)
        return html
    }

    private func add(_ cell: Cell, isHead: Bool, isFigures: Bool, to html: inout HTML) {
        let look = look(of: cell, isFigures: isFigures)
        if isHead {
            html.add("th", ["scope": "row"], look: look) { add(cell, to: &$0) }
        } else {
            html.add("td", look: look) { add(cell, to: &$0) }
        }
    }

    private func look(of cell: Cell, isFigures: Bool) -> StaticString {
        switch cell {
        case .words, .lines: "words"
        case .code, .number, .day: "code"
        case .longCode(let text): text.count > 18 ? "long" : "code"
        case .amount, .figure: "figure"
        case .prose: "prose"
        case .none: isFigures ? "figure" : "words"
        case .picture: "picture"
        }
    }

    private func add(_ cell: Cell, to html: inout HTML) {
        switch cell {
        case .words(let text), .code(let text), .longCode(let text), .figure(let text), .prose(let text):
            html.add(text)
        case .number(let number): html.add(number)
        case .day(let day): html.add(day, in: language)
        case .amount(let amount): html.add(amount, in: language)
        case .lines(let lines): for line in lines { html.add("span", look: "line") { $0.add(line + " ") } }
        case .none: html.add("–")
        case .picture(let picture): html.add(picture)
        }
    }
}
