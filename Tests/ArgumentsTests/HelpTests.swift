import Arguments
import Phrases
import Testing

@Suite("Help")
struct HelpTests {
    @Test("The overview groups the commands")
    func overview() throws {
        let expected = """
            shelf: Keeps track of loans.

            Usage: shelf COMMAND …

            Loans
              loan draft    Write a loan down.
              loan approve  Approve a loan.
              loan show     Show a loan.
              pay           Pay a fee.

            Other
              list          Show a shelf.
              list all      Show all shelves.
              help          Show help.

            Global options
              --ledger FILE    The file.
              --format FORMAT  The form of the output. One of: text, json.
              --quiet          Say nothing.
              --help           Show this help (also -h).
              --version        Show the program's version.

            shelf COMMAND --help tells more.

            """
        #expect(try Sample.spec.help(for: [], in: .english, width: 80) == expected)
    }

    @Test("A command shows its usage, parameters, globals and examples")
    func command() throws {
        let expected = """
            Usage: shelf pay LOAN --amount KR [--item TITLE:NUMBER:STATE]…
                             [--order ORDER]

            Pay a fee.

            The fee is paid on the day that the book comes back, be it in one piece
            or in many.

            It is not repaid.

            Arguments
              LOAN  The loan.

            Options
              --amount KR    The amount. Required.
              --item TITLE:NUMBER:STATE
                             The book that it is for. May be repeated.
              --order ORDER  Which fee is paid where there are several; the first
                             one is the oldest. One of: first, last.

            Global options
              --ledger FILE    The file.
              --format FORMAT  The form of the output. One of: text, json.
              --quiet          Say nothing.
              --help           Show this help (also -h).
              --version        Show the program's version.

            Examples
              Pay 25 kr.
                shelf pay L1 --amount 25
              Five back.
                shelf pay L1 --amount=-5 --item a --item b

            """
        #expect(try Sample.spec.help(for: ["pay"], in: .english, width: 72) == expected)
    }

    @Test("A group lists its commands, in Danish as well")
    func group() throws {
        let expected = """
            Brug: shelf loan KOMMANDO …

            Kommandoer
              loan draft    Skriv et udlån op.
              loan approve  Godkend et udlån.
              loan show     Vis et udlån.

            Fælles tilvalg
              --ledger FILE    Filen.
              --format FORMAT  Udskriftens form. En af: text, json.
              --quiet          Sig intet.
              --help           Vis denne hjælp (også -h).
              --version        Vis programmets version.

            shelf KOMMANDO --help fortæller mere.

            """
        #expect(try Sample.spec.help(for: ["loan"], in: .danish, width: 80) == expected)
    }

    @Test("No line is wider than asked for, except one word or example", arguments: [60, 80, 100], Language.allCases)
    func width(width: Int, language: Language) throws {
        for topic in Sample.spec.commands.map(\.path) + [[], ["loan"]] {
            let help = try Sample.spec.help(for: topic, in: language, width: width)
            for line in help.split(separator: "\n") where !line.hasPrefix("    shelf") {
                #expect(line.count <= width, "\(line)")
                #expect(line.last != " ", "\(line)")
            }
        }
    }

    @Test("A narrow usage goes below the command")
    func narrow() throws {
        let help = try Sample.spec.help(for: ["loan", "approve"], in: .danish, width: 40)
        #expect(help.hasPrefix("Brug: shelf loan approve\n    LOAN [--dry-run]\n\nGodkend et udlån.\n"))
    }

    @Test("A global option that the command hides is not shown twice")
    func hidden() throws {
        let help = try Sample.spec.help(for: ["loan", "show"], in: .english, width: 80)
        #expect(help.contains("  --version N  Which version.\n"))
        #expect(!help.contains("Show the program's version."))
    }

    @Test("No width is too small or too large", arguments: [Int.min, -1, 0, 1, Int.max])
    func extremes(width: Int) throws {
        #expect(try Sample.spec.help(for: ["pay"], in: .english, width: width).contains("--amount"))
    }

    @Test("Help on what is no command suggests one")
    func unknownTopic() {
        let error = #expect(throws: UsageError.self) {
            try Sample.spec.help(for: ["loan", "drfat"], in: .english, width: 80)
        }
        #expect(error?.message.remedy[.english] == "Did you mean loan draft?")
        let tooLong = #expect(throws: UsageError.self) {
            try Sample.spec.help(for: ["loan", "draft", "x"], in: .english, width: 80)
        }
        #expect(tooLong?.message.remedy[.english] == "loan draft --help shows what can be given.")
    }

    private static let late = CommandLineSpec<Bool>(
        program: "shelf", summary: Phrase(da: "Udlån.", en: "Loans."), globals: [], commands: [],
        topics: {
            [
                Topic("late-fee") {
                    [
                        (Phrase(da: "Når", en: "When"), Phrase(da: "En dag for sent.", en: "A day late.\nNo sooner.")),
                        (Phrase(da: "Beløb", en: "Amount"), Phrase(da: "25 kr.", en: "25 kr. for each week begun.")),
                    ]
                }
            ]
        })

    @Test("A topic shows each of its parts under its label")
    func topic() throws {
        let expected = """
            late-fee

              When    A day late.
                      No sooner.
              Amount  25 kr. for each week
                      begun.

            """
        #expect(try Self.late.help(for: ["late-fee"], in: .english, width: 34) == expected)
    }

    @Test("A topic that was misspelt, or taken for a command, is named by what shows it")
    func nearestTopic() throws {
        let misspelt = try #require(throws: UsageError.self) {
            try Self.late.help(for: ["latefee"], in: .english, width: 80)
        }
        #expect(misspelt.message.remedy[.english] == "Did you mean help late-fee?")
        let taken = try #require(throws: UsageError.self) { try Self.late.parse(["late-fee"]) }
        #expect(taken.message.remedy[.english] == "Did you mean help late-fee?")
        #expect(throws: UsageError.self) { try Self.late.help(for: ["late-fee", "now"], in: .english, width: 80) }
    }
}
