public import JSON
public import MitBudget

extension Entry {
    /// The entry's figures as JSON members: `participant` first if it has one, then `day`, then the members of its
    /// kind. Amounts are in øre. No member holds a text.
    public var members: [JSON.Member] {
        var members: [JSON.Member] = []
        if let participant = event.participant {
            members.append(.init(key: "participant", value: .string(participant.text)))
        }
        members.append(.init(key: "day", value: .string(day.iso)))
        return members + details
    }

    /// The members of the entry's kind.
    var details: [JSON.Member] {
        switch event {
        case .opened(let programme, let administrator):
            [.string("programme", programme.id.text), .string("administrator", administrator.id.text)]
        case .staffAdded(let member):
            [
                .string("staff", member.id.text), .string("role", member.role.rawValue),
                .string("account", member.account.text),
            ]
        case .staffEnded(let id): [.string("staff", id.text)]
        case .staffRebound(let id, let account): [.string("staff", id.text), .string("account", account.text)]
        case .enrolled: []
        case .withdrawn(_, let cause, _): [.string("cause", cause.rawValue)]
        case .drafted(_, let version):
            [
                .integer("version", version.number), .amount("amountOre", version.total),
                .init(key: "items", value: .array(version.items.map { .integer(Int64($0.number.value)) })),
            ]
        case .approved(_, let version), .rejected(_, let version, _): [.integer("version", version)]
        case .money(.released(_, let item, let amount)), .money(.retracted(_, let item, let amount, _)):
            [.integer("item", item.value), .amount("amountOre", amount)]
        case .money(.disbursed(let disbursement, let area)):
            [
                .integer("item", disbursement.item.value), .string("area", area.text),
                .amount("amountOre", disbursement.amount), .string("voucher", disbursement.voucher.text),
                .total(disbursement.voucherTotal), .string("paid", disbursement.paid.iso),
            ]
        case .money(.refunded(let refund)):
            origin(of: refund) + [.amount("amountOre", refund.amount), .string("voucher", refund.voucher.text)]
        case .money(.spent(let expense)):
            [
                .string("post", expense.post.text), .amount("amountOre", expense.amount),
                .string("voucher", expense.voucher.text), .total(expense.voucherTotal),
                .string("paid", expense.paid.iso),
            ]
        case .money(.received(let payment)), .money(.repaid(let payment)):
            [.amount("amountOre", payment.amount), .string("voucher", payment.voucher.text)]
        case .money(.reversed(let reversal)):
            [
                .init(key: "reverses", value: .integer(reversal.entry.value)),
                .string("reversedKind", reversal.of.rawValue), .amount("amountOre", reversal.amount),
            ]
        case .periodClosed(let through), .periodReopened(let through, _): [.string("through", through.iso)]
        case .amended(let amendment):
            [
                .string("programme", amendment.terms.id.text),
                .init(key: "approval", value: amendment.approval.map { .string($0.text) } ?? .null),
            ]
        case .resultNoted(_, let result, _):
            [.init(key: "result", value: result.map { .string($0.text) } ?? .null)]
        case .measured(let result, let value, let voucher):
            [
                .string("target", result.text), .init(key: "value", value: value.map { .string($0.text) } ?? .null),
                .string("voucher", voucher.text),
            ]
        case .attached(let attachment):
            [.entry(attachment.entry), .string("proof", attachment.proof.rawValue)]
                + attachment.document.members
        case .detached(let detachment):
            [
                .entry(detachment.entry), .string("proof", detachment.proof.rawValue),
                .init(key: "attachment", value: .integer(detachment.attachment.value)),
                .init(key: "erased", value: .bool(detachment.erases)),
            ]
        case .vouchersApproved(let entries):
            [.init(key: "entries", value: .array(entries.map { .integer($0.value) }))]
        case .confirmed(let confirmation):
            [
                .init(key: "entries", value: .array(confirmation.entries.map { .integer($0.value) })),
                .init(key: "lines", value: .array(confirmation.payments.map { .integer(Int64($0.line)) })),
                .string("statement", confirmation.statement),
            ]
        case .witnessed(let testimony):
            [
                .string("origin", testimony.origin.text),
                .string("witnessed", testimony.anchor),
            ]
        case .corrected(let correction):
            [
                .entry(correction.entry), .string("field", correction.place.field.rawValue),
                .init(key: "item", value: correction.place.item.map { .integer(Int64($0.value)) } ?? .null),
            ]
        case .wordsRead(_, let scope, _):
            switch scope {
            case .identity: [.string("scope", "identity")]
            case .plan(let version): [.string("scope", "plan"), .integer("version", version)]
            case .document(let entry):
                [.string("scope", "document"), .init(key: "of", value: .integer(entry.value))]
            case .entries(let entries):
                [
                    .string("scope", "entries"), .init(key: "first", value: .integer(entries.lowerBound.value)),
                    .init(key: "last", value: .integer(entries.upperBound.value)),
                ]
            case .disclosure: [.string("scope", "disclosure")]
            }
        case .wordsErased(_, _, let override): [.init(key: "overridden", value: .bool(override != nil))]
        case .restored(let restoration):
            switch restoration {
            case .replacing(let head, let hash, let lost):
                [
                    .integer("lost", lost), .string("replaced", "\(head.value):\(hash)"),
                    .init(key: "root", value: false),
                ]
            case .ofLostLedger(let byRoot):
                [
                    .integer("lost", 0), .init(key: "replaced", value: .null),
                    .init(key: "root", value: .bool(byRoot)),
                ]
            }
        }
    }
}

private func origin(of refund: MoneyEvent.Refund) -> [JSON.Member] {
    switch refund.origin {
    case .disbursement(let entry, let item):
        [.init(key: "disbursement", value: .integer(entry.value)), .integer("item", item.number.value)]
    case .expense(let entry, let post):
        [.init(key: "expense", value: .integer(entry.value)), .string("post", post.text)]
    }
}

extension Document {
    /// The kind and size of a document, and the seal of one that is sealed.
    fileprivate var members: [JSON.Member] {
        switch self {
        case .file(let file):
            [
                .init(key: "type", value: file.type.map { .string($0.rawValue) } ?? .null),
                .integer("bytes", file.bytes.count), .init(key: "seal", value: .null),
            ]
        case .sealed(let seal):
            [.string("type", seal.type.rawValue), .integer("bytes", seal.size), .string("seal", seal.hash)]
        }
    }
}

extension JSON.Member {
    /// The entry that the event is about.
    fileprivate static func entry(_ number: EntryNumber) -> JSON.Member {
        JSON.Member(key: "of", value: .integer(number.value))
    }

    fileprivate static func string(_ key: String, _ text: String) -> JSON.Member {
        JSON.Member(key: key, value: .string(text))
    }

    fileprivate static func integer(_ key: String, _ number: Int) -> JSON.Member {
        JSON.Member(key: key, value: .integer(Int64(number)))
    }

    /// The total of a voucher with several lines; null for any other.
    fileprivate static func total(_ total: Amount?) -> JSON.Member {
        JSON.Member(key: "voucherTotalOre", value: total.map { .integer($0.ore) } ?? .null)
    }

    fileprivate static func amount(_ key: String, _ amount: Amount) -> JSON.Member {
        JSON.Member(key: key, value: .integer(amount.ore))
    }
}
