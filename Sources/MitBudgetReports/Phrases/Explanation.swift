public import MitBudget
public import Phrases

/// Explains why something cannot be done: which rule or form it breaks, and what to do about it.
public struct Explanation: Sendable, Equatable {
    /// Which rule is broken, with the figures and the nearest limit that the rule allows.
    public let message: Phrase
    /// What to do next; each hint is one thing.
    public let hints: [Hint]
    /// The hint if there are no remedies.
    private var otherwise: Phrase?

    /// Makes an explanation with one thing to do, in words.
    public init(message: Phrase, next: Phrase) {
        self.init(message: message, hints: [Hint(next)])
    }

    /// Makes an explanation with several things to do, or with something to type.
    public init(message: Phrase, hints: [Hint]) {
        self.message = message
        self.hints = hints
    }

    /// Makes the explanation of a refusal before its remedies are known.
    /// - Parameters:
    ///   - next: what to do in any case.
    ///   - otherwise: the hint if there are no remedies.
    init(message: Phrase, next: Phrase? = nil, otherwise: Phrase) {
        self.init(message: message, hints: next.map { [Hint($0)] } ?? [])
        self.otherwise = otherwise
    }

    fileprivate func adding(_ remedies: [Remedy]) -> Explanation {
        let rest = remedies.isEmpty ? otherwise.map { [Hint($0)] } ?? [] : remedies.map(\.hint)
        return Explanation(message: message, hints: hints + rest)
    }

    /// What to do next, one line for each thing.
    public var next: Phrase {
        let (danish, english) = (next(in: .danish), next(in: .english))
        return Phrase(da: "\(danish)", en: "\(english)")
    }

    /// What to do next, in one language.
    /// - Parameter globals: gives the options that a command needs besides its own, as ``Hint/text(in:globals:)`` takes
    ///   them.
    public func next(in language: Language, globals: (_ isCallers: Bool) -> String = { _ in "" }) -> String {
        hints.map { $0.text(in: language, globals: globals) }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension Refusal {
    /// The refusal in a caseworker's words. It holds figures, days, codes and references, and never a free text.
    public var explanation: Explanation { explanation(with: []) }

    /// The refusal in a caseworker's words, with its remedies.
    public func explanation(with remedies: [Remedy]) -> Explanation {
        ruled.adding(remedies)
    }

    private var ruled: Explanation {
        switch self {
        case .outsideWindow(let day, let first, let last): .outsideWindow(day, first: first, last: last)
        case .futureDay(let day, let today): .futureDay(day, today: today)
        case .periodClosed(let day, let through): .periodClosed(day, through: through)
        case .outOfOrder(let sequence, let day, let bound): .outOfOrder(sequence, day: day, bound: bound)
        case .noRecipients: .noRecipients
        case .placesTaken(let places, let day): .placesTaken(places, on: day)
        case .participantUnknown(let participant, let last): .participantUnknown(participant, last: last)
        case .participantWithdrawn(let participant, let day): .participantWithdrawn(participant, on: day)
        case .planIncomplete(let gap): .planIncomplete(gap)
        case .planOverCap(let requested, let cap): .planOverCap(requested, cap: cap)
        case .planBelowReleased(let item, let requested, let released):
            .planBelowReleased(item, requested: requested, released: released)
        case .planNotPending(let participant): .planNotPending(participant)
        case .planNotApproved(let participant): .planNotApproved(participant)
        case .itemUnknown(let participant, let item): .itemUnknown(item, of: participant)
        case .itemExceeded(let item, let requested, let available): .itemExceeded(item, requested, of: available)
        case .releaseExceeded(let item, let requested, let available, let releasable):
            .releaseExceeded(item, requested, of: available, releasable: releasable)
        case .capExceeded(let participant, let requested, let available):
            .capExceeded(participant, requested, of: available)
        case .postExceeded(let post, let requested, let available): .postExceeded(post, requested, of: available)
        case .grantExceeded(let requested, let available): .grantExceeded(requested, of: available)
        case .periodBudgetExceeded(let period, let holder, let requested, let available):
            .periodBudgetExceeded(period, holder, requested, of: available)
        case .drawingOver(let participant, let day, let last): .drawingOver(participant, day: day, last: last)
        case .samePerson(let staff, let approver): .samePerson(staff, approver: approver)
        case .voucherUsed(let voucher, let entry): .voucherUsed(voucher, by: entry)
        case .voucherExceeded(let voucher, let requested, let available, let total):
            .voucherExceeded(voucher, requested, of: available, total: total)
        case .voucherTotalDiffers(let voucher, let total, let known, let entry):
            .voucherTotalDiffers(voucher, total, known: known, by: entry)
        case .retractExceeds(let item, let requested, let available): .retractExceeds(item, requested, of: available)
        case .refundExceeds(let entry, let requested, let available): .refundExceeds(entry, requested, of: available)
        case .repayExceeds(let requested, let available): .repayExceeds(requested, of: available)
        case .notReversible(let entry, let obstacle): .notReversible(entry, obstacle)
        case .alreadyReversed(let entry, let reversal): .alreadyReversed(entry, by: reversal)
        case .paidTooLate(let day, let settleBy): .paidTooLate(day, settleBy: settleBy)
        case .termsBelowUsed(let shortfall): .termsBelowUsed(shortfall)
        case .notPersonal(let participant): .notPersonal(participant)
        case .resultUnknown(let result, let known): .resultUnknown(result, known: known)
        case .textUnknown(let entry, let place, let gap): .textUnknown(entry, place, gap)
        case .voucherUnknown(let entry, let gap): .voucherUnknown(entry, gap)
        case .evidenceKnown(let entry): .evidenceKnown(entry)
        case .evidenceType(let isEmpty): .evidenceType(isEmpty: isEmpty)
        case .ownExpense(let entry, let staff): .ownExpense(entry, by: staff)
        case .caseTaken: .caseTaken
        case .onceUsed(let once, let entry): .onceUsed(once, by: entry)
        case .personalNumber(let field, let place): .personalNumber(field, at: place)
        case .textTooLong(let field, let length): .textTooLong(field, length: length)
        case .amountNotPositive(let amount, let item): .amountNotPositive(amount, all: item)
        case .postUnknown(let post, let known): .postUnknown(post, known: known)
        case .staffTaken(let staff): .staffTaken(staff)
        case .retentionRunning(let reference, let today, let last):
            .retentionRunning(reference, today: today, last: last)
        case .staffUnknown(let staff): .staffUnknown(staff)
        case .notPermitted(let prohibition): .notPermitted(prohibition)
        }
    }
}
