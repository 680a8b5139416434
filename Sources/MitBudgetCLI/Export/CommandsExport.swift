import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Exports the commands that rebuild the same balances in a new ledger, one a line, as `import` reads them.
///
/// Staff are exported without accounts, so the importing account owns them; each line names who acts. Entries that
/// neither move nor promise money (texts read or erased, a copy restored) are left out, and references to entries skip
/// them in counting.
final class CommandsExport: Export {
    private let texts: ExportTexts
    private let sink: (String) -> Void
    private var omitted: [EntryNumber] = []
    private var proofs = 0
    /// The highest item number that each citizen's plans have given so far.
    private var items: [ParticipantReference: Int] = [:]

    init(_ texts: ExportTexts, _ sink: @escaping (String) -> Void) {
        self.texts = texts
        self.sink = sink
    }

    func begin(_ ledger: Ledger) {}

    var loss: Phrase? {
        guard proofs > 0 else { return nil }
        return Phrase(
            da: """
                Dokumenter og bekræftede betalinger følger ikke med (\(Count.entries(proofs))); en kopi med backup har \
                dem.
                """,
            en: """
                Documents and confirmed payments are left out (\(Count.entries(proofs))); a copy made by backup has \
                them.
                """)
    }

    func add(_ recorded: Recorded, of ledger: Ledger) throws(LedgerFailure) {
        guard let line = try line(recorded, ledger) else { return omitted.append(recorded.number) }
        var members: [JSON.Member] = [JSON.Member(key: "command", value: .string(line.command))]
        if case .opened = recorded.entry.event {
        } else {
            members.append(JSON.Member(key: "as", value: .string(recorded.actor.text)))
        }
        members += line.members.filter { $0.value != .null }
        if let once = recorded.entry.once { members.append(JSON.Member(key: "once", value: .string(once.text))) }
        sink(JSON.object(members).compact + "\n")
    }

    private struct Line {
        let command: String
        let members: [JSON.Member]

        init(_ command: String, _ members: KeyValuePairs<String, JSON>) {
            self.command = command
            self.members = members.map { JSON.Member(key: $0.key, value: $0.value) }
        }
    }

    private func line(_ recorded: Recorded, _ ledger: Ledger) throws(LedgerFailure) -> Line? {
        let day = JSON.string(recorded.entry.day.iso)
        switch recorded.entry.event {
        case .opened(let programme, let member):
            return Line(
                "init",
                [
                    "administrator": .string(member.id.text), "name": try text(member.name, ledger),
                    "programme": ProgrammeFile.write(programme),
                ])
        case .staffAdded(let member):
            // The command line requires a name; older entries may lack one.
            return Line(
                "staff add",
                [
                    "id": .string(member.id.text), "role": .string(member.role.rawValue),
                    "name": member.name == nil ? .string(member.id.text) : try text(member.name, ledger),
                ])
        case .staffEnded(let id): return Line("staff end", ["id": .string(id.text)])
        // As with added staff, the new ledger binds them to the importing account.
        case .staffRebound: return nil
        case .enrolled(_, let name, let caseNumber):
            // A placeholder would be the same case number for several citizens, and refused.
            let readable = try caseNumber.flatMap { wording throws(LedgerFailure) in
                try texts.readable(wording, in: ledger)
            }
            return Line(
                "participant enrol",
                ["name": try text(name, ledger), "case": readable.map { .string($0) } ?? .null, "on": day])
        case .withdrawn(let reference, let cause, let reason):
            return Line(
                "participant withdraw",
                [
                    "participant": .string(reference.text), "cause": .string(cause.rawValue),
                    "reason": try text(reason, ledger), "on": day,
                ])
        case .drafted(let reference, let version): return try draft(reference, version, ledger)
        case .approved(let reference, _):
            return Line("plan approve", ["participant": .string(reference.text), "on": day])
        case .rejected(let reference, _, let reason):
            return Line(
                "plan reject", ["participant": .string(reference.text), "reason": try text(reason, ledger)])
        case .money(let money): return try line(money, day, ledger)
        case .periodClosed(let through): return Line("period close", ["through": .string(through.iso)])
        case .periodReopened(let through, let reason):
            return Line(
                "period reopen", ["through": .string(through.iso), "reason": try text(reason, ledger)])
        case .amended(let amendment):
            return Line(
                "terms amend",
                [
                    "file": ProgrammeFile.write(amendment.terms), "reason": try text(amendment.reason, ledger),
                    "approval": amendment.approval.map { .string($0.text) } ?? .null, "on": day,
                ])
        case .resultNoted(let reference, let result, let note):
            return Line(
                "followup",
                [
                    "participant": .string(reference.text), "result": .string(result?.text ?? ResultCode.none),
                    "on": day, "note": try text(note, ledger),
                ])
        case .measured(let result, let value, let voucher):
            return Line(
                "measure",
                [
                    "code": .string(result.text), "value": .string(value?.text ?? ResultCode.none),
                    "voucher": .string(voucher.text), "on": day,
                ])
        case .vouchersApproved(let entries):
            return Line("voucher approve", ["entry": .array(entries.map(json))])
        case .witnessed(let testimony):
            return Line(
                "witness",
                [
                    "origin": .string(testimony.origin.text),
                    "entry:hash": .string(testimony.anchor),
                ])
        case .corrected(let correction): return try line(correction, ledger)
        // No line holds the bytes of a document, or an extract.
        case .attached, .detached, .confirmed:
            proofs += 1
            return nil
        case .wordsRead, .wordsErased, .restored: return nil
        }
    }

