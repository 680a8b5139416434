/// A command line as typed: each word is assigned to a command or parameter, but not yet read as a value.
public struct TypedLine<Outcome>: Sendable {
    /// The global options that were recognised.
    public internal(set) var globals: Typed
    /// The command words that were recognised: a whole command, a group of commands, or none.
    public internal(set) var words: [String] = []
    /// The command; `nil` where none was recognised.
    public internal(set) var command: CommandSpec<Outcome>?
    /// The command's own parameters that were recognised.
    public internal(set) var parameters: Typed
    /// Whether the line has `--help` or `-h`.
    public internal(set) var asksForHelp = false
    /// Whether the line has `--version` that is not an option of the command.
    public internal(set) var asksForVersion = false
    /// The first fault in how the line is typed.
    public internal(set) var fault: UsageError?
}

extension TypedLine {
    /// Replaces each `-` that stands for a free text, in the order of the help. Such texts are not typed, since
    /// everyone on the machine can see a command line.
    /// - Parameter source: returns the text of a parameter.
    /// - Throws: what the source throws.
    public mutating func fill(from source: (Descriptor) throws(UsageError) -> String) throws(UsageError) {
        for parameter in command?.parameters ?? [] where parameter.prose != .none {
            try parameters.replace(parameter.name) { text throws(UsageError) in
                switch parameter.prose {
                case .whole where text == "-": try source(parameter)
                case .tail where text.utf8.suffix(2).elementsEqual(":-".utf8):
                    text.dropLast() + (try source(parameter))
                case .none, .whole, .tail: text
                }
            }
        }
    }
}

/// The form of an argument. Comparing bytes keeps a combining mark after `-` or `=` from hiding either.
enum Token: Equatable {
    case endOfOptions
    case option(name: String, attached: String?)
    case word(String)

    init(_ argument: String) {
        let bytes = argument.utf8
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if argument == "--" {
            self = .endOfOptions
        } else if bytes.starts(with: "--".utf8) {
            let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
            let attached = equals < bytes.endIndex ? String(argument[bytes.index(after: equals)...]) : nil
            self = .option(name: String(argument[..<equals]), attached: attached)
        } else if bytes.first == UInt8(ascii: "-"), let second = bytes.dropFirst().first, !digits.contains(second) {
            self = .option(name: argument, attached: nil)
        } else {
            self = .word(argument)
        }
    }
}

/// Reads the arguments once. It keeps the first fault and goes on, to find a later `--help` or `--language`.
struct Scanner<Outcome> {
    private let spec: CommandLineSpec<Outcome>
    private let arguments: [String]
    private var position = 0
    private var positionalCount = 0
    private var commandIsUnknown = false
    private var line: TypedLine<Outcome>

    init(spec: CommandLineSpec<Outcome>, arguments: [String]) {
        self.spec = spec
        self.arguments = arguments
        let nothing = Typed(command: [], conceal: spec.conceal)
        line = TypedLine(globals: nothing, parameters: nothing)
    }

    /// Makes a scanner for the arguments after a command's words.
    init(spec: CommandLineSpec<Outcome>, command: CommandSpec<Outcome>, arguments: [String]) {
        self.init(spec: spec, arguments: arguments)
        settle(on: command)
    }

    mutating func scan() -> TypedLine<Outcome> {
        var optionsEnded = false
        while position < arguments.count {
            let argument = arguments[position]
            position += 1
            switch optionsEnded ? .word(argument) : Token(argument) {
            case .endOfOptions: optionsEnded = true
            case .option(let name, let attached): takeOption(name, attached: attached)
            case .word(let word): takeWord(word)
            }
        }
        if line.command == nil, let command = commandSoFar { settle(on: command) }
        return line
    }

    // MARK: Words

    /// The command that the words name so far; more words may make it another.
    private var commandSoFar: CommandSpec<Outcome>? {
        line.command ?? (commandIsUnknown ? nil : spec.command(line.words))
    }

    private mutating func settle(on command: CommandSpec<Outcome>) {
        line.command = command
        line.words = command.path
        line.parameters = Typed(command: command.path, conceal: spec.conceal)
    }

