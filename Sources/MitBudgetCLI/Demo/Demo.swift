import Files
import JSON
import MitBudget
import MitBudgetStore
import Phrases

/// The worked example: runs a course of commands as a user would type them, each at its own time.
struct Demo {
    private let folder: String
    private let course: Course
    private let session: Session

    init(_ course: Course, folder: String, in session: Session) {
        self.course = course
        self.folder = folder.withoutFinalSlashes
        self.session = session
    }

    private static let name = "mit-budget.sqlite"
    private var ledger: String { folder + "/" + Self.name }

    /// Makes the folder and the ledger in it, runs the course, and prints the final status. If the course fails,
    /// nothing is left of it.
    func run() throws(Failure) -> ExitStatus {
        let steps = try course.steps()
        try make(steps)
        if session.settings.format == .text {
            session.print(
                Phrase(
                    da: "\(steps.count) kommandoer er kørt på \(ledger). Prøv fx:",
                    en: "\(steps.count) commands have been run on \(ledger). Try for instance:"))
            for words in course.suggestions {
                session.print("  mitbudget --ledger \(ledger) \(words)")
            }
            session.print()
        }
        guard session.flush() else { throw .outputClosed(recorded: nil) }
        return status(after: steps.last)
    }

    private func make(_ steps: [Course.Step]) throws(Failure) {
        try session.withDraftFolder(folder) { draft throws(Failure) in
            let ledger = draft.database(Self.name)
            for step in steps { try perform(step, on: ledger) }
        }
    }

    private func status(after last: Course.Step?) -> ExitStatus {
        var world = session.world
        if let last { world.now = { last.moment } }
        world.localDay = \.day
        let arguments = [
            "--ledger", ledger, "--language", session.language.rawValue, "--format",
            session.settings.format.rawValue, "status",
        ]
        return ExitStatus(rawValue: Program.run(arguments, in: world)) ?? .fault
    }

    /// Runs one command and hides what it prints; if the command fails, throws what it complained of.
    private func perform(_ step: Course.Step, on ledger: String) throws(Failure) {
        let outside = session.world
        var world = outside
        var complaint = ""
        world.now = { step.moment }
        // The course's office hours fall on the same day in Denmark as in UTC, wherever the example is run.
        world.localDay = \.day
        world.environment = { name in name.hasPrefix("MITBUDGET_") ? nil : outside.environment(name) }
        world.output.write = { _ in true }
        world.error.write = { text in
            complaint += text
            return true
        }
        // In the course, a file's contents stand in place of its name, with `\n` for each new line.
        let bytes = { @Sendable (contents: String) in Array(contents.replacing(#"\n"#, with: "\n").utf8) }
        world.read = { contents, _ throws(World.FileTrouble) in bytes(contents) }
        world.open = { contents throws(World.FileTrouble) in
            var rest = bytes(contents)
            return World.Source(
                size: Int64(rest.count),
                next: { () throws(World.FileTrouble) in
                    defer { rest = [] }
                    return rest
                }, close: {})
        }
        let globals = ["--ledger", ledger, "--language", session.language.rawValue]
        let status = Program.run(globals + step.arguments, in: world)
        // A reconciliation that left something open is recorded all the same.
        guard status == ExitStatus.done.rawValue || status == ExitStatus.no.rawValue && complaint.isEmpty else {
            throw .demo(
                ExitStatus(rawValue: status) ?? .fault, command: step.arguments.joined(separator: " "),
                complaint: complaint)
        }
    }
}

extension String {
    /// The path of a folder without the slashes at its end: the last folder is the name before them.
    var withoutFinalSlashes: String {
        let name = reversed().drop { $0 == "/" }
        return name.isEmpty ? self : String(name.reversed())
    }
}
