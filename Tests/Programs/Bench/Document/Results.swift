/// What was measured, as the document's tables will have it.
struct Results {
    /// One goal, and what came of it.
    struct Goal {
        let what: String
        let goal: String
        let measured: String
        /// `nil` where the measuring could not tell.
        let isReached: Bool?
    }

    /// One thing measured, by one program.
    struct Line {
        let what: String
        let program: String
        let series: Series
    }

    /// A table that has its own columns.
    struct Table {
        let title: String
        let words: String
        let heads: [String]
        var rows: [[String]]
    }

    var goals: [Goal] = []
    var lines: [Line] = []
    var tables: [Table] = []
    /// What each scale weighs, row by row.
    var sizes: [[String]] = []
    var instructions: [(name: String, count: Int)] = []
    /// Peaks in KiB of what is to be small, and of what may be larger.
    var everyday: [(String, Int)] = []
    var heavy: [(String, Int)] = []

    /// Takes down a comparison; the program itself is the first contender.
    mutating func add(_ what: String, _ contenders: [Contender], _ all: [Series]) {
        for (contender, series) in zip(contenders, all) {
            lines.append(Line(what: what, program: contender.name, series: series))
        }
    }

    /// Takes down how many times another's time we take, or that of several together, where that may be a few.
    mutating func demand(_ what: String, atMost limit: Double, of other: String, _ ours: Series, _ theirs: Series...) {
        let ratio = ours.median / theirs.map(\.median).reduce(0, +)
        goals.append(
            Goal(
                what: what, goal: "≤ \(fixed(limit, 1)) × \(other)", measured: "\(fixed(ratio, 2)) ×",
                isReached: ratio <= limit))
    }

    /// Takes down how many times our time another takes, where that must be many.
    mutating func demand(_ what: String, atLeast limit: Double, over other: String, _ ours: Series, _ theirs: Series) {
        let ratio = theirs.median / ours.median
        let isKnown = !theirs.isStopped || ratio >= limit
        goals.append(
            Goal(
                what: what, goal: "\(other) ≥ \(fixed(limit, 0)) × ours",
                measured: (theirs.isStopped ? "over " : "") + "\(fixed(ratio, 1)) ×",
                isReached: isKnown ? ratio >= limit : nil))
    }

    /// Takes down a figure that has a limit of its own.
    mutating func demand(_ what: String, _ figure: Double, atMost limit: Double, _ unit: String, decimals: Int = 1) {
        goals.append(
            Goal(
                what: what, goal: "≤ \(fixed(limit, decimals)) \(unit)", measured: "\(fixed(figure, decimals)) \(unit)",
                isReached: figure <= limit))
    }
}

/// A number with so many decimals, rounded to the nearest.
func fixed(_ number: Double, _ decimals: Int) -> String {
    guard number.isFinite else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((number * scale).rounded())
    guard decimals > 0 else { return "\(whole)" }
    let digits = String(whole.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return (whole < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// Seconds, in the unit that reads best.
func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(fixed(seconds * 1000, seconds < 0.01 ? 2 : 1)) ms" }
    return "\(fixed(seconds, seconds < 100 ? 2 : 0)) s"
}

/// KiB as MiB.
func mebibytes(_ kibibytes: Int) -> String { "\(fixed(Double(kibibytes) / 1024, 1)) MiB" }
