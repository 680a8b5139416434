extension Command {
    /// Whether the command asks for what an entry already records: each part that was given equals the recorded one. A
    /// part that was left out is not compared. All that is left of an item equals any amount, and an erased text any
    /// text.
    /// - Parameters:
    ///   - entry: what was recorded.
    ///   - open: the parts that the caller left out.
    ///   - view: the ledger as it stands.
    ///   - text: the text of a seal; `nil` once it is erased.
    ///   - holds: whether a sealed document has a file's bytes; also true once it is erased.
    public func repeats(
        _ entry: Entry, leaving open: Set<Once.Part>, in view: any LedgerView, text: (Seal) -> String?,
        holds: (SealedDocument, DocumentFile) -> Bool
    ) -> Bool {
        guard let recorded = entry.event.givenCommand(on: entry.day, in: view) else { return false }
        return withoutActuallyEscaping(text) { text in
            withoutActuallyEscaping(holds) { holds in
                Repetition(view: view, open: open, text: text, holds: holds).isSame(self, recorded)
            }
        }
    }
}

extension Event {
    /// The command that led to the entry, read after later entries.
    fileprivate func givenCommand(on day: Day, in view: any LedgerView) -> Command? {
        guard case .drafted(let reference, let version) = self else { return command(on: day, in: view) }
        // The ledger keeps every version, so the versions before this one have all numbers that were given before.
        let before = (1..<version.number).flatMap { view.items(ofVersion: $0, of: reference) }.map(\.number.value)
        return .draft(reference, version.proposal(after: before.max() ?? 0))
    }
}

/// A piece of a command; each piece is compared with the piece in the same place of another command.
private enum Piece {
    /// Must be given and equal byte for byte.
    case exact(String)
    /// Must be given and name the same voucher.
    case voucher(VoucherReference)
    /// A reference that may be left out.
    case reference(VoucherReference?)
    /// New terms, whole.
    case terms(Programme)
    /// Was filled in where the caller left it out.
    case filled(Once.Part, String)
    /// An amount; `nil` for all that is left, or for one that earlier entries told.
    case amount(Amount?)
    /// A document, which may be erased by now.
    case document(Document)
    /// The entry that attached a document, or the entry that it was attached to.
    case attached(EntryNumber)
    /// Expenses to approve; a day stands for whatever waited up to it.
    case selection(VoucherSelection)
    /// A text, which may be left out or erased by now.
    case words(Wording?)
}

/// Compares a command given now with a recorded one, piece by piece.
private struct Repetition {
    let view: any LedgerView
    let open: Set<Once.Part>
    let text: (Seal) -> String?
    let holds: (SealedDocument, DocumentFile) -> Bool

    func isSame(_ given: Command, _ recorded: Command) -> Bool {
        given.pieces.elementsEqual(recorded.pieces, by: isSame)
    }

    private func isSame(_ given: Piece, _ recorded: Piece) -> Bool {
        switch (given, recorded) {
        case (.exact(let one), .exact(let other)): one.utf8.elementsEqual(other.utf8)
        case (.voucher(let one), .voucher(let other)): one == other
        case (.reference(let one), .reference(let other)): one == nil || one == other
        case (.terms(let one), .terms(let other)): one == other
        case (.filled(let part, let one), .filled(let same, let other)):
            part == same && (open.contains(part) || one.utf8.elementsEqual(other.utf8))
        case (.amount(let one), .amount(let other)): one == nil || one == other
        case (.words(let one), .words(let other)): isSame(one, other)
        case (.document(.file(let file)), .document(.sealed(let sealed))): holds(sealed, file)
        case (.document(let one), .document(let other)): one == other
        case (.attached(let one), .attached(let other)):
            one == other || view.document(attachedBy: other)?.attachment.entry == one
        case (.selection(.through), .selection): true
        case (.selection(.entries(let one)), .selection(.entries(let other))): Set(one) == Set(other)
        case (.exact, _), (.voucher, _), (.reference, _), (.terms, _), (.filled, _), (.amount, _), (.words, _),
            (.document, _), (.attached, _), (.selection, _):
            false
        }
    }

    /// Compares texts byte for byte: Swift's strings do not tell å in one scalar from å in two.
    private func isSame(_ given: Wording?, _ recorded: Wording?) -> Bool {
        switch (given, recorded) {
        case (nil, _): true
        case (_, nil): false
        case (.text(let one), .text(let other)): one.string.utf8.elementsEqual(other.string.utf8)
        case (.text(let one), .seal(let seal)): text(seal).map { one.string.utf8.elementsEqual($0.utf8) } ?? true
        case (.seal(let one), .seal(let other)): one == other
        case (.seal, .text): false
        }
    }
}

