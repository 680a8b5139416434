import MitBudget
import Phrases

/// A list of a report, described once for all forms. Its rows are held here, or they stream.
struct Listing<Row> {
    /// The caption on a page.
    let caption: Phrase
    /// Whether a page has so many columns that print and phones need smaller type.
    var isWide = false
    /// What the text of a list that streams says below it; a page says it in the caption.
    var legend: Phrase?
    var rows: [Row] = []
    /// The amount with which a page's last column, which accumulates, begins.
    var carried: (name: Phrase, amount: Amount)?
    let columns: [Column<Row>]
    /// The name of the row of sums in text, given the number of rows.
    var total: (_ rows: Int) -> Phrase = { _ in Label.inAll }
    /// The name of the row of sums on a page, given the number of rows.
    var totalOnPage: (_ rows: Int) -> Phrase = { _ in .total }
    /// Writes a row as a paragraph in text; `nil` for a table.
    var paragraph: ((Row, Language) -> String)?
    /// Wraps the table on a page.
    var frame: (HTML) -> HTML = { $0 }

    /// The columns that a form shows.
    func columns(in form: Forms) -> [Column<Row>] {
        columns.filter { $0.forms.contains(form) }
    }

    /// A writer of rows in one form.
    func writer(as form: ReportTerms.Form, on page: Page, to pieces: Pieces) -> RowWriter<Row> {
        switch form {
        case .text: lineWriter(in: page.language, to: pieces)
        case .csv: csvWriter(in: page.language, to: pieces)
        case .json: jsonWriter(to: pieces)
        case .html: pageWriter(on: page, to: pieces)
        }
    }

    /// Writes a line of headings, and a record for each row, as CSV. Danish has `;` and a decimal comma; English has
    /// `,`, a decimal point and days as 2024-12-31.
    func csvWriter(in language: Language, to pieces: Pieces) -> RowWriter<Row> {
        let columns = columns(in: .csv)
        let separator = CSV.separator(in: language)
        pieces.write(CSV.line(columns.map { $0.heading[language] }, in: language))
        return RowWriter { row in
            pieces.write { bytes in
                for place in columns.indices {
                    if place > 0 { bytes.append(UInt8(ascii: separator)) }
                    columns[place].value(row)?.appendField(in: language, separator: separator, to: &bytes)
                }
                bytes.append(contentsOf: "\r\n".utf8)
            }
        }
    }

    /// Writes a JSON array with an object for each row.
    func jsonWriter(to pieces: Pieces) -> RowWriter<Row> {
        var isFirst = true
        pieces.write("[")
        return RowWriter { row in
            pieces.write { bytes in
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                bytes.object { write(row, to: &$0) }
            }
            isFirst = false
        } end: {
            pieces.write("]")
        }
    }

    /// Appends the members of a row's object, one for each column that has a key.
    func write(_ row: Row, to bytes: inout [UInt8]) {
        for place in columns.indices {
            guard let key = columns[place].key else { continue }
            if let value = columns[place].value(row) {
                value.appendMember(key, to: &bytes)
            } else if !columns[place].isOptional {
                bytes.member(key, nil as String?)
            }
        }
    }
}

/// Writes the rows of a list one at a time.
struct RowWriter<Row> {
    let add: (Row) -> Void
    /// Writes what follows the last row.
    let end: () -> Void

    init(add: @escaping (Row) -> Void, end: @escaping () -> Void = {}) {
        self.add = add
        self.end = end
    }
}
