/// A finding of a period report: no error, but something that an auditor would ask about.
public struct ReportFinding: Equatable, Sendable {
    /// The kinds of finding; the raw values are their stable ids.
    public enum Kind: String, CaseIterable, Sendable {
        /// An entry was recorded long after its day.
        case lateEntry = "late-entry"
        /// The same person approved, released and disbursed.
        case sameHand = "same-hand"
        /// Money was disbursed on the day of approval.
        case sameDay = "same-day"
        /// The same amount was spent on the same item soon after, with another voucher.
        case possibleDuplicate = "possible-duplicate"
        /// A plan was approved, and nothing was disbursed for long.
        case idlePlan = "idle-plan"
        /// Money was released and stayed unspent for long.
        case idleRelease = "idle-release"
        /// An expense was paid after the window.
        case paidAfterWindow = "paid-after-window"
        /// A large part of all spending fell in the window's last 31 days.
        case lastMonthRush = "last-month-rush"
        /// Two staff members use the same account of the operating system.
        case sharedAccount = "shared-account"
        /// A closed period was reopened.
        case reopenedPeriod = "reopened-period"
        /// The terms changed by more than the funder lets pass without approval.
        case unapprovedChange = "unapproved-change"
        /// A disbursement or an expense lacks proof that the terms ask for.
        case proofMissing = "proof-missing"
        /// The same document is attached to more than one voucher.
        case documentTwice = "document-twice"
    }

    /// The kind of finding.
    public let kind: Kind
    /// The entries that it concerns, in order.
    public let entries: [EntryNumber]
    /// What the entries lack, by what it is; empty where that is not the matter.
    public let lacks: [Lack]

    /// A proof, and the entries that lack it.
    public struct Lack: Equatable, Sendable {
        /// The proof that the terms ask for.
        public let proof: Programme.Proof
        /// The entries without it, in order.
        public let entries: [EntryNumber]

        /// Makes a lack from its parts.
        public init(_ proof: Programme.Proof, of entries: [EntryNumber]) {
            (self.proof, self.entries) = (proof, entries)
        }
    }

    /// Makes a finding from its parts.
    public init(kind: Kind, entries: [EntryNumber], lacks: [Lack] = []) {
        self.kind = kind
        self.entries = entries
        self.lacks = lacks
    }
}
