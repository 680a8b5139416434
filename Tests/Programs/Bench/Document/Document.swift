/// The document with the results of a benchmark.
struct Document {
    let machine: Machine
    let results: Results
    let runs: Int
    let small: Scale

    static let (opening, closing) = ("<!-- by hand: kept when the figures are measured anew -->", "<!-- by machine -->")

    /// The document's text; keeps what stands between the markers of the earlier document.
    func text(keeping before: String) -> String {
        """
        # Performance

        Made by `make bench`, which measures everything below anew, on the machine that it runs on. All are whole
        processes, from before they start until they have ended, run in turn with what they are compared with. Each ran
        \(often), or three times as often where one takes milliseconds; the median counts, and what it varied between is
        told. Slow programs of others ran once, and were stopped at their limit.

        \(Self.opening)
        \(kept(from: before))
        \(Self.closing)

        ## Goals

        \(table(["what", "goal", "measured", "reached"], goals))

        ## Times

        Processor time is that of the median run, memory the highest peak. A peak has a floor: see `true`.

        \(table(["what", "program", "median", "fastest – slowest", "processor", "memory"], times))

        ## Sizes

        Times and bytes are an entry's. A bare table is what `sqlite3 .import` made of the same rows, without keys,
        hashes, totals or rules.

        \(table(
            ["disbursements", "citizens", "entries", "file", "bytes", "import", "bytes in a bare table"],
            results.sizes))

        \(others)## Memory

        \(table(["what", "peak"], (results.everyday + results.heavy).map { [$0.0, mebibytes($0.1)] }))

        ## Instructions

        Of one whole process on \(small.name) disbursements, counted by Valgrind: no noise, and nearly the same on
        another machine. `.ci/run` counts them again and fails when one is over a tenth above these.

        \(table(["what", "count"], results.instructions.map { ["`\($0.name)`, instructions", grouped($0.count)] }))

        ## Machine

        \(table(["", ""], machine.lines.map { [$0.0, $0.1] }))

        """
    }

    private var often: String { runs == 1 ? "once" : "\(runs) times" }

    private var goals: [[String]] {
        results.goals.map { goal in
            let verdict = goal.isReached.map { $0 ? "yes" : "**no**" } ?? "not known"
            return [goal.what, goal.goal, goal.measured, verdict]
        }
    }

    private var times: [[String]] {
        results.lines.map { line in
            let series = line.series
            if series.isStopped {
                return [line.what, line.program, "did not finish in \(duration(series.slowest))", "", "", ""]
            }
            return [
                line.what, line.program, duration(series.median),
                series.samples.count == 1 ? "once" : "\(duration(series.fastest)) – \(duration(series.slowest))",
                duration(series.processor), mebibytes(series.peak),
            ]
        }
    }

    private var others: String {
        results.tables.map { "## \($0.title)\n\n\($0.words)\n\n\(table($0.heads, $0.rows))\n\n" }.joined()
    }

    private func table(_ heads: [String], _ rows: [[String]]) -> String {
        let lines = [heads, heads.map { _ in "---" }] + rows
        return lines.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func kept(from before: String) -> String {
        guard let start = before.firstRange(of: Self.opening)?.upperBound,
            let end = before[start...].firstRange(of: Self.closing)?.lowerBound
        else { return "" }
        var text = before[start..<end]
        while text.first == "\n" { text.removeFirst() }
        while text.last == "\n" { text.removeLast() }
        return text.isEmpty ? "" : "\n\(text)\n"
    }
}
