import Phrases

/// A worked example of a command.
public struct Example: Sendable, Equatable {
    /// The whole line as typed in a shell, the program's name first. Plain, '…' and "…" words only.
    public let line: String
    /// What it does.
    public let meaning: Phrase

    /// A line and what it does.
    public init(_ line: String, _ meaning: Phrase) {
        self.line = line
        self.meaning = meaning
    }
}

/// One command: its words, all that help tells of it, and how its parameters become what the program does.
public struct CommandSpec<Outcome>: Sendable {
    /// The words that name it: `["plan", "draft"]`.
    public let path: [String]
    /// The heading that the overview lists it under.
    public let group: Phrase
    /// What it does, on one line.
    public let summary: Phrase
    /// More about it; a line break parts paragraphs. May be empty.
    public let discussion: Phrase
    /// Worked examples; a test parses each.
    public let examples: [Example]
    /// Its own parameters, in the order that help lists them.
    public let parameters: [Descriptor]
    /// Reads what was typed and makes the outcome of it.
    public let make: @Sendable (Typed) throws(UsageError) -> Outcome

    /// A command of any number of parameters, whose values `make` gets in the same order.
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

    /// The words that name it, with spaces between: `plan draft`.
    public var name: String { path.joined(separator: " ") }

    /// Its flags and options.
    public var options: [Descriptor] { parameters.filter { $0.form != .positional } }

    /// Its positionals, in the order that they are typed.
    public var positionals: [Descriptor] { parameters.filter { $0.form == .positional } }
}
