extension Refusal {
    /// Whose ceiling of a budget period it is.
    public enum PeriodHolder: Equatable, Sendable {
        /// A recipient's: the period's cap.
        case participant(ParticipantReference)
        /// A post's.
        case post(PostName)
    }

    /// What amended terms lack room for, with the least that would do.
    public enum Shortfall: Equatable, Sendable {
        /// Something that an amendment never changes.
        case fixed(Fixed)
        /// The grant is below what is approved, released, spent or received.
        case grant(asked: Amount, least: Amount)
        /// A post is below what is approved, released or spent on it.
        case post(PostName, asked: Amount, least: Amount)
        /// A post is gone although entries name it.
        case postGone(PostName)
        /// The cap is below what is approved, released or spent for a recipient.
        case cap(ParticipantReference, asked: Amount, least: Amount)
        /// There are fewer places than are held on a day, which is the amendment's own or a later one.
        case places(asked: Int, least: Int, on: Day)
        /// An area is gone although a plan of that recipient has an item of it.
        case areaGone(Area, of: ParticipantReference)
        /// A result is gone, or judged in another way, although it is noted of that recipient, or measured.
        case resultGone(ResultCode, of: ParticipantReference?)
        /// No budget period has a day any more that lay in one, although money was spent on it.
        case periodGone(Day)
        /// A ceiling of a budget period is below what is spent in it.
        case period(Programme.BudgetPeriod, PeriodHolder, asked: Amount, least: Amount)
        /// The last day lies before the day of an entry that must lie in the window.
        case lastDay(asked: Day, least: Day, entry: EntryNumber)

        /// The amount asked for and the least that would do, where the shortfall is of money.
        var amounts: (requested: Amount?, bound: Amount?)? {
            switch self {
            case .grant(let asked, let least), .post(_, let asked, let least), .cap(_, let asked, let least),
                .period(_, _, let asked, let least):
                (asked, least)
            case .fixed, .postGone, .places, .areaGone, .resultGone, .periodGone, .lastDay: nil
            }
        }
    }

    /// What an amendment never changes.
    public enum Fixed: String, CaseIterable, Sendable {
        /// The programme's code.
        case programme
        /// The window's first day.
        case firstDay
        /// Whether there are recipients.
        case citizens
        /// The prefix of references.
        case prefix
        /// Whether recipients are people.
        case personal
    }
}
