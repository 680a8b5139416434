import Arguments
import JSON
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Commands that need no ledger.
enum ProgramCommands {
    static let families = [Family("demo", [demo]), Family("help", [help]), Family("version", [version])]

    private static let demo = LedgerCommand(
        ["demo"], group: Groups.program,
        summary: Phrase(
            da: "Lav et gennemarbejdet eksempel i en ny mappe.", en: "Make a worked example in a new folder."),
        discussion: Phrase(
            da: "Et helt forløb gennem de rigtige kommandoer, med et ur, der går gennem projektperioden.",
            en: "A whole course through the real commands, with a clock that walks through the project period."),
        examples: [
            Example(
                "mitbudget demo mit-eksempel", Phrase(da: "I mappen mit-eksempel.", en: "In the folder mit-eksempel.")),
            Example(
                "mitbudget demo aarhus --programme aarhus-13-initiativer",
                Phrase(da: "Et andet projekt.", en: "Another programme.")),
        ],
        Parameter.optionalArgument(
            .text("FOLDER", completion: .folder),
            Phrase(da: "Den nye mappe; ellers mit-budget-demo.", en: "The new folder; else mit-budget-demo.")),
        Parameter.optional(
            "--programme", ValueKind<Course>.oneOf("NAME"),
            Phrase(da: "Projektet; ellers Mit Budget i Aabenraa.", en: "The programme; else Mit Budget in Aabenraa."))
    ) { folder, course in
        Action { session throws(Failure) in
            try Demo(course ?? .mitBudget, folder: folder ?? "mit-budget-demo", in: session).run()
        }
    }

    private static let help = LedgerCommand(
        ["help"], group: Groups.program,
        summary: Phrase(
            da: "Hjælp til programmet, en kommando eller en regel.", en: "Help on the program, a command or a rule."),
        examples: [
            Example("mitbudget help plan draft", Phrase(da: "Om én kommando.", en: "On one command.")),
            Example(
                "mitbudget help cap-exceeded",
                Phrase(
                    da: "Om den regel, der afviste med [cap-exceeded].", en: "On the rule that refused [cap-exceeded].")
            ),
        ],
        Parameter.arguments(
            .text("COMMAND"),
            Phrase(da: "Kommandoens ord, eller reglens id.", en: "The command's words, or the rule's id."))
    ) { topic in
        Action { session throws(Failure) in
            try session.printHelp(on: topic)
            return .done
        }
    }

    private static let version = LedgerCommand(
        ["version"], group: Groups.program,
        summary: Phrase(da: "Programmets version.", en: "The program's version."),
        examples: [Example("mitbudget version", Phrase(da: "Hvilken udgave er det?", en: "Which release is this?"))]
    ) {
        Action { session in
            session.printVersion()
            return .done
        }
    }
}

extension Session {
    /// Prints help in the words of the ledger in reach; in those of the built-in programme where none can be opened.
    func printHelp(on topic: [String]) throws(Failure) {
        try? withLedger(.reading) { _ throws(LedgerFailure) in }
        do {
            print(text: try Registry.spoken.help(for: topic, in: language, width: min(max(style.width, 40), 100)))
        } catch {
            throw .usage(error)
        }
    }

    func printVersion() {
        switch settings.format {
        case .json: print(["program": "mitbudget", "version": .string(Program.version)] as JSON)
        case .text, .csv, .html: print("mitbudget \(Program.version)")
        }
    }
}
