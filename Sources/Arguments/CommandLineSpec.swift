import Phrases

/// A whole command line. Parsing, help, completions and the manual page are all made from it.
///
/// The grammar: global options stand anywhere; a command's options stand after its last word, and there one of its own
/// hides a global of the same name. `--key value` and `--key=value` are the same. After `--` all is positional.
/// A value after a space may be anything that doesn't begin with `--`; after `=` it may be anything.
/// An option is never abbreviated, so that a new one can't break a script.
/// `--help` (`-h`) and `--version` are understood everywhere and win over whatever else is wrong with the line.
public struct CommandLineSpec<Outcome>: Sendable {
    /// The program's name as it is typed.
    public let program: String
    /// What the program is, on one line.
    public let summary: Phrase
    /// The global options, `--help` and `--version` last.
    public let globals: [Descriptor]
    /// Every command, in the order that help lists them.
    public let commands: [CommandSpec<Outcome>]
    /// What help explains besides.
    let topics: @Sendable () -> [Topic]
    let conceal: @Sendable (String) -> String

    /// A command line.
    /// - Parameters:
    ///   - globals: options that every command takes; `--help` and `--version` are added.
    ///   - topics: what help explains besides the commands; made when help is asked for.
    ///   - conceal: replaces, in typed text that an error repeats, what must not be shown; see ``Echo``.
    public init(
        program: String, summary: Phrase, globals: [Descriptor], commands: [CommandSpec<Outcome>],
        topics: @escaping @Sendable () -> [Topic] = { [] },
        conceal: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.program = program
        self.summary = summary
        self.globals = globals + [.help, .version]
        self.commands = commands
        self.topics = topics
        self.conceal = conceal
    }

    /// What was typed: never fails, so that the global options are known even where the rest is at fault and the
    /// error must be told in the language asked for.
    /// - Parameter arguments: the program's arguments without its name.
    public func typed(_ arguments: [String]) -> TypedLine<Outcome> {
        var scanner = Scanner(spec: self, arguments: arguments)
        return scanner.scan()
    }

    /// What the arguments mean.
    /// - Throws: the first ``UsageError`` of the line: first how it is typed, then what is missing, then wrong values.
    public func parse(_ arguments: [String]) throws(UsageError) -> Parsed<Outcome> {
        try parse(typed(arguments))
    }

    /// What the arguments mean that stand after the words of a command.
    /// - Throws: as ``parse(_:)-([String])``.
    public func parse(
        _ arguments: [String], of command: CommandSpec<Outcome>
    ) throws(UsageError) -> Parsed<Outcome> {
        var scanner = Scanner(spec: self, command: command, arguments: arguments)
        return try parse(scanner.scan())
    }

    /// What a typed line means.
    /// - Throws: as ``parse(_:)-([String])``.
    public func parse(_ line: TypedLine<Outcome>) throws(UsageError) -> Parsed<Outcome> {
        if line.asksForHelp { return Parsed(globals: line.globals, request: .help(topic: line.words)) }
        if line.asksForVersion { return Parsed(globals: line.globals, request: .version) }
        if let fault = line.fault { throw fault }
        guard let command = line.command else {
            throw .commandMissing(group: line.words, commands: choices(after: line.words))
        }
        try line.globals.require(globals)
        try line.parameters.require(command.parameters)
        return Parsed(globals: line.globals, request: .run(command, try command.make(line.parameters)))
    }

    /// The command of exactly these words.
    public func command(_ words: [String]) -> CommandSpec<Outcome>? {
        commands.first { $0.path == words }
    }

    /// The commands whose words begin with these.
    func commands(under words: [String]) -> [CommandSpec<Outcome>] {
        commands.filter { $0.path.starts(with: words) }
    }

    /// What can follow these words, each once: words at the top, whole commands inside a group.
    func choices(after words: [String]) -> [String] {
        var choices: [String] = []
        for command in commands(under: words) where command.path.count > words.count {
            let choice = words.isEmpty ? command.path[0] : command.name
            if !choices.contains(choice) { choices.append(choice) }
        }
        return choices
    }

    /// Says that `typed` cannot follow these words, and which command was most likely meant, or help on which topic.
    func unknownCommand(_ typed: String, after words: [String]) -> UsageError {
        let below = commands(under: words).filter { $0.path.count > words.count }
        let nextWords = below.map { $0.path[words.count] }
        let rests = below.map { $0.path.dropFirst(words.count).joined(separator: " ") }
        let endings = commands.filter { $0.path.last == typed }
        let near = nearest(to: typed, in: nextWords) ?? nearest(to: typed, in: rests)
        var meant = near.map { (words + [$0]).joined(separator: " ") }
        if meant == nil, endings.count == 1 { meant = endings[0].name }
        if meant == nil, words.isEmpty { meant = nearest(to: typed, in: topics().map(\.name)).map { "help \($0)" } }
        return .unknownCommand(
            typed: Echo(typed, concealedBy: conceal), group: words, nearest: meant, commands: choices(after: words))
    }
}

/// A command line that was understood.
public struct Parsed<Outcome> {
    /// What is asked for.
    public enum Request {
        /// Help on a command, on a group of commands, or (no words) on the whole program.
        case help(topic: [String])
        /// The program's version.
        case version
        /// A command, and what its parameters made.
        case run(CommandSpec<Outcome>, Outcome)
    }

    /// The global options, read with ``Typed/value(of:)``.
    public let globals: Typed
    /// What is asked for.
    public let request: Request
}

extension Parsed: Sendable where Outcome: Sendable {}
extension Parsed.Request: Sendable where Outcome: Sendable {}
