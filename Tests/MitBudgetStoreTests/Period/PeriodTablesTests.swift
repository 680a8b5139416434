import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

/// A report reads every entry once; statements on the tables must tell the same.
@Suite("One look at every entry")
struct PeriodTablesTests {
    static let ledgers: UInt64 = 3
    static let cuts = 10

    @Test("Every list, sum and remark is what the tables tell of it", arguments: SampleTerms.allCases)
    func same(terms: SampleTerms) throws {
        var (seen, evidenceSeen): (Set<ReportFinding.Kind>, Int) = ([], 0)
        for seed in Seed.each(40..<40 + Self.ledgers) {
            let ledger = try RandomLedger(seed: seed, terms: terms, commands: 160)
            for _ in 0..<Self.cuts {
                let (period, at) = (ledger.period(), ledger.entry())
                let since = ledger.earlier(than: at)
                let cut = try ledger.desk.ledger.cut(from: period.from, through: period.through, at: at, since: since)
                let facts = cut.facts
                let tables = AskedOfTables(path: ledger.desk.path, programme: ledger.programme, scope: facts.scope)
                let place: Comment = "\(terms), seed \(ledger.seed), \(period), at \(at.value)"
                for kind in ReportFinding.Kind.allCases {
                    guard let entries = try tables.entries(of: kind) else { continue }
                    let found = facts.findings.filter { $0.kind == kind }.flatMap(\.entries).map(\.value)
                    #expect(found == entries, "\(kind), \(place)")
                    if !found.isEmpty { seen.insert(kind) }
                }
                #expect(facts.releases.map(Self.row) == (try tables.releases()), place)
                #expect(facts.decisions.map(Self.row) == (try tables.decisions()), place)
                #expect(facts.corrections.map(Self.row) == (try tables.corrections()), place)
                let posts = facts.posts.filter { $0.spending != .zero }.map(Self.row)
                let charged = try tables.posts().filter { $0.dropFirst().contains { $0 != .integer(0) } }
                #expect(posts.count == charged.count && charged.allSatisfy(posts.contains), place)
                let moved = try tables.citizens()
                let lines = facts.participants.map(Self.row)
                #expect(moved.allSatisfy(lines.contains), place)
                let areas = facts.areas.filter { $0.spending != .zero }.map(Self.row)
                let told = try tables.areas().filter { $0.dropFirst().contains { $0 != .integer(0) } }
                #expect(areas.count == told.count && told.allSatisfy(areas.contains), place)
                let proven = cut.vouchers.compactMap(Self.proof)
                #expect(try tables.proof().allSatisfy(proven.contains), place)
                #expect(cut.vouchers.compactMap(Self.share) == (try tables.shares()), place)
                #expect(facts.witnessed.map(Self.row) == (try tables.witnessed()), place)
                #expect(cut.later.map(Self.row) == (try since.map(tables.later) ?? []), place)
                let changed = cut.later.compactMap(\.spent).reduce(.zero) { $0 + $1 }
                let sums = since.map { _ in PeriodFacts.Later(count: cut.later.count, delta: changed) }
                #expect(facts.later == sums, place)
                evidenceSeen +=
                    proven.count { $0[1] == .integer(1) || $0[2] == .integer(1) || $0[3] != .null }
                    + facts.witnessed.count
            }
        }
        // Most remarks are about money on citizens' items.
        guard terms != .moneyless, terms != .postsOnly else { return }
        #expect(seen.count >= 3, "enough is remarked on to mean something: \(seen)")
        #expect(evidenceSeen > 0, "something is proved")
    }

    private static func proof(_ line: VoucherLine) -> [Value]? {
        line.proof.map { proof in
            [
                .integer(line.entry.value), .integer(proof.hasReceipt ? 1 : 0), .integer(proof.hasPayment ? 1 : 0),
                proof.approvedBy.map { .text($0.text) } ?? .null,
            ]
        }
    }

    private static func share(_ line: VoucherLine) -> [Value]? {
        line.share.map { [.integer(line.entry.value), .integer($0.total.ore), .integer($0.claimed.ore)] }
    }

    private static func row(_ witnessed: PeriodFacts.Witnessed) -> [Value] {
        let testimony = witnessed.testimony
        let anchor = "\(testimony.entry.value):\(testimony.hash)"
        return [
            .integer(witnessed.entry.value),
            .text("{\"anchor\":\"\(anchor)\",\"origin\":\"\(testimony.origin.text)\"}"),
        ]
    }

    private static func row(_ later: LaterEntry) -> [Value] {
        [
            .integer(later.entry.value), .text(later.kind.rawValue), later.spent.map { .integer($0.ore) } ?? .null,
        ]
    }

    private static func row(_ release: PeriodFacts.Release) -> [Value] {
        [
            .integer(release.entry.value), .text(release.kind.rawValue), .text(release.day.iso),
            .text(release.recordedAt.iso), .text(release.participant.text), .integer(Int64(release.item.value)),
            .integer(release.amount.ore), .text(release.staff.text),
        ]
    }

    private static func row(_ decision: PeriodFacts.DecisionMade) -> [Value] {
        [
            .integer(decision.entry.value), .text(decision.kind.rawValue), .text(decision.day.iso),
            .text(decision.recordedAt.iso), decision.participant.map { .text($0.text) } ?? .null,
            decision.version.map { .integer(Int64($0)) } ?? .null, decision.through.map { .text($0.iso) } ?? .null,
            .text(decision.staff.text),
        ]
    }

    private static func row(_ correction: PeriodFacts.Correction) -> [Value] {
        [
            .integer(correction.entry.value), .text(correction.day.iso), .text(correction.recordedAt.iso),
            .integer(correction.reverses.value), .text(correction.kind.rawValue),
            correction.participant.map { .text($0.text) } ?? .null, .integer(correction.amount.ore),
            .text(correction.staff.text),
        ]
    }

    private static func row(_ citizen: PeriodFacts.Participant) -> [Value] {
        [
            .text(citizen.standing.reference.text), .integer(citizen.standing.balance.released.ore),
            .integer(citizen.spending.opening.ore), .integer(citizen.spending.period.ore),
        ]
    }

    private static func row(_ post: PeriodFacts.Post) -> [Value] {
        [
            .text(post.name.text), .integer(post.spending.opening.ore), .integer(post.spending.period.ore),
        ]
    }

    private static func row(_ area: PeriodFacts.AreaSpending) -> [Value] {
        [.text(area.area.text), .integer(area.spending.opening.ore), .integer(area.spending.period.ore)]
    }
}
