extension Alteration {
    /// Entry 41 amends the terms without an approval, entry 44 with one; entry 45 is dated after the first
    /// terms' window.
    static let ofTerms: [Alteration] = [
        Alteration(
            "amendment-rewritten", "The last day that an amendment set is rewritten in the journal.",
            finds: ["chain-broken 44", "projection-differs programme/1 last_day"], unfenced: lastDay("2025-12-31")),
        Alteration(
            "amendment-rehashed", "As `amendment-rewritten`, and all hashes made right.",
            finds: ["projection-differs programme/1 last_day"],
            anchor: end, from: 44, rehashed: lastDay("2025-12-31")),
        Alteration(
            "amendment-everywhere", "As `amendment-rehashed`, and in the table that the fence reads.", finds: [],
            anchor: end, from: 44,
            rehashed: lastDay("2025-12-31") + "UPDATE programme SET last_day = '2025-12-31';"),
        Alteration(
            "amendment-below-used",
            "As `amendment-everywhere`, but the window ends before a day on which money was spent.",
            finds: ["replay-refused 45 outside-window"],
            anchor: end, from: 44,
            rehashed: lastDay("2025-03-02") + "UPDATE programme SET last_day = '2025-03-02';"),
        Alteration(
            "amended-budget", "The project's amended budget is raised in journal and table, and all hashes made right.",
            finds: [], anchor: end, from: 44,
            rehashed: """
                UPDATE journal SET body = replace(body, '203000.00', '204000.00') WHERE seq = 44;
                UPDATE post SET budget_ore = 20400000 WHERE post = 'project';
                """),
        Alteration(
            "amended-budget-below", "As `amended-budget`, but it is set below what was spent before.",
            finds: [
                "replay-refused 44 terms-below-used", "projection-differs programme/1 terms_entry",
                "projection-differs programme/1 terms_day", "projection-differs post/1 budget_ore",
                "projection-differs post/2 budget_ore",
            ],
            anchor: end, from: 44,
            rehashed: """
                UPDATE journal SET body = replace(body, '203000.00', '11999.99') WHERE seq = 44;
                UPDATE post SET budget_ore = 1199999 WHERE post = 'project';
                """),
        Alteration(
            "approval-added", "An approval is put to an amendment that had none.", finds: ["chain-broken 41"],
            unfenced: approved),
        Alteration(
            "approval-rehashed", "As `approval-added`, and all hashes made right.", finds: [], anchor: end, from: 41,
            rehashed: approved),
        Alteration(
            "amendment-deleted", "An amendment is deleted from the journal.",
            finds: [
                "sequence-gap 45", "chain-broken 45", "words-stray 1", "projection-differs programme/1 terms_entry",
                "projection-differs programme/1 terms_day", "projection-differs post/1 budget_ore",
                "projection-differs post/2 budget_ore",
            ],
            unfenced: "DELETE FROM journal WHERE seq = 44"),
        Alteration(
            "amendment-removed",
            "The last amendment is removed from journal, words and tables, the rest numbered anew, hashes made right.",
            finds: [], anchor: "anchor-beyond 46", from: 44,
            rehashed: """
                DELETE FROM words WHERE id = (SELECT body ->> '$.reason.words' FROM journal WHERE seq = 44);
                DELETE FROM journal WHERE seq = 44; \(closeUp(after: 44))
                UPDATE result SET entry = entry - 1 WHERE entry > 44;
                UPDATE post SET budget_ore = 74000000 WHERE post = 'citizens';
                UPDATE post SET budget_ore = 20200000 WHERE post = 'project';
                UPDATE programme SET terms_entry = 41, terms_day = '2023-04-10';
                """),
        Alteration(
            "amendments-swapped", "Two amendments change places, and all hashes are made right.",
            finds: [
                "replay-refused 44 out-of-order", "projection-differs programme/1 terms_entry",
            ],
            anchor: end, from: 41,
            rehashed: """
                UPDATE journal SET seq = 1000 WHERE seq = 41; UPDATE journal SET seq = 41 WHERE seq = 44;
                UPDATE journal SET seq = 44 WHERE seq = 1000;
                """),
        Alteration(
            "amendments-swapped-bodies", "The contents of two amendments change places, and all hashes are made right.",
            finds: [], anchor: end, from: 41,
            rehashed: """
                CREATE TABLE kept AS SELECT seq, body FROM journal WHERE seq IN (41, 44);
                UPDATE journal SET body = kept.body FROM kept WHERE kept.seq = 85 - journal.seq; DROP TABLE kept;
                UPDATE post SET budget_ore = 74000000 WHERE post = 'citizens';
                UPDATE post SET budget_ore = 20200000 WHERE post = 'project';
                """),
        Alteration(
            "terms-pointed-back", "The terms in force are made those of entry 1 again.",
            finds: ["projection-differs programme/1 terms_entry"],
            unfenced: "UPDATE programme SET terms_entry = 1"),
        Alteration(
            "window-widened", "The last day that the fence reads is moved.",
            finds: ["projection-differs programme/1 last_day"],
            unfenced: "UPDATE programme SET last_day = '2026-12-31'"),
        Alteration(
            "budget-period-widened", "The budget period that the fence reads is widened.",
            finds: ["projection-differs period_ceiling/2022-12-01/project last_day"],
            unfenced:
                "UPDATE period_ceiling SET last_day = '2022-12-02' WHERE last_day = '2023-12-31' AND post = 'project'"),
        Alteration(
            "budget-period-raised", "A ceiling of a budget period is raised.",
            finds: ["projection-differs period_ceiling/2022-12-01/ budget_ore"],
            unfenced: "UPDATE period_ceiling SET budget_ore = 9900000 WHERE post = ''"),
        Alteration(
            "result-altered", "How it went for a citizen is altered.",
            finds: ["projection-differs result/B01/42 result", "projection-differs participant/1 result"],
            unfenced: """
                UPDATE result SET result = 'closer' WHERE entry = 42;
                UPDATE participant SET result = 'closer' WHERE participant = 'B01';
                """),
        Alteration(
            "measure-altered", "A measured figure is altered in the journal, and all hashes made right.", finds: [],
            anchor: end, from: 43,
            rehashed: "UPDATE journal SET body = replace(body, '\"950\"', '\"799\"') WHERE seq = 43"),
    ].map { $0.done(to: .amended) }

    private static let end = "anchor-differs 46"

    private static func lastDay(_ day: String) -> String {
        "UPDATE journal SET body = replace(body, '\"2025-06-30\"', '\"\(day)\"') WHERE seq = 44;"
    }

    private static let approved =
        "UPDATE journal SET body = '{\"approval\":\"SBST-6\",' || substr(body, 2) WHERE seq = 41"
}
