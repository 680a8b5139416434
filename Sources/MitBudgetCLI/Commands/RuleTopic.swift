import Arguments
import MitBudget
import MitBudgetReports
import Phrases

extension Rule {
    /// The rule's page in `help`.
    var topic: Topic {
        Topic(rawValue) { [self] in
            let account = account
            var parts = [
                (Phrase(da: "Afviser", en: "Refuses"), Phrase(da: "\(account.refuses).", en: "\(account.refuses).")),
                (Phrase(da: "Tillader", en: "Allows"), account.allows),
            ]
            if let limit {
                let distance = Phrase(
                    da: "\(limit); --dry-run viser afstanden.", en: "\(limit); --dry-run tells how near.")
                parts.append((Phrase(da: "Grænse", en: "Limit"), distance))
            }
            // The documents speak of citizens; other programmes have documents of their own.
            let source =
                Vocabulary.current.isPersonal
                ? account.source.withoutLetters
                : Phrase(
                    da: "Dokumenterne om Mit Budget; her gælder projektets egne vilkår.",
                    en: "The documents on Mit Budget; here the programme's own terms hold.")
            parts.append((Phrase(da: "Kilde", en: "Source"), source))
            parts.append((Phrase(da: "Eksempel", en: "Example"), Phrase(verbatim: account.command)))
            // Reading a sample never fails in practice: a test reads them all.
            if let explanation = try? account.explanation {
                parts.append((Phrase(da: "Svar", en: "Answer"), explanation.message))
                parts.append((Phrase(da: "Gør", en: "Next"), explanation.next))
            }
            return parts
        }
    }
}

extension Phrase {
    /// The phrase without the letters that stand for documents: `Press release [P]: …` becomes `Press release: …`.
    fileprivate var withoutLetters: Phrase {
        func bare(_ text: String) -> String {
            text.split(separator: " [").map { $0.dropFirst($0.dropFirst().first == "]" ? 2 : 0) }.joined()
        }
        return Phrase(da: "\(bare(self[.danish]))", en: "\(bare(self[.english]))")
    }
}
