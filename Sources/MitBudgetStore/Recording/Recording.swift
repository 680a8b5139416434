public import MitBudget
import SQLite

extension Ledger {
    /// A recorded entry, and how near it came to the limits of the rules.
    public struct Recording {
        /// The entry, with its number and hash.
        public let recorded: Recorded
        /// The rules that applied, with the room that each left.
        public let met: [Headroom]
        /// Which month's figures the entry changes, if it takes something back.
        public let correction: Correction?
        /// Whether the entry was there already, because the command was given before under the same key.
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

    /// The outcome of deciding a command.
    public enum Answer {
        /// A new entry, which is not recorded yet.
        case new(Decision)
        /// An entry that was recorded before, under the same key.
        case already(Recorded)
    }

    /// Records a command: one transaction, one entry. A refused command leaves no trace.
    /// - Parameter once: the command's key. If an entry with that key says the same, that entry is the answer and
    ///   nothing is recorded.
    /// - Throws: ``LedgerFailure/refused(_:)``, ``LedgerFailure/ambiguous(_:)``, or what SQLite reported; kind `busy`
    ///   if someone else wrote for longer than the ledger waits.
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

    /// Turns the fence's refusal of something that the rules allow into damage, if verification finds any. Verification
    /// runs only in that case, so that recording does not pay for it.
    func blamingTables(for failure: LedgerFailure) -> LedgerFailure {
        guard case .sqlite(let cause) = failure, cause.kind == .constraint,
            let verification = try? verify(), !verification.isClean
        else { return failure }
        return .damaged(.tables(fence: cause.message))
    }

    /// Records a command inside the caller's transaction.
    func decideAndAppend(
        _ command: Command, once: Once? = nil, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        try readTerms()
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
            try readTerms()
            return try decide(command, once: once, by: caller, today: today).answer
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
        let command = command.coded(by: view.programme)
        let roles = command.roles(in: view)
        let leavesTrace = command.leavesTrace(for: roles, in: view)
        let actor = try identify(caller, for: roles, leavesTrace: leavesTrace, in: view).id
        if let once, let recorded = try recorded(under: once, of: command, by: actor, in: view) {
            return (actor, .already(recorded))
        }
        let decision: Decision
        do throws(Refusal) {
            decision = try MitBudget.decide(command, by: actor, on: today, once: once?.key, in: view)
        } catch {
            let remedies = remedies(for: error, to: command, by: actor, on: today, in: view)
            // A refusal must not rest on a failed read that made something look absent.
            try view.check()
            throw .refused(error, remedies)
        }
        try view.check()
        return (actor, .new(decision))
    }

    /// The entry with the key, if the same staff member asked for the same; the rules refuse any other.
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
        // Identifying the caller must not need the programme's row: a verification must report that it is missing.
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
