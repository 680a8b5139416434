public import MitBudget
public import Phrases

/// The documentation of a rule, for `help` and for its section of `Docs/Rules.md`.
public struct RuleAccount: Sendable {
    /// Makes a refusal by the rule, with the figures that the example command would meet.
    public typealias Sample = @Sendable () throws(Malformed) -> Refusal

    /// What the rule refuses, as a sentence.
    public let refuses: Phrase
    /// The limit that the rule still allows: the most, the least, the earliest or the latest. Continues after "allows".
    public let allows: Phrase
    /// Where the rule comes from; a letter in brackets stands for a document that `Docs/Rules.md` names.
    public let source: Phrase
    /// An example of a command that the rule refuses.
    public let command: String
    /// The refusal of the example command. Its values are parsed like any input, so it may throw; in practice none
    /// does.
    public let sample: Sample
    /// The remedies for the sample, in a ledger that allows all of them.
    var remedies: @Sendable () throws(Malformed) -> [Remedy] = { [] }

    /// The explanation of the sample, with its remedies.
    /// - Throws: never in practice; a test reads every sample.
    public var explanation: Explanation {
        get throws(Malformed) { try sample().explanation(with: remedies()) }
    }
}

extension Rule {
    /// The rule's documentation.
    public var account: RuleAccount {
        switch self {
        case .outsideWindow: .outsideWindow
        case .futureDay: .futureDay
        case .periodClosed: .periodClosed
        case .outOfOrder: .outOfOrder
        case .noRecipients: .noRecipients
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
        case .periodBudgetExceeded: .periodBudgetExceeded
        case .drawingOver: .drawingOver
        case .samePerson: .samePerson
        case .voucherUsed: .voucherUsed
        case .voucherExceeded: .voucherExceeded
        case .retractExceeds: .retractExceeds
        case .refundExceeds: .refundExceeds
        case .repayExceeds: .repayExceeds
        case .notReversible: .notReversible
        case .alreadyReversed: .alreadyReversed
        case .paidTooLate: .paidTooLate
        case .termsBelowUsed: .termsBelowUsed
        case .notPersonal: .notPersonal
        case .resultUnknown: .resultUnknown
        case .textUnknown: .textUnknown
        case .voucherUnknown: .voucherUnknown
        case .evidenceKnown: .evidenceKnown
        case .evidenceType: .evidenceType
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
