import Phrases

/// What a shell can complete in place of a value.
public enum Completion: Sendable, Equatable {
    /// The shell completes nothing.
    case none
    /// The shell completes names of files.
    case file
    /// The shell completes names of folders.
    case folder
    /// The shell completes fixed words.
    case values([String])
}

/// Which part of a value is free text. Free text can be given apart from the command line, see
/// ``TypedLine/fill(from:)``, and no error repeats it.
public enum Prose: Sendable, Equatable {
    /// No part.
    case none
    /// The whole value.
    case whole
    /// The part after the last colon, as in `housing:35000:Deposit`.
    case tail
}

/// All facts of a parameter except its type, for parsing, help, completions and the manual page.
public struct Descriptor: Sendable, Equatable {
    /// How a parameter is typed.
    public enum Form: Sendable, Equatable {
        /// `--name`
        case flag
        /// `--name VALUE` or `--name=VALUE`
        case option
        /// `VALUE`
        case positional
    }

    /// How often a parameter is typed.
    public enum Occurrence: Sendable, Equatable {
        /// Exactly once.
        case required
        /// Once or not at all.
        case optional
        /// Any number of times, or not at all.
        case repeated
    }

    /// `--amount` for a flag or an option, `PARTICIPANT` for a positional.
    public let name: String
    /// The placeholder of the value in help, such as `KR`; empty for a flag.
    public let valueName: String
    /// How the parameter is typed.
    public let form: Form
    /// How often the parameter is typed.
    public internal(set) var occurrence: Occurrence
    /// What the parameter means, for help; one sentence without line breaks.
    public let help: Phrase
    /// The only allowed values; `nil` where any text may do.
    public let allowedValues: [String]?
    /// What a shell can complete in place of the value.
    public let completion: Completion
    /// Which part of the value is free text, see ``ValueKind/prose``.
    public let prose: Prose

    /// Whether the parameter must be given.
    public var isRequired: Bool { occurrence == .required }

    /// The name in a line of help: `--amount KR`, `--dry-run`, `ENTRY`.
    public var label: String {
        switch form {
        case .flag, .positional: name
        case .option: "\(name) \(valueName)"
        }
    }

    /// The form in a usage line: `--amount KR`, `[--dry-run]`, `[COMMAND]…`.
    public var synopsis: String {
        switch occurrence {
        case .required: label
        case .optional: "[\(label)]"
        case .repeated: "[\(label)]…"
        }
    }

    /// The flag that every program and command has.
    static let help = Descriptor(
        flag: "--help", help: Phrase(da: "Vis denne hjælp (også -h).", en: "Show this help (also -h)."))

    /// The flag that every program has.
    static let version = Descriptor(
        flag: "--version", help: Phrase(da: "Vis programmets version.", en: "Show the program's version."))

    init(flag name: String, help: Phrase) {
        self.init(name: name, valueName: "", form: .flag, occurrence: .optional, help: help)
    }

    init<Value>(_ name: String, _ kind: ValueKind<Value>, _ form: Form, _ occurrence: Occurrence, help: Phrase) {
        self.init(
            name: name, valueName: kind.name, form: form, occurrence: occurrence, help: help,
            allowedValues: kind.allowedValues, completion: kind.completion, prose: kind.prose)
    }

    private init(
        name: String, valueName: String, form: Form, occurrence: Occurrence, help: Phrase,
        allowedValues: [String]? = nil, completion: Completion = .none, prose: Prose = .none
    ) {
        self.name = name
        self.valueName = valueName
        self.form = form
        self.occurrence = occurrence
        self.help = help
        self.allowedValues = allowedValues
        self.completion = completion
        self.prose = prose
    }
}
