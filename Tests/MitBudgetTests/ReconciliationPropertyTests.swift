import MitBudget
import TestSupport
import Testing

/// Random extracts and ledgers, held against a plain account of what matching means.
@Suite("Reconciling in any order")
struct ReconciliationPropertyTests {
    /// A small case with few amounts, days and vouchers, so that most lines have several candidates.
    private struct Case {
        var lines: [ExtractLine] = []
        var entries: [BookedEntry] = []

        init(_ chance: inout SplitMix64) throws {
            let first: Day = "2023-02-01"
            let days = Int.random(in: 1...14, using: &chance)
            let amounts = Int64.random(in: 1...3, using: &chance)
            let vouchers = Int.random(in: 2...8, using: &chance)
            func day() -> Day { first.advanced(by: Int.random(in: 0...days, using: &chance)) }
            for number in 0..<Int64.random(in: 0...7, using: &chance) {
                let voucher = Int.random(in: 0..<vouchers, using: &chance)
                let entry = BookedEntry(
                    entry: EntryNumber(number + 1) ?? 1, kind: .disbursement,
                    amount: .kroner(Int64.random(in: 1...amounts, using: &chance)), day: day(),
                    voucher: VoucherReference(stringLiteral: "V-\(voucher)"),
                    voucherTotal: voucher == 0 ? .kroner(5) : nil)
                entries.append(try #require(entry))
            }
            for number in 0..<Int.random(in: 0...7, using: &chance) {
                let reference = VoucherReference(
                    stringLiteral: "v-\(Int.random(in: 0..<vouchers + 1, using: &chance))")
                let way = Int.random(in: 0...5, using: &chance)
                lines.append(
                    ExtractLine(
                        number: 11 + number, day: day(),
                        amount: .kroner(Int64.random(in: 0...amounts + 1, using: &chance)),
                        voucher: way == 0 ? reference : nil, words: way == 1 ? [reference] : []))
            }
        }

        func reconciled(within: Int) throws -> Reconciliation {
            try Comparison(lines: lines, entries: entries, period: "2023-01-01"..."2023-12-31", within: within)
                .reconcile(costs: .positive)
        }
    }

    /// A result without the lines' numbers, which another order changes.
    private struct Contents: Equatable {
        let matched: [String]
        let ledgerOnly: [Int64]
        let extractOnly: [String]
        let ambiguous: [String]

        init(_ result: Reconciliation) {
            func text(_ line: ExtractLine) -> String {
                "\(line.day.iso) \(line.amount.ore) \(line.voucher?.key ?? "") \(line.words.map(\.key))"
            }
            matched = result.matched.map { "\(text($0.line)) = \($0.entry.entry.value)" }.sorted()
            ledgerOnly = result.ledgerOnly.map(\.entry.value).sorted()
            extractOnly = result.extractOnly.map(text).sorted()
            ambiguous = result.ambiguous.map { "\(text($0.line)) = \($0.candidates.map(\.entry.value))" }.sorted()
        }
    }

    @Test("The order of the lines and that of the entries change nothing, and nothing is matched twice")
    func order() throws {
        var (matched, ambiguous, shared) = (0, 0, 0)
        for seed in Seed.each(1...3_000) {
            var chance = SplitMix64(seed: seed)
            var one = try Case(&chance)
            let within = Int.random(in: 0...6, using: &chance)
            let result = try one.reconciled(within: within)
            try checkEverythingOnce(result, one, seed)
            matched += result.matched.count
            ambiguous += result.ambiguous.count
            shared += result.matched.count - result.matchedLines
            one.entries.shuffle(using: &chance)
            let numbers = one.lines.map(\.number)
            one.lines = zip(numbers, one.lines.shuffled(using: &chance)).map { number, line in
                ExtractLine(
                    number: number, day: line.day, amount: line.amount, voucher: line.voucher, words: line.words)
            }
            try #require(Contents(one.reconciled(within: within)) == Contents(result), "seed \(seed)")
        }
        #expect(matched > 1_000 && ambiguous > 1_000 && shared > 50, "the cases are wide enough to mean something")
    }

