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
        let pieces = Pieces(to: sink)
        defer { pieces.finish() }
        let money = standing.money
        pieces.write { bytes in
            bytes.append(UInt8(ascii: "{"))
            bytes.member("programme") { write(standing.programme, to: &$0) }
            bytes.member("asOf", standing.asOf)
            bytes.member("anchor", anchor)
            bytes.member("placesTaken", standing.placesTaken)
            bytes.member("total") { total in
                total.members(["grantOre": standing.programme.grant, "receivedOre": standing.received])
                // Of a post it is the budget, which came first.
                for column in money.columns.dropFirst(2) {
                    guard let key = column.key, case .whole(.amount(let amount))? = column.total else { continue }
                    total.member(key, amount)
                }
                total.members(["pendingOre": standing.pending, "repaidOre": standing.repaid])
            }
        }
        pieces.write(",\"posts\":")
        let posts = money.jsonWriter(to: pieces)
        money.rows.forEach(posts.add)
        posts.end()
        pieces.write(",\"participants\":")
        let participants = standing.participants().jsonWriter(to: pieces)
        try citizens(participants.add)
        participants.end()
        pieces.write { bytes in write(standing.forecast, to: &bytes) }
        pieces.write("}\n")
    }

    private func write(_ programme: Programme, to bytes: inout [UInt8]) {
        bytes.member("id", programme.id.text)
        bytes.member("grantOre", programme.grant)
        bytes.member("places", programme.places)
        bytes.member("capOre", programme.cap)
        bytes.member("firstDay", programme.firstDay)
        bytes.member("lastDay", programme.lastDay)
    }

    private func write(_ forecast: Forecast?, to bytes: inout [UInt8]) {
        guard let forecast else { return bytes.member("forecast", nil as String?) }
        let paces = standing.paces(forecast)
        bytes.member("forecast") { bytes in
            for row in paces.rows { bytes.member(row.key) { paces.write(row, to: &$0) } }
        }
    }
}
