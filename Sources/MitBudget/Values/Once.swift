/// The key of a command that must be recorded only once, however often it is sent: 1–64 letters, digits, `.`, `_`, `-`.
public struct OnceKey: Verbatim {
    /// The key as written; case matters.
    public let text: String

    static let spelling = Spelling(most: 64) { scalar in
        switch scalar {
        case ".", "_", "-": true
        default: Letters.isLower(scalar) || Letters.isUpper(scalar) || Letters.isDigit(scalar)
        }
    }

    /// Reads a key.
    /// - Throws: ``Malformed/once(_:)``.
    public init(_ text: String) throws(Malformed) {
        guard Self.spelling.fault(in: text) == nil else { throw .once(text) }
        self.text = text
    }
}

/// A command's request to be recorded only once: its key, and the parts of the command that the caller left out.
public struct Once: Equatable, Sendable {
    /// The key that the journal keeps with the entry.
    public let key: OnceKey
    /// The parts that were left out and filled in; they may differ from those of the recorded entry.
    public let open: Set<Part>

    /// A part of a command that gets a value when the caller leaves it out.
    public enum Part: CaseIterable, Sendable {
        /// The day that the command is about.
        case day
        /// The day of payment.
        case paid
        /// The cause of a withdrawal.
        case cause
        /// The login of a staff member.
        case account
    }

    /// Makes a request from a key and the parts that were left out.
    public init(_ key: OnceKey, open: Set<Part> = []) {
        self.key = key
        self.open = open
    }
}
