import JSON
public import MitBudget
import SQLite

/// An erasure that was lost with a replaced ledger, and is repeated in the copy that takes its place.
public struct ErasedAgain {
    /// What is erased.
    public enum Content: Equatable, Sendable {
        /// All texts and documents on a citizen.
        case all(on: ParticipantReference)
        /// One document, by the entry that attached it.
        case document(attachedBy: EntryNumber, to: EntryNumber, proof: DocumentProof, on: ParticipantReference?)
    }

    /// The lost entry's number in the replaced ledger.
    public let lost: Int64
    /// What is erased.
    public let content: Content
    /// Whether the reason, or the reason to override the duty to keep, differs from the lost entry's, because the
    /// original could not be read in the replaced ledger or does not satisfy the current rules.
    public let isRestated: Bool
    /// The entry that erases again; `nil` if nothing was done yet.
    public let recorded: Recorded?

    /// The citizen whose texts are erased or whom the document concerns; `nil` for a document on no citizen.
    public var participant: ParticipantReference? {
        switch content {
        case .all(let reference): reference
        case .document(_, _, _, let reference): reference
        }
    }
}

/// What a copy lacks of the ledger that it is to replace.
struct Loss {
    let entries: [JournalLine]
    let erasures: [LostErasure]
}

/// An erasure that a copy lacks, of a citizen whom the copy has, or of a document that it has.
struct LostErasure {
    let entry: Int64
    let content: ErasedAgain.Content
    let reason: LostText
    /// The reason to override the duty to keep; `nil` if none was needed.
    let override: LostText?

    /// What the caller is told before it is done.
    var planned: ErasedAgain {
        ErasedAgain(lost: entry, content: content, isRestated: isUnreadable, recorded: nil)
    }

    fileprivate var isUnreadable: Bool { reason.text == nil || override.map { $0.text == nil } ?? false }

    fileprivate func command(_ reason: Wording, _ override: Wording?) -> Command {
        switch content {
        case .all(let reference): .eraseWords(reference, reason: reason, override: override)
        case .document(let attachment, _, let proof, _):
            .detach(attachment, as: proof, reason: reason, erasing: true)
        }
    }

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
    /// The erasures among the entries that a copy lacks, of citizens who were enrolled and documents that were attached
    /// before the two diverged.
    func erasures(
        among entries: [JournalLine], after common: Int64, of copy: Connection
    ) throws(LedgerFailure) -> [LostErasure] {
        var erasures: [LostErasure] = []
        for line in entries {
            if line.kind == EntryKind.wordsErased.rawValue {
                guard let erasure = try erasureOfTexts(line, after: common, of: copy) else { continue }
                erasures.append(erasure)
            } else if line.kind == EntryKind.voucherDetached.rawValue {
                guard let erasure = try erasureOfDocument(line, after: common) else { continue }
                erasures.append(erasure)
            }
        }
        return erasures
    }

    private func erasureOfTexts(
        _ line: JournalLine, after common: Int64, of copy: Connection
    ) throws(LedgerFailure) -> LostErasure? {
        guard case .wordsErased(let reference, let reason, let override) = try event(.wordsErased, of: line) else {
            throw .damaged(.entry(line.number))
        }
        let enrolled = try LedgerFailure.carrying(
            try copy.first(
                "SELECT enrolled_entry FROM participant WHERE participant = ?", reference.text, as: Int64.self))
        guard let enrolled, enrolled <= common else { return nil }
        return LostErasure(
            entry: line.number, content: .all(on: reference), reason: try lostText(reason),
            override: try override.map { override throws(LedgerFailure) in try lostText(override) })
    }

    private func erasureOfDocument(
        _ line: JournalLine, after common: Int64
    ) throws(LedgerFailure) -> LostErasure? {
        guard case .detached(let detachment) = try event(.voucherDetached, of: line) else {
            throw .damaged(.entry(line.number))
        }
        guard detachment.erases, detachment.attachment.value <= common else { return nil }
        return LostErasure(
            entry: line.number,
            content: .document(
                attachedBy: detachment.attachment, to: detachment.entry, proof: detachment.proof,
                on: detachment.participant),
            reason: try lostText(detachment.reason), override: nil)
    }

    /// What happened by an entry of a kind.
    private func event(_ kind: EntryKind, of line: JournalLine) throws(LedgerFailure) -> Event {
        guard let day = try? Day(iso: line.day), let read = Body.read(kind, line.body.canonical, day: day) else {
            throw .damaged(.entry(line.number))
        }
        return read.event
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
            for erasure in erasures where try holds(erasure.content) {
                again.append(try eraseAgain(erasure, standIn: standIn, by: caller, under: circumstances))
            }
            return (recorded, again)
        }
        try LedgerFailure.database { () throws(SQLiteFailure) in
            if erasures.isEmpty { try connection.foldLog() } else { try sweep() }
        }
        return noted
    }

    /// Whether there is something to erase: a document that went with a citizen's texts, or that someone who went on
    /// recording in the copy erased there, cannot be erased once more.
    private func holds(_ content: ErasedAgain.Content) throws(LedgerFailure) -> Bool {
        switch content {
        case .all: return true
        case .document(let attachment, _, _, _):
            return try asking { $0.document(attachedBy: attachment) }.map { !$0.isErased } ?? false
        }
    }

    private func eraseAgain(
        _ erasure: LostErasure, attempt: Int = 0, standIn: Wording, by caller: Caller,
        under circumstances: Circumstances
    ) throws(LedgerFailure) -> ErasedAgain {
        let wordings = erasure.wordings(standIn: standIn)
        let (reason, override) = wordings[attempt]
        do {
            return ErasedAgain(
                lost: erasure.entry, content: erasure.content, isRestated: attempt > 0 || erasure.isUnreadable,
                recorded: try decideAndAppend(erasure.command(reason, override), by: caller, under: circumstances)
                    .recorded)
        } catch {
            guard case .refused = error, attempt + 1 < wordings.count else { throw error }
            return try eraseAgain(
                erasure, attempt: attempt + 1, standIn: standIn, by: caller, under: circumstances)
        }
    }
}
