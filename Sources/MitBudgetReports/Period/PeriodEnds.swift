import MitBudget
import Phrases

// The head and the foot of a period report.
extension PeriodSections {
    func writeHead() {
        switch terms.form {
        case .text: for line in head.lines(in: language) { pieces.write(line + "\n") }
        case .csv: write(head.records)
        case .json:
            pieces.write { bytes in
                bytes.object { report in
                    report.member("layout", ReportTerms.layout)
                    report.member("programme", programme.id.text)
                    report.member("from", facts.scope.from)
                    report.member("to", facts.scope.through)
                    report.member("at", facts.scope.at)
                    // Only a report that continues an earlier one says which.
                    if let since = facts.scope.since { report.member("since", since) }
                    report.member("anchor", anchor)
                    report.member("closedThrough", facts.closedThrough)
                    // Only a summary says which of the two it is.
                    if terms.isSummary { report.member("summary", true) }
                }
            }
        case .html: pieces.write(head.html(on: page))
        }
    }

    private var head: [Fact] {
        let scope = facts.scope
        let title = Phrase(
            da: "\(programme.title.danish.string) (\(programme.id.text))",
            en: "\(programme.title.english.string) (\(programme.id.text))")
        let period = Phrase(da: "\(scope.from) – \(scope.through)", en: "\(scope.from) – \(scope.through)")
        let noted = Phrase(da: "\(period). \(facts.periodNote)", en: "\(period). \(facts.periodNote)")
        let closed = facts.closedThrough.map { Phrase(da: "\($0)", en: "\($0)") } ?? Phrase(da: "ingen", en: "none")
        let entry = Phrase(
            da: "nr. \(scope.at), bogført \(facts.recordedAt.iso)",
            en: "number \(scope.at), recorded \(facts.recordedAt.iso)")
        let time = String(facts.recordedAt.iso.dropFirst(11).prefix(5))
        let state = Phrase(
            da: "Postering \(scope.at), bogført \(facts.recordedAt.day) kl. \(time) UTC",
            en: "Entry \(scope.at), recorded on \(facts.recordedAt.day) at \(time) UTC")
        return [
            Fact(Phrase(da: "Projekt", en: "Programme"), .words(title)),
            Fact(Phrase(da: "Tilskudsmodtager", en: "Grantee"), .name(programme.grantee)),
            Fact(Phrase(da: "Tilskudsgiver", en: "Funder"), .name(programme.funder)),
            Fact(
                Phrase(da: "Tilsagn", en: "Grant"), facts.hasMoney ? .amount(programme.grant) : .words(.noMoney)),
            Fact(Phrase(da: "Projektperiode", en: "Window"), .words(programme.window)),
            Fact(Phrase(da: "Regnskabsperiode", en: "Period"), .words(period), in: [.text, .csv]),
            Fact(
                Phrase(da: "Periodens tilstand", en: "State of the period"), .words(facts.periodNote),
                in: [.text, .csv]),
            Fact(Phrase(da: "Periode", en: "Period"), .words(noted), in: .page),
            Fact(Phrase(da: "Lukket til og med", en: "Closed through"), .words(closed), in: .page),
            Fact(Phrase(da: "Seneste postering", en: "Latest entry"), .words(entry), in: [.text, .csv]),
            Fact(Phrase(da: "Journalens stand", en: "State of the ledger"), .words(state), in: .page),
            Fact(Label.anchor, .anchor(anchor)),
        ]
    }

    /// Writes the lines for signatures, and the anchor for reading aloud.
    func writeFoot() {
        switch terms.form {
        case .text:
            let line = Fact.Value.words(Phrase(verbatim: String(repeating: "_", count: 42)))
            let facts = [
                Fact(
                    Phrase(da: "For ledelsen, dato og underskrift", en: "For the management, date and signature"),
                    line),
                Fact(.blank, .words(.blank)),
                Fact(Phrase(da: "Revisor, dato og underskrift", en: "The auditor, date and signature"), line),
            ]
            for line in facts.lines(in: language) { pieces.write(line + "\n") }
            pieces.write("\n" + Label.anchor[language] + "\n  " + grouped(anchor: anchor) + "\n")
        case .csv: write([Fact(Label.anchor, .anchor(anchor))].records)
        case .json: break
        case .html: pieces.write(signatures)
        }
    }

    private var signatures: HTML {
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
