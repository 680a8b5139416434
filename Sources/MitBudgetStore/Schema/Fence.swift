extension Schema {
    /// The triggers by which the file itself refuses writes, whether they come from the program, a script or the
    /// sqlite3 shell. The message of each abort is a rule's id, or begins with the table's name. Triggers stop
    /// accidents; the chain and the anchors expose intent.
    ///
    /// A `REPLACE` deletes without running the triggers on deletion, so the triggers before insertion refuse a row that
    /// is there already. None of them needs a pragma to be set.
    static let wordsFence: StaticString = """
        CREATE TRIGGER words_once BEFORE INSERT ON words BEGIN
            SELECT RAISE(ABORT, 'words: the text is there already; texts are never replaced')
            FROM words WHERE id = NEW.id;
        END;
        CREATE TRIGGER words_unchanged BEFORE UPDATE ON words BEGIN
            SELECT RAISE(ABORT, 'words: texts are never changed; an entry words-erased alone takes them away')
            WHERE NEW.id <> OLD.id OR NEW.subject <> OLD.subject OR NEW.salt IS NOT NULL OR NEW.text IS NOT NULL
                OR NOT EXISTS (
                    SELECT 1 FROM journal
                    WHERE seq = (SELECT max(seq) FROM journal) AND kind = 'words-erased'
                        AND body ->> '$.participant' = OLD.subject);
        END;
        CREATE TRIGGER words_kept BEFORE DELETE ON words BEGIN
            SELECT RAISE(ABORT, 'words: texts are never deleted; an entry words-erased alone takes them away');
        END;
        """

    /// The same conditions on documents. An entry voucher-detached may take a single one away.
    static let evidenceFence: StaticString = """
        CREATE TRIGGER evidence_once BEFORE INSERT ON evidence BEGIN
            SELECT RAISE(ABORT, 'evidence: the document is there already; documents are never replaced')
            FROM evidence WHERE id = NEW.id;
        END;
        CREATE TRIGGER evidence_unchanged BEFORE UPDATE ON evidence BEGIN
            SELECT RAISE(ABORT, 'evidence: documents are never changed; an entry that erases them takes them away')
            WHERE NEW.id <> OLD.id OR NEW.subject <> OLD.subject OR NEW.salt IS NOT NULL OR NEW.bytes IS NOT NULL
                OR NOT EXISTS (
                    SELECT 1 FROM journal
                    WHERE seq = (SELECT max(seq) FROM journal) AND CASE kind
                        WHEN 'words-erased' THEN body ->> '$.participant' = OLD.subject
                        WHEN 'voucher-detached' THEN body ->> '$.evidence' = OLD.id AND body ->> '$.erased' END);
        END;
        CREATE TRIGGER evidence_kept BEFORE DELETE ON evidence BEGIN
            SELECT RAISE(ABORT, 'evidence: documents are never deleted; an entry that erases them takes them away');
        END;
        """

    /// The conditions on journal and movements that do not depend on their contents.
    static let journalFence: StaticString = """
        CREATE TRIGGER journal_in_sequence BEFORE INSERT ON journal BEGIN
            SELECT RAISE(ABORT, 'journal: entries are numbered in turn, without gaps')
            WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal);
            SELECT RAISE(ABORT, 'journal: the clock runs backwards')
            FROM journal WHERE seq = NEW.seq - 1 AND recorded_at > NEW.recorded_at;
        END;
        CREATE TRIGGER journal_unchanged BEFORE UPDATE ON journal BEGIN
            SELECT RAISE(ABORT, 'journal: entries are never changed; record a reversal');
        END;
        CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN
            SELECT RAISE(ABORT, 'journal: entries are never deleted; record a reversal');
        END;
        CREATE TRIGGER movement_unchanged BEFORE UPDATE ON movement BEGIN
            SELECT RAISE(ABORT, 'movement: entries are never changed; record a reversal');
        END;
        CREATE TRIGGER movement_kept BEFORE DELETE ON movement BEGIN
            SELECT RAISE(ABORT, 'movement: entries are never deleted; record a reversal');
        END;
        """

    /// The rules on a movement, in their order of precedence. The trigger looks up once what stands in several tables,
    /// and rules out what cannot concern a kind of movement before it opens any table.
    static let movementFence: StaticString = """
        CREATE TRIGGER movement_fence BEFORE INSERT ON movement BEGIN
            SELECT RAISE(ABORT, 'movement: the entry is there already; entries are never replaced')
            FROM movement WHERE entry = NEW.entry;
            SELECT RAISE(ABORT, 'movement: the table programme has no row, so there is no limit to keep')
            WHERE NOT EXISTS (SELECT 1 FROM programme);
            SELECT CASE
                WHEN NEW.day < first_day AND NEW.kind <> 'receipt'
                        OR NEW.day > last_day AND NEW.kind IN ('release', 'disbursement', 'expense')
                        OR NEW.day IS NULL OR NEW.day IS NOT date(NEW.day, '+0 days')
                    THEN RAISE(ABORT, 'outside-window')
                WHEN NEW.day <= closed_through THEN RAISE(ABORT, 'period-closed') END
            FROM programme;
            SELECT CASE
                WHEN citizen.participant IS NULL THEN RAISE(ABORT, 'participant-unknown')
                WHEN NEW.kind = 'refund' THEN NULL
                WHEN withdrawn_entry IS NOT NULL THEN RAISE(ABORT, 'participant-withdrawn')
                WHEN approved_version IS NULL THEN RAISE(ABORT, 'plan-not-approved')
                WHEN in_force IS NOT 1 THEN RAISE(ABORT, 'item-unknown')
                WHEN NEW.kind = 'release' AND part.released_ore + NEW.amount_ore > part.approved_ore
                    THEN RAISE(ABORT, 'item-exceeded') END
            FROM programme
            LEFT JOIN participant AS citizen ON citizen.participant = NEW.participant
            LEFT JOIN item AS part ON part.participant = NEW.participant AND part.item = NEW.item
            WHERE NEW.kind IN ('release', 'retraction', 'disbursement')
                OR NEW.kind = 'refund' AND NEW.post IS 'citizens';
            SELECT CASE
                WHEN NEW.disbursed_ore > 0 AND withdrawn_entry IS NULL
                        AND part.disbursed_ore + NEW.disbursed_ore > part.released_ore
                    THEN RAISE(ABORT, 'release-exceeded')
                WHEN NEW.disbursed_ore > 0 AND citizen.disbursed_ore + NEW.disbursed_ore > cap_ore
                        OR NEW.released_ore > 0 AND citizen.released_ore + NEW.released_ore > cap_ore
                    THEN RAISE(ABORT, 'cap-exceeded')
                WHEN NEW.disbursed_ore > 0 AND line.disbursed_ore + NEW.disbursed_ore > budget_ore
                        OR NEW.released_ore > 0 AND line.released_ore + NEW.released_ore > budget_ore
                    THEN RAISE(ABORT, 'post-exceeded')
                WHEN NEW.disbursed_ore > 0 AND (SELECT sum(disbursed_ore) FROM post) + NEW.disbursed_ore > grant_ore
                        OR NEW.received_ore > 0 AND received_ore + NEW.received_ore > grant_ore
                    THEN RAISE(ABORT, 'grant-exceeded') END
            FROM programme
            LEFT JOIN participant AS citizen ON citizen.participant = NEW.participant
            LEFT JOIN item AS part ON part.participant = NEW.participant AND part.item = NEW.item
            LEFT JOIN post AS line ON line.post = NEW.post
            WHERE NEW.disbursed_ore > 0 OR NEW.released_ore > 0 OR NEW.received_ore > 0;
            SELECT RAISE(ABORT, 'period-budget-exceeded')
            FROM period_ceiling AS span
            WHERE NEW.disbursed_ore > 0 AND coalesce(NEW.origin_day, NEW.day) BETWEEN first_day AND last_day
                AND budget_ore < NEW.disbursed_ore + CASE post
                    WHEN NEW.post THEN (
                        SELECT coalesce(sum(incurred_ore), 0) FROM day_total
                        WHERE day BETWEEN span.first_day AND span.last_day AND post = NEW.post)
                    WHEN iif(NEW.participant IS NULL, NULL, '') THEN (
                        SELECT coalesce(sum(disbursed_ore), 0) FROM movement
                        WHERE participant = NEW.participant
                            AND incurred_day BETWEEN span.first_day AND span.last_day) END;

            SELECT CASE
                WHEN NEW.voucher_total_ore IS NULL OR line.voucher_total_ore IS NULL THEN RAISE(ABORT, 'voucher-used')
                WHEN NEW.voucher_total_ore <> line.voucher_total_ore THEN RAISE(ABORT, 'voucher-exceeded') END
            FROM movement AS line
            WHERE NEW.voucher IS NOT NULL AND line.voucher_key = NEW.voucher_key AND NOT EXISTS (
                SELECT 1 FROM movement AS reversal
                WHERE reversal.refers_to = line.entry AND reversal.kind = 'reversal');
            SELECT RAISE(ABORT, 'voucher-exceeded')
            WHERE NEW.voucher_total_ore < NEW.amount_ore + (
                SELECT coalesce(sum(amount_ore), 0) FROM movement AS line
                WHERE line.voucher_key = NEW.voucher_key AND NOT EXISTS (
                    SELECT 1 FROM movement AS reversal
                    WHERE reversal.refers_to = line.entry AND reversal.kind = 'reversal'));
            SELECT RAISE(ABORT, 'retract-exceeds')
            FROM item
            WHERE NEW.kind = 'retraction' AND participant = NEW.participant AND item = NEW.item
                AND NEW.amount_ore > released_ore - disbursed_ore;
            SELECT RAISE(ABORT, 'refund-exceeds')
            FROM movement AS spent
            WHERE NEW.kind = 'refund' AND spent.entry = NEW.refers_to
                AND NEW.amount_ore > spent.amount_ore - (
                    SELECT coalesce(sum(amount_ore), 0) FROM movement AS back
                    WHERE back.refers_to = spent.entry AND back.kind = 'refund' AND NOT EXISTS (
                        SELECT 1 FROM movement AS reversal
                        WHERE reversal.refers_to = back.entry AND reversal.kind = 'reversal'));
            SELECT RAISE(ABORT, 'repay-exceeds')
            FROM programme
            WHERE NEW.kind = 'repayment'
                AND NEW.amount_ore > received_ore - repaid_ore - (SELECT sum(disbursed_ore) FROM post);
            SELECT RAISE(ABORT, 'not-reversible')
            WHERE NEW.kind IN ('refund', 'reversal')
                AND NOT EXISTS (
                    SELECT 1 FROM movement AS target
                    WHERE target.entry = NEW.refers_to AND target.amount_ore >= NEW.amount_ore
                        AND target.participant IS NEW.participant AND target.item IS NEW.item
                        AND target.post IS NEW.post
                        AND CASE NEW.kind
                            WHEN 'refund' THEN target.kind IN ('disbursement', 'expense')
                            ELSE target.kind = NEW.cancels AND target.amount_ore = NEW.amount_ore
                                AND target.kind IN ('disbursement', 'refund', 'expense', 'receipt', 'repayment') END);
            SELECT RAISE(ABORT, 'not-reversible')
            FROM movement AS back
            WHERE NEW.kind = 'reversal' AND back.refers_to = NEW.refers_to AND back.kind = 'refund'
                AND NOT EXISTS (
                    SELECT 1 FROM movement AS reversal
                    WHERE reversal.refers_to = back.entry AND reversal.kind = 'reversal');
            SELECT RAISE(ABORT, 'already-reversed')
            FROM movement AS reversal
            WHERE NEW.refers_to IS NOT NULL AND reversal.refers_to = NEW.refers_to AND reversal.kind = 'reversal';

            SELECT CASE
                WHEN NEW.amount_ore IS NULL OR NEW.amount_ore <= 0 THEN RAISE(ABORT, 'amount-not-positive')
                WHEN CASE NEW.kind
                    WHEN 'receipt' THEN NEW.post IS NOT NULL
                    WHEN 'repayment' THEN NEW.post IS NOT NULL
                    WHEN 'expense' THEN NEW.post IS 'citizens' OR NOT EXISTS (SELECT 1 FROM post WHERE post = NEW.post)
                    WHEN 'refund' THEN 0
                    WHEN 'reversal' THEN 0
                    ELSE NEW.post IS NOT 'citizens' END
                    THEN RAISE(ABORT, 'post-unknown')
                WHEN NEW.kind NOT IN (
                        'release', 'retraction', 'disbursement', 'refund', 'expense', 'receipt', 'repayment',
                        'reversal')
                    THEN RAISE(ABORT, 'movement: there is no such kind of movement')
                WHEN coalesce(NEW.refers_to, NEW.origin_day) IS NOT NULL AND NEW.kind NOT IN ('refund', 'reversal')
                        OR NEW.cancels IS NOT NULL AND NEW.kind <> 'reversal'
                    THEN RAISE(
                        ABORT, 'movement: only a refund or a reversal refers to another, only a reversal cancels')
                WHEN NEW.kind IN ('expense', 'receipt', 'repayment')
                        AND (NEW.participant IS NOT NULL OR NEW.item IS NOT NULL)
                    THEN RAISE(ABORT, 'movement: expenses, receipts and repayments are no citizen''s')
                WHEN NEW.voucher_total_ore IS NOT NULL
                        AND (NEW.kind NOT IN ('disbursement', 'expense') OR NEW.voucher IS NULL)
                    THEN RAISE(ABORT, 'movement: only a disbursement or an expense is a line of a voucher')
                WHEN NEW.voucher GLOB '*[^-0-9A-Za-zÆØÅæøå_./]*'
                    THEN RAISE(ABORT, 'movement: a voucher is letters, digits, dots, dashes, slashes, underscores')
                WHEN NOT EXISTS (
                    SELECT 1 FROM journal
                    WHERE seq = NEW.entry AND kind = NEW.kind AND day = NEW.day
                        AND seq = (SELECT max(seq) FROM journal))
                    THEN RAISE(
                        ABORT, 'movement: a movement needs its entry in the journal, and that must be the latest')
                WHEN NEW.origin_day IS NOT (SELECT incurred_day FROM movement WHERE entry = NEW.refers_to)
                    THEN RAISE(ABORT, 'movement: origin_day is the day on which the money had been spent') END;
        END;
        """

    /// Before money moves for a withdrawn participant, the place's changes so far are subtracted from the days;
    /// ``totals`` adds them again as they are after the movement.
    static let places: StaticString = """
        CREATE TRIGGER movement_places BEFORE INSERT ON movement
        WHEN NEW.kind IN ('refund', 'reversal') AND NEW.participant IS NOT NULL BEGIN
            INSERT INTO place_day (day, change)
            SELECT day, -change FROM withdrawn_place WHERE participant = NEW.participant
            ON CONFLICT (day) DO UPDATE SET change = change + excluded.change;
        END;
        """

    /// Updates the running totals after every movement, so that the fence checks the next movement against them. The
    /// triggers add and subtract, so the order in which SQLite runs them does not matter.
    static let totals: StaticString = """
        CREATE TRIGGER movement_totals AFTER INSERT ON movement BEGIN
            UPDATE programme SET
                received_ore = received_ore + NEW.received_ore, repaid_ore = repaid_ore + NEW.repaid_ore
            WHERE NEW.received_ore <> 0 OR NEW.repaid_ore <> 0;
            UPDATE proof_total SET vouchers = vouchers + 1, net_ore = net_ore + NEW.amount_ore
            WHERE receipt = 0 AND payment = 0 AND approval = 0
                AND NEW.kind IN ('disbursement', 'expense') AND NEW.voucher_total_ore IS NULL;
            UPDATE post SET
                approved_ore = approved_ore + iif(NEW.participant IS NULL, NEW.disbursed_ore, 0),
                released_ore = released_ore + iif(NEW.participant IS NULL, NEW.disbursed_ore, NEW.released_ore),
                disbursed_ore = disbursed_ore + NEW.disbursed_ore
            WHERE post = NEW.post;
            UPDATE item SET
                released_ore = released_ore + NEW.released_ore, disbursed_ore = disbursed_ore + NEW.disbursed_ore,
                first_release_day = CASE
                    WHEN NEW.kind = 'release' THEN min(coalesce(first_release_day, NEW.day), NEW.day)
                    WHEN NEW.kind = 'retraction' AND released_ore + NEW.released_ore = 0 THEN NULL
                    ELSE first_release_day END
            WHERE participant = NEW.participant AND item = NEW.item;
            UPDATE participant SET
                released_ore = released_ore + NEW.released_ore, disbursed_ore = disbursed_ore + NEW.disbursed_ore
            WHERE participant = NEW.participant;
        END;
        -- Only a withdrawn participant gives a place up; approved and released then follow disbursed.
        CREATE TRIGGER movement_back AFTER INSERT ON movement
        WHEN NEW.kind IN ('refund', 'reversal') AND NEW.participant IS NOT NULL BEGIN
            INSERT INTO place_day (day, change)
            SELECT day, change FROM withdrawn_place WHERE participant = NEW.participant
            ON CONFLICT (day) DO UPDATE SET change = change + excluded.change;
            DELETE FROM place_day WHERE change = 0;
            UPDATE programme SET places_taken = (SELECT coalesce(sum(change), 0) FROM place_day);
            SELECT RAISE(ABORT, 'places-taken')
            FROM programme
            WHERE NEW.disbursed_ore > 0 AND places < (
                SELECT max(taken)
                FROM (SELECT day, sum(change) OVER (ORDER BY day) AS taken FROM place_day) WHERE day >= terms_day);
            UPDATE participant SET
                approved_ore = approved_ore + NEW.disbursed_ore, released_ore = released_ore + NEW.disbursed_ore
            WHERE participant = NEW.participant AND withdrawn_entry IS NOT NULL;
            UPDATE item SET
                approved_ore = approved_ore + NEW.disbursed_ore, released_ore = released_ore + NEW.disbursed_ore
            WHERE item = NEW.item AND participant = (
                SELECT participant FROM participant
                WHERE participant = NEW.participant AND withdrawn_entry IS NOT NULL);
            UPDATE post SET
                approved_ore = approved_ore + NEW.disbursed_ore, released_ore = released_ore + NEW.disbursed_ore
            WHERE post = NEW.post AND EXISTS (
                SELECT 1 FROM participant WHERE participant = NEW.participant AND withdrawn_entry IS NOT NULL);
        END;
        -- What was spent on its day, and on the day on which it had been spent, which is nearly always the same.
        CREATE TRIGGER movement_days AFTER INSERT ON movement WHEN NEW.disbursed_ore <> 0 BEGIN
            INSERT INTO day_total (day, post, disbursed_ore, incurred_ore)
            VALUES (NEW.day, NEW.post, NEW.disbursed_ore, 0),
                (coalesce(NEW.origin_day, NEW.day), NEW.post, 0, NEW.disbursed_ore)
            ON CONFLICT (day, post) DO UPDATE SET
                disbursed_ore = disbursed_ore + excluded.disbursed_ore,
                incurred_ore = incurred_ore + excluded.incurred_ore;
        END;
        """
}
