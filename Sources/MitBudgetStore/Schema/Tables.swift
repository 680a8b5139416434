import SQLite

/// The tables of a ledger. `journal`, `words` and `evidence` are the truth; all others are projections that
/// verification rebuilds and compares row by row.
enum Schema {
    /// "MitB": marks the file as a ledger.
    static let applicationID: Int64 = 0x4D69_7442
    /// The version of the tables and triggers: one more whenever a release changes them.
    static let version: Int64 = 3

    /// Set on every connection, since the file keeps neither.
    static let connection: StaticString = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"

    /// Set for a new file while it has no name. No one reads it, and after a crash no one needs it, so it needs no log
    /// and need not reach the disk.
    static let draft: StaticString = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"

    /// Set once, when the new file is complete, and syncs all of it to the disk. Write-ahead logging lets readers read
    /// while someone writes.
    static let file: StaticString = """
        PRAGMA synchronous = FULL;
        PRAGMA application_id = 0x4D697442;
        PRAGMA user_version = 3;
        PRAGMA journal_mode = WAL;
        """

    /// Makes all tables, indices and triggers in an empty database.
    static func make(on connection: Connection) throws(SQLiteFailure) {
        for script in scripts { try connection.script(script) }
    }

    /// The scripts of the whole schema, in order.
    static let scripts = [truth, projections, wordsFence, evidenceFence, journalFence, movementFence, places, totals]

    /// The tables `journal`, `words` and `evidence`.
    static let truth: StaticString = """
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY,
            recorded_at TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            body TEXT NOT NULL,
            hash TEXT NOT NULL CHECK (length(hash) = 64)
        ) STRICT;
        -- Amendments and measured figures, of which there are few, are read from the journal itself: a query that
        -- repeats this condition word for word uses this index.
        CREATE INDEX journal_of_terms ON journal (kind, seq) WHERE kind IN ('terms-amended', 'measure-noted');

        -- A text and its salt; both NULL once erased. A body refers to it by id and seal.
        CREATE TABLE words (
            id INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            salt TEXT,
            text TEXT,
            CHECK ((salt IS NULL) = (text IS NULL))
        ) STRICT;
        CREATE INDEX words_of_subject ON words (subject);

        -- A document and its salt; both NULL once erased. The body of voucher-attached refers to it by id and seal.
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            salt TEXT,
            bytes BLOB,
            CHECK ((salt IS NULL) = (bytes IS NULL))
        ) STRICT;
        CREATE INDEX evidence_of_subject ON evidence (subject);
        """

