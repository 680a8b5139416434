/// What several runs of one thing took.
struct Series {
    private(set) var samples: [Sample] = []

    mutating func add(_ sample: Sample) { samples.append(sample) }

    private var walls: [Double] { samples.map(\.wall).sorted() }
    /// The middle run's seconds; of an even number the later of the two in the middle.
    var median: Double { walls.isEmpty ? 0 : walls[walls.count / 2] }
    var fastest: Double { walls.first ?? 0 }
    var slowest: Double { walls.last ?? 0 }
    /// The middle run's seconds of processor time.
    var processor: Double {
        let times = samples.map(\.processor).sorted()
        return times.isEmpty ? 0 : times[times.count / 2]
    }
    /// KiB resident at the highest peak.
    var peak: Int { samples.map(\.peak).max() ?? 0 }
    /// Whether a limit stopped it.
    var isStopped: Bool { samples.contains { $0.status == nil } }
}

/// One of the things that are measured side by side.
struct Contender {
    let name: String
    /// How often it is run, where that is fewer times than the others.
    var most = Int.max
    /// Its call in a run, from 0; the run before the first is numbered -1 and not counted.
    let call: (Int) -> Call
    /// What is done before each run, uncounted.
    var prepare: (Int) throws(Trouble) -> Void = { _ in }
}

/// Runs contenders in turn, so that whatever else the machine does meets all of them.
/// - Parameter warm: whether each is run once before, uncounted.
func compare(_ contenders: [Contender], runs: Int, warm: Bool) throws(Trouble) -> [Series] {
    var all = contenders.map { _ in Series() }
    for run in (warm ? -1 : 0)..<runs {
        for (place, contender) in contenders.enumerated() where run < contender.most && !all[place].isStopped {
            if run < 0, contender.most != Int.max { continue }
            try contender.prepare(run)
            let call = contender.call(run)
            let sample = try Spawn.run(call)
            try Spawn.demand(sample, call)
            if run >= 0 { all[place].add(sample) }
        }
    }
    return all
}