    private func checkEverythingOnce(_ result: Reconciliation, _ given: Case, _ seed: UInt64) throws {
        let entries = result.matched.map(\.entry.entry) + result.ledgerOnly.map(\.entry)
        try #require(Set(entries).count == entries.count, "seed \(seed): an entry stands twice")
        let candidates = Set(result.ambiguous.flatMap(\.candidates).map(\.entry))
        try #require(candidates.isDisjoint(with: entries), "seed \(seed): a candidate stands elsewhere, too")
        let all = Set(entries).union(candidates)
        try #require(all == Set(given.entries.map(\.entry)), "seed \(seed): an entry is lost")
        let lines =
            Array(Set(result.matched.map(\.line.number))) + result.extractOnly.map(\.number)
            + result.ambiguous.map(\.line.number)
        try #require(
            lines.sorted() == given.lines.filter { $0.amount != .zero }.map(\.number).sorted(),
            "seed \(seed): a line is lost or stands twice")
    }

    @Test("A line is matched where its group has one way only, and is ambiguous elsewhere")
    func onlyWay() throws {
        for seed in Seed.each(1...3_000) {
            var chance = SplitMix64(seed: seed)
            var given = try Case(&chance)
            // One entry for each voucher: then a claim is an entry, and all ways can be tried.
            var vouchers: Set<VoucherReference> = []
            given.entries = given.entries.filter { vouchers.insert($0.voucher).inserted && $0.voucherTotal == nil }
            let result = try given.reconciled(within: 4)
            let expected = Plain(given.lines.filter { $0.amount != .zero }, given.entries, within: 4)
            let pairs = result.matched.map { [$0.line.number, Int($0.entry.entry.value)] }
            try #require(pairs == expected.pairs.sorted { $0[0] < $1[0] }, "seed \(seed)")
            try #require(result.ambiguous.map(\.line.number) == expected.ambiguous.sorted(), "seed \(seed)")
        }
    }

    /// The same rules, tried out in every way.
    private struct Plain {
        var pairs: [[Int]] = []
        var ambiguous: [Int] = []

        init(_ lines: [ExtractLine], _ entries: [BookedEntry], within: Int) {
            let known = Set(entries.map(\.voucher))
            func named(_ line: ExtractLine) -> Set<VoucherReference> {
                if let own = line.voucher, known.contains(own) { return [own] }
                return Set(line.words).intersection(known)
            }
            func mayShow(_ line: ExtractLine, _ entry: BookedEntry) -> Bool {
                line.amount == entry.outflow && abs(line.day.days(to: entry.day)) <= within
            }
            var rest = lines
            var left = entries
            for isNamed in [true, false] {
                var links: [[Int]] = []
                for (place, line) in rest.enumerated() {
                    for (other, entry) in left.enumerated() where mayShow(line, entry) {
                        let own = line.voucher.map(known.contains) == true
                        if isNamed ? named(line).contains(entry.voucher) : !own { links.append([place, other]) }
                    }
                }
                let (settled, taken) = settle(rest, left, links)
                rest = rest.indices.filter { !settled.contains($0) }.map { rest[$0] }
                left = left.indices.filter { !taken.contains($0) }.map { left[$0] }
            }
        }

        private mutating func settle(
            _ lines: [ExtractLine], _ entries: [BookedEntry], _ links: [[Int]]
        ) -> (Set<Int>, Set<Int>) {
            var open = links
            while let seed = open.first {
                var group = [seed]
                while let more = open.first(where: { link in
                    !group.contains(link) && group.contains { $0[0] == link[0] || $0[1] == link[1] }
                }) { group.append(more) }
                open.removeAll(where: group.contains)
                let (ours, theirs) = (Set(group.map { $0[0] }).sorted(), Set(group.map { $0[1] }))
                let ways = ours.count == theirs.count ? Self.ways(ours[...], theirs, group) : []
                if ways.count == 1 {
                    pairs += ways[0].map { [lines[$0[0]].number, Int(entries[$0[1]].entry.value)] }
                } else {
                    ambiguous += ours.map { lines[$0].number }
                }
            }
            return (Set(links.map { $0[0] }), Set(links.map { $0[1] }))
        }

        /// All ways to give each line one of the entries.
        private static func ways(_ lines: ArraySlice<Int>, _ entries: Set<Int>, _ links: [[Int]]) -> [[[Int]]] {
            guard let line = lines.first else { return [[]] }
            return links.filter { $0[0] == line && entries.contains($0[1]) }.flatMap { link in
                ways(lines.dropFirst(), entries.subtracting([link[1]]), links).map { [link] + $0 }
            }
        }
    }
}
