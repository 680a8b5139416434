@testable import Arguments
import Phrases
import TestSupport
import Testing

@Suite("The registry's own faults")
struct RegistryTests {
    private static let fine = Phrase(da: "fint", en: "fine")
    private static let blank = Phrase(da: "fint", en: " ")

    private func spec(
        globals: [Descriptor] = [], summary: Phrase = fine, _ commands: [CommandSpec<Bool>]
    ) -> CommandLineSpec<Bool> {
        CommandLineSpec(program: "p", summary: summary, globals: globals, commands: commands)
    }

    private func command<each Value>(
        _ path: [String] = ["do"], group: Phrase = fine, summary: Phrase = fine, examples: [Example]? = nil,
        _ parameters: repeat Parameter<each Value>
    ) -> CommandSpec<Bool> {
        let line = (["p"] + path).joined(separator: " ")
        return CommandSpec(
            path, group: group, summary: summary, examples: examples ?? [Example(line, Self.fine)],
            repeat each parameters
        ) { (_: repeat each Value) in true }
    }

    @Test("A sound registry has none")
    func sound() {
        #expect(Sample.spec.faults() == [])
        #expect(spec([command()]).faults() == [])
    }

    @Test("Names")
    func names() {
        let twice = Parameter.flag("--twice", Self.fine)
        #expect(spec([command(), command()]).faults() == ["do: two commands bear this name"])
        #expect(spec([command(["Do"])]).faults() == ["Do: “Do” is no command word"])
        #expect(spec([command(["do"], twice, twice)]).faults() == ["do: --twice is there twice"])
        #expect(spec([command(["do"], .flag("-x", Self.fine))]).faults() == ["do: -x is no option name"])
        #expect(spec([command(["do"], .flag("--a b", Self.fine))]).faults() == ["do: --a b is no option name"])
        #expect(
            spec([command(["do"], .flag("--help", Self.fine))]).faults() == ["do: --help hides the global option"])
        #expect(
            spec([command(["do"], .optional("--o", .text(""), Self.fine))]).faults() == ["do: --o has no value name"])
        let repeated = spec(globals: [.help], [command()])
        #expect(repeated.faults() == ["the program: --help is there twice"])
        let positional = Parameter.arguments(.text("X"), Self.fine).descriptor
        #expect(spec(globals: [positional], []).faults() == ["the program: X is positional and cannot be global"])
    }

    @Test("Texts")
    func texts() {
        let long = Phrase(da: "fint", en: Sentence(stringLiteral: String(repeating: "x", count: 73)))
        #expect(
            spec(summary: long, []).faults() == ["the program: summary of 73 characters, at most 72 (en)"])
        let empty = Phrase(da: "", en: "two\nlines")
        #expect(
            spec([command(summary: empty)]).faults() == ["do: no summary (da)", "do: summary of several lines (en)"])
        #expect(spec([command(group: Self.blank)]).faults() == ["do: no group"])
        #expect(spec([command(["do"], .flag("--x", Self.blank))]).faults() == ["do: --x has no help"])
    }

    @Test("Values and positions")
    func values() {
        let doubled = Parameter<Int?>.optional("--x", .oneOf("X", ["a": 1, "a": 2]), Self.fine)
        #expect(spec([command(["do"], doubled)]).faults() == ["do: --x allows “a” twice"])
        let none = Parameter<Int?>.optional("--x", .oneOf("X", [:]), Self.fine)
        #expect(spec([command(["do"], none)]).faults() == ["do: --x allows no value"])

        let optional = Parameter<String?>.optionalArgument(.text("A"), Self.fine)
        let required = Parameter<String>.argument(.text("B"), Self.fine)
        let many = Parameter<[String]>.arguments(.text("C"), Self.fine)
        let example = [Example("p do x y z", Self.fine)]
        #expect(
            spec([command(examples: example, optional, required, many)]).faults()
                == ["do: B is required after A, which is not"])
        #expect(
            spec([command(examples: example, many, optional)]).faults() == ["do: A can never be reached after C"])
    }

    @Test("Examples")
    func examples() {
        func faults(_ line: String, _ meaning: Phrase = Self.fine) -> [String] {
            spec([command(examples: [Example(line, meaning)]), command(["go"])]).faults()
        }
        #expect(spec([command(examples: [])]).faults() == ["do: no example"])
        #expect(faults("p do", Self.blank) == ["do: example “p do” does not say what it does"])
        #expect(faults("p do 'x") == ["do: example “p do 'x” has an open quotation mark"])
        #expect(faults("q do") == ["do: example “q do” does not begin with p"])
        #expect(faults("p go") == ["do: example “p go” is not of this command"])
        #expect(faults("p do x") == ["do: example “p do x”: ‘x’ is one argument too many for do."])
    }

    @Test(
        "A shell's words",
        arguments: [
            ("a  b ", ["a", "b"]), ("'a b'\"c'd\" e", ["a bc'd", "e"]), ("''", [""]), ("", []), ("'a", nil),
            ("a\"", nil),
        ] as [(String, [String]?)])
    func words(line: String, expected: [String]?) {
        #expect(shellWords(line) == expected)
    }
}
