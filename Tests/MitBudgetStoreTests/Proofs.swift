import MitBudget
import MitBudgetStore

/// What proves the money, computed a second way: from a list of entries, one after the other, without tables.
struct Proofs {
    private struct Line {
        let voucher: VoucherReference
        var net: Amount
        var proofs: Set<Programme.Proof> = []
    }

    private var lines: [EntryNumber: Line] = [:]
    private var origins: [EntryNumber: EntryNumber] = [:]
    private var documents: [EntryNumber: (on: EntryNumber, proof: DocumentProof)] = [:]

    init(_ entries: [Recorded]) {
        for recorded in entries { add(recorded) }
    }

    var totals: [ProofTotal] {
        lines.values.filter { $0.net > .zero }.map { line in
            let papers = documents.values.filter { lines[$0.on]?.voucher == line.voucher }.map(\.proof)
            var proofs = line.proofs
            if papers.contains(.receipt) { proofs.insert(.receipt) }
            if papers.contains(.payment) { proofs.insert(.payment) }
            return ProofTotal(proofs: proofs, vouchers: 1, net: line.net)
        }
    }

    private mutating func add(_ recorded: Recorded) {
        switch recorded.entry.event {
        case .money(.disbursed(let disbursement, _)):
            lines[recorded.number] = Line(voucher: disbursement.voucher, net: disbursement.amount)
        case .money(.spent(let expense)):
            lines[recorded.number] = Line(voucher: expense.voucher, net: expense.amount)
        case .money(.refunded(let refund)):
            lines[refund.entry]?.net -= refund.amount
            origins[recorded.number] = refund.entry
        case .money(.reversed(let reversal)) where reversal.of == .refund:
            origins[reversal.entry].map { lines[$0]?.net += reversal.amount }
        case .money(.reversed(let reversal)): lines[reversal.entry] = nil
        case .attached(let attachment): documents[recorded.number] = (attachment.entry, attachment.proof)
        case .detached(let detachment): documents[detachment.attachment] = nil
        case .vouchersApproved(let entries):
            for entry in entries { lines[entry]?.proofs.insert(.approval) }
        case .confirmed(let confirmation):
            for entry in confirmation.entries { lines[entry]?.proofs.insert(.payment) }
        default: break
        }
    }
}
