import MitBudget
import TestSupport
import Testing

@Suite("Reconciling an extract")
struct ReconciliationTests {
    private static func line(
        _ number: Int, _ day: Day, _ kroner: Int64, _ voucher: VoucherReference? = nil, words: [VoucherReference] = []
    ) -> ExtractLine {
        ExtractLine(number: number, day: day, amount: .kroner(kroner), voucher: voucher, words: words)
    }

    private static func entry(
        _ number: EntryNumber, _ day: Day, _ kroner: Int64, _ voucher: VoucherReference,
        _ kind: MovementKind = .disbursement, total: Int64? = nil
    ) throws -> BookedEntry {
        try #require(
            BookedEntry(
                entry: number, kind: kind, amount: .kroner(kroner), day: day, voucher: voucher,
                voucherTotal: total.map(Amount.kroner)))
    }

    private static func compare(
        _ lines: [ExtractLine], _ entries: [BookedEntry], within: Int = 5, _ costs: CostSign? = .positive,
        _ period: ClosedRange<Day> = "2023-01-01"..."2023-12-31"
    ) throws -> Told {
        let result = try Comparison(lines: lines, entries: entries, period: period, within: within)
            .reconcile(costs: costs)
        return Told(result)
    }

    /// What became of lines and entries, by number.
    private struct Told: Equatable, CustomStringConvertible {
        let pairs: [[Int]]
        let ledgerOnly: [Int]
        let extractOnly: [Int]
        let ambiguous: [[Int]]
        let costs: CostSign

        init(_ result: Reconciliation) {
            pairs = result.matched.map { [$0.line.number, Int($0.entry.entry.value)] }
            ledgerOnly = result.ledgerOnly.map { Int($0.entry.value) }
            extractOnly = result.extractOnly.map(\.number)
            ambiguous = result.ambiguous.map { [$0.line.number] + $0.candidates.map { Int($0.entry.value) } }
            costs = result.costs
        }

        var description: String {
            "pairs \(pairs) ledger \(ledgerOnly) extract \(extractOnly) ambiguous \(ambiguous) \(costs)"
        }
    }

    @Test("The same amount on a day near enough is a match, one day further or one øre more is none", arguments: 0...7)
    func near(days: Int) throws {
        let entry = try Self.entry(10, "2023-02-10", 100, "A1")
        for sign in [1, -1] {
            let line = Self.line(2, Day("2023-02-10" as Day, plus: sign * days), 100)
            let told = try Self.compare([line], [entry])
            #expect(told.pairs == (days <= 5 ? [[2, 10]] : []))
            #expect(told.ledgerOnly == (days <= 5 ? [] : [10]) && told.extractOnly == (days <= 5 ? [] : [2]))
            #expect(try Self.compare([line], [entry], within: days).pairs == [[2, 10]])
            #expect(try days == 0 || Self.compare([line], [entry], within: days - 1).pairs == [])
        }
        let more = ExtractLine(number: 2, day: "2023-02-10", amount: .ore(10_001), voucher: "A1", words: [])
        #expect(try Self.compare([more], [entry]).extractOnly == [2])
    }

    @Test("Refunds and instalments have the opposite sign of costs, repayments the same")
    func signs() throws {
        let entries = [
            try Self.entry(1, "2023-02-01", 100, "A1"), try Self.entry(2, "2023-02-02", 200, "A2", .expense),
            try Self.entry(3, "2023-02-03", 30, "A3", .refund), try Self.entry(4, "2023-02-04", 4000, "A4", .receipt),
            try Self.entry(5, "2023-02-05", 50, "A5", .repayment),
        ]
        for (costs, sign) in [(CostSign.positive, Int64(1)), (.negative, -1)] {
            let lines = zip(11..., [100, 200, -30, -4000, 50] as [Int64]).map { Self.line($0, "2023-02-03", sign * $1) }
            let told = try Self.compare(lines, entries, nil)
            #expect(told.costs == costs)
            #expect(told.pairs == [[11, 1], [12, 2], [13, 3], [14, 4], [15, 5]])
            #expect(try Self.compare(lines, entries, costs.other).pairs == [])
        }
        for kind in [MovementKind.release, .retraction, .reversal] {
            let none = BookedEntry(
                entry: 1, kind: kind, amount: .kroner(1), day: "2023-02-01", voucher: "A", voucherTotal: nil)
            #expect(none == nil, "no account shows it")
        }
    }

    /// How many lines match under either sign, where a comparison leaves it open.
    private static func undecided(_ compare: () throws -> Told) -> Int? {
        do {
            _ = try compare()
            return nil
        } catch {
            return (error as? Comparison.Undecided)?.lines
        }
    }

    @Test("The sign under which more lines match is taken; where as many match, none is")
    func undecided() throws {
        let entries = [
            try Self.entry(1, "2023-02-01", 100, "A1"), try Self.entry(2, "2023-02-01", 100, "A2", .refund),
        ]
        let both = [Self.line(11, "2023-02-01", 100), Self.line(12, "2023-02-01", -100)]
        #expect(Self.undecided { try Self.compare(both, entries, nil) } == 2)
        #expect(Self.undecided { try Self.compare(both, [], nil) } == 0)
        #expect(Self.undecided { try Self.compare([], entries, nil) } == 0)
        let named = [Self.line(11, "2023-02-01", 100, "A1")]
        #expect(try Self.compare(named, entries, nil).costs == .positive)
        // Nothing matches for certain, but under one sign lines have candidates.
        let twins = [try Self.entry(1, "2023-02-01", 100, "A1"), try Self.entry(2, "2023-02-01", 100, "A2")]
        #expect(try Self.compare([Self.line(11, "2023-02-01", -100)], twins, nil).costs == .negative)
    }

    @Test("The voucher decides between entries of the same amount, in its own column or as a word of the text")
    func vouchers() throws {
        let entries = [
            try Self.entry(1, "2023-02-01", 100, "2023-0001"), try Self.entry(2, "2023-02-01", 100, "2023-0002"),
        ]
        #expect(
            try Self.compare(
                [Self.line(11, "2023-02-01", 100, "2023-0002"), Self.line(12, "2023-02-01", 100)], entries
            ).pairs == [[11, 2], [12, 1]])
        #expect(
            try Self.compare(
                [Self.line(11, "2023-02-01", 100), Self.line(12, "2023-02-01", 100, words: ["100", "2023-0001"])],
                entries
            ).pairs == [[11, 2], [12, 1]])
        // The finance system's own numbers say nothing.
        let own = try Self.compare(
            [Self.line(11, "2023-02-01", 100, "900001"), Self.line(12, "2023-02-01", 100, "900002")], entries)
        #expect(own.ambiguous == [[11, 1, 2], [12, 1, 2]])
    }

    @Test("Upper and lower case name the same voucher")
    func cases() throws {
        let entries = [try Self.entry(1, "2023-02-01", 100, "Å-1a"), try Self.entry(2, "2023-02-01", 100, "b-1")]
        #expect(try Self.compare([Self.line(11, "2023-02-01", 100, "å-1A")], entries).pairs == [[11, 1]])
        #expect(try Self.compare([Self.line(11, "2023-02-01", 100, words: ["B-1"])], entries).pairs == [[11, 2]])
    }

    @Test(
        "A line whose voucher is another entry's does not match by its amount alone; a word in a text is no hindrance")
    func contradiction() throws {
        let entries = [try Self.entry(1, "2023-02-01", 100, "A-1"), try Self.entry(2, "2023-02-01", 110, "A-2")]
        let told = try Self.compare([Self.line(11, "2023-02-01", 110, "A-1")], entries)
        #expect(told.pairs == [] && told.extractOnly == [11] && told.ledgerOnly == [1, 2])
        #expect(try Self.compare([Self.line(11, "2023-02-01", 110, words: ["A-1"])], entries).pairs == [[11, 2]])
    }

    @Test("Without a voucher, lines that several entries could show are ambiguous, with their candidates")
    func ambiguous() throws {
        let entries = [
            try Self.entry(1, "2023-02-01", 100, "A1"), try Self.entry(2, "2023-02-03", 100, "A2"),
            try Self.entry(3, "2023-03-01", 100, "A3"),
        ]
        let told = try Self.compare([Self.line(11, "2023-02-02", 100), Self.line(12, "2023-03-01", 100)], entries)
        #expect(told.ambiguous == [[11, 1, 2]] && told.pairs == [[12, 3]] && told.ledgerOnly == [])
        let twice = try Self.compare([Self.line(11, "2023-03-01", 100), Self.line(12, "2023-03-01", 100)], entries)
        #expect(twice.ambiguous == [[11, 3], [12, 3]] && twice.ledgerOnly == [1, 2])
        // Narrowed down, the days decide.
        let narrow = try Self.compare([Self.line(11, "2023-02-03", 100)], entries, within: 1)
        #expect(narrow.pairs == [[11, 2]] && narrow.ledgerOnly == [1, 3])
    }

    @Test("A row of equal payments is matched where only one way shows them all")
    func row() throws {
        let entries = try (0..<8).map { week in
            try Self.entry(
                EntryNumber(Int64(week + 1)) ?? 1, Day("2023-01-02" as Day, plus: 7 * week), 1200,
                VoucherReference(stringLiteral: "R\(week)"))
        }
        // Each payment is booked two days later, which is also within five days of the next entry.
        let lines = (0..<8).map { Self.line(20 + $0, Day("2023-01-04" as Day, plus: 7 * $0), 1200) }
        #expect(try Self.compare(lines, entries).pairs == (0..<8).map { [20 + $0, $0 + 1] })
        // Without one of the lines, the row falls apart before it, and its beginning may be shown in several ways.
        let gap = try Self.compare(lines.filter { $0.number != 24 }, entries)
        #expect(gap.ambiguous.map { $0[0] } == [20, 21, 22, 23] && gap.pairs == [[25, 6], [26, 7], [27, 8]])
    }

    @Test("A line shows all entries of a voucher by their sum, or by the voucher's total, or one of them")
    func shared() throws {
        let lines = [
            try Self.entry(1, "2023-02-01", 600, "F1", total: 3000),
            try Self.entry(2, "2023-02-01", 400, "F1", total: 3000),
        ]
        let other = try Self.entry(3, "2023-02-01", 77, "F2")
        for voucher in ["F1", nil] as [VoucherReference?] {
            for amount in [1000, 3000] as [Int64] {
                let told = try Self.compare([Self.line(11, "2023-02-02", amount, voucher)], lines + [other])
                #expect(told.pairs == [[11, 1], [11, 2]] && told.ledgerOnly == [3], "\(amount)")
            }
            let singles = [Self.line(11, "2023-02-02", 400, voucher), Self.line(12, "2023-02-02", 600, voucher)]
            #expect(try Self.compare(singles, lines).pairs == [[11, 2], [12, 1]])
            // Never both the sum and a part of it.
            let both = [Self.line(11, "2023-02-02", 1000, voucher), Self.line(12, "2023-02-02", 600, voucher)]
            #expect(try Self.compare(both, lines).ambiguous == [[11, 1, 2], [12, 1]])
        }
        // A total of which one line stands in the ledger.
        let part = try Self.entry(1, "2023-02-01", 600, "F1", total: 3000)
        #expect(try Self.compare([Self.line(11, "2023-02-02", 3000)], [part]).pairs == [[11, 1]])
        #expect(try Self.compare([Self.line(11, "2023-02-02", 2999)], [part]).pairs == [])
    }

    @Test("Equal lines of one voucher are shown by as many equal lines of the extract")
    func alike() throws {
        let entries = try [4, 5].map { try Self.entry($0, "2023-02-01", 500, "F1", total: 1000) }
        let lines = [Self.line(11, "2023-02-03", 500, "F1"), Self.line(12, "2023-02-02", 500, "F1")]
        #expect(try Self.compare(lines, entries).pairs == [[11, 5], [12, 4]])
        #expect(try Self.compare(Array(lines.prefix(1)), entries).ambiguous == [[11, 4, 5]])
        let three = lines + [Self.line(13, "2023-02-02", 500, "F1")]
        #expect(try Self.compare(three, entries).ambiguous.count == 3)
    }

    @Test("A payment made twice is ambiguous, although both lines name the voucher")
    func paidTwice() throws {
        let entry = try Self.entry(1, "2023-02-01", 100, "A-1")
        let lines = [Self.line(11, "2023-02-01", 100, "A-1"), Self.line(12, "2023-02-02", 100, "A-1")]
        let told = try Self.compare(lines, [entry])
        #expect(told.ambiguous == [[11, 1], [12, 1]] && told.ledgerOnly == [] && told.pairs == [])
    }

    @Test("Lines outside the period may show an entry, and are not missed; lines of nothing are left out")
    func period() throws {
        let entry = try Self.entry(1, "2023-03-31", 100, "A-1")
        let lines = [
            Self.line(11, "2023-04-02", 100), Self.line(12, "2023-04-03", 7), Self.line(13, "2023-03-30", 7),
            Self.line(14, "2023-03-30", 0),
        ]
        let told = try Self.compare(lines, [entry], .positive, "2023-01-01"..."2023-03-31")
        #expect(told.pairs == [[11, 1]] && told.extractOnly == [13])
    }

    @Test("As many candidates as anyone reads are listed, also where thousands of lines are equal")
    func many() throws {
        let entries = try (1...2000).map {
            try Self.entry(EntryNumber($0) ?? 1, "2023-02-01", 100, VoucherReference(stringLiteral: "V\($0)"))
        }
        let lines = (1...4_000).map { Self.line($0, "2023-02-02", 100) }
        let result = try Comparison(
            lines: lines, entries: entries, period: "2023-01-01"..."2023-12-31", within: 5
        ).reconcile(costs: .positive)
        #expect(result.ambiguous.count == 4_000 && result.matched.isEmpty && result.ledgerOnly.isEmpty)
        #expect(result.ambiguous.allSatisfy { $0.isCut && $0.candidates.count == Reconciliation.mostCandidates })
    }
}

extension Day {
    fileprivate init(_ day: Day, plus days: Int) {
        self = day.advanced(by: days)
    }
}
