import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// Random commands through the file and through the model in memory, side by side.
@Suite("Store and model")
struct SideBySideTests {
    /// Runs so many sequences a case; the cases are run side by side.
    static let sequences = 75
    static let commands = 60

    @Test(
        "Random commands are decided, recorded and added up alike by the file and by the model",
        arguments: SampleTerms.allCases.flatMap { terms in (0..<4).map { (terms, $0) } })
    func sideBySide(terms: SampleTerms, round: Int) throws {
        let tally = Tally()
        for sequence in 0..<Self.sequences {
            let seed = UInt64(round * Self.sequences + sequence)
            try run(seed, terms: terms, tally)
        }
        if ProcessInfo.processInfo.environment["TALLY"] != nil {
            print("side by side: \(terms) round \(round): \(tally.text)")
        }
        #expect(tally.repeated > Self.sequences / 4, "commands are given again")
        #expect(tally.recorded > Self.sequences * 15, "the walk is wide enough to mean something")
    }

    private func run(_ seed: UInt64, terms: SampleTerms, _ tally: Tally) throws {
        var walk = try RandomWalk(seed: seed, terms: terms, pace: 12)
        var generator = SplitMix64(seed: ~seed)
        let desk = try Desk(walk.programme, today: walk.today)
        var model = try Model(walk.programme, today: walk.today)
        // What was given under a key, to be given again.
        var sent: [(Command, StaffID, Once?)] = []
        for step in 1...Self.commands {
            var (command, actor) = walk.step(on: model.book)
            var once = walk.key().map { Once($0) }
            if let earlier = sent.randomElement(using: &generator), Int.random(in: 1...8, using: &generator) == 1 {
                (command, actor, once) = earlier
            } else if let once {
                sent.append((command, actor, once))
            }
            // Asked for only where something fails: to describe a command takes longer than to decide it.
            func place(_ what: String = "") -> Comment {
                "\(terms), seed \(seed), step \(step): \(command) by \(actor.text) \(what)"
            }
            let caller = Self.caller(as: actor, in: model.book, using: &generator)
            try desk.turn(to: walk.today)
            let stored = desk.answer(to: command, once: once, by: caller)
            let expected = model.answer(to: command, once: once, by: caller, on: walk.today)
            switch (stored, expected) {
            case (.success(let recording), .failure(.refused(.onceUsed, _))):
                let earlier = once.flatMap { model.repeated(command, $0, by: caller) }
                try #require(recording.isRepeated && recording.recorded == earlier, place())
                tally.repeated += 1
                continue
            case (.failure(.refused(.onceUsed, _)), _):
                let earlier = once.flatMap { model.repeated(command, $0, by: caller) }
                try #require(earlier == nil, place())
            case (.success, _), (.failure, _): break
            }
            switch (stored, expected) {
            case (.success(let recording), .success(let (by, decision))):
                let sealed = try model.seal(decision.entry)
                try #require(!recording.isRepeated && recording.recorded.entry == sealed, place())
                try #require(recording.recorded.actor == by, place())
                try #require(recording.met == decision.met, place())
                model.apply(recording.recorded, decided: decision.entry)
                tally.record(recording.recorded.entry.event.kind)
                let broken = Invariants.broken(in: model.book)
                try #require(broken.isEmpty, place("\(broken)"))
                let touched = recording.recorded.entry.event.participant
                let differing = Differences(desk, model.book, only: touched).found
                try #require(differing.isEmpty, place("\(differing)"))
            case (.failure(let one), .failure(let other)):
                try #require(one == other, place())
                tally.refuse(one)
            case (.success, .failure), (.failure, .success):
                Issue.record(place("the store says \(stored), the model \(expected)"))
                return
            }
        }
        try close(desk, model, seed: seed, &generator)
    }

    /// What must hold at the end of a sequence.
    private func close(_ desk: Desk, _ model: Model, seed: UInt64, _ generator: inout SplitMix64) throws {
        let differing = Differences(desk, model.book).found
        try #require(differing.isEmpty, "seed \(seed): \(differing)")
        let verification = try desk.ledger.verify()
        try #require(verification.findings == [], "seed \(seed)")
        try #require(verification.entries == model.book.head.value, "seed \(seed)")

        let head = model.book.head
        let whole = try desk.ledger.standing(.init(), today: desk.today)
        let limited = try desk.ledger.standing(.init(at: head), today: desk.today)
        try #require(whole.0 == model.standing(today: desk.today), "seed \(seed)")
        try #require(limited.0 == whole.0, "seed \(seed)")
        try #require(whole.1 == limited.1 && whole.1 == verification.anchor, "seed \(seed)")
        for _ in 0..<6 {
            let day = desk.today.advanced(by: -Int.random(in: 0...150, using: &generator))
            let entry = EntryNumber(Int64.random(in: 1...head.value, using: &generator))
            let scope = Standing.Scope(
                asOf: Bool.random(using: &generator) ? day : nil, at: Bool.random(using: &generator) ? entry : nil)
            let found = try desk.ledger.standing(scope, today: desk.today).0
            let wanted = Cut.standing(scope, of: model.entries, programme: desk.ledger.programme, today: desk.today)
            let place: Comment = "seed \(seed), as of \(scope.asOf?.iso ?? "-"), at \(scope.at?.value ?? 0)"
            try #require(found.citizens == wanted.citizens, place)
            try #require(found.posts == wanted.posts, place)
            try #require(found == wanted, place)
        }
    }

    /// Mostly the one meant, on the right account; at times without a claim, or from another account.
    private static func caller(
        as actor: StaffID, in book: Book, using generator: inout SplitMix64
    ) -> Caller {
        let account = book.staff(actor)?.account ?? "login"
        return switch Int.random(in: 1...40, using: &generator) {
        case 1: Caller(account: account)
        case 2: Caller(account: "other", claim: actor)
        case 3: Caller(account: "nobody", claim: actor)
        default: Caller(account: account, claim: actor)
        }
    }
}

extension Desk {
    /// Noon of a day.
    func turn(to day: Day) throws {
        today = day
        now = try #require(Moment(iso: day.iso + "T12:00:00Z"))
    }

    /// Records, or says why not.
    func answer(
        to command: Command, once: Once? = nil, by caller: Caller
    ) -> Result<Ledger.Recording, LedgerFailure> {
        do throws(LedgerFailure) {
            return .success(try ledger.record(command, once: once, by: caller, under: circumstances))
        } catch {
            return .failure(error)
        }
    }
}

/// What a run came to.
final class Tally {
    private(set) var recorded = 0
    var repeated = 0
    private var kinds: [EntryKind: Int] = [:]
    private var refusals: [String: Int] = [:]

    func record(_ kind: EntryKind) {
        recorded += 1
        kinds[kind, default: 0] += 1
    }

    func refuse(_ failure: LedgerFailure) {
        switch failure {
        case .refused(let refusal, _): refusals[refusal.rule.rawValue, default: 0] += 1
        case .ambiguous: refusals["ambiguous", default: 0] += 1
        case .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .unswept, .unsound,
            .unrestorable, .newerSchema, .damaged, .noSuchEntry, .clockNotAccepted, .system, .sqlite:
            refusals["\(failure)", default: 0] += 1
        }
    }

    var text: String {
        let rules = refusals.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let entries = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        return "recorded \(recorded) (\(entries.joined(separator: ", "))); refused "
            + "\(refusals.values.reduce(0, +)) (\(rules.joined(separator: ", ")))"
    }
}
