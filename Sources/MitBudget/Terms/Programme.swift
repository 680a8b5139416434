/// The terms of a grant: fixed when the ledger is opened, changed by amendments.
public struct Programme: Equatable, Sendable {
    /// The programme's code, such as `mit-budget-aabenraa`.
    public let id: ProgrammeID
    /// The programme's title in Danish and in English.
    public let title: Title
    /// Who receives the grant.
    public let grantee: Text
    /// Who gives the grant.
    public let funder: Text
    /// What the funder has promised, in all.
    public let grant: Amount
    /// The approved budget's lines in the order of the reports: the citizens' post first, the others by name. The order
    /// in the programme file is lost, since the members of a JSON object have none.
    public let posts: [Post]
    /// Whom the money goes to; `nil` where the whole grant belongs to posts, and no one is enrolled.
    public let recipient: Recipient?
    /// How many recipients there is room for; `nil` where their number has no limit.
    public let places: Int?
    /// The most that one recipient may receive; `nil` where only the posts limit it.
    public let cap: Amount?
    /// The window's first day; only instalments may come in earlier.
    public let firstDay: Day
    /// The window's last day, which is inside; only settling entries may follow it.
    public let lastDay: Day
    /// The areas that a plan's items may have; empty where there are no recipients.
    public let areas: [Area]
    /// How many months a citizen's drawing right lasts from the first approval; `nil` for the whole window.
    public let drawingMonths: Int?
    /// Whether different people must approve a plan and release its funds.
    public let separateReleaser: Bool
    /// The last day on which an expense may be paid; `nil` where the terms name none.
    public let settleBy: Day?
    /// How many years after the window's end the ledger must be kept.
    public let keepYears: Int
    /// Spans of days with ceilings of their own, in order of day; they do not overlap.
    public let budgetPeriods: [BudgetPeriod]
    /// The results that are followed up or measured, in order of code.
    public let results: [Outcome]
    /// What the funder is to pay and when, in order of day.
    public let instalments: [Instalment]
    /// What each standing disbursement and expense must have before an auditor accepts it, in the order of ``Proof``.
    public let proof: [Proof]
    /// The names of areas, posts and results.
    public let names: Names
    /// When a report makes a finding.
    public let thresholds: Thresholds

    /// A name in both languages.
    public struct Title: Equatable, Sendable {
        /// In Danish.
        public let danish: Text
        /// In English.
        public let english: Text

        /// Makes a title from both languages.
        public init(danish: Text, english: Text) {
            self.danish = danish
            self.english = english
        }
    }

    /// A line of the approved budget.
    public struct Post: Equatable, Sendable {
        /// The name, unique within the programme.
        public let name: PostName
        /// The most that may be spent on the post.
        public let budget: Amount

        /// Makes a line from a name and a budget.
        public init(name: PostName, budget: Amount) {
            self.name = name
            self.budget = budget
        }
    }

    /// Makes the terms, checked against each other.
    /// - Throws: the first ``Fault`` found. Places × cap may equal the citizens' post, and the posts may add up to
    ///   exactly the grant.
    /// - Source: press release: 15 citizens, 50.000 kr. each, 952.000 kr. in all.
    public init(
        id: ProgrammeID, title: Title, grantee: Text, funder: Text, grant: Amount, posts: [Post],
        recipient: Recipient? = .citizen, places: Int?, cap: Amount?, firstDay: Day, lastDay: Day, areas: [Area],
        drawingMonths: Int? = nil, separateReleaser: Bool = false, settleBy: Day? = nil, keepYears: Int = 5,
        budgetPeriods: [BudgetPeriod] = [], results: [Outcome] = [], instalments: [Instalment] = [],
        proof: [Proof] = [], names: Names = [:], thresholds: Thresholds = Thresholds()
    ) throws(Fault) {
        self.id = id
        self.title = title
        self.grantee = grantee
        self.funder = funder
        self.grant = grant
        self.posts = posts.sorted { one, other in
            guard one.name != .citizens, other.name != .citizens else { return other.name != .citizens }
            return one.name < other.name
        }
        self.recipient = recipient
        self.places = places
        self.cap = cap
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.areas = areas
        self.drawingMonths = drawingMonths
        self.separateReleaser = separateReleaser
        self.settleBy = settleBy
        self.keepYears = keepYears
        self.budgetPeriods = budgetPeriods.sorted { $0.firstDay < $1.firstDay }
        self.results = results.sorted { $0.code < $1.code }
        self.instalments = instalments.enumerated()
            .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
        self.proof = Proof.allCases.filter(proof.contains)
        self.names = names
        self.thresholds = thresholds
        try check()
    }

    /// Whether money goes to recipients, who are enrolled.
    public var hasRecipients: Bool {
        switch recipient {
        case .none: false
        case .some: true
        }
    }

    /// Whether the recipients are people, so that texts on them are sensitive.
    public var isPersonal: Bool { recipient?.isPersonal ?? false }

    /// A recipient's reference by number; `nil` below 1, or where there are no recipients.
    public func reference(_ number: Int) -> ParticipantReference? {
        recipient.flatMap { ParticipantReference(prefix: $0.prefix, number: number) }
    }

    /// The last day on which texts on citizens must be kept: ``keepYears`` after the window's end.
    public var keptThrough: Day {
        let (months, isBeyondAllDays) = keepYears.multipliedReportingOverflow(by: 12)
        return lastDay.advanced(byMonths: isBeyondAllDays ? .max : months)
    }

    /// The last day of a drawing right that began on a day: ``drawingMonths`` later, the day before the day of the same
    /// number, or that month's last day where it has no such number. `nil` where the terms have no drawing right.
    /// - Source: Act on the trial (L 133, 2021-22, § 3): consecutive months.
    public func drawingEnd(from first: Day) -> Day? {
        guard let drawingMonths else { return nil }
        let last = first.advanced(byMonths: drawingMonths)
        return last.civil.day == first.civil.day ? last.advanced(by: -1) : last
    }

    /// The budget of a post; `nil` where the programme has no such post.
    public func budget(of post: PostName) -> Amount? {
        guard let first = posts.first, first.name != post else { return posts.first?.budget }
        // The first post may be the citizens'; the others are sorted by name.
        var (low, high) = (1, posts.count)
        while low < high {
            let middle = (low + high) / 2
            if posts[middle].name < post { low = middle + 1 } else { high = middle }
        }
        return low < posts.count && posts[low].name == post ? posts[low].budget : nil
    }
}
