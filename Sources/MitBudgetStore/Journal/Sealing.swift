import MitBudget

/// Puts texts into the table `words` and gives out their seals.
struct Sealer {
    /// 32 random hex digits.
    let salt: () -> String
    /// Keeps a text and tells its row.
    let keep: (SaltedText) throws(LedgerFailure) -> Int64

    func seal(_ wording: Wording, about subject: String) throws(LedgerFailure) -> Wording {
        switch wording {
        case .seal: return wording
        case .text(let text):
            let salt = salt()
            let words = try keep(SaltedText(subject: subject, salt: salt, text: text.string))
            return .seal(Seal(hash: Self.hash(salt: salt, text: text.string), words: words))
        }
    }

    /// SHA-256 of salt, newline and text.
    static func hash(salt: String, text: String) -> String {
        var hash = SHA256()
        hash.update(salt)
        hash.update("\n")
        hash.update(text)
        return hash.digest().hex
    }
}

extension Event {
    /// The same event with every text sealed. The order of the texts is that in which they get their rows.
    func sealed(by sealer: Sealer) throws(LedgerFailure) -> Event {
        func seal(_ wording: Wording) throws(LedgerFailure) -> Wording { try sealer.seal(wording, about: subject) }
        func seal(_ wording: Wording?) throws(LedgerFailure) -> Wording? {
            guard let wording else { return nil }
            return try sealer.seal(wording, about: subject)
        }
        switch self {
        case .opened(let programme, let member):
            return .opened(programme, administrator: member.named(try seal(member.name)))
        case .staffAdded(let member): return .staffAdded(member.named(try seal(member.name)))
        case .enrolled(let reference, let name, let caseNumber):
            return .enrolled(reference, name: try seal(name), caseNumber: try seal(caseNumber))
        case .withdrawn(let reference, let cause, let reason):
            return .withdrawn(reference, cause: cause, reason: try seal(reason))
        case .drafted(let reference, let version):
            var items: [PlanItem] = []
            let (goal, wishes, purpose) = (
                try seal(version.goal), try seal(version.wishes), try seal(version.purpose)
            )
            for item in version.items {
                items.append(
                    PlanItem(number: item.number, area: item.area, amount: item.amount, text: try seal(item.text)))
            }
            return .drafted(
                reference,
                PlanVersion(
                    number: version.number, agreedOn: version.agreedOn, goal: goal, wishes: wishes, purpose: purpose,
                    items: items))
        case .rejected(let reference, let version, let reason):
            return .rejected(reference, version: version, reason: try seal(reason))
        case .retracted(let reference, let item, let amount, let reason):
            return .retracted(reference, item: item, amount: amount, reason: try seal(reason))
        case .disbursed(let disbursement, let area):
            return .disbursed(
                disbursement.worded(payee: try seal(disbursement.payee), note: try seal(disbursement.note)), area: area)
        case .refunded(let refund): return .refunded(refund.worded(note: try seal(refund.note)))
        case .spent(let expense):
            return .spent(expense.worded(payee: try seal(expense.payee), note: try seal(expense.note)))
        case .received(let payment): return .received(payment.worded(note: try seal(payment.note)))
        case .repaid(let payment): return .repaid(payment.worded(note: try seal(payment.note)))
        case .reversed(let reversal): return .reversed(reversal.worded(reason: try seal(reversal.reason)))
        case .periodReopened(let through, let reason):
            return .periodReopened(through: through, reason: try seal(reason))
        case .wordsRead(let reference, let scope, let purpose):
            return .wordsRead(reference, scope: scope, purpose: try seal(purpose))
        case .wordsErased(let reference, let reason, let override):
            return .wordsErased(reference, reason: try seal(reason), override: try seal(override))
        case .staffEnded, .staffRebound, .approved, .released, .periodClosed, .restored:
            return self
        }
    }

    /// Whom or what the event's texts are about: a citizen, a staff member, a post or the programme. Why a citizen's
    /// texts were erased stays when they go, so it is filed under the programme.
    var subject: String {
        if case .wordsErased = self { return "programme" }
        if let participant { return participant.text }
        switch self {
        case .opened(_, let member), .staffAdded(let member): return member.id.text
        case .spent(let expense): return expense.post.text
        case .refunded(let refund): return refund.post.text
        case .reversed(let reversal): return reversal.post?.text ?? "programme"
        case .staffEnded, .staffRebound, .enrolled, .withdrawn, .drafted, .approved, .rejected, .released, .retracted,
            .disbursed, .received, .repaid, .periodClosed, .periodReopened, .wordsRead, .wordsErased, .restored:
            return "programme"
        }
    }
}

extension StaffMember {
    fileprivate func named(_ name: Wording?) -> StaffMember {
        StaffMember(id: id, role: role, account: account, name: name, isActive: isActive)
    }
}

extension Disbursement {
    fileprivate func worded(payee: Wording, note: Wording?) -> Disbursement {
        Disbursement(
            participant: participant, item: item, amount: amount, voucher: voucher, payee: payee, day: day, paid: paid,
            note: note)
    }
}

extension Expense {
    fileprivate func worded(payee: Wording, note: Wording?) -> Expense {
        Expense(post: post, amount: amount, voucher: voucher, payee: payee, day: day, paid: paid, note: note)
    }
}

extension GrantPayment {
    fileprivate func worded(note: Wording?) -> GrantPayment {
        GrantPayment(amount: amount, voucher: voucher, note: note)
    }
}

extension Event.Refund {
    fileprivate func worded(note: Wording?) -> Event.Refund {
        Event.Refund(origin: origin, amount: amount, voucher: voucher, note: note)
    }
}

extension Event.Reversal {
    fileprivate func worded(reason: Wording) -> Event.Reversal {
        Event.Reversal(
            entry: entry, of: of, participant: participant, item: item, post: post, amount: amount, reason: reason)
    }
}
