import MitBudget
public import Phrases

/// The consultant's page: the status to look at rather than read, as one HTML file without script or outside resource.
public struct StatusPage {
    let report: StatusReport
    let page: Page

    /// A page of a report.
    public init(_ report: StatusReport, language: Language) {
        self.report = report
        page = Page(language: language, programme: report.standing.programme)
    }

    private var standing: Standing { report.standing }
    private var programme: Programme { standing.programme }
    private var language: Language { page.language }

    /// The page.
    public var html: String {
        let status = Phrase(da: "Status", en: "Status")
        let subject = "\(page.say(status)) \(standing.asOf.short(in: language))"
        let main = HTML("main") {
            answer
            page.section("money", Phrase(da: "Penge", en: "Money")) { money }
            page.section("time", Phrase(da: "Forbrug over tid", en: "Spending over time")) {
                picture.html
                forecast
            }
            page.section("participants", Phrase(da: "Borgere", en: "Participants")) { participants }
            page.section("waiting", Phrase(da: "Ventende handleplaner", en: "Waiting plans")) { waiting }
        }
        return page.opening(subject: subject, anchor: report.anchor) + top.markup + "\n" + main.markup + "\n"
            + bottom.markup + "\n" + page.closing
    }

    private var top: HTML {
        HTML("header") {
            HTML("h1") { page.title }
            HTML("p", ["class": "sub"]) {
                page.say(
                    Phrase(
                        da: "\(programme.grantee.string) · opgjort \(standing.asOf): \(standing.window)",
                        en: "\(programme.grantee.string) · as of \(standing.asOf): \(standing.window)"))
            }
        }
    }

    private var bottom: HTML {
        HTML("footer") {
            HTML("p") {
                page.say(Phrase(da: "Kontrolkode: ", en: "Anchor: "))
                page.anchor(report.anchor)
            }
        }
    }

    /// What is left, what deserves attention, and the terms.
    private var answer: HTML {
        let points = Attention.all(in: standing)
        let window = Phrase(
            da: "\(programme.firstDay) – \(programme.lastDay)", en: "\(programme.firstDay) – \(programme.lastDay)")
        return HTML("section", ["id": "answer"]) {
            HTML("h2") { page.say(Phrase(da: "Hvor står vi", en: "Where we stand")) }
            page.paragraph(standing.leftOver, "answer")
            if !points.isEmpty {
                HTML("ul", ["class": "attention"]) {
                    for point in points { HTML("li") { page.say(point.phrase) } }
                }
            }
            page.list([
                (Phrase(da: "Tilsagn", en: "Grant"), page.amount(programme.grant)),
                (Phrase(da: "Givet af", en: "Given by"), HTML(programme.funder.string)),
                (Phrase(da: "Periode", en: "Window"), HTML(page.say(window))),
                (Phrase(da: "Dage tilbage", en: "Days left"), HTML(String(standing.daysLeft))),
                (Phrase(da: "Pladser", en: "Places"), HTML(page.say(standing.places))),
            ])
        }
    }

