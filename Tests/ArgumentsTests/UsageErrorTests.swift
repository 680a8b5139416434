import Arguments
import Phrases
import Testing

/// A line, and what is said of it.
struct Refused: Sendable, CustomTestStringConvertible {
    let line: [String]
    let english: [String]
    let danish: [String]

    var testDescription: String { line.joined(separator: " ") }

    init(_ line: [String], en english: String..., da danish: String...) {
        self.line = line
        self.english = english
        self.danish = danish
    }
}

@Suite("Usage errors")
struct UsageErrorTests {
    @Test("Every fault of a line names what is wrong and the nearest right thing", arguments: commands + options)
    func refusals(refused: Refused) throws {
        let error = try #require(throws: UsageError.self) { try Sample.spec.parse(refused.line) }
        #expect([error.message.problem[.english], error.message.remedy[.english]] == refused.english)
        #expect([error.message.problem[.danish], error.message.remedy[.danish]] == refused.danish)
    }

    static let commands = [
        Refused(
            [],
            en: "There is no command.", "Choose one of: loan, pay, list, help.",
            da: "Der mangler en kommando.", "Vælg en af: loan, pay, list, help."),
        Refused(
            ["--quiet", "loan"],
            en: "A word is missing after loan.", "Choose one of: loan draft, loan approve, loan show.",
            da: "Efter loan mangler et ord.", "Vælg en af: loan draft, loan approve, loan show."),
        Refused(
            ["laon", "draft"],
            en: "There is no command ‘laon’.", "Did you mean loan?",
            da: "Kommandoen ‘laon’ findes ikke.", "Mente du loan?"),
        Refused(
            ["loan", "aprove"],
            en: "There is no command loan ‘aprove’.", "Did you mean loan approve?",
            da: "Kommandoen loan ‘aprove’ findes ikke.", "Mente du loan approve?"),
        Refused(
            ["draft"],
            en: "There is no command ‘draft’.", "Did you mean loan draft?",
            da: "Kommandoen ‘draft’ findes ikke.", "Mente du loan draft?"),
        Refused(
            ["loan-show"],
            en: "There is no command ‘loan-show’.", "Did you mean loan show?",
            da: "Kommandoen ‘loan-show’ findes ikke.", "Mente du loan show?"),
        Refused(
            ["loan", "\u{1B}[31m"],
            en: "There is no command loan ‘\\u{1B}[31m’.", "Choose one of: loan draft, loan approve, loan show.",
            da: "Kommandoen loan ‘\\u{1B}[31m’ findes ikke.", "Vælg en af: loan draft, loan approve, loan show."),
        Refused(
            ["secrets"],
            en: "There is no command ‘(hidden)’.", "Choose one of: loan, pay, list, help.",
            da: "Kommandoen ‘(hidden)’ findes ikke.", "Vælg en af: loan, pay, list, help."),
    ]

