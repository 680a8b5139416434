extension Programme {
    /// A contradiction in the terms.
    public enum Fault: Error, Equatable, Sendable {
        /// An amount, a count or a span is too small.
        case notPositive(Field)
        /// The posts add up to more than the grant; `nil` beyond ``Amount/limit``.
        case postsAboveGrant(posts: Amount?, grant: Amount)
        /// Places × cap is more than the citizens' post; `nil` beyond ``Amount/limit``.
        case placesAboveCitizens(needed: Amount?, citizens: Amount)
        /// The window ends before it starts.
        case windowReversed(first: Day, last: Day)
        /// There is no post.
        case noPost
        /// A key that only a programme with a post `citizens` may have.
        case withoutRecipients(Field)
        /// A post, an area or a result occurs twice.
        case doubled(String)
        /// The programme has recipients but no area.
        case noArea
        /// The last day for payments comes before the window ends.
        case settledBeforeEnd(settleBy: Day, last: Day)
        /// A list has more members than any programme needs.
        case tooMany(Field, limit: Int)
        /// A budget period ends before it starts.
        case periodReversed(first: Day, last: Day)
        /// A budget period reaches beyond the window.
        case periodOutsideWindow(first: Day, last: Day)
        /// Two budget periods share days, from this one on.
        case periodsOverlap(Day)
        /// A budget period has a ceiling for a post that the programme lacks.
        case periodPostUnknown(PostName)
        /// A result's percentage is above 100.
        case percentAbove100(ResultCode)
        /// A name for a code that no area, post or result has.
        case nameUnknown(String)
        /// Two codes of a kind have the same name, or one has the other's code for a name.
        case nameTaken(label: String, by: String, and: String)
    }

    /// The field of a programme file that a ``Fault`` or an amendment names; the raw value is its key.
    public enum Field: String, CaseIterable, Sendable {
        /// The programme's code.
        case programme
        /// The titles.
        case title
        /// Who receives the grant.
        case grantee
        /// Who gives the grant.
        case funder
        /// The grant.
        case grant
        /// A post's budget.
        case posts
        /// Whom the money goes to.
        case recipient
        /// The number of places.
        case places
        /// A recipient's ceiling.
        case cap
        /// The window's first day.
        case firstDay
        /// The window's last day.
        case lastDay
        /// The areas.
        case areas
        /// The drawing right in months.
        case drawingMonths
        /// Whether different people approve and release.
        case separateReleaser
        /// The last day for payments.
        case settleBy
        /// The years to keep the ledger.
        case keepYears
        /// The budget periods.
        case budgetPeriods
        /// The results.
        case results
        /// The instalments.
        case instalments
        /// The proof of spending.
        case proof
        /// The names of codes.
        case names
        /// A threshold of the findings.
        case findings
    }
}

// The checks of terms against each other, in the order in which their faults are reported.
extension Programme {
    /// The most posts, areas, results, budget periods or instalments that a programme may have.
    public static let mostMembers = 1000

    func check() throws(Fault) {
        try checkNumbers()
        try checkCounts()
        try checkPosts()
        guard lastDay >= firstDay else { throw .windowReversed(first: firstDay, last: lastDay) }
        if let settleBy, settleBy < lastDay { throw .settledBeforeEnd(settleBy: settleBy, last: lastDay) }
        if let doubled = Self.doubled(in: areas) { throw .doubled(doubled) }
        if let doubled = Self.doubled(in: results.map(\.code)) { throw .doubled(doubled) }
        if hasRecipients { guard !areas.isEmpty else { throw .noArea } }
        try checkPeriods()
        for result in results {
            if case .share(let percent?) = result.aim, percent > 100 { throw .percentAbove100(result.code) }
        }
        try checkNames()
    }

    private func checkNumbers() throws(Fault) {
        guard grant >= .zero else { throw .notPositive(.grant) }
        guard posts.allSatisfy({ $0.budget >= .zero }) else { throw .notPositive(.posts) }
        if let places, places < 1 { throw .notPositive(.places) }
        if let cap, cap <= .zero { throw .notPositive(.cap) }
        if let drawingMonths, drawingMonths < 1 { throw .notPositive(.drawingMonths) }
        guard keepYears >= 0 else { throw .notPositive(.keepYears) }
        guard thresholds.areSound else { throw .notPositive(.findings) }
        guard instalments.allSatisfy({ $0.amount > .zero }) else { throw .notPositive(.instalments) }
        for period in budgetPeriods {
            guard period.cap.map({ $0 >= .zero }) ?? true, period.posts.allSatisfy({ $0.budget >= .zero }) else {
                throw .notPositive(.budgetPeriods)
            }
        }
        for result in results {
            if case .share(let percent?) = result.aim, percent < 1 { throw .notPositive(.results) }
        }
    }

    private func checkCounts() throws(Fault) {
        let limit = Self.mostMembers
        if posts.count > limit { throw .tooMany(.posts, limit: limit) }
        if areas.count > limit { throw .tooMany(.areas, limit: limit) }
        if budgetPeriods.count > limit { throw .tooMany(.budgetPeriods, limit: limit) }
        if results.count > limit { throw .tooMany(.results, limit: limit) }
        if instalments.count > limit { throw .tooMany(.instalments, limit: limit) }
    }

