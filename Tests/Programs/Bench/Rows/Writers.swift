import Glibc

/// Measures how many disbursements per second several writers record. Each disbursement is a process, and a writer
/// starts the next when the last has ended.
func measureWriters(
    _ bed: Bed, _ scale: Scale, seconds: Double, into results: inout Results
) throws(Trouble) {
    var table = Results.Table(
        title: "Many writers",
        words: "Each writer starts a process for each disbursement, on one ledger, for \(fixed(seconds, 1)) s. "
            + "A wait is a whole process.",
        heads: [
            "at once", "disbursements a second", "median wait", "slowest", "slowest ÷ median", "most ÷ fewest", "busy",
        ], rows: [])
    for count in [1, 2, 4, 8, 16] {
        note("writers at once: \(count)")
        let hour = try rush(bed, scale, count: count, seconds: seconds)
        let waits = hour.waits.sorted()
        guard let slowest = waits.last else { throw .failed("no disbursement in \(seconds) s") }
        let median = waits[waits.count / 2]
        let shares = hour.done.values.sorted()
        let share = Double(shares.last ?? 0) / Double(shares.first ?? 0)
        table.rows.append(
            [
                "\(count)", fixed(Double(waits.count - hour.busy) / hour.seconds, 0), duration(median),
                duration(slowest), fixed(slowest / median, 1), fixed(share, 1), "\(hour.busy)",
            ])
        results.goals.append(
            Results.Goal(
                what: "\(count) \(count == 1 ? "writer" : "writers at once")", goal: "no refusal for being busy",
                measured: "\(hour.busy) refused",
                isReached: hour.busy == 0))
        guard count == 16 else { continue }
        results.demand("the longest wait of \(count) writers", slowest, atMost: 5, "s", decimals: 2)
        results.demand("what one of \(count) writers gets done, most ÷ fewest", share, atMost: 4, "×")
    }
    results.tables.append(table)
}

/// The outcome of some seconds of writing.
private struct Hour {
    var waits: [Double] = []
    /// How many commands each writer completed.
    var done: [Int: Int] = [:]
    var busy = 0
    var seconds = 0.0
}

private func rush(_ bed: Bed, _ scale: Scale, count: Int, seconds: Double) throws(Trouble) -> Hour {
    struct Writer {
        let number: Int
        let begun: Double
    }
    var (hour, asked, running) = (Hour(), 0, [pid_t: Writer]())
    let begun = Spawn.now()
    func start(_ number: Int) throws(Trouble) {
        asked += 1
        let person = (number - 1) % scale.participants + 1
        let call = bed.disbursing(
            bed.ledger(scale), person < 10 ? "B0\(person)" : "B\(person)", voucher: "W-\(count)-\(asked)")
        let time = Spawn.now()
        running[try Spawn.start(call)] = Writer(number: number, begun: time)
    }
    for number in 1...count { try start(number) }
    while !running.isEmpty {
        var status = Int32(0)
        let child = wait4(-1, &status, 0, nil)
        guard let writer = running.removeValue(forKey: child) else {
            if child < 0, errno != EINTR { throw .system("wait4", errno) }
            continue
        }
        let time = Spawn.now()
        hour.waits.append(time - writer.begun)
        hour.done[writer.number, default: 0] += 1
        hour.seconds = time - begun
        switch Spawn.ended(status) {
        case 0: break
        case 75: hour.busy += 1
        default: throw .failed("a writer ended with \(Spawn.ended(status)): \((try? read(Spawn.complaints)) ?? "")")
        }
        if time - begun < seconds { try start(writer.number) }
    }
    return hour
}