    /// A corrected text; `nil` where the first one is left out, too.
    private func line(_ correction: TextCorrection, _ ledger: Ledger) throws(LedgerFailure) -> Line? {
        guard !isOmitted(correction.entry) else { return nil }
        // As with an enrolment: a placeholder would be the same case number for several citizens.
        if correction.place == .caseNumber, try texts.readable(correction.text, in: ledger) == nil { return nil }
        return Line(
            "correct",
            [
                "entry": json(correction.entry), "field": .string(correction.place.field.rawValue),
                "item": correction.place.item.map(json) ?? .null, "text": try text(correction.text, ledger),
                "reason": try text(correction.reason, ledger),
            ])
    }

    private func line(_ money: MoneyEvent, _ day: JSON, _ ledger: Ledger) throws(LedgerFailure) -> Line {
        switch money {
        case .released(let reference, let item, let amount):
            return Line(
                "release",
                ["participant": .string(reference.text), "item": json(item), "amount": json(amount), "on": day])
        case .retracted(let reference, let item, let amount, let reason):
            return Line(
                "retract",
                [
                    "participant": .string(reference.text), "item": json(item), "amount": json(amount),
                    "reason": try text(reason, ledger), "on": day,
                ])
        case .disbursed(let disbursement, _):
            return Line(
                "disburse",
                [
                    "participant": .string(disbursement.participant.text), "item": json(disbursement.item),
                    "amount": json(disbursement.amount), "voucher": .string(disbursement.voucher.text),
                    "voucher-total": disbursement.voucherTotal.map(json) ?? .null,
                    "payee": try text(disbursement.payee, ledger), "on": day,
                    "paid": .string(disbursement.paid.iso), "note": try text(disbursement.note, ledger),
                ])
        case .refunded(let refund):
            return Line(
                "refund",
                [
                    "entry": json(refund.entry), "amount": json(refund.amount),
                    "voucher": .string(refund.voucher.text), "on": day, "note": try text(refund.note, ledger),
                ])
        case .spent(let expense):
            return Line(
                "expense",
                [
                    "post": .string(expense.post.text), "amount": json(expense.amount),
                    "voucher": .string(expense.voucher.text), "voucher-total": expense.voucherTotal.map(json) ?? .null,
                    "payee": try text(expense.payee, ledger), "on": day,
                    "paid": .string(expense.paid.iso), "note": try text(expense.note, ledger),
                ])
        case .received(let payment): return Line("receive", try members(payment, day, ledger))
        case .repaid(let payment): return Line("repay", try members(payment, day, ledger))
        case .reversed(let reversal):
            return Line(
                "reverse",
                ["entry": json(reversal.entry), "reason": try text(reversal.reason, ledger), "on": day])
        }
    }

    private func members(
        _ payment: GrantPayment, _ day: JSON, _ ledger: Ledger
    ) throws(LedgerFailure) -> KeyValuePairs<String, JSON> {
        [
            "amount": json(payment.amount), "voucher": .string(payment.voucher.text), "on": day,
            "note": try text(payment.note, ledger),
        ]
    }

    private func draft(
        _ reference: ParticipantReference, _ version: PlanVersion, _ ledger: Ledger
    ) throws(LedgerFailure) -> Line {
        let given = items[reference] ?? 0
        var elements: [JSON] = []
        for item in version.items {
            var members: [JSON.Member] = []
            // Numbers are given in order, so an item with a number given before was kept.
            if item.number.value <= given { members.append(JSON.Member(key: "item", value: json(item.number))) }
            members.append(JSON.Member(key: "area", value: .string(item.area.text)))
            members.append(JSON.Member(key: "amount", value: json(item.amount)))
            members.append(JSON.Member(key: "text", value: try text(item.text, ledger)))
            elements.append(.object(members))
        }
        items[reference] = max(given, version.items.map(\.number.value).max() ?? 0)
        return Line(
            "plan draft",
            [
                "participant": .string(reference.text), "goal": try text(version.goal, ledger),
                "wishes": try text(version.wishes, ledger), "purpose": try text(version.purpose, ledger),
                "item": .array(elements), "agreed": .string(version.agreedOn.iso),
            ])
    }

    private func text(_ wording: Wording?, _ ledger: Ledger) throws(LedgerFailure) -> JSON {
        guard let wording else { return .null }
        return .string(try texts.text(of: wording, in: ledger))
    }

    private func json(_ item: ItemNumber) -> JSON { .integer(Int64(item.value)) }
    private func json(_ amount: Amount) -> JSON { .string(amount.decimal) }

    /// An entry's number in the new ledger.
    private func json(_ entry: EntryNumber) -> JSON { .integer(entry.value - Int64(omissions(before: entry))) }

    private func isOmitted(_ entry: EntryNumber) -> Bool {
        let place = omissions(before: entry)
        return place < omitted.count && omitted[place] == entry
    }

    private func omissions(before entry: EntryNumber) -> Int {
        var (low, high) = (0, omitted.count)
        while low < high {
            let middle = (low + high) / 2
            if omitted[middle] < entry { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
