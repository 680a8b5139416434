public import JSON
public import MitBudget

extension EntryFacts {
    /// The entry as JSON. `words` is left out where the texts are not shown; an entry without texts has `{}`.
    public var json: JSON {
        let money = entry.event.money
        var members: [JSON.Member] = [
            .init("entry", number), .init("kind", entry.event.kind.rawValue), .init("day", entry.day.iso),
            .init("recordedAt", recordedAt.iso), .init("staff", staff.text),
            .init("participant", entry.event.participant?.text),
            .init(key: "item", value: money?.item.map { .integer(Int64($0.value)) } ?? .null),
            .init("area", links.area?.text), .init("post", money?.post?.text), .init("amountOre", entry.event.amount),
            .init("voucher", links.voucher?.text),
            .init("voucherTotalOre", money?.voucherTotal),
            .init("refersTo", links.refersTo), .init("reversedBy", links.reversedBy),
            .init("refundedOre", links.refunded),
            .init(key: "plan", value: links.plan?.linkJSON ?? .null),
            .init(key: "releases", value: .array(links.releases.map(\.json))),
            .init(key: "evidence", value: .array(links.evidence.map(\.json))),
            .init("approvedBy", links.approvedBy?.text),
            .init(key: "corrections", value: .array(links.corrections.map(\.json))),
        ]
        if let texts { members.append(.init(key: "words", value: texts.json(of: entry.event.kind))) }
        members += [
            .init("once", entry.once?.text), .init("anchor", anchor),
            .init(key: "refunds", value: .array(links.refunds.map(\.json))),
            .init(
                key: "confirmed",
                value: links.confirmation.map { ["entry": .integer($0.entry.value), "line": .integer(Int64($0.line))] }
                    ?? .null),
            .init(key: "voucherLines", value: .array(links.sharers.map(\.json))),
            .init(key: "spentIn", value: .array(links.spending.map(\.json))),
            .init(key: "details", value: .object(entry.details)),
        ]
        return .object(members)
    }
}

extension Event {
    /// The amount that moved, or that a plan asks for; `nil` where there is none.
    fileprivate var amount: Amount? {
        if case .drafted(_, let version) = self { version.total } else { money?.amount }
    }
}

extension PlanRecord {
    /// The version with the entry that approved it; `null` where none did.
    fileprivate var linkJSON: JSON {
        .object([
            .init(key: "version", value: .integer(Int64(version))), .init("entry", approval?.entry),
            .init("approvedBy", approval?.by.text), .init("approvedOn", approval?.day.iso),
        ])
    }
}

extension EntryFacts.Evidence {
    fileprivate var json: JSON {
        .object([
            .init("entry", entry), .init("proof", proof.rawValue), .init("type", seal.type.rawValue),
            .init(key: "bytes", value: .integer(Int64(seal.size))), .init("seal", seal.hash),
        ])
    }
}

extension EntryFacts.Release {
    fileprivate var json: JSON {
        .object([
            .init("entry", entry), .init("day", day.iso), .init("staff", staff.text), .init("amountOre", amount),
            .init("drawnOre", drawn),
        ])
    }
}

extension EntryFacts.Line {
    fileprivate var json: JSON {
        .object([
            .init("entry", entry), .init("kind", kind.rawValue), .init("day", day.iso), .init("amountOre", amount),
            .init("reversedBy", reversedBy),
        ])
    }
}

extension JSON.Member {
    init(_ key: String, _ text: String?) {
        self.init(key: key, value: text.map { .string($0) } ?? .null)
    }

    init(_ key: String, _ entry: EntryNumber?) {
        self.init(key: key, value: entry.map { .integer($0.value) } ?? .null)
    }

    init(_ key: String, _ amount: Amount?) {
        self.init(key: key, value: amount.map { .integer($0.ore) } ?? .null)
    }
}