    static let options = [
        Refused(
            ["--legder", "x", "list"],
            en: "There is no option ‘--legder’.", "Did you mean --ledger?",
            da: "Tilvalget ‘--legder’ findes ikke.", "Mente du --ledger?"),
        Refused(
            ["loan", "draft", "L1", "--rea", "x"],
            en: "‘--rea’ is not an option of loan draft.", "Did you mean --reason?",
            da: "‘--rea’ er ikke et tilvalg til loan draft.", "Mente du --reason?"),
        Refused(
            ["loan", "draft", "L1", "-reason", "x"],
            en: "‘-reason’ is not an option of loan draft.", "Did you mean --reason?",
            da: "‘-reason’ er ikke et tilvalg til loan draft.", "Mente du --reason?"),
        Refused(
            ["loan", "draft", "-z=secret"],
            en: "‘(hidden)’ is not an option of loan draft.", "loan draft --help shows what can be given.",
            da: "‘(hidden)’ er ikke et tilvalg til loan draft.", "loan draft --help viser, hvad der kan angives."),
        Refused(
            ["loan", "approve", "L1", "--amount", "5"],
            en: "--amount is not an option of loan approve.",
            "It belongs to: pay. loan approve --help shows what can be given.",
            da: "--amount er ikke et tilvalg til loan approve.",
            "Det hører til: pay. loan approve --help viser, hvad der kan angives."),
        Refused(
            ["--amount", "5", "pay", "L1"],
            en: "--amount stands before the command.", "Write it after the command. It belongs to: pay.",
            da: "--amount står før kommandoen.", "Skriv det efter kommandoen. Det hører til: pay."),
        Refused(
            ["loan", "--reason", "x", "draft", "L1"],
            en: "--reason stands before the command.", "Write it after the command. It belongs to: loan draft.",
            da: "--reason står før kommandoen.", "Skriv det efter kommandoen. Det hører til: loan draft."),
        Refused(
            ["--quiet", "list", "--quiet"],
            en: "--quiet is given more than once.", "Give it once.",
            da: "--quiet er angivet mere end én gang.", "Angiv det én gang."),
        Refused(
            ["pay", "L1", "--amount", "5", "--amount=5"],
            en: "--amount is given more than once.", "Give it once.",
            da: "--amount er angivet mere end én gang.", "Angiv det én gang."),
        Refused(
            ["pay", "L1", "--amount", "--item", "x"],
            en: "The value is missing for --amount.", "Write --amount KR, or --amount=KR if the value begins with --.",
            da: "Værdien mangler for --amount.",
            "Skriv --amount KR, eller --amount=KR, hvis værdien begynder med --."),
        Refused(
            ["list", "--ledger"],
            en: "The value is missing for --ledger.",
            "Write --ledger FILE, or --ledger=FILE if the value begins with --.",
            da: "Værdien mangler for --ledger.",
            "Skriv --ledger FILE, eller --ledger=FILE, hvis værdien begynder med --."),
        Refused(
            ["list", "--quiet=yes"],
            en: "--quiet takes no value.", "Write --quiet alone.",
            da: "--quiet tager ingen værdi.", "Skriv --quiet alene."),
        Refused(
            ["pay"],
            en: "Missing for pay: LOAN, --amount KR.", "pay --help shows what can be given.",
            da: "Der mangler LOAN, --amount KR til pay.", "pay --help viser, hvad der kan angives."),
        Refused(
            ["loan", "draft", "L1", "--reason=too", "long"],
            en: "‘long’ is one argument too many for loan draft.",
            "Put text of several words in quotation marks. loan draft --help shows what can be given.",
            da: "‘long’ er ét argument for meget til loan draft.",
            "Sæt tekst på flere ord i anførselstegn. loan draft --help viser, hvad der kan angives."),
        Refused(
            ["loan", "draft", "L1", "reason", "x"],
            en: "‘reason’ is one argument too many for loan draft.", "Did you mean --reason?",
            da: "‘reason’ er ét argument for meget til loan draft.", "Mente du --reason?"),
        Refused(
            ["pay", "L1", "--amount", "secret"],
            en: "--amount cannot be ‘(hidden)’. It is no number.", "pay --help shows what can be given.",
            da: "--amount kan ikke være ‘(hidden)’. Det er intet tal.", "pay --help viser, hvad der kan angives."),
        Refused(
            ["pay", "L1", "--amount=5", "--order=lats"],
            en: "--order cannot be ‘lats’. It must be one of: first, last.", "Did you mean last?",
            da: "--order kan ikke være ‘lats’. Det skal være en af: first, last.", "Mente du last?"),
    ]

    @Test("Errors that a command or the caller throws say themselves in both languages")
    func thrownByOthers() {
        expect(
            .excludes("--file", "--goal"),
            en: "--file and --goal cannot be used together.", "Choose --file or --goal.",
            da: "--file og --goal kan ikke bruges sammen.", "Vælg --file eller --goal.")
        expect(
            .needsOneOf(["--amount KR", "--all"], command: ["pay"]),
            en: "Missing for pay, one of: --amount KR, --all.", "pay --help shows what can be given.",
            da: "Der mangler en af: --amount KR, --all til pay.", "pay --help viser, hvad der kan angives.")
        expect(
            .needs("--identified", "--purpose TEXT", command: []),
            en: "--identified needs --purpose TEXT.", "--help shows what can be given.",
            da: "--identified kræver --purpose TEXT.", "--help viser, hvad der kan angives.")
        expect(
            .notUTF8(position: 3),
            en: "Argument 3 is not UTF-8.", "Set the terminal to UTF-8 and retype it.",
            da: "Argument 3 er ikke UTF-8.", "Sæt terminalen til UTF-8, og skriv det igen.")
    }

    private func expect(
        _ error: UsageError, en problem: String, _ remedy: String, da danishProblem: String, _ danishRemedy: String,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(error.message.problem[.english] == problem, sourceLocation: location)
        #expect(error.message.remedy[.english] == remedy, sourceLocation: location)
        #expect(error.message.problem[.danish] == danishProblem, sourceLocation: location)
        #expect(error.message.remedy[.danish] == danishRemedy, sourceLocation: location)
    }

    @Test("A global of the wrong value is refused where it is read")
    func wrongGlobal() throws {
        let globals = try Sample.spec.parse(["list", "--format", "jsn"]).globals
        let error = #expect(throws: UsageError.self) { try globals.value(of: Sample.format) }
        #expect(error?.message.remedy[.english] == "Did you mean json?")
    }

    @Test("A long list of commands that have an option is cut short")
    func manyOwners() {
        let error = UsageError.optionBeforeCommand(option: "--on", owners: ["a", "b", "c", "d", "e", "f"])
        #expect(error.message.remedy[.english] == "Write it after the command. It belongs to: a, b, c, d, ….")
    }
}
