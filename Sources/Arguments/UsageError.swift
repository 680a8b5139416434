import Phrases

/// A fault of a command line, with the evidence. Texts from outside are ``Echo``es; all other names come from the
/// specification.
public enum UsageError: Error, Equatable {
    /// The command is missing or incomplete; `commands` can follow.
    case commandMissing(group: [String], commands: [String])
    /// A word is no command (under `group`); `commands` are possible there.
    case unknownCommand(typed: Echo, group: [String], nearest: String?, commands: [String])
    /// No command has the option.
    case unknownOption(typed: Echo, command: [String], nearest: String?)
    /// Only other commands have the option.
    case optionOfOthers(option: String, command: [String], owners: [String], nearest: String?)
    /// A command's option comes before the command's last word.
    case optionBeforeCommand(option: String, owners: [String])
    /// An option or flag that may be given once is given again.
    case repeatedOption(option: String)
    /// An option at the end of the line or before another option has no value.
    case valueMissing(option: String, valueName: String)
    /// A flag has a value, `=…`.
    case unexpectedValue(flag: String)
    /// Required options and positionals are missing; named as in help: `--amount KR`.
    case missing(parameters: [String], command: [String])
    /// The command takes no more positionals; the text is not shown where it may be free text.
    case surplusArgument(typed: Echo?, command: [String], nearest: String?)
    /// A text is not a valid value of the parameter's kind.
    case invalidValue(parameter: String, typed: Echo, fault: ValueFault, command: [String])
    /// Two parameters exclude each other; for ``CommandSpec/make``.
    case excludes(_ first: String, _ second: String)
    /// One of these parameters must be given; for ``CommandSpec/make``.
    case needsOneOf(_ parameters: [String], command: [String])
    /// The first parameter needs the second; for ``CommandSpec/make``.
    case needs(_ parameter: String, _ other: String, command: [String])
    /// The argument at this position, from 1, is not UTF-8; the caller, which has the bytes, throws it.
    case notUTF8(position: Int)
    /// No text was supplied in place of a `-`.
    case textMissing(parameter: String)
}

extension UsageError {
    /// What is wrong and what to do about it, as sentences.
    public struct Message: Sendable, Equatable {
        /// What is wrong.
        public let problem: Phrase
        /// What to do about it.
        public let remedy: Phrase
    }
}

func didYouMean(_ candidate: String) -> Phrase {
    Phrase(da: "Mente du \(candidate)?", en: "Did you mean \(candidate)?")
}
