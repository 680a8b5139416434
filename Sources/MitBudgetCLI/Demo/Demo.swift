import JSON
import MitBudget
import MitBudgetStore
import Phrases

/// The worked example: a course of commands, each run as a user would type it, with a clock of its own.
struct Demo {
    private let folder: String
    private let session: Session

    init(folder: String, in session: Session) {
        self.folder = folder
        self.session = session
    }

    private var ledger: String { folder + "/mit-budget.sqlite" }

    /// Makes the folder and the ledger in it, runs the course, and prints the status at its end.
    func run() throws(Failure) -> ExitStatus {
        do {
            try session.world.makeFolder(folder)
        } catch {
            throw .unmade(path: folder, error)
        }
        let steps = Course.steps()
        for step in steps { try perform(step) }
        if session.settings.format == .text {
            session.print(
                Phrase(
                    da: "\(steps.count) kommandoer er kørt på \(ledger). Prøv fx:",
                    en: "\(steps.count) commands have been run on \(ledger). Try for instance:"))
            for words in ["participant show B03", "journal --participant B03", "verify"] {
                session.print("  mitbudget --ledger \(ledger) \(words)")
            }
            session.print()
        }
        guard session.flush() else { throw .outputClosed }
        return status(after: steps.last)
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

    /// One command. What it prints is not shown, unless it fails: then nothing else matters.
    private func perform(_ step: Course.Step) throws(Failure) {
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
        if let plan = step.plan { world.read = { _, _ throws(World.FileTrouble) in Array(plan.utf8) } }
        let status = Program.run(["--ledger", ledger] + step.arguments, in: world)
        guard status == ExitStatus.done.rawValue else {
            throw .demo(
                ExitStatus(rawValue: status) ?? .fault, command: step.arguments.joined(separator: " "),
                complaint: complaint)
        }
    }
}
