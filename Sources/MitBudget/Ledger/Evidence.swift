/// A document that proves something of an expense: as a command brings it, or its seal as the journal holds it.
public enum Document: Hashable, Sendable {
    /// The document's bytes, on their way into the ledger.
    case file(DocumentFile)
    /// What the journal holds in place of the bytes.
    case sealed(SealedDocument)
}

/// The bytes of a document.
public struct DocumentFile: Hashable, Sendable {
    /// The bytes, as they were scanned or sent.
    public let bytes: [UInt8]
    /// Its kind, told by the content; `nil` for one that the ledger does not keep.
    public let type: DocumentType?

    /// The largest document that the ledger keeps, in bytes: 16 MiB.
    public static let limit = 16 << 20

    /// Recognises a document's kind.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        type = DocumentType(recognising: bytes)
    }
}

/// What the journal holds in place of a document: its row, its kind and size, and a hash to check it against.
public struct SealedDocument: Hashable, Sendable {
    /// SHA-256 of salt, newline and bytes: 64 lower-case hexadecimal digits.
    public let hash: String
    /// The row of the table `evidence` that holds salt and bytes until they are erased.
    public let evidence: Int64
    /// Its size in bytes.
    public let size: Int
    /// Its kind.
    public let type: DocumentType

    /// Makes a seal from the parts that the store computed or read.
    public init(hash: String, evidence: Int64, size: Int, type: DocumentType) {
        (self.hash, self.evidence, self.size, self.type) = (hash, evidence, size, type)
    }
}

/// A document attached to an entry with a voucher.
public struct Attachment: Hashable, Sendable {
    /// The entry whose voucher it documents.
    public let entry: EntryNumber
    /// The recipient whose money the entry moved; `nil` for other money.
    public let participant: ParticipantReference?
    /// What it proves.
    public let proof: DocumentProof
    /// The document.
    public internal(set) var document: Document

    /// Makes an attachment from its parts.
    public init(entry: EntryNumber, participant: ParticipantReference?, proof: DocumentProof, document: Document) {
        (self.entry, self.participant, self.proof, self.document) = (entry, participant, proof, document)
    }
}

/// A document taken off again, because it was a wrong one.
public struct Detachment: Hashable, Sendable {
    /// The entry that had attached it.
    public let attachment: EntryNumber
    /// The entry whose voucher it documented.
    public let entry: EntryNumber
    /// The recipient whose money the entry moved; `nil` for other money.
    public let participant: ParticipantReference?
    /// What it was to prove.
    public let proof: DocumentProof
    /// Its row in the table `evidence`.
    public let evidence: Int64
    /// Whether its bytes were erased.
    public let erases: Bool
    /// Why it was wrong.
    public internal(set) var reason: Wording

    /// Makes a detachment from its parts.
    public init(
        attachment: EntryNumber, entry: EntryNumber, participant: ParticipantReference?, proof: DocumentProof,
        evidence: Int64, erases: Bool, reason: Wording
    ) {
        self.attachment = attachment
        self.entry = entry
        self.participant = participant
        self.proof = proof
        self.evidence = evidence
        self.erases = erases
        self.reason = reason
    }
}

/// Which disbursements and expenses a manager approves.
public enum VoucherSelection: Hashable, Sendable {
    /// Those named: all or none.
    case entries([EntryNumber])
    /// All up to a day that are not approved and that another recorded.
    case through(Day)
}

/// Entries that an extract of the books, or of a bank account, showed as paid.
public struct Confirmation: Hashable, Sendable {
    /// An entry, and the line of the extract that matched it.
    public struct Payment: Hashable, Sendable {
        /// The entry that moved the money.
        public let entry: EntryNumber
        /// The line, counted from 1 in the whole file.
        public let line: Int

        /// Makes a payment from its parts.
        public init(entry: EntryNumber, line: Int) {
            (self.entry, self.line) = (entry, line)
        }
    }

    /// SHA-256 of the extract's bytes: 64 lower-case hexadecimal digits.
    public let statement: String
    /// The entries, each once, in order.
    public let payments: [Payment]

