/// Columns of text that line up, for a reader with a fixed-width font.
public struct Table: Sendable {
    /// What stands over a column, and to which side its cells lean.
    public struct Column: Sendable {
        /// The side to which cells lean.
        public enum Alignment: Sendable {
            /// To the left: words.
            case leading
            /// To the right: figures, so that kroner stand under kroner.
            case trailing
        }

        /// What stands over the column.
        public let heading: String
        /// The side to which heading and cells lean.
        public let alignment: Alignment

        /// A column of words.
        public static func words(_ heading: String) -> Column { Column(heading: heading, alignment: .leading) }
        /// A column of figures.
        public static func figures(_ heading: String) -> Column { Column(heading: heading, alignment: .trailing) }
    }

    /// The columns, from the left.
    public let columns: [Column]
    /// The cells, row by row; they may carry codes of a ``Style``. A row that is too short ends in blanks.
    public var rows: [[String]]
    /// Rows under a line of their own, such as sums; none for a table without.
    public var totals: [[String]]

    /// A table.
    public init(columns: [Column], rows: [[String]] = [], totals: [[String]] = []) {
        self.columns = columns
        self.rows = rows
        self.totals = totals
    }

    /// The columns that the widest line takes. A table is never cut to fit: whoever has less room chooses another
    /// shape.
    public var width: Int { layout.width }

    /// The lines from headings to totals, without blanks at their ends.
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

    /// Writes a table of any number of rows, holding one at a time, the lines as ``text(style:)`` has them.
    /// - Parameters:
    ///   - rows: hands over the rows. It is asked twice, and must hand over the same: first to see how wide the
    ///     columns are, then to write.
    ///   - sink: takes the table line by line.
    /// - Returns: how many rows there are. Where there is none, nothing is written.
    /// - Throws: what handing over the rows throws.
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

/// Columns, and how wide each is.
struct Layout {
    private let columns: [Table.Column]
    private var widths: [Int]
    private let gap: String

    /// Columns that are as wide as their headings.
    init(_ columns: [Table.Column]) {
        self.init(columns, widths: columns.map(\.heading.columns), gap: "  ")
    }

    /// Columns of widths that are known; what is longer stands out.
    init(_ columns: [Table.Column], widths: [Int], gap: String) {
        self.columns = columns
        self.widths = widths
        self.gap = gap
    }

    mutating func widen(for row: [String]) {
        for (index, cell) in zip(widths.indices, row) {
            widths[index] = max(widths[index], cell.columns)
        }
    }

    var width: Int {
        widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
    }

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
