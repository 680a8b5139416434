import MitBudget
import Phrases

// The sections of sums.
extension PeriodSections {
    var posts: Listing<PeriodFacts.Post> {
        let budgets = facts.posts.reduce(Amount.zero) { $0 + $1.budget }
        let outside = programme.grant - budgets
        let isAmended = facts.posts.contains { $0.original != $0.budget }
        return Listing(
            caption: .inKroner(Phrase(da: "Budgetposter", en: "Posts")), rows: facts.posts,
            columns: [
                Column(Label.post, key: "post", .words) { .name(code: $0.name.text, $0.name.phrase) },
                .amount(Label.original, key: "originalOre", in: isAmended ? .all : .csv, total: .sum) { $0.original },
                .amount(Label.budget, key: "budgetOre", total: .sum) { $0.budget },
                .before(beginsTable: true) { $0.spending }, .inPeriod { $0.spending }, .inAll { $0.spending },
                .amount(Label.remaining, key: "remainingOre", total: .sum) { $0.remaining },
                Column(
                    Label.percent, onPage: Phrase(da: "Brugt i %", en: "% spent"), in: [.text, .page], .figure,
                    total: .whole(.percentage(facts.spending.closing, of: budgets))
                ) { .percentage($0.spending.closing, of: $0.budget) },
            ],
            frame: { table in
                HTML("div") {
                    table
                    if outside > .zero { page.paragraph(Attention.outsidePosts(outside).phrase, "note") }
                    picture.html
                }
            })
    }

    /// The line stops at the day of the last entry, since spending after it is unknown.
    private var picture: SpendingPicture {
        let scope = facts.scope
        return SpendingPicture(
            programme: programme, days: days, through: min(scope.through, facts.recordedAt.day),
            period: scope.from...max(scope.from, scope.through), language: language)
    }

    var participants: Listing<PeriodFacts.Participant> {
        let cap = programme.cap
        let money: Forms = facts.hasMoney ? .all : .csv
        let plans: Forms = facts.hasMoney || facts.participants.contains { $0.plan != nil } ? .all : .csv
        let capped: Forms = cap == nil ? [] : [.text, .page]
        return Listing(
            caption: .inKroner(Label.budgets), isWide: true,
            rows: facts.participants,
            columns: [
                Column(Label.participant, key: "participant") { .code($0.standing.reference.text) },
                Column(key: "state") { .code($0.standing.state.code) },
                Column(Label.state, in: [.text, .csv], .words) { .words($0.standing.state.phrase) },
                Column(Phrase(da: "Status", en: "State"), in: .page, .words) { .markup(lines($0.standing.state)) },
                Column(Label.version, key: "planVersion", in: plans.intersection([.text, .csv]), .number) {
                    ($0.plan?.version).map(Value.number)
                },
                Column(Label.approvedBy, key: "approvedBy", in: plans.intersection([.text, .csv])) {
                    ($0.plan?.approver.text).map(Value.code)
                },
                Column(Label.approvedOn, key: "approvedOn", in: plans.intersection([.text, .csv])) {
                    ($0.plan?.day).map(Value.day)
                },
                Column(
                    Phrase(da: "Handleplan i kraft", en: "Plan in force"), in: plans.intersection(.page), .words
                ) {
                    lines($0.plan).map(Value.markup)
                },
                .amount(Label.cap, key: "capOre", in: capped.union(.csv)) { _ in cap },
                .amount(Label.approved, key: "approvedOre", in: money, total: .sum) { $0.standing.balance.approved },
                .amount(Label.released, key: "releasedOre", in: money, total: .sum) { $0.standing.balance.released },
                .before(in: money, beginsTable: true) { $0.spending }, .inPeriod(in: money) { $0.spending },
                .inAll(in: money) { $0.spending },
                .amount(Label.remaining, key: "remainingOre", in: .csv) { $0.remaining(of: cap) },
                // A stopped budget has nothing left to use.
                .amount(Label.remaining, in: capped) { $0.standing.isWithdrawn ? nil : $0.remaining(of: cap) },
            ],
            frame: { table in
                HTML("div") {
                    table
                    if facts.hasMoney {
                        ParticipantBars(
                            participants: facts.participants.map(\.standing), cap: cap, language: language
                        ).html
                    }
                }
            })
    }

    private func lines(_ state: ParticipantAccount.State) -> HTML {
        switch state {
        case .active: page.lines([state.phrase])
        case .withdrawn(let day, _): page.lines([state.phrase, Phrase(da: "\(typed: day)", en: "\(typed: day)")])
        }
    }