    private mutating func takeWord(_ word: String) {
        if commandIsUnknown { return }
        if let command = line.command { return takePositional(word, of: command) }
        let longer = line.words + [word]
        let continuing = spec.commands(under: longer)
        if !continuing.isEmpty {
            line.words = longer
            if continuing.count == 1, continuing[0].path == longer { settle(on: continuing[0]) }
        } else if let command = commandSoFar {
            settle(on: command)
            takePositional(word, of: command)
        } else {
            note(spec.unknownCommand(word, after: line.words))
            commandIsUnknown = true
        }
    }

    private mutating func takePositional(_ word: String, of command: CommandSpec<Outcome>) {
        let positionals = command.positionals
        let last = positionals.last { $0.occurrence == .repeated }
        guard let positional = positionalCount < positionals.count ? positionals[positionalCount] : last else {
            let near = nearestOption(to: word, among: command.options)
            // This is probably a word of a text without quotation marks.
            let mayBeProse = command.parameters.contains { $0.prose != .none }
            let typed = mayBeProse ? nil : echo(word)
            return note(.surplusArgument(typed: typed, command: command.path, nearest: near))
        }
        line.parameters.record(word, for: positional.name)
        positionalCount += 1
    }

    // MARK: Options

    private mutating func takeOption(_ typedName: String, attached: String?) {
        let name = typedName == "-h" ? Descriptor.help.name : typedName
        let command = commandSoFar
        let own = command?.parameters.first { $0.form != .positional && $0.name == name }
        guard let descriptor = own ?? spec.globals.first(where: { $0.name == name }) else {
            return note(unknownOption(name, at: command))
        }
        if own != nil, line.command == nil, let command { settle(on: command) }

        let isRepeated = own == nil ? line.globals.isGiven(name) : line.parameters.isGiven(name)
        switch descriptor.form {
        case .flag:
            if attached != nil { return note(.unexpectedValue(flag: name)) }
            if own == nil, descriptor == .help { return line.asksForHelp = true }
            if own == nil, descriptor == .version { return line.asksForVersion = true }
            if isRepeated { return note(.repeatedOption(option: name)) }
            if own == nil { line.globals.recordFlag(name) } else { line.parameters.recordFlag(name) }
        case .option, .positional:
            guard let value = attached ?? nextValue() else {
                return note(.valueMissing(option: name, valueName: descriptor.valueName))
            }
            if isRepeated, descriptor.occurrence != .repeated { return note(.repeatedOption(option: name)) }
            if own == nil { line.globals.record(value, for: name) } else { line.parameters.record(value, for: name) }
        }
    }

    /// The next argument, if it can be a value: `-5`, `-` and `-x` can, `--x` cannot.
    private mutating func nextValue() -> String? {
        guard position < arguments.count, !arguments[position].utf8.starts(with: "--".utf8) else { return nil }
        position += 1
        return arguments[position - 1]
    }

    private func unknownOption(_ name: String, at command: CommandSpec<Outcome>?) -> UsageError {
        let owners = spec.commands.filter { $0.options.contains { $0.name == name } }.map(\.name)
        let near = nearestOption(to: name, among: (command?.options ?? []) + spec.globals)
        guard let command else {
            if owners.isEmpty { return .unknownOption(typed: echo(name), command: line.words, nearest: near) }
            return .optionBeforeCommand(option: name, owners: owners)
        }
        if owners.isEmpty { return .unknownOption(typed: echo(name), command: command.path, nearest: near) }
        return .optionOfOthers(option: name, command: command.path, owners: owners, nearest: near)
    }

    // MARK: Faults

    private mutating func note(_ fault: UsageError) {
        if line.fault == nil { line.fault = fault }
    }

    private func echo(_ text: String) -> Echo {
        Echo(text, concealedBy: spec.conceal)
    }

    /// Compares without the dashes: `-amount` and `amount` have no slip, only missing dashes.
    private func nearestOption(to typed: String, among options: [Descriptor]) -> String? {
        let bare = String(typed.drop { $0 == "-" })
        return nearest(to: bare, in: options.map { String($0.name.dropFirst(2)) }).map { "--\($0)" }
    }
}
