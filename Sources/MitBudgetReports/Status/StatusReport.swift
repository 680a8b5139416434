public import MitBudget
public import Phrases

/// The consultant's overview: what is left of the grant, what of it is promised, and which plans wait.
public struct StatusReport: Sendable {
    /// The standing that the report shows.
    public let standing: Standing
    /// The number and hash of the last entry of the standing, `321:…`.
    public let anchor: String

    /// Makes a report of a standing and the anchor that proves it.
    public init(standing: Standing, anchor: String) {
        self.standing = standing
        self.anchor = anchor
    }

    /// The report as text in the words of its programme, for a terminal or a mail. Ends with a newline.
    public func text(in language: Language, style: Style) -> String {
        Vocabulary(standing.programme).speak { StatusText(report: self, language: language, style: style).text }
    }

    /// Writes the report as JSON, holding one citizen at a time; every amount is in øre. A programme without a cap has
    /// `null` for amounts that follow from the cap, one without recipients 0 places and an empty list. Ends with a
    /// newline.
    /// - Parameters:
    ///   - citizens: hands over all citizens, in order of reference.
    ///   - sink: takes the JSON piece by piece.
    /// - Throws: what `citizens` throws.
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
                // The first two columns are the post and its budget, which are already written.
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
        pieces.write { bytes in
            write(standing.forecast, to: &bytes)
            write(standing.atRisk, to: &bytes)
            let results = ResultLists(of: standing)
            results.shares.writeMember("results", to: &bytes)
            write(standing.instalments, to: &bytes)
            BudgetPeriods(of: standing).nested.writeMember("budgetPeriods", to: &bytes)
            results.progress.writeMember("targets", to: &bytes)
        }
        pieces.write("}\n")
    }

    private func write(_ programme: Programme, to bytes: inout [UInt8]) {
        bytes.member("id", programme.id.text)
        bytes.member("grantOre", programme.grant)
        bytes.member("places", programme.hasRecipients ? programme.places : 0)
        bytes.member("capOre", programme.cap)
        bytes.member("firstDay", programme.firstDay)
        bytes.member("lastDay", programme.lastDay)
    }

    private func write(_ risk: AtRisk?, to bytes: inout [UInt8]) {
        guard let risk else { return bytes.member("atRisk", nil as String?) }
        bytes.member("atRisk") { bytes in
            bytes.member("ore", risk.amount)
            bytes.member("vouchers", risk.vouchers)
            bytes.member("receipt", risk.lacking[.receipt] ?? 0)
            bytes.member("payment", risk.lacking[.payment] ?? 0)
            bytes.member("approval", risk.lacking[.approval] ?? 0)
        }
    }

    private func write(_ instalments: DueInstalments?, to bytes: inout [UInt8]) {
        guard let instalments else { return bytes.member("instalments", nil as String?) }
        bytes.member("instalments") { bytes in
            bytes.member("overdueOre", instalments.overdue)
            bytes.member("nextDay", instalments.next?.day)
            bytes.member("nextOre", instalments.next?.amount)
        }
    }

    private func write(_ forecast: Forecast?, to bytes: inout [UInt8]) {
        guard let forecast else { return bytes.member("forecast", nil as String?) }
        let paces = standing.paces(forecast)
        bytes.member("forecast") { bytes in
            for row in paces.rows { bytes.member(row.key) { paces.write(row, to: &$0) } }
        }
    }
}
