import MitBudget
import Testing

@Suite("What holds after every entry")
struct LedgerPropertyTests {
    @Test("Random commands never break a ceiling, and every entry decides alike when it is replayed")
    func walks() throws {
        var kinds: Set<EntryKind> = [.ledgerOpened]
        var refused: Set<Rule> = []
        for seed: UInt64 in 1...60 {
            var walk = try RandomWalk(seed: seed)
            let bench = try Bench(walk.programme, today: "2023-01-01")
            var (book, replayed) = (bench.book, bench.book)
            for step in 1...250 {
                let (command, actor) = walk.step(on: book)
                let place: Comment = "seed \(seed), step \(step): \(command) by \(actor.text)"
                let decision: Decision
                switch answer(to: command, by: actor, on: walk.today, in: book) {
                case .success(let success): decision = success
                case .failure(let refusal):
                    refused.insert(refusal.rule)
                    continue
                }
                let ranks = decision.met.map(\.rule.precedence)
                try #require(ranks == ranks.sorted(), place)
                let again = try #require(decision.entry.event.command(on: decision.entry.day, in: replayed), place)
                try #require(answer(to: again, by: actor, on: walk.today, in: replayed) == .success(decision), place)
                book.apply(decision.entry, by: actor)
                replayed.apply(decision.entry, by: actor)
                kinds.insert(decision.entry.event.kind)
                let broken = Invariants.broken(in: book)
                try #require(broken.isEmpty, "\(place): \(broken.joined(separator: "; "))")
            }
            #expect(replayed.participants == book.participants, "seed \(seed)")
            #expect(replayed.movements == book.movements, "seed \(seed)")
            #expect(replayed.posts == book.posts, "seed \(seed)")
            #expect(replayed.staff == book.staff, "seed \(seed)")
            #expect(replayed.head == book.head, "seed \(seed)")
        }
        #expect(kinds == Set(EntryKind.allCases), "the walk is wide enough to mean something")
        let unseen = Set(Rule.allCases).subtracting(refused)
        #expect(
            unseen == [
                // Fenced by earlier rules, or on texts, which the walk does not vary.
                .capExceeded, .planIncomplete, .personalNumber, .textTooLong, .postUnknown, .paidTooLate,
            ])
    }

    private func answer(
        to command: Command, by actor: StaffID, on today: Day, in book: Book
    ) -> Result<Decision, Refusal> {
        do {
            return .success(try decide(command, by: actor, on: today, in: book))
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

/// What the contract promises after every entry, in any order.
private enum Invariants {
    static func broken(in book: Book) -> [String] {
        var broken: [String] = []
        func demand(_ holds: Bool, _ what: @autoclosure () -> String) {
            if !holds { broken.append(what()) }
        }
        for participant in book.participants {
            let (account, items) = (participant.account, participant.items.values)
            let name = account.reference.text
            for item in items {
                let balance = item.balance
                let what = "\(name) item \(item.number.value)"
                demand(.zero <= balance.disbursed, "\(what): less than nothing disbursed")
                demand(balance.disbursed <= balance.released, "\(what): disbursed above released")
                demand(balance.released <= balance.approved, "\(what): released above approved")
                demand(
                    balance.disbursed == spent(on: item.number, by: account.reference, in: book), "\(what): movements")
            }
            demand(account.balance == sum(items.map(\.balance)), "\(name): not the sum of its items")
            if let cap = book.programme.cap { demand(account.balance.approved <= cap, "\(name): above the cap") }
            if let pending = account.pending {
                let asked = book.items(ofVersion: pending.version, of: account.reference).map(\.amount)
                demand(Amount.sum(asked) == pending.total, "\(name): pending is not the sum of its items")
            }
        }
        let citizens = book.balance(of: .citizens)
        demand(citizens == sum(book.participants.map(\.account.balance)), "citizens: not the sum of the participants")
        var total = Amount.zero
        for post in book.programme.posts {
            let balance = book.balance(of: post.name)
            demand(balance.approved <= post.budget, "\(post.name.text): above its budget")
            if post.name != .citizens {
                let expenses = net(.expense, in: book) { $0.post == post.name }
                demand(balance == Balance(approved: expenses, released: expenses, disbursed: expenses), "expenses")
            }
            total += balance.approved
        }
        demand(total <= book.programme.grant, "above the grant")
        demand(book.received == net(.receipt, in: book) { _ in true }, "received is not the sum of the receipts")
        demand(book.received <= book.programme.grant, "received above the grant")
        demand(book.placesTaken <= book.programme.places, "more places taken than there are")
        demand(book.activeAdministrators >= 1, "no administrator")
        let vouchers = book.movements.values.filter { $0.reversedBy == nil }.compactMap(\.voucher)
        demand(Set(vouchers).count == vouchers.count, "a voucher stands twice")
        return broken
    }

    private static func sum(_ balances: [Balance]) -> Balance {
        var total = Balance.zero
        for balance in balances {
            total.approved += balance.approved
            total.released += balance.released
            total.disbursed += balance.disbursed
        }
        return total
    }

    private static func spent(on item: ItemNumber, by reference: ParticipantReference, in book: Book) -> Amount {
        let isMeant = { (movement: Movement) in movement.participant == reference && movement.item == item }
        return net(.disbursement, in: book, where: isMeant) - net(.refund, in: book, where: isMeant)
    }

    /// The movements of a kind that stand.
    private static func net(_ kind: MovementKind, in book: Book, where isMeant: (Movement) -> Bool) -> Amount {
        book.movements.values.reduce(Amount.zero) { total, movement in
            movement.kind == kind && movement.reversedBy == nil && isMeant(movement) ? total + movement.amount : total
        }
    }
}
