/// What the ledger records: a command that no rule refused, with everything that was decided about it.
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
    /// A version was rejected.
    case rejected(ParticipantReference, version: Int, reason: Wording)
    /// Money moved, or was made available.
    case money(MoneyEvent)
    /// The period was closed up to a day.
    case periodClosed(through: Day)
    /// The close was moved back.
    case periodReopened(through: Day, reason: Wording)
    /// The terms were changed.
    case amended(Amendment)
    /// How it went for a recipient was noted; `nil` takes a result back.
    case resultNoted(ParticipantReference, ResultCode?, note: Wording?)
    /// A figure of the programme was measured; `nil` takes it back.
    case measured(ResultCode, Figure?, voucher: VoucherReference)
    /// A document was attached to an entry.
    case attached(Attachment)
    /// A wrong document was taken off.
    case detached(Detachment)
    /// A manager approved that expenses are the programme's.
    case vouchersApproved([EntryNumber])
    /// An extract of the books showed entries as paid.
    case confirmed(Confirmation)
    /// The anchor of another ledger was kept.
    case witnessed(Testimony)
    /// A text was put in place of one that was written wrong.
    case corrected(TextCorrection)
    /// Texts on a citizen were read.
    case wordsRead(ParticipantReference, scope: ReadingScope, purpose: Wording)
    /// All texts on a citizen so far were erased.
    case wordsErased(ParticipantReference, reason: Wording, override: Wording?)
    /// A copy replaced the ledger.
    case restored(Restoration)
}

/// An event and its day. The store adds number, time, actor and hash.
public struct Entry: Equatable, Sendable {
    /// The day that the event is dated.
    public let day: Day
    /// The event that is recorded.
    public let event: Event
    /// The key of the command; `nil` where none was given.
    public let once: OnceKey?

    /// Makes an entry, which the store has not recorded yet.
    public init(day: Day, event: Event, once: OnceKey? = nil) {
        self.day = day
        self.event = event
        self.once = once
    }
}

/// The kinds of entry; the raw values are the codes in the journal.
public enum EntryKind: String, CaseIterable, Sendable {
    /// The ledger was opened with its terms and the first administrator.
    case ledgerOpened = "ledger-opened"
    /// A staff member was added.
    case staffAdded = "staff-added"
    /// A staff member's work ended.
    case staffEnded = "staff-ended"
    /// A staff member was bound to another login.
    case staffRebound = "staff-rebound"
    /// A citizen was enrolled.
    case participantEnrolled = "participant-enrolled"
    /// A citizen's budget was stopped.
    case participantWithdrawn = "participant-withdrawn"
    /// A version of a plan was drafted.
    case planDrafted = "plan-drafted"
    /// A version was approved.
    case planApproved = "plan-approved"
    /// A version was rejected.
    case planRejected = "plan-rejected"
    /// Money of an item was made available.
    case release
    /// Released money was taken back to the item.
    case retraction
    /// Money was spent on an item.
    case disbursement
    /// Money came back from a disbursement or an expense.
    case refund
    /// Money was spent on another post than the citizens'.
    case expense
    /// An instalment of the grant came in.
    case receipt
    /// Unspent money was paid back to the funder.
    case repayment
    /// An entry was cancelled.
    case reversal
    /// The period was closed up to a day.
    case periodClosed = "period-closed"
    /// The close was moved back.
    case periodReopened = "period-reopened"
    /// The terms were changed.
    case termsAmended = "terms-amended"
    /// How it went for a recipient was noted.
    case resultNoted = "result-noted"
    /// A figure of the programme was measured.
    case measureNoted = "measure-noted"
    /// A document was attached to an entry.
    case voucherAttached = "voucher-attached"
    /// A document was taken off an entry.
    case voucherDetached = "voucher-detached"
    /// A manager approved expenses.
    case voucherApproved = "voucher-approved"
    /// An extract of the books showed that entries were paid.
    case paymentConfirmed = "payment-confirmed"
    /// The anchor of another ledger was kept.
    case anchorWitnessed = "anchor-witnessed"
    /// A text was corrected.
    case wordsCorrected = "words-corrected"
    /// Texts on a citizen were read.
    case wordsRead = "words-read"
    /// Texts on a citizen were erased.
    case wordsErased = "words-erased"
    /// A copy replaced the ledger.
    case ledgerRestored = "ledger-restored"

    /// Reads a kind by its code.
    /// - Throws: ``Malformed/kind(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard let kind = EntryKind(rawValue: text) else { throw .kind(text) }
        self = kind
    }
}

extension Event {
    /// The kind of entry that records the event.
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
        case .amended: .termsAmended
        case .resultNoted: .resultNoted
        case .measured: .measureNoted
        case .attached: .voucherAttached
        case .detached: .voucherDetached
        case .vouchersApproved: .voucherApproved
        case .confirmed: .paymentConfirmed
        case .witnessed: .anchorWitnessed
        case .corrected: .wordsCorrected
        case .wordsRead: .wordsRead
        case .wordsErased: .wordsErased
        case .restored: .ledgerRestored
        }
    }

    /// The citizen of the event; `nil` where it concerns none.
    public var participant: ParticipantReference? {
        switch self {
        case .enrolled(let reference, _, _), .withdrawn(let reference, _, _), .drafted(let reference, _),
            .approved(let reference, _), .rejected(let reference, _, _), .wordsRead(let reference, _, _),
            .wordsErased(let reference, _, _), .resultNoted(let reference, _, _):
            reference
        case .money(let money): money.participant
        case .attached(let attachment): attachment.participant
        case .detached(let detachment): detachment.participant
        case .corrected(let correction): correction.participant
        case .opened, .staffAdded, .staffEnded, .staffRebound, .periodClosed, .periodReopened, .amended, .measured,
            .vouchersApproved, .confirmed, .witnessed, .restored:
            nil
        }
    }

    /// The movement of money; `nil` for an event that moves none.
    public var money: MoneyEvent? {
        if case .money(let money) = self { money } else { nil }
    }
}
