/// The rules in order of precedence: where several refuse, the first is reported. The raw value is the stable id.
///
/// `staff-unknown` and `not-permitted` stand last but are checked first: a caller who may not give a command learns
/// nothing else about it.
public enum Rule: String, CaseIterable, Sendable {
    /// The day lies outside the programme's window.
    case outsideWindow = "outside-window"
    /// The day lies after today.
    case futureDay = "future-day"
    /// The day lies in a closed period.
    case periodClosed = "period-closed"
    /// The day lies before that of the entry it builds on.
    case outOfOrder = "out-of-order"
    /// The programme has no recipients.
    case noRecipients = "no-recipients"
    /// No place is left.
    case placesTaken = "places-taken"
    /// The programme has no such citizen.
    case participantUnknown = "participant-unknown"
    /// The citizen's budget is stopped.
    case participantWithdrawn = "participant-withdrawn"
    /// The plan lacks something it must have.
    case planIncomplete = "plan-incomplete"
    /// The plan asks for more than one citizen may receive.
    case planOverCap = "plan-over-cap"
    /// The plan takes away what is released already.
    case planBelowReleased = "plan-below-released"
    /// No plan waits for a decision.
    case planNotPending = "plan-not-pending"
    /// The citizen has no approved plan.
    case planNotApproved = "plan-not-approved"
    /// The plan has no such item.
    case itemUnknown = "item-unknown"
    /// A release goes beyond the item's approved amount.
    case itemExceeded = "item-exceeded"
    /// A disbursement, or the reversal of a refund, goes beyond what is released and unspent.
    case releaseExceeded = "release-exceeded"
    /// A citizen would receive more than the cap.
    case capExceeded = "cap-exceeded"
    /// The post's budget would be exceeded.
    case postExceeded = "post-exceeded"
    /// The grant would be exceeded.
    case grantExceeded = "grant-exceeded"
    /// A ceiling of a budget period would be exceeded.
    case periodBudgetExceeded = "period-budget-exceeded"
    /// The day lies after the citizen's drawing right ended.
    case drawingOver = "drawing-over"
    /// The same person approves and releases.
    case samePerson = "same-person"
    /// The voucher is already recorded.
    case voucherUsed = "voucher-used"
    /// The lines of a voucher would exceed its total, or tell different totals.
    case voucherExceeded = "voucher-exceeded"
    /// A retraction goes beyond what is released and unspent.
    case retractExceeds = "retract-exceeds"
    /// A refund goes beyond what was spent and not yet refunded.
    case refundExceeds = "refund-exceeds"
    /// A repayment goes beyond what is received, and neither spent nor repaid.
    case repayExceeds = "repay-exceeds"
    /// The entry cannot be reversed.
    case notReversible = "not-reversible"
    /// The entry is already reversed.
    case alreadyReversed = "already-reversed"
    /// The payment comes after the last day for payments.
    case paidTooLate = "paid-too-late"
    /// Amended terms lack room for what the ledger holds.
    case termsBelowUsed = "terms-below-used"
    /// The recipient is no person, so there is nothing to disclose.
    case notPersonal = "not-personal"
    /// The terms have no such result.
    case resultUnknown = "result-unknown"
    /// The entry lacks that text, or it is erased.
    case textUnknown = "text-unknown"
    /// The entry has no voucher, or not that document.
    case voucherUnknown = "voucher-unknown"
    /// The entry has that document already.
    case evidenceKnown = "evidence-known"
    /// The document is of no kind that the ledger keeps.
    case evidenceType = "evidence-type"
    /// Another citizen has the case number.
    case caseTaken = "case-taken"
    /// The key already belongs to another command.
    case onceUsed = "once-used"
    /// A text or a reference seems to hold a CPR number.
    case personalNumber = "personal-number"
    /// A text that is too long.
    case textTooLong = "text-too-long"
    /// The amount is zero or negative.
    case amountNotPositive = "amount-not-positive"
    /// The programme has no such post for expenses.
    case postUnknown = "post-unknown"
    /// The staff id is already in use.
    case staffTaken = "staff-taken"
    /// The retention period of the texts still runs.
    case retentionRunning = "retention-running"
    /// No staff member has the id.
    case staffUnknown = "staff-unknown"
    /// The caller may not give the command.
    case notPermitted = "not-permitted"
}

extension Rule {
    /// The rule's place in the order of precedence, from 0.
    public var precedence: Int {
        Rule.allCases.firstIndex(of: self) ?? Rule.allCases.count
    }
}
