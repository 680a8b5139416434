public import MitBudget
import SQLite

/// What was recorded before.
extension Ledger {
    /// The standing entry that a command's voucher belongs to, where it recorded the very same: citizen or post,
    /// amount, days and texts. An erased text is like any other. Commands without a voucher have none.
    /// - Throws: ``LedgerFailure``.
    public func entry(like command: Command) throws(LedgerFailure) -> EntryNumber? {
        guard let asked = VouchedContent(command) else { return nil }
        let view = StoreView(connection: connection, programme: programme)
        let holder = view.holder(of: asked.voucher)
        try view.check()
        guard let holder else { return nil }
        let entry = try recorded(holder).entry
        guard let made = entry.event.command(on: entry.day, in: view).flatMap(VouchedContent.init),
            asked.wordless == made.wordless
        else { return nil }
        for (asked, made) in zip(asked.words, made.words) {
            guard try isLike(asked, made) else { return nil }
        }
        return holder
    }

    private func recorded(_ number: EntryNumber) throws(LedgerFailure) -> Recorded {
        let read = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", number.value
            ) { row throws(SQLiteFailure) in try Self.entry(row, number.value) }
        }
        guard let read, let recorded = read else { throw .damaged(.entry(number.value)) }
        return recorded
    }

    private func isLike(_ asked: Wording?, _ made: Wording?) throws(LedgerFailure) -> Bool {
        guard case .seal(let seal)? = made, let asked = asked?.plain else { return asked == nil && made == nil }
        guard let text = try text(of: seal) else { return true }
        return text.utf8.elementsEqual(asked.string.utf8)
    }
}

/// A command with a voucher, its texts apart from all else.
private struct VouchedContent {
    let voucher: VoucherReference
    /// The command with nothing in the place of its texts.
    let wordless: Command
    let words: [Wording?]

    init?(_ command: Command) {
        let none = Wording.seal(Seal(hash: "", words: 0))
        switch command {
        case .disburse(let made):
            voucher = made.voucher
            words = [made.payee, made.note]
            wordless = .disburse(
                Disbursement(
                    participant: made.participant, item: made.item, amount: made.amount, voucher: made.voucher,
                    payee: none, day: made.day, paid: made.paid, note: nil))
        case .spend(let made):
            voucher = made.voucher
            words = [made.payee, made.note]
            wordless = .spend(
                Expense(
                    post: made.post, amount: made.amount, voucher: made.voucher, payee: none, day: made.day,
                    paid: made.paid, note: nil))
        case .refund(let entry, let amount, let reference, let note, let day):
            voucher = reference
            words = [note]
            wordless = .refund(entry, amount: amount, voucher: reference, note: nil, on: day)
        case .receive(let payment, let day):
            voucher = payment.voucher
            words = [payment.note]
            wordless = .receive(payment.wordless, on: day)
        case .repay(let payment, let day):
            voucher = payment.voucher
            words = [payment.note]
            wordless = .repay(payment.wordless, on: day)
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .release, .retract,
            .reverse, .closePeriod, .reopenPeriod, .readWords, .eraseWords, .restore:
            return nil
        }
    }
}

extension GrantPayment {
    fileprivate var wordless: GrantPayment { GrantPayment(amount: amount, voucher: voucher, note: nil) }
}
