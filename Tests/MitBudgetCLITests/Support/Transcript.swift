import Foundation
import JSON
import MitBudget
import Phrases

@testable import MitBudgetCLI

/// Performs a script in one language, and gives the text to record and every broken promise that holds for all scripts.
struct Transcript {
    private(set) var text = ""
    private(set) var runs: [TestWorld.Run] = []
    /// Faults that no recording can excuse.
    private(set) var complaints: [String] = []

    let world: TestWorld
    private var variables: [String: String]
    private var secrets: [String] = []

    init(of script: Script, in language: Language) throws {
        world = try TestWorld()
        world.environment["MITBUDGET_LANGUAGE"] = language.rawValue
        variables = ["FOLDER": world.folder]
        for step in script.steps {
            text += step.lines.map { $0 + "\n" }.joined()
            if let run = try perform(step.deed) { text += shown(run) }
        }
    }

    /// Does one step. Returns the run of a command, to be shown.
    private mutating func perform(_ deed: Script.Content) throws -> TestWorld.Run? {
        switch deed {
        case .prose: break
        case .command(let line):
            let run = world.run(Array(try ShellWords.split(line, variables: variables).dropFirst()))
            runs.append(run)
            complaints += complaints(about: run).map { "\(line)\n  \($0)" }
            return run
        case .clock(let moment): world.now = moment
        case .account(let account): world.account = account
        case .file(let name, let contents): try world.write(contents, to: name)
        case .copy(let name): try world.copy(Fixtures.root.appending(path: "Fixtures/" + name))
        case .sql(let sql): try world.tamper(sql)
        case .environment(let name, let value):
            world.environment[name] = value?.replacingOccurrences(of: "$FOLDER", with: world.folder)
        case .input(let line): world.input.append(line)
        case .terminal(let width): world.terminalWidth = width
        case .text(let name, let value): variables[name] = value
        case .secret(let number): secrets.append(Self.digits(of: number))
        case .given(let name):
            for step in try Fixtures.script(name, in: "given").steps {
                if let run = try perform(step.deed), run.status != 0 {
                    complaints.append("given \(name): \(run.arguments): \(run.error)")
                }
            }
        }
        return nil
    }

    /// Checks what must hold after every command.
    private func complaints(about run: TestWorld.Run) -> [String] {
        var complaints: [String] = []
        let isDry = run.arguments.contains("--dry-run")
        if run.status != 0 || isDry, run.heads.before != run.heads.after {
            complaints.append("the journal was changed")
        }
        // A successful command may warn, and may have asked for a text.
        let isWarning = run.error.hasPrefix("mitbudget: ") || run.error.hasPrefix("{\"warning\"")
        if run.status == 0, !run.error.isEmpty, !isWarning, !run.arguments.contains("-") {
            complaints.append("done, and yet: \(run.error)")
        }
        if run.status != 0, run.output.isEmpty == run.error.isEmpty {
            complaints.append("not done, and it must be told on one channel")
        }
        if run.status == ExitStatus.fault.rawValue || ExitStatus(rawValue: run.status) == nil {
            complaints.append("exit status \(run.status)")
        }
        let shown = run.output + run.error
        for line in shown.split(separator: "\n") where secrets.contains(where: Self.digits(of: line).contains) {
            complaints.append("a secret is shown: \(line)")
        }
        let isColoured = world.terminalWidth != nil || run.arguments.contains("always")
        let control = shown.unicodeScalars.first {
            $0.properties.generalCategory == .control && $0 != "\n" && !($0 == "\u{1B}" && isColoured)
        }
        // Excel needs CSV with carriage returns; a line printer needs a form feed before a page.
        let isWanted =
            control == "\r" && run.arguments.contains("csv") || control == "\u{0C}" && run.arguments.contains("report")
        if let control, !isWanted {
            complaints.append("a control character is shown: \(control.value)")
        }
        if run.isJSON, !run.error.isEmpty,
            (try? JSON(parsing: run.error)) == nil || run.error.split(separator: "\n").count != 1
        {
            complaints.append("not one JSON value on one line: \(run.error)")
        }
        return complaints
    }

    private func shown(_ run: TestWorld.Run) -> String {
        var shown = run.output
        if !shown.isEmpty, shown.utf8.last != UInt8(ascii: "\n") { shown += "␄\n" }
        for line in run.error.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            shown += "! " + line + "\n"
        }
        if run.status != 0 { shown += "= \(run.status)\n" }
        return
            shown
            .replacingOccurrences(of: world.folder, with: "$FOLDER")
            .replacingOccurrences(of: "\u{1B}", with: "␛").replacingOccurrences(of: "\r\n", with: "␍\n")
            .replacingOccurrences(of: "\u{FEFF}", with: "\\u{FEFF}")
    }

    private static func digits(of text: some StringProtocol) -> String {
        text.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
    }
}

extension TestWorld.Run {
    /// Whether the command asks for JSON.
    var isJSON: Bool {
        zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
            || arguments.contains("--format=json")
    }
}
