import JSON
import MitBudget

/// The period report as JSON, on one line: øre as integers, refunds and reversals negative.
struct PeriodJSON {
    let facts: PeriodFacts
    let anchor: String
    let terms: ReportTerms

    func write<Failure: Error>(
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to pieces: Pieces
    ) throws(Failure) {
        pieces.write("{\"report\":\(header.compact),\"income\":\(income.compact)")
        list("posts", facts.posts, to: pieces) { $0.members($1) }
        list("participants", facts.participants, to: pieces) { $0.members($1, cap: facts.programme.cap) }
        list("areas", facts.areas, to: pieces) { $0.members($1) }
        list("months", facts.months, to: pieces) { $0.members($1) }
        if !terms.isSummary {
            try list("vouchers", vouchers, to: pieces) { $0.members($1) }
        }
        list("releases", facts.releases, to: pieces) { $0.members($1) }
        list("decisions", facts.decisions, to: pieces) { $0.members($1) }
        list("corrections", facts.corrections, to: pieces) { $0.members($1) }
        list("findings", facts.findings, to: pieces) { $0.members($1) }
        pieces.write(",\"unspent\":\(unspent.compact)}\n")
    }

    private func list<Element>(
        _ key: String, _ elements: [Element], to pieces: Pieces, _ members: @escaping (inout [UInt8], Element) -> Void
    ) {
        list(key, { body in elements.forEach(body) }, to: pieces, members)
    }

    /// Writes a member that holds a list of objects, one after the other.
    private func list<Element, Failure: Error>(
        _ key: String, _ elements: ((Element) -> Void) throws(Failure) -> Void, to pieces: Pieces,
        _ members: @escaping (inout [UInt8], Element) -> Void
    ) throws(Failure) {
        pieces.write(",\"\(key)\":[")
        var isFirst = true
        try elements { element in
            pieces.write { bytes in
                if !isFirst { bytes.append(UInt8(ascii: ",")) }
                bytes.object { members(&$0, element) }
            }
            isFirst = false
        }
        pieces.write("]")
    }

    /// A whole report does not say that it is no summary.
    private var header: JSON {
        let members: [(String, JSON)] = [
            ("layout", .integer(Int64(ReportTerms.layout))), ("programme", .string(facts.programme.id.text)),
            ("from", .string(facts.scope.from.iso)),
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
            "closingOre": .integer(facts.received.ore), "instalments": transfers(facts.instalments),
            "repaidOpeningOre": .integer(facts.repaidBefore.ore),
            "repaidPeriodOre": .integer(facts.repaidInPeriod.ore), "repaidClosingOre": .integer(facts.repaid.ore),
            "repayments": transfers(facts.repayments),
        ]
    }

    private func transfers(_ transfers: [PeriodFacts.Transfer]) -> JSON {
        .array(
            transfers.map { transfer in
                [
                    "entry": .integer(transfer.entry.value), "day": .string(transfer.day.iso),
                    "voucher": .string(transfer.voucher.text), "amountOre": .integer(transfer.amount.ore),
                ]
            })
    }

    private var unspent: JSON {
        let unspent = facts.unspent
        let members: [(String, Amount)] = [
            ("grantOre", unspent.grant), ("receivedOre", unspent.received), ("spentOre", unspent.spent),
            ("repaidOre", unspent.repaid), ("notSpentOre", unspent.notSpent), ("toReturnOre", unspent.toReturn),
            ("toReceiveOre", unspent.toReceive),
        ]
        return .object(members.map { JSON.Member(key: $0, value: .integer($1.ore)) })
    }
}

/// The members of each kind of line.
extension [UInt8] {
    fileprivate mutating func members(_ post: PeriodFacts.Post) {
        member("post", post.name.text)
        member("budgetOre", post.budget)
        member("openingOre", post.spending.opening)
        member("periodOre", post.spending.period)
        member("closingOre", post.spending.closing)
        member("remainingOre", post.remaining)
    }

    fileprivate mutating func members(_ participant: PeriodFacts.Participant, cap: Amount?) {
        let (standing, spending) = (participant.standing, participant.spending)
        member("participant", standing.reference.text)
        member("state", standing.isWithdrawn ? "withdrawn" : "active")
        member("planVersion", participant.plan?.version)
        member("approvedBy", participant.plan?.approver.text)
        member("approvedOn", participant.plan?.day)
        member("capOre", cap)
        member("approvedOre", standing.balance.approved)
        member("releasedOre", standing.balance.released)
        member("openingOre", spending.opening)
        member("periodOre", spending.period)
        member("closingOre", spending.closing)
        member("remainingOre", cap.map { $0 - spending.closing })
    }

    fileprivate mutating func members(_ area: PeriodFacts.AreaSpending) {
        member("area", area.area.text)
        member("periodOre", area.spending.period)
        member("closingOre", area.spending.closing)
    }

    fileprivate mutating func members(_ month: PeriodFacts.Month) {
        member("month", month.code)
        member("amountOre", month.amount)
    }

    fileprivate mutating func members(_ voucher: VoucherLine) {
        member("entry", voucher.entry)
        member("kind", voucher.kind.rawValue)
        member("day", voucher.day)
        member("recordedAt", voucher.recordedAt)
        member("paid", voucher.paid)
        member("voucher", voucher.voucher.text)
        member("participant", voucher.participant?.text)
        member("item", voucher.item?.value)
        member("area", voucher.area?.text)
        member("post", voucher.post.text)
        member("amountOre", voucher.amount)
        member("staff", voucher.staff.text)
    }

    fileprivate mutating func members(_ release: PeriodFacts.Release) {
        member("entry", release.entry)
        member("kind", release.kind.rawValue)
        member("day", release.day)
        member("recordedAt", release.recordedAt)
        member("participant", release.participant.text)
        member("item", release.item.value)
        member("amountOre", release.amount)
        member("staff", release.staff.text)
    }

    fileprivate mutating func members(_ decision: PeriodFacts.DecisionMade) {
        member("entry", decision.entry)
        member("kind", decision.kind.rawValue)
        member("day", decision.day)
        member("recordedAt", decision.recordedAt)
        member("participant", decision.participant?.text)
        member("version", decision.version)
        member("through", decision.through)
        member("staff", decision.staff.text)
    }

    fileprivate mutating func members(_ correction: PeriodFacts.Correction) {
        member("entry", correction.entry)
        member("day", correction.day)
        member("recordedAt", correction.recordedAt)
        member("reverses", correction.reverses)
        member("reversedKind", correction.kind.rawValue)
        member("participant", correction.participant?.text)
        member("amountOre", correction.amount)
        member("staff", correction.staff.text)
    }

    fileprivate mutating func members(_ remark: Remark) {
        member("finding", remark.kind.rawValue)
        member("count", remark.entries.count)
        member("entries", remark.entries.lazy.map(\.value))
    }
}
