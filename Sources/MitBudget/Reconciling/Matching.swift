/// Matches lines with entries. What it finds depends on neither the order of the lines nor that of the entries.
///
/// A line may show a claim if the amount is the same and the days are near. First come the lines that name a voucher of
/// which they may show a claim, and only with that voucher's claims; then the others, with the claims that are left. A
/// line whose voucher column names a voucher of the ledger shows no other.
///
/// In both steps, lines and entries hang together where one may show the other. Such a group is matched if there is one
/// way only to match all its lines and all its entries; otherwise all its lines are ambiguous.
struct Matching {
    private let comparison: Comparison
    private(set) var result: Reconciliation
    /// The entries, in order of entry.
    private let entries: [BookedEntry]
    /// The lines that move money, in order of line.
    private let lines: [Line]
    private let claims: [PaymentClaim]
    private var isSettled: [Bool]
    private var isTaken: [Bool]

    /// A line with the money that went out, and the vouchers that it names.
    private struct Line {
        let line: ExtractLine
        let outflow: Amount
        let named: [Int]
        /// Whether the voucher column names the voucher.
        let isOwn: Bool
    }

    init(_ comparison: Comparison, costs: CostSign) {
        self.comparison = comparison
        result = Reconciliation(costs: costs)
        let entries = comparison.entries.sorted { $0.entry < $1.entry }
        var numbers: [VoucherReference: Int] = [:]
        var places: [[Int]] = []
        for (place, entry) in entries.enumerated() {
            if let number = numbers[entry.voucher] {
                places[number].append(place)
            } else {
                numbers[entry.voucher] = places.count
                places.append([place])
            }
        }
        self.entries = entries
        claims = PaymentClaim.all(entries, byVoucher: places)
        lines = comparison.lines.filter { $0.amount != .zero }.sorted { $0.number < $1.number }.map { line in
            let own = line.voucher.flatMap { numbers[$0] }
            return Line(
                line: line, outflow: costs.outflow(line.amount),
                named: own.map { [$0] } ?? Set(line.words.compactMap { numbers[$0] }).sorted(), isOwn: own != nil)
        }
        isSettled = lines.map { _ in false }
        isTaken = entries.map { _ in false }
    }

    /// Matches the lines that name a voucher, with the claims of that voucher.
    mutating func matchNamed() {
        let list = ClaimList(claims, isByVoucher: true)
        var seekers: [CandidateGraph.Seeker] = []
        for place in lines.indices where !lines[place].named.isEmpty {
            let line = lines[place]
            let ranges = line.named.compactMap { voucher in
                list.places(
                    .init(voucher: voucher, outflow: line.outflow), near: line.line.day, within: comparison.within)
            }
            if !ranges.isEmpty { seekers.append(.init(line: place, ranges: ranges)) }
        }
        settle(CandidateGraph(list.claims, seekers), list.claims)
    }

    /// Matches the other lines, with the claims that are left, and sorts out what is left over then.
    mutating func matchUnnamed() {
        let taken = isTaken
        let list = ClaimList(claims.filter { !$0.entries.contains { taken[$0] } }, isByVoucher: false)
        var seekers: [CandidateGraph.Seeker] = []
        for place in lines.indices where !isSettled[place] && !lines[place].isOwn {
            let line = lines[place]
            let range = list.places(
                .init(voucher: nil, outflow: line.outflow), near: line.line.day, within: comparison.within)
            if let range { seekers.append(.init(line: place, ranges: [range])) }
        }
        settle(CandidateGraph(list.claims, seekers), list.claims)
        result.ledgerOnly = zip(entries, isTaken).filter { !$0.1 }.map(\.0)
        result.extractOnly = zip(lines, isSettled).filter { !$0.1 }.map(\.0.line).filter {
            comparison.period.contains($0.day)
        }
        result.matched.sort { ($0.line.number, $0.entry.entry) < ($1.line.number, $1.entry.entry) }
        result.ambiguous.sort { $0.line.number < $1.line.number }
    }

    /// Takes over what a step found.
    private mutating func settle(_ graph: CandidateGraph, _ claims: [PaymentClaim]) {
        for group in graph.groups {
            for seeker in group.seekers { isSettled[seeker.line] = true }
            for claim in group.claims {
                for entry in claims[claim].entries { isTaken[entry] = true }
            }
            if let pairs = graph.onlyWay(to: group) ?? alike(group, claims) {
                for (line, claim) in pairs {
                    for entry in claims[claim].entries {
                        result.matched.append(.init(line: lines[line].line, entry: entries[entry]))
                    }
                }
            } else {
                result.ambiguous += group.seekers.map { ambiguity($0, claims) }
            }
        }
    }

    /// Pairs lines of the same amount that name the same voucher with as many of its entries, by day: whichever line
    /// shows whichever entry, all are paid. `nil` for any other group.
    private func alike(_ group: CandidateGraph.Group, _ claims: [PaymentClaim]) -> [(line: Int, claim: Int)]? {
        guard let first = group.claims.first, group.claims.count == group.seekers.count,
            group.claims.allSatisfy({ claims[$0].voucher == claims[first].voucher && claims[$0].entries.count == 1 }),
            group.seekers.allSatisfy({ lines[$0.line].named == [claims[first].voucher] })
        else { return nil }
        let byDay = group.seekers.sorted {
            (lines[$0.line].line.day, lines[$0.line].line.number) < (
                lines[$1.line].line.day, lines[$1.line].line.number
            )
        }
        let pairs = zip(byDay.map(\.line), group.claims).map { (line: $0, claim: $1) }
        let areNear = pairs.allSatisfy { line, claim in
            abs(lines[line].line.day.days(to: claims[claim].day)) <= comparison.within
        }
        return areNear ? pairs : nil
    }

    private func ambiguity(_ seeker: CandidateGraph.Seeker, _ claims: [PaymentClaim]) -> Reconciliation.Ambiguity {
        var candidates: Set<Int> = []
        var isCut = false
        for entry in seeker.ranges.lazy.joined().lazy.flatMap({ claims[$0].entries }) {
            if candidates.count == Reconciliation.mostCandidates, !candidates.contains(entry) {
                isCut = true
                break
            }
            candidates.insert(entry)
        }
        return Reconciliation.Ambiguity(
            line: lines[seeker.line].line, candidates: candidates.sorted().map { entries[$0] }, isCut: isCut)
    }
}
