import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// The sums that hold in every period report, whatever was recorded and whatever the period.
@Suite("The period report's sums")
struct PeriodIdentityTests {
    static let ledgers: UInt64 = 6
    static let cuts = 12

    @Test(
        "Every sum of a report agrees with every other to the øre, wherever the period is cut",
        arguments: SampleTerms.allCases)
    func identities(terms: SampleTerms) throws {
        var spendingSeen = 0
        for seed in Seed.each(0..<Self.ledgers) {
            let ledger = try RandomLedger(seed: seed, terms: terms)
            for _ in 0..<Self.cuts {
                let (period, at) = (ledger.period(), ledger.entry())
                let cut = try ledger.desk.ledger.cut(from: period.from, through: period.through, at: at)
                let broken = Self.broken(in: cut)
                #expect(broken.isEmpty, "\(terms), seed \(seed), \(period), at \(at.value): \(broken)")
                spendingSeen += cut.vouchers.isEmpty ? 0 : 1
            }
        }
        guard terms != .moneyless else { return }
        #expect(spendingSeen > Self.ledgers, "enough periods have spending in them to mean something")
    }

    @Test("One period's closing figures are the next one's opening figures", arguments: SampleTerms.allCases)
    func chain(terms: SampleTerms) throws {
        for seed in Seed.each(0..<Self.ledgers) {
            let ledger = try RandomLedger(seed: seed, terms: terms)
            for _ in 0..<Self.cuts {
                let days = [ledger.day(), ledger.day(), ledger.day()].sorted()
                let at = ledger.entry()
                let first = try ledger.desk.ledger.cut(from: days[0], through: days[1], at: at)
                let next = try ledger.desk.ledger.cut(
                    from: days[1].advanced(by: 1), through: max(days[2], days[1].advanced(by: 1)), at: at)
                let broken = Self.gaps(from: first.facts, to: next.facts)
                #expect(broken.isEmpty, "\(terms), seed \(seed), \(days), at \(at.value): \(broken)")
            }
        }
    }

    @Test("The whole window's report ends where the status stands", arguments: SampleTerms.allCases)
    func standing(terms: SampleTerms) throws {
        for seed in Seed.each(0..<Self.ledgers) {
            let ledger = try RandomLedger(seed: seed, terms: terms)
            // An instalment may come in before the window, and many settlements after it.
            let first = ledger.programme.firstDay.advanced(by: -31)
            let last = max(ledger.programme.lastDay, ledger.desk.today)
            for at in [ledger.head, ledger.entry()] {
                let facts = try ledger.desk.ledger.cut(from: first, through: last, at: at).facts
                let scope = Standing.Scope(at: at == ledger.head ? nil : at)
                let standing = try ledger.desk.ledger.standing(scope, today: ledger.desk.today).0
                let place: Comment = "\(terms), seed \(seed), at \(at.value)"
                #expect(facts.participants.map(\.standing) == standing.citizens.listed, place)
                #expect(facts.posts.map(\.spending.closing) == standing.posts.map(\.balance.disbursed), place)
                #expect(facts.posts.map(\.remaining) == standing.posts.map(\.remaining), place)
                #expect(facts.spending.closing == standing.total.disbursed, place)
                #expect(facts.received == standing.received, place)
                #expect(facts.repaid == standing.repaid, place)
                #expect(facts.posts.allSatisfy { $0.spending.opening == .zero }, place)
            }
        }
    }

