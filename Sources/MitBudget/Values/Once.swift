/// The key of a command that must not be recorded twice, however often it is sent: 1–64 letters, digits, `.`, `_`, `-`.
public struct OnceKey: Verbatim {
    /// The key as written; upper and lower case differ.
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

/// That a command is to be recorded once: the key that tells, and which parts of the command nobody named.
public struct Once: Equatable, Sendable {
    /// The key.
    public let key: OnceKey
    /// The parts that were left out and filled in; they may differ from those of the entry that is there.
    public let open: Set<Part>

    /// A part of a command that has a value even where it is left out.
    public enum Part: CaseIterable, Sendable {
        /// The day that it concerns.
        case day
        /// The day of payment.
        case paid
        /// Why a budget stopped.
        case cause
        /// The login of a staff member.
        case account
    }

    /// A key, and what was left out beside it.
    public init(_ key: OnceKey, open: Set<Part> = []) {
        self.key = key
        self.open = open
    }
}
