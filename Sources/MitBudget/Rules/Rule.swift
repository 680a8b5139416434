/// The rules, in order of precedence: where several refuse, the first speaks. The raw value is the stable id.
///
/// `staff-unknown` and `not-permitted` stand last but are asked first: whoever may not give a command is told nothing
/// else about it.
public enum Rule: String, CaseIterable, Sendable {
    /// A day outside the programme's window.
    case outsideWindow = "outside-window"
    /// A day after today.
    case futureDay = "future-day"
    /// A day in a closed period.
    case periodClosed = "period-closed"
    /// A day before what it builds on.
    case outOfOrder = "out-of-order"
    /// No place is left.
    case placesTaken = "places-taken"
    /// No such citizen.
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
    /// No plan is in force.
    case planNotApproved = "plan-not-approved"
    /// The plan has no such item.
    case itemUnknown = "item-unknown"
    /// More than the item's approved amount.
    case itemExceeded = "item-exceeded"
    /// More than is released and unspent.
    case releaseExceeded = "release-exceeded"
    /// More than one citizen may receive.
    case capExceeded = "cap-exceeded"
    /// More than the post's budget.
    case postExceeded = "post-exceeded"
    /// More than the grant.
    case grantExceeded = "grant-exceeded"
    /// After the citizen's drawing right ended.
    case drawingOver = "drawing-over"
    /// Approved and released by one person.
    case samePerson = "same-person"
    /// The voucher is recorded already.
    case voucherUsed = "voucher-used"
    /// More than can be taken back.
    case retractExceeds = "retract-exceeds"
    /// More than can come back.
    case refundExceeds = "refund-exceeds"
    /// More than can be paid back.
    case repayExceeds = "repay-exceeds"
    /// Not an entry that can be cancelled.
    case notReversible = "not-reversible"
    /// Cancelled already.
    case alreadyReversed = "already-reversed"
    /// Paid after the last day for payments.
    case paidTooLate = "paid-too-late"
    /// Another citizen has the case number.
    case caseTaken = "case-taken"
    /// The key stands for something else.
    case onceUsed = "once-used"
    /// A CPR number in a text or a reference.
    case personalNumber = "personal-number"
    /// A text that is too long.
    case textTooLong = "text-too-long"
    /// No money, or less than none.
    case amountNotPositive = "amount-not-positive"
    /// The programme has no such post for expenses.
    case postUnknown = "post-unknown"
    /// The staff id is given already.
    case staffTaken = "staff-taken"
    /// The time to keep the texts is not over.
    case retentionRunning = "retention-running"
    /// No such staff member.
    case staffUnknown = "staff-unknown"
    /// The staff member may not do that.
    case notPermitted = "not-permitted"
}

extension Rule {
    /// Where the rule stands in the order of precedence, from 0.
    public var precedence: Int {
        Rule.allCases.firstIndex(of: self) ?? Rule.allCases.count
    }
}
