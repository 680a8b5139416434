import MitBudget

/// Puts texts into the table `words` and gives out their seals.
struct Sealer {
    /// 32 random hex digits.
    let salt: () -> String
    /// Stores a text and returns its row.
    let keep: (SaltedText) throws(LedgerFailure) -> Int64
    /// Stores a document and returns its row.
    let keepDocument: (SaltedDocument) throws(LedgerFailure) -> Int64

    func seal(_ wording: Wording, about subject: String) throws(LedgerFailure) -> Wording {
        switch wording {
        case .seal: return wording
        case .text(let text):
            let salt = salt()
            let words = try keep(SaltedText(subject: subject, salt: salt, text: text.string))
            return .seal(Seal(hash: Self.hash(salt: salt, text: text.string), words: words))
        }
    }

    func seal(_ document: Document, about subject: String) throws(LedgerFailure) -> Document {
        switch document {
        case .sealed: return document
        case .file(let file):
            // The rules let no document pass whose kind is unknown.
            guard let type = file.type else { return document }
            let salt = salt()
            let row = try keepDocument(SaltedDocument(subject: subject, salt: salt, bytes: file.bytes))
            var hash = SHA256()
            hash.update(salt)
            hash.update("\n")
            hash.update(file.bytes)
            return .sealed(
                SealedDocument(hash: hash.digest().hex, evidence: row, size: file.bytes.count, type: type))
        }
    }

    /// SHA-256 of salt, newline and text.
    static func hash(salt: String, text: String) -> String {
        var hash = SHA256()
        hash.update(salt)
        hash.update("\n")
        hash.update(text)
        return hash.digest().hex
    }
}

extension Event {
    /// The same event with every text sealed.
    func sealed(by sealer: Sealer) throws(LedgerFailure) -> Event {
        if case .attached(let attachment) = self {
            return .attached(
                Attachment(
                    entry: attachment.entry, participant: attachment.participant, proof: attachment.proof,
                    document: try sealer.seal(attachment.document, about: subject)))
        }
        return try mapTexts { text throws(LedgerFailure) in try sealer.seal(text, about: subject) }
    }

    /// The seals of the event's texts, in the order in which they were sealed.
    var seals: [Seal] {
        var seals: [Seal] = []
        _ = mapTexts { wording in
            if case .seal(let seal) = wording { seals.append(seal) }
            return wording
        }
        return seals
    }

    /// What the event's texts are about: a recipient, a staff member or the programme. The reason for erasing a
    /// recipient's texts stays when they go, so it is filed under the programme. So are a post's texts: a post may be
    /// called as a recipient is.
    var subject: String {
        switch self {
        case .opened(_, let member), .staffAdded(let member): member.id.text
        case .wordsErased: Self.programme
        // Erasure takes the first text and all that corrected it, or none of them.
        case .corrected(let correction) where correction.of == .wordsErased: Self.programme
        case .corrected(let correction): correction.staff?.text ?? participant?.text ?? Self.programme
        case .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected, .money, .periodClosed,
            .periodReopened, .amended, .resultNoted, .measured, .wordsRead, .restored, .attached, .detached,
            .vouchersApproved, .confirmed, .witnessed:
            participant?.text ?? Self.programme
        }
    }

    private static let programme = "programme"
}
