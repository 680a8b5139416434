/// A rule's refusal, with the figures behind it. Each case belongs to the ``Rule`` of the same name.
public enum Refusal: Error, Equatable, Sendable {
    /// The day lies outside the programme's window.
    case outsideWindow(Day, first: Day, last: Day)
    /// The day lies after today.
    case futureDay(Day, today: Day)
    /// The day lies in a closed period, in which no entry may be dated any more.
    case periodClosed(Day, through: Day)
    /// Two days are in the wrong order; `bound` is the earliest day that fits (for a reopening, the latest).
    case outOfOrder(Sequence, day: Day, bound: Day)
    /// The programme has no recipients, so no one is enrolled.
    case noRecipients
    /// No place is free; `on` is the first such day from the requested one on.
    case placesTaken(places: Int, on: Day)
    /// The programme has no such citizen; `last` is the latest reference given.
    case participantUnknown(ParticipantReference, last: ParticipantReference?)
    /// The citizen's budget has been stopped since `on`.
    case participantWithdrawn(ParticipantReference, on: Day)
    /// The plan lacks something that it must have.
    case planIncomplete(Gap)
    /// The plan's items add up to more than the cap; no sum where it lies beyond ``Amount/limit``.
    case planOverCap(requested: Amount?, cap: Amount)
    /// The plan gives an item less than is already released; a dropped item requests zero.
    case planBelowReleased(ItemReference, requested: Amount, released: Amount)
    /// The citizen has no version that waits for approval.
    case planNotPending(ParticipantReference)
    /// The citizen has no approved plan.
    case planNotApproved(ParticipantReference)
    /// The citizen's plan has no such item.
    case itemUnknown(ParticipantReference, ItemNumber)
    /// The release goes beyond the item's approved amount.
    case itemExceeded(ItemReference, requested: Amount, available: Amount)
    /// The amount goes beyond what is released and unspent; `releasable` is approved but not yet released.
    case releaseExceeded(ItemReference, requested: Amount, available: Amount, releasable: Amount)
    /// The citizen would receive more than the cap.
    case capExceeded(ParticipantReference, requested: Amount, available: Amount)
    /// The post's budget would be exceeded; no requested amount where it lies beyond ``Amount/limit``.
    case postExceeded(PostName, requested: Amount?, available: Amount)
    /// The grant would be exceeded.
    case grantExceeded(requested: Amount, available: Amount)
    /// The amount exceeds a ceiling of a budget period: a recipient's or a post's.
    case periodBudgetExceeded(Programme.BudgetPeriod, PeriodHolder, requested: Amount, available: Amount)
    /// The day lies after the last day of the citizen's drawing right.
    case drawingOver(ParticipantReference, day: Day, last: Day)
    /// The same person approved the plan and releases; the approver may be another staff id of the same account.
    case samePerson(StaffID, approver: StaffID)
    /// Who recorded the expense may not approve it.
    case ownExpense(EntryNumber, by: StaffID)
    /// Another entry already has the voucher; the first one, where several share it.
    case voucherUsed(VoucherReference, by: EntryNumber)
    /// The lines of the voucher would add up to more than its total.
    case voucherExceeded(VoucherReference, requested: Amount, available: Amount, total: Amount)
    /// The line tells another total than the lines before it.
    case voucherTotalDiffers(VoucherReference, Amount, known: Amount, by: EntryNumber)
    /// The retraction goes beyond what is released and unspent.
    case retractExceeds(ItemReference, requested: Amount, available: Amount)
    /// The refund goes beyond what is left of the disbursement or expense.
    case refundExceeds(EntryNumber, requested: Amount, available: Amount)
    /// The repayment goes beyond `available`: what is received, and neither spent nor repaid.
    case repayExceeds(requested: Amount, available: Amount)
    /// The entry cannot be reversed.
    case notReversible(EntryNumber, Obstacle)
    /// Another entry has already reversed the entry.
    case alreadyReversed(EntryNumber, by: EntryNumber)
    /// The payment day lies after the last day for payments.
    case paidTooLate(Day, settleBy: Day)
    /// Amended terms lack room for what the ledger holds.
    case termsBelowUsed(Shortfall)
    /// A recipient that is no person has nothing to be disclosed.
    case notPersonal(ParticipantReference)
    /// The terms have no such result of that sort; those that they have.
    case resultUnknown(ResultCode, known: [ResultCode])
    /// The entry lacks that text, or it is erased.
    case textUnknown(EntryNumber, TextPlace, TextGap)
    /// The entry has no voucher, or not that document; `nil` where no entry was named.
    case voucherUnknown(EntryNumber?, VoucherGap)
    /// The entry has a document with these bytes already.
    case evidenceKnown(EntryNumber)
    /// The document is of no kind that the ledger keeps, or holds nothing.
    case evidenceType(isEmpty: Bool)
    /// Another citizen has the case number; the refusal does not say which.
    case caseTaken
    /// The key already belongs to another entry.
    case onceUsed(OnceKey, by: EntryNumber)
    /// A text or reference seems to hold a CPR number from that character on (from 1); the text itself is never
    /// included.
    case personalNumber(Field, at: Int)
    /// The text has more than ``Text/limit`` characters; its length in Unicode scalars.
    case textTooLong(Field, length: Int)
    /// The amount is zero or negative; `all` is the item of which all that is left was requested, when nothing is left.
    case amountNotPositive(Amount, all: ItemReference? = nil)
    /// The programme has no such post for expenses; those that it has.
    case postUnknown(PostName, known: [PostName])
    /// The staff id is already in use.
    case staffTaken(StaffID)
    /// The retention period still runs; `last` is its last day.
    case retentionRunning(ParticipantReference, today: Day, last: Day)
    /// No staff member has the id.
    case staffUnknown(StaffID)
    /// The caller may not give the command.
    case notPermitted(Prohibition)

