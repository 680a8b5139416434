import MitBudget
import Phrases

/// A column of a list, described once; each form writes it by itself.
struct Column<Row> {
    /// What stands over it in text and CSV.
    let heading: Phrase
    /// What stands over it on a page.
    let headingOnPage: Phrase
    /// Where it is shown. What stands in another place in another form is described for each.
    let forms: Forms
    /// What it is called in JSON; `nil` where JSON leaves it out.
    let key: StaticString?
    /// Whether JSON leaves it out of a row that has nothing in it, and has no `null`.
    let isOptional: Bool
    /// How text and pages show it.
    let look: Look
    /// What its cells come to; `nil` where that says nothing.
    let total: Total?
    /// How many characters it takes in the text of a list that streams, which leaves out those without.
    let width: Int?
    /// Whether text begins another table with it, since one of all columns would be wider than the paper.
    let beginsTable: Bool
    /// What a row has in it; `nil` where there is nothing.
    let value: (Row) -> Value?

    /// A column; without a heading it is a member of JSON alone.
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

    /// A column of amounts.
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

/// How text and pages show a column. Figures, and numbers in text, lean right; a code does not wrap; prose gets room.
enum Look {
    case code, number, words, prose, figure, picture

    /// Whether text has the cells under each other by their last digit.
    var leansRight: Bool { self == .number || self == .figure }
}

/// What a column's cells come to.
enum Total {
    /// The sum of the rows' amounts.
    case sum
    /// What the whole has of its own.
    case whole(Value)
}

/// What the columns of a list come to, counted row by row.
struct Sums {
    var rows = 0
    private let totals: [Total?]
    private var sums: [Amount]

    init(_ totals: [Total?]) {
        self.totals = totals
        sums = totals.map { _ in .zero }
    }

    /// Counts a value to the sum of its column.
    mutating func add(_ value: Value?, at place: Int) {
        if case .sum? = totals[place], case .amount(let amount)? = value { sums[place] += amount }
    }

    /// A value for each column, `nil` for one that comes to nothing; no values where none does.
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
