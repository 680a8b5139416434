/// Draws by money: walks along the øre of a population and counts those that are drawn: the start-th, the
/// (start + interval)-th and so on, as many as the size.
public struct MoneyDraw: Sendable {
    private let interval: Amount
    /// The number of the next øre that is drawn.
    private var next: Amount
    /// How many are still to be drawn.
    private var left: Int
    /// How many øre lie behind.
    private var passed = Amount.zero

    /// Begins to draw; `nil` where the sample is not drawn by money, or has no interval.
    public init?(_ sample: Sample) {
        guard let interval = sample.interval, let start = sample.start else { return nil }
        self.interval = interval
        next = start
        left = sample.size
    }

    /// Goes past the next element, in order of entries.
    /// - Parameter net: its amount in øre, above zero.
    /// - Returns: how many of the øre that are drawn lie in it.
    public mutating func hits(on net: Amount) -> Int {
        passed += net
        guard left > 0, next <= passed else { return 0 }
        let hits = Int(min(Int64(left), (passed - next).ore / interval.ore + 1))
        left -= hits
        next += Amount(unchecked: interval.ore * Int64(hits))
        return hits
    }
}

/// Keeps the elements with the smallest ranks, in at most twice the memory that these take.
public struct SmallestDraw<Rank: Comparable, Element> {
    private let most: Int
    private var kept: [(rank: Rank, element: Element)] = []
    /// The highest rank that can still be among the smallest; `nil` while too few were seen to tell.
    private var bound: Rank?

    /// Begins to draw.
    /// - Parameter most: how many to keep, at least one.
    public init(most: Int) {
        self.most = most
    }

    /// The elements with the smallest ranks so far, in order of rank.
    public var elements: [Element] { smallest.map(\.element) }

    /// Keeps an element if its rank may be among the smallest so far.
    public mutating func add(_ element: Element, rank: Rank) {
        if let bound, rank >= bound { return }
        kept.append((rank, element))
        guard kept.count / 2 >= most else { return }
        kept = smallest
        bound = kept.last?.rank
    }

    private var smallest: [(rank: Rank, element: Element)] {
        Array(kept.sorted { $0.rank < $1.rank }.prefix(most))
    }
}