    private func checkPosts() throws(Fault) {
        guard !posts.isEmpty else { throw .noPost }
        if let doubled = Self.doubled(in: posts.map(\.name)) { throw .doubled(doubled) }
        let sum = Amount.sum(posts.lazy.map(\.budget))
        guard let sum, sum <= grant else { throw .postsAboveGrant(posts: sum, grant: grant) }
        guard let citizens = budget(of: .citizens) else { return try checkWithoutRecipients() }
        if let cap, let places {
            let needed = cap.times(places)
            guard let needed, needed <= citizens else {
                throw .placesAboveCitizens(needed: needed, citizens: citizens)
            }
        }
    }

    /// Recipients are those of the post `citizens`.
    private func checkWithoutRecipients() throws(Fault) {
        if recipient != nil { throw .withoutRecipients(.recipient) }
        if places != nil { throw .withoutRecipients(.places) }
        if cap != nil { throw .withoutRecipients(.cap) }
        if !areas.isEmpty { throw .withoutRecipients(.areas) }
        if drawingMonths != nil { throw .withoutRecipients(.drawingMonths) }
        if budgetPeriods.contains(where: { $0.cap != nil }) { throw .withoutRecipients(.budgetPeriods) }
    }

    private func checkPeriods() throws(Fault) {
        var last: Day?
        for period in budgetPeriods {
            guard period.lastDay >= period.firstDay else {
                throw .periodReversed(first: period.firstDay, last: period.lastDay)
            }
            guard period.firstDay >= firstDay, period.lastDay <= lastDay else {
                throw .periodOutsideWindow(first: period.firstDay, last: period.lastDay)
            }
            if let last, period.firstDay <= last { throw .periodsOverlap(period.firstDay) }
            last = period.lastDay
            for post in period.posts where budget(of: post.name) == nil { throw .periodPostUnknown(post.name) }
        }
    }

    private func checkNames() throws(Fault) {
        var kinds = [
            posts.map { Called($0.name, label(of: $0.name)) }, areas.map { Called($0, label(of: $0)) },
            results.map { Called($0.code, label(of: $0.code)) },
        ]
        if !names.all.isEmpty {
            var codes = kinds.joined().map(\.code).sorted()[...]
            for name in names.all {
                codes = codes.drop { $0 < name.code }
                guard codes.first == name.code else { throw .nameUnknown(name.code.text) }
            }
        }
        kinds[2].append(Called(Exactly(ResultCode.none), nil))
        for kind in kinds where Self.mayCollide(kind) { try Self.check(kind) }
    }

    /// A code and what it is called, by the terms or as Aabenraa's codes are.
    private struct Called {
        let code: Exactly
        let title: Title?

        init(_ code: some Verbatim, _ title: Title?) {
            self.code = Exactly(code.text)
            self.title = title
        }

        /// The labels that are not the code itself.
        var labels: [String] {
            guard let title else { return [] }
            let (danish, english) = (Exactly(title.danish.string), Exactly(title.english.string))
            switch (danish == code, english == code || english == danish) {
            case (true, true): return []
            case (true, false): return [english.text]
            case (false, true): return [danish.text]
            case (false, false): return [danish.text, english.text]
            }
        }
    }

    /// Whether labels of some codes may be alike, told by their sums: every command reads the terms, and letters are
    /// slow to compare whatever their case.
    private static func mayCollide(_ kind: [Called]) -> Bool {
        var sums: [UInt64] = []
        sums.reserveCapacity(3 * kind.count)
        for called in kind {
            guard let sum = Label.sum(called.code.text) else { return true }
            sums.append(sum)
            for label in called.labels {
                guard let sum = Label.sum(label) else { return true }
                sums.append(sum)
            }
        }
        sums.sort()
        for index in sums.indices.dropFirst() where sums[index] == sums[index - 1] { return true }
        return false
    }

    /// Within a kind, a label leads to one code, in whichever language, and never to another than the one it spells.
    private static func check(_ kind: [Called]) throws(Fault) {
        typealias Claim = (key: Exactly, code: Exactly, label: String?)
        let claims = kind.flatMap { called -> [Claim] in
            [(Label.key(called.code.text), called.code, nil)]
                + called.labels.map { (Label.key($0), called.code, $0) }
        }
        .sorted { $0.key < $1.key }
        // Codes alike but for their case are told apart by it; a label would not be.
        for (start, first) in claims.enumerated() {
            for other in claims[(start + 1)...].prefix(while: { $0.key == first.key }) where other.code != first.code {
                guard let label = other.label ?? first.label else { continue }
                throw .nameTaken(label: label, by: first.code.text, and: other.code.text)
            }
        }
    }

    private static func doubled<Name: Verbatim>(in names: [Name]) -> String? {
        let names = names.sorted()
        return zip(names, names.dropFirst()).first { $0 == $1 }?.0.text
    }
}
