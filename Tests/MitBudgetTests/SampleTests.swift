import MitBudget
import TestSupport
import Testing

@Suite("Drawing a sample")
struct SampleTests {
    // MARK: By hand

    /// 10 øre + 20 + 5 + 40 + 25 = 100; size 4, so every 25th øre from the seed's on.
    @Test(
        "Every interval-th øre is drawn, from the seed's on",
        arguments: [
            // Start 1: øre 1, 26, 51 and 76, in the vouchers that hold 1–10, 11–30, 36–75 and 76–100.
            (seed: 0, start: 1, hits: [1, 1, 0, 1, 1]),
            // Start 6: 6, 31, 56, 81.
            (seed: 5, start: 6, hits: [1, 0, 1, 1, 1]),
            // Start 11, the first øre of the second: 11, 36, 61, 86.
            (seed: 10, start: 11, hits: [0, 1, 0, 2, 1]),
            // Start 25: 25, 50, 75, 100, the last øre of the last two.
            (seed: 24, start: 25, hits: [0, 1, 0, 2, 1]),
            // 25 more is the same draw.
            (seed: 25, start: 1, hits: [1, 1, 0, 1, 1]),
        ] as [(seed: UInt64, start: Int64, hits: [Int])])
    func byHand(seed: UInt64, start: Int64, hits: [Int]) throws {
        let nets: [Int64] = [10, 20, 5, 40, 25]
        let sample = Self.sample(of: nets, size: 4, seed: seed)
        #expect(sample.interval == .ore(25) && sample.start == .ore(start))
        #expect(sample.population.amount == .ore(100) && sample.extent == .part)
        #expect(nets.map { sample.isCertain(.ore($0)) } == [false, false, false, true, true])
        #expect(try Self.hits(of: sample, on: nets) == hits)
    }

    @Test("What the division leaves over draws no more than the size")
    func leftOver() throws {
        // 10 ÷ 3 = 3, so the øre 1, 4 and 7 are drawn, and 10 would be a fourth.
        let sample = Self.sample(of: [1, 1, 1, 3, 4], size: 3, seed: 0)
        #expect(try Self.hits(of: sample, on: [1, 1, 1, 3, 4]) == [1, 0, 0, 1, 1])
        // The last voucher reaches the interval by what is left over alone; only such a one can be missed.
        let rare = Self.sample(of: [1, 1, 5, 3], size: 3, seed: 0)
        #expect(rare.isCertain(.ore(3)) && rare.start == .ore(1))
        #expect(try Self.hits(of: rare, on: [1, 1, 5, 3]) == [1, 0, 2, 0])
    }

    @Test("The largest seed is no negative number")
    func largestSeed() {
        // 2⁶⁴ − 1 = 3 × 6148914691236517205.
        #expect(Self.sample(of: [9, 12], size: 2, seed: .max).start == .ore(Int64(UInt64.max % 10) + 1))
        #expect(Self.sample(of: [3, 3], size: 2, seed: .max).start == .ore(1))
    }

    // MARK: All, nothing

    @Test("All are drawn where the size is above their number, and by the method where it is not")
    func extent() {
        #expect(Self.sample(of: [], size: 1, seed: 0).extent == .none)
        #expect(Self.sample(of: [500], size: 1, seed: 0).extent == .part)
        #expect(Self.sample(of: [500], size: 2, seed: 0).extent == .all)
        #expect(Self.sample(of: [1, 1, 1], size: 3, seed: 9).extent == .part)
        #expect(Self.sample(of: [1, 1, 1], size: 4, seed: 9).extent == .all)
        #expect(Self.sample(of: [500, 1], size: .max, seed: 0).extent == .all)
    }

    @Test("Without an interval, or at random, there is no øre to start from")
    func noStart() {
        #expect(Self.sample(of: [1, 1, 1], size: 4, seed: 9).interval == .zero)
        #expect(Self.sample(of: [1, 1, 1], size: 4, seed: 9).start == nil)
        #expect(Self.sample(of: [], size: 4, seed: 9).start == nil)
        let random = Sample(of: Self.population(of: [7, 8]), method: .random, size: .count(1), seed: 9)
        #expect(random.interval == nil && random.start == nil && !random.isCertain(.ore(8)))
        #expect(MoneyDraw(random) == nil)
    }

