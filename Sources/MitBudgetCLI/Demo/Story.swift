import MitBudget

/// A fictional citizen's way through the programme, before amounts are split and days are counted.
struct Story {
    /// The reference of the case; there are no names.
    let caseNumber: String
    let enrolled: Day
    let goal: String
    let wishes: String
    let purpose: String
    let versions: [Version]
    var departure: Departure?

    /// A version of the plan.
    struct Version {
        /// The day on which it was agreed on and drafted, or the first day after it on which it could be.
        let agreed: Day
        let lines: [Line]
        var outcome = Outcome.approved
    }

    /// An item of a version.
    enum Line {
        /// Gets the next number.
        case new(Need)
        /// Stays as it was.
        case keep(Int)
        /// Falls to what was spent; what else was released on it is retracted.
        case settle(Int)
        /// Grows by what is needed more.
        case raise(Int, Need)
    }

    /// What became of a version.
    enum Outcome {
        case approved
        case rejected(reason: String)
        case pending
    }

    /// The end of a budget before its time.
    struct Departure {
        let day: Day
        let reason: String
    }
}

/// What part of the money is for, and how it comes to be spent.
struct Need {
    let area: String
    let kroner: Int
    let text: String
    let pace: Pace
    var payees: [String] = []
    /// How many days after the approval the money is released.
    var wait = 3
    /// A remark on the first disbursement.
    var note: String?
    var mishap: Mishap?

    /// How the money is spent.
    enum Pace {
        /// In one sum, as quoted.
        case once
        /// On so many purchases over so many days; now and then a little is left.
        case purchases(Int, days: Int)
        /// In so many equal instalments, one a month.
        case monthly(Int)
        /// Released, and never spent.
        case unspent
        /// Not even released.
        case unreleased
    }

    /// What happens to one of the disbursements, counted from 0.
    enum Mishap {
        /// So many percent of it come back after so many days.
        case refunded(Int, percent: Int, after: Int)
        /// It is recorded as a tenth of what it is, reversed, and recorded anew with the same voucher.
        case mistyped(Int)
    }
}
