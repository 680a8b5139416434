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
    }

    /// Records a command: one transaction, one entry. What is refused leaves no trace.
    /// - Throws: ``LedgerFailure/refused(_:)``, ``LedgerFailure/ambiguous(_:)``, or what SQLite said; kind `busy` when
    ///   someone else wrote for longer than the ledger waits.
    public func record(
        _ command: Command, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        try minding(circumstances) { () throws(LedgerFailure) in
            _ = try consider(command, by: caller, today: circumstances.today())
        }
        let recording = try connection.transaction(.immediate) { () throws(LedgerFailure) in
            try checkPlace()
            let recording = try decideAndAppend(command, by: caller, under: circumstances)
            try checkPlace()
            return recording
        }
        tell(of: recording.recorded, under: circumstances)
        return recording
    }

    /// Records a command inside a transaction of the caller's.
    func decideAndAppend(
        _ command: Command, by caller: Caller, under circumstances: Circumstances
    ) throws(LedgerFailure) -> Recording {
        let (actor, decision) = try decide(command, by: caller, today: circumstances.today())
        let appender = Appender(connection: connection, circumstances: circumstances)
        let recorded = try appender.append(decision.entry, by: actor)
        return Recording(recorded: recorded, met: decision.met, correction: decision.correction)
    }

    /// Decides on a command and records nothing.
    /// - Throws: as ``record(_:by:under:)``.
    public func consider(
        _ command: Command, by caller: Caller, today: Day
    ) throws(LedgerFailure) -> Decision {
        try connection.transaction(.deferred) { () throws(LedgerFailure) in
            try decide(command, by: caller, today: today).decision
        }
    }

    private func decide(
        _ command: Command, by caller: Caller, today: Day
    ) throws(LedgerFailure) -> (actor: StaffID, decision: Decision) {
        try Self.decide(
            command, by: caller, today: today, in: StoreView(connection: connection, programme: programme))
    }

    /// Finds out who is calling, and decides.
    static func decide(
        _ command: Command, by caller: Caller, today: Day, in view: some Desk
    ) throws(LedgerFailure) -> (actor: StaffID, decision: Decision) {
        let target = command.corrected.flatMap(view.movement)
        let roles = command.roles(correcting: target)
        // What cannot be corrected will be refused, whoever of the account's asks.
        let leavesTrace = command.corrected == nil || roles.count == 1
        let actor = try identify(caller, for: roles, leavesTrace: leavesTrace, in: view).id
        let decision: Decision
        do throws(Refusal) {
            decision = try MitBudget.decide(command, by: actor, on: today, in: view)
        } catch {
            let remedies = remedies(for: error, to: command, by: actor, on: today, in: view)
            // What a failed read made look absent is no ground for a refusal.
            try view.check()
            throw .refused(error, remedies)
        }
        try view.check()
        return (actor, decision)
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
        _ caller: Caller, for roles: Set<Role>, leavesTrace: Bool, in view: some Desk
    ) throws(LedgerFailure) -> StaffMember {
        let own = view.staff(of: caller.account)
        let claimed = caller.claim.flatMap(view.staff)
        try view.check()
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

/// A view of the ledger at which someone may ask for something: it knows whose account is whose, and whether all that
/// it answered could be read.
protocol Desk: LedgerView {
    /// All staff of an account, ended members included.
    func staff(of account: AccountName) -> [StaffMember]
    /// - Throws: the first read that failed.
    func check() throws(LedgerFailure)
}