    @Test("The size follows from the confidence, and is 0 of nothing")
    func assured() throws {
        let size = SampleQuery.Size.assurance(try #require(Confidence(percent: "95")), materiality: .ore(50))
        // 100 × 2.9957 ÷ 50 = 5.99.
        let sample = Sample(of: Self.population(of: [40, 60]), method: .money, size: size, seed: 0)
        #expect(sample.size == 6 && sample.extent == .all)
        let nothing = Sample(of: Self.population(of: []), method: .money, size: size, seed: 0)
        #expect(nothing.size == 0 && nothing.interval == nil && nothing.extent == .none)
    }

    @Test("Sums at the limit are drawn exactly")
    func giant() throws {
        let nets = [Amount.limit / 2, 1, Amount.limit / 2 - 1]
        let sample = Self.sample(of: nets, size: 2, seed: .max)
        #expect(sample.population.amount == .ore(Amount.limit) && sample.interval == .ore(Amount.limit / 2))
        #expect(try Self.hits(of: sample, on: nets) == [1, 0, 1])
        // Beyond the limit, as only an altered file can hold, nothing stops.
        var population = Sample.Population()
        for _ in 1...20_000 { population.add(.ore(Amount.limit)) }
        var draw = try #require(MoneyDraw(Sample(of: population, method: .money, size: .count(3), seed: .max)))
        let hits = (1...20_000).reduce(0) { hits, _ in hits + draw.hits(on: .ore(Amount.limit)) }
        #expect(hits <= 3)
    }

    // MARK: Any population

    @Test("Hits are those of a list of all øre", arguments: Seed.each(1...200))
    func anyPopulation(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let nets = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
            Int64.random(in: 1...(Bool.random(using: &generator) ? 5 : 300), using: &generator)
        }
        let size = Int.random(in: 1...nets.count, using: &generator)
        let sample = Self.sample(of: nets, size: size, seed: generator.next())
        let hits = try Self.hits(of: sample, on: nets)
        let (interval, start) = (try #require(sample.interval), try #require(sample.start))
        #expect(interval.ore >= 1 && start.ore >= 1 && start <= interval)

        // The voucher of each øre, and what is drawn of them.
        let owners = nets.enumerated().flatMap { index, net in Array(repeating: index, count: Int(net)) }
        #expect(owners.count == Int(sample.population.amount.ore))
        var expected = nets.map { _ in 0 }
        for number in 0..<size { expected[owners[Int(start.ore) - 1 + number * Int(interval.ore)]] += 1 }
        #expect(hits == expected)
        #expect(hits.reduce(0, +) == size, "as many as asked for, never more")

        let leftOver = sample.population.amount.ore % Int64(size)
        for (index, net) in nets.enumerated() where sample.isCertain(.ore(net)) {
            let canBeMissed = index == nets.count - 1 && net < interval.ore + leftOver
            #expect(hits[index] > 0 || canBeMissed, "what reaches the interval is drawn")
        }
        for (index, net) in nets.enumerated() {
            #expect(Int64(hits[index]) >= net / interval.ore || index == nets.count - 1)
            #expect(Int64(hits[index]) <= net / interval.ore + 1, "no voucher is drawn more than its share")
        }
    }

    @Test("Over all seeds every øre is drawn equally often")
    func fair() throws {
        let nets: [Int64] = [7, 1, 30, 12, 2, 8]
        var totals = nets.map { _ in Int64(0) }
        for seed in 0..<UInt64(20) {
            let sample = Self.sample(of: nets, size: 3, seed: seed)
            for (index, hits) in try Self.hits(of: sample, on: nets).enumerated() { totals[index] += Int64(hits) }
        }
        #expect(totals == nets)
    }

    @Test("The smallest ranks are kept, whatever their order", arguments: Seed.each(1...100))
    func smallest(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let ranks = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            Int.random(in: 0...100, using: &generator)
        }
        let most = Int.random(in: 1...70, using: &generator)
        for ranks in [ranks, ranks.shuffled(using: &generator), ranks.sorted(), ranks.sorted(by: >)] {
            var draw = SmallestDraw<Int, Int>(most: most)
            for rank in ranks { draw.add(rank, rank: rank) }
            #expect(draw.elements.sorted() == Array(ranks.sorted().prefix(most)))
        }
    }

    // MARK: Dice

    @Test("Dice are 1 to 64 digits", arguments: ["0", "351624", "0000", String(repeating: "6", count: 64)])
    func dice(digits: String) {
        #expect(Dice(digits)?.digits == digits)
    }

    @Test(
        "Nothing else is dice",
        arguments: [
            "", " 1", "1 2", "3-5", "+3", "٣٥", "３５", "3\u{301}5", "35\n", "a", "0x3", "3.5",
            String(repeating: "6", count: 65),
        ])
    func noDice(text: String) {
        #expect(Dice(text) == nil)
    }

    @Test("Dice with other zeros before them are other dice")
    func zeros() {
        #expect(Dice("0351") != Dice("351") && Dice("351") == Dice("351"))
    }

    // MARK: Tools

    private static func population(of nets: [Int64]) -> Sample.Population {
        var population = Sample.Population()
        for net in nets { population.add(.ore(net)) }
        return population
    }

    private static func sample(of nets: [Int64], size: Int, seed: UInt64) -> Sample {
        Sample(of: population(of: nets), method: .money, size: .count(size), seed: seed)
    }

    private static func hits(of sample: Sample, on nets: [Int64]) throws -> [Int] {
        var draw = try #require(MoneyDraw(sample))
        return nets.map { draw.hits(on: .ore($0)) }
    }
}
