/// Why a rule refused, with the figures that it went by.
public enum Refusal: Error, Equatable, Sendable {
    /// `outside-window`.
    case outsideWindow(Day, first: Day, last: Day)
    /// `future-day`.
    case futureDay(Day, today: Day)
    /// `period-closed`: no entry may be dated in the closed period; `day` lies in it.
    case periodClosed(Day, through: Day)
    /// `out-of-order`: the earliest (or, for a reopening, latest) day that fits.
    case outOfOrder(Sequence, day: Day, bound: Day)
    /// `places-taken`; `on` is the first day from the asked one on that has no place left.
    case placesTaken(places: Int, on: Day)
    /// `participant-unknown`; `last` is the latest reference given.
    case participantUnknown(ParticipantReference, last: ParticipantReference?)
    /// `participant-withdrawn`.
    case participantWithdrawn(ParticipantReference, on: Day)
    /// `plan-incomplete`.
    case planIncomplete(Gap)
    /// `plan-over-cap`; no sum where it lies beyond all amounts.
    case planOverCap(requested: Amount?, cap: Amount)
    /// `plan-below-released`; a dropped item asks for zero.
    case planBelowReleased(ItemReference, requested: Amount, released: Amount)
    /// `plan-not-pending`.
    case planNotPending(ParticipantReference)
    /// `plan-not-approved`.
    case planNotApproved(ParticipantReference)
    /// `item-unknown`; the items that the plan has.
    case itemUnknown(ParticipantReference, ItemNumber)
    /// `item-exceeded`.
    case itemExceeded(ItemReference, requested: Amount, available: Amount)
    /// `release-exceeded`; `releasable` is approved and not yet released.
    case releaseExceeded(ItemReference, requested: Amount, available: Amount, releasable: Amount)
    /// `cap-exceeded`.
    case capExceeded(ParticipantReference, requested: Amount, available: Amount)
    /// `post-exceeded`.
    case postExceeded(PostName, requested: Amount?, available: Amount)
    /// `grant-exceeded`.
    case grantExceeded(requested: Amount, available: Amount)
    /// `drawing-over`.
    case drawingOver(ParticipantReference, day: Day, last: Day)
    /// `same-person`; the approver may be another staff id of the same account.
    case samePerson(StaffID, approver: StaffID)
    /// `voucher-used`.
    case voucherUsed(VoucherReference, by: EntryNumber)
    /// `retract-exceeds`.
    case retractExceeds(ItemReference, requested: Amount, available: Amount)
    /// `refund-exceeds`.
    case refundExceeds(EntryNumber, requested: Amount, available: Amount)
    /// `repay-exceeds`; `available` is received, and neither spent nor repaid.
    case repayExceeds(requested: Amount, available: Amount)
    /// `not-reversible`.
    case notReversible(EntryNumber, Obstacle)
    /// `already-reversed`.
    case alreadyReversed(EntryNumber, by: EntryNumber)
    /// `paid-too-late`.
    case paidTooLate(Day, settleBy: Day)
    /// `case-taken`; of whom is not told.
    case caseTaken
    /// `once-used`; what the key stands for.
    case onceUsed(OnceKey, by: EntryNumber)
    /// `personal-number`; which text or reference, and from which character on (from 1): never the text itself.
    case personalNumber(Field, at: Int)
    /// `text-too-long`.
    case textTooLong(Field, length: Int)
    /// `amount-not-positive`; the item of which all that is left was asked for, and nothing is.
    case amountNotPositive(Amount, all: ItemReference? = nil)
    /// `post-unknown`.
    case postUnknown(PostName, known: [PostName])
    /// `staff-taken`.
    case staffTaken(StaffID)
    /// `retention-running`; `last` is the last day of the time to keep.
    case retentionRunning(ParticipantReference, today: Day, last: Day)
    /// `staff-unknown`.
    case staffUnknown(StaffID)
    /// `not-permitted`.
    case notPermitted(Prohibition)

