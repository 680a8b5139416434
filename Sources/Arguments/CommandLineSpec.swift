import Phrases

/// The specification of a command line. Parsing, help, completions and the manual page are made from it.
///
/// Global options may stand anywhere. A command's options stand after its last word; there an option of the command
/// hides a global one of the same name. `--key value` and `--key=value` are the same. After `--` all is positional. A
/// value after a space may be anything that does not begin with `--`; after `=` it may be anything. Options cannot be
/// abbreviated, so that a new option never breaks a script. `--help` (`-h`) and `--version` work everywhere and take
/// precedence over all faults of the line.
public struct CommandLineSpec<Outcome>: Sendable {
    /// The program's name as typed.
    public let program: String
    /// What the program does, on one line.
    public let summary: Phrase
    /// The global options, `--help` and `--version` last.
    public let globals: [Descriptor]
    /// All commands, in the order of the help.
    public let commands: [CommandSpec<Outcome>]
    /// What help explains besides the commands.
    let topics: @Sendable () -> [Topic]
    let conceal: @Sendable (String) -> String

    /// Makes a specification.
    /// - Parameters:
    ///   - globals: options that every command takes; `--help` and `--version` are added.
    ///   - topics: what help explains besides the commands; called when help is needed.
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

    /// Sorts what was typed. It never fails, so that the global options, such as the language of an error message, are
    /// known even where the rest of the line is wrong.
    /// - Parameter arguments: the program's arguments without its name.
    public func typed(_ arguments: [String]) -> TypedLine<Outcome> {
        var scanner = Scanner(spec: self, arguments: arguments)
        return scanner.scan()
    }

    /// Parses the arguments.
    /// - Throws: the first ``UsageError`` of the line: faults of typing first, then missing parameters, then wrong
    ///   values.
    public func parse(_ arguments: [String]) throws(UsageError) -> Parsed<Outcome> {
        try parse(typed(arguments))
    }

    /// Parses the arguments after a command's words.
    /// - Throws: as ``parse(_:)-([String])``.
    public func parse(
        _ arguments: [String], of command: CommandSpec<Outcome>
    ) throws(UsageError) -> Parsed<Outcome> {
        var scanner = Scanner(spec: self, command: command, arguments: arguments)
        return try parse(scanner.scan())
    }

    /// Parses a typed line.
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

    /// The command with exactly these words; `nil` where there is none.
    public func command(_ words: [String]) -> CommandSpec<Outcome>? {
        commands.first { $0.path == words }
    }

    /// The commands whose words begin with these.
    func commands(under words: [String]) -> [CommandSpec<Outcome>] {
        commands.filter { $0.path.starts(with: words) }
    }

    /// The words that can follow these: words at the top level, whole commands inside a group.
    func choices(after words: [String]) -> [String] {
        var choices: [String] = []
        for command in commands(under: words) where command.path.count > words.count {
            let choice = words.isEmpty ? command.path[0] : command.name
            if !choices.contains(choice) { choices.append(choice) }
        }
        return choices
    }

    /// The error that `typed` cannot follow these words, with the command or help topic that was probably meant.
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

/// A parsed command line.
public struct Parsed<Outcome> {
    /// What the line requests.
    public enum Request {
        /// Help on a command, on a group of commands, or (no words) on the whole program.
        case help(topic: [String])
        /// The program's version.
        case version
        /// A command and the outcome of its parameters.
        case run(CommandSpec<Outcome>, Outcome)
    }

    /// The global options, read with ``Typed/value(of:)``.
    public let globals: Typed
    /// What the line requests.
    public let request: Request
}

extension Parsed: Sendable where Outcome: Sendable {}
extension Parsed.Request: Sendable where Outcome: Sendable {}
