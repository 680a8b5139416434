/// The results, as the document's tables show them.
struct Results {
    /// A goal and its outcome.
    struct Goal {
        let what: String
        let goal: String
        let measured: String
        /// `nil` where the measurement was not conclusive.
        let isReached: Bool?
    }

    /// One measurement of one program.
    struct Line {
        let what: String
        let program: String
        let series: Series
    }

    /// A table with its own columns.
    struct Table {
        let title: String
        let words: String
        let heads: [String]
        var rows: [[String]]
    }

    var goals: [Goal] = []
    var lines: [Line] = []
    var tables: [Table] = []
    /// The file sizes of each scale, row by row.
    var sizes: [[String]] = []
    var instructions: [(name: String, count: Int)] = []
    /// The peaks in KiB of what must be small, and of what may be larger.
    var everyday: [(String, Int)] = []
    var heavy: [(String, Int)] = []

    /// Adds a comparison; the program itself is the first contender.
    mutating func add(_ what: String, _ contenders: [Contender], _ all: [Series]) {
        for (contender, series) in zip(contenders, all) {
            lines.append(Line(what: what, program: contender.name, series: series))
        }
    }

    /// Adds a goal: our time may be at most this many times that of another, or of several others together.
    mutating func demand(_ what: String, atMost limit: Double, of other: String, _ ours: Series, _ theirs: Series...) {
        let ratio = ours.median / theirs.map(\.median).reduce(0, +)
        goals.append(
            Goal(
                what: what, goal: "≤ \(fixed(limit, 1)) × \(other)", measured: "\(fixed(ratio, 2)) ×",
                isReached: ratio <= limit))
    }

    /// Adds a goal: another's time must be at least this many times ours.
    mutating func demand(_ what: String, atLeast limit: Double, over other: String, _ ours: Series, _ theirs: Series) {
        let ratio = theirs.median / ours.median
        let isKnown = !theirs.isStopped || ratio >= limit
        goals.append(
            Goal(
                what: what, goal: "\(other) ≥ \(fixed(limit, 0)) × ours",
                measured: (theirs.isStopped ? "over " : "") + "\(fixed(ratio, 1)) ×",
                isReached: isKnown ? ratio >= limit : nil))
    }

    /// Adds a goal: a figure has a limit of its own.
    mutating func demand(_ what: String, _ figure: Double, atMost limit: Double, _ unit: String, decimals: Int = 1) {
        goals.append(
            Goal(
                what: what, goal: "≤ \(fixed(limit, decimals)) \(unit)", measured: "\(fixed(figure, decimals)) \(unit)",
                isReached: figure <= limit))
    }
}

/// A number with this many decimals, rounded to the nearest.
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

/// A time in seconds, in the most readable unit.
func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(fixed(seconds * 1000, seconds < 0.01 ? 2 : 1)) ms" }
    return "\(fixed(seconds, seconds < 100 ? 2 : 0)) s"
}

/// KiB as MiB.
func mebibytes(_ kibibytes: Int) -> String { "\(fixed(Double(kibibytes) / 1024, 1)) MiB" }