    /// Which two days stand in the wrong order.
    public enum Sequence: String, CaseIterable, Sendable {
        /// A plan agreed on before the citizen was enrolled.
        case agreementBeforeEnrolment
        /// An approval before the agreement.
        case approvalBeforeAgreement
        /// A release before the approval.
        case releaseBeforeApproval
        /// A retraction before the release.
        case retractionBeforeRelease
        /// A disbursement before the release.
        case disbursementBeforeRelease
        /// A refund before the disbursement.
        case refundBeforeDisbursement
        /// A refund before the expense.
        case refundBeforeExpense
        /// A reversal before what it cancels.
        case reversalBeforeEntry
        /// A withdrawal before the enrolment.
        case withdrawalBeforeEnrolment
        /// A reopening that would not set the close back.
        case reopeningAfterClose
        /// A reopening where nothing is closed.
        case reopeningWithoutClose
    }

    /// What a plan lacks.
    public enum Gap: Equatable, Sendable {
        /// A text that a plan must have.
        case text(Field)
        /// Anything to spend money on.
        case items
        /// An area that the programme has.
        case area(Area, known: [Area])
    }

    /// Why an entry cannot be cancelled or given back of.
    public enum Obstacle: Equatable, Sendable {
        /// There is no such entry.
        case noSuchEntry
        /// Entries of its kind are undone in another way, or not at all.
        case kind
        /// Refunds of it stand; the latest is named.
        case refunded(by: EntryNumber)
    }

    /// What a text or a reference is for.
    public enum Field: String, CaseIterable, Sendable {
        /// A citizen's or a staff member's name.
        case name
        /// A citizen's case.
        case caseNumber
        /// A plan's goal.
        case goal
        /// A plan's wishes.
        case wishes
        /// A plan's purpose.
        case purpose
        /// What an item is for.
        case item
        /// Who got the money.
        case payee
        /// A remark.
        case note
        /// Why something was done.
        case reason
        /// Why something was done before its time.
        case override
        /// Why texts are read.
        case readingPurpose
        /// A voucher reference.
        case voucher
        /// The key of a command that is recorded once.
        case once
        /// A staff id.
        case staff
        /// A login.
        case account
        /// The programme file.
        case programme
    }

    /// What is not permitted.
    public enum Prohibition: Equatable, Sendable {
        /// The role may not give the command; the roles that may.
        case role(StaffID, Role, allowed: Set<Role>)
        /// The staff member's work has ended.
        case ended(StaffID)
        /// The staff member belongs to another account.
        case otherAccount(StaffID)
        /// The account is bound to no one.
        case unboundAccount(AccountName)
        /// No one of the account's has a role that may.
        case noRole(AccountName, allowed: Set<Role>)
        /// Without this administrator no one could add staff.
        case lastAdministrator(StaffID)
    }

    /// The rule that refused.
    public var rule: Rule {
        switch self {
        case .outsideWindow: .outsideWindow
        case .futureDay: .futureDay
        case .periodClosed: .periodClosed
        case .outOfOrder: .outOfOrder
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
        case .drawingOver: .drawingOver
        case .samePerson: .samePerson
        case .voucherUsed: .voucherUsed
        case .retractExceeds: .retractExceeds
        case .refundExceeds: .refundExceeds
        case .repayExceeds: .repayExceeds
        case .notReversible: .notReversible
        case .alreadyReversed: .alreadyReversed
        case .paidTooLate: .paidTooLate
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

    /// What was asked for and the largest amount that would be allowed, where an amount is the matter. For
    /// `plan-below-released` the bound is the smallest that would be.
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
        case .amountNotPositive(let requested, _): (requested, nil)
        case .outsideWindow, .futureDay, .periodClosed, .outOfOrder, .placesTaken, .participantUnknown,
            .participantWithdrawn, .planIncomplete, .planNotPending, .planNotApproved, .itemUnknown, .drawingOver,
            .samePerson, .voucherUsed, .notReversible, .alreadyReversed, .paidTooLate, .caseTaken, .onceUsed,
            .personalNumber, .textTooLong, .postUnknown, .staffTaken, .retentionRunning, .staffUnknown, .notPermitted:
            nil
        }
    }
}
