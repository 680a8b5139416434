import Foundation
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// Random commands run through the file and through the model in memory, side by side.
@Suite("Store and model")
struct SideBySideTests {
    /// How many sequences a case runs; the first case adds this run's own. The cases run in parallel.
    static let sequences = 12
    static let commands = 60

    @Test(
        "Random commands are decided, recorded and added up alike by the file and by the model, alone and together",
        arguments: SampleTerms.allCases.flatMap { terms in (0..<4).map { (terms, $0) } })
    func sideBySide(terms: SampleTerms, round: Int) throws {
        let tally = Tally()
        let first = UInt64(round * Self.sequences)
        let seeds = first..<first + UInt64(Self.sequences)
        for seed in round == 0 ? Seed.each(seeds) : Array(seeds) {
            let walk = try Walk(seed, terms: terms, tally)
            while walk.steps < Self.commands { seed % 3 == 0 ? try walk.stepTogether() : try walk.step() }
            try close(walk.desk, walk.model, seed: seed, &walk.generator)
        }
        if ProcessInfo.processInfo.environment["TALLY"] != nil {
            print("side by side: \(terms) round \(round): \(tally.text)")
        }
        #expect(tally.repeated > Self.sequences / 4, "commands are given again")
        #expect(tally.recorded > Self.sequences * 12, "the walk is wide enough to mean something")
    }

    /// Checks what must hold at the end of a sequence.
    private func close(_ desk: Desk, _ model: Model, seed: UInt64, _ generator: inout SplitMix64) throws {
        let differing = Differences(desk, model.book).found
        try #require(differing.isEmpty, "seed \(seed): \(differing)")
        let verification = try desk.ledger.verify()
        try #require(verification.findings == [], "seed \(seed)")
        try #require(verification.entries == model.book.head.value, "seed \(seed)")

        var listed: [ProofTotal] = []
        try desk.ledger.vouchers(from: nil, through: nil) { state in
            let proofs = Set(Programme.Proof.allCases.filter { !state.lacks($0) })
            if state.net > .zero { listed.append(ProofTotal(proofs: proofs, vouchers: 1, net: state.net)) }
        }
        let all = Programme.Proof.allCases
        try #require(AtRisk(listed, asked: all) == AtRisk(Proofs(model.entries).totals, asked: all), "seed \(seed)")

        guard case .opened(let opened, _)? = model.opening?.event else { return }
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
            let wanted = Cut.standing(scope, of: model.entries, programme: opened, today: desk.today)
            let place: Comment = "seed \(seed), as of \(scope.asOf?.iso ?? "-"), at \(scope.at?.value ?? 0)"
            try #require(found.citizens == wanted.citizens, place)
            try #require(found.posts == wanted.posts, place)
            try #require(found == wanted, place)
        }
    }
}

/// A random walk through a ledger, followed by the model.
private final class Walk {
    private typealias Recording = (Command, Once?, Caller) -> Result<Ledger.Recording, LedgerFailure>

    let desk: Desk
    var generator: SplitMix64
    private(set) var model: Model
    private(set) var steps = 0
    private let terms: SampleTerms
    private let seed: UInt64
    private let tally: Tally
    private var walk: RandomWalk
    /// Commands that were given under a key, to be given again.
    private var sent: [(Command, StaffID, Once?)] = []

    init(_ seed: UInt64, terms: SampleTerms, _ tally: Tally) throws {
        (self.seed, self.terms, self.tally) = (seed, terms, tally)
        walk = try RandomWalk(seed: seed, terms: terms, pace: 12)
        generator = SplitMix64(seed: ~seed)
        desk = try Desk(walk.programme, today: walk.today)
        model = try Model(walk.programme, today: walk.today)
    }

    /// Records the next command alone.
    func step() throws {
        let (command, once, caller) = next()
        try desk.turn(to: walk.today)
        let recorded = try compare(command, once, caller, on: walk.today) { [desk] command, once, caller in
            desk.answer(to: command, once: once, by: caller)
        }
        guard let recorded else { return }
        let differing = Differences(desk, model.book, only: recorded.entry.event.participant).found
        try #require(differing.isEmpty, place(command, "\(differing)"))
    }

