import JSON
import MitBudget

/// The period report as JSON, on one line: øre as integers, refunds and reversals negative.
struct PeriodJSON {
    let facts: PeriodFacts
    let anchor: String
    let terms: ReportTerms

    func write<Failure: Error>(
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let before: [(String, JSON)] = [
            ("report", header), ("income", income), ("posts", .array(facts.posts.map(\.json))),
            ("participants", .array(facts.participants.map { $0.json(cap: facts.programme.cap) })),
            ("areas", .array(facts.areas.map(\.json))), ("months", .array(facts.months.map(\.json))),
        ]
        let after: [(String, JSON)] = [
            ("releases", .array(facts.releases.map(\.json))), ("decisions", .array(facts.decisions.map(\.json))),
            ("corrections", .array(facts.corrections.map(\.json))), ("findings", .array(facts.findings.map(\.json))),
            ("unspent", unspent),
        ]
        sink("{" + before.map { "\"\($0)\":\($1.compact)" }.joined(separator: ","))
        if !terms.isSummary {
            sink(",\"vouchers\":[")
            var isFirst = true
            try vouchers { line in
                sink((isFirst ? "" : ",") + line.json.compact)
                isFirst = false
            }
            sink("]")
        }
        sink(after.map { ",\"\($0)\":\($1.compact)" }.joined() + "}\n")
    }

    /// A whole report does not say that it is no summary: what was printed before there were any stays the same.
    private var header: JSON {
        let members: [(String, JSON)] = [
            ("programme", .string(facts.programme.id.text)), ("from", .string(facts.scope.from.iso)),
            ("to", .string(facts.scope.through.iso)), ("at", .integer(facts.scope.at.value)),
            ("anchor", .string(anchor)),
            ("closedThrough", facts.closedThrough.map { .string($0.iso) } ?? .null),
        ]
        let summary: [(String, JSON)] = terms.isSummary ? [("summary", true)] : []
        return .object((members + summary).map { JSON.Member(key: $0, value: $1) })
    }

    private var income: JSON {
        [
            "openingOre": .integer(facts.incomeBefore.ore), "periodOre": .integer(facts.incomeInPeriod.ore),
            "closingOre": .integer(facts.received.ore),
            "instalments": .array(
                facts.instalments.map { instalment in
                    [
                        "entry": .integer(instalment.entry.value), "day": .string(instalment.day.iso),
                        "voucher": .string(instalment.voucher.text), "amountOre": .integer(instalment.amount.ore),
                    ]
                }),
        ]
    }

    private var unspent: JSON {
        [
            "grantOre": .integer(facts.programme.grant.ore), "receivedOre": .integer(facts.received.ore),
            "spentOre": .integer(facts.spending.closing.ore), "toReturnOre": .integer(facts.toReturn.ore),
            "toReceiveOre": .integer(facts.toReceive.ore),
        ]
    }
}

extension PeriodFacts.Post {
    fileprivate var json: JSON {
        [
            "post": .string(name.text), "budgetOre": .integer(budget.ore),
            "openingOre": .integer(spending.opening.ore), "periodOre": .integer(spending.period.ore),
            "closingOre": .integer(spending.closing.ore), "remainingOre": .integer(remaining.ore),
        ]
    }
}

extension PeriodFacts.Participant {
    fileprivate func json(cap: Amount?) -> JSON {
        [
            "participant": .string(standing.reference.text),
            "state": .string(standing.isWithdrawn ? "withdrawn" : "active"),
            "planVersion": plan.map { .integer(Int64($0.version)) } ?? .null,
            "approvedBy": plan.map { .string($0.approver.text) } ?? .null,
            "approvedOn": plan.map { .string($0.day.iso) } ?? .null,
            "capOre": cap.map { .integer($0.ore) } ?? .null,
            "approvedOre": .integer(standing.balance.approved.ore),
            "releasedOre": .integer(standing.balance.released.ore), "openingOre": .integer(spending.opening.ore),
            "periodOre": .integer(spending.period.ore), "closingOre": .integer(spending.closing.ore),
            "remainingOre": cap.map { .integer(($0 - spending.closing).ore) } ?? .null,
        ]
    }
}

extension PeriodFacts.AreaSpending {
    fileprivate var json: JSON {
        [
            "area": .string(area.text), "periodOre": .integer(spending.period.ore),
            "closingOre": .integer(spending.closing.ore),
        ]
    }
}

extension PeriodFacts.Month {
    fileprivate var json: JSON {
        ["month": .string(code), "amountOre": .integer(amount.ore)]
    }
}

extension VoucherLine {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "kind": .string(kind.rawValue), "day": .string(day.iso),
            "recordedAt": .string(recordedAt.iso), "paid": paid.map { .string($0.iso) } ?? .null,
            "voucher": .string(voucher.text), "participant": participant.map { .string($0.text) } ?? .null,
            "item": item.map { .integer(Int64($0.value)) } ?? .null, "area": area.map { .string($0.text) } ?? .null,
            "post": .string(post.text), "amountOre": .integer(amount.ore), "staff": .string(staff.text),
        ]
    }
}

extension PeriodFacts.Release {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "kind": .string(kind.rawValue), "day": .string(day.iso),
            "recordedAt": .string(recordedAt.iso), "participant": .string(participant.text),
            "item": .integer(Int64(item.value)), "amountOre": .integer(amount.ore), "staff": .string(staff.text),
        ]
    }
}

extension PeriodFacts.DecisionMade {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "kind": .string(kind.rawValue), "day": .string(day.iso),
            "recordedAt": .string(recordedAt.iso), "participant": participant.map { .string($0.text) } ?? .null,
            "version": version.map { .integer(Int64($0)) } ?? .null,
            "through": through.map { .string($0.iso) } ?? .null, "staff": .string(staff.text),
        ]
    }
}

extension PeriodFacts.Correction {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "day": .string(day.iso), "recordedAt": .string(recordedAt.iso),
            "reverses": .integer(reverses.value), "reversedKind": .string(kind.rawValue),
            "participant": participant.map { .string($0.text) } ?? .null, "amountOre": .integer(amount.ore),
            "staff": .string(staff.text),
        ]
    }
}

extension Remark {
    fileprivate var json: JSON {
        [
            "finding": .string(kind.rawValue), "count": .integer(Int64(entries.count)),
            "entries": .array(entries.map { .integer($0.value) }),
        ]
    }
}
