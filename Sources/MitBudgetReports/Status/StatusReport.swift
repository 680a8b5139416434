import JSON
public import MitBudget
public import Phrases

/// The consultant's answer: what is left of the grant, what of it is promised, and what waits.
public struct StatusReport: Sendable {
    /// Where the grant stands.
    public let standing: Standing
    /// The entry and hash of the state that it was read from, `321:…`.
    public let anchor: String

    /// A report of a standing and the anchor that proves it.
    public init(standing: Standing, anchor: String) {
        self.standing = standing
        self.anchor = anchor
    }

    /// The answer at a glance, for a terminal or a mail. Ends with a newline.
    public func text(in language: Language, style: Style) -> String {
        StatusText(report: self, language: language, style: style).text
    }

    /// Writes the answer for a machine, holding one citizen at a time; every amount in øre. A programme without a cap
    /// has `null` where an amount would follow from it. Ends with a newline.
    /// - Parameters:
    ///   - citizens: hands over all of them, in order of reference.
    ///   - sink: takes the answer piece by piece.
    /// - Throws: what handing over the citizens throws.
    public func writeJSON<Failure: Error>(
        citizens: ((Standing.Participant) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        let before: [(String, JSON)] = [
            ("programme", programme), ("asOf", .string(standing.asOf.iso)), ("anchor", .string(anchor)),
            ("placesTaken", .integer(Int64(standing.placesTaken))), ("total", total),
            ("posts", .array(standing.posts.map(post))),
        ]
        sink("{" + before.map { "\"\($0)\":\($1.compact)," }.joined() + "\"participants\":[")
        var isFirst = true
        try citizens { citizen in
            sink((isFirst ? "" : ",") + participant(citizen).compact)
            isFirst = false
        }
        sink("],\"forecast\":\(forecast.compact)}\n")
    }

    private var programme: JSON {
        let programme = standing.programme
        return [
            "id": .string(programme.id.text),
            "grantOre": .integer(programme.grant.ore),
            "places": .integer(Int64(programme.places)),
            "capOre": .amount(programme.cap),
            "firstDay": .string(programme.firstDay.iso),
            "lastDay": .string(programme.lastDay.iso),
        ]
    }

    private var forecast: JSON {
        guard let forecast = standing.forecast else { return .null }
        return ["recent": pace(forecast.recent), "overall": pace(forecast.overall)]
    }

    private func pace(_ pace: Forecast.Pace) -> JSON {
        [
            "spentOre": .integer(pace.spent.ore),
            "days": .integer(Int64(pace.days)),
            "leftOre": .integer(pace.left.ore),
            "runsOut": pace.runsOut.map { .string($0.iso) } ?? .null,
        ]
    }

    private var total: JSON {
        let balance = standing.total
        return [
            "grantOre": .integer(standing.programme.grant.ore),
            "receivedOre": .integer(standing.received.ore),
            "approvedOre": .integer(balance.approved.ore),
            "releasedOre": .integer(balance.released.ore),
            "disbursedOre": .integer(balance.disbursed.ore),
            "remainingOre": .integer(standing.remaining.ore),
            "freeOre": .integer(standing.free.ore),
            "pendingOre": .integer(standing.pending.ore),
            "repaidOre": .integer(standing.repaid.ore),
        ]
    }

    private func post(_ post: Standing.Post) -> JSON {
        [
            "post": .string(post.name.text),
            "budgetOre": .integer(post.budget.ore),
            "approvedOre": .integer(post.balance.approved.ore),
            "releasedOre": .integer(post.balance.released.ore),
            "disbursedOre": .integer(post.balance.disbursed.ore),
            "remainingOre": .integer(post.remaining.ore),
            "freeOre": .integer(post.free.ore),
        ]
    }

    private func participant(_ participant: Standing.Participant) -> JSON {
        let cap = standing.programme.cap
        let balance = participant.balance
        var members: [JSON.Member] = [
            .init(key: "participant", value: .string(participant.reference.text)),
            .init(key: "state", value: .string(participant.isWithdrawn ? "withdrawn" : "active")),
        ]
        if case .withdrawn(_, let cause) = participant.state {
            members.append(.init(key: "cause", value: .string(cause.rawValue)))
        }
        return .object(
            members + [
                .init(key: "capOre", value: .amount(cap)),
                .init(key: "approvedOre", value: .integer(balance.approved.ore)),
                .init(key: "releasedOre", value: .integer(balance.released.ore)),
                .init(key: "disbursedOre", value: .integer(balance.disbursed.ore)),
                .init(key: "remainingOre", value: .amount(cap.map { $0 - balance.disbursed })),
                .init(key: "drawingEnds", value: participant.drawingEnds.map { .string($0.iso) } ?? .null),
            ])
    }
}

extension JSON {
    /// An amount in øre, or `null`.
    fileprivate static func amount(_ amount: Amount?) -> JSON {
        amount.map { .integer($0.ore) } ?? .null
    }
}
