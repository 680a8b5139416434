import MitBudget

/// One citizen's budget as a row of cells: `████▓▓▓░░░░·····`.
///
/// Cells are few, so parts are rounded. Every part above zero gets at least one cell, so a bar is never full before the
/// budget is, and never empty once a krone is spent.
struct BudgetBar {
    /// The number of cells if there is room.
    static let length = 24
    /// The fewest cells that can show every part.
    static let shortest = 8

    /// What a cell stands for, in order from the left.
    enum Part: CaseIterable {
        case disbursed, released, approved, rest

        /// The character that shows the part without colour.
        var sign: Character {
            switch self {
            case .disbursed: "█"
            case .released: "▓"
            case .approved: "░"
            case .rest: "·"
            }
        }

        /// The text in the part's colour.
        func dressed(_ text: String, in style: Style) -> String {
            switch self {
            case .disbursed: style.green(text)
            case .released: style.yellow(text)
            case .approved: style.blue(text)
            case .rest: style.dim(text)
            }
        }
    }

    /// The number of cells of each part, in the order of ``Part``.
    private let cells: [(part: Part, count: Int)]

    /// Makes the bar of a balance.
    /// - Parameters:
    ///   - full: the amount that a full bar stands for; at least the approved amount is used.
    ///   - length: the number of cells, at least one for each part.
    init(_ balance: Balance, full: Amount, length: Int = Self.length) {
        // Where each part ends, in øre.
        let disbursed = max(0, balance.disbursed.ore)
        let released = max(disbursed, balance.released.ore)
        let approved = max(released, balance.approved.ore)
        let whole = max(approved, full.ore)
        let ends = [disbursed, released, approved, whole]
        let isPresent = zip(ends, [0] + ends).map { $0 > $1 }

        // Where each part ends, in cells. Ends are rounded down, moved up until every part shows, and moved back into
        // the bar.
        var edges: [Int] = []
        for (end, isPresent) in zip(ends, isPresent) {
            edges.append(max(Self.cells(end, of: whole, in: length), (edges.last ?? 0) + (isPresent ? 1 : 0)))
        }
        var limit = length
        for index in edges.indices.reversed() {
            edges[index] = min(edges[index], limit)
            limit = edges[index] - (isPresent[index] ? 1 : 0)
        }
        cells = zip(Part.allCases, zip(edges, [0] + edges)).map { ($0, $1.0 - $1.1) }
    }

    /// The bar, coloured if the style has colour.
    /// - Parameter showsRest: false for a stopped budget, whose unused part is shown as blanks.
    func text(style: Style, showsRest: Bool = true) -> String {
        let parts = cells.map { part, count in
            let sign = part == .rest && !showsRest ? " " : part.sign
            return part.dressed(String(repeating: sign, count: count), in: style)
        }
        return parts.joined()
    }

    private static func cells(_ part: Int64, of whole: Int64, in length: Int) -> Int {
        guard whole > 0 else { return 0 }
        // In 128 bits, since 24 times a very large amount does not fit into 64.
        let product = part.magnitude.multipliedFullWidth(by: UInt64(length))
        return Int(whole.magnitude.dividingFullWidth(product).quotient)
    }
}
