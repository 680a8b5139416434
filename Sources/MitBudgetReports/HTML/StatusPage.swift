import MitBudget
public import Phrases

/// The consultant's page: the status as one HTML file without scripts or outside resources.
public struct StatusPage {
    let report: StatusReport
    let page: Page

    /// Makes the page of a report.
    public init(_ report: StatusReport, language: Language) {
        self.report = report
        page = Page(language: language, programme: report.standing.programme)
    }

    private var standing: Standing { report.standing }
    private var programme: Programme { standing.programme }
    private var language: Language { page.language }

    /// The whole HTML document, in the words of its programme.
    public var html: String {
        Vocabulary(programme).speak { document.markup }
    }

    private var document: HTML {
        let status = Phrase(da: "Status", en: "Status")
        let subject = "\(page.say(status)) \(standing.asOf.short(in: language))"
        let main = HTML("main") {
            answer
            if standing.hasMoney {
                page.section("money", Phrase(da: "Penge", en: "Money")) { money }
            }
            if !standing.periods.isEmpty {
                page.section("periods", ReportSection.periods.heading) { standing.budgetPeriods.lines.html(on: page) }
            }
            if standing.hasMoney {
                page.section("time", Phrase(da: "Forbrug over tid", en: "Spending over time")) {
                    picture.html
                    forecast
                }
            }
            if programme.hasRecipients {
                page.section("participants", Label.participants) { participants }
            }
            if standing.hasPlans {
                page.section("waiting", Phrase(da: "Ventende handleplaner", en: "Waiting plans")) { waiting }
            }
            if results.isTelling {
                page.section("results", ReportSection.results.heading) { results.html(on: page) }
            }
        }
        let body = [page.opening(subject: subject, anchor: report.anchor), .lines([top, main, bottom]), page.closing]
        return HTML.each(body) { $0 }
    }

    private var results: ResultLists { ResultLists(of: standing) }

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
        return HTML("section", ["id": "answer"]) {
            HTML("h2") { page.say(Phrase(da: "Hvor står vi", en: "Where we stand")) }
            page.paragraph(standing.leftOver, "answer")
            if !points.isEmpty {
                HTML("ul", ["class": "attention"]) {
                    for point in points { HTML("li") { page.say(point.phrase) } }
                }
            }
            standing.head.html(on: page)
        }
    }

    /// From granted to free: each step is a bar that begins where its money begins.
    private var money: HTML {
        let way = Listing(
            caption: .inKroner(Phrase(da: "Fra bevilget til disponibel", en: "From granted to free")),
            rows: steps,
            columns: [
                Column(Phrase(da: "Trin", en: "Step"), .words) { .words($0.name) },
                Column(Phrase(da: "Fuld bredde: tilsagnet", en: "Full width: the grant"), .picture) {
                    .markup(bar($0).picture)
                },
                .amount(Label.amount) { $0.amount },
            ])
        return HTML("div") {
            way.html(on: page)
            standing.money.html(on: page)
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
        return [Step(name: .granted, pattern: .rest, amount: programme.grant)]
            + standing.transfers.map { Step(name: $0.name, pattern: .rest, amount: $0.amount) } + [
                Step(name: .approved, pattern: .approved, amount: total.approved),
                Step(name: .released, pattern: .released, amount: total.released),
                Step(name: .disbursed, pattern: .spent, amount: total.disbursed),
                Step(name: .remaining, pattern: .rest, start: total.disbursed, amount: standing.remaining),
                Step(name: .free, pattern: .rest, start: total.approved, amount: standing.free),
            ]
    }

    private func bar(_ step: Step) -> Bar {
        let description = Phrase(da: "\(step.name): \(step.amount)", en: "\(step.name): \(step.amount)")
        return Bar(
            description: page.say(description), start: step.start,
            parts: [(step.pattern, step.start + step.amount)], full: programme.grant)
    }

    private var picture: SpendingPicture {
        SpendingPicture(
            programme: programme, days: standing.days.filter { $0.day <= standing.asOf },
            through: min(standing.asOf, programme.lastDay), forecast: standing.forecast, language: language)
    }

    private var forecast: HTML {
        guard let forecast = standing.forecast else { return .empty }
        return HTML("div", ["class": "whole"]) {
            HTML("h3") { page.say(.forecast) }
            page.paragraph(Forecast.caution)
            standing.paces(forecast).html(on: page)
        }
    }

    private var participants: HTML {
        let citizens = standing.citizens
        guard citizens.enrolled > 0 else { return page.none }
        guard citizens.enrolled <= ParticipantBars.limit, standing.hasMoney else {
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
        return standing.waiting.html(on: page)
    }
}