extension Command {
    /// All pieces of the command; its name comes first.
    fileprivate var pieces: [Piece] {
        switch self {
        case .addStaff(let member):
            [
                .exact("staff add"), .exact(member.id.text), .exact(member.role.rawValue),
                .filled(.account, member.account.text), .words(member.name),
            ]
        case .endStaff(let id): [.exact("staff end"), .exact(id.text)]
        case .rebindStaff(let id, let account): [.exact("staff account"), .exact(id.text), .exact(account.text)]
        case .enrol(let name, let caseNumber, let day):
            [.exact("enrol"), .words(name), .words(caseNumber), .filled(.day, day.iso)]
        case .withdraw(let citizen, let cause, let reason, let day):
            [
                .exact("withdraw"), .exact(citizen.text), .filled(.cause, cause.rawValue), .words(reason),
                .filled(.day, day.iso),
            ]
        case .draft(let citizen, let proposal): [.exact("draft"), .exact(citizen.text)] + proposal.pieces
        case .approve(let citizen, let day): [.exact("approve"), .exact(citizen.text), .filled(.day, day.iso)]
        case .reject(let citizen, let reason): [.exact("reject"), .exact(citizen.text), .words(reason)]
        case .release(let citizen, let item, let amount, let day):
            [
                .exact("release"), .exact(citizen.text), .exact("\(item.value)"), .amount(amount),
                .filled(.day, day.iso),
            ]
        case .retract(let citizen, let item, let amount, let reason, let day):
            [
                .exact("retract"), .exact(citizen.text), .exact("\(item.value)"), .amount(amount), .words(reason),
                .filled(.day, day.iso),
            ]
        case .disburse(let spent):
            [
                .exact("disburse"), .exact(spent.participant.text), .exact("\(spent.item.value)"),
                .amount(spent.amount), .voucher(spent.voucher), .amount(spent.voucherTotal), .words(spent.payee),
                .filled(.day, spent.day.iso), .filled(.paid, spent.paid.iso), .words(spent.note),
            ]
        case .refund(let entry, let amount, let voucher, let note, let day):
            [
                .exact("refund"), .exact("\(entry.value)"), .amount(amount), .voucher(voucher), .words(note),
                .filled(.day, day.iso),
            ]
        case .spend(let spent):
            [
                .exact("expense"), .exact(spent.post.text), .amount(spent.amount), .voucher(spent.voucher),
                .amount(spent.voucherTotal), .words(spent.payee), .filled(.day, spent.day.iso),
                .filled(.paid, spent.paid.iso), .words(spent.note),
            ]
        case .receive(let payment, let day): [.exact("receive")] + payment.pieces + [.filled(.day, day.iso)]
        case .repay(let payment, let day): [.exact("repay")] + payment.pieces + [.filled(.day, day.iso)]
        case .reverse(let entry, let reason, let day):
            [.exact("reverse"), .exact("\(entry.value)"), .words(reason), .filled(.day, day.iso)]
        case .closePeriod(let through): [.exact("close"), .exact(through.iso)]
        case .reopenPeriod(let through, let reason): [.exact("reopen"), .exact(through.iso), .words(reason)]
        case .readWords(let citizen, let scope, let purpose):
            [.exact("read"), .exact(citizen.text), .exact("\(scope)"), .words(purpose)]
        case .amend(let amendment, let day):
            [
                .exact("amend"), .terms(amendment.terms), .words(amendment.reason), .reference(amendment.approval),
                .filled(.day, day.iso),
            ]
        case .followUp(let citizen, let result, let note, let day):
            [
                .exact("follow up"), .exact(citizen.text), .exact(result?.text ?? ResultCode.none), .words(note),
                .filled(.day, day.iso),
            ]
        case .measure(let result, let value, let voucher, let day):
            [
                .exact("measure"), .exact(result.text), .exact(value?.text ?? ResultCode.none), .voucher(voucher),
                .filled(.day, day.iso),
            ]
        case .eraseWords(let citizen, let reason, let override):
            [.exact("erase"), .exact(citizen.text), .words(reason), .words(override)]
        case .attach(let document, let entry, let proof):
            [.exact("attach"), .exact("\(entry.value)"), .exact(proof.rawValue), .document(document)]
        case .detach(let entry, let proof, let reason, let erasing):
            [
                .exact("detach"), .attached(entry), .exact(proof.rawValue), .words(reason),
                .exact(erasing ? "erasing" : "keeping"),
            ]
        case .approveVouchers(let selection): [.exact("approve vouchers"), .selection(selection)]
        case .confirm(let confirmation): [.exact("confirm"), .exact(confirmation.statement)]
        case .witness(let testimony):
            [
                .exact("witness"), .exact(testimony.origin.text), .exact("\(testimony.entry.value)"),
                .exact(testimony.hash),
            ]
        case .correct(let entry, let place, let text, let reason):
            [
                .exact("correct"), .exact("\(entry.value)"), .exact(place.field.rawValue),
                .exact(place.item.map { "\($0.value)" } ?? ""), .words(text), .words(reason),
            ]
        // This command takes no key.
        case .restore: [.exact("restore")]
        }
    }
}

extension GrantPayment {
    fileprivate var pieces: [Piece] { [.amount(amount), .voucher(voucher), .words(note)] }
}

extension PlanProposal {
    fileprivate var pieces: [Piece] {
        [.words(goal), .words(wishes), .words(purpose), .filled(.day, agreedOn.iso)]
            + items.flatMap { item -> [Piece] in
                [
                    .exact(item.keeps.map { "\($0.value)" } ?? "new"), .exact(item.area.text), .amount(item.amount),
                    .words(item.text),
                ]
            }
    }
}
