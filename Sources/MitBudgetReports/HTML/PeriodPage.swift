import MitBudget
import Phrases

/// The auditor's period report as one HTML file without script or outside resource. It is a function of its facts, the
/// anchor and the language: printed again years later it is the same.
struct PeriodPage {
    let facts: PeriodFacts
    /// What was spent day by day, in the period and outside it.
    let days: [Standing.DaySpending]
    let anchor: String
    let terms: ReportTerms
    let page: Page

    /// A page of a period's facts and of the anchor that proves them, in the terms' language.
    init(facts: PeriodFacts, days: [Standing.DaySpending], anchor: String, terms: ReportTerms) {
        self.facts = facts
        self.days = days
        self.anchor = anchor
        self.terms = terms
        page = Page(language: terms.language, programme: facts.programme)
    }

    var language: Language { page.language }
    var programme: Programme { facts.programme }

    /// Writes the page, piece by piece.
    /// - Parameters:
    ///   - vouchers: hands over the voucher list, line by line.
    ///   - pieces: takes each piece.
    /// - Throws: what `vouchers` throws; the page then ends in the middle.
    func write<Failure: Error>(
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to pieces: Pieces
    ) throws(Failure) {
        let main = HTML.tags("main")
        pieces.write(page.opening(subject: subject, anchor: anchor, command: terms.command))
        pieces.write(top.markup + "\n" + main.opening + "\n")
        for section in terms.sections {
            if section == .vouchers {
                try writeVouchers(vouchers, to: pieces)
            } else {
                let html = page.section(section.rawValue, section.heading) { content(of: section) }
                pieces.write(html)
                pieces.write("\n")
            }
        }
        pieces.write(main.closing + "\n" + bottom.markup + "\n" + page.closing)
    }

    private var subject: String {
        let (from, through) = (facts.scope.from.short(in: language), facts.scope.through.short(in: language))
        return "\(page.say(ReportSection.header.heading)) \(from) – \(through)"
    }

    private var top: HTML {
        HTML("header") {
            HTML("h1") { page.title }
            HTML("p", ["class": "sub"]) {
                page.say(
                    Phrase(
                        da: "\(programme.grantee.string) · \(facts.scope.from) – \(facts.scope.through)",
                        en: "\(programme.grantee.string) · \(facts.scope.from) – \(facts.scope.through)"))
            }
            HTML("nav", ["aria-label": page.say(Phrase(da: "Afsnit", en: "Sections"))]) {
                HTML("ul") {
                    for section in terms.sections.dropFirst() {
                        HTML("li") {
                            HTML("a", ["href": "#\(section.rawValue)"]) { page.say(section.heading) }
                        }
                    }
                }
            }
        }
    }

    private var bottom: HTML {
        HTML("footer") {
            page.paragraph(
                Phrase(
                    da: "Rapporten udskrives igen, tegn for tegn den samme, med denne kommando:",
                    en: "This command prints the report again, the same to the letter:"), "lead")
            HTML("p") { HTML("code") { terms.command } }
        }
    }

    /// What stands under a section's heading; the voucher list is streamed instead.
    private func content(of section: ReportSection) -> HTML {
        switch section {
        case .header: header
        case .income: income
        case .posts: posts
        case .participants: participants
        case .areas: areas
        case .months: months
        case .vouchers: .empty
        case .releases: releases
        case .decisions: decisions
        case .corrections: corrections
        case .findings: findings
        case .unspent: unspent
        case .signOff: signOff
        }
    }

    private var header: HTML {
        let window = Phrase(
            da: "\(programme.firstDay) – \(programme.lastDay)", en: "\(programme.firstDay) – \(programme.lastDay)")
        let period = Phrase(
            da: "\(facts.scope.from) – \(facts.scope.through). \(facts.periodNote)",
            en: "\(facts.scope.from) – \(facts.scope.through). \(facts.periodNote)")
        let time = facts.recordedAt.iso.dropFirst(11).prefix(5)
        let state = Phrase(
            da: "Postering \(facts.scope.at), bogført \(facts.recordedAt.day) kl. \(String(time)) UTC",
            en: "Entry \(facts.scope.at), recorded on \(facts.recordedAt.day) at \(String(time)) UTC")
        return page.list([
            (Phrase(da: "Projekt", en: "Programme"), HTML("\(page.title) (\(programme.id.text))")),
            (Phrase(da: "Tilskudsmodtager", en: "Grantee"), HTML(programme.grantee.string)),
            (Phrase(da: "Tilskudsgiver", en: "Funder"), HTML(programme.funder.string)),
            (Phrase(da: "Tilsagn", en: "Grant"), page.amount(programme.grant)),
            (Phrase(da: "Projektperiode", en: "Window"), HTML(page.say(window))),
            (Phrase(da: "Periode", en: "Period"), HTML(page.say(period))),
            (Phrase(da: "Lukket til og med", en: "Closed through"), closed),
            (Phrase(da: "Journalens stand", en: "State of the ledger"), HTML(page.say(state))),
            (Phrase(da: "Kontrolkode", en: "Anchor"), page.anchor(anchor)),
        ])
    }

    private var closed: HTML {
        HTML(facts.closedThrough?.text(in: language) ?? page.say(Phrase(da: "ingen", en: "none")))
    }

    private var unspent: HTML {
        let table = page.table(
            .inKroner(Phrase(da: "Fra tilsagn til uforbrugt", en: "From granted to unspent")),
            [.words(Phrase(da: "Opgørelse", en: "Account")), .amount])
        return table.html(
            .each(facts.unspent.account) { table.row(.words(page.say($0.label)), .amount($0.amount)) },
            totals: .each(facts.unspent.outcome) { table.total($0.label, .amount($0.amount)) })
    }

    private var signOff: HTML {
        let signatories = [Phrase(da: "Ledelsen", en: "Management"), Phrase(da: "Revisor", en: "Auditor")]
        let lines = [
            Phrase(da: "Sted og dato", en: "Place and date"), Phrase(da: "Navn", en: "Name"),
            Phrase(da: "Underskrift", en: "Signature"),
        ]
        return HTML("div", ["class": "whole"]) {
            HTML("div", ["class": "sign"]) {
                for signatory in signatories {
                    HTML("div") {
                        HTML("h3") { page.say(signatory) }
                        for line in lines { page.paragraph(line) }
                    }
                }
            }
            page.paragraph(
                Phrase(da: "Kontrolkoden, delt op til at læse højt:", en: "The anchor, in groups for reading aloud:"),
                "lead")
            HTML("p", ["class": "anchor aloud"]) { grouped(anchor: anchor) }
        }
    }
}
