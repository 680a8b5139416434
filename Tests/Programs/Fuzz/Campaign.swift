import Glibc

/// Runs one case after another until the time is up or the requested number is reached.
struct Campaign {
    private enum Kind: String, CaseIterable {
        case plan, programme, ledger
    }

    private let options: Options
    private let texts: TextTrial
    private let ledgers: LedgerTrial
    /// How often each kind of case had each outcome.
    private var ends: [String: Int] = [:]

    init(_ options: Options) throws {
        self.options = options
        texts = try TextTrial()
        ledgers = try LedgerTrial()
    }

    /// Runs the cases and reports their outcomes.
    /// - Returns: whether all outcomes are allowed.
    mutating func run() throws -> Bool {
        let extent = options.only.map { "case \($0)" } ?? options.cases.map { "\($0) cases" } ?? "\(options.seconds) s"
        print("fuzz: seed \(options.seed), \(extent)")
        fflush(nil)
        Watch.begin()
        let last = now() + Double(options.seconds)
        var (number, failures) = (options.only ?? 0, 0)
        repeat {
            let complaints = try attempt(number)
            for complaint in complaints {
                failures += 1
                print("FAILURE at --seed \(options.seed) --case \(number): \(complaint)")
            }
            number += 1
        } while options.only == nil && options.cases.map { number < $0 } ?? (now() < last) && failures < 20
        Watch.rest()
        for (end, count) in ends.sorted(by: { $0.key < $1.key }) { print("  \(end): \(count)") }
        print("fuzz: \(ends.values.reduce(0, +)) cases, \(failures) failures")
        return failures == 0
    }

    private mutating func attempt(_ number: UInt64) throws -> [String] {
        var chance = Chance(seed: options.seed, number: number)
        // A ledger takes as long as several hundred texts.
        let kind: Kind = number % 64 == 10 ? .ledger : number.isMultiple(of: 2) ? .plan : .programme
        Watch.start("\nFAILURE at --seed \(options.seed) --case \(number) (\(kind.rawValue)): it ended here\n")
        let rehearsal = number == 10 ? options.rehearsal : nil
        if rehearsal == .trap { Self.trap() }
        if rehearsal == .hang {
            // The alarm is brought forward; nothing else ends this loop.
            alarm(1)
            while true { pause() }
        }
        let input = input(kind, by: &chance)
        if options.only != nil, let path = options.keep { try Files.write(input, to: path) }
        let (end, complaints): (String, [String])
        switch kind {
        case .plan:
            let ended = texts.plan(input, isFirst: chance.oneIn(2))
            (end, complaints) = (ended.end.rawValue, ended.complaints)
        case .programme:
            let ended = texts.programme(input)
            (end, complaints) = (ended.end.rawValue, ended.complaints)
        case .ledger:
            let ended = try ledgers.complaints(
                on: input, writing: chance.below(64), isSilent: rehearsal == .silence)
            (end, complaints) = (ended.end.rawValue, ended.complaints)
        }
        ends["\(kind.rawValue), \(end)", default: 0] += 1
        return complaints
    }

    private func input(_ kind: Kind, by chance: inout Chance) -> [UInt8] {
        switch kind {
        case .plan: text(Samples.plans, by: &chance)
        case .programme: text(Samples.programmes, by: &chance)
        case .ledger: Pages.damaged(ledgers.original, by: &chance)
        }
    }

    private func text(_ samples: [String], by chance: inout Chance) -> [UInt8] {
        let sample = chance.pick(samples)
        if chance.oneIn(3) { return Bytes.damaged(Array(sample.utf8), by: &chance) }
        return Tokens.damaged(sample, borrowing: Samples.plans + Samples.programmes, by: &chance)
    }

    private static func trap() {
        let none: [Int] = []
        print(none[Int(time(nil)) & 1])
    }

    private func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
