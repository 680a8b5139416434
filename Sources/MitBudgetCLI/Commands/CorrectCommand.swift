import Arguments
import MitBudget
import MitBudgetReports
import Phrases

/// Correcting a text that was written wrong.
enum CorrectCommand {
    static let families = [Family("correct", [correct])]

    private static let correct = LedgerCommand(
        ["correct"], group: Groups.ledger,
        summary: Phrase(da: "Ret en tekst, der er skrevet forkert.", en: "Correct a text that was written wrong."),
        discussion: Phrase(
            da: """
                Den første tekst bliver stående. Begge vises, hvor teksten vises: den rettede først, med den første \
                ved siden af. Sletning tager dem begge. Beløb og dage rettes ikke her, men med reverse. Den, der må \
                bogføre den slags postering, må rette dens tekster. Er en rettelse også forkert, så ret den første \
                postering igen; den sidste rettelse gælder.
                """,
            en: """
                The first text stays. Both are shown wherever the text is shown: the corrected one first, with the \
                first one beside it. Erasure takes both. Amounts and days are corrected by reverse, not here. Whoever \
                may record that kind of entry may correct its texts. If a correction is wrong, too, correct the first \
                entry again; the last correction counts.
                """),
        examples: [
            Example(
                "mitbudget correct 14 --field payee --text 'Aabenraa Møbelhus' --reason 'Slåfejl i navnet'",
                Phrase(da: "Betalingsmodtageren i postering 14.", en: "The payee of entry 14.")),
            Example(
                "mitbudget correct 7 --field item --item 2 --text 'Truckcertifikat' --reason 'Forkert kursus'",
                Phrase(da: "Teksten til punkt 2 i en handleplan.", en: "The text of item 2 of a plan.")),
        ],
        Parameter.argument(
            .entry, Phrase(da: "Nummeret på posteringen med teksten.", en: "The number of the entry with the text.")),
        Parameter.option("--field", .field, Phrase(da: "Hvilken tekst det er.", en: "Which text it is.")),
        Parameter.optional(
            "--item", .item,
            Phrase(da: "Punktets nummer, når det er et punkts tekst.", en: "The item's number, for an item's text.")),
        Parameter.option("--text", .words, Phrase(da: "Hvad der skulle stå.", en: "What it should say.")),
        Parameter.option("--reason", .words, Phrase(da: "Hvad der var forkert.", en: "What was wrong.")),
        Shared.dryRun, Shared.once
    ) { entry, field, item, text, reason, dry, once throws(UsageError) in
        guard let place = TextPlace(field, item: item) else {
            guard item == nil else { throw .excludes("--field \(field.rawValue)", "--item") }
            throw .needs("--field item", "--item N", command: ["correct"])
        }
        return .record(dry: dry, once: once) { _ in .correct(entry, place, text: text, reason: reason) }
    }
}

extension ValueKind where Value == TextField {
    /// A text's code, or what the program calls the text in either language.
    fileprivate static let field = oneOf("FIELD", called: \.names)
}
