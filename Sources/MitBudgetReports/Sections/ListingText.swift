import MitBudget
import Phrases

extension Listing {
    /// The list as text: one table, two tables one below the other where one would not fit the paper, or paragraphs.
    func text(in language: Language) -> String {
        guard !rows.isEmpty else { return Label.none[language] + "\n" }
        if let paragraph { return rows.map { paragraph($0, language) }.joined(separator: "\n") }
        let columns = columns(in: .text)
        let whole = table(of: columns, in: language)
        guard whole.width > Style.plain.width, let second = columns.firstIndex(where: \.beginsTable) else {
            return whole.fitted(to: Style.plain.width).text(style: .plain)
        }
        let parts = [Array(columns[..<second]), Array(columns[..<1] + columns[second...])]
        return parts.map { table(of: $0, in: language).fitted(to: Style.plain.width).text(style: .plain) }
            .joined(separator: "\n")
    }

    /// A table of all rows with all columns, or with some, and their sums.
    func table(of columns: [Column<Row>]? = nil, in language: Language) -> Table {
        let columns = columns ?? self.columns(in: .text)
        var sums = Sums(columns.map(\.total))
        let lines = rows.map { row in cells(of: row, columns, &sums, in: language) }
        return Table(
            columns: columns.map { $0.inText(language) }, rows: lines,
            totals: [totals(of: sums, in: language)].compactMap(\.self))
    }

    /// Writes the list as a table, holding one row at a time.
    /// - Parameters:
    ///   - rows: hands over the rows. It is called twice and must hand over the same rows: first to measure the columns
    ///     and to add up, then to write.
    ///   - sink: takes the table line by line. It gets nothing if there are no rows.
    /// - Throws: what `rows` throws.
    func writeTable<Failure: Error>(
        in language: Language, style: Style, rows: ((Row) -> Void) throws(Failure) -> Void,
        to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let columns = columns(in: .text)
        var layout = Layout(columns.map { $0.inText(language) })
        var sums = Sums(columns.map(\.total))
        try rows { row in layout.widen(for: cells(of: row, columns, &sums, in: language)) }
        guard sums.rows > 0 else { return }
        let totals = totals(of: sums, in: language)
        if let totals { layout.widen(for: totals) }
        for line in layout.head(style: style) { sink(line + "\n") }
        var written = Sums(columns.map { _ in nil })
        try rows { row in sink(layout.line(of: cells(of: row, columns, &written, in: language)) + "\n") }
        guard let totals else { return }
        sink(layout.rule(style: style) + "\n" + style.bold(layout.line(of: totals)) + "\n")
    }

    /// The row of sums in text; `nil` if no column has a sum.
    private func totals(of sums: Sums, in language: Language) -> [String]? {
        sums.values.map { values in
            [total(sums.rows)[language]] + values.dropFirst().map { $0?.text(in: language) ?? "" }
        }
    }

    /// Writes lines of fixed columns, because a list that streams cannot be measured first. What the
    /// columns have no room for follows its row on a line of its own.
    func lineWriter(in language: Language, to pieces: Pieces) -> RowWriter<Row> {
        let columns = columns(in: .text).filter { $0.width != nil }
        let layout = Layout(columns.map { $0.inText(language) }, widths: columns.compactMap(\.width), gap: " ")
        var sums = Sums(columns.map(\.total))
        return RowWriter { row in
            if sums.rows == 0 { for line in layout.head(style: .plain) { pieces.write(line + "\n") } }
            pieces.write(layout.line(of: cells(of: row, columns, &sums, in: language)) + "\n")
            if let paragraph { pieces.write(paragraph(row, language)) }
        } end: {
            guard let values = sums.values, sums.rows > 0 else { return pieces.write(Label.none[language] + "\n") }
            let total = total(sums.rows)[language]
            let sum = values.last.flatMap(\.self)?.text(in: language) ?? ""
            let blanks = String(repeating: " ", count: max(1, layout.width - total.columns - sum.columns))
            pieces.write(layout.rule(style: .plain) + "\n" + total + blanks + sum + "\n")
            if let legend { pieces.write(legend[language] + "\n") }
        }
    }

    /// The cells of a row; also adds the row to the sums.
    private func cells(
        of row: Row, _ columns: [Column<Row>], _ sums: inout Sums, in language: Language
    ) -> [String] {
        sums.rows += 1
        return columns.indices.map { place in
            let value = columns[place].value(row)
            sums.add(value, at: place)
            return value?.text(in: language) ?? (columns[place].look.leansRight ? "–" : "")
        }
    }
}

extension Column {
    /// The column's heading and alignment in text.
    fileprivate func inText(_ language: Language) -> Table.Column {
        Table.Column(heading: heading[language], alignment: look.leansRight ? .trailing : .leading)
    }
}
