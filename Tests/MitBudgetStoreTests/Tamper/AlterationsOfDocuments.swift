import TestSupport

@testable import MitBudgetStore

// What can be done to documents, approvals and payments confirmed. The ledger is the documented one: entry 41 attached
// a receipt of B03's voucher K-4 (entry 32), 42 one of K-3 (31), 43 took that off again, 44 approved entry 32, 45 was
// an extract that confirmed it, and 46 witnessed another ledger's anchor.
extension Alteration {
    static let ofDocuments: [Alteration] = (ofEvidence + ofProofs).map { $0.done(to: .documented) }

    private static let ofEvidence: [Alteration] = [
        Alteration(
            "document-swapped", "A receipt's bytes are replaced by as many of another.",
            finds: ["evidence-altered evidence/1 41"],
            unfenced: "UPDATE evidence SET bytes = CAST('%PDF-1.7 Reol, 9.000,00 kr.' AS BLOB) WHERE id = 1"),
        Alteration(
            "documents-exchanged", "Two documents change places, their salts with them.",
            finds: ["evidence-altered evidence/1 41", "evidence-altered evidence/2 42"],
            unfenced: """
                CREATE TABLE kept AS SELECT * FROM evidence;
                UPDATE evidence SET salt = kept.salt, bytes = kept.bytes FROM kept WHERE kept.id + evidence.id = 3;
                DROP TABLE kept
                """),
        Alteration(
            "document-truncated", "A document is cut short.", finds: ["evidence-altered evidence/1 41"],
            unfenced: "UPDATE evidence SET bytes = substr(bytes, 1, 10) WHERE id = 1"),
        Alteration(
            "document-extended", "A byte is added to a document.", finds: ["evidence-altered evidence/1 41"],
            unfenced: "UPDATE evidence SET bytes = CAST(bytes || x'0A' AS BLOB) WHERE id = 1"),
        Alteration(
            "document-emptied", "Salt and bytes of a document are set to NULL without an erasure.",
            finds: ["evidence-missing evidence/1 41"],
            unfenced: "UPDATE evidence SET salt = NULL, bytes = NULL WHERE id = 1"),
        Alteration(
            "document-removed", "A document's row is deleted.", finds: ["evidence-missing evidence/1 41"],
            unfenced: "DELETE FROM evidence WHERE id = 1"),
        Alteration(
            "document-refiled", "A document is filed under another citizen, who could have it erased.",
            finds: ["evidence-altered evidence/1 41"],
            unfenced: "UPDATE evidence SET subject = 'B01' WHERE id = 1"),
        Alteration(
            "document-added", "A document that no entry refers to is put into the file.",
            finds: ["evidence-stray 1"],
            unfenced: "INSERT INTO evidence (subject, salt, bytes) VALUES ('B03', '00', x'255044462D')"),
        Alteration(
            "document-kept", "A document that was erased with the citizen's texts is put back, with its salt.",
            by: .shell, finds: ["evidence-kept evidence/1 47"]
        ) { forgery in
            let kept = try forgery.beside(try Original.documented.get().whole)
            try forgery.erase("B03")
            try forgery.unfenced(
                """
                ATTACH '\(kept)' AS kept;
                UPDATE main.evidence SET salt = old.salt, bytes = old.bytes FROM kept.evidence AS old
                WHERE evidence.id = old.id AND old.id = 1
                """)
        },
        Alteration(
            "document-resealed", "A document is replaced, sealed anew in its entry, and all hashes are made right.",
            by: .forger, finds: [], anchor: "anchor-differs 46"
        ) { forgery in
            let (salt, text) = (String(repeating: "a", count: 32), "%PDF-1.7 Reol, 9.000,00 kr.")
            try forgery.unfenced(
                """
                UPDATE evidence SET salt = '\(salt)', bytes = CAST('\(text)' AS BLOB) WHERE id = 1;
                UPDATE journal SET body = json_set(body, '$.evidence.seal', '\(Sealer.hash(salt: salt, text: text))')
                WHERE seq = 41
                """)
            try forgery.rehash(from: 41)
        },
    ]

