extension Inquiry {
    mutating func readWords(
        of reference: ParticipantReference, scope: ReadingScope, purpose: Wording
    ) throws(Refusal) -> Entry {
        _ = try known(view.participant(reference), reference)
        if scope == .disclosure {
            guard programme.isPersonal else { throw .notPersonal(reference) }
            passed(.notPersonal)
        }
        try checkTexts([(.readingPurpose, purpose)])
        return Entry(day: today, event: .wordsRead(reference, scope: scope, purpose: purpose))
    }

    /// Rule `retention-running`: the last day of the retention period is refused, the day after it is allowed.
    mutating func eraseWords(
        of reference: ParticipantReference, reason: Wording, override: Wording?
    ) throws(Refusal) -> Entry {
        _ = try known(view.participant(reference), reference)
        try checkTexts([(.reason, reason), (.override, override)])
        let last = programme.keptThrough
        if override == nil {
            guard today > last else { throw .retentionRunning(reference, today: today, last: last) }
            passed(.retentionRunning, .days(last.days(to: today) - 1))
        }
        return Entry(day: today, event: .wordsErased(reference, reason: reason, override: override))
    }
}
