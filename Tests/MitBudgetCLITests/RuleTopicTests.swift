import Arguments
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

@Suite("Help on rules")
struct RuleTopicTests {
    @Test("Help on a rule tells all of its account", arguments: Rule.allCases, Language.allCases)
    func whole(rule: Rule, language: Language) throws {
        let run = try TestWorld().run(["help", rule.rawValue, "--language", language.rawValue])
        #expect(run.status == 0 && run.error.isEmpty)
        let told = Self.onOneLine(run.output)
        let explanation = try rule.account.explanation
        let texts = [
            rule.account.refuses[language] + ".", rule.account.allows[language], rule.account.command,
            explanation.message[language],
        ]
        for text in texts + explanation.next[language].split(separator: "\n").map(String.init) {
            #expect(told.contains(Self.onOneLine(text)), "\(text)")
        }
        #expect(told.hasPrefix(rule.rawValue))
        #expect(rule.limit.map { told.contains($0[language] + "; --dry-run") } ?? !told.contains("--dry-run"))
        #expect(!told.contains(/\[[A-Z]\]/))
    }

    @Test("An id with a dash too many means its rule, and no id is a command's word", arguments: Rule.allCases)
    func nearest(rule: Rule) throws {
        let misspelt = rule.rawValue.replacing("-", with: "--", maxReplacements: 1)
        let run = try TestWorld().run(["help", misspelt, "--language", "en"])
        #expect(run.status == 64)
        #expect(run.error.hasSuffix("Did you mean help \(rule.rawValue)?\n"))
        #expect(!Registry.commands.contains { $0.path[0] == rule.rawValue })
    }

    /// The text with each run of blanks and line ends replaced by one blank.
    private static func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
