public import MitBudget
public import Phrases

/// The page in a folder that is handed over to an auditor: what each file is, and how to check them without the
/// program. It says so in every language, the reader's first.
public struct HandoverPage {
    private let programme: Programme
    private let days: ClosedRange<Day>
    private let anchor: String
    private let entries: Int64
    private let documents: Int?
    private let language: Language

    /// Makes the page.
    /// - Parameters:
    ///   - programme: the terms as told at the end of the period.
    ///   - days: the period.
    ///   - anchor: of the last entry in the journal that is handed over.
    ///   - entries: how many entries that journal has.
    ///   - documents: how many documents are handed over; `nil` where none were asked for.
    public init(
        programme: Programme, days: ClosedRange<Day>, anchor: String, entries: Int64, documents: Int?,
        language: Language
    ) {
        self.programme = programme
        self.days = days
        self.anchor = anchor
        self.entries = entries
        self.documents = documents
        self.language = language
    }

    /// The whole HTML document.
    public var html: String {
        let first = Page(language: language, programme: programme)
        let languages = [language] + Language.allCases.filter { $0 != language }
        let main = HTML("main") {
            HTML.each(languages) { part(on: Page(language: $0, programme: programme)) }
        }
        let document: [HTML] = [
            first.opening(subject: first.say(subject), anchor: anchor), .lines([main]), first.closing,
        ]
        return HTML.each(document) { $0 }.markup
    }

    private var subject: Phrase {
        Phrase(
            da: "Udleveret til revisor, \(days.lowerBound)–\(days.upperBound)",
            en: "Handed over to the auditor, \(days.lowerBound)–\(days.upperBound)")
    }

    private func part(on page: Page) -> HTML {
        HTML("article", ["lang": page.language.rawValue, "style": "margin-bottom: 4rem"]) {
            HTML("h1") { page.title }
            HTML("p", ["class": "sub"]) { page.say(subject) }
            page.paragraph(
                Phrase(
                    da: "\(programme.grantee.string). Alt i mappen er fra én tilstand af journalen. Kontrolkode:",
                    en: "\(programme.grantee.string). All in this folder is of one state of the ledger. Anchor:"))
            HTML("p") { page.anchor(anchor) }
            HTML("h2") { page.say(Phrase(da: "Filerne", en: "The files")) }
            HTML("dl") { HTML.each(files) { file(named: $0, $1, on: page) } }
            HTML("h2") { page.say(Phrase(da: "Sådan kontrolleres de", en: "How to check them")) }
            page.paragraph(
                Phrase(
                    da: """
                        Det kræver en kommandolinje med sha256sum, som følger med Linux; på Windows følger begge med \
                        WSL og Git Bash. Tilskudsjournalens eget program bruges ikke.
                        """,
                    en: """
                        It takes a command line with sha256sum, which is part of Linux; on Windows both come with WSL \
                        and Git Bash. The ledger's own program is not used.
                        """))
            HTML("ol") { HTML.each(steps) { step(typing: $0, $1, on: page) } }
        }
    }

    private func file(named name: String, _ content: Phrase, on page: Page) -> HTML {
        HTML("dt") { HTML("code") { name } } + HTML("dd") { page.say(content) }
    }

    private func step(typing command: String?, _ content: Phrase, on page: Page) -> HTML {
        HTML("li") {
            if let command { HTML("p") { HTML("code") { command } } }
            page.paragraph(content)
        }
    }