    /// The two days that are in the wrong order.
    public enum Sequence: String, CaseIterable, Sendable {
        /// A plan was agreed on before the citizen was enrolled.
        case agreementBeforeEnrolment
        /// An approval comes before the agreement on the plan.
        case approvalBeforeAgreement
        /// A release comes before the approval.
        case releaseBeforeApproval
        /// A retraction comes before the release.
        case retractionBeforeRelease
        /// A disbursement comes before the release.
        case disbursementBeforeRelease
        /// A refund comes before the disbursement.
        case refundBeforeDisbursement
        /// A refund comes before the expense.
        case refundBeforeExpense
        /// A reversal comes before the entry that it cancels.
        case reversalBeforeEntry
        /// A withdrawal comes before the enrolment.
        case withdrawalBeforeEnrolment
        /// A result of a recipient comes before the enrolment.
        case resultBeforeEnrolment
        /// An amendment comes before the one before it.
        case amendmentBeforeAmendment
        /// A reopening would not move the close back.
        case reopeningAfterClose
        /// A reopening where no period is closed.
        case reopeningWithoutClose
    }

    /// What a plan lacks.
    public enum Gap: Equatable, Sendable {
        /// A required text is missing.
        case text(Field)
        /// The plan has no item.
        case items
        /// The programme has no such area; those that it has.
        case area(Area, known: [Area])
    }

    /// Why an entry cannot be reversed or refunded.
    public enum Obstacle: Equatable, Sendable {
        /// The ledger has no such entry.
        case noSuchEntry
        /// Entries of this kind are undone in another way, or not at all.
        case kind
        /// Refunds of the entry still count; the latest of them.
        case refunded(by: EntryNumber)
    }

    /// Why a text cannot be corrected.
    public enum TextGap: Equatable, Sendable {
        /// The ledger has no such entry.
        case noSuchEntry
        /// The entry has no such text; those that it has.
        case none(others: [TextPlace])
        /// The entry itself corrects a text of another one.
        case correction(of: EntryNumber)
        /// The text is erased.
        case erased
    }

    /// What an entry lacks that a command needs of it.
    public enum VoucherGap: Equatable, Sendable {
        /// The ledger has no such entry.
        case noSuchEntry
        /// Entries of its kind have no voucher.
        case noVoucher
        /// It is no disbursement and no expense, and only these are approved.
        case noExpense
        /// It has no document that proves this.
        case noDocument(DocumentProof)
        /// It has several such documents; the entries that attached them.
        case several([EntryNumber])
        /// No disbursement or expense waits for the actor's approval; how many wait that the actor recorded.
        case nothingAwaits(own: Int)
        /// All of these payments were confirmed before.
        case nothingUnconfirmed
    }

    /// The part of a command that a text or a reference belongs to.
    public enum Field: String, CaseIterable, Sendable {
        /// A citizen's or a staff member's name.
        case name
        /// The number of a citizen's case in the case system.
        case caseNumber
        /// A plan's goal.
        case goal
        /// A plan's wishes.
        case wishes
        /// A plan's purpose.
        case purpose
        /// What a plan's item is for.
        case item
        /// Who got the money.
        case payee
        /// A note on the entry.
        case note
        /// The reason for a decision.
        case reason
        /// A text in place of one that was written wrong.
        case correction
        /// The reason for an erasure before its time.
        case override
        /// The purpose of reading texts.
        case readingPurpose
        /// A voucher reference.
        case voucher
        /// The key of a command that is recorded only once.
        case once
        /// A staff id.
        case staff
        /// The login of an account of the operating system.
        case account
        /// What another ledger is called.
        case origin
        /// The reference of the funder's letter.
        case approval
        /// A text of the programme file.
        case programme
    }

