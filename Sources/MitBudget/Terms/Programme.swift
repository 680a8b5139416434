/// The terms of a grant, fixed when the ledger is opened.
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
    /// How many citizens there is room for.
    public let places: Int
    /// The most that one citizen may receive; `nil` where only the posts limit it.
    public let cap: Amount?
    /// The window's first day; only instalments may come in earlier.
    public let firstDay: Day
    /// The window's last day, which is inside; only settling entries may follow it.
    public let lastDay: Day
    /// The areas that a plan's items may have.
    public let areas: [Area]
    /// How many months a citizen's drawing right lasts from the first approval; `nil` for the whole window.
    public let drawingMonths: Int?
    /// Whether different people must approve a plan and release its funds.
    public let separateReleaser: Bool
    /// The last day on which an expense may be paid; `nil` where the terms name none.
    public let settleBy: Day?
    /// How many years after the window's end the ledger must be kept.
    public let keepYears: Int
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

    /// A contradiction in the terms.
    public enum Fault: Error, Equatable, Sendable {
        /// An amount, a count or a span is not above zero.
        case notPositive(Field)
        /// The posts add up to more than the grant; `nil` beyond ``Amount/limit``.
        case postsAboveGrant(posts: Amount?, grant: Amount)
        /// Places × cap is more than the citizens' post; `nil` beyond ``Amount/limit``.
        case placesAboveCitizens(needed: Amount?, citizens: Amount)
        /// The window ends before it starts.
        case windowReversed(first: Day, last: Day)
        /// No post is called `citizens`.
        case noCitizensPost
        /// A post or an area occurs twice.
        case doubled(String)
        /// The programme has no area.
        case noArea
        /// The last day for payments comes before the window ends.
        case settledBeforeEnd(settleBy: Day, last: Day)
    }

    /// The field of a programme file that a ``Fault`` names; the raw value is its key.
    public enum Field: String, Sendable {
        /// The grant.
        case grant
        /// A post's budget.
        case posts
        /// The number of places.
        case places
        /// A citizen's ceiling.
        case cap
        /// The drawing right in months.
        case drawingMonths
        /// The years to keep the ledger.
        case keepYears
        /// A threshold of the findings.
        case findings
    }

    /// Makes the terms, checked against each other.
    /// - Throws: the first ``Fault`` found. Places × cap may equal the citizens' post, and the posts may add up to
    ///   exactly the grant.
    /// - Source: press release: 15 citizens, 50.000 kr. each, 952.000 kr. in all.
    public init(
        id: ProgrammeID, title: Title, grantee: Text, funder: Text, grant: Amount, posts: [Post], places: Int,
        cap: Amount?, firstDay: Day, lastDay: Day, areas: [Area], drawingMonths: Int? = nil,
        separateReleaser: Bool = false, settleBy: Day? = nil, keepYears: Int = 5,
        thresholds: Thresholds = Thresholds()
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
        self.places = places
        self.cap = cap
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.areas = areas
        self.drawingMonths = drawingMonths
        self.separateReleaser = separateReleaser
        self.settleBy = settleBy
        self.keepYears = keepYears
        self.thresholds = thresholds
        try checkNumbers()
        try checkPosts()
        guard lastDay >= firstDay else { throw .windowReversed(first: firstDay, last: lastDay) }
        if let settleBy, settleBy < lastDay { throw .settledBeforeEnd(settleBy: settleBy, last: lastDay) }
        if let doubled = Self.doubled(in: areas) { throw .doubled(doubled) }
        guard !areas.isEmpty else { throw .noArea }
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
        // After the first post, the citizens', they are sorted by name.
        var (low, high) = (1, posts.count)
        while low < high {
            let middle = (low + high) / 2
            if posts[middle].name < post { low = middle + 1 } else { high = middle }
        }
        return low < posts.count && posts[low].name == post ? posts[low].budget : nil
    }

    private func checkNumbers() throws(Fault) {
        guard grant > .zero else { throw .notPositive(.grant) }
        guard posts.allSatisfy({ $0.budget >= .zero }) else { throw .notPositive(.posts) }
        guard places >= 1 else { throw .notPositive(.places) }
        if let cap, cap <= .zero { throw .notPositive(.cap) }
        if let drawingMonths, drawingMonths < 1 { throw .notPositive(.drawingMonths) }
        guard keepYears >= 0 else { throw .notPositive(.keepYears) }
        guard thresholds.areSound else { throw .notPositive(.findings) }
    }

    private func checkPosts() throws(Fault) {
        if let doubled = Self.doubled(in: posts.map(\.name)) { throw .doubled(doubled) }
        guard let citizens = budget(of: .citizens) else { throw .noCitizensPost }
        let sum = Amount.sum(posts.lazy.map(\.budget))
        guard let sum, sum <= grant else { throw .postsAboveGrant(posts: sum, grant: grant) }
        if let cap {
            let needed = cap.times(places)
            guard let needed, needed <= citizens else {
                throw .placesAboveCitizens(needed: needed, citizens: citizens)
            }
        }
    }

    private static func doubled<Name: Verbatim>(in names: [Name]) -> String? {
        let names = names.sorted()
        return zip(names, names.dropFirst()).first { $0 == $1 }?.0.text
    }
}
