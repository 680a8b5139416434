import MitBudget
import Phrases

extension Listing {
    /// The list as a table with its frame.
    func html(on page: Page) -> HTML {
        rows.isEmpty ? page.none : frame(PageTable(self, in: page.language).html())
    }

    /// Writes a table. The table begins with the first row, so an empty list writes none.
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

/// A list as a table on a page. Its caption also names the scrolling region, its headings repeat on every printed page,
/// and its cells know whether they hold words or figures.
struct PageTable<Row> {
    private let listing: Listing<Row>
    private let language: Language
    private let columns: [Column<Row>]
    /// The markup that begins each column's cell: an ordinary cell, one with a long code, and an empty one.
    private var openings: [(plain: HTML, long: HTML, missing: HTML)] = []
    /// The markup that ends a row.
    private var end = HTML.empty
    private let region: (opening: HTML, closing: HTML)
    private let table: (opening: HTML, closing: HTML)
    private var sums: Sums

    /// Whether no row has been added yet.
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
            // The end of one cell is written together with the beginning of the next. The first cell names the row.
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
    /// - Parameter totals: the rows below them, if these are not the columns' own sums.
    func html(totals: HTML? = nil) -> HTML {
        var (table, html) = (self, opening)
        if let carried = listing.carried {
            html.add(total(carried.name, columns.dropLast().map { _ in nil } + [.amount(carried.amount)]))
        }
        for row in listing.rows { table.add(row, to: &html) }
        return html + closing(totals ?? table.total)
    }

    /// Everything before the first row.
    var opening: HTML {
        let heads = HTML.each(columns) { column in
            HTML("th", ["scope": "col", "class": column.look == .figure ? "figure" : "words"]) {
                column.headingOnPage[language]
            }
        }
        let head = HTML("caption") { listing.caption[language] } + HTML("thead") { HTML("tr") { heads } }
        return region.opening + table.opening + head + HTML.tags("tbody").opening
    }

    /// Everything after the last row: rows of sums, if any, and the end of the table.
    func closing(_ totals: HTML) -> HTML {
        let sums = totals == .empty ? .empty : HTML("tbody", ["class": "totals"]) { totals }
        return HTML.tags("tbody").closing + sums + table.closing + region.closing
    }

    /// The row of sums. Its name spans all columns before the first that has a sum.
    var total: HTML {
        guard let values = sums.values else { return .empty }
        let span = values.firstIndex { $0 != nil } ?? 1
        return total(listing.totalOnPage(sums.rows), across: span, values)
    }

    /// A row of figures after or before the others, whose name spans the first columns.
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
    /// The CSS class of the look.
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
    /// Whether the value is a code that must wrap if space is short.
    fileprivate var isLongCode: Bool {
        if case .code(let code) = self { code.utf8.count > 18 && code.count > 18 } else { false }
    }
}
