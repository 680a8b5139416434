import Foundation
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("The document of rules")
struct RulesDocumentTests {
    @Test("Every rule says what it refuses, what it allows and where it comes from", arguments: Rule.allCases)
    func accounts(rule: Rule) {
        let account = rule.account
        #expect(account.command.hasPrefix("mitbudget "))
        for phrase in [account.refuses, account.allows, account.source] {
            #expect(phrase[.danish] != phrase[.english])
        }
        for language in Language.allCases {
            #expect(account.allows[language].hasSuffix("."))
            #expect(["[P]", "[C]", "[L]", "[H]", "[A]", "[D]"].contains { account.source[language].contains($0) })
        }
    }

    @Test("Both languages name the same documents", arguments: Rule.allCases)
    func documents(rule: Rule) {
        func letters(_ language: Language) -> [Substring] {
            rule.account.source[language].matches(of: #/\[[A-Z]\]/#).map(\.output)
        }
        #expect(letters(.danish) == letters(.english))
    }

    @Test("Every rule is decided in a file of the domain, and has cases in one of the tests", arguments: Rule.allCases)
    func files(rule: Rule) throws {
        #expect(try !RulesDocument.files(deciding: rule).isEmpty)
        #expect(try !RulesDocument.files(testing: rule).isEmpty)
    }

    @Test("Docs/Rules.md is up to date")
    func fileIsUpToDate() throws {
        let file = try repositoryRoot().appending(path: "Docs/Rules.md")
        let markdown = try RulesDocument.markdown()
        if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
            try Data(markdown.utf8).write(to: file)
            Issue.record("Recorded \(file.lastPathComponent); run again without GOLDEN.")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(recorded == markdown, "GOLDEN=record swift test --filter RulesDocument writes it anew.")
    }
}
