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
    public var width: Int {
        let widths = widths
        return widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
    }

    /// The lines from headings to totals, without blanks at their ends.
    public func lines(style: Style) -> [String] {
        let widths = widths
        let rule = style.dim(String(repeating: "─", count: width))
        var lines = [style.bold(line(of: columns.map(\.heading), widths: widths)), rule]
        lines += rows.map { line(of: $0, widths: widths) }
        if !totals.isEmpty {
            lines.append(rule)
            lines += totals.map { style.bold(line(of: $0, widths: widths)) }
        }
        return lines
    }

    /// All lines, each ended by a newline.
    public func text(style: Style) -> String {
        lines(style: style).map { $0 + "\n" }.joined()
    }

    private static let gap = "  "

    private var widths: [Int] {
        var widths = columns.map(\.heading.columns)
        for row in rows + totals {
            for (index, cell) in zip(widths.indices, row) {
                widths[index] = max(widths[index], cell.columns)
            }
        }
        return widths
    }

    private func line(of cells: [String], widths: [Int]) -> String {
        let padded = zip(cells, zip(columns, widths)).map { cell, place in
            let (column, width) = place
            let blanks = String(repeating: " ", count: width - cell.columns)
            return switch column.alignment {
            case .leading: cell + blanks
            case .trailing: blanks + cell
            }
        }
        return padded.joined(separator: Self.gap).withoutTrailingBlanks
    }
}