    /// Records some commands in one transaction.
    func stepTogether() throws {
        try desk.turn(to: walk.today)
        let today = walk.today
        let count = Int.random(in: 1...6, using: &generator)
        let patience = [0, 2, Int.max].randomElement(using: &generator) ?? 0
        var trouble: (any Error)?
        try desk.ledger.recordMany(under: desk.circumstances, trailingAfter: patience) {
            recorder throws(LedgerFailure) in
            for _ in 1...count where trouble == nil {
                let (command, once, caller) = next()
                do {
                    _ = try compare(command, once, caller, on: today) { command, once, caller in
                        do throws(LedgerFailure) {
                            return .success(try recorder.record(command, once: once, by: caller))
                        } catch {
                            return .failure(error)
                        }
                    }
                } catch {
                    trouble = error
                }
            }
            return true
        }
        if let trouble { throw trouble }
        let differing = Differences(desk, model.book).found
        try #require(differing.isEmpty, "\(terms), seed \(seed), \(count) up to step \(steps): \(differing)")
    }

    private func next() -> (Command, Once?, Caller) {
        steps += 1
        var (command, actor) = walk.step(on: model.book)
        var once = walk.key().map { Once($0) }
        if let earlier = sent.randomElement(using: &generator), Int.random(in: 1...8, using: &generator) == 1 {
            (command, actor, once) = earlier
        } else if let once {
            sent.append((command, actor, once))
        }
        return (command, once, caller(as: actor))
    }

    /// Called only if something fails: describing a command takes longer than deciding it.
    private func place(_ command: Command, _ what: String = "") -> Comment {
        "\(terms), seed \(seed), step \(steps): \(command) \(what)"
    }

    /// Gives a command to the file and to the model.
    /// - Returns: what was recorded.
    private func compare(
        _ command: Command, _ once: Once?, _ caller: Caller, on today: Day, _ record: Recording
    ) throws -> Recorded? {
        let stored = record(command, once, caller)
        let expected = model.answer(to: command, once: once, by: caller, on: today)
        switch (stored, expected) {
        case (.success(let recording), .failure(.refused(.onceUsed, _))):
            let earlier = once.flatMap { model.repeated(command, $0, by: caller) }
            try #require(recording.isRepeated && recording.recorded == earlier, place(command))
            tally.repeated += 1
            return nil
        case (.failure(.refused(.onceUsed, _)), _):
            let earlier = once.flatMap { model.repeated(command, $0, by: caller) }
            try #require(earlier == nil, place(command))
        case (.success, _), (.failure, _): break
        }
        switch (stored, expected) {
        case (.success(let recording), .success(let (by, decision))):
            let sealed = try model.seal(decision.entry)
            try #require(!recording.isRepeated && recording.recorded.entry == sealed, place(command))
            try #require(recording.recorded.actor == by, place(command))
            try #require(recording.met == decision.met, place(command))
            model.apply(recording.recorded, decided: decision.entry)
            tally.record(recording.recorded.entry.event.kind)
            let broken = Invariants.broken(in: model.book)
            try #require(broken.isEmpty, place(command, "\(broken)"))
            return recording.recorded
        case (.failure(let one), .failure(let other)):
            try #require(one == other, place(command))
            tally.refuse(one)
        case (.success, .failure), (.failure, .success):
            Issue.record(place(command, "the store says \(stored), the model \(expected)"))
        }
        return nil
    }

    /// Mostly the actor on the right account; sometimes without a claim, or from another account.
    private func caller(as actor: StaffID) -> Caller {
        let account = model.book.staff(actor)?.account ?? "login"
        return switch Int.random(in: 1...40, using: &generator) {
        case 1: Caller(account: account)
        case 2: Caller(account: "other", claim: actor)
        case 3: Caller(account: "nobody", claim: actor)
        default: Caller(account: account, claim: actor)
        }
    }
}

extension Desk {
    /// Sets the clock to noon of a day.
    func turn(to day: Day) throws {
        today = day
        now = try #require(Moment(iso: day.iso + "T12:00:00Z"))
    }

    /// Records a command and returns the failure instead of throwing it.
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

/// Counts the outcomes of a run.
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
        case .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .unswept, .unwritable, .unsound,
            .copy, .unrestorable, .otherSchema, .damaged, .noSuchEntry, .contradicted, .clockNotAccepted, .system,
            .sqlite:
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
