/// Something to do about a refusal, with real names, amounts and days.
///
/// What a remedy would record was put to the rules of the same ledger, and they let it pass: no advice is refused in
/// its turn. A day stands in one where it is not today.
public enum Remedy: Equatable, Sendable {
    /// The same command on another day.
    case day(Day, Side, Dating)
    /// The same command about that much, the most that passes.
    case amount(Amount)
    /// The same command by one of the account's who may give it.
    case actor(StaffID)
    /// The same command, paid by that day.
    case paid(by: Day)
    /// First releasing what is missing; by another caseworker where the programme wants that.
    case release(ItemReference, Amount, on: Day?, byAnother: Bool)
    /// The same release by another caseworker.
    case releaseByAnother(ItemReference, Amount, on: Day?)
    /// First retracting what is not spent; then the item can be lowered, to what is spent where the plan asks for less.
    case retract(ItemReference, Amount, on: Day?, leaving: Amount?)
    /// Retracting what a release made available and was not spent.
    case undoRelease(ItemReference, Amount, on: Day?)
    /// Reversing an entry that was wrong; by whom, where it is not for the caller to do.
    case reverse(EntryNumber, on: Day?, by: Role?)
    /// First reversing a refund.
    case reverseRefund(EntryNumber, on: Day?)
    /// Approving the version that waits.
    case approve(ParticipantReference, version: Int, on: Day?)
    /// Drafting a plan, agreed on by that day.
    case draft(ParticipantReference, by: Day?)
    /// Drafting a plan with up to so much on the item; `others` where another item must give it up.
    case enlarge(ItemReference, upTo: Amount, by: Day?, others: Bool)
    /// Enrolling the citizen once more, today.
    case enrol
    /// Reopening a closed period; by whom, where it is not for the caller to do. Then the command passes, on that day
    /// where its own is none.
    case reopen(through: Day, by: Role?, then: Day?)
    /// Looking at the items of a version.
    case showPlan(ParticipantReference, version: Int)
    /// Looking for the disbursement that money came back from.
    case showDisbursements(ParticipantReference)
    /// A remedy that is not for the caller to carry out, but for a role.
    indirect case asking(Role, Remedy)
    /// First adding another administrator, by an id that is free.
    case addAdministrator(StaffID)

    /// On which side of the day that was asked for the possible days lie.
    public enum Side: Sendable {
        /// The day is the earliest possible.
        case earliest
        /// The day is the latest possible.
        case latest
    }

    /// What a command's day is the day of, and so how it is given.
    public enum Dating: Equatable, Sendable {
        /// Of what happened.
        case event
        /// Of an expense, that was paid on another day.
        case purchase(paid: Day)
        /// Of the agreement on a plan.
        case agreement
        /// The last of a closed period.
        case period
    }
}