    private static let ofProofs: [Alteration] = [
        Alteration(
            "document-moved", "A receipt is made another purchase's.",
            finds: ["projection-differs attachment/41 movement"],
            unfenced: "UPDATE attachment SET movement = 31 WHERE entry = 41"),
        Alteration(
            "document-moved-rehashed", "As `document-moved`, in the journal, too, and all hashes made right.",
            by: .forger,
            finds: ["0/0/0", "0/1/1", "1/0/0", "1/1/1"].flatMap { row in
                ["vouchers", "net_ore"].map { "projection-differs proof_total/\(row) \($0)" }
            }, anchor: "anchor-differs 46"
        ) { forgery in
            try forgery.unfenced(moved)
            try forgery.rehash(from: 41)
        },
        Alteration(
            "document-moved-everywhere", "As `document-moved-rehashed`, and in every total.", by: .forger,
            finds: [], anchor: "anchor-differs 46"
        ) { forgery in
            try forgery.unfenced("\(moved); \(Self.totalled)")
            try forgery.rehash(from: 41)
        },
        Alteration(
            "proof-exchanged", "A receipt is made a proof of payment.",
            finds: ["projection-differs attachment/41 proof"],
            unfenced: "UPDATE attachment SET proof = 'payment' WHERE entry = 41"),
        Alteration(
            "document-counted-again", "A document that was taken off is made to count again.",
            finds: ["projection-differs attachment/42 detached_entry"],
            unfenced: "UPDATE attachment SET detached_entry = NULL WHERE entry = 42"),
        Alteration(
            "risk-lowered", "The total of what lacks proof is lowered.",
            finds: ["projection-differs proof_total/0/0/0 vouchers", "projection-differs proof_total/0/0/0 net_ore"],
            unfenced: "UPDATE proof_total SET vouchers = 0, net_ore = 0 WHERE receipt + payment + approval = 0"),
        Alteration(
            "expense-approved", "A manager's approval of an expense is put into the table.",
            finds: ["projection-differs approval/31"],
            unfenced: "INSERT INTO approval (movement, entry) VALUES (31, 44)"),
        Alteration(
            "expense-approved-everywhere",
            "As `expense-approved`, in journal and totals, too, and all hashes made right.",
            by: .forger, finds: [], anchor: "anchor-differs 46"
        ) { forgery in
            try forgery.unfenced(
                """
                UPDATE journal SET body = json_set(body, '$.entries', json('[31,32]')) WHERE seq = 44;
                INSERT INTO approval (movement, entry) VALUES (31, 44); \(totalled)
                """)
            try forgery.rehash(from: 44)
        },
        Alteration(
            "expense-approved-by-oneself", "An expense is put among those that its own recorder approved.",
            by: .forger, finds: ["replay-refused 44 same-person"], anchor: "anchor-differs 46"
        ) { forgery in
            try forgery.unfenced(
                """
                UPDATE journal SET body = json_set(body, '$.entries', json('[17,32]')) WHERE seq = 44;
                INSERT INTO approval (movement, entry) VALUES (17, 44); \(totalled)
                """)
            try forgery.rehash(from: 44)
        },
        Alteration(
            "payment-confirmed", "A payment is put among those that an extract confirmed.",
            finds: ["projection-differs confirmation/31"],
            unfenced: "INSERT INTO confirmation (movement, entry, line) VALUES (31, 45, 6)"),
        Alteration(
            "payment-confirmed-everywhere",
            "As `payment-confirmed`, in journal and totals, too, and all hashes made right.",
            by: .forger, finds: [], anchor: "anchor-differs 46"
        ) { forgery in
            try forgery.unfenced(
                """
                UPDATE journal SET body = json_set(body, '$.entries', json('[31,32]'), '$.lines', json('[6,5]'))
                WHERE seq = 45;
                INSERT INTO confirmation (movement, entry, line) VALUES (31, 45, 6); \(totalled)
                """)
            try forgery.rehash(from: 45)
        },
        Alteration(
            "witness-rewritten", "Another ledger's anchor that this one witnessed is changed.",
            finds: ["chain-broken 46"],
            unfenced: "UPDATE journal SET body = replace(body, '412:', '413:') WHERE seq = 46"),
        Alteration(
            "witness-rehashed", "As `witness-rewritten`, and all hashes made right.",
            finds: [], anchor: "anchor-differs 46", from: 46,
            rehashed: "UPDATE journal SET body = replace(body, '412:', '413:') WHERE seq = 46"),
    ]

    /// Makes the receipt of entry 41 that of entry 31, in journal and table.
    private static let moved = """
        UPDATE journal SET body = json_set(body, '$.entry', 31) WHERE seq = 41;
        UPDATE attachment SET movement = 31 WHERE entry = 41
        """

    /// Counts the totals of proof anew.
    private static let totalled = """
        CREATE TEMP VIEW IF NOT EXISTS proven AS
            SELECT m.entry, m.voucher, m.voucher_key, m.participant, m.day, m.amount_ore - (
                    SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                    WHERE back.refers_to = m.entry AND back.kind = 'refund' AND NOT EXISTS (
                        SELECT 1 FROM movement AS r WHERE r.refers_to = back.entry AND r.kind = 'reversal')) AS net_ore,
                EXISTS (
                    SELECT 1 FROM movement AS line JOIN attachment AS a ON a.movement = line.entry
                    WHERE line.voucher_key = m.voucher_key AND proof = 'receipt' AND detached_entry IS NULL
                        AND NOT EXISTS (
                            SELECT 1 FROM movement AS r
                            WHERE r.refers_to = line.entry AND r.kind = 'reversal')) AS receipt,
                EXISTS (SELECT 1 FROM confirmation WHERE confirmation.movement = m.entry) OR EXISTS (
                    SELECT 1 FROM movement AS line JOIN attachment AS a ON a.movement = line.entry
                    WHERE line.voucher_key = m.voucher_key AND proof = 'payment' AND detached_entry IS NULL
                        AND NOT EXISTS (
                            SELECT 1 FROM movement AS r
                            WHERE r.refers_to = line.entry AND r.kind = 'reversal')) AS payment,
                (SELECT entry FROM approval WHERE approval.movement = m.entry) AS approved_entry
            FROM movement AS m
            WHERE m.kind IN ('disbursement', 'expense') AND NOT EXISTS (
                SELECT 1 FROM movement AS r WHERE r.refers_to = m.entry AND r.kind = 'reversal');
        UPDATE proof_total SET (vouchers, net_ore) = (
            SELECT count(*), coalesce(sum(p.net_ore), 0) FROM proven AS p
            WHERE p.net_ore > 0 AND p.receipt = proof_total.receipt AND p.payment = proof_total.payment
                AND (p.approved_entry IS NOT NULL) = proof_total.approval)
        """
}
