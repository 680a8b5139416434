import JSON
public import MitBudget
import SQLite

/// An erasure that was lost with a replaced ledger, and is repeated in the copy that takes its place.
public struct ErasedAgain {
    /// The lost entry's number in the replaced ledger.
    public let lost: Int64
    /// The citizen whose texts are erased.
    public let participant: ParticipantReference
    /// Whether the reason, or the reason to override the duty to keep, differs from the lost entry's, because the
    /// original could not be read in the replaced ledger or does not satisfy the current rules.
    public let isRestated: Bool
    /// The entry that erases again; `nil` if nothing was done yet.
    public let recorded: Recorded?
}

/// What a copy lacks of the ledger that it is to replace.
struct Loss {
    let entries: [JournalLine]
    let erasures: [LostErasure]
}

/// An erasure that a copy lacks, of a citizen whom the copy has.
struct LostErasure {
    let entry: Int64
    let participant: ParticipantReference
    let reason: LostText
    /// The reason to override the duty to keep; `nil` if none was needed.
    let override: LostText?

    /// What the caller is told before it is done.
    var planned: ErasedAgain {
        ErasedAgain(lost: entry, participant: participant, isRestated: isUnreadable, recorded: nil)
    }

    fileprivate var isUnreadable: Bool { reason.text == nil || override.map { $0.text == nil } ?? false }

    /// The reasons and overrides to try, in order, the lost ones first.
    fileprivate func wordings(standIn: Wording) -> [(reason: Wording, override: Wording?)] {
        let (reason, override) = (reason.text ?? standIn, override.map { $0.text ?? standIn })
        // The duty to keep may still apply: the clock was set back, or other terms were lost. A rule on texts may be
        // new.
        return [(reason, override), (reason, override ?? standIn), (standIn, standIn)]
    }
}

/// A text of the replaced ledger; `nil` if it does not match its seal there.
struct LostText {
    let text: Wording?
}

extension Ledger {
    /// The erasures among the entries that a copy lacks, of citizens who were enrolled before the two diverged.
    func erasures(
        among entries: [JournalLine], after common: Int64, of copy: Connection
    ) throws(LedgerFailure) -> [LostErasure] {
        var erasures: [LostErasure] = []
        for line in entries where line.kind == EntryKind.wordsErased.rawValue {
            guard let day = try? Day(iso: line.day),
                case .wordsErased(let reference, let reason, let override)? =
                    Body.read(.wordsErased, line.body.canonical, day: day)?.event
            else { throw .damaged(.entry(line.number)) }
            let enrolled = try LedgerFailure.carrying(
                try copy.first(
                    "SELECT enrolled_entry FROM participant WHERE participant = ?", reference.text, as: Int64.self))
            guard let enrolled, enrolled <= common else { continue }
            erasures.append(
                LostErasure(
                    entry: line.number, participant: reference, reason: try lostText(reason),
                    override: try override.map { override throws(LedgerFailure) in try lostText(override) }))
        }
        return erasures
    }

    /// Reads a text, and trusts it only if it matches its seal: the ledger may not be in order.
    private func lostText(_ wording: Wording) throws(LedgerFailure) -> LostText {
        guard case .seal(let seal) = wording else { return LostText(text: wording) }
        let row = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first("SELECT salt, text FROM words WHERE id = ?", seal.words) { row throws(SQLiteFailure) in
                (salt: try row.textOrNull(0), text: try row.textOrNull(1))
            }
        }
        guard let salt = row?.salt, let text = row?.text, Sealer.hash(salt: salt, text: text) == seal.hash else {
            return LostText(text: nil)
        }
        return LostText(text: (try? Text(text)).map { .text($0) })
    }

    /// Records that this copy takes a ledger's place, and repeats that ledger's erasures. This is one transaction in a
    /// file that no one uses yet, so no one can get a ledger in which the texts are back.
    func note(
        _ restoration: Restoration, erasingAgain erasures: [LostErasure], standIn: Wording, by caller: Caller,
        under circumstances: Circumstances
    ) throws(LedgerFailure) -> (Recorded, [ErasedAgain]) {
        if !erasures.isEmpty { try prepareToErase() }
        let noted = try connection.transaction(.immediate) { () throws(LedgerFailure) in
            try checkPlace()
            let recorded = try decideAndAppend(.restore(restoration), by: caller, under: circumstances).recorded
            var again: [ErasedAgain] = []
            for erasure in erasures {
                again.append(try eraseAgain(erasure, standIn: standIn, by: caller, under: circumstances))
            }
            return (recorded, again)
        }
        try LedgerFailure.database { () throws(SQLiteFailure) in
            if erasures.isEmpty { try connection.foldLog() } else { try sweep() }
        }
        return noted
    }

    private func eraseAgain(
        _ erasure: LostErasure, attempt: Int = 0, standIn: Wording, by caller: Caller,
        under circumstances: Circumstances
    ) throws(LedgerFailure) -> ErasedAgain {
        let wordings = erasure.wordings(standIn: standIn)
        let (reason, override) = wordings[attempt]
        do {
            let command = Command.eraseWords(erasure.participant, reason: reason, override: override)
            return ErasedAgain(
                lost: erasure.entry, participant: erasure.participant,
                isRestated: attempt > 0 || erasure.isUnreadable,
                recorded: try decideAndAppend(command, by: caller, under: circumstances).recorded)
        } catch {
            guard case .refused = error, attempt + 1 < wordings.count else { throw error }
            return try eraseAgain(
                erasure, attempt: attempt + 1, standIn: standIn, by: caller, under: circumstances)
        }
    }
}
