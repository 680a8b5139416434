import MitBudget
import Phrases

/// The budget periods of the terms, described once for status and report. JSON nests posts and recipients in their
/// period; the other forms have a line for each.
struct BudgetPeriods {
    let programme: Programme
    let periods: [PeriodBudget]
    /// The most recipients of a period that get a line each; more are only counted.
    var mostListed = Int.max
    /// Whether recipients on whom nothing was spent get a line each, as a table for machines needs them.
    var listsIdle = false

    init(of standing: Standing) {
        (programme, periods) = (standing.programme, standing.periods)
    }

    init(of facts: PeriodFacts) {
        (programme, periods) = (facts.programme, facts.periods)
    }

    /// A post or a recipient with a ceiling in a period.
    struct Holding {
        var post: PostName?
        var participant: ParticipantReference?
        let name: Phrase
        let budget: Amount
        /// What was spent; `nil` for all recipients as one.
        var disbursed: Amount?
    }

    /// A period, and one of its ceilings; `nil` where the terms name none.
    typealias Line = (period: PeriodBudget, holding: Holding?)

    /// The periods as JSON holds them.
    var nested: Listing<PeriodBudget> {
        Listing(
            caption: .blank, rows: periods,
            columns: days + [
                .amount(key: "capOre") { $0.period.cap },
                .rows(key: "posts", [post, budget, disbursed, remaining]) { $0.holdings(ofPosts: true) },
                .rows(key: "participants", [participant, disbursed, remaining]) { $0.holdings(ofPosts: false) },
            ])
    }

    /// The periods as the other forms show them.
    var lines: Listing<Line> {
        let name = Column<Holding>(Phrase(da: "Ramme for", en: "Ceiling of"), in: [.text, .page], .words) {
            .words($0.name)
        }
        let holding = [post, participant, name, budget, disbursed, remaining]
        return Listing(
            caption: .inKroner(Phrase(da: "Delperioder med egne rammer", en: "Periods with ceilings of their own")),
            rows: periods.flatMap(lines),
            columns: days.map { $0.inside(\.period) } + holding.map { $0.inside(\.holding) })
    }

    private func lines(of period: PeriodBudget) -> [Line] {
        var holdings = period.holdings(ofPosts: true)
        if let cap = period.period.cap {
            // Those on whom nothing is spent, or all where they are many, have one line together.
            let listed = period.participants.count <= mostListed ? period.listed(withIdle: listsIdle) : []
            let others = period.participants.count - listed.count
            holdings += listed
            if listed.isEmpty || others > 0 {
                holdings.append(Holding(name: Self.each(of: others, isRest: !listed.isEmpty), budget: cap))
            }
        }
        return holdings.isEmpty ? [(period, nil)] : holdings.map { (period, $0) }
    }

    private static func each(of count: Int, isRest: Bool) -> Phrase {
        let all = Count.recipients(count)
        return switch (count, isRest) {
        case (0, _): Phrase(da: "\(.eachOne)", en: "\(.eachOne)")
        case (_, true): Phrase(da: "hver af de øvrige \(count)", en: "each of the other \(count)")
        case (_, false): Phrase(da: "hver af \(all)", en: "each of \(all)")
        }
    }

    // MARK: The columns

    private var days: [Column<PeriodBudget>] {
        [
            Column(Phrase(da: "Fra", en: "From"), key: "firstDay") { .day($0.period.firstDay) },
            Column(Label.through, key: "lastDay") { .day($0.period.lastDay) },
        ]
    }

    private var post: Column<Holding> {
        Column(Label.post, key: "post", in: .csv) { ($0.post?.text).map(Value.code) }
    }

    private var participant: Column<Holding> {
        Column(Label.participant, key: "participant", in: programme.hasRecipients ? .csv : []) {
            ($0.participant?.text).map(Value.code)
        }
    }

    private var budget: Column<Holding> { .amount(Label.budget, key: "budgetOre") { $0.budget } }
    private var disbursed: Column<Holding> { .amount(Label.spent, key: "disbursedOre") { $0.disbursed } }
    private var remaining: Column<Holding> {
        .amount(Label.remaining, key: "remainingOre") { holding in holding.disbursed.map { holding.budget - $0 } }
    }
}

extension PeriodBudget {
    /// The recipients on whom money is spent; all of them if requested, or where no more than one is left over.
    fileprivate func listed(withIdle: Bool) -> [BudgetPeriods.Holding] {
        let all = holdings(ofPosts: false)
        let spending = all.filter { $0.disbursed != .zero }
        return !withIdle && all.count - spending.count > 1 ? spending : all
    }

    /// The posts with a ceiling, or the recipients.
    fileprivate func holdings(ofPosts: Bool) -> [BudgetPeriods.Holding] {
        if ofPosts {
            return posts.map {
                BudgetPeriods.Holding(post: $0.post, name: $0.post.phrase, budget: $0.budget, disbursed: $0.disbursed)
            }
        }
        guard let cap = period.cap else { return [] }
        return participants.map {
            BudgetPeriods.Holding(
                participant: $0.participant, name: Phrase(verbatim: $0.participant.text), budget: cap,
                disbursed: $0.disbursed)
        }
    }
}
