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
}

extension Unspent {
    /// The account from granted to unspent, label and amount, line by line.
    var account: [(label: Phrase, amount: Amount)] {
        [
            (Phrase(da: "Tilsagn", en: "Granted"), grant),
            (Word.received, received),
            (Phrase(da: "Brugt", en: "Spent"), spent),
            (Word.repaid, repaid),
        ]
    }

    /// What follows from the account, label and amount: what the unspent money is, and what is still to come.
    var outcome: [(label: Phrase, amount: Amount)] {
        [what, (awaited, toReceive)]
    }

    private var what: (label: Phrase, amount: Amount) {
        switch meaning {
        case .waiting(let amount):
            (
                Phrase(
                    da: "Modtaget og ikke brugt (modtaget − brugt − tilbagebetalt)",
                    en: "Received and not spent (received − spent − repaid)"), amount
            )
        case .toReturn(let amount):
            (
                Phrase(
                    da: "At betale tilbage (modtaget − brugt − tilbagebetalt)",
                    en: "To return (received − spent − repaid)"), amount
            )
        case .paidInAdvance(let amount):
            (
                Phrase(
                    da: "Lagt ud af kommunen (brugt + tilbagebetalt − modtaget)",
                    en: "Paid in advance by the municipality (spent + repaid − received)"), amount
            )
        }
    }

    private var awaited: Phrase {
        isAtEnd
            ? Phrase(da: "Endnu at modtage (det, der er lagt ud)", en: "Still to receive (what was paid in advance)")
            : Phrase(da: "Endnu at modtage (tilsagn − modtaget)", en: "Still to receive (granted − received)")
    }
}
