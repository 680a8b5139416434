import Foundation
import MitBudget
import MitBudgetReports
import Phrases

/// Generates `Docs/Rules.md` from the rules and from the source files that ask and test them, so the document cannot
/// disagree with them.
enum RulesDocument {
    static func markdown() throws -> String {
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

        `mitbudget help RULE` tells what stands here of a rule, in Danish too. *Decided* names the files that refuse by
        it, *tested* those with its cases: at the limit, one step before it, one beyond.

        This file is generated, examples and messages included. Don't edit it: change the rule's account in
        `Sources/MitBudgetReports/Phrases/`, then run `GOLDEN=record swift test --filter RulesDocument`.

        """

    private static func section(_ rule: Rule, number: Int) throws -> String {
        let account = rule.account
        let explanation = try account.explanation
        return """
            ## \(number). `\(rule.rawValue)`

            - **Refuses** \(account.refuses[.english]).
            - **Allows** \(account.allows[.english])
            - **Source** \(account.source[.english])
            - **Decided** in \(linked(try files(deciding: rule)))
            - **Tested** in \(linked(try files(testing: rule)))

            ```sh
            \(account.command)
            ```

            \(quoted(explanation, .english))
            >
            \(quoted(explanation, .danish))

            """
    }

    /// An explanation as a block quotation that keeps its line breaks.
    private static func quoted(_ explanation: Explanation, _ language: Language) -> String {
        (explanation.message[language] + "\n" + explanation.next[language])
            .split(separator: "\n").map { "> " + $0 }.joined(separator: "  \n")
    }
}

// Finds the files of a rule by reading the sources.
extension RulesDocument {
    /// The domain files that throw, or return to be thrown, a refusal by the rule.
    static func files(deciding rule: Rule) throws -> [String] {
        let refusing = try Regex(#"throw \.\#(rule)\b|, \.\#(rule)\) \{"#)
        return try files(in: "Sources/MitBudget/Decide") { $0.contains(refusing) }
    }

    /// The test files with cases that the rule refuses.
    static func files(testing rule: Rule) throws -> [String] {
        let refused = try Regex(#"[ (]\.\#(rule)\b"#)
        return try files(in: "Tests/MitBudgetTests") { $0.contains("extension RuleCase {") && $0.contains(refused) }
    }

    private static func files(in folder: String, where isMeant: (String) -> Bool) throws -> [String] {
        let root = try repositoryRoot()
        let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
        return try names.sorted().map { folder + "/" + $0 }.filter { name in
            isMeant(try String(contentsOf: root.appending(path: name), encoding: .utf8))
        }
    }

    private static func linked(_ files: [String]) -> String {
        files.map { "[\($0.split(separator: "/").last ?? "")](../\($0))" }.joined(separator: ", ")
    }
}
