import JSON
import MitBudget

/// A journal body: the numbers, days, codes and references of an event as one line of JSON. Texts stand in it as seals.
enum Body {
    /// The entry's event and key as an object; what is absent has no key.
    static func encode(_ entry: Entry) -> JSON {
        guard case .object(var members) = encodeFully(entry.event) else { return [:] }
        members.removeAll { $0.value == .null }
        if let once = entry.once { members.append(JSON.Member(key: "once", value: .string(once.text))) }
        return .object(members)
    }

    private static func encodeFully(_ event: Event) -> JSON {
        switch event {
        case .opened(let programme, let member):
            [
                "administrator": .string(member.id.text), "account": .string(member.account.text),
                "name": json(member.name), "terms": ProgrammeFile.write(programme),
            ]
        case .staffAdded(let member):
            [
                "staff": .string(member.id.text), "role": .string(member.role.rawValue),
                "account": .string(member.account.text), "name": json(member.name),
            ]
        case .staffEnded(let id): ["staff": .string(id.text)]
        case .staffRebound(let id, let account): ["staff": .string(id.text), "account": .string(account.text)]
        case .enrolled(let reference, let name, let caseNumber):
            ["participant": json(reference), "name": json(name), "case": json(caseNumber)]
        case .withdrawn(let reference, let cause, let reason):
            ["participant": json(reference), "cause": .string(cause.rawValue), "reason": json(reason)]
        case .drafted(let reference, let version): encode(version, of: reference)
        case .approved(let reference, let version): ["participant": json(reference), "version": json(version)]
        case .rejected(let reference, let version, let reason):
            ["participant": json(reference), "version": json(version), "reason": json(reason)]
        case .money(let money): encode(money)
        case .periodClosed(let through): ["through": json(through)]
        case .periodReopened(let through, let reason): ["through": json(through), "reason": json(reason)]
        case .wordsRead(let reference, let scope, let purpose):
            switch scope {
            case .identity: ["participant": json(reference), "purpose": json(purpose), "scope": "identity"]
            case .plan(let version):
                [
                    "participant": json(reference), "purpose": json(purpose), "scope": "plan",
                    "version": json(version),
                ]
            case .disclosure: ["participant": json(reference), "purpose": json(purpose), "scope": "disclosure"]
            }
        case .wordsErased(let reference, let reason, let override):
            ["participant": json(reference), "reason": json(reason), "override": json(override)]
        case .restored(.replacing(let head, let hash, let lost)):
            ["lost": .integer(Int64(lost)), "replaced": .string("\(head.value):\(hash)")]
        case .restored(.ofLostLedger(let byRoot)): ["lost": 0, "root": byRoot ? true : .null]
        }
    }

    private static func encode(_ money: MoneyEvent) -> JSON {
        switch money {
        case .released(let reference, let item, let amount):
            ["participant": json(reference), "item": json(item), "amountOre": json(amount)]
        case .retracted(let reference, let item, let amount, let reason):
            [
                "participant": json(reference), "item": json(item), "amountOre": json(amount), "reason": json(reason),
            ]
        case .disbursed(let disbursement, let area):
            [
                "participant": json(disbursement.participant), "item": json(disbursement.item),
                "area": .string(area.text), "amountOre": json(disbursement.amount),
                "voucher": .string(disbursement.voucher.text), "payee": json(disbursement.payee),
                "paid": json(disbursement.paid), "note": json(disbursement.note),
            ]
        case .refunded(let refund):
            switch refund.origin {
            case .disbursement(let entry, let item):
                [
                    "disbursement": json(entry), "participant": json(item.participant), "item": json(item.number),
                    "amountOre": json(refund.amount), "voucher": .string(refund.voucher.text),
                    "note": json(refund.note),
                ]
            case .expense(let entry, let post):
                [
                    "expense": json(entry), "post": .string(post.text), "amountOre": json(refund.amount),
                    "voucher": .string(refund.voucher.text), "note": json(refund.note),
                ]
            }
        case .spent(let expense):
            [
                "post": .string(expense.post.text), "amountOre": json(expense.amount),
                "voucher": .string(expense.voucher.text), "payee": json(expense.payee), "paid": json(expense.paid),
                "note": json(expense.note),
            ]
        case .received(let payment), .repaid(let payment):
            [
                "amountOre": json(payment.amount), "voucher": .string(payment.voucher.text),
                "note": json(payment.note),
            ]
        case .reversed(let reversal):
            [
                "entry": json(reversal.entry), "of": .string(reversal.of.rawValue),
                "participant": reversal.participant.map(json) ?? .null, "item": reversal.item.map(json) ?? .null,
                "post": reversal.post.map { .string($0.text) } ?? .null, "amountOre": json(reversal.amount),
                "reason": json(reversal.reason),
            ]
        }
    }

    private static func encode(_ version: PlanVersion, of reference: ParticipantReference) -> JSON {
        let items = version.items.map { item -> JSON in
            [
                "item": json(item.number), "area": .string(item.area.text), "amountOre": json(item.amount),
                "text": json(item.text),
            ]
        }
        return [
            "participant": json(reference), "version": json(version.number), "goal": json(version.goal),
            "wishes": json(version.wishes), "purpose": json(version.purpose), "items": .array(items),
        ]
    }

    private static func json(_ reference: ParticipantReference) -> JSON { .string(reference.text) }
    private static func json(_ item: ItemNumber) -> JSON { .integer(Int64(item.value)) }
    private static func json(_ entry: EntryNumber) -> JSON { .integer(entry.value) }
    private static func json(_ amount: Amount) -> JSON { .integer(amount.ore) }
    private static func json(_ version: Int) -> JSON { .integer(Int64(version)) }
    private static func json(_ day: Day) -> JSON { .string(day.iso) }

    private static func json(_ wording: Wording?) -> JSON {
        switch wording {
        case .seal(let seal): ["seal": .string(seal.hash), "words": .integer(seal.words)]
        // Only the sealed form reaches a body; a text that did would stand in the journal for ever.
        case .text, nil: .null
        }
    }
}