    /// The projections. Besides those that outsiders may read (staff, participant, plan, plan_item, movement, period)
    /// six keep running totals, so that a decision or an overview reads few rows however large the ledger: programme,
    /// post, participant, item, day_total and place_day. Three hold what the fence needs of the terms: programme, post
    /// and period_ceiling.
    static let projections: StaticString = """
        -- One row: the terms that the fence needs, and the totals that belong to no post. pending, pending_ore: how
        -- many plans wait, and what approved would grow by if all were approved. terms_entry: the entry that holds the
        -- terms; on terms_day and later no more places are held than there are.
        CREATE TABLE programme (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            programme TEXT NOT NULL,
            terms_entry INTEGER NOT NULL REFERENCES journal (seq),
            terms_day TEXT NOT NULL,
            grant_ore INTEGER NOT NULL,
            places INTEGER,
            cap_ore INTEGER,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL,
            received_ore INTEGER NOT NULL DEFAULT 0,
            repaid_ore INTEGER NOT NULL DEFAULT 0,
            places_taken INTEGER NOT NULL DEFAULT 0,
            enrolled INTEGER NOT NULL DEFAULT 0,
            withdrawn INTEGER NOT NULL DEFAULT 0,
            pending INTEGER NOT NULL DEFAULT 0,
            pending_ore INTEGER NOT NULL DEFAULT 0,
            closed_through TEXT
        ) STRICT;

        CREATE TABLE post (
            post TEXT PRIMARY KEY,
            position INTEGER NOT NULL UNIQUE,
            budget_ore INTEGER NOT NULL,
            approved_ore INTEGER NOT NULL DEFAULT 0,
            released_ore INTEGER NOT NULL DEFAULT 0,
            disbursed_ore INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        -- The most that may be spent in a budget period: on a post, or without one on each participant.
        CREATE TABLE period_ceiling (
            first_day TEXT NOT NULL,
            post TEXT NOT NULL,
            last_day TEXT NOT NULL,
            budget_ore INTEGER NOT NULL,
            PRIMARY KEY (first_day, post)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE staff (
            staff TEXT PRIMARY KEY,
            role TEXT NOT NULL,
            account TEXT NOT NULL,
            name_words INTEGER,
            added_entry INTEGER NOT NULL REFERENCES journal (seq),
            ended_entry INTEGER REFERENCES journal (seq)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX staff_of_account ON staff (account);

        -- Each login that a staff member was bound to, from which entry on.
        CREATE TABLE login (
            staff TEXT NOT NULL REFERENCES staff (staff),
            entry INTEGER NOT NULL REFERENCES journal (seq),
            account TEXT NOT NULL,
            PRIMARY KEY (staff, entry)
        ) STRICT, WITHOUT ROWID;

        -- A withdrawn participant's approved and released count as what was disbursed.
        CREATE TABLE participant (
            participant TEXT PRIMARY KEY,
            number INTEGER NOT NULL UNIQUE,
            enrolled_entry INTEGER NOT NULL REFERENCES journal (seq),
            enrolled_day TEXT NOT NULL,
            withdrawn_entry INTEGER REFERENCES journal (seq),
            withdrawn_day TEXT,
            withdrawn_cause TEXT,
            versions INTEGER NOT NULL DEFAULT 0,
            items INTEGER NOT NULL DEFAULT 0,
            approved_version INTEGER,
            pending_version INTEGER,
            first_approved_day TEXT,
            approved_ore INTEGER NOT NULL DEFAULT 0,
            released_ore INTEGER NOT NULL DEFAULT 0,
            disbursed_ore INTEGER NOT NULL DEFAULT 0,
            name_words INTEGER,
            case_words INTEGER,
            result TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX participant_result ON participant (result, disbursed_ore) WHERE result IS NOT NULL;

        -- Every version drafted. decided_*: the entry that ended its wait, whichever way.
        CREATE TABLE plan (
            participant TEXT NOT NULL REFERENCES participant (participant),
            version INTEGER NOT NULL,
            state TEXT NOT NULL,
            agreed_day TEXT NOT NULL,
            drafted_entry INTEGER NOT NULL REFERENCES journal (seq),
            decided_entry INTEGER REFERENCES journal (seq),
            decided_day TEXT,
            decided_by TEXT,
            total_ore INTEGER NOT NULL,
            goal_words INTEGER,
            wishes_words INTEGER,
            purpose_words INTEGER,
            PRIMARY KEY (participant, version)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX plan_pending ON plan (participant) WHERE state = 'pending';

        CREATE TABLE plan_item (
            participant TEXT NOT NULL,
            version INTEGER NOT NULL,
            item INTEGER NOT NULL,
            area TEXT NOT NULL,
            amount_ore INTEGER NOT NULL,
            text_words INTEGER,
            PRIMARY KEY (participant, version, item),
            FOREIGN KEY (participant, version) REFERENCES plan (participant, version)
        ) STRICT, WITHOUT ROWID;

        -- An item of approved plans and its money, across versions.
        CREATE TABLE item (
            participant TEXT NOT NULL REFERENCES participant (participant),
            item INTEGER NOT NULL,
            area TEXT NOT NULL,
            in_force INTEGER NOT NULL,
            first_release_day TEXT,
            approved_ore INTEGER NOT NULL DEFAULT 0,
            released_ore INTEGER NOT NULL DEFAULT 0,
            disbursed_ore INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (participant, item)
        ) STRICT, WITHOUT ROWID;

        -- Every entry that moved money. amount_ore is above zero; the generated columns say which way it went, and what
        -- the voucher is known by: two that differ in case alone are one. origin_day: of a refund or a reversal, the
        -- day on which the money had been spent; voucher_total_ore: what a voucher with several lines is
        -- about in all, on each line; incurred_day: the day on which the money was, or had been, spent.
        CREATE TABLE movement (
            entry INTEGER PRIMARY KEY REFERENCES journal (seq),
            kind TEXT NOT NULL,
            participant TEXT REFERENCES participant (participant),
            item INTEGER,
            area TEXT,
            post TEXT REFERENCES post (post),
            amount_ore INTEGER NOT NULL,
            day TEXT NOT NULL,
            paid_day TEXT,
            voucher TEXT,
            refers_to INTEGER REFERENCES movement (entry),
            cancels TEXT,
            origin_day TEXT,
            voucher_total_ore INTEGER,
            released_ore INTEGER NOT NULL GENERATED ALWAYS AS (
                CASE kind WHEN 'release' THEN amount_ore WHEN 'retraction' THEN -amount_ore ELSE 0 END) VIRTUAL,
            disbursed_ore INTEGER NOT NULL GENERATED ALWAYS AS (
                CASE kind
                    WHEN 'disbursement' THEN amount_ore WHEN 'expense' THEN amount_ore WHEN 'refund' THEN -amount_ore
                    WHEN 'reversal' THEN CASE cancels
                        WHEN 'disbursement' THEN -amount_ore WHEN 'expense' THEN -amount_ore
                        WHEN 'refund' THEN amount_ore ELSE 0 END
                    ELSE 0 END) VIRTUAL,
            received_ore INTEGER NOT NULL GENERATED ALWAYS AS (
                CASE WHEN kind = 'receipt' THEN amount_ore WHEN cancels = 'receipt' THEN -amount_ore ELSE 0 END
            ) VIRTUAL,
            repaid_ore INTEGER NOT NULL GENERATED ALWAYS AS (
                CASE WHEN kind = 'repayment' THEN amount_ore WHEN cancels = 'repayment' THEN -amount_ore ELSE 0 END
            ) VIRTUAL,
            incurred_day TEXT GENERATED ALWAYS AS (
                CASE WHEN kind IN ('disbursement', 'expense') THEN day ELSE origin_day END) VIRTUAL,
            voucher_key TEXT GENERATED ALWAYS AS (
                replace(replace(replace(lower(voucher), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')) VIRTUAL
        ) STRICT;
        CREATE INDEX movement_of_participant ON movement (participant, item) WHERE participant IS NOT NULL;
        CREATE INDEX movement_of_voucher ON movement (voucher_key) WHERE voucher_key IS NOT NULL;
        CREATE INDEX movement_referring ON movement (refers_to) WHERE refers_to IS NOT NULL;

        -- The documents that were attached to the voucher of a movement; detached_entry: the entry that took it off.
        CREATE TABLE attachment (
            entry INTEGER PRIMARY KEY REFERENCES journal (seq),
            movement INTEGER NOT NULL REFERENCES movement (entry),
            proof TEXT NOT NULL,
            type TEXT NOT NULL,
            size INTEGER NOT NULL,
            evidence INTEGER NOT NULL REFERENCES evidence (id),
            detached_entry INTEGER REFERENCES journal (seq)
        ) STRICT;
        CREATE INDEX attachment_of_movement ON attachment (movement);
        CREATE INDEX attachment_of_size ON attachment (size);

        -- The first approval by a manager of a disbursement or an expense.
        CREATE TABLE approval (
            movement INTEGER PRIMARY KEY REFERENCES movement (entry),
            entry INTEGER NOT NULL REFERENCES journal (seq)
        ) STRICT;

        -- The first extract of the books that showed a movement as paid, by the number of the line in its file.
        CREATE TABLE confirmation (
            movement INTEGER PRIMARY KEY REFERENCES movement (entry),
            entry INTEGER NOT NULL REFERENCES journal (seq),
            line INTEGER NOT NULL
        ) STRICT;

        -- How many standing disbursements and expenses there are with money that did not come back, and how much, by
        -- what proves them. A document on one line of a voucher proves all of its lines.
        CREATE TABLE proof_total (
            receipt INTEGER NOT NULL,
            payment INTEGER NOT NULL,
            approval INTEGER NOT NULL,
            vouchers INTEGER NOT NULL DEFAULT 0,
            net_ore INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (receipt, payment, approval)
        ) STRICT, WITHOUT ROWID;

        -- The texts that were corrected: corrected names the entry of the first text, item the item of a plan.
        CREATE TABLE correction (
            entry INTEGER PRIMARY KEY REFERENCES journal (seq),
            corrected INTEGER NOT NULL REFERENCES journal (seq),
            field TEXT NOT NULL,
            item INTEGER,
            text_words INTEGER,
            reason_words INTEGER
        ) STRICT;
        CREATE INDEX correction_of ON correction (corrected);

        -- The keys of commands that are recorded once however often they are sent.
        CREATE TABLE once (
            once TEXT PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES journal (seq)
        ) STRICT, WITHOUT ROWID;

        -- What each post spent on each day: the forecast, the picture of spending and the posts' budget periods read
        -- it, however many the vouchers. incurred_ore: by the day of what had been spent.
        CREATE TABLE day_total (
            day TEXT NOT NULL,
            post TEXT NOT NULL,
            disbursed_ore INTEGER NOT NULL,
            incurred_ore INTEGER NOT NULL,
            PRIMARY KEY (day, post)
        ) STRICT, WITHOUT ROWID;

        -- How it went for the participants; the latest day counts, then the latest entry.
        CREATE TABLE result (
            participant TEXT NOT NULL REFERENCES participant (participant),
            entry INTEGER NOT NULL REFERENCES journal (seq),
            result TEXT,
            day TEXT NOT NULL,
            PRIMARY KEY (participant, entry)
        ) STRICT, WITHOUT ROWID;

        -- By how much the number of citizens who hold a place changes on a day: as many rows as days with a change.
        CREATE TABLE place_day (
            day TEXT PRIMARY KEY,
            change INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- Where a withdrawn citizen's place is given up, and where it is taken again because money was spent by then.
        CREATE VIEW withdrawn_place AS
            SELECT participant, withdrawn_day AS day, -1 AS change FROM participant AS gone
            WHERE withdrawn_cause <> 'finished' AND 0 >= (
                SELECT coalesce(sum(disbursed_ore), 0) FROM movement AS m
                WHERE m.participant = gone.participant AND m.day <= withdrawn_day)
            UNION ALL
            SELECT participant, day, held - held_before FROM (
                SELECT DISTINCT gone.participant, spent.day,
                    (SELECT sum(disbursed_ore) FROM movement AS m
                     WHERE m.participant = gone.participant AND m.day <= spent.day) > 0 AS held,
                    (SELECT coalesce(sum(disbursed_ore), 0) FROM movement AS m
                     WHERE m.participant = gone.participant AND m.day < spent.day) > 0 AS held_before
                FROM participant AS gone JOIN movement AS spent
                    ON spent.participant = gone.participant AND spent.day > withdrawn_day
                WHERE withdrawn_cause <> 'finished')
            WHERE held <> held_before;

        -- Closes and reopenings; the latest one says how far the books are closed.
        CREATE TABLE period (
            entry INTEGER PRIMARY KEY REFERENCES journal (seq),
            kind TEXT NOT NULL,
            through_day TEXT NOT NULL
        ) STRICT;
        """
}
