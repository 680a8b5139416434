import MitBudget

// Amendments, results and measured figures.
extension RandomWalk {
    /// An amendment, a follow-up or a measurement.
    mutating func ofTerms(on book: Book) -> Command {
        switch number(0...5) {
        case 0: return .followUp(citizen(of: book), result: result(), note: chance(3) ? words() : nil, on: day())
        case 1: return .measure(result() ?? "backlog", value: figure(), voucher: voucher(), on: day())
        default:
            guard let terms = amended(on: book) else { return enrolment() }
            return .amend(
                Amendment(terms: terms, reason: words(), approval: chance(3) ? voucher() : nil), on: day())
        }
    }

    private mutating func result() -> ResultCode? {
        let codes = programme.results.map(\.code) + ["unheard-of"]
        return chance(6) ? nil : codes.randomElement(using: &generator)
    }

    private mutating func figure() -> Figure? {
        chance(6) ? nil : Figure(.ore(Int64(number(0...120_000))))
    }

    /// The terms with one or two changes that aim at what is just allowed; `nil` where they contradict each other.
    private mutating func amended(on book: Book) -> Programme? {
        var draft = TermsDraft(programme)
        for _ in 0..<number(0...2) { change(&draft, on: book) }
        return try? draft.programme
    }

    private mutating func change(_ draft: inout TermsDraft, on book: Book) {
        switch number(0...12) {
        case 0:
            draft.grant = chance(3) ? amount(near: max(book.total.approved, book.received)) : draft.grant + .kroner(50)
        case 1, 2:
            guard let place = draft.posts.indices.randomElement(using: &generator) else { return }
            let post = draft.posts[place]
            let used = book.balance(of: post.name).approved
            draft.posts[place] = .init(
                name: post.name, budget: chance(2) ? amount(near: used) : post.budget + .kroner(20))
        case 3: draft.posts.append(.init(name: "evaluation", budget: chance(2) ? .zero : .kroner(5)))
        case 4: draft.posts.removeAll { $0.name != .citizens && chance(2) }
        case 5: draft.places = chance(4) ? nil : number(1...5)
        case 6:
            let most = book.participants.map(\.account.balance.approved).max() ?? .kroner(80)
            draft.cap = chance(4) ? nil : amount(near: most)
        case 7: draft.lastDay = chance(2) ? day() : draft.lastDay.advanced(by: number(-20...60))
        case 8: draft.areas = chance(2) ? draft.areas + ["transport"] : draft.areas.filter { _ in chance(2) }
        case 9: draft.drawingMonths = chance(2) ? nil : number(1...3)
        case 10: draft.separateReleaser.toggle()
        case 11: draft.budgetPeriods = periods(on: book)
        default: draft.results = chance(2) ? [] : draft.results + [.init(code: "unchanged", aim: .share(percent: nil))]
        }
    }

    private mutating func periods(on book: Book) -> [Programme.BudgetPeriod] {
        guard !chance(4) else { return [] }
        let middle = programme.firstDay.advanced(by: number(10...120))
        return [(programme.firstDay, middle), (middle.advanced(by: number(1...30)), programme.lastDay)].compactMap {
            first, last in
            guard first <= last else { return nil }
            let span = Programme.BudgetPeriod(firstDay: first, lastDay: last, cap: nil, posts: [])
            let spent = book.largestSpending(in: span)?.amount ?? .zero
            let post = programme.posts.map(\.name).randomElement(using: &generator) ?? .citizens
            return Programme.BudgetPeriod(
                firstDay: first, lastDay: last,
                cap: programme.hasRecipients && chance(2) ? amount(near: max(spent, .kroner(20))) : nil,
                posts: chance(2)
                    ? [.init(name: post, budget: amount(near: max(book.spending(on: post, in: span), .kroner(30))))]
                    : [])
        }
    }
}

/// Terms that can be changed one by one.
package struct TermsDraft {
    private let terms: Programme
    package var firstDay: Day { terms.firstDay }
    package var grant: Amount
    package var posts: [Programme.Post]
    package var places: Int?
    package var cap: Amount?
    package var lastDay: Day
    package var areas: [Area]
    package var drawingMonths: Int?
    package var separateReleaser: Bool
    package var settleBy: Day?
    package var budgetPeriods: [Programme.BudgetPeriod]
    package var results: [Programme.Outcome]
    package var proof: [Programme.Proof]
    package var keepYears: Int
    package var thresholds: Thresholds

    package init(_ terms: Programme) {
        self.terms = terms
        grant = terms.grant
        posts = terms.posts
        places = terms.places
        cap = terms.cap
        lastDay = terms.lastDay
        areas = terms.areas
        drawingMonths = terms.drawingMonths
        separateReleaser = terms.separateReleaser
        settleBy = terms.settleBy
        budgetPeriods = terms.budgetPeriods
        results = terms.results
        proof = terms.proof
        keepYears = terms.keepYears
        thresholds = terms.thresholds
    }

    package var programme: Programme {
        get throws(Programme.Fault) {
            try Programme(
                id: terms.id, title: terms.title, grantee: terms.grantee, funder: terms.funder, grant: grant,
                posts: posts, recipient: terms.recipient, places: places, cap: cap, firstDay: terms.firstDay,
                lastDay: lastDay, areas: areas, drawingMonths: drawingMonths, separateReleaser: separateReleaser,
                settleBy: settleBy, keepYears: keepYears, budgetPeriods: budgetPeriods, results: results,
                instalments: terms.instalments, proof: proof,
                names: Programme.Names(
                    terms.names.all.filter { name in
                        posts.contains { $0.name.text == name.code.text }
                            || areas.contains { $0.text == name.code.text }
                            || results.contains { $0.code.text == name.code.text }
                    }), thresholds: thresholds)
        }
    }
}