    private var files: [(name: String, content: Phrase)] {
        var files = [
            (
                "report.html",
                Phrase(da: "Periodens regnskab, til at læse og udskrive.", en: "The report, to read and print.")
            ),
            (
                "report.csv",
                Phrase(da: "Regnskabets bilagsliste, til et regneark.", en: "Its voucher list, for a spreadsheet.")
            ),
            ("report.json", Phrase(da: "Hele regnskabet, til maskiner.", en: "All of it, for machines.")),
            (
                "vouchers.csv",
                Phrase(
                    da: "De udgifter i perioden, der gælder, og hvad der dokumenterer hver af dem.",
                    en: "The standing expenses of the period, and what documents each of them.")
            ),
            (
                "journal.txt",
                Phrase(
                    da: """
                        Hele journalen fra postering 1, uden tekster. Otte linjer pr. postering: den forrige \
                        posterings hash, nummer, tidspunkt (UTC), medarbejder, slags, dag, indhold og til sidst \
                        posteringens egen hash, som er SHA-256 af de syv linjer før den.
                        """,
                    en: """
                        The whole journal from entry 1 on, without texts. Eight lines an entry: the hash of the entry \
                        before, number, time (UTC), staff, kind, day, body, and last the entry's own hash, which is \
                        the SHA-256 of the seven lines before it.
                        """)
            ),
            (
                "check-journal.sh",
                Phrase(
                    da: "Det script, der regner efter. Læs det: det er kort.",
                    en: "The script that checks. Read it: it is short.")
            ),
            (
                "MANIFEST",
                Phrase(da: "SHA-256 af hver af de andre filer.", en: "The SHA-256 of each of the other files.")
            ),
        ]
        if let documents {
            files.insert(
                (
                    "evidence/",
                    Phrase(
                        da: """
                            Dokumenterne til periodens posteringer: \(documents). Et navn er posteringen, den \
                            postering, der vedhæftede dokumentet, og hvad det beviser. SEALS har for hvert den \
                            vedhæftende postering, seglet, saltet og filen; seglet er SHA-256 af salt, linjeskift og \
                            fil, og det står i journal.txt.
                            """,
                        en: """
                            The documents of the period's entries: \(documents). A name is the entry, the entry that \
                            attached the document, and what it proves. For each, SEALS has the attaching entry, the \
                            seal, the salt and the file; the seal is the SHA-256 of salt, newline and file, and stands \
                            in journal.txt.
                            """)
                ), at: files.count - 1)
        }
        return files
    }

    private var steps: [(command: String?, content: Phrase)] {
        [
            (
                nil,
                Phrase(da: "Åbn en kommandolinje i denne mappe.", en: "Open a command line in this folder.")
            ),
            (
                "sha256sum -c MANIFEST",
                Phrase(
                    da: "Hver linje skal slutte med OK: så er hver fil, som da den blev udleveret.",
                    en: "Each line must end in OK: then each file is as it was when it was handed over.")
            ),
            (
                "sh check-journal.sh",
                Phrase(
                    da: """
                        Scriptet regner hver posterings hash efter og sammenligner dokumenterne med seglene. Det skal \
                        skrive: in order: \(String(entries)) entries, anchor – og så kontrolkoden ovenfor.
                        """,
                    en: """
                        The script recomputes each entry's hash and compares the documents with the seals. It must \
                        say: in order: \(String(entries)) entries, anchor – and then the anchor above.
                        """)
            ),
            (
                nil,
                Phrase(
                    da: """
                        Sammenlign kontrolkoden med en, der er kommet ad en anden vej end mappen: på papir, i en mail, \
                        med et tidsstempel. En kæde alene beviser kun, at den passer med sig selv.
                        """,
                    en: """
                        Compare the anchor with one that came another way than this folder: on paper, in a mail, with \
                        a time stamp. A chain alone proves only that it fits in itself.
                        """)
            ),
            (
                "sed -n 80p journal.txt",
                Phrase(
                    da: """
                        Sammenlign også med tidligere kontrolkoder: hashen for postering 10 står i linje 80, for \
                        postering N i linje 8 × N. Står den der, er intet før den ændret siden.
                        """,
                    en: """
                        Compare earlier anchors, too: the hash of entry 10 is on line 80, that of entry N on line \
                        8 × N. If it is there, nothing before it was changed since.
                        """)
            ),
        ]
    }
}
