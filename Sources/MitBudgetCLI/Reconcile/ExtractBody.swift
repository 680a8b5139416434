import MitBudget
import MitBudgetReports
import MitBudgetStore

/// The lines of an extract while they are read. How amounts and days are written is known only once all are read.
struct ExtractBody {
    private let heading: ExtractHeading
    private let profile: ExtractProfile
    private let most: Int
    private var decimals: DecimalColumn
    private var days: DayColumn
    private var rows: [Row] = []
    private var stated = ExtractBalance.Stated()
    private var hasMinus = false
    private var sides: Set<UInt8> = []

    private struct Row {
        let number: Int
        let day: ColumnDay
        let amount: Amount
        let balance: Amount?
        let voucher: VoucherReference?
        let words: [VoucherReference]
    }

    /// - Parameter most: how many lines are taken.
    init(_ heading: ExtractHeading, _ profile: ExtractProfile, most: Int) {
        self.most = most
        self.heading = heading
        self.profile = profile
        decimals = DecimalColumn(profile.decimal)
        days = DayColumn(profile.dayFormat, isDanish: heading.isDanish)
    }

    // MARK: Lines

    /// Takes a line before the heading: it may state a balance or the currency.
    mutating func takeBefore(_ fields: SeparatedFields, at number: Int) throws(ExtractTrouble) {
        if try takeStated(fields, at: number, isAligned: false) { return }
        for field in 0..<fields.count {
            let name = fields.text(field)
            guard HeadingWords.meaning(of: name)?.content == .currency else { continue }
            let value = field + 1 < fields.count ? fields.text(field + 1) : ""
            if HeadingWords.foreignCurrency(in: name) != nil || value.utf8.count == 3 && !HeadingWords.isKroner(value) {
                throw .currency(in: name, at: number)
            }
        }
    }

    /// Takes a line below the heading.
    mutating func take(_ fields: inout SeparatedFields, at number: Int) throws(ExtractTrouble) {
        fields.dropBlanks(downTo: heading.names.count)
        let isAligned = fields.count == heading.names.count
        if (0..<fields.count).allSatisfy({ fields.isBlank($0) }) { return }
        if try takeStated(fields, at: number, isAligned: isAligned) { return }
        guard isAligned else { throw .fieldCount(fields.count, expected: heading.names.count, at: number) }
        // A line of text alone belongs to the line above, or begins a part of the list.
        if isText(fields) { return }
        guard rows.count < most else { throw .tooMany }
        if let place = heading.currency, !fields.isBlank(place), !HeadingWords.isKroner(fields.text(place)) {
            throw .currency(in: heading.names[place], at: number)
        }
        if let place = heading.side, let side = fields.slice(place).first { sides.insert(side | 0x20) }
        let day = try day(fields, at: number)
        let amount = try amount(fields, at: number)
        let balance = try heading.place(.balance).flatMap { place throws(ExtractTrouble) in
            fields.isBlank(place) ? nil : try self.amount(in: place, fields, at: number)
        }
        let (voucher, words) = ExtractWords.vouchers(fields, heading)
        rows.append(
            Row(number: number, day: day, amount: amount, balance: balance, voucher: voucher, words: words))
    }

    private func isText(_ fields: SeparatedFields) -> Bool {
        [ExtractProfile.Column.day, .amount, .debit, .credit, .balance].allSatisfy { column in
            heading.place(column).map { fields.isBlank($0) } ?? true
        }
    }

    private mutating func day(_ fields: SeparatedFields, at number: Int) throws(ExtractTrouble) -> ColumnDay {
        let place = heading.place(.day) ?? 0
        guard let day = ColumnDay(fields.slice(place).span, as: profile.dayFormat) else {
            throw .day(fields.text(place), in: heading.names[place], at: number)
        }
        do {
            try days.take(day, at: number)
        } catch {
            throw .daysMixed(in: heading.names[place], at: number)
        }
        return day
    }

    /// The amount of a line, of one column or of two.
    private mutating func amount(_ fields: SeparatedFields, at number: Int) throws(ExtractTrouble) -> Amount {
        if let place = heading.place(.amount) {
            let amount = try amount(in: place, fields, at: number)
            hasMinus = hasMinus || amount < .zero
            return amount
        }
        let places = [heading.place(.debit), heading.place(.credit)].compactMap(\.self)
        var amounts: [Amount] = []
        for place in places {
            amounts.append(fields.isBlank(place) ? .zero : try amount(in: place, fields, at: number))
        }
        guard let debit = amounts.first, let credit = amounts.last,
            places.contains(where: { !fields.isBlank($0) })
        else {
            throw .amount("", .empty, in: places.map { heading.names[$0] }.joined(separator: ", "), at: number)
        }
        return net(debit, credit)
    }

    private mutating func amount(
        in place: Int, _ fields: SeparatedFields, at number: Int
    ) throws(ExtractTrouble) -> Amount {
        do throws(ColumnAmount.Fault) {
            let amount = try ColumnAmount(fields.slice(place).span)
            decimals.take(amount.evidence, at: number)
            return amount.amount
        } catch {
            throw .amount(fields.text(place), error, in: heading.names[place], at: number)
        }
    }

    // MARK: Balances and sums

