import Glibc

struct Benchmark {
    private let options: Options
    private let bed: Bed
    /// The programmes of a municipality, a region and a nation, or tiny ones.
    private let scales: [Scale]

    init(_ options: Options) throws(Trouble) {
        self.options = options
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { throw .system("readlink", errno) }
        let own = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let place = own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        // The benchmark uses a folder of its own in the given place and removes it at the end.
        let folder = (options.scratch ?? place) + "/bench-files"
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system("mkdir \(folder)", errno) }
        Spawn.complaints = folder + "/complaints"
        bed = Bed(
            program: options.program ?? place + "/mitbudget", folder: folder, seed: options.seed,
            runs: options.runs ?? (options.mode == .tiny ? 1 : 5), limit: options.limit)
        scales = options.mode == .tiny ? Scale.tiny : [.small, .middle, .large]
    }

    /// - Returns: `false` where a check finds that a count grew too much; otherwise `true`.
    func run() throws(Trouble) -> Bool {
        defer { if !options.keeps { clear() } }
        if options.mode == .check { return try check() }
        let machine = Machine(bed)
        var results = Results()
        try measure(into: &results)
        try weigh(&results)
        let before = (try? read(options.output)) ?? ""
        let text = Document(machine: machine, results: results, runs: bed.runs, small: .small).text(keeping: before)
        guard options.mode != .tiny, options.parts.count == Options.Part.allCases.count else {
            print(text)
            return true
        }
        let writer = try Writer(options.output)
        writer.put(text)
        try writer.close()
        note("wrote \(options.output)")
        return true
    }

    private func measure(into results: inout Results) throws(Trouble) {
        let (small, large) = (scales[0], scales[2])
        let parts = options.parts
        let wanted = parts.contains(.bulk) ? scales : parts.contains(.growth) ? [small, large] : [small]
        for scale in wanted {
            note("writing \(scale.name) disbursements")
            let entries = try bed.generate(scale)
            try measureImport(
                bed, scale, entries: entries, runs: parts.contains(.bulk) ? bed.runs : 1,
                goals: scale == large ? .timeAndBytes : scale == small ? .none : .time, into: &results)
        }
        if parts.contains(.small) {
            try measureSmall(bed, small, into: &results)
            try measureLongText(bed, small, into: &results)
        }
        if parts.contains(.evidence) {
            try measureEvidence(bed, small, options.mode == .tiny ? .tiny : .gibibyte, into: &results)
        }
        if parts.contains(.growth) { try measureGrowth(bed, from: small, to: large, into: &results) }
        if parts.contains(.bulk) {
            for scale in scales.dropFirst() {
                try measureSums(bed, scale, hasGoal: scale == large, into: &results)
                try measureVerify(bed, scale, into: &results)
            }
            try measurePage(bed, scales[1], into: &results)
            try measureReconcile(bed, scales[1], into: &results)
            try measureVouchers(bed, large, into: &results)
        }
        if parts.contains(.writers) {
            try measureWriters(bed, small, seconds: options.mode == .tiny ? 0.3 : 5, into: &results)
        }
        if parts.contains(.instructions) { results.instructions = try countInstructions() }
        if options.mode == .huge { try measureHuge(bed, into: &results) }
    }

    /// Compares the peaks with their limits.
    private func weigh(_ results: inout Results) throws(Trouble) {
        if let (name, peak) = results.everyday.max(by: { $0.1 < $1.1 }) {
            results.demand("memory, everyday commands; most: \(name)", Double(peak) / 1024, atMost: 32, "MiB")
        }
        if let (name, peak) = results.heavy.max(by: { $0.1 < $1.1 }) {
            results.demand(
                "memory, import, report, verify and keeping; most: \(name)", Double(peak) / 1024, atMost: 256, "MiB")
        }
    }

    /// Counts on a new ledger, so that other measurements have no influence on the count.
    private func countInstructions() throws(Trouble) -> [(name: String, count: Int)] {
        _ = try bed.generate(.small)
        bed.removeLedger(bed.ledger(.small))
        try Spawn.check(bed.importing(.small))
        return try Instructions.measure(bed, .small)
    }

    private func check() throws(Trouble) -> Bool {
        try Instructions.check(try countInstructions(), against: try read(options.output))
    }

    private func clear() {
        _ = try? Spawn.run(Call(["rm", "-rf", bed.folder]))
    }
}
