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

/// Keeps the elements with the smallest ranks, in the memory that these take.
public struct SmallestDraw<Rank: Comparable, Element> {
    private let most: Int
    /// A heap: no element ranks above the one at half its place, so the first ranks highest.
    private var heap: [(rank: Rank, element: Element)] = []

    /// Begins to draw.
    /// - Parameter most: how many to keep, at least one.
    public init(most: Int) {
        self.most = most
    }

    /// The elements kept so far, in no order.
    public var elements: [Element] { heap.map(\.element) }

    /// Keeps an element if its rank is among the smallest so far.
    public mutating func add(_ element: Element, rank: Rank) {
        if heap.count < most {
            heap.append((rank, element))
            rise()
        } else if rank < heap[0].rank {
            heap[0] = (rank, element)
            sink()
        }
    }

    /// Moves the last element up to its place.
    private mutating func rise() {
        var place = heap.count - 1
        while place > 0, heap[(place - 1) / 2].rank < heap[place].rank {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Moves the first element down to its place.
    private mutating func sink() {
        var place = 0
        while true {
            var highest = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count {
                if heap[highest].rank < heap[child].rank { highest = child }
            }
            guard highest != place else { return }
            heap.swapAt(place, highest)
            place = highest
        }
    }
}
