import MitBudget
import Phrases

/// What stands at a period report's head and at its foot, in words.
struct PeriodHeader {
    let facts: PeriodFacts
    let anchor: String

    /// Label and value, line by line.
    func lines(in language: Language) -> [[String]] {
        let programme = facts.programme
        let title = language == .danish ? programme.title.danish : programme.title.english
        let lines: [(Phrase, Phrase)] = [
            (Phrase(da: "Projekt", en: "Programme"), Phrase(verbatim: "\(title.string) (\(programme.id.text))")),
            (Phrase(da: "Tilskudsmodtager", en: "Grantee"), Phrase(verbatim: programme.grantee.string)),
            (Phrase(da: "Tilskudsgiver", en: "Funder"), Phrase(verbatim: programme.funder.string)),
            (Phrase(da: "Tilsagn", en: "Grant"), Phrase(da: "\(programme.grant)", en: "\(programme.grant)")),
            (
                Phrase(da: "Projektperiode", en: "Window"),
                Phrase(
                    da: "\(programme.firstDay) – \(programme.lastDay)",
                    en: "\(programme.firstDay) – \(programme.lastDay)")
            ),
            (
                Phrase(da: "Regnskabsperiode", en: "Period"),
                Phrase(
                    da: "\(facts.scope.from) – \(facts.scope.through)",
                    en: "\(facts.scope.from) – \(facts.scope.through)")
            ),
            (Phrase(da: "Periodens tilstand", en: "State of the period"), facts.periodNote),
            (
                Phrase(da: "Seneste postering", en: "Latest entry"),
                Phrase(
                    da: "nr. \(facts.scope.at), bogført \(facts.recordedAt.iso)",
                    en: "number \(facts.scope.at), recorded \(facts.recordedAt.iso)")
            ),
            (Word.anchor, Phrase(verbatim: anchor)),
        ]
        return lines.map { [$0[language], $1[language]] }
    }

    /// What is unspent, label and amount.
    var unspent: [(Phrase, Amount)] {
        [
            (Phrase(da: "Tilsagn", en: "Granted"), facts.programme.grant),
            (Phrase(da: "Modtaget", en: "Received"), facts.received),
            (Phrase(da: "Brugt", en: "Spent"), facts.spending.closing),
            (
                Phrase(da: "At betale tilbage (modtaget − brugt)", en: "To return (received − spent)"), facts.toReturn
            ),
            (
                Phrase(da: "Endnu at modtage (tilsagn − modtaget)", en: "Still to receive (granted − received)"),
                facts.toReceive
            ),
        ]
    }
}
