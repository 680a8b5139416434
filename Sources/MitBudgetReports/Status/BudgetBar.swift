import MitBudget

/// One citizen's budget as a row of cells: `████▓▓▓░░░░·····`.
///
/// Cells are few, so parts are rounded; but whatever is above zero shows at least one cell, so a bar is never full
/// before the budget is, and never empty once a krone is spent.
struct BudgetBar {
    /// The cells of a bar where there is room.
    static let length = 24
    /// The fewest cells that still tell the parts apart.
    static let shortest = 8

    /// What a cell stands for, from the left.
    enum Part: CaseIterable {
        case disbursed, released, approved, rest

        /// The sign that tells the part apart without colour.
        var sign: Character {
            switch self {
            case .disbursed: "█"
            case .released: "▓"
            case .approved: "░"
            case .rest: "·"
            }
        }

        /// A text in the part's colour.
        func dressed(_ text: String, in style: Style) -> String {
            switch self {
            case .disbursed: style.green(text)
            case .released: style.yellow(text)
            case .approved: style.blue(text)
            case .rest: style.dim(text)
            }
        }
    }

    /// How many cells each part gets, in the order of ``Part``.
    private let cells: [(part: Part, count: Int)]

    /// A bar of a balance.
    /// - Parameters:
    ///   - full: the amount that a full bar stands for; less than what is approved counts as that.
    ///   - length: how many cells the bar has, one for each part at least.
    init(_ balance: Balance, full: Amount, length: Int = Self.length) {
        // Where each part ends, in øre.
        let disbursed = max(0, balance.disbursed.ore)
        let released = max(disbursed, balance.released.ore)
        let approved = max(released, balance.approved.ore)
        let whole = max(approved, full.ore)
        let ends = [disbursed, released, approved, whole]
        let isPresent = zip(ends, [0] + ends).map { $0 > $1 }

        // Where each part ends, in cells. Rounded down, pushed up until every part shows, pushed back inside the bar.
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

    /// The bar, with a colour for each part where the style has any.
    /// - Parameter showsRest: false for a budget that is stopped: blanks stand for what will never be used.
    func text(style: Style, showsRest: Bool = true) -> String {
        let parts = cells.map { part, count in
            let sign = part == .rest && !showsRest ? " " : part.sign
            return part.dressed(String(repeating: sign, count: count), in: style)
        }
        return parts.joined()
    }

    private static func cells(_ part: Int64, of whole: Int64, in length: Int) -> Int {
        guard whole > 0 else { return 0 }
        // In 128 bits: amounts may be so large that 24 times one does not fit into 64.
        let product = part.magnitude.multipliedFullWidth(by: UInt64(length))
        return Int(whole.magnitude.dividingFullWidth(product).quotient)
    }
}
