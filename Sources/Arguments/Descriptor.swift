import Phrases

/// What a shell may offer where a value is typed.
public enum Completion: Sendable, Equatable {
    /// Nothing.
    case none
    /// The names of files.
    case file
    /// The names of folders.
    case folder
    /// Fixed words.
    case values([String])
}

/// Where in a value someone's own words stand. They may be given apart from the command line, see
/// ``TypedLine/fill(from:)``, and no error repeats them.
public enum Prose: Sendable, Equatable {
    /// Nowhere.
    case none
    /// It is nothing else.
    case whole
    /// After the last colon, as in `housing:35000:Deposit`.
    case tail
}

/// All that is known of one parameter apart from its type: what parsing, help, completions and the manual page share.
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
        /// Any number of times, none among them.
        case repeated
    }

    /// `--amount` for a flag or an option, `PARTICIPANT` for a positional.
    public let name: String
    /// What stands for the value in help, such as `KR`; empty for a flag.
    public let valueName: String
    /// How it is typed.
    public let form: Form
    /// How often it is typed.
    public internal(set) var occurrence: Occurrence
    /// What it means, for help; one sentence without line breaks.
    public let help: Phrase
    /// The only values it takes, or nil where any text may do.
    public let allowedValues: [String]?
    /// What a shell may offer for its value.
    public let completion: Completion
    /// Whether its value is a text in someone's own words, see ``ValueKind/prose``.
    public let prose: Prose

    /// Whether the command cannot do without it.
    public var isRequired: Bool { occurrence == .required }

    /// As one line of help names it: `--amount KR`, `--dry-run`, `ENTRY`.
    public var label: String {
        switch form {
        case .flag, .positional: name
        case .option: "\(name) \(valueName)"
        }
    }

    /// As a usage line shows it: `--amount KR`, `[--dry-run]`, `[COMMAND]…`.
    public var synopsis: String {
        switch occurrence {
        case .required: label
        case .optional: "[\(label)]"
        case .repeated: "[\(label)]…"
        }
    }

    /// The flag that every program and command answers.
    static let help = Descriptor(
        flag: "--help", help: Phrase(da: "Vis denne hjælp (også -h).", en: "Show this help (also -h)."))

    /// The flag that every program answers.
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