    /// What does not add up in a report, in words.
    private static func broken(in cut: Cutting) -> [String] {
        let facts = cut.facts
        var broken: [String] = []
        func demand(_ holds: Bool, _ what: String) {
            if !holds { broken.append(what) }
        }
        let citizens = facts.posts.first { $0.name == .citizens }?.spending ?? .init(opening: .zero, period: .zero)
        let others = facts.posts.filter { $0.name != .citizens }
        let period = sum(cut.vouchers.map(\.amount))
        demand(period == sum(facts.posts.map(\.spending.period)), "vouchers and posts")
        demand(period == sum(facts.months.map(\.amount)), "vouchers and months")
        demand(period == sum((facts.areas.map(\.spending) + others.map(\.spending)).map(\.period)), "and areas")
        demand(sum(facts.areas.map(\.spending.opening)) == citizens.opening, "areas before and the citizens' post")
        demand(sum(facts.areas.map(\.spending.closing)) == citizens.closing, "areas and the citizens' post")
        let spending = facts.participants.map(\.spending)
        demand(sum(spending.map(\.opening)) == citizens.opening, "participants before and their post")
        demand(sum(spending.map(\.period)) == citizens.period, "participants in the period and their post")
        demand(sum(spending.map(\.closing)) == citizens.closing, "participants and their post")
        for participant in facts.participants {
            let own = cut.vouchers.filter { $0.participant == participant.standing.reference }.map(\.amount)
            demand(sum(own) == participant.spending.period, "\(participant.standing.reference.text): vouchers")
            demand(
                participant.spending.closing == participant.standing.balance.disbursed,
                "\(participant.standing.reference.text): closing")
        }
        for post in facts.posts {
            let own = cut.vouchers.filter { $0.post == post.name }.map(\.amount)
            demand(sum(own) == post.spending.period, "\(post.name.text): vouchers")
            demand(post.spending.closing == post.spending.opening + post.spending.period, "\(post.name.text)")
            demand(post.remaining == post.budget - post.spending.closing, "\(post.name.text): remaining")
        }
        let days = facts.scope.from...facts.scope.through
        demand(cut.vouchers.allSatisfy { days.contains($0.day) && $0.entry <= facts.scope.at }, "a voucher outside")
        demand(facts.received == facts.incomeBefore + facts.incomeInPeriod, "income")
        demand(facts.repaid == facts.repaidBefore + facts.repaidInPeriod, "repaid")
        demand(
            sum(facts.transfers.map(\.amount)) == facts.incomeInPeriod + facts.repaidInPeriod, "transfers")
        demand(facts.transfers.map(\.entry) == facts.transfers.map(\.entry).sorted(), "transfers in order")
        let unspent = facts.unspent
        demand(unspent.notSpent == facts.received - facts.spending.closing - facts.repaid, "not spent")
        demand(unspent.toReturn >= .zero && unspent.toReceive >= .zero, "never below zero")
        let isAtEnd = facts.scope.through >= facts.programme.lastDay
        demand(unspent.toReturn == (isAtEnd ? max(unspent.notSpent, .zero) : .zero), "to return")
        demand(
            isAtEnd
                ? unspent.toReturn - unspent.toReceive == unspent.notSpent
                : unspent.toReceive == max(facts.programme.grant - facts.received, .zero), "to receive")
        return broken
    }

    /// Where one report does not continue another.
    private static func gaps(from first: PeriodFacts, to next: PeriodFacts) -> [String] {
        var broken: [String] = []
        // The terms may change between the two; a post or an area that only one of them lists has no spending then.
        let posts = Set((first.posts + next.posts).map(\.name))
        for post in posts {
            let closing = first.posts.first { $0.name == post }?.spending.closing ?? .zero
            if closing != next.posts.first(where: { $0.name == post })?.spending.opening ?? .zero {
                broken.append("posts")
            }
        }
        for area in Set((first.areas + next.areas).map(\.area)) {
            let closing = first.areas.first { $0.area == area }?.spending.closing ?? .zero
            if closing != next.areas.first(where: { $0.area == area })?.spending.opening ?? .zero {
                broken.append("areas")
            }
        }
        if first.received != next.incomeBefore { broken.append("income") }
        if first.repaid != next.repaidBefore { broken.append("repaid") }
        if first.spending.closing != next.spending.opening { broken.append("all spending") }
        let closing = Dictionary(
            first.participants.map { ($0.standing.reference, $0.spending.closing) }, uniquingKeysWith: { $1 })
        let later = Set(next.participants.map(\.standing.reference))
        if !closing.keys.allSatisfy(later.contains) { broken.append("a participant is gone") }
        for participant in next.participants
        where participant.spending.opening != closing[participant.standing.reference] ?? .zero {
            broken.append(participant.standing.reference.text)
        }
        return broken
    }

    private static func sum(_ amounts: [Amount]) -> Amount {
        amounts.reduce(.zero) { $0 + $1 }
    }
}
