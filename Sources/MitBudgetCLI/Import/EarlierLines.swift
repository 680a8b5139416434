import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Maps the entries of an import to its lines. If the import is rolled back, no one can look up the entry numbers it
/// gave, so messages name lines instead.
struct EarlierLines {
    /// The first entry and line of each run; within a run, both go up by one.
    private var runs: [(entry: Int64, line: Int64)] = []

    mutating func note(_ entry: EntryNumber, at line: Int64) {
        if let run = runs.last, line - run.line == entry.value - run.entry { return }
        runs.append((entry.value, line))
    }

    /// The line of the entry that a refusal names; `nil` if that entry was in the ledger before the import.
    func line(namedBy failure: LedgerFailure) -> Int64? {
        guard case .refused(let refusal, _) = failure, let entry = refusal.entryInTheWay,
            let run = runs.last(where: { $0.entry <= entry.value })
        else { return nil }
        return run.line + entry.value - run.entry
    }
}

extension Refusal {
    /// The earlier entry because of which the rule refuses.
    fileprivate var entryInTheWay: EntryNumber? {
        switch self {
        case .voucherUsed(_, let entry), .voucherTotalDiffers(_, _, _, let entry), .onceUsed(_, let entry),
            .alreadyReversed(_, let entry), .notReversible(_, .refunded(let entry)):
            entry
        case .outsideWindow, .futureDay, .periodClosed, .outOfOrder, .noRecipients, .placesTaken, .participantUnknown,
            .participantWithdrawn, .planIncomplete, .planOverCap, .planBelowReleased, .planNotPending, .planNotApproved,
            .itemUnknown, .itemExceeded, .releaseExceeded, .capExceeded, .postExceeded, .grantExceeded,
            .periodBudgetExceeded, .drawingOver, .termsBelowUsed, .notPersonal, .resultUnknown, .samePerson,
            .ownExpense,
            .textUnknown, .voucherUnknown, .evidenceKnown, .evidenceType,
            .voucherExceeded, .retractExceeds, .refundExceeds, .repayExceeds, .notReversible, .paidTooLate, .caseTaken,
            .personalNumber, .textTooLong, .amountNotPositive, .postUnknown, .staffTaken, .retentionRunning,
            .staffUnknown, .notPermitted:
            nil
        }
    }
}

extension Explanation {
    /// The explanation with an earlier line in place of an entry. What one could do about an entry is left out.
    func naming(earlierLine line: Int64) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(message) Det er linje \(Int(line)) i filen.",
                en: "\(message) That is line \(Int(line)) of the file."),
            next: Phrase(da: "Ret den ene af linjerne.", en: "Correct one of the lines."))
    }
}
