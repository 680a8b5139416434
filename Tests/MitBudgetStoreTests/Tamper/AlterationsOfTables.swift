extension Alteration {
    static let ofTables: [Alteration] = [
        Alteration(
            "movement-inserted", "A movement of one's own is inserted.",
            finds: ["projection-differs movement/36"],
            unfenced: """
                INSERT INTO movement (entry, kind, participant, item, post, amount_ore, day)
                VALUES (36, 'release', 'B03', 2, 'citizens', 1, '2023-02-10')
                """),
        Alteration(
            "movement-altered", "The amount of a movement is altered.",
            finds: ["projection-differs movement/31 amount_ore"],
            unfenced: "UPDATE movement SET amount_ore = 1 WHERE entry = 31"),
        Alteration(
            "movement-deleted", "A movement is deleted.", finds: ["projection-differs movement/31"],
            unfenced: "DELETE FROM movement WHERE entry = 31"),
        Alteration(
            "voucher-changed", "The voucher of a movement is changed, so that it can be used again.",
            finds: ["projection-differs movement/31 voucher"],
            unfenced: "UPDATE movement SET voucher = 'K-99' WHERE entry = 31"),
        Alteration(
            "origin-moved", "A refund is made one of money spent in another budget period.",
            finds: ["projection-differs movement/33 origin_day"],
            unfenced: "UPDATE movement SET origin_day = '2024-01-01' WHERE entry = 33"),
        Alteration(
            "participant-total", "What a citizen has spent is edited.",
            finds: ["projection-differs participant/3 disbursed_ore"],
            unfenced: "UPDATE participant SET disbursed_ore = 0 WHERE participant = 'B03'"),
        Alteration(
            "item-total", "What is approved on an item is edited.",
            finds: ["projection-differs item/B03/1 approved_ore"],
            unfenced: "UPDATE item SET approved_ore = 5000000 WHERE participant = 'B03' AND item = 1"),
        Alteration(
            "post-total", "What a post has spent is edited.", finds: ["projection-differs post/2 disbursed_ore"],
            unfenced: "UPDATE post SET disbursed_ore = 0 WHERE post = 'project'"),
        Alteration(
            "programme-total", "What was received is edited.", finds: ["projection-differs programme/1 received_ore"],
            unfenced: "UPDATE programme SET received_ore = 95200000"),
        Alteration(
            "programme-deleted", "The row that holds the limits is deleted.", finds: ["projection-differs programme/1"],
            unfenced: "DELETE FROM programme"),
        Alteration(
            "letter-parted", "A voucher's letter is written as a letter and its mark, so that it can be used again.",
            finds: ["projection-differs movement/31 voucher"],
            unfenced: "UPDATE movement SET voucher = voucher || char(778) WHERE entry = 31"),
        Alteration(
            "day-total", "What was spent on a day is edited.",
            finds: ["projection-differs day_total/2023-02-10/citizens disbursed_ore"],
            unfenced: "UPDATE day_total SET disbursed_ore = 1 WHERE day = '2023-02-10' AND post = 'citizens'"),
        Alteration(
            "cap-raised", "The cap that the fence reads is raised.", finds: ["projection-differs programme/1 cap_ore"],
            unfenced: "UPDATE programme SET cap_ore = 9000000"),
        Alteration(
            "places-added", "Places are made free.", finds: ["projection-differs programme/1 places_taken"],
            unfenced: "UPDATE programme SET places_taken = 0"),
        Alteration(
            "plan-approved", "A waiting plan is approved by hand.",
            finds: [
                "projection-differs participant/1 approved_version", "projection-differs plan/B01/1 state",
                "projection-differs plan/B01/2 state",
            ],
            unfenced: """
                UPDATE plan SET state = 'superseded' WHERE participant = 'B01' AND version = 1;
                UPDATE plan SET state = 'approved' WHERE participant = 'B01' AND version = 2;
                UPDATE participant SET approved_version = 2 WHERE participant = 'B01';
                """),
        Alteration(
            "plan-hidden", "A waiting plan is made a rejected one.", finds: ["projection-differs plan/B01/2 state"],
            unfenced: "UPDATE plan SET state = 'rejected' WHERE participant = 'B01' AND version = 2"),
        Alteration(
            "plan-item-raised", "The amount of a planned item is raised before it is approved.",
            finds: ["projection-differs plan_item/B01/2/3 amount_ore"],
            unfenced: "UPDATE plan_item SET amount_ore = 900000 WHERE (participant, version, item) = ('B01', 2, 3)"),
        Alteration(
            "close-set-back", "The day that the books are closed through is set back.",
            finds: ["projection-differs programme/1 closed_through"],
            unfenced: "UPDATE programme SET closed_through = '2022-12-31'"),
        Alteration(
            "close-deleted", "The row of a close is deleted.", finds: ["projection-differs period/38"],
            unfenced: "DELETE FROM period WHERE entry = 38"),
        Alteration(
            "role-raised", "A colleague's role is raised to administrator.",
            finds: ["projection-differs staff/bent role"],
            unfenced: "UPDATE staff SET role = 'administrator' WHERE staff = 'bent'"),
        Alteration(
            "role-garbled", "A colleague's role is overwritten with bytes that are no text.",
            finds: ["projection-differs staff/bent role"],
            unfenced: "UPDATE staff SET role = CAST(x'ff' AS TEXT) WHERE staff = 'bent'"),
        Alteration(
            "account-rebound", "A staff member is bound to another account.",
            finds: ["projection-differs staff/sofie account"],
            unfenced: "UPDATE staff SET account = 'mallory' WHERE staff = 'sofie'"),
        Alteration(
            "staff-revived", "Someone who left is let in again.", finds: ["projection-differs staff/kim ended_entry"],
            unfenced: "UPDATE staff SET ended_entry = NULL WHERE staff = 'kim'"),
        Alteration(
            "staff-added", "Someone is put among the staff.", finds: ["projection-differs staff/mallory"],
            unfenced: "INSERT INTO staff VALUES ('mallory', 'caseworker', 'mallory', NULL, 1, NULL)"),
        Alteration(
            "citizen-revived", "A withdrawal is undone.", finds: ["projection-differs participant/2 withdrawn_entry"],
            unfenced: "UPDATE participant SET withdrawn_entry = NULL WHERE participant = 'B02'"),
        Alteration(
            "citizen-deleted", "A citizen's row is deleted.", finds: ["projection-differs participant/2"],
            unfenced: "DELETE FROM participant WHERE participant = 'B02'"),
        Alteration(
            "table-copied", "A table is copied over from an older copy through `ATTACH`.", by: .shell,
            finds: [29, 30, 31, 32, 33, 34, 39, 40].map { "projection-differs movement/\($0)" }
        ) { forgery in
            let columns = """
                entry, kind, participant, item, area, post, amount_ore, day, paid_day, origin_day, voucher, refers_to,
                cancels
                """
            try forgery.unfenced(
                """
                ATTACH '\(try forgery.beside(try Original.shared.get().older))' AS older; DELETE FROM main.movement;
                INSERT INTO main.movement (\(columns)) SELECT \(columns) FROM older.movement;
                """)
        },
    ]
}
