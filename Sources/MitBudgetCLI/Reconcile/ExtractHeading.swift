import MitBudget

/// The heading of an extract: which column holds what.
struct ExtractHeading {
    let delimiter: ExtractProfile.Delimiter
    /// The headings, in order.
    let names: [String]
    /// The places of the columns.
    private(set) var places: [ExtractProfile.Column: [Int]] = [:]
    private(set) var currency: Int?
    private(set) var side: Int?
    /// Whether the heading of the day is in Danish, so that no day begins with the month.
    private(set) var isDanish = false
    /// Whether the two columns of amounts are those of a bank.
    private(set) var isBanks = false

    /// How well a line is a heading.
    enum Fit {
        /// It is the heading.
        case heading(ExtractHeading)
        /// It has some of the columns.
        case lacking([ExtractProfile.Column], known: Int)
        /// It is the heading, and two columns have the same content.
        case alike([String], ExtractProfile.Column)
        /// It is the heading, and a column is in another currency.
        case foreign(heading: String)
    }

    /// Looks at a line as a heading.
    static func fit(
        _ fields: SeparatedFields, by delimiter: ExtractProfile.Delimiter, _ profile: ExtractProfile
    ) -> Fit {
        var heading = ExtractHeading(delimiter, (0..<fields.count).map(fields.text))
        return heading.fill(profile)
    }

    private init(_ delimiter: ExtractProfile.Delimiter, _ names: [String]) {
        self.delimiter = delimiter
        self.names = names
    }

    /// The place of a column that may stand once.
    func place(_ column: ExtractProfile.Column) -> Int? { places[column]?.first }

    /// The headings of a column, as the file has them.
    func names(of column: ExtractProfile.Column) -> [String] { (places[column] ?? []).map { names[$0] } }

    private mutating func fill(_ profile: ExtractProfile) -> Fit {
        var alike: [(names: [String], column: ExtractProfile.Column)] = []
        for column in ExtractProfile.Column.allCases {
            if let named = profile.columns[column] {
                let found = named.flatMap { name in names.indices.filter { Self.isSame(names[$0], name) } }
                if found.count > named.count { alike.append((found.map { names[$0] }, column)) }
                places[column] = found.count < named.count ? [] : found
            } else {
                let found = recognised(.column(column))
                places[column] = found
                if column != .text, found.count > 1 { alike.append((found.map { names[$0] }, column)) }
            }
        }
        let namesAmounts = profile.columns[.amount].map { !$0.isEmpty } ?? false
        let namesSides = profile.columns[.debit].map { !$0.isEmpty } ?? false
        let hasSides = place(.debit) != nil && place(.credit) != nil
        if namesSides && !namesAmounts { places[.amount] = [] }
        let known = ExtractProfile.Column.allCases.count { place($0) != nil }
        var lacking = profile.columns.filter { !$0.value.isEmpty && place($0.key) == nil }.map(\.key)
        if place(.day) == nil, !lacking.contains(.day) { lacking.append(.day) }
        if place(.amount) == nil, !hasSides {
            let other: ExtractProfile.Column =
                place(.debit) != nil ? .credit : place(.credit) != nil ? .debit : .amount
            if !lacking.contains(other) { lacking.append(other) }
        }
        guard lacking.isEmpty else {
            let order = ExtractProfile.Column.allCases
            return .lacking(order.filter(lacking.contains), known: known)
        }
        if place(.amount) != nil { (places[.debit], places[.credit]) = ([], []) }
        if let first = alike.first(where: { place($0.column) != nil }) { return .alike(first.names, first.column) }
        for column in [ExtractProfile.Column.amount, .debit, .credit, .balance] {
            if let name = names(of: column).first, HeadingWords.foreignCurrency(in: name) != nil {
                return .foreign(heading: name)
            }
        }
        currency = recognised(.currency).first
        side = recognised(.side).first
        isDanish = names(of: .day).first.flatMap(HeadingWords.meaning)?.isDanish ?? false
        isBanks = names(of: .debit).first.flatMap(HeadingWords.meaning)?.isBanks ?? false
        return .heading(self)
    }

    /// The places of the columns with that content and the lowest rank; of texts, all.
    private func recognised(_ content: HeadingWords.Content) -> [Int] {
        let found = names.indices.compactMap { place -> (place: Int, rank: Int)? in
            guard let meaning = HeadingWords.meaning(of: names[place]), meaning.content == content else { return nil }
            return (place, meaning.rank)
        }
        let lowest = found.map(\.rank).min()
        return found.filter { content == .column(.text) || $0.rank == lowest }.map(\.place)
    }

    /// Whether a profile means a heading: upper and lower case do not matter.
    private static func isSame(_ heading: String, _ named: String) -> Bool {
        let trimmed = named.split(separator: " ").joined(separator: " ")
        return Exactly(heading.split(separator: " ").joined(separator: " ").composed.lowercased())
            == Exactly(trimmed.composed.lowercased())
    }
}
