import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// On which line of an import each of its entries stands. A number that the import gave is one that no one can look up,
/// as soon as nothing of it is kept.
struct EarlierLines {
    /// From which entry on the lines go on by one, as they mostly do.
    private var runs: [(entry: Int64, line: Int64)] = []

    mutating func note(_ entry: EntryNumber, at line: Int64) {
        if let run = runs.last, line - run.line == entry.value - run.entry { return }
        runs.append((entry.value, line))
    }

    /// The line of the entry that a refusal names; `nil` where it stood in the ledger before.
    func line(namedBy failure: LedgerFailure) -> Int64? {
        guard case .refused(let refusal, _) = failure, let entry = refusal.entryInTheWay,
            let run = runs.last(where: { $0.entry <= entry.value })
        else { return nil }
        return run.line + entry.value - run.entry
    }
}

extension Refusal {
    /// The entry because of which it refuses.
    fileprivate var entryInTheWay: EntryNumber? {
        switch self {
        case .voucherUsed(_, let entry), .onceUsed(_, let entry), .alreadyReversed(_, let entry),
            .notReversible(_, .refunded(let entry)):
            entry
        case .outsideWindow, .futureDay, .periodClosed, .outOfOrder, .placesTaken, .participantUnknown,
            .participantWithdrawn, .planIncomplete, .planOverCap, .planBelowReleased, .planNotPending, .planNotApproved,
            .itemUnknown, .itemExceeded, .releaseExceeded, .capExceeded, .postExceeded, .grantExceeded, .drawingOver,
            .samePerson, .retractExceeds, .refundExceeds, .repayExceeds, .notReversible, .paidTooLate, .caseTaken,
            .personalNumber, .textTooLong, .amountNotPositive, .postUnknown, .staffTaken, .retentionRunning,
            .staffUnknown, .notPermitted:
            nil
        }
    }
}

extension Explanation {
    /// The same, of an entry that an earlier line would make. What could be done about an entry is left out.
    func naming(earlierLine line: Int64) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(message) Det er linje \(Int(line)) i filen.",
                en: "\(message) That is line \(Int(line)) of the file."),
            next: Phrase(da: "Ret den ene af linjerne.", en: "Correct one of the lines."))
    }
}
