import MitBudget
import Phrases

/// A column of a list, described once for all forms.
struct Column<Row> {
    /// The heading in text and CSV.
    let heading: Phrase
    /// The heading on a page.
    let headingOnPage: Phrase
    /// The forms that show the column. A column with different places in different forms is described once for each.
    let forms: Forms
    /// The key in JSON; `nil` if JSON leaves the column out.
    let key: StaticString?
    /// Whether JSON leaves the key out of a row without a value, instead of writing `null`.
    let isOptional: Bool
    let look: Look
    /// What the row of sums shows for the column; `nil` for nothing.
    let total: Total?
    /// The width in characters in the text of a list that streams. Such text leaves out columns without a width.
    let width: Int?
    /// Whether text begins a new table with this column where one table of all columns would not fit the paper.
    let beginsTable: Bool
    /// The value in a row's cell; `nil` for an empty cell.
    let value: (Row) -> Value?

    /// Makes a column; one without a heading is only a member of JSON.
    init(
        _ heading: Phrase? = nil, key: StaticString? = nil, isOptional: Bool = false,
        onPage headingOnPage: Phrase? = nil, in forms: Forms = .all, _ look: Look = .code, total: Total? = nil,
        width: Int? = nil, beginsTable: Bool = false, value: @escaping (Row) -> Value?
    ) {
        self.heading = heading ?? .blank
        self.headingOnPage = headingOnPage ?? self.heading
        self.forms = heading == nil ? [] : forms
        self.key = key
        self.isOptional = isOptional
        self.look = look
        self.total = total
        self.width = width
        self.beginsTable = beginsTable
        self.value = value
    }

    /// Makes a column of amounts.
    static func amount(
        _ heading: Phrase? = nil, key: StaticString? = nil, onPage headingOnPage: Phrase? = nil,
        in forms: Forms = .all, total: Total? = nil, width: Int? = nil, beginsTable: Bool = false,
        _ amount: @escaping (Row) -> Amount?
    ) -> Column {
        Column(
            heading, key: key, onPage: headingOnPage, in: forms, .figure, total: total, width: width,
            beginsTable: beginsTable
        ) { amount($0).map(Value.amount) }
    }
}

/// The forms of a report that have headings.
struct Forms: OptionSet {
    let rawValue: UInt8

    static let text = Forms(rawValue: 1)
    static let csv = Forms(rawValue: 2)
    static let page = Forms(rawValue: 4)
    static let all: Forms = [.text, .csv, .page]
}

/// How text and pages show a column. Figures, and numbers in text, align right; codes do not wrap; prose gets room.
enum Look {
    case code, number, words, prose, figure, picture

    /// Whether text aligns the cells to the right.
    var leansRight: Bool { self == .number || self == .figure }
}

/// What the row of sums shows for a column.
enum Total {
    /// The sum of the rows' amounts.
    case sum
    /// A value given for the whole list.
    case whole(Value)
}

/// The row of sums of a list, added up row by row.
struct Sums {
    var rows = 0
    private let totals: [Total?]
    private var sums: [Amount]

    init(_ totals: [Total?]) {
        self.totals = totals
        sums = totals.map { _ in .zero }
    }

    /// Adds a value to the sum of its column.
    mutating func add(_ value: Value?, at place: Int) {
        if case .sum? = totals[place], case .amount(let amount)? = value { sums[place] += amount }
    }

    /// The sum for each column, `nil` for a column without one; `nil` if no column has a sum.
    var values: [Value?]? {
        guard totals.contains(where: { $0 != nil }) else { return nil }
        return zip(totals, sums).map { total, sum in
            switch total {
            case .sum?: .amount(sum)
            case .whole(let value)?: value
            case nil: nil
            }
        }
    }
}
