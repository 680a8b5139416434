/// A way out of a refusal, with real names, amounts and days.
///
/// The rules have accepted what the remedy would record in the same ledger, so no advice leads to another refusal. A
/// remedy names a day only where it is not today.
public enum Remedy: Equatable, Sendable {
    /// Give the same command on another day.
    case day(Day, Side, Dating)
    /// Give the same command with this amount, the largest that passes.
    case amount(Amount)
    /// Let another staff member of the same account, who may, give the command.
    case actor(StaffID)
    /// Give the same command, paid by that day.
    case paid(by: Day)
    /// First release what is missing; by another caseworker where the programme demands it.
    case release(ItemReference, Amount, on: Day?, byAnother: Bool)
    /// Let another caseworker make the same release.
    case releaseByAnother(ItemReference, Amount, on: Day?)
    /// First retract what is unspent; then the item can be lowered, to what is spent where the plan asks for less.
    case retract(ItemReference, Amount, on: Day?, leaving: Amount?)
    /// Retract what a release made available and nobody has spent.
    case undoRelease(ItemReference, Amount, on: Day?)
    /// Reverse an entry that was wrong; `by` is the role that may, where the caller may not.
    case reverse(EntryNumber, on: Day?, by: Role?)
    /// First reverse a refund.
    case reverseRefund(EntryNumber, on: Day?)
    /// Approve the version that waits.
    case approve(ParticipantReference, version: Int, on: Day?)
    /// Draft a plan that was agreed on by that day.
    case draft(ParticipantReference, by: Day?)
    /// Draft a plan with at most this amount on the item; `others` where another item must give it up.
    case enlarge(ItemReference, upTo: Amount, by: Day?, others: Bool)
    /// Enrol the citizen again, today.
    case enrol
    /// Reopen a closed period; `by` is the role that may, where the caller may not. The command then passes, on the day
    /// `then` where its own day does not fit.
    case reopen(through: Day, by: Role?, then: Day?)
    /// Look at the items of a version.
    case showPlan(ParticipantReference, version: Int)
    /// Look for the disbursement that the money came back from.
    case showDisbursements(ParticipantReference)
    /// Ask someone in this role to carry out the remedy, since the caller may not.
    indirect case asking(Role, Remedy)
    /// First add another administrator, with an id that is free.
    case addAdministrator(StaffID)

    /// On which side of the requested day the possible days lie.
    public enum Side: Sendable {
        /// The day is the earliest possible one.
        case earliest
        /// The day is the latest possible one.
        case latest
    }

    /// What the day of a command is the day of, which decides how it is written.
    public enum Dating: Equatable, Sendable {
        /// The day of what happened.
        case event
        /// The day of an expense that was paid on another day.
        case purchase(paid: Day)
        /// The day of the agreement on a plan.
        case agreement
        /// The last day of a closed period.
        case period
    }
}
