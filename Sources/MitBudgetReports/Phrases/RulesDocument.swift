public import MitBudget
import Phrases

/// Writes `Docs/Rules.md` from the rules themselves, so that it can say nothing that the program does not.
public enum RulesDocument {
    /// The document, in Markdown.
    /// - Throws: what a sample's reading throws; a test reads every one.
    public static func markdown() throws(Malformed) -> String {
        var text = preface
        for (index, rule) in Rule.allCases.enumerated() {
            text += try "\n" + section(rule, number: index + 1)
        }
        return text
    }

    private static let preface = """
        # The rules

        Every command is put to the rules below before anything is recorded. What a rule refuses leaves no trace in the
        ledger; the exit status is 1 (77 for the last two rules), and the message says which rule it was, with
        its figures, and what to do next. With `--dry-run` a command records nothing and says how near it comes to each.

        The numbers are the order of precedence: where several rules refuse, the one that stands first speaks. The last
        two are the exception, and are asked before all others: whoever may not give a command is told nothing else
        about it.

        Sources: **[P]** the municipality's press release; **[C]** its catalogue of initiatives; **[L]** the Act on the
        trial (L 133, 2021-22, § 3); **[H]** the funder's handbook on grants (Håndbog om tilskudsregler); **[A]** audit
        practice; **[D]** protection of personal data. The grant letter overrides them where it says otherwise.

        This file is generated, examples and messages included. Don't edit it: change the rule's account in
        `Sources/MitBudgetReports/Phrases/`, then run `GOLDEN=record swift test --filter RulesDocument`.

        """

    private static func section(_ rule: Rule, number: Int) throws(Malformed) -> String {
        let explanation = try rule.sampleExplanation
        return """
            ## \(number). `\(rule.rawValue)`

            - **Refuses** \(rule.refuses[.english]).
            - **Allows** \(rule.account.allows)
            - **Source** \(rule.source)

            ```sh
            \(rule.account.command)
            ```

            \(quoted(explanation, .english))
            >
            \(quoted(explanation, .danish))

            """
    }

    /// What is said, as a quotation whose lines stay apart.
    private static func quoted(_ explanation: Explanation, _ language: Language) -> String {
        (explanation.message[language] + "\n" + explanation.next[language])
            .split(separator: "\n").map { "> " + $0 }.joined(separator: "  \n")
    }
}
