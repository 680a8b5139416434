/// How a reference is spelt: how many characters it may have, and which. The caller reports the fault.
struct Spelling: Sendable {
    let most: Int
    let allows: @Sendable (Unicode.Scalar) -> Bool

    init(most: Int, allows: @escaping @Sendable (Unicode.Scalar) -> Bool) {
        self.most = most
        self.allows = allows
    }

    /// The fault in a text; `nil` where there is none.
    func fault(in text: String) -> SpellingFault? {
        var count = 0
        for scalar in text.unicodeScalars {
            guard allows(scalar) else { return .character(strange(in: text) ?? scalar) }
            count += 1
        }
        return count == 0 ? .empty : count > most ? .tooLong(most: most) : nil
    }

    /// The first character that is not allowed. A blank comes first: people do not see it, and it reveals nothing.
    private func strange(in text: String) -> Unicode.Scalar? {
        text.unicodeScalars.first { $0.properties.isWhitespace && !allows($0) }
    }
}

/// The fault in a text that is not a valid reference.
public enum SpellingFault: Equatable, Sendable {
    /// The text is empty.
    case empty
    /// The first character that the reference may not have; a blank comes before all others.
    case character(Unicode.Scalar)
    /// The text has more characters than the reference may have.
    case tooLong(most: Int)
}

extension Malformed {
    /// The fault in a reference or a number, where it is a character or the length.
    public var spelling: SpellingFault? {
        switch self {
        case .participant(let text): ParticipantReference.spelling.fault(in: text)
        case .staff(let text): StaffID.spelling.fault(in: text)
        case .account(let text): AccountName.spelling.fault(in: text)
        case .voucher(let text): VoucherReference.spelling.fault(in: text)
        case .once(let text): OnceKey.spelling.fault(in: text)
        case .post(let text): PostName.spelling.fault(in: text)
        case .programme(let text): ProgrammeID.spelling.fault(in: text)
        case .area(let text): Area.spelling.fault(in: text)
        case .result(let text): Label.codeSpelling.fault(in: text)
        case .number(let text): Letters.number.fault(in: text)
        case .amount(let text, .form): Amount.spelling.fault(in: text)
        case .amount, .prefix, .label, .figure, .proof, .day, .role, .kind, .anchor, .character, .blank: nil
        }
    }
}