    /// Takes a line that states a balance or the sum of all lines; false for any other line.
    /// - Parameter isAligned: whether the line has a field for each heading.
    private mutating func takeStated(
        _ fields: SeparatedFields, at number: Int, isAligned: Bool
    ) throws(ExtractTrouble) -> Bool {
        for field in 0..<fields.count {
            guard let statement = StatedWords.statement(fields.slice(field)),
                statement.kind != .total || isWithoutDay(fields, isAligned),
                let value = value(of: statement, in: field, fields, isAligned: isAligned)
            else { continue }
            decimals.take(value.evidence, at: number)
            let place: WritableKeyPath<ExtractBalance.Stated, Amount?> =
                switch statement.kind {
                case .opening: \.opening
                case .closing: \.closing
                case .total: \.total
                }
            guard stated[keyPath: place].map({ $0 == value.amount }) ?? true else { throw .statedTwice(at: number) }
            stated[keyPath: place] = value.amount
            return true
        }
        return false
    }

    private func isWithoutDay(_ fields: SeparatedFields, _ isAligned: Bool) -> Bool {
        guard isAligned, let place = heading.place(.day) else { return true }
        return ColumnDay(fields.slice(place).span) == nil
    }

    /// The amount that a line states: in the cell itself, in the column of the balance or of the amount, or else in the
    /// last cell that holds one.
    private func value(
        of statement: StatedWords.Statement, in field: Int, _ fields: SeparatedFields, isAligned: Bool
    ) -> ColumnAmount? {
        // `Primo 2023` may be the text of a payment.
        if !statement.rest.isEmpty, isAligned, !isWithoutDay(fields, isAligned) { return nil }
        let inline = try? ColumnAmount(Array(statement.rest.utf8).span)
        if let inline, inline.evidence != .none { return inline }
        func value(in place: Int) -> ColumnAmount? {
            place == field ? nil : try? ColumnAmount(fields.slice(place).span)
        }
        if isAligned {
            let inColumns = [heading.place(.balance), heading.place(.amount)].compactMap(\.self)
            for place in statement.kind == .total ? inColumns.reversed() : inColumns {
                if let value = value(in: place) { return value }
            }
            if let value = difference(value) { return value }
        }
        return (0..<fields.count).reversed().lazy.compactMap(value).first ?? inline
    }

    /// What two columns of amounts state together.
    private func difference(_ value: (Int) -> ColumnAmount?) -> ColumnAmount? {
        guard let debit = heading.place(.debit), let credit = heading.place(.credit) else { return nil }
        switch (value(debit), value(credit)) {
        case (let out?, let into?):
            let evidence = out.evidence == .none ? into.evidence : out.evidence
            return ColumnAmount(net(out.amount, into.amount), evidence)
        case (let out?, nil): return ColumnAmount(net(out.amount, .zero), out.evidence)
        case (nil, let into?): return ColumnAmount(net(.zero, into.amount), into.evidence)
        case (nil, nil): return nil
        }
    }

    /// An amount of two columns: debit less credit in a finance system; what came in less what went out in a bank,
    /// which may write what went out with a minus.
    private func net(_ debit: Amount, _ credit: Amount) -> Amount {
        guard heading.isBanks else { return debit - credit }
        return debit < .zero ? credit + debit : credit - debit
    }

    // MARK: The end

    /// Reads amounts and days as the whole file shows they are written.
    func finish(encoding: ExtractProfile.Encoding, digest: Digest) throws(ExtractTrouble) -> Extract {
        let (decimal, format) = (try decimalSign(), try dayFormat())
        if let place = heading.side, !hasMinus, heading.place(.amount) != nil, sides.count > 1 {
            throw .sides(heading.names[place])
        }
        var lines: [ExtractLine] = []
        var steps: [ExtractBalance.Step] = []
        lines.reserveCapacity(rows.count)
        steps.reserveCapacity(rows.count)
        for row in rows {
            guard let day = format.flatMap({ row.day.day(in: $0.order) }) else {
                throw .day(row.day.text, in: heading.names[heading.place(.day) ?? 0], at: row.number)
            }
            lines.append(
                ExtractLine(number: row.number, day: day, amount: row.amount, voucher: row.voucher, words: row.words))
            steps.append(.init(day: day, amount: row.amount, balance: row.balance))
        }
        guard let first = lines.map(\.day).min(), let last = lines.map(\.day).max() else { throw .noLines }
        let mayFall = heading.place(.amount) == nil && !heading.isBanks
        return Extract(
            lines: lines, balance: ExtractBalance(steps, stated: stated, mayFall: mayFall),
            profile: known(decimal, format, encoding), period: first...last, digest: digest)
    }

    private func decimalSign() throws(ExtractTrouble) -> DecimalSign? {
        do throws(DecimalColumn.Fault) {
            return try decimals.sign()
        } catch {
            switch error {
            case .mixed(let line): throw .amountsMixed(at: line)
            case .open(let line): throw .amountsOpen(at: line)
            }
        }
    }

    private func dayFormat() throws(ExtractTrouble) -> DayFormat? {
        let name = heading.names[heading.place(.day) ?? 0]
        do throws(DayColumn.Fault) {
            return try days.format()
        } catch {
            switch error {
            case .mixed(let line): throw .daysMixed(in: name, at: line)
            case .open(let line): throw .daysOpen(in: name, at: line)
            }
        }
    }

    /// What a profile would say of the file.
    private func known(
        _ decimal: DecimalSign?, _ format: DayFormat?, _ encoding: ExtractProfile.Encoding
    ) -> ExtractProfile {
        var known = ExtractProfile()
        known.delimiter = heading.delimiter
        known.decimal = decimal
        known.encoding = encoding
        known.dayFormat = format
        known.costs = profile.costs
        for column in ExtractProfile.Column.allCases { known.columns[column] = heading.names(of: column) }
        return known
    }
}
