import JSON
import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("Drawing a sample from a ledger")
struct SampleTests {
    @Test("What counts is what stands, net, at the entry and in the period")
    func population() throws {
        let desk = try Desk()
        try desk.course()
        let (year, all) = (Day("2023-01-01")...Day("2023-12-31"), SampleQuery.Size.count(1000))
        func drawn(_ days: ClosedRange<Day>, at: EntryNumber?) throws -> [Int64: Int64] {
            let drawn = try desk.draw(.of(days, at: at, .vouchers(.money), all)).drawn
            return Dictionary(uniqueKeysWithValues: drawn.map { ($0.element.entry.value, $0.element.net.ore) })
        }
        // 13 is DKK 4,500, of which 14 brought back 500 ten days later; 19 reverses 18.
        #expect(try drawn(year, at: nil) == [13: 400_000, 17: 1_200_000])
        #expect(try drawn(year, at: 18) == [13: 400_000, 17: 1_200_000, 18: 100_000])
        #expect(try drawn(year, at: 13) == [13: 450_000])
        #expect(try drawn(year, at: 12) == [:])
        // The refund reduces what it is of whatever its day; the days are those of what was spent.
        #expect(try drawn(.purchase ... .purchase, at: nil) == [13: 400_000, 17: 1_200_000])
        #expect(try drawn(.refund ... .windowEnd, at: nil) == [:])
        // A refund that is reversed brought nothing back.
        let reversal = try desk.record(.reverse(14, reason: "Kom ikke", on: .later))
        #expect(try drawn(year, at: nil)[13] == 450_000 && drawn(year, at: 18)[13] == 400_000)
        #expect(reversal.number.value == 26)
        // What came back whole is no longer there.
        try desk.record(.refund(13, amount: .kroner(4_500), voucher: "K-9", on: .later))
        #expect(try drawn(year, at: nil) == [17: 1_200_000])
    }

    @Test("A draw by money starts where the hash says, and with dice where these and the hash say")
    func seed() throws {
        let desk = try Desk()
        try desk.course()
        let query = { dice in
            SampleQuery.of(.enrolment ... .windowEnd, at: 18, .vouchers(.money), .count(2), dice: dice)
        }
        let hash = try #require(try desk.query("SELECT hash FROM journal WHERE seq = 18").first?.first)
        guard case .text(let hash) = hash else { throw Surprise() }
        let plain = try desk.draw(query(nil))
        #expect(plain.anchor.text == "18:" + hash)
        #expect(plain.sample.seed == UInt64(hash.prefix(16), radix: 16))
        #expect(plain.sample.start == .ore(Int64(plain.sample.seed % 850_000) + 1))
        let dice = try #require(Dice("0351"))
        let digest = try Outside.run(["sha256sum"], input: hash + ":0351").output
        #expect(try desk.draw(query(dice)).sample.seed == UInt64(digest.prefix(16), radix: 16))
    }

    @Test("Readings are drawn by who may be told of them, and have no amount")
    func readings() throws {
        let desk = try Desk()
        try desk.course()
        let reading = try desk.draw(.of(.enrolment...desk.today, at: nil, .readings, .count(3)))
        #expect(reading.sample.population.count == 1 && reading.sample.extent == .all)
        let first = try #require(reading.drawn.first)
        #expect(first.element.subject == .reading("B01", by: .caseworker) && first.element.net == .zero)
        #expect(first.hits == 1 && !first.isCertain)
    }

    @Test("An entry beyond the end is none to draw at")
    func beyond() throws {
        let desk = try Desk()
        #expect(throws: LedgerFailure.noSuchEntry(99, last: 5)) {
            try desk.draw(.of(.enrolment ... .windowEnd, at: 99, .vouchers(.money), .count(1)))
        }
    }

    @Test("Sums that no grant can be are refused, and stop nothing")
    func giant() throws {
        let desk = try Desk()
        try desk.course()
        try desk.raw(
            """
            DROP TRIGGER movement_unchanged;
            UPDATE movement SET amount_ore = \(Amount.limit) WHERE entry IN (13, 17);
            """)
        #expect(throws: LedgerFailure.self) {
            try desk.draw(.of(.enrolment ... .windowEnd, at: nil, .vouchers(.money), .count(1)))
        }
    }

    // MARK: Any ledger

    /// A ledger of every kind is drawn from, by both methods, and anew by what the journal says.
    @Test("What is drawn is what the journal alone says", arguments: SampleTerms.allCases)
    func anyLedger(terms: SampleTerms) throws {
        for seed in Seed.each(70...72) {
            let ledger = try RandomLedger(seed: seed, terms: terms, commands: 140)
            var generator = SplitMix64(seed: seed)
            for _ in 0..<12 {
                let (period, at) = (ledger.period(), ledger.entry())
                let dice = Bool.random(using: &generator) ? Dice(String(generator.next())) : nil
                for source in [SampleQuery.Source.vouchers(.money), .vouchers(.random), .readings] {
                    let size = Int.random(in: 1...12, using: &generator)
                    let query = SampleQuery.of(period.from...period.through, at: at, source, .count(size), dice: dice)
                    let reading = try ledger.desk.draw(query)
                    let expected = try Recomputed(query, from: ledger.desk, at: at).drawn
                    let drawn = reading.drawn.map {
                        [$0.element.entry.value, $0.element.net.ore, Int64($0.hits), $0.isCertain ? 1 : 0]
                    }
                    #expect(drawn == expected, "\(terms), seed \(seed), \(query)")
                    #expect(reading.sample.extent != .part || reading.drawn.reduce(0) { $0 + $1.hits } == size)
                }
            }
        }
    }

    @Test("Later entries change no earlier draw")
    func repeatable() throws {
        let ledger = try RandomLedger(seed: 81, terms: .aabenraa, commands: 140)
        let period = ledger.programme.firstDay...ledger.programme.lastDay
        let at = try #require(EntryNumber(ledger.head.value))
        let vouchers: [VoucherReference] = ["S-1", "S-2", "S-3"]
        for (source, voucher) in zip([SampleQuery.Source.vouchers(.money), .vouchers(.random), .readings], vouchers) {
            let query = SampleQuery.of(period, at: at, source, .count(3))
            let before = try ledger.desk.draw(query)
            #expect(before.drawn.count > 0)
            let hash = String(repeating: "0f", count: 32)
            try ledger.desk.record(.witness(Testimony(origin: voucher, entry: 1, hash: hash)))
            #expect(try ledger.desk.draw(query).drawn == before.drawn)
        }
    }
}

