extension Inquiry {
    /// Takes a document into the ledger for an entry with a voucher, reversed or not.
    mutating func attach(
        _ document: Document, to number: EntryNumber, as proof: DocumentProof
    ) throws(Refusal) -> Entry {
        let movement = try vouched(number)
        if case .file(let file) = document {
            guard !view.carriers(of: file).contains(number) else { throw .evidenceKnown(number) }
            passed(.evidenceKnown)
            guard file.type != nil else { throw .evidenceType(isEmpty: file.bytes.isEmpty) }
            passed(.evidenceType)
        }
        return Entry(
            day: today,
            event: .attached(
                Attachment(entry: number, participant: movement.participant, proof: proof, document: document)))
    }

    /// Takes a wrong document off an entry. Without its bytes it cannot be attached or read again.
    /// - Parameter number: the entry with the voucher, or the entry that attached the document.
    mutating func detach(
        _ number: EntryNumber, as proof: DocumentProof, reason: Wording, erasing: Bool
    ) throws(Refusal) -> Entry {
        let document = try document(number, as: proof, erasing: erasing)
        passed(.voucherUnknown)
        try checkTexts([(.reason, reason)])
        let attachment = document.attachment
        return Entry(
            day: today,
            event: .detached(
                Detachment(
                    attachment: document.number, entry: attachment.entry, participant: attachment.participant,
                    proof: proof, evidence: document.evidence, erases: erasing, reason: reason)))
    }

    /// The one document that is meant. Where an entry has several, the entry that attached it must be named.
    private func document(
        _ number: EntryNumber, as proof: DocumentProof, erasing: Bool
    ) throws(Refusal) -> AttachedDocument {
        let named = view.document(attachedBy: number)
        let all = named.map { [$0] } ?? view.documents(on: number)
        // A document that was taken off before may still be erased.
        let matching = all.filter { $0.attachment.proof == proof && ($0.stands || erasing && !$0.isErased) }
        let standing = matching.filter(\.stands)
        let found = standing.isEmpty ? matching : standing
        guard let first = found.first else {
            if named == nil { _ = try known(number) }
            throw .voucherUnknown(number, .noDocument(proof))
        }
        guard found.count == 1 else { throw .voucherUnknown(number, .several(found.map(\.number))) }
        return first
    }

    /// A manager's approval that expenses are the programme's.
    /// - Source: the funder's handbook: ledergodkendelse.
    mutating func approveVouchers(_ selection: VoucherSelection) throws(Refusal) -> Entry {
        let entries: [EntryNumber]
        switch selection {
        case .entries(let named):
            entries = Set(named).sorted()
            let movements = entries.compactMap(view.movement).filter(\.kind.isRefundable)
            for movement in movements {
                guard view.recorder(of: movement.entry) != actor else { throw .ownExpense(movement.entry, by: actor) }
            }
            passed(.samePerson)
            try checkStand(movements)
            for number in entries { _ = try expense(number) }
        case .through(let day):
            let waiting = view.awaitingApproval(through: day)
            entries = waiting.filter { $0.by != actor }.map(\.entry)
            guard !entries.isEmpty else { throw .voucherUnknown(nil, .nothingAwaits(own: waiting.count)) }
            passed(.samePerson)
            passed(.alreadyReversed)
        }
        passed(.voucherUnknown)
        return Entry(day: today, event: .vouchersApproved(entries))
    }

    /// Entries that an extract of the books shows as paid; those confirmed before are left out.
    mutating func confirm(_ confirmation: Confirmation) throws(Refusal) -> Entry {
        try checkStand(confirmation.entries.compactMap(view.movement))
        for number in confirmation.entries { _ = try known(number) }
        let open = confirmation.payments.filter { !view.isConfirmed($0.entry) }
        guard !open.isEmpty else { throw .voucherUnknown(nil, .nothingUnconfirmed) }
        passed(.voucherUnknown)
        return Entry(
            day: today, event: .confirmed(Confirmation(statement: confirmation.statement, payments: open)))
    }

    mutating func witness(_ testimony: Testimony) throws(Refusal) -> Entry {
        try checkTexts([], references: [(.origin, testimony.origin.text)])
        return Entry(day: today, event: .witnessed(testimony))
    }

    /// An entry with a voucher.
    private mutating func vouched(_ number: EntryNumber) throws(Refusal) -> Movement {
        let movement = try known(number)
        passed(.voucherUnknown)
        return movement
    }

    private func known(_ number: EntryNumber) throws(Refusal) -> Movement {
        guard let movement = view.movement(number) else {
            throw .voucherUnknown(number, view.exists(number) ? .noVoucher : .noSuchEntry)
        }
        guard movement.voucher != nil else { throw .voucherUnknown(number, .noVoucher) }
        return movement
    }

    /// A disbursement or an expense.
    private func expense(_ number: EntryNumber) throws(Refusal) -> Movement {
        let movement = try known(number)
        guard movement.kind.isRefundable else { throw .voucherUnknown(number, .noExpense) }
        return movement
    }
}
