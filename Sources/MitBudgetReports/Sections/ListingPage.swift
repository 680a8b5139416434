import MitBudget
import Phrases

extension Listing {
    /// The list as a table, with what stands around it.
    func html(on page: Page) -> HTML {
        rows.isEmpty ? page.none : frame(PageTable(self, in: page.language).html())
    }

    /// Writes a table, which begins with the first row, since there may be none.
    func pageWriter(on page: Page, to pieces: Pieces) -> RowWriter<Row> {
        var (table, html) = (PageTable(self, in: page.language), HTML.empty)
        return RowWriter { row in
            if table.isEmpty { html.add(table.opening + HTML("\n")) }
            table.add(row, to: &html)
            pieces.write(html)
            html.clear()
        } end: {
            pieces.write(table.isEmpty ? page.none : table.closing(table.total))
        }
    }
}

/// A list as a table of a page: a caption that also names the region it scrolls in, heads that repeat on every printed
/// page, and cells that know whether they are words or figures.
struct PageTable<Row> {
    private let listing: Listing<Row>
    private let language: Language
    private let columns: [Column<Row>]
    /// What begins a column's cell: an ordinary one, one of a long code, and one in which there is nothing.
    private var openings: [(plain: HTML, long: HTML, missing: HTML)] = []
    /// What ends a row.
    private var end = HTML.empty
    private let region: (opening: HTML, closing: HTML)
    private let table: (opening: HTML, closing: HTML)
    private var sums: Sums

    /// Whether no row was added yet.
    var isEmpty: Bool { sums.rows == 0 }

    init(_ listing: Listing<Row>, in language: Language) {
        self.listing = listing
        self.language = language
        columns = listing.columns(in: .page)
        sums = Sums(columns.map(\.total))
        region = HTML.tags(
            "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": listing.caption[language]])
        table = HTML.tags("table", ["class": listing.isWide ? "wide" : "plain"])
        let row = HTML.tags("tr")
        end = row.opening
        for column in columns {
            // What ends a cell is written with what begins the next. A row's first cell names it.
            let (before, isFirst) = (end, openings.isEmpty)
            func opening(_ look: String) -> HTML {
                before
                    + (isFirst
                    ? HTML.tags("th", ["scope": "row", "class": look]) : HTML.tags("td", ["class": look])).opening
            }
            let nothing = opening(column.look == .figure ? "figure" : "words") + HTML("–")
            openings.append((opening(column.look.name), opening("long"), nothing))
            end = HTML.tags(isFirst ? "th" : "td").closing
        }
        end.add(row.closing + HTML("\n"))
    }

    /// Adds a row.
    mutating func add(_ row: Row, to html: inout HTML) {
        sums.rows += 1
        for place in columns.indices {
            guard let value = columns[place].value(row) else {
                html.add(openings[place].missing)
                continue
            }
            sums.add(value, at: place)
            html.add(value.isLongCode ? openings[place].long : openings[place].plain)
            value.add(to: &html, in: language)
        }
        html.add(end)
    }

    /// The table with all its rows.
    /// - Parameter totals: what stands below them, where that is not what the columns come to.
    func html(totals: HTML? = nil) -> HTML {
        var (table, html) = (self, opening)
        if let carried = listing.carried {
            html.add(total(carried.name, columns.dropLast().map { _ in nil } + [.amount(carried.amount)]))
        }
        for row in listing.rows { table.add(row, to: &html) }
        return html + closing(totals ?? table.total)
    }

    /// What comes before the first row.
    var opening: HTML {
        let heads = HTML.each(columns) { column in
            HTML("th", ["scope": "col", "class": column.look == .figure ? "figure" : "words"]) {
                column.headingOnPage[language]
            }
        }
        let head = HTML("caption") { listing.caption[language] } + HTML("thead") { HTML("tr") { heads } }
        return region.opening + table.opening + head + HTML.tags("tbody").opening
    }

    /// What comes after the last row: rows of sums, if any, and the end of the table.
    func closing(_ totals: HTML) -> HTML {
        let sums = totals == .empty ? .empty : HTML("tbody", ["class": "totals"]) { totals }
        return HTML.tags("tbody").closing + sums + table.closing + region.closing
    }

    /// The row of what the columns come to, whose name takes all columns before the first that comes to something.
    var total: HTML {
        guard let values = sums.values else { return .empty }
        let span = values.firstIndex { $0 != nil } ?? 1
        return total(listing.totalOnPage(sums.rows), across: span, values)
    }

    /// A row of figures below the others or before them, whose name takes the first columns.
    func total(_ name: Phrase, across span: Int = 1, _ values: [Value?]) -> HTML {
        HTML("tr") {
            HTML("th", ["scope": "row", "colspan": String(span)]) { name[language] }
            for (column, value) in zip(columns, values).dropFirst(span) {
                let isFigures = column.look == .figure
                HTML("td", ["class": isFigures ? "figure" : "words"]) {
                    value?.text(in: language) ?? (isFigures ? "–" : "")
                }
            }
        }
    }
}

extension Look {
    /// The class that a page's style sheet knows it by.
    fileprivate var name: String {
        switch self {
        case .code, .number: "code"
        case .words: "words"
        case .prose: "prose"
        case .figure: "figure"
        case .picture: "picture"
        }
    }
}

extension Value {
    /// Whether it is a code that must wrap where there is too little room.
    fileprivate var isLongCode: Bool {
        if case .code(let code) = self { code.utf8.count > 18 && code.count > 18 } else { false }
    }
}
