public import MitBudget

/// What verification found. Each kind has a stable id.
public enum VerifyFinding: Equatable, Sendable {
    /// An entry's hash does not match its contents and the hash before it.
    case chainBroken(Int64)
    /// Entries are missing before this one.
    case sequenceGap(expected: Int64, found: Int64)
    /// An entry was recorded before the one before it.
    case clockBackwards(Int64)
    /// An entry's columns or body are not what the program writes.
    case entryUnreadable(Int64)
    /// The rules refuse an entry.
    case replayRefused(Int64, Rule)
    /// The rules would have recorded something else.
    case replayDiffers(Int64)
    /// A row of a projection is not what the journal implies; `column` is `nil` where the whole row is missing or
    /// extra.
    case projectionDiffers(table: String, row: String, column: String?)
    /// A text is not the one that was sealed, or is filed under another subject.
    case wordsAltered(words: Int64, entry: Int64)
    /// A sealed text is gone without an entry that erased it.
    case wordsMissing(words: Int64, entry: Int64)
    /// A text is still there although an earlier entry says that it was erased.
    case wordsKept(words: Int64, entry: Int64)
    /// Texts that no entry refers to.
    case wordsStray(count: Int64)
    /// A document is not the one that was sealed, or is filed under another subject.
    case evidenceAltered(evidence: Int64, entry: Int64)
    /// A sealed document is gone without an entry that erased it.
    case evidenceMissing(evidence: Int64, entry: Int64)
    /// A document is still there although an entry says that it was erased.
    case evidenceKept(evidence: Int64, entry: Int64)
    /// Documents that no entry refers to.
    case evidenceStray(count: Int64)
    /// An entry's hash is not the one that was copied.
    case anchorDiffers(Int64)
    /// The ledger ends before the entry of an anchor.
    case anchorBeyond(Int64, last: Int64)
    /// A table, an index or a trigger is not what this version of the program makes; with its name.
    case schemaAltered(String)
    /// SQLite reports that the file itself is damaged; with its message.
    case fileDamaged(String)

    /// The stable ids.
    public enum ID: String, CaseIterable, Sendable {
        /// ``VerifyFinding/chainBroken(_:)``
        case chainBroken = "chain-broken"
        /// ``VerifyFinding/sequenceGap(expected:found:)``
        case sequenceGap = "sequence-gap"
        /// ``VerifyFinding/clockBackwards(_:)``
        case clockBackwards = "clock-backwards"
        /// ``VerifyFinding/entryUnreadable(_:)``
        case entryUnreadable = "entry-unreadable"
        /// ``VerifyFinding/replayRefused(_:_:)``
        case replayRefused = "replay-refused"
        /// ``VerifyFinding/replayDiffers(_:)``
        case replayDiffers = "replay-differs"
        /// ``VerifyFinding/projectionDiffers(table:row:column:)``
        case projectionDiffers = "projection-differs"
        /// ``VerifyFinding/wordsAltered(words:entry:)``
        case wordsAltered = "words-altered"
        /// ``VerifyFinding/wordsMissing(words:entry:)``
        case wordsMissing = "words-missing"
        /// ``VerifyFinding/wordsKept(words:entry:)``
        case wordsKept = "words-kept"
        /// ``VerifyFinding/wordsStray(count:)``
        case wordsStray = "words-stray"
        /// ``VerifyFinding/evidenceAltered(evidence:entry:)``
        case evidenceAltered = "evidence-altered"
        /// ``VerifyFinding/evidenceMissing(evidence:entry:)``
        case evidenceMissing = "evidence-missing"
        /// ``VerifyFinding/evidenceKept(evidence:entry:)``
        case evidenceKept = "evidence-kept"
        /// ``VerifyFinding/evidenceStray(count:)``
        case evidenceStray = "evidence-stray"
        /// ``VerifyFinding/anchorDiffers(_:)``
        case anchorDiffers = "anchor-differs"
        /// ``VerifyFinding/anchorBeyond(_:last:)``
        case anchorBeyond = "anchor-beyond"
        /// ``VerifyFinding/schemaAltered(_:)``
        case schemaAltered = "schema-altered"
        /// ``VerifyFinding/fileDamaged(_:)``
        case fileDamaged = "file-damaged"
    }

