import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

// Documents written out, and the list of vouchers.
extension Session {
    /// Reads a document of at most 16 MiB.
    func document(at path: String) throws(Failure) -> [UInt8] {
        try read(path, limit: DocumentFile.limit)
    }

    /// Tells how many expenses up to a day wait for the approval of another.
    func tellWaiting(through day: Day, dry: Bool) throws(Failure) {
        guard !dry, settings.format == .text else { return }
        let count = try reading { ledger throws(LedgerFailure) in try ledger.awaitingApproval(through: day) }
        guard count > 0 else { return }
        print(
            Phrase(
                da: "  \(Count.vouchers(count)) til og med den dag venter på en andens godkendelse.",
                en: "  \(Count.vouchers(count)) up to that day \(count == 1 ? "waits" : "wait") for another's approval."
            ))
    }

    /// Writes the document that is meant to a new file, once the purpose is recorded.
    func show(
        _ entry: EntryNumber, _ proof: DocumentProof?, to path: String, for purpose: Wording?
    ) throws(Failure) {
        let (document, isPersonal) = try reading { ledger throws(LedgerFailure) in
            let documents = try ledger.documents(of: entry)
            let all = documents.filter { ($0.stands || $0.number == entry) && !$0.isErased }
            let found = all.filter { proof == nil || $0.attachment.proof == proof }
            guard let first = found.first else {
                throw .refused(.voucherUnknown(entry, .noDocument(proof ?? .receipt)), [])
            }
            guard found.count == 1 else { throw .refused(.voucherUnknown(entry, .several(found.map(\.number))), []) }
            return (first, ledger.programme.isPersonal && first.attachment.participant != nil)
        }
        guard isPersonal, let citizen = document.attachment.participant else {
            return try write(document, to: path) { read throws(Failure) in
                try reading { ledger throws(LedgerFailure) in try read(ledger) }
            }
        }
        guard let purpose else { throw .usage(.needs("ENTRY", "--purpose TEXT", command: ["voucher", "show"])) }
        let scope = ReadingScope.document(of: document.attachment.entry)
        try write(document, to: path) { read throws(Failure) in
            try identified(.readWords(citizen, scope: scope, purpose: purpose), read)
        }
    }

    private func write(
        _ document: AttachedDocument, to path: String,
        _ reading: ((Ledger) throws(LedgerFailure) -> [UInt8]?) throws(Failure) -> [UInt8]?
    ) throws(Failure) {
        try make(path) { () throws(Failure) in
            try reading { ledger throws(LedgerFailure) in try ledger.bytes(of: document) } ?? []
        }
        guard settings.format == .text else {
            return print(
                [
                    "entry": .integer(document.number.value), "of": .integer(document.attachment.entry.value),
                    "proof": .string(document.attachment.proof.rawValue), "file": .string(path),
                ] as JSON)
        }
        print(
            Phrase(
                da: """
                    Dokumentet til postering \(document.attachment.entry) (\(document.attachment.proof)) ligger i \
                    \(harmless(path)).
                    """,
                en: """
                    The document of entry \(document.attachment.entry) (\(document.attachment.proof)) is in \
                    \(harmless(path)).
                    """))
    }

    func printVouchers(
        of ledger: Ledger, from: Day?, through: Day?, missing: Programme.Proof?
    ) throws(LedgerFailure) {
        var counts: [Programme.Proof: Int] = [:]
        let list = List<VoucherState>(
            name: "vouchers", json: { $0.json },
            columns: [
                .figures(say("Nr.", "No.")), .words(say("Dag", "Day")), .words(say("Bilag", "Voucher")),
                .words(Vocabulary.current.hasRecipients ? Noun.one.capital.phrase[language] : ""),
                .figures(say("Beløb", "Amount")), .words(say("Kvitt.", "Receipt")), .words(say("Betalt", "Payment")),
                .words(say("Godkendt af", "Approved by")),
            ],
            row: { [self] state in
                let (yes, no) = (say("ja", "yes"), "–")
                return [
                    "\(state.entry.value)", state.day.short(in: language), state.voucher.text,
                    state.participant?.text ?? "", state.net.bare(in: language), state.proof.hasReceipt ? yes : no,
                    state.proof.hasPayment ? yes : no, state.proof.approvedBy?.text ?? no,
                ]
            },
            none: Phrase(da: "Der er ingen.", en: "There are none."),
            more: {
                let members = Programme.Proof.allCases.map { proof in
                    JSON.Member(key: proof.rawValue, value: .integer(Int64(counts[proof] ?? 0)))
                }
                return [JSON.Member(key: "missing", value: .object(members))]
            })
        try print(list) { body throws(LedgerFailure) in
            counts = [:]
            try ledger.vouchers(from: from, through: through) { state in
                for proof in Programme.Proof.allCases where state.lacks(proof) { counts[proof, default: 0] += 1 }
                if missing.map(state.lacks) ?? true { body(state) }
            }
        }
    }
}

extension VoucherState {
    fileprivate var json: JSON {
        [
            "entry": .integer(entry.value), "voucher": .string(voucher.text),
            "participant": participant.map { .string($0.text) } ?? .null, "amountOre": .integer(net.ore),
            "receipt": .bool(proof.hasReceipt), "payment": .bool(proof.hasPayment),
            "approvedBy": proof.approvedBy.map { .string($0.text) } ?? .null,
        ]
    }
}
