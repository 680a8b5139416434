import MitBudget
import SQLite

// What documents and approvals tell of a period, one voucher at a time.
extension AskedOfTables {
    /// Each standing disbursement or expense of the period with what was there on its last day: whether a receipt and a
    /// proof of payment stood on a standing line of the voucher, and who approved it.
    static let proof: StaticString = """
        WITH day AS (SELECT seq, day, actor FROM journal WHERE seq <= ?1 AND day <= ?3),
            line AS (
                SELECT * FROM movement AS m WHERE kind IN ('disbursement', 'expense') AND NOT EXISTS (
                    SELECT 1 FROM movement AS v JOIN day ON seq = v.entry
                    WHERE v.refers_to = m.entry AND v.kind = 'reversal')),
            document AS (
                SELECT a.*, voucher_key FROM attachment AS a JOIN line ON line.entry = a.movement
                WHERE a.entry IN (SELECT seq FROM day)
                    AND NOT coalesce(a.detached_entry IN (SELECT seq FROM day), 0))
        SELECT line.entry,
            EXISTS (SELECT 1 FROM document AS d WHERE d.voucher_key = line.voucher_key AND proof = 'receipt'),
            EXISTS (SELECT 1 FROM document AS d WHERE d.voucher_key = line.voucher_key AND proof = 'payment')
                OR EXISTS (SELECT 1 FROM confirmation JOIN day ON seq = confirmation.entry WHERE movement = line.entry),
            (SELECT actor FROM approval JOIN day ON seq = approval.entry WHERE movement = line.entry)
        FROM line WHERE line.entry <= ?1 AND line.day >= ?2 AND line.day <= ?3 AND ?4 = 0 ORDER BY line.entry
        """

    /// Entries with money left that lack one of the proofs of which ?4 is the sum: 1 receipt, 2 payment, 4 approval.
    static let unproven: StaticString = """
        WITH day AS (SELECT seq, day, actor FROM journal WHERE seq <= ?1 AND day <= ?3),
            gone AS (SELECT refers_to FROM movement JOIN day ON seq = entry WHERE kind = 'reversal'),
            line AS (
                SELECT * FROM movement AS m
                WHERE kind IN ('disbursement', 'expense') AND entry NOT IN (SELECT refers_to FROM gone)),
            document AS (
                SELECT a.*, voucher_key FROM attachment AS a JOIN line ON line.entry = a.movement
                WHERE a.entry IN (SELECT seq FROM day)
                    AND NOT coalesce(a.detached_entry IN (SELECT seq FROM day), 0))
        SELECT entry FROM line
        WHERE entry <= ?1 AND day >= ?2 AND day <= ?3 AND amount_ore > (
                SELECT total(amount_ore) FROM movement AS back JOIN day ON day.seq = back.entry
                WHERE back.refers_to = line.entry AND back.kind = 'refund'
                    AND back.entry NOT IN (SELECT refers_to FROM gone))
            AND (?4 & 1 AND voucher_key NOT IN (SELECT voucher_key FROM document WHERE proof = 'receipt')
                OR ?4 & 2 AND voucher_key NOT IN (SELECT voucher_key FROM document WHERE proof = 'payment')
                    AND entry NOT IN (SELECT movement FROM confirmation JOIN day ON seq = confirmation.entry)
                OR ?4 & 4 AND entry NOT IN (SELECT movement FROM approval JOIN day ON seq = approval.entry))
        ORDER BY entry
        """

    /// Entries of the period with a document that has the bytes of another voucher's.
    static let twice: StaticString = """
        WITH day AS (SELECT seq, day FROM journal WHERE seq <= ?1 AND day <= ?3),
            document AS (
                SELECT m.entry, m.day, voucher_key, evidence.bytes
                FROM attachment AS a JOIN movement AS m ON m.entry = a.movement
                JOIN evidence ON evidence.id = a.evidence
                WHERE a.entry IN (SELECT seq FROM day)
                    AND NOT coalesce(a.detached_entry IN (SELECT seq FROM day), 0) AND NOT EXISTS (
                        SELECT 1 FROM movement AS v JOIN day ON seq = v.entry
                        WHERE v.refers_to = m.entry AND v.kind = 'reversal'))
        SELECT DISTINCT one.entry FROM document AS one JOIN document AS other USING (bytes)
        WHERE one.voucher_key <> other.voucher_key AND one.day >= ?2 AND one.day <= ?3 AND ?4 = 0
        ORDER BY one.entry
        """

    /// Each line of the period of a voucher with several lines: what it is about, and what its standing lines claim.
    static let shares: StaticString = """
        WITH day AS (SELECT seq, day FROM journal WHERE seq <= ?1 AND day <= ?3),
            standing AS (
                SELECT voucher_key, amount_ore FROM movement AS m JOIN day ON seq = m.entry
                WHERE voucher_total_ore IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM movement AS v JOIN day ON seq = v.entry
                    WHERE v.refers_to = m.entry AND v.kind = 'reversal'))
        SELECT entry, voucher_total_ore,
            (SELECT coalesce(sum(amount_ore), 0) FROM standing WHERE standing.voucher_key = m.voucher_key)
        FROM movement AS m
        WHERE voucher_total_ore IS NOT NULL AND entry <= ?1 AND day >= ?2 AND day <= ?3 AND ?4 = 0 ORDER BY entry
        """

    /// Entries after ?4 with a day in the period, and what each changed of its spending.
    static let since: StaticString = """
        SELECT seq, kind, (SELECT disbursed_ore FROM movement WHERE entry = seq) FROM journal
        WHERE seq > ?4 AND seq <= ?1 AND day >= ?2 AND day <= ?3 ORDER BY seq
        """

    static let witnessed: StaticString = """
        SELECT seq, body FROM journal
        WHERE kind = 'anchor-witnessed' AND seq <= ?1 AND ?2 <= ?3 AND ?4 = 0 ORDER BY seq
        """
}
