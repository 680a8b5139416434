import Arguments
import Testing

@Suite("Grammar")
struct GrammarTests {
    @Test("Options stand before and after positionals, with a space or an equals sign")
    func optionSpellings() throws {
        let expected = Sample.Outcome.draft(loan: "L1", reason: "why")
        #expect(try Sample.outcome("loan", "draft", "L1", "--reason", "why") == expected)
        #expect(try Sample.outcome("loan", "draft", "--reason", "why", "L1") == expected)
        #expect(try Sample.outcome("loan", "draft", "--reason=why", "L1") == expected)
        #expect(try Sample.outcome("loan", "draft", "--reason=why", "--", "L1") == expected)
    }

    @Test(
        "Global options stand before, between and after the words of a command",
        arguments: [
            ["--ledger", "x", "loan", "approve", "L1"], ["loan", "--ledger=x", "approve", "L1"],
            ["loan", "approve", "--ledger", "x", "L1"], ["loan", "approve", "L1", "--ledger=x"],
        ])
    func globalsAnywhere(arguments: [String]) throws {
        let parsed = try Sample.spec.parse(arguments)
        #expect(try parsed.globals.value(of: Sample.ledger) == "x")
        guard case .run(let command, let outcome) = parsed.request else {
            Issue.record("no command ran")
            return
        }
        #expect(command.path == ["loan", "approve"])
        #expect(outcome == .approve(loan: "L1", isTrial: false))
    }

    @Test("Globals that were not typed have their defaults")
    func absentGlobals() throws {
        let globals = try Sample.spec.parse(["list"]).globals
        #expect(try globals.value(of: Sample.ledger) == "here")
        #expect(try globals.value(of: Sample.format) == nil)
        #expect(try globals.value(of: Sample.quiet) == false)
        let typed = try Sample.spec.parse(["list", "--quiet", "--format", "json"]).globals
        #expect(try typed.value(of: Sample.quiet))
        #expect(try typed.value(of: Sample.format) == .json)
    }

    @Test(
        "A value after a space may be anything that doesn't begin with two dashes",
        arguments: ["-5", "-", "-x", "", "a=b"])
    func spacedValues(value: String) throws {
        let expected = Sample.Outcome.draft(loan: "L1", reason: value)
        #expect(try Sample.outcome("loan", "draft", "L1", "--reason", value) == expected)
    }

    @Test(
        "A value after an equals sign may be anything",
        arguments: ["--x", "--", "", "=", "-h", "--help", "\u{338}struck", "\u{301}"])
    func attachedValues(value: String) throws {
        let expected = Sample.Outcome.draft(loan: "L1", reason: value)
        #expect(try Sample.outcome("loan", "draft", "L1", "--reason=" + value) == expected)
    }

    @Test("A negative number is a value and a positional")
    func negativeNumbers() throws {
        let expected = Sample.Outcome.pay(loan: "-7", amount: -5, items: [], order: "1")
        #expect(try Sample.outcome("pay", "-7", "--amount", "-5") == expected)
    }

    @Test("After two dashes all is positional", arguments: ["--reason", "-h", "--help", "--", "-x"])
    func endOfOptions(word: String) throws {
        #expect(try Sample.outcome("list", "--", word) == .list(isAll: false, shelf: word))
    }

    @Test("A repeated option keeps its values in order and a choice stands for its value")
    func repeatedValues() throws {
        let expected = Sample.Outcome.pay(loan: "L1", amount: 5, items: ["b", "a", "b"], order: "9")
        let line = ["pay", "--item", "b", "L1", "--item=a", "--amount=5", "--order", "last", "--item", "b"]
        guard case .run(_, let outcome) = try Sample.spec.parse(line).request else {
            Issue.record("no command ran")
            return
        }
        #expect(outcome == expected)
    }

    @Test("Positionals that may be many or none are both")
    func variadic() throws {
        #expect(try Sample.outcome("help") == .help([]))
        #expect(try Sample.outcome("help", "loan", "draft") == .help(["loan", "draft"]))
    }

    @Test("The longest command that the words name is meant")
    func longestFirst() throws {
        #expect(try Sample.outcome("list") == .list(isAll: false, shelf: nil))
        #expect(try Sample.outcome("list", "A") == .list(isAll: false, shelf: "A"))
        #expect(try Sample.outcome("list", "all") == .list(isAll: true, shelf: nil))
    }

    @Test("A command's own option hides a global of the same name, after the command only")
    func hiding() throws {
        #expect(try Sample.outcome("loan", "show", "L1", "--version", "3") == .show(loan: "L1", version: 3))
        #expect(try Sample.outcome("loan", "show", "L1") == .show(loan: "L1", version: nil))
        guard case .version = try Sample.spec.parse(["--version", "loan", "show", "L1"]).request else {
            Issue.record("the program's version was asked for")
            return
        }
    }

    @Test(
        "Help is for as much of a command as was typed, whatever else is wrong",
        arguments: [
            (["--help"], []), (["-h"], []), (["loan", "-h"], ["loan"]),
            (["loan", "draft", "--help"], ["loan", "draft"]),
            (["--help", "loan", "draft"], ["loan", "draft"]), (["pay", "--nonsense", "--amount", "--help"], ["pay"]),
            (["lone", "draft", "--help"], []), (["list", "--help"], ["list"]), (["--version", "-h"], []),
        ] as [([String], [String])])
    func helpWins(arguments: [String], topic: [String]) throws {
        guard case .help(let found) = try Sample.spec.parse(arguments).request else {
            Issue.record("help was asked for")
            return
        }
        #expect(found == topic)
    }

    @Test("The globals are known even where the line is at fault")
    func globalsOfFaultyLines() throws {
        let line = Sample.spec.typed(["lone", "--nonsense", "--format", "json", "draft", "--quiet"])
        #expect(line.fault != nil)
        #expect(line.command == nil)
        #expect(try line.globals.value(of: Sample.format) == .json)
        #expect(line.globals.isGiven("--quiet"))
        #expect(!line.globals.isGiven("--ledger"))
    }
}
