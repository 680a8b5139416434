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

    /// From the document type to the end of `head`, with the rest of the page still to come.
    /// - Parameters:
    ///   - subject: what the page is, for the window's title and the head of every printed page.
    ///   - anchor: for the foot of every printed page.
    ///   - command: what prints the page again; `nil` for one that only shows the moment.
    func opening(subject: String, anchor: String, command: String? = nil) -> String {
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
        let tags = HTML.tags("html", ["lang": language.rawValue])
        return "<!DOCTYPE html>\n" + tags.opening + "\n" + head.markup + "\n" + HTML.tags("body").opening + "\n"
            + Bar.patterns.markup + "\n"
    }

    /// The end of the page.
    var closing: String {
        HTML.tags("body").closing + "\n" + HTML.tags("html").closing + "\n"
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

    /// A list of names and what they stand for.
    func list(_ facts: [(Phrase, HTML)]) -> HTML {
        HTML("dl") {
            for (name, fact) in facts {
                HTML("dt") { say(name) }
                HTML("dd") { fact }
            }
        }
    }

    /// An amount with its currency, that never breaks.
    func amount(_ amount: Amount) -> HTML {
        HTML("span", ["class": "amount"]) { amount.text(in: language) }
    }

    /// A table of this page.
    func table(_ caption: Phrase, _ columns: [PageTable.Column], isWide: Bool = false) -> PageTable {
        PageTable(caption: caption, columns: columns, language: language, isWide: isWide)
    }

    /// A day in digits.
    func day(_ day: Day) -> PageTable.Cell {
        .day(day)
    }

    /// The day on which something was recorded, in UTC.
    func day(_ moment: Moment) -> PageTable.Cell {
        .day(moment.day)
    }

    /// An anchor that may break where there is too little room.
    func anchor(_ anchor: String) -> HTML {
        HTML("span", ["class": "anchor"]) { anchor }
    }
}

extension PageTable.Cell {
    /// An entry's number.
    static func entry(_ entry: EntryNumber) -> PageTable.Cell { .number(entry.value) }
    /// Who recorded it.
    static func staff(_ staff: StaffID) -> PageTable.Cell { .longCode(staff.text) }
    /// A citizen, or nothing.
    static func participant(_ reference: ParticipantReference?) -> PageTable.Cell {
        reference.map { .code($0.text) } ?? .none
    }
}

extension PageTable.Column {
    // The columns that several tables have.
    static var entry: PageTable.Column { .words(Phrase(da: "Postering", en: "Entry")) }
    static var day: PageTable.Column { .words(Phrase(da: "Dag", en: "Day")) }
    static var recorded: PageTable.Column { .words(Phrase(da: "Bogført", en: "Recorded")) }
    static var participant: PageTable.Column { .words(Phrase(da: "Borger", en: "Participant")) }
    static var item: PageTable.Column { .words(Phrase(da: "Punkt", en: "Item")) }
    static var kind: PageTable.Column { .words(Phrase(da: "Art", en: "Kind")) }
    static var voucher: PageTable.Column { .words(Phrase(da: "Bilag", en: "Voucher")) }
    static var amount: PageTable.Column { .figures(Phrase(da: "Beløb", en: "Amount")) }
    static var staff: PageTable.Column { .words(Phrase(da: "Bogført af", en: "Recorded by")) }
    static var before: PageTable.Column { .figures(Phrase(da: "Før perioden", en: "Before")) }
    static var inPeriod: PageTable.Column { .figures(Phrase(da: "I perioden", en: "In the period")) }
    static var inAll: PageTable.Column { .figures(Phrase(da: "I alt", en: "In all")) }
    static var remaining: PageTable.Column { .figures(Phrase(da: "Rest", en: "Remaining")) }
}

extension Phrase {
    static let total = Phrase(da: "I alt", en: "Total")

    /// What stands over a table of amounts.
    static func inKroner(_ what: Phrase) -> Phrase {
        Phrase(da: "\(what), beløb i kroner", en: "\(what), amounts in DKK")
    }
}
