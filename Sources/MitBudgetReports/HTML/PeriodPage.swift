import MitBudget
import Phrases

// The page around the sections: one HTML file without scripts or outside resources.
extension PeriodSections {
    /// Everything from the document type to the first section.
    var top: HTML {
        let scope = terms.scope
        let (from, through) = (scope.from.short(in: language), scope.through.short(in: language))
        let subject = "\(page.say(ReportSection.header.heading)) \(from) – \(through)"
        let header = HTML("header") {
            HTML("h1") { page.title }
            HTML("p", ["class": "sub"]) {
                page.say(
                    Phrase(
                        da: "\(programme.grantee.string) · \(scope.from) – \(scope.through)",
                        en: "\(programme.grantee.string) · \(scope.from) – \(scope.through)"))
            }
            HTML("nav", ["aria-label": page.say(Phrase(da: "Afsnit", en: "Sections"))]) {
                HTML("ul") {
                    for section in sections.dropFirst() {
                        HTML("li") {
                            HTML("a", ["href": "#\(section.rawValue)"]) { page.say(section.heading) }
                        }
                    }
                }
            }
        }
        return page.opening(subject: subject, anchor: anchor, command: terms.command)
            + .lines([header, HTML.tags("main").opening])
    }

    /// A section up to and including its heading.
    func opening(of section: ReportSection) -> HTML {
        let tags = HTML.tags("section", ["id": section.rawValue])
        let opening = tags.opening + HTML("h2") { page.say(section.heading) }
        return section == .vouchers ? .lines([opening]) : opening
    }

    /// Everything after the last section.
    var bottom: HTML {
        let footer = HTML("footer") {
            page.paragraph(
                Phrase(
                    da: "Rapporten udskrives igen, tegn for tegn den samme, med denne kommando:",
                    en: "This command prints the report again, the same to the letter:"), "lead")
            HTML("p") { HTML("code") { terms.command } }
        }
        return .lines([HTML.tags("main").closing, footer]) + page.closing
    }
}
