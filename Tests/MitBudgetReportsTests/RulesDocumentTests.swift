import Foundation
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("The document of rules")
struct RulesDocumentTests {
    @Test("It has a section for each rule, in order of precedence")
    func sections() throws {
        let headings = try RulesDocument.markdown().split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings == Rule.allCases.enumerated().map { "## \($0 + 1). `\($1.rawValue)`" })
    }

    @Test("It holds the messages that the program gives", arguments: Rule.allCases, Language.allCases)
    func messages(rule: Rule, language: Language) throws {
        let explanation = try rule.sampleExplanation
        let document = try RulesDocument.markdown()
        #expect(document.contains(explanation.message[language]))
        for line in explanation.next[language].split(separator: "\n") { #expect(document.contains(line)) }
    }

    @Test("Every rule says what it refuses, what it allows and where it comes from", arguments: Rule.allCases)
    func accounts(rule: Rule) {
        #expect(rule.refuses[.danish] != rule.refuses[.english])
        #expect(rule.account.allows.hasSuffix("."))
        #expect(rule.account.command.hasPrefix("mitbudget "))
        #expect(["[P]", "[C]", "[L]", "[H]", "[A]", "[D]"].contains { rule.source.contains($0) })
    }

    @Test("Docs/Rules.md is up to date")
    func fileIsUpToDate() throws {
        let file = try #require(Self.packageFolder).appending(path: "Docs/Rules.md")
        let markdown = try RulesDocument.markdown()
        if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
            try Data(markdown.utf8).write(to: file)
            Issue.record("Recorded \(file.lastPathComponent); run again without GOLDEN.")
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(recorded == markdown, "GOLDEN=record swift test --filter RulesDocument writes it anew.")
    }

    private static var packageFolder: URL? {
        var folder = URL(filePath: #filePath)
        while folder.path() != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()) { return folder }
        }
        return nil
    }
}