    /// The finding's stable id.
    public var id: ID {
        switch self {
        case .chainBroken: .chainBroken
        case .sequenceGap: .sequenceGap
        case .clockBackwards: .clockBackwards
        case .entryUnreadable: .entryUnreadable
        case .replayRefused: .replayRefused
        case .replayDiffers: .replayDiffers
        case .projectionDiffers: .projectionDiffers
        case .wordsAltered: .wordsAltered
        case .wordsMissing: .wordsMissing
        case .wordsKept: .wordsKept
        case .wordsStray: .wordsStray
        case .evidenceAltered: .evidenceAltered
        case .evidenceMissing: .evidenceMissing
        case .evidenceKept: .evidenceKept
        case .evidenceStray: .evidenceStray
        case .anchorDiffers: .anchorDiffers
        case .anchorBeyond: .anchorBeyond
        case .schemaAltered: .schemaAltered
        case .fileDamaged: .fileDamaged
        }
    }

    /// The number of the entry that the finding is about, if any.
    public var entry: Int64? {
        switch self {
        case .chainBroken(let entry), .sequenceGap(_, let entry), .clockBackwards(let entry),
            .entryUnreadable(let entry), .replayRefused(let entry, _), .replayDiffers(let entry),
            .wordsAltered(_, let entry), .wordsMissing(_, let entry), .wordsKept(_, let entry),
            .evidenceAltered(_, let entry), .evidenceMissing(_, let entry), .evidenceKept(_, let entry),
            .anchorDiffers(let entry), .anchorBeyond(let entry, _):
            entry
        case .projectionDiffers, .wordsStray, .evidenceStray, .schemaAltered, .fileDamaged: nil
        }
    }
}

/// How many anchors of a file were checked, found and given up; the rest are findings.
public struct AnchorTally: Equatable, Sendable {
    /// How many lines the file has.
    public let checked: Int
    /// How many of their entries the journal holds with that hash.
    public let found: Int
    /// How many of their entries a restore gave up.
    public let givenUp: Int
}

extension Verification {
    /// Something in order that the person who verifies should know all the same. Each kind has a stable id.
    public enum Remark: Equatable, Sendable {
        /// The entry's time lies far after the previous entry's, or after the retention period.
        case clockLeapt(Int64, ClockLeap)
        /// The restore that this entry records gave up entries from `first` to `last`; `count` lines of the file are
        /// about them.
        case anchorsGivenUp(by: Int64, count: Int, first: Int64, last: Int64)

        /// The stable ids.
        public enum ID: String, CaseIterable, Sendable {
            /// ``Remark/clockLeapt(_:_:)``
            case clockLeapt = "clock-leapt"
            /// ``Remark/anchorsGivenUp(by:count:first:last:)``
            case anchorGivenUp = "anchor-given-up"
        }

        /// The remark's stable id.
        public var id: ID {
            switch self {
            case .clockLeapt: .clockLeapt
            case .anchorsGivenUp: .anchorGivenUp
            }
        }

        /// The number of the entry that the remark is about.
        public var entry: Int64 {
            switch self {
            case .clockLeapt(let entry, _), .anchorsGivenUp(let entry, _, _, _): entry
            }
        }
    }
}

/// The outcome of a verification.
public struct Verification: Equatable, Sendable {
    /// How many entries were read.
    public let entries: Int64
    /// The latest entry's anchor; `nil` if its stored hash is not a valid one.
    public let anchor: Anchor?
    /// The findings, in the order in which they were made.
    public let findings: [VerifyFinding]
    /// The remarks, in the order of the entries.
    public var remarks: [Remark] = []
    /// How the anchors of a file fared; `nil` if no file was given.
    public var anchors: AnchorTally?

    /// Whether the ledger is in order: there are no findings. Remarks do not count.
    public var isClean: Bool { findings.isEmpty }
}
