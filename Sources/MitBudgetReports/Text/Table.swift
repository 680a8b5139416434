/// Text in aligned columns, for a fixed-width font.
public struct Table: Sendable {
    /// The heading and alignment of a column.
    public struct Column: Sendable {
        /// The side to which heading and cells align.
        public enum Alignment: Sendable {
            /// To the left, for words.
            case leading
            /// To the right, for figures, so that kroner stand under kroner.
            case trailing
        }

        /// The text in the first line of the table.
        public let heading: String
        /// The alignment of heading and cells.
        public let alignment: Alignment

        /// Makes a column of words, aligned left.
        public static func words(_ heading: String) -> Column { Column(heading: heading, alignment: .leading) }
        /// Makes a column of figures, aligned right.
        public static func figures(_ heading: String) -> Column { Column(heading: heading, alignment: .trailing) }
    }

    /// The columns, from the left.
    public let columns: [Column]
    /// The cells, row by row; they may hold codes of a ``Style``. A row that is too short ends in blanks; a single cell
    /// stands across all columns.
    public var rows: [[String]]
    /// Rows below a separating line, such as sums; empty for a table without them.
    public var totals: [[String]]

    /// Makes a table.
    public init(columns: [Column], rows: [[String]] = [], totals: [[String]] = []) {
        self.columns = columns
        self.rows = rows
        self.totals = totals
    }

    /// The width of the widest line, in columns. A table is never cut to fit; a caller with less room chooses another
    /// shape.
    public var width: Int { layout.width }

    /// The table with the long names of its rows on lines of their own, if only then it is not wider than that.
    func fitted(to width: Int) -> Table {
        guard self.width > width, let name = layout.first else { return self }
        let least = ([columns.first?.heading ?? ""] + totals.compactMap(\.first)).map(\.columns).max() ?? 0
        let room = width - (self.width - name)
        guard room >= least else { return self }
        var table = self
        table.rows = rows.flatMap { row in
            guard let name = row.first, name.columns > room else { return [row] }
            return [[name], [""] + row.dropFirst()]
        }
        return table
    }

    /// The lines from headings to totals, without trailing blanks.
    public func lines(style: Style) -> [String] {
        let layout = layout
        var lines = layout.head(style: style)
        lines += rows.map { layout.line(of: $0) }
        if !totals.isEmpty {
            lines.append(layout.rule(style: style))
            lines += totals.map { style.bold(layout.line(of: $0)) }
        }
        return lines
    }

    /// All lines, each ended by a newline.
    public func text(style: Style) -> String {
        lines(style: style).map { $0 + "\n" }.joined()
    }

    private var layout: Layout {
        var layout = Layout(columns)
        for row in rows { layout.widen(for: row) }
        for row in totals { layout.widen(for: row) }
        return layout
    }

    /// Writes a table of any number of rows, holding one at a time; the lines are those of ``text(style:)``.
    /// - Parameters:
    ///   - rows: hands over the rows. It is called twice and must hand over the same rows: first to measure the
    ///     columns, then to write.
    ///   - sink: takes the table line by line.
    /// - Returns: the number of rows. Nothing is written if it is zero.
    /// - Throws: what `rows` throws.
    public static func write<Failure: Error>(
        _ columns: [Column], style: Style, rows: (@escaping ([String]) -> Void) throws(Failure) -> Void,
        to sink: @escaping (String) -> Void
    ) throws(Failure) -> Int {
        var count = 0
        var layout = Layout(columns)
        try rows { row in
            count += 1
            layout.widen(for: row)
        }
        guard count > 0 else { return 0 }
        for line in layout.head(style: style) { sink(line + "\n") }
        let widened = layout
        try rows { row in sink(widened.line(of: row) + "\n") }
        return count
    }
}

/// Columns with their widths.
struct Layout {
    private let columns: [Table.Column]
    private var widths: [Int]
    private let gap: String

    /// Makes columns as wide as their headings.
    init(_ columns: [Table.Column]) {
        self.init(columns, widths: columns.map(\.heading.columns), gap: "  ")
    }

    /// Makes columns of given widths; longer cells overrun.
    init(_ columns: [Table.Column], widths: [Int], gap: String) {
        self.columns = columns
        self.widths = widths
        self.gap = gap
    }

    /// Widens the columns for the cells of a row, unless it is a single cell across all of them.
    mutating func widen(for row: [String]) {
        guard row.count > 1 || widths.count == 1 else { return }
        for (index, cell) in zip(widths.indices, row) {
            widths[index] = max(widths[index], cell.columns)
        }
    }

    var width: Int {
        widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
    }

    /// The width of the first column.
    var first: Int? { widths.first }

    func rule(style: Style) -> String {
        style.dim(String(repeating: "─", count: width))
    }

    func head(style: Style) -> [String] {
        [style.bold(line(of: columns.map(\.heading))), rule(style: style)]
    }

    func line(of cells: [String]) -> String {
        let padded = zip(cells, zip(columns, widths)).map { cell, place in
            let (column, width) = place
            let blanks = String(repeating: " ", count: max(0, width - cell.columns))
            return switch column.alignment {
            case .leading: cell + blanks
            case .trailing: blanks + cell
            }
        }
        return padded.joined(separator: gap).withoutTrailingBlanks
    }
}
