import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// Computes what the store should answer, from the domain alone: who is calling, what is decided, and the state after
/// it.
struct Model {
    private(set) var book: Book
    private(set) var entries: [Recorded] = []
    /// The first entry.
    private(set) var opening: Entry?
    private var sealedWords: Int64 = 0
    private var sealedDocuments: Int64 = 0
    private let salts = Salts()
    /// The texts that are not erased, with their subjects, by row.
    private var texts: [Int64: (subject: String, text: String)] = [:]

    /// A model of a desk's ledger, whose opening and staff are known.
    init(_ programme: Programme, today: Day) throws {
        let opening = try MitBudget.open(programme, administrator: Desk.administrator, on: today)
        book = try #require(Book(opening: opening))
        self.opening = try seal(opening)
        for (id, role) in Desk.staff {
            let member = StaffMember(id: id, role: role, account: "login", name: nil)
            let caller = Caller(account: "login", claim: .administrator)
            let (actor, decision) = try answer(to: .addStaff(member), by: caller, on: today).get()
            book.apply(decision.entry, by: actor)
        }
    }

    /// Decides on a command.
    func answer(
        to command: Command, once: Once? = nil, by caller: Caller, on today: Day
    ) -> Result<(actor: StaffID, decision: Decision), LedgerFailure> {
        let roles = command.roles(in: book)
        let own = book.staff.values.filter { $0.account == caller.account }
        do throws(Caller.Fault) {
            let actor = try caller.identify(
                for: roles, among: own, claimed: caller.claim.flatMap(book.staff),
                leavesTrace: command.leavesTrace(for: roles, in: book))
            do throws(Refusal) {
                return .success((actor.id, try decide(command, by: actor.id, on: today, once: once?.key, in: book)))
            } catch {
                return .failure(
                    .refused(error, remedies(for: error, to: command, by: actor.id, on: today, in: book)))
            }
        } catch {
            switch error {
            case .refused(let refusal): return .failure(.refused(refusal, caller.remedies(for: roles, among: own)))
            case .ambiguous(let ids): return .failure(.ambiguous(ids))
            }
        }
    }

    /// Seals an entry's texts with the salts and rows that the desk will use.
    mutating func seal(_ entry: Entry) throws -> Entry {
        var last = sealedWords
        var kept = texts
        var lastDocument = sealedDocuments
        let sealer = Sealer(
            salt: salts.next,
            keep: { words in
                last += 1
                kept[last] = (words.subject, words.text)
                return last
            },
            keepDocument: { _ in
                lastDocument += 1
                return lastDocument
            })
        let sealed = Entry(day: entry.day, event: try entry.event.sealed(by: sealer), once: entry.once)
        (sealedWords, texts, sealedDocuments) = (last, kept, lastDocument)
        return sealed
    }

    /// The entry already recorded under a command's key, if the command says the same.
    func repeated(_ command: Command, _ once: Once, by caller: Caller) -> Recorded? {
        let actor = try? caller.identify(
            for: command.roles(in: book),
            among: book.staff.values.filter { $0.account == caller.account },
            claimed: caller.claim.flatMap(book.staff), leavesTrace: true)
        guard let recorded = entries.first(where: { $0.entry.once == once.key }), recorded.actor == actor?.id,
            command.repeats(
                recorded.entry, leaving: once.open, in: book, text: { texts[$0.words]?.text },
                holds: book.holds)
        else { return nil }
        return recorded
    }

    /// Applies an entry that the store reported.
    /// - Parameter decided: the same entry before its texts were sealed.
    mutating func apply(_ recorded: Recorded, decided: Entry) {
        book.apply(recorded.entry, by: recorded.actor)
        book.learn(from: decided, number: recorded.number)
        if case .wordsErased(let citizen, let reason, _) = recorded.entry.event, let row = reason.words {
            texts = texts.filter { $0.key >= row || $0.value.subject != citizen.text }
        }
        entries.append(recorded)
    }

    /// The standing, from the book.
    func standing(today: Day) -> Standing {
        Standing(
            programme: book.programme, asOf: today, received: book.received, repaid: book.repaid,
            posts: book.programme.posts.map {
                Standing.Post(name: $0.name, budget: $0.budget, balance: book.balance(of: $0.name))
            },
            citizens: Standing.Citizens(
                counting: book.participants.map { Standing.Participant($0.account, under: book.programme) }),
            days: book.days.sorted { $0.key < $1.key }.map { Standing.DaySpending(day: $0.key, amount: $0.value) },
            achievements: Aims(entries, under: book.programme).achievements,
            periods: Aims(entries, under: book.programme).periods, proofs: Proofs(entries).totals)
    }
}

/// Computes a standing in a second way, without books and tables: it adds up the entries one by one.
struct Cut {
    private struct Citizen {
        var state = ParticipantAccount.State.active
        var firstApproval: Day?
        var totals: [Int: Amount] = [:]
        var approved = Amount.zero
        var released = Amount.zero
        var disbursed = Amount.zero
        var pending: Int?
    }

    private var citizens: [ParticipantReference: Citizen] = [:]
    private var spent: [PostName: Amount] = [:]
    private var received = Amount.zero
    private var repaid = Amount.zero
    private var days: [Day: Amount] = [:]
    /// The terms as they are told.
    private var terms: Programme?
    private var counted: [Recorded] = []

