import MitBudget
import Phrases

/// What the two pages share: the head, sections, and how they write phrases and amounts.
struct Page {
    let language: Language
    let programme: Programme

    var title: String {
        switch language {
        case .danish: programme.title.danish.string
        case .english: programme.title.english.string
        }
    }

    /// Everything from the document type to the beginning of `body`.
    /// - Parameters:
    ///   - subject: what the page is, for the window title and the head of every printed page.
    ///   - anchor: printed at the foot of every page.
    ///   - command: the command that prints the page again; `nil` for a page that only shows the current state.
    func opening(subject: String, anchor: String, command: String? = nil) -> HTML {
        // Forbids scripts and outside resources, even if someone edits one in.
        let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        let head = HTML("head") {
            HTML.void("meta", ["charset": "utf-8"])
            HTML.void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
            HTML.void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            HTML.void("meta", ["name": "color-scheme", "content": "light dark"])
            if let command { HTML.void("meta", ["name": "mitbudget-report", "content": command]) }
            HTML("title") { "\(title): \(subject)" }
            HTML.style(
                Sheet.sheet(
                    title: "\(programme.grantee.string) · \(title) · \(subject)",
                    anchor: say(Phrase(da: "Kontrolkode ", en: "Anchor ")) + anchor, language: language))
        }
        let html = HTML.tags("html", ["lang": language.rawValue]).opening
        return .lines([.doctype, html, head, HTML.tags("body").opening, Bar.patterns])
    }

    var closing: HTML {
        .lines([HTML.tags("body").closing, HTML.tags("html").closing])
    }

    func say(_ phrase: Phrase) -> String {
        phrase[language]
    }

    func paragraph(_ phrase: Phrase, _ look: String = "text") -> HTML {
        HTML("p", ["class": look]) { say(phrase) }
    }

    /// A section with its heading.
    func section(_ id: String, _ heading: Phrase, @HTMLBuilder _ content: () -> HTML) -> HTML {
        HTML("section", ["id": id]) {
            HTML("h2") { say(heading) }
            content()
        }
    }

    /// The paragraph for an empty section.
    var none: HTML {
        paragraph(Phrase(da: "ingen", en: "none"))
    }

    /// An amount with its currency, without a line break inside.
    func amount(_ amount: Amount) -> HTML {
        HTML("span", ["class": "amount"]) { amount.text(in: language) }
    }

    /// Lines one below another, none of which wraps.
    func lines(_ lines: [Phrase]) -> HTML {
        .each(lines) { line in HTML("span", ["class": "line"]) { say(line) + " " } }
    }

    /// An anchor that may wrap if space is short.
    func anchor(_ anchor: String) -> HTML {
        HTML("span", ["class": "anchor"]) { anchor }
    }
}
