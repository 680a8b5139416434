import Phrases

/// A worked example of a command.
public struct Example: Sendable, Equatable {
    /// The whole line as typed in a shell, from the program's name on. Plain, '…' and "…" words only.
    public let line: String
    /// What the line does.
    public let meaning: Phrase

    /// Makes an example from a line and its meaning.
    public init(_ line: String, _ meaning: Phrase) {
        self.line = line
        self.meaning = meaning
    }
}

/// A command: its words, its help, and how its parameters become an outcome.
public struct CommandSpec<Outcome>: Sendable {
    /// The command's words, such as `["plan", "draft"]`.
    public let path: [String]
    /// The heading of the command in the overview.
    public let group: Phrase
    /// What the command does, on one line.
    public let summary: Phrase
    /// Further explanation; a line break separates paragraphs. May be empty.
    public let discussion: Phrase
    /// Worked examples; a test parses each.
    public let examples: [Example]
    /// The command's own parameters, in the order of the help.
    public let parameters: [Descriptor]
    /// Makes the outcome from what was typed.
    public let make: @Sendable (Typed) throws(UsageError) -> Outcome

    /// Makes a command with any number of parameters; `make` gets their values in the same order.
    ///
    /// `make` may refuse combinations by throwing ``UsageError/excludes(_:_:)``,
    /// ``UsageError/needsOneOf(_:command:)`` or ``UsageError/needs(_:_:command:)``.
    public init<each Value>(
        _ path: [String], group: Phrase, summary: Phrase, discussion: Phrase = Phrase(verbatim: ""),
        examples: [Example], _ parameters: repeat Parameter<each Value>,
        make: @escaping @Sendable (repeat each Value) throws(UsageError) -> Outcome
    ) {
        var descriptors: [Descriptor] = []
        repeat descriptors.append((each parameters).descriptor)
        self.path = path
        self.group = group
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.parameters = descriptors
        self.make = { typed throws(UsageError) in
            try make(repeat try (each parameters).read(typed))
        }
    }

    /// The command's words, separated by spaces: `plan draft`.
    public var name: String { path.joined(separator: " ") }

    /// The command's flags and options.
    public var options: [Descriptor] { parameters.filter { $0.form != .positional } }

    /// The command's positionals, in the order of typing.
    public var positionals: [Descriptor] { parameters.filter { $0.form == .positional } }
}
