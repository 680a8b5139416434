public import MitBudget
public import Phrases

/// Everything that is to be said about a rule, in one place: what `help` tells of it, and its section of
/// `Docs/Rules.md`.
public struct RuleAccount: Sendable {
    /// A case that the rule refuses, with the figures that the example command would meet.
    public typealias Sample = @Sendable () throws(Malformed) -> Refusal

    /// What the rule refuses.
    public let refuses: Phrase
    /// The most, the least, the earliest or the latest that it lets pass; goes on from "allows".
    public let allows: Phrase
    /// Where the rule comes from; a letter in brackets stands for a document that `Docs/Rules.md` names.
    public let source: Phrase
    /// A command that it refuses.
    public let command: String
    /// The refusal that the command meets. Read from text like any input, hence the error; none is thrown.
    public let sample: Sample
    /// What can be done about it in a ledger where all of it may be.
    var remedies: @Sendable () throws(Malformed) -> [Remedy] = { [] }

    /// What is said to whom the rule refuses the sample.
    /// - Throws: never in practice; a test reads every sample.
    public var explanation: Explanation {
        get throws(Malformed) { try sample().explanation(with: remedies()) }
    }
}

extension Rule {
    /// All about the rule.
    public var account: RuleAccount {
        switch self {
        case .outsideWindow: .outsideWindow
        case .futureDay: .futureDay
        case .periodClosed: .periodClosed
        case .outOfOrder: .outOfOrder
        case .placesTaken: .placesTaken
        case .participantUnknown: .participantUnknown
        case .participantWithdrawn: .participantWithdrawn
        case .planIncomplete: .planIncomplete
        case .planOverCap: .planOverCap
        case .planBelowReleased: .planBelowReleased
        case .planNotPending: .planNotPending
        case .planNotApproved: .planNotApproved
        case .itemUnknown: .itemUnknown
        case .itemExceeded: .itemExceeded
        case .releaseExceeded: .releaseExceeded
        case .capExceeded: .capExceeded
        case .postExceeded: .postExceeded
        case .grantExceeded: .grantExceeded
        case .drawingOver: .drawingOver
        case .samePerson: .samePerson
        case .voucherUsed: .voucherUsed
        case .retractExceeds: .retractExceeds
        case .refundExceeds: .refundExceeds
        case .repayExceeds: .repayExceeds
        case .notReversible: .notReversible
        case .alreadyReversed: .alreadyReversed
        case .paidTooLate: .paidTooLate
        case .caseTaken: .caseTaken
        case .onceUsed: .onceUsed
        case .personalNumber: .personalNumber
        case .textTooLong: .textTooLong
        case .amountNotPositive: .amountNotPositive
        case .postUnknown: .postUnknown
        case .staffTaken: .staffTaken
        case .retentionRunning: .retentionRunning
        case .staffUnknown: .staffUnknown
        case .notPermitted: .notPermitted
        }
    }
}
