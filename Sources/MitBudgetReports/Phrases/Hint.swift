public import Phrases

/// One thing to do about what was not done: in words, and with what there is to type for it at the end of the line.
public struct Hint: Sendable, Equatable {
    /// What there is to type.
    public enum Typed: Sendable, Equatable {
        /// Nothing.
        case nothing
        /// Options of the same command, in place of those that were given.
        case options(Phrase)
        /// A command without the program's name. The caller types it, unless it says so otherwise.
        case command(Phrase, isCallers: Bool)
    }

    /// What to do, and why.
    public let words: Phrase
    /// What to type.
    public let typed: Typed

    /// A hint in words, perhaps with something to type.
    public init(_ words: Phrase, _ typed: Typed = .nothing) {
        self.words = words
        self.typed = typed
    }

    /// A hint at a command.
    public init(_ words: Phrase, command: Phrase, isCallers: Bool = true) {
        self.init(words, .command(command, isCallers: isCallers))
    }

    /// The hint on one line.
    /// - Parameter globals: the options that a command needs besides its own, led by a blank; asked whether the caller
    ///   types it.
    public func text(in language: Language, globals: (_ isCallers: Bool) -> String = { _ in "" }) -> String {
        switch typed {
        case .nothing: words[language]
        case .options(let options): words[language] + " " + options[language]
        case .command(let command, let isCallers):
            words[language] + " mitbudget" + globals(isCallers) + " " + command[language]
        }
    }
}

extension Hint {
    /// A hint at a command that only looks, which any staff member of the caller's may give.
    public static func see(_ words: Phrase, _ command: String) -> Hint {
        Hint(words, command: Phrase(verbatim: command), isCallers: false)
    }
}
