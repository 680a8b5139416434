import Phrases

/// A command line that cannot be understood, with the evidence. Texts that came from outside are ``Echo``es; all other
/// names are the registry's own.
public enum UsageError: Error, Equatable {
    /// No command, or only the first words of several; `commands` can follow.
    case commandMissing(group: [String], commands: [String])
    /// A word that is no command (under `group`); `commands` can stand there.
    case unknownCommand(typed: Echo, group: [String], nearest: String?, commands: [String])
    /// An option that nothing has.
    case unknownOption(typed: Echo, command: [String], nearest: String?)
    /// An option that other commands have.
    case optionOfOthers(option: String, command: [String], owners: [String], nearest: String?)
    /// A command's option before the command's last word.
    case optionBeforeCommand(option: String, owners: [String])
    /// An option or flag that may be given once was given again.
    case repeatedOption(option: String)
    /// An option at the end of the line or before another option.
    case valueMissing(option: String, valueName: String)
    /// A flag with `=…`.
    case unexpectedValue(flag: String)
    /// Required options and positionals that were left out, as help labels them: `--amount KR`.
    case missing(parameters: [String], command: [String])
    /// A positional more than the command takes; not shown where it may be a word of someone's own.
    case surplusArgument(typed: Echo?, command: [String], nearest: String?)
    /// A text that is no value of the parameter's kind.
    case invalidValue(parameter: String, typed: Echo, fault: ValueFault, command: [String])
    /// Two parameters that cannot stand together; for ``CommandSpec/make``.
    case excludes(_ first: String, _ second: String)
    /// One of these must be given and none was; for ``CommandSpec/make``.
    case needsOneOf(_ parameters: [String], command: [String])
    /// The first parameter has no meaning without the second; for ``CommandSpec/make``.
    case needs(_ parameter: String, _ other: String, command: [String])
    /// An argument, counted from 1, that is not UTF-8; the caller, who holds the bytes, throws it.
    case notUTF8(position: Int)
    /// Nothing was given for a text that a `-` stands for.
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

/// "Did you mean …?"
func didYouMean(_ candidate: String) -> Phrase {
    Phrase(da: "Mente du \(candidate)?", en: "Did you mean \(candidate)?")
}
