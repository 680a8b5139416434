import Arguments
import Phrases
import Testing

@Suite("Commands of any number of parameters")
struct CommandTests {
    private static let words = Phrase(da: "ord", en: "words")

    private func flag(_ name: String) -> Parameter<Bool> { .flag(name, Self.words) }
    private func number(_ name: String) -> Parameter<Int> { .option(name, .number("N"), Self.words) }

    private func run<Outcome>(_ command: CommandSpec<Outcome>, _ arguments: String...) throws -> Outcome? {
        let spec = CommandLineSpec(program: "p", summary: Self.words, globals: [], commands: [command])
        guard case .run(_, let outcome) = try spec.parse(["do"] + arguments).request else { return nil }
        return outcome
    }

    @Test("None")
    func none() throws {
        let command = CommandSpec(["do"], group: Self.words, summary: Self.words, examples: []) { "done" }
        #expect(command.parameters.isEmpty)
        #expect(try run(command) == "done")
    }

    @Test("One")
    func one() throws {
        let command = CommandSpec(["do"], group: Self.words, summary: Self.words, examples: [], number("--a")) {
            $0 + 1
        }
        #expect(try run(command, "--a", "41") == 42)
    }

    @Test("Five, of five types")
    func five() throws {
        let command = CommandSpec(
            ["do"], group: Self.words, summary: Self.words, examples: [],
            .argument(.text("WORD"), Self.words), number("--a"), flag("--b"),
            .repeated("--c", .text("C"), Self.words), .optional("--d", .number("D"), Self.words)
        ) { "\($0) \($1) \($2) \($3) \($4 ?? 0)" }
        #expect(command.parameters.map(\.name) == ["WORD", "--a", "--b", "--c", "--d"])
        #expect(command.positionals.map(\.name) == ["WORD"])
        #expect(command.options.map(\.synopsis) == ["--a N", "[--b]", "[--c C]…", "[--d D]"])
        #expect(try run(command, "x", "--a=1", "--c=y", "--b", "--c=z", "--d=2") == #"x 1 true ["y", "z"] 2"#)
    }

    @Test("Nine, each at its place")
    func nine() throws {
        let command = CommandSpec(
            ["do"], group: Self.words, summary: Self.words, examples: [], number("--a"), flag("--b"), number("--c"),
            flag("--d"), number("--e"), flag("--f"), number("--g"), flag("--h"), number("--i")
        ) { a, b, c, d, e, f, g, h, i in
            [a, b ? 1 : 0, c, d ? 1 : 0, e, f ? 1 : 0, g, h ? 1 : 0, i]
        }
        let outcome = try run(command, "--i=9", "--h", "--g=7", "--e=5", "--d", "--c=3", "--a=1")
        #expect(outcome == [1, 0, 3, 1, 5, 0, 7, 1, 9])
    }

    @Test("A command may refuse a combination")
    func combination() {
        let command = CommandSpec(
            ["do"], group: Self.words, summary: Self.words, examples: [], flag("--a"), flag("--b")
        ) { a, b throws(UsageError) in
            if a && b { throw .excludes("--a", "--b") }
            return a
        }
        #expect(throws: UsageError.excludes("--a", "--b")) { try run(command, "--a", "--b") }
    }

    @Test("Fixed values are offered by completion")
    func completion() {
        #expect(Sample.format.descriptor.completion == .values(["text", "json"]))
        #expect(Sample.format.descriptor.allowedValues == ["text", "json"])
        #expect(Sample.ledger.descriptor.completion == .file)
        #expect(ValueKind<String>.loan.named("BOOK").name == "BOOK")
    }
}