    private func lines(_ plan: ParticipantAccount.ApprovedPlan?) -> HTML? {
        plan.map { plan in
            page.lines([
                Phrase(
                    da: "version \(plan.version), \(typed: plan.day)",
                    en: "version \(plan.version), \(typed: plan.day)"),
                Phrase(da: "af \(plan.approver)", en: "by \(plan.approver)"),
            ])
        }
    }

    /// Text and pages also list the posts without areas, so that people see where all spending went.
    var areas: Listing<(code: String, name: Phrase, spending: PeriodFacts.Spending)> {
        var rows = facts.areas.map { ($0.area.text, $0.area.phrase, $0.spending) }
        if terms.form == .text || terms.form == .html {
            rows += facts.posts.filter { $0.name != .citizens }.map { post in
                (post.name.text, Phrase(da: "post: \(post.name)", en: "post: \(post.name)"), post.spending)
            }
        }
        let all = facts.spending.closing
        let share = Phrase(da: "I alt, som andel af alt forbrug", en: "In all, as a share of all spending")
        return Listing(
            caption: .inKroner(Phrase(da: "Områder og øvrige poster", en: "Areas and other posts")),
            rows: rows,
            columns: [
                Column(Label.area, key: "area", .words) { .name(code: $0.code, $0.name) },
                Column(share, in: .page, .picture) { .markup(bar($0.name, $0.spending, of: all).picture) },
                .before(key: nil) { $0.spending }, .inPeriod { $0.spending }, .inAll { $0.spending },
            ],
            frame: { table in
                HTML("div") {
                    Bar.legend(
                        [
                            (.released, Phrase(da: "før perioden", en: "before the period")),
                            (.spent, Phrase(da: "i perioden", en: "in the period")),
                        ], language: language)
                    table
                }
            })
    }

    private func bar(_ name: Phrase, _ spending: PeriodFacts.Spending, of all: Amount) -> Bar {
        let description = Phrase(
            da: "\(name): \(spending.opening) før perioden, \(spending.period) i perioden",
            en: "\(name): \(spending.opening) before the period, \(spending.period) in the period")
        return Bar(
            description: description[language],
            parts: [(.released, spending.opening), (.spent, spending.closing), (.rest, all)], full: all)
    }

    var months: Listing<(month: PeriodFacts.Month, closing: Amount)> {
        var closing = facts.spending.opening
        let rows = facts.months.map { month in
            closing += month.amount
            return (month, closing)
        }
        return Listing(
            caption: .inKroner(Phrase(da: "Måned for måned", en: "Month by month")),
            rows: rows, carried: (Phrase(da: "Før perioden", en: "Before the period"), facts.spending.opening),
            columns: [
                Column(Label.month, key: "month", in: [.text, .csv]) { .code($0.month.code) },
                Column(Label.month, in: .page) { .code($0.month.name(in: language)) },
                .amount(Label.amount, key: "amountOre", onPage: Label.period, total: .sum) { $0.month.amount },
                .amount(Label.inAll, in: .page, total: .whole(.amount(closing))) { $0.closing },
            ])
    }
}

extension Column {
    static func before(
        key: StaticString? = "openingOre", in forms: Forms = .all, total: Total? = .sum, beginsTable: Bool = false,
        _ spending: @escaping (Row) -> PeriodFacts.Spending
    ) -> Column {
        .amount(Label.before, key: key, in: forms, total: total, beginsTable: beginsTable) { spending($0).opening }
    }

    static func inPeriod(
        in forms: Forms = .all, total: Total? = .sum, _ spending: @escaping (Row) -> PeriodFacts.Spending
    ) -> Column {
        .amount(Label.period, key: "periodOre", in: forms, total: total) { spending($0).period }
    }

    static func inAll(
        in forms: Forms = .all, total: Total? = .sum, _ spending: @escaping (Row) -> PeriodFacts.Spending
    ) -> Column {
        .amount(Label.inAll, key: "closingOre", in: forms, total: total) { spending($0).closing }
    }
}

extension PeriodFacts.Participant {
    fileprivate func remaining(of cap: Amount?) -> Amount? { cap.map { $0 - spending.closing } }
}

extension PeriodFacts.Month {
    fileprivate func name(in language: Language) -> String {
        Day(year: year, month: month, day: 1)?.month(in: language) ?? code
    }
}