    /// The entries in order.
    public var entries: [EntryNumber] { payments.map(\.entry) }

    /// Makes a confirmation; payments of one entry count once.
    public init(statement: String, payments: [Payment]) {
        var last: EntryNumber?
        self.statement = statement
        self.payments = payments.sorted { ($0.entry, $0.line) < ($1.entry, $1.line) }.filter { payment in
            defer { last = payment.entry }
            return payment.entry != last
        }
    }
}

/// The anchor of another ledger, kept in this one, so that rewriting the other would take both.
public struct Testimony: Hashable, Sendable {
    /// What the other ledger is called; it holds no voucher.
    public let origin: VoucherReference
    /// The number of the other ledger's entry.
    public let entry: EntryNumber
    /// Its hash: 64 lower-case hexadecimal digits.
    public let hash: String

    /// The anchor as it is written: `412:9f86…`.
    public var anchor: String { "\(entry.value):\(hash)" }

    /// Makes a testimony from its parts.
    public init(origin: VoucherReference, entry: EntryNumber, hash: String) {
        (self.origin, self.entry, self.hash) = (origin, entry, hash)
    }
}

/// A document that an entry attached, and what became of it.
public struct AttachedDocument: Equatable, Sendable {
    /// The entry that attached it.
    public let number: EntryNumber
    /// What was attached, and to which entry.
    public let attachment: Attachment
    /// Its row in the table `evidence`.
    public let evidence: Int64
    /// Whether it still counts.
    public internal(set) var stands: Bool
    /// Whether its bytes are gone.
    public internal(set) var isErased: Bool

    /// Makes a document from its parts.
    public init(number: EntryNumber, attachment: Attachment, evidence: Int64, stands: Bool, isErased: Bool) {
        self.number = number
        self.attachment = attachment
        self.evidence = evidence
        self.stands = stands
        self.isErased = isErased
    }
}

/// All documents that entries attached, by following the entries.
public struct AttachedDocuments: Sendable {
    private var byNumber: [EntryNumber: AttachedDocument] = [:]
    private var byEntry: [EntryNumber: [EntryNumber]] = [:]
    private var detached: [EntryNumber: EntryNumber] = [:]

    /// Makes an empty collection.
    public init() {}

    /// Applies an entry.
    /// - Parameter number: its number.
    public mutating func apply(_ entry: Entry, number: EntryNumber) {
        switch entry.event {
        case .attached(let attachment):
            guard case .sealed(let seal) = attachment.document else { return }
            byNumber[number] = AttachedDocument(
                number: number, attachment: attachment, evidence: seal.evidence, stands: true, isErased: false)
            byEntry[attachment.entry, default: []].append(number)
        case .detached(let detachment):
            byNumber[detachment.attachment]?.stands = false
            if detached[detachment.attachment] == nil { detached[detachment.attachment] = number }
            if detachment.erases { byNumber[detachment.attachment]?.isErased = true }
        case .wordsErased(let reference, _, _):
            for (number, document) in byNumber where document.attachment.participant == reference {
                byNumber[number]?.isErased = true
            }
        case .opened, .staffAdded, .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected,
            .money, .periodClosed, .periodReopened, .amended, .resultNoted, .measured, .wordsRead, .restored,
            .vouchersApproved, .confirmed, .witnessed, .corrected:
            break
        }
    }

    /// All documents in order, each with the entry that took it off; `nil` while it stands.
    public var all: [(document: AttachedDocument, detachedBy: EntryNumber?)] {
        byNumber.values.sorted { $0.number < $1.number }.map { ($0, detached[$0.number]) }
    }

    /// The documents of an entry, in order.
    public func on(_ entry: EntryNumber) -> [AttachedDocument] {
        (byEntry[entry] ?? []).compactMap { byNumber[$0] }
    }

    /// The document that an entry attached; `nil` where that attached none.
    public func attached(by number: EntryNumber) -> AttachedDocument? { byNumber[number] }
}