    /// Why the caller may not give the command.
    public enum Prohibition: Equatable, Sendable {
        /// The role may not give the command; the roles that may.
        case role(StaffID, Role, allowed: Set<Role>)
        /// The staff member's work has ended.
        case ended(StaffID)
        /// The staff member belongs to another account than the caller's.
        case otherAccount(StaffID)
        /// The account belongs to no staff member.
        case unboundAccount(AccountName)
        /// No staff member of the account has a role that may give the command; the roles that may.
        case noRole(AccountName, allowed: Set<Role>)
        /// Without this administrator nobody could add staff.
        case lastAdministrator(StaffID)
    }

    /// The rule that refused.
    public var rule: Rule {
        switch self {
        case .outsideWindow: .outsideWindow
        case .futureDay: .futureDay
        case .periodClosed: .periodClosed
        case .outOfOrder: .outOfOrder
        case .noRecipients: .noRecipients
        case .placesTaken: .placesTaken
        case .participantUnknown: .participantUnknown
        case .participantWithdrawn: .participantWithdrawn
        case .planIncomplete: .planIncomplete
        case .planOverCap: .planOverCap
        case .planBelowReleased: .planBelowReleased
        case .planNotPending: .planNotPending
        case .planNotApproved: .planNotApproved
        case .itemUnknown: .itemUnknown
        case .itemExceeded: .itemExceeded
        case .releaseExceeded: .releaseExceeded
        case .capExceeded: .capExceeded
        case .postExceeded: .postExceeded
        case .grantExceeded: .grantExceeded
        case .periodBudgetExceeded: .periodBudgetExceeded
        case .drawingOver: .drawingOver
        case .samePerson, .ownExpense: .samePerson
        case .voucherUsed: .voucherUsed
        case .voucherExceeded, .voucherTotalDiffers: .voucherExceeded
        case .retractExceeds: .retractExceeds
        case .refundExceeds: .refundExceeds
        case .repayExceeds: .repayExceeds
        case .notReversible: .notReversible
        case .alreadyReversed: .alreadyReversed
        case .paidTooLate: .paidTooLate
        case .termsBelowUsed: .termsBelowUsed
        case .notPersonal: .notPersonal
        case .resultUnknown: .resultUnknown
        case .textUnknown: .textUnknown
        case .voucherUnknown: .voucherUnknown
        case .evidenceKnown: .evidenceKnown
        case .evidenceType: .evidenceType
        case .caseTaken: .caseTaken
        case .onceUsed: .onceUsed
        case .personalNumber: .personalNumber
        case .textTooLong: .textTooLong
        case .amountNotPositive: .amountNotPositive
        case .postUnknown: .postUnknown
        case .staffTaken: .staffTaken
        case .retentionRunning: .retentionRunning
        case .staffUnknown: .staffUnknown
        case .notPermitted: .notPermitted
        }
    }

    /// The requested amount and the largest amount that the rule would allow, where the rule is about amounts. For
    /// `plan-below-released` the bound is the smallest amount that it would allow.
    public var amounts: (requested: Amount?, bound: Amount?)? {
        switch self {
        case .planOverCap(let requested, let bound), .postExceeded(_, let requested, let bound):
            (requested, bound)
        case .itemExceeded(_, let requested, let bound), .releaseExceeded(_, let requested, let bound, _),
            .retractExceeds(_, let requested, let bound), .planBelowReleased(_, let requested, let bound):
            (requested, bound)
        case .capExceeded(_, let requested, let bound): (requested, bound)
        case .grantExceeded(let requested, let bound), .repayExceeds(let requested, let bound): (requested, bound)
        case .refundExceeds(_, let requested, let bound): (requested, bound)
        case .periodBudgetExceeded(_, _, let requested, let bound): (requested, bound)
        case .voucherExceeded(_, let requested, let bound, _): (requested, bound)
        case .termsBelowUsed(let shortfall): shortfall.amounts
        case .amountNotPositive(let requested, _): (requested, nil)
        case .outsideWindow, .futureDay, .periodClosed, .outOfOrder, .noRecipients, .placesTaken, .participantUnknown,
            .participantWithdrawn, .planIncomplete, .planNotPending, .planNotApproved, .itemUnknown, .drawingOver,
            .samePerson, .ownExpense, .notPersonal, .resultUnknown, .textUnknown, .voucherUnknown, .evidenceKnown,
            .evidenceType,
            .voucherUsed, .voucherTotalDiffers, .notReversible, .alreadyReversed, .paidTooLate,
            .caseTaken, .onceUsed,
            .personalNumber, .textTooLong, .postUnknown, .staffTaken, .retentionRunning, .staffUnknown, .notPermitted:
            nil
        }
    }
}
