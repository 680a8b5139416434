extension Inquiry {
    /// Puts a text in place of one that was written wrong. No rule asks for the entry's state: a text about someone
    /// whose budget is stopped can be wrong, too.
    mutating func correct(
        _ number: EntryNumber, _ place: TextPlace, text: Wording, reason: Wording
    ) throws(Refusal) -> Entry {
        let entry = try corrigible(number, place)
        passed(.textUnknown)
        if place.field == .caseNumber { try checkCase(text, besides: entry.event.participant) }
        try checkTexts([(.correction, text), (.reason, reason)])
        return Entry(
            day: today,
            event: .corrected(
                TextCorrection(
                    entry: number, of: entry.event.kind, place: place, participant: entry.event.participant,
                    staff: entry.event.namedStaff, text: text, reason: reason)))
    }

    /// Rule `text-unknown`.
    private func corrigible(_ number: EntryNumber, _ place: TextPlace) throws(Refusal) -> Entry {
        guard let entry = view.entry(number) else { throw .textUnknown(number, place, .noSuchEntry) }
        guard let first = entry.event.text(at: place) else {
            if case .corrected(let other) = entry.event {
                throw .textUnknown(number, place, .correction(of: other.entry))
            }
            throw .textUnknown(number, place, .none(others: entry.event.correctable.map(\.place)))
        }
        // The reason for an erasure is filed under the programme, and no erasure takes it.
        if let citizen = entry.event.participant, entry.event.kind != .wordsErased,
            view.isErased(first, of: number, on: citizen)
        {
            throw .textUnknown(number, place, .erased)
        }
        return entry
    }
}

extension Command {
    /// The roles that may give the command on the ledger as it stands. A text is corrected by who may record that kind
    /// of entry; anyone may ask about an entry that has none of its own, and learns why not.
    public func roles(in view: any LedgerView) -> Set<Role> {
        guard case .correct(let number, _, _, _) = self else {
            return roles(correcting: corrected.flatMap { target(of: $0, in: view) })
        }
        guard let entry = view.entry(number), entry.event.kind != .wordsCorrected else { return Set(Role.allCases) }
        // Only the opening has no command; like all staff, its administrator is the administrators' to name.
        return entry.event.command(on: entry.day, in: view)?.roles(in: view) ?? [.administrator]
    }

    /// The movement of an entry; a document is taken off by the number of its own entry, too.
    private func target(of entry: EntryNumber, in view: any LedgerView) -> Movement? {
        if case .detach = self, let document = view.document(attachedBy: entry) {
            return view.movement(document.attachment.entry)
        }
        return view.movement(entry)
    }

    /// Whether an entry could name whoever gives the command. A correction of what cannot be corrected is refused for
    /// every staff member of an account, so it does not matter who asks.
    /// - Parameter roles: the roles that may give it.
    public func leavesTrace(for roles: Set<Role>, in view: any LedgerView) -> Bool {
        if case .correct(let number, let place, _, _) = self { return view.entry(number)?.event.text(at: place) != nil }
        return corrected == nil || roles.count == 1
    }
}
