/// What the ledger records: a command that no rule refused, with all that was decided about it.
public enum Event: Equatable, Sendable {
    /// Entry 1: the terms and the first administrator.
    case opened(Programme, administrator: StaffMember)
    /// A staff member was added.
    case staffAdded(StaffMember)
    /// A staff member's work ended.
    case staffEnded(StaffID)
    /// A staff member was bound to another login.
    case staffRebound(StaffID, to: AccountName)
    /// A citizen was enrolled.
    case enrolled(ParticipantReference, name: Wording?, caseNumber: Wording?)
    /// A citizen's budget was stopped.
    case withdrawn(ParticipantReference, cause: WithdrawalCause, reason: Wording)
    /// A version of a plan was drafted; the entry's day is the day of agreement.
    case drafted(ParticipantReference, PlanVersion)
    /// A version was approved.
    case approved(ParticipantReference, version: Int)
    /// A version was turned down.
    case rejected(ParticipantReference, version: Int, reason: Wording)
    /// Money moved, or was made available.
    case money(MoneyEvent)
    /// The books were closed up to a day.
    case periodClosed(through: Day)
    /// The close was set back.
    case periodReopened(through: Day, reason: Wording)
    /// Texts were read.
    case wordsRead(ParticipantReference, scope: ReadingScope, purpose: Wording)
    /// The texts on a citizen were erased, all that were there until then.
    case wordsErased(ParticipantReference, reason: Wording, override: Wording?)
    /// A copy was put in the ledger's place.
    case restored(Restoration)
}

/// An event and the day that it concerns. The store adds number, time, actor and hash.
public struct Entry: Equatable, Sendable {
    /// The day that it concerns.
    public let day: Day
    /// What happened.
    public let event: Event
    /// The key under which it was asked for, where it was to be recorded once.
    public let once: OnceKey?

    /// An entry.
    public init(day: Day, event: Event, once: OnceKey? = nil) {
        self.day = day
        self.event = event
        self.once = once
    }
}

/// The kinds of entry, by the codes that the journal holds.
public enum EntryKind: String, CaseIterable, Sendable {
    /// The terms and the first administrator.
    case ledgerOpened = "ledger-opened"
    /// A staff member added.
    case staffAdded = "staff-added"
    /// A staff member's work ended.
    case staffEnded = "staff-ended"
    /// A staff member bound to another login.
    case staffRebound = "staff-rebound"
    /// A citizen enrolled.
    case participantEnrolled = "participant-enrolled"
    /// A citizen's budget stopped.
    case participantWithdrawn = "participant-withdrawn"
    /// A version of a plan drafted.
    case planDrafted = "plan-drafted"
    /// A version approved.
    case planApproved = "plan-approved"
    /// A version turned down.
    case planRejected = "plan-rejected"
    /// Money made available.
    case release
    /// Money taken back to the item.
    case retraction
    /// Money spent on an item.
    case disbursement
    /// Money that came back.
    case refund
    /// Money spent on another post.
    case expense
    /// An instalment of the grant.
    case receipt
    /// Unspent money paid back to the funder.
    case repayment
    /// An entry cancelled.
    case reversal
    /// The books closed up to a day.
    case periodClosed = "period-closed"
    /// The close set back.
    case periodReopened = "period-reopened"
    /// Texts read.
    case wordsRead = "words-read"
    /// Texts erased.
    case wordsErased = "words-erased"
    /// A copy put in the ledger's place.
    case ledgerRestored = "ledger-restored"

    /// Reads a kind by its code.
    /// - Throws: ``Malformed/kind(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let kind = EntryKind(rawValue: text) else { throw .kind(text) }
        self = kind
    }
}

extension Event {
    /// The code of what happened.
    public var kind: EntryKind {
        switch self {
        case .opened: .ledgerOpened
        case .staffAdded: .staffAdded
        case .staffEnded: .staffEnded
        case .staffRebound: .staffRebound
        case .enrolled: .participantEnrolled
        case .withdrawn: .participantWithdrawn
        case .drafted: .planDrafted
        case .approved: .planApproved
        case .rejected: .planRejected
        case .money(.released): .release
        case .money(.retracted): .retraction
        case .money(.disbursed): .disbursement
        case .money(.refunded): .refund
        case .money(.spent): .expense
        case .money(.received): .receipt
        case .money(.repaid): .repayment
        case .money(.reversed): .reversal
        case .periodClosed: .periodClosed
        case .periodReopened: .periodReopened
        case .wordsRead: .wordsRead
        case .wordsErased: .wordsErased
        case .restored: .ledgerRestored
        }
    }

    /// The citizen whom it concerns.
    public var participant: ParticipantReference? {
        switch self {
        case .enrolled(let reference, _, _), .withdrawn(let reference, _, _), .drafted(let reference, _),
            .approved(let reference, _), .rejected(let reference, _, _), .wordsRead(let reference, _, _),
            .wordsErased(let reference, _, _):
            reference
        case .money(let money): money.participant
        case .opened, .staffAdded, .staffEnded, .staffRebound, .periodClosed, .periodReopened, .restored: nil
        }
    }

    /// What it does with money; `nil` for all that moves none.
    public var money: MoneyEvent? {
        if case .money(let money) = self { money } else { nil }
    }
}
