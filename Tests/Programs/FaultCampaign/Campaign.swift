import Glibc
import TestSupport

/// The sum of all rounds with one kind of fault.
struct Tally {
    var rounds = 0
    var struck = 0
    var reported = 0
    var found = 0
    var unreported = 0
    var told = 0
    var problems = 0

    mutating func add(_ outcome: Outcome) {
        rounds += 1
        struck += outcome.struck
        reported += outcome.reported
        found += outcome.found
        unreported += outcome.unreported
        told += outcome.told
        problems += outcome.problems.isEmpty ? 0 : 1
    }

    mutating func add(_ other: Tally) {
        rounds += other.rounds
        struck += other.struck
        reported += other.reported
        found += other.found
        unreported += other.unreported
        told += other.told
        problems += other.problems
    }
}

/// Many rounds and their outcomes.
struct Campaign {
    let workshop: Workshop
    let runs: [Company: Undisturbed]
    let seed: UInt64
    private(set) var tallies: [Fault: Tally] = [:]
    private(set) var problems: [String] = []

    init(workshop: Workshop, seed: UInt64) throws {
        self.workshop = workshop
        self.seed = seed
        var runs: [Company: Undisturbed] = [:]
        for company in Company.allCases { runs[company] = try workshop.undisturbed(company) }
        self.runs = runs
    }

    /// All rounds with these faults. The kinds take turns, each in random order, so that any first part of the list is
    /// spread evenly.
    /// - Parameter outcomes: how many outcomes of the disk each power cut has.
    func rounds(with faults: [Fault], outcomes: Int) -> [Round] {
        var generator = SplitMix64(seed: seed)
        var queues = faults.map { rounds(with: $0, outcomes: outcomes).shuffled(using: &generator) }
        queues = queues.filter { !$0.isEmpty }
        return (0..<(queues.map(\.count).max() ?? 0)).flatMap { turn in
            queues.compactMap { turn < $0.count ? $0[turn] : nil }
        }
    }

    private func rounds(with fault: Fault, outcomes: Int) -> [Round] {
        var rounds: [Round] = []
        for company in Company.allCases {
            for (step, trace) in (runs[company]?.traces ?? []).dropLast().enumerated() {
                if company != .alone, workshop.steps[step].standsAlone { continue }
                var operations = trace.indices.filter { fault.befalls(trace[$0]) }
                if fault.endsProgram { operations.append(trace.count) }
                for operation in operations {
                    for outcome in 0..<(fault.losesUnsynced ? outcomes : fault == .killed ? 1 : 2) {
                        for isLasting in fault.endsProgram || fault.isLie ? [false] : [false, true] {
                            let strike = Strike(fault: fault, operation: operation, isLasting: isLasting)
                            rounds.append(Round(company: company, step: step, strike: strike, outcome: outcome))
                        }
                    }
                }
            }
        }
        return rounds
    }

    /// Runs the rounds until they are done or the time is up.
    mutating func run(_ rounds: some Sequence<Round>, seconds: Double?) throws {
        let start = Self.now
        for round in rounds {
            if let seconds, Self.now - start > seconds { break }
            try run(round)
        }
    }

    mutating func run(_ round: Round) throws {
        guard let run = runs[round.company] else { return }
        Watch.look(at: "--seed \(seed) --round \(round.name)")
        let outcome = try workshop.run(round, of: run, seed: seed)
        tallies[round.strike.fault, default: Tally()].add(outcome)
        let step = workshop.steps[round.step].name
        for problem in outcome.problems { problems.append("--round \(round.name) (\(step)): \(problem)") }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The figures, one line for each kind of fault.
    var table: String {
        let columns = ["fault", "rounds", "injected", "reported", "found", "lost", "unreported", "told"]
        var sum = Tally()
        var lines = [columns]
        for fault in Fault.allCases {
            guard let tally = tallies[fault] else { continue }
            sum.add(tally)
            lines.append(Self.line(fault.rawValue, tally))
        }
        if lines.count > 2 { lines.append(Self.line("in all", sum)) }
        let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { cells in
            zip(cells, widths).enumerated().map { index, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return index == 0 ? cell.0 + blanks : blanks + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func line(_ name: String, _ tally: Tally) -> [String] {
        [name]
            + [
                tally.rounds, tally.struck, tally.reported, tally.found, tally.reported - tally.found,
                tally.unreported, tally.told,
            ].map(String.init)
    }
}
