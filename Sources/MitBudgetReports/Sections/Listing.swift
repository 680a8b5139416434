import MitBudget
import Phrases

/// A list of a report, described once. Its rows are here, or they stream.
struct Listing<Row> {
    /// What it is called on a page.
    let caption: Phrase
    /// Whether a page has so many columns that print and phones need smaller type.
    var isWide = false
    var rows: [Row] = []
    /// What a page's last column, which counts up, begins with.
    var carried: (name: Phrase, amount: Amount)?
    let columns: [Column<Row>]
    /// What names the row of sums in text, by the number of rows.
    var total: (_ rows: Int) -> Phrase = { _ in Label.inAll }
    /// What names a page's.
    var totalOnPage: (_ rows: Int) -> Phrase = { _ in .total }
    /// How text writes a row that takes lines of its own.
    var paragraph: ((Row, Language) -> String)?
    /// What a page has around the table.
    var frame: (HTML) -> HTML = { $0 }

    /// The columns that a form shows.
    func columns(in form: Forms) -> [Column<Row>] {
        columns.filter { $0.forms.contains(form) }
    }

    /// Writes rows one by one, in a form.
    func writer(as form: ReportTerms.Form, on page: Page, to pieces: Pieces) -> RowWriter<Row> {
        switch form {
        case .text: lineWriter(in: page.language, to: pieces)
        case .csv: csvWriter(in: page.language, to: pieces)
        case .json: jsonWriter(to: pieces)
        case .html: pageWriter(on: page, to: pieces)
        }
    }

    /// Writes headings, and a record for each row, as CSV: the Danish convention (`;`, decimal comma) or the machine's
    /// (`,`, decimal point, days as 2024-12-31), by language.
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

    /// Writes an array of JSON with an object for each row.
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

/// Writes the rows of a list one by one.
struct RowWriter<Row> {
    /// Writes a row.
    let add: (Row) -> Void
    /// Writes what comes after the last.
    let end: () -> Void

    init(add: @escaping (Row) -> Void, end: @escaping () -> Void = {}) {
        self.add = add
        self.end = end
    }
}

extension CSV {
    /// What stands between two fields.
    fileprivate static func separator(in language: Language) -> Unicode.Scalar {
        switch language {
        case .danish: ";"
        case .english: ","
        }
    }

    /// A record in a language's convention.
    static func line(_ fields: [String], in language: Language) -> String {
        line(fields, separator: Character(separator(in: language)))
    }
}
