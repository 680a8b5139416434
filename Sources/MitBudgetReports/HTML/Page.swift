import MitBudget
import Phrases

/// What the two pages have in common: head, sections and how they say things.
struct Page {
    let language: Language
    let programme: Programme

    /// The programme's title.
    var title: String {
        switch language {
        case .danish: programme.title.danish.string
        case .english: programme.title.english.string
        }
    }

    /// From the document type to the beginning of `body`, with the rest of the page still to come.
    /// - Parameters:
    ///   - subject: what the page is, for the window's title and the head of every printed page.
    ///   - anchor: for the foot of every printed page.
    ///   - command: what prints the page again; `nil` for one that only shows the moment.
    func opening(subject: String, anchor: String, command: String? = nil) -> HTML {
        // No script, and nothing from elsewhere, even if someone edits one in.
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

    /// The end of the page.
    var closing: HTML {
        .lines([HTML.tags("body").closing, HTML.tags("html").closing])
    }

    /// A phrase in the page's language.
    func say(_ phrase: Phrase) -> String {
        phrase[language]
    }

    /// A paragraph.
    func paragraph(_ phrase: Phrase, _ look: String = "text") -> HTML {
        HTML("p", ["class": look]) { say(phrase) }
    }

    /// A section under a heading.
    func section(_ id: String, _ heading: Phrase, @HTMLBuilder _ content: () -> HTML) -> HTML {
        HTML("section", ["id": id]) {
            HTML("h2") { say(heading) }
            content()
        }
    }

    /// Where there is nothing.
    var none: HTML {
        paragraph(Phrase(da: "ingen", en: "none"))
    }

    /// An amount with its currency, that never breaks.
    func amount(_ amount: Amount) -> HTML {
        HTML("span", ["class": "amount"]) { amount.text(in: language) }
    }

    /// Lines below one another, none of which wraps.
    func lines(_ lines: [Phrase]) -> HTML {
        .each(lines) { line in HTML("span", ["class": "line"]) { say(line) + " " } }
    }

    /// An anchor that may break where there is too little room.
    func anchor(_ anchor: String) -> HTML {
        HTML("span", ["class": "anchor"]) { anchor }
    }
}
