/// Standing disbursements and expenses with money that did not come back, which the same things prove.
public struct ProofTotal: Equatable, Sendable {
    /// What proves them.
    public let proofs: Set<Programme.Proof>
    /// How many entries they are.
    public var vouchers: Int
    /// What they are about, less what came back.
    public var net: Amount

    /// Makes a total from its parts.
    public init(proofs: Set<Programme.Proof>, vouchers: Int, net: Amount) {
        (self.proofs, self.vouchers, self.net) = (proofs, vouchers, net)
    }
}

/// The money that an auditor would disallow today, because it lacks a proof that the terms ask for.
/// - Source: the funder's handbook: a voucher for every expense, its relevance approved by a manager, its payment
///   proved by a document from outside.
public struct AtRisk: Equatable, Sendable {
    /// What the entries are about, less what came back.
    public private(set) var amount = Amount.zero
    /// How many disbursements and expenses lack something.
    public private(set) var vouchers = 0
    /// How many of them lack each proof; only what the terms ask for, and what is lacking.
    public private(set) var lacking: [Programme.Proof: Int] = [:]

    /// Adds up what lacks a proof; `nil` where the terms ask for none.
    public init?(_ totals: [ProofTotal], asked: [Programme.Proof]) {
        guard !asked.isEmpty else { return nil }
        for total in totals where total.vouchers > 0 {
            let missing = asked.filter { !total.proofs.contains($0) }
            guard !missing.isEmpty else { continue }
            amount += total.net
            vouchers += total.vouchers
            for proof in missing { lacking[proof, default: 0] += total.vouchers }
        }
    }
}
