/// What may be recorded, and how near it came to each rule that it met.
public struct Decision: Equatable, Sendable {
    /// What to record.
    public let entry: Entry
    /// Each rule that was asked, in order of precedence, with what is left up to its limit.
    public let met: [Headroom]

    /// Which month's figures it changes, where it takes something back.
    public let correction: Correction?

    /// A decision.
    public init(entry: Entry, met: [Headroom], correction: Correction? = nil) {
        self.entry = entry
        self.met = met
        self.correction = correction
    }
}

/// In which month the figures change when an entry is reversed or money of it comes back.
public struct Correction: Equatable, Sendable {
    /// The day of the correction; the figures of its month change.
    public let day: Day
    /// The entry that it corrects.
    public let original: EntryNumber
    /// The day of that entry.
    public let originalDay: Day
    /// Whether the correction could be dated on that day instead.
    public let couldMove: Bool

    /// Whether both days lie in one month.
    public var isInSameMonth: Bool {
        let (one, other) = (day.civil, originalDay.civil)
        return one.year == other.year && one.month == other.month
    }
}

/// A rule that let a command pass, and what is left up to its limit.
public struct Headroom: Equatable, Sendable {
    /// The rule.
    public let rule: Rule
    /// What is left, where the rule has a limit that can be counted.
    public let left: Left

    /// What is left up to a rule's limit, after the command.
    public enum Left: Equatable, Sendable {
        /// The rule has no limit to count.
        case nothingToCount
        /// Money.
        case amount(Amount)
        /// Days.
        case days(Int)
        /// Places.
        case places(Int)
    }
}

/// Decides whether a command may be recorded.
///
/// Pure and deterministic: the same command by the same person on the same day, on the same ledger, is decided alike.
/// - Parameters:
///   - command: what is asked for.
///   - actor: who asks.
///   - today: the local day.
///   - once: the key under which it is asked for, where it is to be recorded once.
///   - view: the ledger as it stands.
/// - Throws: the first ``Refusal`` in the order of ``Rule``, after the questions whether the actor may give the command
///   and whether the key is free.
public func decide(
    _ command: Command, by actor: StaffID, on today: Day, once: OnceKey? = nil, in view: some LedgerView
) throws(Refusal) -> Decision {
    var inquiry = Inquiry(view: view, actor: actor, today: today)
    let entry = try inquiry.entry(for: command, once: once)
    let adviser = Adviser(view: view, actor: actor, today: today, command: command)
    return Decision(entry: entry, met: inquiry.met, correction: adviser.correction(by: entry))
}

/// Decides on the opening of a ledger, where there is nothing to look at yet.
/// - Throws: ``Refusal/personalNumber(_:at:)`` or ``Refusal/textTooLong(_:length:)``.
public func open(_ programme: Programme, administrator: StaffMember, on today: Day) throws(Refusal) -> Entry {
    let codes = [programme.id.text] + programme.posts.map(\.name.text) + programme.areas.map(\.text)
    let references: [(Refusal.Field, String)] =
        codes.map { (.programme, $0) } + [(.staff, administrator.id.text), (.account, administrator.account.text)]
    let texts = [programme.title.danish, programme.title.english, programme.grantee, programme.funder]
    let words: [(Refusal.Field, Wording?)] = [(.name, administrator.name)] + texts.map { (.programme, .text($0)) }
    try TextRules.check(words, references: references)
    return Entry(day: today, event: .opened(programme, administrator: administrator))
}

/// One question put to the ledger: what was asked, and the rules met on the way to the answer.
struct Inquiry<View: LedgerView> {
    let view: View
    /// The terms, asked for once.
    let programme: Programme
    let actor: StaffID
    let today: Day
    /// Where the period is closed through another day than it is: what would be, if it were.
    private let supposedClose: Day?
    var met: [Headroom] = []

    /// The last day of the closed period.
    var closedThrough: Day? { supposedClose ?? view.closedThrough }

    init(view: View, actor: StaffID, today: Day, supposing close: Day? = nil) {
        self.view = view
        supposedClose = close
        programme = view.programme
        self.actor = actor
        self.today = today
        // A disbursement meets the most rules; all of them find room at once.
        met.reserveCapacity(16)
    }

    /// First whether the actor may give the command at all; the leaves ask the rules in the order of ``Rule``.
    mutating func entry(for command: Command, once: OnceKey?) throws(Refusal) -> Entry {
        try permitted(command)
        guard let once else { return try answer(to: command) }
        return try entry(for: command, under: once)
    }

    /// The answer to whoever may give the command.
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
