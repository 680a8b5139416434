import Arguments
import Foundation
import JSON
import MitBudget
import Phrases
import Testing

@testable import MitBudgetCLI

struct Transcripts {
    @Test(arguments: Fixtures.scripts(in: "transcripts"), Language.allCases)
    func `A script's transcript is as recorded`(name: String, language: Language) throws {
        try Fixtures.perform(name, in: "transcripts", language)
    }

    @Test(arguments: Language.allCases)
    func `No transcript is left without its script`(language: Language) throws {
        for folder in ["transcripts", "refusals", "advice"] {
            let recorded = try FileManager.default.contentsOfDirectory(
                atPath: Fixtures.root.appending(path: "Fixtures/\(folder)/\(language.rawValue)").path)
            #expect(recorded.sorted() == Fixtures.scripts(in: folder).map { $0 + ".transcript" }.sorted())
        }
    }

    @Test(arguments: Registry.spec.commands.map(\.path), Language.allCases)
    func `Each command is done in a transcript, in text and in JSON, and its help is shown`(
        path: [String], language: Language
    ) throws {
        let lines = try Self.doneLines(in: language)
        let parsed = lines.map { (line: $0, typed: Registry.spec.typed($0)) }
        let runs = parsed.filter { $0.typed.command?.path == path && !$0.typed.asksForHelp }.map(\.line)
        let isJSON: ([String]) -> Bool = { line in
            zip(line, line.dropFirst()).contains { $0 == ("--format", "json") }
        }
        #expect(runs.contains { !isJSON($0) }, "never in text")
        // Only help has no JSON, since it is for people.
        if path != ["help"] { #expect(runs.contains(where: isJSON), "never in JSON") }
        #expect(lines.contains(["help"] + path), "never its help")
    }

    @Test(arguments: Language.allCases)
    func `The overview is shown, and each group's`(language: Language) throws {
        let lines = try Self.doneLines(in: language)
        #expect(lines.contains(["help"]))
        for group in Set(Registry.spec.commands.filter { $0.path.count > 1 }.map { $0.path[0] }) {
            #expect(lines.contains(["help", group]), "\(group)")
        }
    }

    @Test(arguments: Registry.spec.commands.map(\.path))
    func `Each option of each command is used in a transcript`(path: [String]) throws {
        let lines = try Self.doneLines(in: .english)
        let used = Set(lines.filter { Registry.spec.typed($0).command?.path == path }.flatMap { $0 })
        for option in Registry.spec.command(path)?.options ?? [] {
            #expect(used.contains(option.name), "\(path.joined(separator: " ")) \(option.name)")
        }
    }

    /// The arguments of every command that ended with 0 in the recorded transcripts.
    private static func doneLines(in language: Language) throws -> [[String]] {
        try Fixtures.scripts(in: "transcripts").flatMap { name in
            let text = try Fixtures.text("transcripts/\(language.rawValue)/\(name).transcript")
            let variables = ["FOLDER": "", "LONG": "", "BIDI": "", "BELL": "", "WIDE": "", "BREAK": ""]
            var done: [[String]] = []
            for piece in ("\n" + text).components(separatedBy: "\n$ mitbudget").dropFirst() {
                let line = piece.replacing("\\\n", with: " ").prefix { $0 != "\n" }
                if piece.contains("\n= ") { continue }
                done.append(try ShellWords.split(String(line), variables: variables))
            }
            return done
        }
    }
}

struct RefusalTranscripts {
    @Test(arguments: Rule.allCases, Language.allCases)
    func `Each rule refuses as recorded, in text and in JSON, dry or not, and leaves no trace`(
        rule: Rule, language: Language
    ) throws {
        let transcript = try Fixtures.perform(rule.rawValue, in: "refusals", language)
        let refused = transcript.runs.suffix(2)
        try #require(refused.count == 2)
        let isPermission = rule == .staffUnknown || rule == .notPermitted
        for run in refused {
            #expect(run.status == (isPermission ? 77 : 1))
            #expect(run.heads.before == run.heads.after)
            #expect(run.output.isEmpty)
        }
        let (text, json) = (refused[refused.startIndex], refused[refused.startIndex + 1])
        #expect(json.isJSON && json.arguments.filter { $0 != "--format" && $0 != "json" } == text.arguments)
        #expect(text.error.contains("[\(rule.rawValue)]"))
        let refusal = try #require(try JSON(parsing: json.error)["refusal"])
        #expect(refusal["rule"] == .string(rule.rawValue))
        for key in ["message", "next"] {
            guard case .string(let said)? = refusal[key] else {
                Issue.record("no \(key)")
                continue
            }
            #expect(!said.isEmpty && text.error.contains(said))
        }
        // What only reads has no dry run.
        let command = try #require(Registry.spec.typed(text.arguments).command)
        guard command.options.contains(where: { $0.name == "--dry-run" }) else { return }
        let dry = transcript.world.run(json.arguments + ["--dry-run"])
        #expect(dry.error == json.error && dry.status == json.status)
    }

    @Test func `Every fixture is that of a rule`() {
        #expect(Fixtures.scripts(in: "refusals") == Rule.allCases.map(\.rawValue).sorted())
    }
}
