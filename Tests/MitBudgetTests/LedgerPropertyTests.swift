import MitBudget
import TestSupport
import Testing

@Suite("What holds after every entry")
struct LedgerPropertyTests {
    @Test("Random commands never break a ceiling, and every entry decides alike when it is replayed")
    func walks() throws {
        var kinds: Set<EntryKind> = [.ledgerOpened]
        var refused: Set<Rule> = []
        for seed in Seed.each(1...60) {
            let terms = SampleTerms.allCases[Int(seed % UInt64(SampleTerms.allCases.count))]
            var walk = try RandomWalk(seed: seed, terms: terms, pace: 4)
            let bench = try Bench(walk.programme, today: "2023-01-01")
            var (book, replayed) = (bench.book, bench.book)
            for step in 1...250 {
                let (command, actor) = walk.step(on: book)
                let once = walk.key()
                func place(_ what: String = "") -> Comment {
                    "seed \(seed), step \(step): \(command) by \(actor.text) \(what)"
                }
                let decision: Decision
                switch answer(to: command, by: actor, on: walk.today, once: once, in: book) {
                case .success(let success): decision = success
                case .failure(let refusal):
                    refused.insert(refusal.rule)
                    continue
                }
                let ranks = decision.met.map(\.rule.precedence)
                try #require(ranks == ranks.sorted(), place())
                let again = try #require(decision.entry.event.command(on: decision.entry.day, in: replayed), place())
                let same = answer(to: again, by: actor, on: walk.today, once: decision.entry.once, in: replayed)
                try #require(same == .success(decision), place())
                book.apply(decision.entry, by: actor)
                replayed.apply(decision.entry, by: actor)
                kinds.insert(decision.entry.event.kind)
                let broken = Invariants.broken(in: book)
                try #require(broken.isEmpty, place(broken.joined(separator: "; ")))
            }
            #expect(replayed.participants == book.participants, "seed \(seed)")
            #expect(replayed.movements == book.movements, "seed \(seed)")
            #expect(replayed.posts == book.posts, "seed \(seed)")
            #expect(replayed.staff == book.staff, "seed \(seed)")
            #expect(replayed.head == book.head, "seed \(seed)")
        }
        #expect(kinds == Set(EntryKind.allCases), "the walk is wide enough to mean something")
        let unseen = Set(Rule.allCases).subtracting(refused)
        #expect(unseen.isEmpty)
    }

    private func answer(
        to command: Command, by actor: StaffID, on today: Day, once: OnceKey?, in book: Book
    ) -> Result<Decision, Refusal> {
        do {
            return .success(try decide(command, by: actor, on: today, once: once, in: book))
        } catch {
            return .failure(error)
        }
    }

    @Test("An entry whose texts are sealed decides alike: they were looked at when they were sealed")
    func replaysSeals() throws {
        let seal = Wording.seal(Seal(hash: String(repeating: "a", count: 64), words: 7))
        var bench = try Bench.spent()
        try bench.enrolled()
        let commands: [Command] = [
            .enrol(name: seal, caseNumber: seal, on: .later),
            .draft(
                "B02",
                .of(
                    [PlanProposal.Item(area: "job", amount: .ore(1), text: seal)], goal: seal, wishes: seal,
                    purpose: seal)),
            .disburse(.of(.ore(1), voucher: "K-2", payee: seal, note: seal)), .reverse(10, reason: seal, on: .later),
            .readWords("B01", scope: .plan(version: 1), purpose: seal), .withdraw("B01", reason: seal, on: .later),
        ]
        for command in commands {
            let entry = try bench.decide(command).entry
            #expect(entry.event.command(on: entry.day, in: bench.book) == command)
        }
    }

    @Test("The opening comes from no command, and opens a book only as the first entry")
    func opensOnce() throws {
        let bench = try Bench()
        let administrator = try #require(bench.book.staff(.administrator))
        let opening = try MitBudget.open(.terms(), administrator: administrator, on: .enrolment)
        #expect(opening.event.command(on: .enrolment, in: bench.book) == nil)
        #expect(Book(opening: opening)?.head == 1)
        #expect(Book(opening: Entry(day: .enrolment, event: .staffEnded(.auditor))) == nil)
    }
}
