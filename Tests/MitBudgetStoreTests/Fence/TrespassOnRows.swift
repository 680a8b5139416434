extension Trespass {
    /// Every way in which SQLite lets a statement deal with a conflict.
    private static let conflicts = ["ABORT", "FAIL", "ROLLBACK", "IGNORE", "REPLACE"]

    static let changingTheJournal =
        conflicts.flatMap { conflict in
            [
                Trespass(
                    "an update or \(conflict)", "journal",
                    sql: "UPDATE OR \(conflict) journal SET day = '2023-01-01';"),
                Trespass(
                    "a renumbering or \(conflict)", "journal",
                    sql: "UPDATE OR \(conflict) journal SET seq = 25 WHERE seq = 26;"),
                Trespass(
                    "an insert or \(conflict) of an old number", "journal",
                    sql: "INSERT OR \(conflict) INTO journal VALUES (13, \(row));"),
                Trespass(
                    "an insert or \(conflict) of the latest number", "journal",
                    sql: "INSERT OR \(conflict) INTO journal VALUES (26, \(row));"),
                Trespass(
                    "an insert or \(conflict) beyond the next number", "journal",
                    sql: "INSERT OR \(conflict) INTO journal VALUES (28, \(row));"),
            ]
        } + [
            Trespass("an update", "journal", sql: "UPDATE journal SET body = '{}' WHERE seq = 13;"),
            Trespass("an update of nothing but the same", "journal", sql: "UPDATE journal SET actor = actor;"),
            Trespass(
                "an update of the last entry's hash", "journal",
                sql: "UPDATE journal SET hash = '\(hash)' WHERE seq = 26;"),
            Trespass(
                "an update from another table", "journal", sql: "UPDATE journal SET day = last_day FROM programme;"),
            Trespass("a deletion", "journal", sql: "DELETE FROM journal WHERE seq = 26;"),
            Trespass("a deletion of all", "journal", sql: "DELETE FROM journal;"),
            Trespass("a replace", "journal", sql: "REPLACE INTO journal VALUES (26, \(row));"),
            Trespass("a replace from the table itself", "journal", sql: "REPLACE INTO journal SELECT * FROM journal;"),
            Trespass(
                "an upsert", "journal",
                sql: "INSERT INTO journal VALUES (13, \(row)) ON CONFLICT (seq) DO UPDATE SET body = '{}';"),
            Trespass(
                "an upsert that names no key", "journal",
                sql: "INSERT INTO journal VALUES (26, \(row)) ON CONFLICT DO UPDATE SET body = '{}';"),
            Trespass(
                "an upsert that does nothing", "journal",
                sql: "INSERT INTO journal VALUES (13, \(row)) ON CONFLICT DO NOTHING;"),
            Trespass(
                "rows of another file", "journal",
                sql: """
                    ATTACH '' AS other; CREATE TABLE other.journal AS SELECT * FROM main.journal;
                    UPDATE other.journal SET actor = 'bent'; REPLACE INTO main.journal SELECT * FROM other.journal;
                    """),
            Trespass("a number left out", "journal", sql: "INSERT INTO journal VALUES (28, \(row));"),
            Trespass("number zero", "journal", sql: "INSERT INTO journal VALUES (0, \(row));"),
            Trespass("a negative number", "journal", sql: "INSERT INTO journal VALUES (-1, \(row));"),
            Trespass("no number", "journal", sql: "INSERT INTO journal VALUES (NULL, \(row));"),
            Trespass("a broken number", "datatype mismatch", sql: "INSERT INTO journal VALUES (26.5, \(row));"),
            Trespass(
                "the highest number there is", "journal",
                sql: "INSERT INTO journal VALUES (9223372036854775807, \(row));"),
            Trespass(
                "a time before the entry before", "journal",
                sql: "INSERT INTO journal VALUES (27, \(row.replacing("12:00:00", with: "11:59:59")));"
            ),
        ]
        + ["rowid", "oid", "_rowid_"].flatMap { alias in
            [
                Trespass(
                    "an update through \(alias)", "journal",
                    sql: "UPDATE journal SET \(alias) = 99 WHERE \(alias) = 26;"),
                Trespass("a deletion through \(alias)", "journal", sql: "DELETE FROM journal WHERE \(alias) = 26;"),
                Trespass(
                    "a replacement through \(alias)", "journal",
                    sql: """
                        INSERT OR REPLACE INTO journal (\(alias), recorded_at, actor, kind, day, body, hash)
                        VALUES (13, \(row));
                        """),
            ]
        }

    static let changingMovements =
        conflicts.flatMap { conflict in
            [
                Trespass(
                    "an update or \(conflict)", "movement",
                    sql: "UPDATE OR \(conflict) movement SET amount_ore = 1 WHERE entry = 13;"),
                Trespass(
                    "a renumbering or \(conflict)", "movement",
                    sql: "UPDATE OR \(conflict) movement SET entry = 12 WHERE entry = 13;"),
                Trespass(
                    "an insert or \(conflict) in another's place", "movement", entry: 13,
                    verb: "INSERT OR \(conflict)"),
                Trespass(
                    "an insert or \(conflict) above what is released", "release-exceeded", amount: "300001",
                    verb: "INSERT OR \(conflict)"),
            ]
        } + [
            Trespass("an update", "movement", sql: "UPDATE movement SET amount_ore = 1 WHERE entry = 13;"),
            Trespass("an update of nothing but the same", "movement", sql: "UPDATE movement SET day = day;"),
            Trespass("a deletion", "movement", sql: "DELETE FROM movement WHERE entry = 13;"),
            Trespass("a deletion of all", "movement", sql: "DELETE FROM movement;"),
            Trespass("a replace", "movement", amount: "1", entry: 13, verb: "REPLACE"),
            Trespass(
                "an upsert", "movement",
                sql: Trespass("", "", entry: 13).sql.dropLast() + " ON CONFLICT (entry) DO UPDATE SET amount_ore = 1;"),
            Trespass(
                "an upsert that names no key", "movement",
                sql: Trespass("", "", entry: 13).sql.dropLast() + " ON CONFLICT DO UPDATE SET amount_ore = 1;"),
            Trespass("a movement without its entry in the journal", "movement", sql: Trespass("", "").sql),
            Trespass("a movement of an entry of another kind", "movement", entry: 11),
            Trespass("a movement of an entry that was none", "movement", entry: 26),
            Trespass("a movement of no entry", "movement", entry: nil),
            Trespass("a movement of the entry before the first", "movement", entry: 0),
        ]
        + ["rowid", "oid", "_rowid_"].flatMap { alias in
            [
                Trespass(
                    "an update through \(alias)", "movement",
                    sql: "UPDATE movement SET \(alias) = 99 WHERE \(alias) = 13;"),
                Trespass("a deletion through \(alias)", "movement", sql: "DELETE FROM movement WHERE \(alias) = 13;"),
                Trespass(
                    "a replacement through \(alias)", "movement",
                    sql: """
                        INSERT OR REPLACE INTO movement (\(alias), kind, participant, item, post, amount_ore, day)
                        VALUES (13, 'disbursement', 'B01', 1, 'citizens', 1, '2023-02-10');
                        """),
            ]
        }
}

extension String {
    /// The text with every occurrence of a part changed.
    func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
