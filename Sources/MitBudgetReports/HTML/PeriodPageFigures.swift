import MitBudget
import Phrases

// The sections whose figures are sums: income, posts, citizens, areas, months.
extension PeriodPage {
    var income: HTML {
        HTML("div") {
            transfers
            transferSums
        }
    }

    private var transfers: HTML {
        guard !facts.transfers.isEmpty else { return page.none }
        let table = page.table(
            .inKroner(Phrase(da: "Rater og tilbagebetalinger", en: "Instalments and repayments")),
            [.entry, .day, .kind, .voucher, .amount])
        return table.html(
            .each(facts.transfers) { transfer in
                table.row(
                    .entry(transfer.entry), page.day(transfer.day), .words(page.say(transfer.kind.phrase)),
                    .longCode(transfer.voucher.text), .amount(transfer.amount))
            })
    }

    private var transferSums: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Modtaget og tilbagebetalt", en: "Received and repaid")),
            [.words(Phrase(da: "Betalinger", en: "Payments")), .before, .inPeriod, .inAll])
        return table.html(
            table.row(
                .words(page.say(Word.received)), .amount(facts.incomeBefore), .amount(facts.incomeInPeriod),
                .amount(facts.received))
                + table.row(
                    .words(page.say(Word.repaid)), .amount(facts.repaidBefore), .amount(facts.repaidInPeriod),
                    .amount(facts.repaid)))
    }

    var posts: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Budgetposter", en: "Posts")),
            [
                .words(Phrase(da: "Post", en: "Post")), .figures(Phrase(da: "Budget", en: "Budget")), .before,
                .inPeriod, .inAll, .remaining, .figures(Phrase(da: "Brugt i %", en: "% spent")),
            ])
        let rows = HTML.each(facts.posts) { post in
            table.row(
                .words(page.say(post.name.phrase)), .amount(post.budget), .amount(post.spending.opening),
                .amount(post.spending.period), .amount(post.spending.closing), .amount(post.remaining),
                .figure(post.spending.closing.percent(of: post.budget, in: language)))
        }
        let (budget, spending) = (facts.posts.reduce(Amount.zero) { $0 + $1.budget }, facts.spending)
        let outside = programme.grant - budget
        return HTML("div") {
            table.html(
                rows,
                totals: table.total(
                    .total, .amount(budget), .amount(spending.opening), .amount(spending.period),
                    .amount(spending.closing), .amount(budget - spending.closing),
                    .figure(spending.closing.percent(of: budget, in: language))))
            if outside > .zero { page.paragraph(Attention.outsidePosts(outside).phrase, "note") }
            picture.html
        }
    }

    /// Known is what was recorded: behind the day of the last entry the line would be a guess.
    private var picture: SpendingPicture {
        let scope = facts.scope
        return SpendingPicture(
            programme: programme, days: days, through: min(scope.through, facts.recordedAt.day),
            period: scope.from...max(scope.from, scope.through), language: language)
    }

    var participants: HTML {
        guard !facts.participants.isEmpty else { return page.none }
        let table = page.table(
            .inKroner(Phrase(da: "Borgernes budgetter", en: "The participants' budgets")),
            [
                .participant, .words(Phrase(da: "Status", en: "State")),
                .words(Phrase(da: "Handleplan i kraft", en: "Plan in force")),
                .figures(Phrase(da: "Ramme", en: "Cap")), .figures(Phrase(da: "Godkendt", en: "Approved")),
                .figures(Phrase(da: "Frigivet", en: "Released")), .before, .inPeriod, .inAll, .remaining,
            ], isWide: true)
        let rows = HTML.each(facts.participants) { row($0, in: table) }
        let balance = facts.participants.reduce(Balance.zero) { $0 + $1.standing.balance }
        let spending = facts.participants.reduce(PeriodFacts.Spending.zero) { $0 + $1.spending }
        return HTML("div") {
            table.html(
                rows,
                totals: table.total(
                    .total, across: 4, .amount(balance.approved), .amount(balance.released),
                    .amount(spending.opening), .amount(spending.period), .amount(spending.closing), .none))
            ParticipantBars(
                participants: facts.participants.map(\.standing), cap: programme.cap, language: language
            ).html
        }
    }

    private func row(_ participant: PeriodFacts.Participant, in table: PageTable) -> HTML {
        let (standing, spending) = (participant.standing, participant.spending)
        let state: [String] =
            switch standing.state {
            case .active: [page.say(Phrase(da: "aktiv", en: "active"))]
            case .withdrawn(let day, _): [page.say(Phrase(da: "udskrevet", en: "withdrawn")), day.short(in: language)]
            }
        let plan = participant.plan.map { plan in
            [
                Phrase(
                    da: "version \(plan.version), \(typed: plan.day)",
                    en: "version \(plan.version), \(typed: plan.day)"),
                Phrase(da: "af \(plan.approver)", en: "by \(plan.approver)"),
            ]
        }
        // A stopped budget has nothing left to use.
        let remaining = standing.isWithdrawn ? nil : programme.cap.map { $0 - spending.closing }
        return table.row(
            .code(standing.reference.text), .lines(state), plan.map { .lines($0.map(page.say)) } ?? .none,
            programme.cap.map { .amount($0) } ?? .none, .amount(standing.balance.approved),
            .amount(standing.balance.released), .amount(spending.opening), .amount(spending.period),
            .amount(spending.closing), remaining.map { .amount($0) } ?? .none)
    }

    var areas: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Områder og øvrige poster", en: "Areas and other posts")),
            [
                .words(Phrase(da: "Område", en: "Area")),
                .words(Phrase(da: "I alt, som andel af alt forbrug", en: "In all, as a share of all spending")),
                .before, .inPeriod, .inAll,
            ])
        let all = facts.spending
        func row(_ name: Phrase, _ spending: PeriodFacts.Spending) -> HTML {
            table.row(
                .words(page.say(name)), .picture(share(name, spending, of: all.closing).picture),
                .amount(spending.opening), .amount(spending.period), .amount(spending.closing))
        }
        let areas = HTML.each(facts.areas) { row($0.area.phrase, $0.spending) }
        // The citizens' post is what the areas divide up.
        let others = HTML.each(facts.posts.filter { $0.name != .citizens }) { post in
            row(Word.otherPost(post.name), post.spending)
        }
        return HTML("div") {
            Bar.legend(
                [
                    (.released, Phrase(da: "før perioden", en: "before the period")),
                    (.spent, Phrase(da: "i perioden", en: "in the period")),
                ], language: language)
            table.html(
                areas + others,
                totals: table.total(
                    .total, across: 2, .amount(all.opening), .amount(all.period), .amount(all.closing)))
        }
    }

    private func share(_ name: Phrase, _ spending: PeriodFacts.Spending, of all: Amount) -> Bar {
        let description = Phrase(
            da: "\(name): \(spending.opening) før perioden, \(spending.period) i perioden",
            en: "\(name): \(spending.opening) before the period, \(spending.period) in the period")
        return Bar(
            description: description[language],
            parts: [(.released, spending.opening), (.spent, spending.closing), (.rest, all)], full: all)
    }

    var months: HTML {
        guard !facts.months.isEmpty else { return page.none }
        let table = page.table(
            .inKroner(Phrase(da: "Måned for måned", en: "Month by month")),
            [.words(Phrase(da: "Måned", en: "Month")), .inPeriod, .inAll])
        var sum = facts.spending.opening
        let opening = table.total(Phrase(da: "Før perioden", en: "Before the period"), .none, .amount(sum))
        let rows = HTML.each(facts.months) { month in
            sum += month.amount
            return table.row(.code(name(of: month)), .amount(month.amount), .amount(sum))
        }
        return table.html(
            opening + rows,
            totals: table.total(.total, .amount(facts.spending.period), .amount(facts.spending.closing)))
    }

    private func name(of month: PeriodFacts.Month) -> String {
        Day(year: month.year, month: month.month, day: 1)?.month(in: language) ?? month.code
    }
}