    /// From granted to free: each step a bar that begins where its money begins.
    private var money: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Fra bevilget til disponibel", en: "From granted to free")),
            [
                .words(Phrase(da: "Trin", en: "Step")),
                .words(Phrase(da: "Fuld bredde: tilsagnet", en: "Full width: the grant")), .amount,
            ])
        return HTML("div") {
            table.html(
                .each(steps) { step in
                    let description = Phrase(da: "\(step.name): \(step.amount)", en: "\(step.name): \(step.amount)")
                    let bar = Bar(
                        description: page.say(description), start: step.start,
                        parts: [(step.pattern, step.start + step.amount)], full: programme.grant)
                    return table.row(.words(page.say(step.name)), .picture(bar.picture), .amount(step.amount))
                })
            posts
        }
    }

    private struct Step {
        let name: Phrase
        let pattern: Bar.Pattern
        var start = Amount.zero
        let amount: Amount
    }

    private var steps: [Step] {
        let total = standing.total
        let money = [
            Step(name: Phrase(da: "bevilget", en: "granted"), pattern: .rest, amount: programme.grant),
            Step(name: Phrase(da: "modtaget", en: "received"), pattern: .rest, amount: standing.received),
        ]
        let back = Step(name: .repaid, pattern: .rest, amount: standing.repaid)
        return (standing.repaid > .zero ? money + [back] : money) + [
            Step(name: .approved, pattern: .approved, amount: total.approved),
            Step(name: .released, pattern: .released, amount: total.released),
            Step(name: .disbursed, pattern: .spent, amount: total.disbursed),
            Step(name: .remaining, pattern: .rest, start: total.disbursed, amount: standing.remaining),
            Step(
                name: Phrase(da: "disponibel", en: "free"), pattern: .rest,
                start: total.approved, amount: standing.free),
        ]
    }

    private var posts: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Budgetposter", en: "Posts")),
            [
                .words(Phrase(da: "Post", en: "Post")), .figures(Phrase(da: "Bevilget", en: "Granted")),
                .figures(Phrase(da: "Godkendt", en: "Approved")), .figures(Phrase(da: "Frigivet", en: "Released")),
                .figures(Phrase(da: "Udbetalt", en: "Disbursed")), .remaining,
                .figures(Phrase(da: "Disponibel", en: "Free")),
            ])
        let total = standing.total
        return table.html(
            .each(standing.posts) { post in
                table.row(
                    .words(page.say(post.name.phrase)), .amount(post.budget), .amount(post.balance.approved),
                    .amount(post.balance.released), .amount(post.balance.disbursed), .amount(post.remaining),
                    .amount(post.free))
            },
            totals: table.total(
                .total, .amount(programme.grant), .amount(total.approved), .amount(total.released),
                .amount(total.disbursed), .amount(standing.remaining), .amount(standing.free)))
    }

    private var picture: SpendingPicture {
        SpendingPicture(
            programme: programme, days: standing.days.filter { $0.day <= standing.asOf },
            through: min(standing.asOf, programme.lastDay), forecast: standing.forecast, language: language)
    }

    private var forecast: HTML {
        guard let forecast = standing.forecast else { return .empty }
        let words = ForecastWords(forecast: forecast, programme: programme)
        let table = page.table(
            .inKroner(words.title),
            [.words(Phrase(da: "Takt", en: "Pace"))] + words.headings.map { .figures($0) })
        return HTML("div", ["class": "whole"]) {
            HTML("h3") { page.say(words.title) }
            page.paragraph(words.caution)
            table.html(
                .each(words.paces) { row in
                    table.row(
                        .words(page.say(row.name)), .amount(row.pace.spent), .amount(row.pace.left),
                        row.pace.runsOut.map { .figure($0.short(in: language)) } ?? .none)
                })
        }
    }

    private var participants: HTML {
        let citizens = standing.citizens
        guard citizens.enrolled > 0 else { return page.none }
        guard citizens.enrolled <= ParticipantBars.limit else {
            return page.paragraph(
                Phrase(
                    da: "\(citizens.enrolled) i alt. Se dem med: mitbudget participant list",
                    en: "\(citizens.enrolled) in all. See them with: mitbudget participant list"))
        }
        return ParticipantBars(participants: citizens.listed, cap: programme.cap, language: language).html
    }

    private var waiting: HTML {
        let citizens = standing.citizens
        guard citizens.waiting > 0 else { return page.none }
        guard citizens.waiting <= ParticipantBars.limit else {
            return page.paragraph(
                Phrase(
                    da: "\(citizens.waiting). Se dem med: mitbudget plan list --pending",
                    en: "\(citizens.waiting). See them with: mitbudget plan list --pending"))
        }
        let table = page.table(
            .inKroner(Phrase(da: "Hvad der venter på en afgørelse", en: "What waits for a decision")),
            [
                .participant, .figures(Phrase(da: "Godkendt nu", en: "Approved now")),
                .figures(Phrase(da: "Ny plan", en: "New plan")), .figures(Phrase(da: "Ændring", en: "Change")),
            ])
        return table.html(
            .each(citizens.listedWaiting) { participant in
                table.row(
                    .code(participant.reference.text), .amount(participant.balance.approved),
                    .amount(participant.pendingTotal ?? .zero), .amount(participant.growth))
            },
            totals: table.total(.total, across: 3, .amount(standing.pending)))
    }
}
