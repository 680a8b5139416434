/// An allowed entry, and the room that each rule left.
public struct Decision: Equatable, Sendable {
    /// The entry to record.
    public let entry: Entry
    /// Each rule that was checked, in order of precedence, with what is left up to its limit.
    public let met: [Headroom]

    /// The month whose figures the entry changes; `nil` where it corrects nothing.
    public let correction: Correction?

    /// Makes a decision from its parts.
    public init(entry: Entry, met: [Headroom], correction: Correction? = nil) {
        self.entry = entry
        self.met = met
        self.correction = correction
    }
}

/// A correction of an earlier entry, by a reversal or a refund, and the month whose figures it changes.
public struct Correction: Equatable, Sendable {
    /// The day of the correction; the figures of its month change.
    public let day: Day
    /// The entry that it corrects.
    public let original: EntryNumber
    /// The day of the corrected entry.
    public let originalDay: Day
    /// Whether the correction could be dated on that day instead.
    public let couldMove: Bool

    /// Whether both days lie in one month.
    public var isInSameMonth: Bool {
        let (one, other) = (day.civil, originalDay.civil)
        return one.year == other.year && one.month == other.month
    }
}

/// A rule that allowed a command, and what is left up to its limit.
public struct Headroom: Equatable, Sendable {
    /// The rule that was checked.
    public let rule: Rule
    /// What is left where the rule's limit can be counted.
    public let left: Left

    /// What is left up to a rule's limit after the command.
    public enum Left: Equatable, Sendable {
        /// The rule has no limit that can be counted.
        case nothingToCount
        /// Money that is left.
        case amount(Amount)
        /// Days that are left.
        case days(Int)
        /// Places that are left.
        case places(Int)
    }
}

/// Decides whether a command may be recorded.
///
/// Pure and deterministic: the same command by the same person on the same day and the same ledger gets the same
/// decision.
/// - Parameters:
///   - command: the command.
///   - actor: who gives it.
///   - today: the local day.
///   - once: the key of a command to be recorded only once.
///   - view: the ledger as it stands.
/// - Throws: the first ``Refusal`` in the order of ``Rule``, after the checks that the actor may give the command and
///   that the key is free.
public func decide(
    _ command: Command, by actor: StaffID, on today: Day, once: OnceKey? = nil, in view: any LedgerView
) throws(Refusal) -> Decision {
    var inquiry = Inquiry(view: view, actor: actor, today: today)
    let entry = try inquiry.entry(for: command, once: once)
    let adviser = Adviser(view: view, actor: actor, today: today, command: command)
    return Decision(entry: entry, met: inquiry.met, correction: adviser.correction(by: entry))
}

/// Decides whether a ledger may be opened; there is no ledger to read yet.
/// - Throws: ``Refusal/personalNumber(_:at:)`` or ``Refusal/textTooLong(_:length:)``.
public func open(_ programme: Programme, administrator: StaffMember, on today: Day) throws(Refusal) -> Entry {
    let references = programme.references + [(.staff, administrator.id.text), (.account, administrator.account.text)]
    let words = [(.name, administrator.name)] + programme.wordings
    try TextRules.check(words, references: references)
    return Entry(day: today, event: .opened(programme, administrator: administrator))
}

/// One decision in progress: the actor, the day, and the rules checked so far.
struct Inquiry {
    let view: any LedgerView
    /// The terms, read from the view once.
    let programme: Programme
    let actor: StaffID
    let today: Day
    /// Another last day of the closed period that the adviser supposes.
    private let supposedClose: Day?
    var met: [Headroom] = []

    /// The last day of the closed period, or the supposed one.
    var closedThrough: Day? { supposedClose ?? view.closedThrough }

    init(view: any LedgerView, actor: StaffID, today: Day, supposing close: Day? = nil) {
        self.view = view
        supposedClose = close
        programme = view.programme
        self.actor = actor
        self.today = today
        // A disbursement meets the most rules; this reserves room for all of them at once.
        met.reserveCapacity(16)
    }

    /// Checks first whether the actor may give the command; the rest checks the rules in the order of ``Rule``.
    mutating func entry(for command: Command, once: OnceKey?) throws(Refusal) -> Entry {
        try permitted(command)
        guard let once else { return try answer(to: command) }
        return try entry(for: command, under: once)
    }

    /// Decides on a command that the actor may give.
    mutating func answer(to command: Command) throws(Refusal) -> Entry {
        switch command {
        case .addStaff(let member): return try addStaff(member)
        case .endStaff(let id): return try endStaff(id)
        case .rebindStaff(let id, let account): return try rebindStaff(id, to: account)
        case .enrol(let name, let caseNumber, let day): return try enrol(name: name, caseNumber: caseNumber, on: day)
        case .withdraw(let reference, let cause, let reason, let day):
            return try withdraw(reference, cause: cause, reason: reason, on: day)
        case .draft(let reference, let proposal): return try draft(proposal, for: reference)
        case .approve(let reference, let day): return try approve(reference, on: day)
        case .reject(let reference, let reason): return try reject(reference, reason: reason)
        case .release(let reference, let item, let amount, let day):
            return try release(amount, of: item, to: reference, on: day)
        case .retract(let reference, let item, let amount, let reason, let day):
            return try retract(amount, of: item, from: reference, reason: reason, on: day)
        case .disburse(let disbursement): return try disburse(disbursement)
        case .refund(let entry, let amount, let voucher, let note, let day):
            return try refund(amount, of: entry, voucher: voucher, note: note, on: day)
        case .spend(let expense): return try spend(expense)
        case .receive(let payment, let day): return try receive(payment, on: day)
        case .repay(let payment, let day): return try repay(payment, on: day)
        case .reverse(let entry, let reason, let day): return try reverse(entry, reason: reason, on: day)
        case .closePeriod(let through): return try closePeriod(through: through)
        case .reopenPeriod(let through, let reason): return try reopenPeriod(through: through, reason: reason)
        case .amend(let amendment, let day): return try amend(amendment, on: day)
        case .followUp(let reference, let result, let note, let day):
            return try followUp(reference, result: result, note: note, on: day)
        case .measure(let result, let value, let voucher, let day):
            return try measure(result, value: value, voucher: voucher, on: day)
        case .attach(let document, let entry, let proof): return try attach(document, to: entry, as: proof)
        case .detach(let entry, let proof, let reason, let erasing):
            return try detach(entry, as: proof, reason: reason, erasing: erasing)
        case .approveVouchers(let selection): return try approveVouchers(selection)
        case .confirm(let confirmation): return try confirm(confirmation)
        case .witness(let testimony): return try witness(testimony)
        case .correct(let entry, let place, let text, let reason):
            return try correct(entry, place, text: text, reason: reason)
        case .readWords(let reference, let scope, let purpose):
            return try readWords(of: reference, scope: scope, purpose: purpose)
        case .eraseWords(let reference, let reason, let override):
            return try eraseWords(of: reference, reason: reason, override: override)
        case .restore(let restoration): return Entry(day: today, event: .restored(restoration))
        }
    }

    mutating func passed(_ rule: Rule, _ left: Headroom.Left = .nothingToCount) {
        met.append(Headroom(rule: rule, left: left))
    }
}
