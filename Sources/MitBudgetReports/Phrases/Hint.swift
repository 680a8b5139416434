public import Phrases

/// One thing to do about a failure: words, and what to type at the end of the line.
public struct Hint: Sendable, Equatable {
    /// What the user types to follow a hint.
    public enum Typed: Sendable, Equatable {
        /// There is nothing to type.
        case nothing
        /// Options of the same command, replacing those that were given.
        case options(Phrase)
        /// A command without the program's name. The caller types it unless `isCallers` is false.
        case command(Phrase, isCallers: Bool)
    }

    /// What to do, and why.
    public let words: Phrase
    /// What to type to do it.
    public let typed: Typed

    /// Makes a hint in words, with or without something to type.
    public init(_ words: Phrase, _ typed: Typed = .nothing) {
        self.words = words
        self.typed = typed
    }

    /// Makes a hint that ends in a command.
    public init(_ words: Phrase, command: Phrase, isCallers: Bool = true) {
        self.init(words, .command(command, isCallers: isCallers))
    }

    /// The hint on one line.
    /// - Parameter globals: gives the options that a command needs besides its own, with a blank before them; its
    ///   argument says whether the caller types the command.
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
    /// Makes a hint at a command that only reads, which any staff member of the caller's account may give.
    public static func see(_ words: Phrase, _ command: String) -> Hint {
        Hint(words, command: Phrase(verbatim: command), isCallers: false)
    }
}
