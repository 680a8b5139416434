/// Which lines may show which claims. It falls into groups: lines and entries that hang together.
///
/// Lines of one amount on one day may be many, and each may show each of as many claims. So the graph holds for each
/// line the places of its claims in a sorted list, and never one element for each pair.
struct CandidateGraph {
    /// A line and the places of the claims that it may show.
    struct Seeker {
        let line: Int
        let ranges: [Range<Int>]
    }

    /// Lines that hang together by the claims that they may show, and these claims, in order.
    struct Group {
        var seekers: [Seeker] = []
        var claims: [Int] = []
    }

    private let claims: [PaymentClaim]
    /// How many entries the claims before each place have.
    private let entriesBefore: [Int]
    let groups: [Group]

    /// - Parameters:
    ///   - claims: the sorted list.
    ///   - seekers: each with at least one place.
    init(_ claims: [PaymentClaim], _ seekers: [Seeker]) {
        self.claims = claims
        var counts = [0]
        counts.reserveCapacity(claims.count + 1)
        for claim in claims { counts.append(counts[counts.count - 1] + claim.entries.count) }
        entriesBefore = counts
        var links = Links(claims.count)
        // How many more ranges begin than end at a place.
        var changes = [Int](repeating: 0, count: claims.count + 1)
        var joins = [Int](repeating: 0, count: claims.count + 1)
        for seeker in seekers {
            for range in seeker.ranges {
                changes[range.lowerBound] += 1
                changes[range.upperBound] -= 1
                // Each claim of a range is joined to the next.
                joins[range.lowerBound] += 1
                joins[range.upperBound - 1] -= 1
                links.join(seeker.ranges[0].lowerBound, range.lowerBound)
            }
        }
        var (sought, joined) = (0, 0)
        var isSought = [Bool](repeating: false, count: claims.count)
        var holder: [Int: Int] = [:]
        for place in claims.indices {
            sought += changes[place]
            joined += joins[place]
            isSought[place] = sought > 0
            if joined > 0 { links.join(place, place + 1) }
            guard sought > 0 else { continue }
            for entry in claims[place].entries {
                if let other = holder[entry] { links.join(place, other) } else { holder[entry] = place }
            }
        }
        var groups: [Int: Group] = [:]
        for seeker in seekers {
            groups[links.root(seeker.ranges[0].lowerBound), default: Group()].seekers.append(seeker)
        }
        for place in claims.indices where isSought[place] { groups[links.root(place)]?.claims.append(place) }
        self.groups = groups.sorted { $0.key < $1.key }.map(\.value)
    }

    /// The only way to match all lines of a group, and all its entries; `nil` if there is none or more than one.
    func onlyWay(to group: Group) -> [(line: Int, claim: Int)]? {
        // How many pairs of a line and an entry the group has. Where lines have very many candidates each, there is as
        // good as never one way only, and no one looks for it.
        let effort = group.seekers.flatMap(\.ranges).reduce(0) { sum, range in
            sum + entriesBefore[range.upperBound] - entriesBefore[range.lowerBound]
        }
        let entries = Set(group.claims.flatMap { claims[$0].entries })
        guard effort <= Self.most * (entries.count + group.seekers.count) else { return nil }
        var elimination = Elimination(group, claims)
        return elimination.run()
    }

    /// The most candidates that the lines of a group may have on average, for the only way to be sought.
    private static var most: Int { 64 }
}

/// Sets of places that are joined.
private struct Links {
    private var parents: [Int]

    init(_ count: Int) {
        parents = Array(0..<count)
    }

    mutating func root(_ place: Int) -> Int {
        var place = place
        while parents[place] != place {
            parents[place] = parents[parents[place]]
            place = parents[place]
        }
        return place
    }

    /// The root of a set is its first place, so it depends on no order of joining.
    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        parents[max(first, second)] = min(first, second)
    }
}

/// Finds the only way by elimination: a line with one claim left must show it, and an entry with one line left must be
/// shown by it. Whatever is found so is forced, in whichever order; if all is forced, there is no other way.
private struct Elimination {
    private let seekers: [CandidateGraph.Seeker]
    private let claims: [PaymentClaim]
    /// A line and a claim that it may show.
    private var pairs: [(line: Int, claim: Int)] = []
    private var isLeft: [Bool] = []
    private var pairsOfLine: [Range<Int>] = []
    private var pairsOfEntry: [Int: [Int]] = [:]
    private var leftOfLine: [Int] = []
    private var leftOfEntry: [Int: Int] = [:]
    private var chosen: [Int?]
    private var shown: Set<Int> = []
    private var waiting: [Node] = []

    private enum Node {
        case line(Int)
        case entry(Int)
    }

    init(_ group: CandidateGraph.Group, _ claims: [PaymentClaim]) {
        seekers = group.seekers
        self.claims = claims
        chosen = group.seekers.map { _ in nil }
        for (line, seeker) in group.seekers.enumerated() {
            let start = pairs.count
            for claim in seeker.ranges.joined() {
                for entry in claims[claim].entries { pairsOfEntry[entry, default: []].append(pairs.count) }
                pairs.append((line, claim))
            }
            pairsOfLine.append(start..<pairs.count)
            leftOfLine.append(pairs.count - start)
        }
        isLeft = pairs.map { _ in true }
        leftOfEntry = pairsOfEntry.mapValues(\.count)
        waiting = group.seekers.indices.map(Node.line) + pairsOfEntry.keys.sorted().map(Node.entry)
    }

    /// The pairs of the only way; `nil` if there is none, or none was found.
    mutating func run() -> [(line: Int, claim: Int)]? {
        while let node = waiting.popLast() {
            switch node {
            case .line(let line):
                guard chosen[line] == nil else { continue }
                if leftOfLine[line] == 0 { return nil }
                guard leftOfLine[line] == 1, let pair = pairsOfLine[line].first(where: { isLeft[$0] }) else { continue }
                choose(pair)
            case .entry(let entry):
                guard !shown.contains(entry) else { continue }
                if leftOfEntry[entry] == 0 { return nil }
                guard leftOfEntry[entry] == 1, let pair = pairsOfEntry[entry]?.first(where: { isLeft[$0] }) else {
                    continue
                }
                choose(pair)
            }
        }
        guard shown.count == pairsOfEntry.count else { return nil }
        var way: [(line: Int, claim: Int)] = []
        for (line, pair) in chosen.enumerated() {
            guard let pair else { return nil }
            way.append((seekers[line].line, pairs[pair].claim))
        }
        return way
    }

    private mutating func choose(_ pair: Int) {
        let (line, claim) = pairs[pair]
        chosen[line] = pair
        for other in pairsOfLine[line] where other != pair { drop(other) }
        for entry in claims[claim].entries {
            shown.insert(entry)
            for other in pairsOfEntry[entry] ?? [] where other != pair { drop(other) }
        }
    }

    private mutating func drop(_ pair: Int) {
        guard isLeft[pair] else { return }
        isLeft[pair] = false
        let (line, claim) = pairs[pair]
        leftOfLine[line] -= 1
        if leftOfLine[line] <= 1 { waiting.append(.line(line)) }
        for entry in claims[claim].entries {
            leftOfEntry[entry, default: 0] -= 1
            if leftOfEntry[entry, default: 0] <= 1 { waiting.append(.entry(entry)) }
        }
    }
}