private struct Surprise: Error {}

extension SampleQuery {
    fileprivate static func of(
        _ days: ClosedRange<Day>, at: EntryNumber?, _ source: Source, _ size: Size, dice: Dice? = nil
    ) -> SampleQuery {
        SampleQuery(
            from: days.lowerBound, through: days.upperBound, at: at, source: source, size: size, dice: dice)
    }
}

extension Desk {
    fileprivate func draw(
        _ query: SampleQuery
    ) throws -> (sample: Sample, anchor: Anchor, drawn: [Sample.Drawn]) {
        try ledger.sample(query) { reading throws(LedgerFailure) in
            var (drawn, again): ([Sample.Drawn], [Sample.Drawn]) = ([], [])
            try reading.drawn { drawn.append($0) }
            try reading.drawn { again.append($0) }
            #expect(drawn == again, "what is handed over twice is the same")
            return (reading.sample, reading.anchor, drawn)
        }
    }
}

/// A sample drawn with other code, from the bodies of the journal alone.
private struct Recomputed {
    /// Entry, net amount, hits, and 1 for what is certain.
    private(set) var drawn: [[Int64]] = []

    init(_ query: SampleQuery, from desk: Desk, at: EntryNumber) throws {
        let population = try Self.population(query, desk, at)
        let hash = try Self.texts("SELECT hash FROM journal WHERE seq = \(at.value)", desk)[0]
        let origin = query.dice.map { SHA256.digest(of: "\(hash):\($0.digits)").hex } ?? hash
        guard case .count(let size) = query.size else { throw Surprise() }
        let sum = population.reduce(0) { $0 + $1.net }
        let interval = query.source == .vouchers(.money) ? sum / Int64(size) : Int64.max
        let isPart = size <= population.count
        var hits = population.map { _ in isPart ? Int64(0) : 1 }
        if isPart, query.source == .vouchers(.money) {
            // The seed's remainder, digit by digit.
            let seed = try origin.prefix(16).reduce(Int64(0)) { rest, digit in
                (rest * 16 + Int64(try #require(digit.hexDigitValue))) % interval
            }
            for number in 0..<Int64(size) {
                let ore = seed + 1 + number * interval
                var passed: Int64 = 0
                let index = try #require(
                    population.firstIndex { element in
                        passed += element.net
                        return passed >= ore
                    })
                hits[index] += 1
            }
        } else if isPart {
            let order = population.indices.sorted {
                SHA256.digest(of: "\(origin):\(population[$0].entry)").hex
                    < SHA256.digest(of: "\(origin):\(population[$1].entry)").hex
            }
            for index in order.prefix(size) { hits[index] = 1 }
        }
        drawn = zip(population, hits).filter { $0.1 > 0 }.map { element, hits in
            [element.entry, element.net, hits, element.net >= interval ? 1 : 0]
        }
    }

    private static func population(
        _ query: SampleQuery, _ desk: Desk, _ at: EntryNumber
    ) throws -> [(entry: Int64, net: Int64)] {
        var (nets, days): ([Int64: Int64], [Int64: String]) = ([:], [:])
        /// What each entry took off an earlier one's net amount.
        var effects: [Int64: (of: Int64, net: Int64)] = [:]
        for row in try desk.query("SELECT seq, kind, day, body FROM journal WHERE seq <= \(at.value) ORDER BY seq") {
            guard case .integer(let seq) = row[0], case .text(let kind) = row[1], case .text(let day) = row[2],
                case .text(let text) = row[3]
            else { throw Surprise() }
            let body = try JSON(parsing: text)
            func number(_ key: String) -> Int64? {
                if case .integer(let number)? = body[key] { number } else { nil }
            }
            switch (kind, query.source) {
            case ("words-read", .readings): (nets[seq], days[seq]) = (0, day)
            case ("disbursement", .vouchers), ("expense", .vouchers):
                (nets[seq], days[seq]) = (number("amountOre"), day)
            case ("refund", .vouchers):
                let of = try #require(number("disbursement") ?? number("expense"))
                effects[seq] = (of, -(number("amountOre") ?? 0))
            case ("reversal", .vouchers):
                let of = try #require(number("entry"))
                // What is reversed had no effect, or is no longer there.
                if effects.removeValue(forKey: of) == nil { nets[of] = nil }
            default: break
            }
        }
        for effect in effects.values where nets[effect.of] != nil { nets[effect.of, default: 0] += effect.net }
        let isVouchers = query.source != .readings
        return nets.filter { entry, net in
            (net > 0 || !isVouchers) && (query.from.iso...query.through.iso).contains(days[entry] ?? "")
        }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func texts(_ sql: String, _ desk: Desk) throws -> [String] {
        try desk.query(sql).map { row in
            guard case .text(let text) = row[0] else { throw Surprise() }
            return text
        }
    }
}
