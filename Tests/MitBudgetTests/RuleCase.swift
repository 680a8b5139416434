import MitBudget
import TestSupport
import Testing

/// A command at a rule's limit, and one step beyond it.
struct RuleCase: CustomTestStringConvertible, Sendable {
    /// How a rule counts what is left up to its limit.
    enum Unit {
        case ore, days, places
        /// The rule counts nothing; only the command one step beyond the limit commits the offence.
        case nothing

        /// What should be left this many steps beyond the limit; 0 at the limit.
        func left(beyond: Int) -> Headroom.Left {
            switch self {
            case .ore: .amount(.ore(Int64(-beyond)))
            case .days: .days(-beyond)
            case .places: .places(-beyond)
            case .nothing: .nothingToCount
            }
        }
    }

    let testDescription: String
    /// The refusal one step beyond the limit, with the figures.
    let refusal: Refusal
    let unit: Unit
    /// Gives the command, this many steps beyond the limit.
    let ask: @Sendable (_ beyond: Int) throws -> Result<Decision, Refusal>

    init(
        _ description: String, _ refusal: Refusal, _ unit: Unit = .nothing,
        ask: @escaping @Sendable (_ beyond: Int) throws -> Result<Decision, Refusal>
    ) {
        testDescription = "\(refusal.rule.rawValue): \(description)"
        self.refusal = refusal
        self.unit = unit
        self.ask = ask
    }

    static let all =
        days + people + plans + money + corrections + vouchers + lines + documents + corrected + termsCases + texts
        + positives
}

extension Bench {
    /// The decision on a command, or its refusal.
    func answer(
        _ command: Command, by actor: StaffID? = nil, once: OnceKey? = nil
    ) -> Result<Decision, Refusal> {
        do {
            return .success(try decide(command, by: actor, once: once))
        } catch {
            return .failure(error)
        }
    }
}

@Suite("The rules")
struct RuleTests {
    @Test("A rule lets its limit pass and refuses one step beyond", arguments: RuleCase.all, [-1, 0, 1])
    func limit(_ testCase: RuleCase, beyond: Int) throws {
        switch (try testCase.ask(beyond), beyond > 0) {
        case (.failure(let refusal), true):
            #expect(refusal == testCase.refusal)
        case (.failure(let refusal), false):
            Issue.record("refused too soon: \(refusal)")
        case (.success, true):
            Issue.record("not refused")
        case (.success(let decision), false):
            guard testCase.unit != .nothing else { return }
            let met = decision.met.filter { $0.rule == testCase.refusal.rule }
            #expect(met.map(\.left) == [testCase.unit.left(beyond: beyond)])
        }
    }

    @Test("Every rule has a case", arguments: Rule.allCases)
    func registered(rule: Rule) {
        #expect(RuleCase.all.contains { $0.refusal.rule == rule })
    }

    @Test("Every two days that can stand in the wrong order have a case", arguments: Refusal.Sequence.allCases)
    func registered(sequence: Refusal.Sequence) {
        // Without a close there is no limit to test here; EdgeTests covers that.
        guard sequence != .reopeningWithoutClose else { return }
        let sequences = RuleCase.all.map { testCase -> Refusal.Sequence? in
            if case .outOfOrder(let sequence, _, _) = testCase.refusal { sequence } else { nil }
        }
        #expect(sequences.contains(sequence))
    }

    @Test("Every text and reference that a command brings has a case", arguments: Refusal.Field.allCases)
    func registered(field: Refusal.Field) {
        // The programme's texts come with the opening of a ledger, which other tests cover.
        guard field != .programme else { return }
        #expect(
            RuleCase.all.contains { testCase in
                if case .personalNumber(field, _) = testCase.refusal { true } else { false }
            })
    }

    @Test("No two cases say the same")
    func distinct() {
        #expect(Set(RuleCase.all.map(\.testDescription)).count == RuleCase.all.count)
    }

    @Test("A refusal over money is one øre from what would be allowed", arguments: RuleCase.all)
    func bounds(_ testCase: RuleCase) {
        guard let (requested, bound) = testCase.refusal.amounts, let requested, let bound else { return }
        let isLeast = [.planBelowReleased, .termsBelowUsed].contains(testCase.refusal.rule)
        guard testCase.unit == .ore || isLeast, requested > .zero else { return }
        #expect(isLeast ? bound - requested == .ore(1) : requested - bound == .ore(1))
    }

    @Test("Ids are distinct, in lower case with dashes, and precedence is their order")
    func ids() {
        #expect(Set(Rule.allCases.map(\.rawValue)).count == Rule.allCases.count)
        for (place, rule) in Rule.allCases.enumerated() {
            #expect(rule.precedence == place)
            #expect(rule.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
        }
    }

    @Test("The contract's rules stand in its order")
    func contract() {
        let ids = [
            "outside-window", "future-day", "period-closed", "out-of-order", "no-recipients", "places-taken",
            "participant-unknown",
            "participant-withdrawn", "plan-incomplete", "plan-over-cap", "plan-below-released", "plan-not-pending",
            "plan-not-approved", "item-unknown", "item-exceeded", "release-exceeded", "cap-exceeded", "post-exceeded",
            "grant-exceeded", "period-budget-exceeded", "drawing-over", "same-person", "voucher-used",
            "voucher-exceeded", "retract-exceeds", "refund-exceeds", "repay-exceeds",
            "not-reversible", "already-reversed", "paid-too-late", "terms-below-used", "not-personal",
            "result-unknown", "text-unknown", "evidence-known", "evidence-type", "case-taken", "once-used",
            "personal-number", "text-too-long", "amount-not-positive", "staff-unknown", "not-permitted",
        ]
        // Rules that came later: on an entry without a voucher, on a post that the programme lacks, an id already in
        // use, the retention period.
        let others: Set<Rule> = [.voucherUnknown, .postUnknown, .staffTaken, .retentionRunning]
        #expect(Rule.allCases.filter { !others.contains($0) }.map(\.rawValue) == ids)
    }
}
