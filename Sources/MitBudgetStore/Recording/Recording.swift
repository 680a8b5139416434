public import MitBudget
import SQLite

extension Ledger {
    /// An entry just recorded, and how near it came to the rules.
    public struct Recording {
        /// The entry.
        public let recorded: Recorded
        /// The rules that it met.
        public let met: [Headroom]
        /// Which month's figures it changes, where it takes something back.
        public let correction: Correction?
        /// Whether it was there already: the command was given before, under the same key.
        public let isRepeated: Bool

        init(_ recorded: Recorded, _ decision: Decision) {
            self.recorded = recorded
            met = decision.met
            correction = decision.correction
            isRepeated = false
        }

        init(repeating recorded: Recorded) {
            self.recorded = recorded
            met = []
            correction = nil
            isRepeated = true
        }
    }

    /// What a command comes to.
    public enum Answer {
        /// A new entry.
        case new(Decision)
        /// An entry that is there already.
        case already(Recorded)
    }

    /// Records a command: one transaction, one entry. What is refused leaves no trace.
    /// - Parameter once: the key under which it is given; where an entry bears it that says the same, that is the
    ///   answer, and nothing more is recorded.
    /// - Throws: ``LedgerFailure/refused(_:)``, ``LedgerFailure/ambiguous(_:)``, or what SQLite said; kind `busy` when
    ///   someone else wrote for longer than the ledger waits.
    public func record(
        _ command: Command, once: Once? = nil, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        try minding(circumstances) { () throws(LedgerFailure) in
            _ = try consider(command, once: once, by: caller, today: circumstances.today())
        }
        let recording: Recording
        do throws(LedgerFailure) {
            recording = try connection.transaction(.immediate) { () throws(LedgerFailure) in
                try checkPlace()
                let recording = try decideAndAppend(command, once: once, by: caller, under: circumstances)
                try checkPlace()
                return recording
            }
        } catch {
            throw blamingTables(for: error)
        }
        if !recording.isRepeated { tell(of: recording.recorded, under: circumstances) }
        return recording
    }

    /// What the fence's refusal of something that the rules allow comes to: damage, where verification finds any. It is
    /// asked only then, so that no one who records pays for it.
    func blamingTables(for failure: LedgerFailure) -> LedgerFailure {
        guard case .sqlite(let cause) = failure, cause.kind == .constraint,
            let verification = try? verify(), !verification.isClean
        else { return failure }
        return .damaged(.tables(fence: cause.message))
    }

    /// Records a command inside a transaction of the caller's.
    func decideAndAppend(
        _ command: Command, once: Once? = nil, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        let (actor, answer) = try decide(command, once: once, by: caller, today: circumstances.today())
        switch answer {
        case .already(let recorded): return Recording(repeating: recorded)
        case .new(let decision):
            let appender = Appender(connection: connection, circumstances: circumstances)
            return Recording(try appender.append(decision.entry, by: actor), decision)
        }
    }

    /// Decides on a command and records nothing.
    /// - Throws: as ``record(_:by:under:)``.
    public func consider(
        _ command: Command, once: Once? = nil, by caller: Caller, today: Day
    ) throws(LedgerFailure) -> Answer {
        try connection.transaction(.deferred) { () throws(LedgerFailure) in
            try decide(command, once: once, by: caller, today: today).answer
        }
    }

    private func decide(
        _ command: Command, once: Once?, by caller: Caller, today: Day
    ) throws(LedgerFailure) -> (actor: StaffID, answer: Answer) {
        try Self.decide(
            command, once: once, by: caller, today: today, in: StoreView(connection: connection, programme: programme))
    }

    /// Finds out who is calling, and decides.
    static func decide(
        _ command: Command, once: Once?, by caller: Caller, today: Day, in view: some RecordingView
    ) throws(LedgerFailure) -> (actor: StaffID, answer: Answer) {
        let target = command.corrected.flatMap(view.movement)
        let roles = command.roles(correcting: target)
        // What cannot be corrected will be refused, whoever of the account's asks.
        let leavesTrace = command.corrected == nil || roles.count == 1
        let actor = try identify(caller, for: roles, leavesTrace: leavesTrace, in: view).id
        if let once, let recorded = try recorded(under: once, of: command, by: actor, in: view) {
            return (actor, .already(recorded))
        }
        let decision: Decision
        do throws(Refusal) {
            decision = try MitBudget.decide(command, by: actor, on: today, once: once?.key, in: view)
        } catch {
            let remedies = remedies(for: error, to: command, by: actor, on: today, in: view)
            // What a failed read made look absent is no ground for a refusal.
            try view.check()
            throw .refused(error, remedies)
        }
        try view.check()
        return (actor, .new(decision))
    }

    /// The entry that bears the key, where the same staff member asked for the same; the rules refuse any other.
    private static func recorded(
        under once: Once, of command: Command, by actor: StaffID, in view: some RecordingView
    ) throws(LedgerFailure) -> Recorded? {
        guard let number = view.holder(once: once.key),
            let recorded = try view.recorded(number, saying: command, leaving: once.open)
        else { return nil }
        return recorded.actor == actor ? recorded : nil
    }

    /// Finds out who is calling.
    /// - Parameter leavesTrace: whether an entry will name the caller.
    /// - Throws: ``LedgerFailure/refused(_:)`` or ``LedgerFailure/ambiguous(_:)``.
    @discardableResult
    public func identify(
        _ caller: Caller, for roles: Set<Role>, leavesTrace: Bool
    ) throws(LedgerFailure) -> StaffMember {
        try Self.identify(
            caller, for: roles, leavesTrace: leavesTrace,
            in: StoreView(connection: connection, programme: programme))
    }

    private static func identify(
        _ caller: Caller, for roles: Set<Role>, leavesTrace: Bool, in view: some RecordingView
    ) throws(LedgerFailure) -> StaffMember {
        let own = view.staff(of: caller.account)
        let claimed = caller.claim.flatMap(view.staff)
        // Who is calling is not told by the programme's row: whoever verifies shall hear that it is missing.
        try view.checkReads()
        do {
            return try caller.identify(for: roles, among: own, claimed: claimed, leavesTrace: leavesTrace)
        } catch {
            switch error {
            case .refused(let refusal): throw .refused(refusal, caller.remedies(for: roles, among: own))
            case .ambiguous(let ids): throw .ambiguous(ids)
            }
        }
    }
}