    /// The standing after the entries that a scope lets through, in order of recording.
    static func standing(
        _ scope: Standing.Scope, of entries: [Recorded], programme: Programme, today: Day
    ) -> Standing {
        var cut = Cut()
        for recorded in entries
        where recorded.number <= scope.at ?? recorded.number && recorded.entry.day <= scope.asOf ?? recorded.entry.day {
            cut.counted.append(recorded)
            cut.add(recorded.entry)
            if let spent = recorded.entry.event.money?.spent { cut.days[recorded.entry.day, default: .zero] += spent }
        }
        // Entry 1 counts on any day.
        return cut.standing(cut.terms ?? programme, on: scope.asOf ?? today)
    }

    private mutating func add(_ entry: Entry) {
        switch entry.event {
        case .opened, .staffAdded, .staffEnded, .staffRebound, .periodClosed, .periodReopened, .resultNoted, .measured,
            .wordsRead, .wordsErased, .restored, .attached, .detached, .vouchersApproved, .confirmed, .witnessed,
            .corrected:
            break
        case .amended(let amendment): terms = amendment.terms
        case .enrolled(let reference, _, _): citizens[reference] = Citizen()
        case .withdrawn(let reference, let cause, _):
            citizens[reference]?.state = .withdrawn(on: entry.day, cause: cause)
            citizens[reference]?.pending = nil
        case .drafted(let reference, let version):
            citizens[reference]?.totals[version.number] = Amount.sum(version.items.map(\.amount))
            citizens[reference]?.pending = version.number
        case .approved(let reference, let version):
            let total = citizens[reference]?.totals[version] ?? .zero
            citizens[reference]?.approved = total
            if citizens[reference]?.firstApproval == nil { citizens[reference]?.firstApproval = entry.day }
            decide(version, of: reference)
        case .rejected(let reference, let version, _): decide(version, of: reference)
        case .money(let money): add(money)
        }
    }

    private mutating func add(_ money: MoneyEvent) {
        switch money {
        case .released(let reference, _, let amount): citizens[reference]?.released += amount
        case .retracted(let reference, _, let amount, _): citizens[reference]?.released -= amount
        case .disbursed(let disbursement, _): citizens[disbursement.participant]?.disbursed += disbursement.amount
        case .refunded(let refund):
            switch refund.origin {
            case .disbursement(_, let item): citizens[item.participant]?.disbursed -= refund.amount
            case .expense(_, let post): spent[post, default: .zero] -= refund.amount
            }
        case .spent(let expense): spent[expense.post, default: .zero] += expense.amount
        case .received(let payment): received += payment.amount
        case .repaid(let payment): repaid += payment.amount
        case .reversed(let reversal):
            switch reversal.of {
            case .disbursement: reversal.participant.map { citizens[$0]?.disbursed -= reversal.amount }
            case .refund:
                if let citizen = reversal.participant {
                    citizens[citizen]?.disbursed += reversal.amount
                } else if let post = reversal.post {
                    spent[post, default: .zero] += reversal.amount
                }
            case .expense: reversal.post.map { spent[$0, default: .zero] -= reversal.amount }
            case .receipt: received -= reversal.amount
            case .repayment: repaid -= reversal.amount
            case .release, .retraction, .reversal: break
            }
        }
    }

    private mutating func decide(_ version: Int, of reference: ParticipantReference) {
        if citizens[reference]?.pending == version { citizens[reference]?.pending = nil }
    }

    private func standing(_ programme: Programme, on day: Day) -> Standing {
        let participants = citizens.sorted { $0.key < $1.key }.map { reference, citizen in
            let isActive = citizen.state == .active
            return Standing.Participant(
                reference: reference, state: citizen.state,
                balance: Balance(
                    approved: isActive ? citizen.approved : citizen.disbursed,
                    released: isActive ? citizen.released : citizen.disbursed, disbursed: citizen.disbursed),
                pendingTotal: citizen.pending.flatMap { citizen.totals[$0] },
                drawingEnds: citizen.firstApproval.flatMap { programme.drawingEnd(from: $0) })
        }
        let later = spent.filter { $0.value != .zero && programme.budget(of: $0.key) == nil }.keys.sorted()
        let listed = programme.posts + later.map { Programme.Post(name: $0, budget: .zero) }
        let posts = listed.map { post in
            let spent = spent[post.name] ?? .zero
            var balance = Balance(approved: spent, released: spent, disbursed: spent)
            if post.name == .citizens {
                balance = Balance(
                    approved: participants.reduce(.zero) { $0 + $1.balance.approved },
                    released: participants.reduce(.zero) { $0 + $1.balance.released },
                    disbursed: participants.reduce(.zero) { $0 + $1.balance.disbursed })
            }
            return Standing.Post(name: post.name, budget: post.budget, balance: balance)
        }
        return Standing(
            programme: programme, asOf: day, received: received, repaid: repaid, posts: posts,
            citizens: Standing.Citizens(counting: participants),
            days: days.filter { $0.value != .zero }.sorted { $0.key < $1.key }
                .map { Standing.DaySpending(day: $0.key, amount: $0.value) },
            achievements: Aims(counted, under: programme).achievements,
            periods: Aims(counted, under: programme).periods,
            proofs: Proofs(counted).totals)
    }
}

extension MoneyEvent {
    /// What the entry adds to spending on all posts together; `nil` if it is not about spending.
    var spent: Amount? {
        switch self {
        case .disbursed(let disbursement, _): disbursement.amount
        case .refunded(let refund): -refund.amount
        case .spent(let expense): expense.amount
        case .reversed(let reversal):
            switch reversal.of {
            case .disbursement, .expense: -reversal.amount
            case .refund: reversal.amount
            case .receipt, .repayment, .release, .retraction, .reversal: nil
            }
        case .released, .retracted, .received, .repaid: nil
        }
    }
}
