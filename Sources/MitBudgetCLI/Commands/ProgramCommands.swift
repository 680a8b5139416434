import Arguments
import JSON
import MitBudgetReports
import Phrases

/// What anyone may ask the program itself.
enum ProgramCommands {
    static let all: [CommandSpec] = [demo, help, version]

    private static let demo = CommandSpec(
        ["demo"], group: Groups.program,
        summary: Phrase(
            da: "lav et gennemarbejdet eksempel i en ny mappe", en: "make a worked example in a new folder"),
        discussion: Phrase(
            da: "Et helt forløb gennem de rigtige kommandoer, med et ur, der går gennem projektperioden.",
            en: "A whole course through the real commands, with a clock that walks through the project period."),
        examples: [
            Example(
                "mitbudget demo mit-eksempel", Phrase(da: "i mappen mit-eksempel", en: "in the folder mit-eksempel"))
        ],
        Parameter.optionalArgument(
            .text("FOLDER", completion: .folder),
            Phrase(da: "den nye mappe; ellers mit-budget-demo", en: "the new folder; else mit-budget-demo"))
    ) { folder in
        Action { session throws(Failure) in try Demo(folder: folder ?? "mit-budget-demo", in: session).run() }
    }

    private static let help = CommandSpec(
        ["help"], group: Groups.program,
        summary: Phrase(da: "hjælp til programmet eller til en kommando", en: "help on the program or on a command"),
        examples: [Example("mitbudget help plan draft", Phrase(da: "om én kommando", en: "on one command"))],
        Parameter.arguments(.text("COMMAND"), Phrase(da: "kommandoens ord", en: "the command's words"))
    ) { topic in
        Action { session throws(Failure) in
            try session.printHelp(on: topic)
            return .done
        }
    }

    private static let version = CommandSpec(
        ["version"], group: Groups.program,
        summary: Phrase(da: "programmets version", en: "the program's version"),
        examples: [Example("mitbudget version", Phrase(da: "hvilken udgave er det?", en: "which release is this?"))]
    ) {
        Action { session in
            session.printVersion()
            return .done
        }
    }
}

extension Session {
    func printHelp(on topic: [String]) throws(Failure) {
        do {
            print(text: try Registry.spec.help(for: topic, in: language, width: min(max(style.width, 40), 100)))
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
