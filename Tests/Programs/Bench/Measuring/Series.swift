/// The measurements of several runs of the same call.
struct Series {
    private(set) var samples: [Sample] = []

    mutating func add(_ sample: Sample) { samples.append(sample) }

    private var walls: [Double] { samples.map(\.wall).sorted() }
    /// The median run's seconds; of an even number of runs, the later of the two in the middle.
    var median: Double { walls.isEmpty ? 0 : walls[walls.count / 2] }
    var fastest: Double { walls.first ?? 0 }
    var slowest: Double { walls.last ?? 0 }
    /// The median run's seconds of processor time.
    var processor: Double {
        let times = samples.map(\.processor).sorted()
        return times.isEmpty ? 0 : times[times.count / 2]
    }
    /// The highest peak of resident memory, in KiB.
    var peak: Int { samples.map(\.peak).max() ?? 0 }
    /// Whether a limit stopped a run.
    var isStopped: Bool { samples.contains { $0.status == nil } }
}

/// A call that is measured side by side with others.
struct Contender {
    let name: String
    /// The most runs, where there are fewer than of the others.
    var most = Int.max
    /// The call of a run, from 0; the warm-up run is numbered -1 and not counted.
    let call: (Int) -> Call
    /// Work before each run, which is not measured.
    var prepare: (Int) throws(Trouble) -> Void = { _ in }
}

/// Runs contenders in turn, so that other load on the machine affects all of them.
/// - Parameter warm: whether each runs once before, without being measured.
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
