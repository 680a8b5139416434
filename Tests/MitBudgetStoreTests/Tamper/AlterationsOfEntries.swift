extension Alteration {
    /// What is wrong in the tables if only the journal says 3.400 kr. instead of the 3.900 that B03 spent in entry 31.
    private static let totals = [
        "projection-differs post/1 disbursed_ore", "projection-differs participant/3 disbursed_ore",
        "projection-differs item/B03/1 disbursed_ore", "projection-differs day_total/2023-02-10/citizens disbursed_ore",
        "projection-differs day_total/2023-02-10/citizens incurred_ore",
    ]
    private static let amount = "projection-differs movement/31 amount_ore"

    private static func rewritten(_ ore: Int) -> String {
        "UPDATE journal SET body = replace(body, ':390000', ':\(ore)') WHERE seq = 31;"
    }

    private static func moved(_ ore: Int) -> String {
        "UPDATE movement SET amount_ore = \(ore) WHERE entry = 31;"
    }

    /// Changes every total that B03's spending counts in by an amount.
    private static func totals(by ore: Int) -> String {
        """
        UPDATE post SET disbursed_ore = disbursed_ore + \(ore) WHERE post = 'citizens';
        UPDATE participant SET disbursed_ore = disbursed_ore + \(ore) WHERE participant = 'B03';
        UPDATE item SET disbursed_ore = disbursed_ore + \(ore) WHERE participant = 'B03' AND item = 1;
        UPDATE day_total SET disbursed_ore = disbursed_ore + \(ore), incurred_ore = incurred_ore + \(ore)
        WHERE day = '2023-02-10' AND post = 'citizens';
        UPDATE proof_total SET net_ore = net_ore + \(ore) WHERE vouchers > 0;
        """
    }

    /// Closes the gap that an entry leaves: all that come after it move up.
    static func closeUp(after entry: Int) -> String {
        """
        UPDATE journal SET seq = seq - 1 WHERE seq > \(entry);
        UPDATE movement SET entry = entry - 1 WHERE entry > \(entry);
        UPDATE period SET entry = entry - 1 WHERE entry > \(entry);
        """
    }

    static let ofEntries: [Alteration] = [
        Alteration(
            "amount-rewritten", "An amount is rewritten in the journal.",
            finds: ["chain-broken 31", amount] + totals, unfenced: rewritten(340_000)),
        Alteration(
            "amount-one-hash", "An amount is rewritten, and that entry's hash made right.", by: .forger,
            finds: [amount, "chain-broken 32"] + totals
        ) { forgery in
            try forgery.unfenced(
                rewritten(340_000) + "CREATE TABLE kept AS SELECT seq, hash FROM journal WHERE seq > 31")
            try forgery.rehash(from: 31)
            try forgery.unfenced(
                "UPDATE journal SET hash = kept.hash FROM kept WHERE kept.seq = journal.seq; DROP TABLE kept")
        },
        Alteration(
            "amount-rehashed", "An amount is rewritten, and that hash and all later ones made right.",
            finds: [amount] + totals, from: 31, rehashed: rewritten(340_000)),
        Alteration(
            "amount-and-movement",
            "An amount is rewritten in journal and `movement` and all hashes made right; totals are left.",
            finds: totals, from: 31, rehashed: rewritten(340_000) + moved(340_000)),
        Alteration(
            "amount-everywhere",
            "An amount is rewritten in journal, `movement` and every total, and all hashes made right.", finds: [],
            from: 31,
            rehashed: rewritten(340_000) + moved(340_000) + totals(by: -50_000)),
        Alteration(
            "amount-above-limit", "As `amount-everywhere`, but to more than was released.",
            finds: ["replay-refused 31 release-exceeded"], from: 31,
            rehashed: rewritten(400_001) + moved(400_001) + totals(by: 10_001)),
        Alteration(
            "terms-rewritten", "The grant is raised in entry 1 and in the table, and all hashes made right.",
            finds: [], from: 1,
            rehashed: """
                UPDATE journal SET body = replace(body, '952000.00', '962000.00') WHERE seq = 1;
                UPDATE programme SET grant_ore = 96200000;
                """),
        Alteration(
            "entry-deleted", "An entry in the middle is deleted.",
            finds: ["sequence-gap 37", "chain-broken 37", "words-stray 1"],
            unfenced: "DELETE FROM journal WHERE seq = 36"),
        Alteration(
            "entry-deleted-renumbered", "An entry is deleted and all later ones numbered anew.",
            finds: ["chain-broken 36", "chain-broken 37", "chain-broken 38", "chain-broken 39", "words-stray 1"],
            anchor: "anchor-beyond 40",
            unfenced: "DELETE FROM journal WHERE seq = 36;" + closeUp(after: 36)),
        Alteration(
            "reading-removed",
            "The trace of a reading is removed with its words, the rest numbered anew and all hashes made right.",
            finds: [], anchor: "anchor-beyond 40", from: 36,
            rehashed: """
                DELETE FROM words WHERE id = (SELECT body ->> '$.purpose.words' FROM journal WHERE seq = 36);
                DELETE FROM journal WHERE seq = 36; \(closeUp(after: 36))
                """),
        Alteration(
            "entries-swapped", "Two entries change places, their movements with them.",
            finds: ["chain-broken 29", "chain-broken 30", "clock-backwards 30", "chain-broken 31"], unfenced: swap),
        Alteration(
            "entries-swapped-rehashed", "As `entries-swapped`, and all hashes made right.",
            finds: ["clock-backwards 30"], from: 29,
            rehashed: swap),
        Alteration(
            "entries-swapped-retimed", "As `entries-swapped-rehashed`, and their times exchanged too.", finds: [],
            from: 29,
            rehashed: swap + """
                UPDATE journal SET recorded_at = '2025-06-30T12:04:00Z' WHERE seq = 29;
                UPDATE journal SET recorded_at = '2025-06-30T12:05:00Z' WHERE seq = 30;
                """),
        Alteration(
            "entry-before-first", "A row is put before entry 1.",
            finds: ["sequence-gap 0", "chain-broken 0", "entry-unreadable 0", "chain-broken 1"],
            unfenced: """
                INSERT INTO journal VALUES (0, '2025-06-30T12:00:00Z', 'sofie', 'note', '2025-06-30', '{}',
                    '\(Trespass.hash)')
                """),
        Alteration(
            "entry-appended", "An entry is added by hand, which the fence allows, without its hash.", by: .shell,
            finds: ["chain-broken 41", "entry-unreadable 41"]
        ) { forgery in
            try forgery.shell(
                """
                INSERT INTO journal VALUES (41, '2025-06-30T13:00:00Z', 'sofie', 'words-read', '2025-06-30', '{}',
                    '\(Trespass.hash)');
                """)
        },
        Alteration(
            "actor-changed", "Another name is put to an entry.", finds: ["chain-broken 31"],
            unfenced: "UPDATE journal SET actor = 'bent' WHERE seq = 31"),
        Alteration(
            "actor-rehashed", "Another name is put to an entry, and all hashes made right.", finds: [], from: 31,
            rehashed: "UPDATE journal SET actor = 'bent' WHERE seq = 31"),
        Alteration(
            "actor-unfit", "As `actor-rehashed`, with the name of someone whose role may not do that.",
            finds: ["replay-refused 31 not-permitted"], from: 31,
            rehashed: "UPDATE journal SET actor = 'karen' WHERE seq = 31"),
        Alteration(
            "time-earlier", "A time is set before that of the entry before, and all hashes made right.",
            finds: ["clock-backwards 31"], from: 31,
            rehashed: "UPDATE journal SET recorded_at = '2025-06-30T12:04:59Z' WHERE seq = 31"),
        Alteration(
            "time-later", "A time is set after that of the next entry, and all hashes made right.",
            finds: ["clock-backwards 32"], from: 31,
            rehashed: "UPDATE journal SET recorded_at = '2025-06-30T12:07:01Z' WHERE seq = 31"),
        Alteration(
            "time-between", "A time is moved, but stays between its neighbours, and all hashes are made right.",
            finds: [], from: 31,
            rehashed: "UPDATE journal SET recorded_at = '2025-06-30T12:06:59Z' WHERE seq = 31"),
        Alteration(
            "day-changed", "The day of a purchase is changed in the journal.",
            finds: [
                "chain-broken 40", "projection-differs movement/40 day",
                "projection-differs day_total/2023-04-02/citizens",
                "projection-differs day_total/2023-04-03/citizens",
            ],
            unfenced: "UPDATE journal SET day = '2023-04-02' WHERE seq = 40"),
        Alteration(
            "day-into-closed", "A purchase is moved into a closed period, in every table, and all hashes made right.",
            finds: ["replay-refused 40 period-closed"], from: 40,
            rehashed: """
                UPDATE journal SET day = '2023-02-28' WHERE seq = 40;
                UPDATE movement SET day = '2023-02-28' WHERE entry = 40;
                UPDATE day_total SET day = '2023-02-28' WHERE day = '2023-04-03';
                """),
        Alteration(
            "reading-postdated", "A reading gets a day after it was recorded, and all hashes are made right.",
            finds: ["replay-differs 37"], from: 37,
            rehashed: "UPDATE journal SET day = '2025-07-02' WHERE seq = 37"),
        Alteration(
            "reading-predated", "A reading gets an earlier day, and all hashes are made right.", finds: [], from: 37,
            rehashed: "UPDATE journal SET day = '2025-06-01' WHERE seq = 37"),
        Alteration(
            "kind-changed", "A release is made a receipt, and all hashes made right.",
            finds: [
                "entry-unreadable 29", "projection-differs movement/29", "replay-refused 31 release-exceeded",
                "projection-differs post/1 released_ore", "projection-differs participant/3 released_ore",
                "projection-differs item/B03/1 first_release_day", "projection-differs item/B03/1 released_ore",
            ], from: 29,
            rehashed: "UPDATE journal SET kind = 'receipt' WHERE seq = 29"),
        Alteration(
            "refund-redirected", "A refund is made another purchase's, and all hashes made right.",
            finds: ["replay-differs 33"], from: 33,
            rehashed: """
                UPDATE journal SET body = replace(body, ':32,', ':31,') WHERE seq = 33;
                UPDATE movement SET refers_to = 31 WHERE entry = 33;
                """),
        Alteration(
            "body-reformatted", "A blank is put into a body, and all hashes made right.",
            finds: ["entry-unreadable 36", "words-stray 1"], from: 36,
            rehashed: "UPDATE journal SET body = replace(body, ',', ', ') WHERE seq = 36"),
        Alteration(
            "body-garbled", "A body is overwritten with bytes that are no text.",
            finds: ["chain-broken 36", "entry-unreadable 36", "words-stray 1"],
            unfenced: "UPDATE journal SET body = CAST(x'7bff7d' AS TEXT) WHERE seq = 36"),
    ]

    private static let swap = """
        UPDATE journal SET seq = 1000 WHERE seq = 29; UPDATE journal SET seq = 29 WHERE seq = 30;
        UPDATE journal SET seq = 30 WHERE seq = 1000; UPDATE movement SET entry = 1000 WHERE entry = 29;
        UPDATE movement SET entry = 29 WHERE entry = 30; UPDATE movement SET entry = 30 WHERE entry = 1000;
        """

    /// Removes the last entry, a purchase of 1.200 kr. by B01, from every table.
    private static let cut = """
        DELETE FROM words WHERE id = (SELECT body ->> '$.payee.words' FROM journal WHERE seq = 40);
        DELETE FROM journal WHERE seq = 40; DELETE FROM movement WHERE entry = 40;
        UPDATE post SET disbursed_ore = disbursed_ore - 120000 WHERE post = 'citizens';
        UPDATE participant SET disbursed_ore = disbursed_ore - 120000 WHERE participant = 'B01';
        UPDATE item SET disbursed_ore = disbursed_ore - 120000 WHERE participant = 'B01' AND item = 1;
        DELETE FROM day_total WHERE day = '2023-04-03';
        UPDATE proof_total SET vouchers = vouchers - 1, net_ore = net_ore - 120000 WHERE vouchers > 0;
        """

    static let ofTheTail: [Alteration] = [
        Alteration(
            "tail-cut", "The last entry is deleted from the journal.",
            finds: [
                "projection-differs movement/40", "words-stray 1", "projection-differs post/1 disbursed_ore",
                "projection-differs participant/1 disbursed_ore", "projection-differs item/B01/1 disbursed_ore",
                "projection-differs day_total/2023-04-03/citizens",
            ], anchor: "anchor-beyond 40", unfenced: "DELETE FROM journal WHERE seq = 40"),
        Alteration(
            "tail-cut-everywhere", "The last entry is deleted, and words, tables and totals rolled back.",
            finds: [], anchor: "anchor-beyond 40", unfenced: cut),
        Alteration(
            "last-hash-garbled", "The last hash is overwritten with letters that are none.", finds: ["chain-broken 40"],
            anchor: "anchor-differs 40",
            unfenced: "UPDATE journal SET hash = '\(String(repeating: "z", count: 64))' WHERE seq = 40"),
    ]
}
