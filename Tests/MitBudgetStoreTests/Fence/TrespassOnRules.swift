extension Trespass {
    static let againstDaysAndPeople = [
        Trespass("the day before the window", "outside-window", day: "2022-11-30"),
        Trespass("the day after the window", "outside-window", day: "2025-01-01"),
        Trespass("no day", "outside-window", day: nil),
        Trespass("a day that the calendar lacks", "outside-window", day: "2023-02-30"),
        Trespass("a day with a time", "outside-window", day: "2024-12-31T23:59:59Z"),
        Trespass("a month without a day", "outside-window", day: "2023-02"),
        Trespass("a day in another form", "outside-window", day: "2023-2-10"),
        Trespass("the last closed day", "period-closed", day: "2023-01-31"),
        Trespass("the last closed day with a blank after it", "outside-window", day: "2023-01-31 "),
        Trespass("the last closed day with a time", "outside-window", day: "2023-01-31T00:00:00Z"),
        Trespass("a release on the first closed day", "period-closed", "release", day: "2022-12-01"),
        .general("a receipt in the closed period", "period-closed", "receipt", post: nil, amount: "1")
            .onDay("2023-01-31"),
        .general("an expense in the closed period", "period-closed", "expense", amount: "1").onDay("2023-01-31"),
        Trespass("an unknown citizen", "participant-unknown", participant: "B99"),
        Trespass("a citizen in small letters", "participant-unknown", participant: "b01"),
        Trespass("no citizen", "participant-unknown", participant: nil),
        Trespass("a withdrawn citizen", "participant-withdrawn", participant: "B02"),
        Trespass("a release to a withdrawn citizen", "participant-withdrawn", "release", participant: "B02"),
        Trespass("a retraction from a withdrawn citizen", "participant-withdrawn", "retraction", participant: "B02"),
        Trespass("no approved plan", "plan-not-approved", participant: "B03"),
        Trespass("a release without an approved plan", "plan-not-approved", "release", participant: "B03"),
        Trespass("an unknown item", "item-unknown", item: "9"),
        Trespass("a release on an unknown item", "item-unknown", "release", item: "9"),
        Trespass("no item", "item-unknown", item: "NULL"),
    ]

    static let againstLimits = [
        Trespass("one øre above the item", "item-exceeded", "release", amount: "300001"),
        Trespass("one øre above what is released", "release-exceeded", amount: "300001"),
        Trespass("one øre above what was never released", "release-exceeded", item: "2", amount: "1"),
        Trespass("the largest amount there is", "release-exceeded", amount: "9223372036854775807"),
        Trespass("the largest release there is", "item-exceeded", "release", amount: "9223372036854775807"),
        .general("one øre above the post", "post-exceeded", "expense", amount: "19000001"),
        .general("one øre above the grant", "grant-exceeded", "receipt", post: nil, amount: "71400001"),
        Trespass("a voucher used", "voucher-used", and: ["voucher": "'K-1'"]),
        Trespass("a voucher used, in small letters", "voucher-used", and: ["voucher": "'k-1'"]),
        Trespass("a refund's voucher used", "voucher-used", and: ["voucher": "'K-2'"]),
        Trespass(
            "a used voucher with a total", "voucher-used", and: ["voucher": "'K-1'", "voucher_total_ore": "500000"]),
        Trespass(
            "one øre above the voucher", "voucher-exceeded", amount: "100001",
            and: ["voucher": "'K-9'", "voucher_total_ore": "100000"]),
        Trespass("one øre above what can be taken back", "retract-exceeds", "retraction", amount: "300001"),
        Trespass(
            "one øre above what can come back", "refund-exceeds", "refund", amount: "400001",
            and: ["refers_to": "13"]),
        Trespass("nothing", "amount-not-positive", amount: "0"),
        Trespass("less than nothing", "amount-not-positive", amount: "-1"),
        Trespass("the least amount there is", "amount-not-positive", amount: "-9223372036854775808"),
        Trespass("a release of less than nothing", "amount-not-positive", "release", amount: "-1"),
        Trespass("a retraction of less than nothing", "amount-not-positive", "retraction", amount: "-1"),
        Trespass(
            "a refund of less than nothing", "amount-not-positive", "refund", amount: "-1", and: ["refers_to": "13"]),
        .general("a receipt of less than nothing", "amount-not-positive", "receipt", post: nil, amount: "-1"),
        .general("an expense of less than nothing", "amount-not-positive", "expense", amount: "-1"),
        Trespass("no amount", "amount-not-positive", amount: "NULL"),
        .general("an unknown post", "post-unknown", "expense", post: "wages", amount: "1"),
        .general("no post", "post-unknown", "expense", post: nil, amount: "1"),
        .general("an expense on the citizens' post", "post-unknown", "expense", post: "citizens", amount: "1"),
        Trespass("a disbursement from another post", "post-unknown", post: "project"),
        Trespass("a disbursement from no post", "post-unknown", post: nil),
        .general("a receipt on a post", "post-unknown", "receipt", post: "citizens", amount: "1"),
    ]

    static let mistyped = [
        Trespass("half an øre", "movement.amount_ore", amount: "0.5"),
        Trespass("a broken amount", "movement.amount_ore", amount: "99.5"),
        Trespass("an endless amount", "movement.amount_ore", amount: "9e999"),
        Trespass("an endless amount below nothing", "movement.amount_ore", amount: "-9e999"),
        Trespass("an amount as bytes", "movement.amount_ore", amount: "x'31'"),
        Trespass("an amount in words", "movement.amount_ore", amount: "'hundrede'"),
        Trespass("an amount with a decimal comma", "movement.amount_ore", amount: "'1,00'"),
        Trespass("a receipt of a broken amount", "movement.amount_ore", "receipt", amount: "99.5").general,
        Trespass("a receipt in words", "movement.amount_ore", "receipt", amount: "'hundrede'").general,
    ]

    /// Corrections that correct something else, or twice.
    static let againstCorrections = [
        Trespass("a refund of nothing", "not-reversible", "refund"),
        Trespass("a refund of a release", "not-reversible", "refund", and: ["refers_to": "12"]),
        Trespass("a refund of an expense", "not-reversible", "refund", and: ["refers_to": "17"]),
        Trespass("a refund to another item", "not-reversible", "refund", item: "2", and: ["refers_to": "13"]),
        Trespass(
            "a refund to another citizen", "not-reversible", "refund", participant: "B02", and: ["refers_to": "13"]),
        Trespass("a reversal of nothing", "not-reversible", "reversal"),
        .reversal("a reversal of a release", "not-reversible", of: 12, "release", amount: "800000"),
        .reversal("a reversal of a retraction", "not-reversible", of: 15, "retraction", amount: "100000"),
        .reversal("a reversal of an entry that moved nothing", "not-reversible", of: 11, "disbursement"),
        .reversal("a reversal of an entry to come", "not-reversible", of: 99, "disbursement"),
        .reversal("a reversal of itself", "not-reversible", of: 27, "disbursement"),
        .reversal("a reversal while a refund of it stands", "not-reversible"),
        .reversal("a reversal of a refund for less", "not-reversible", of: 14, "refund", amount: "49999"),
        .reversal("a reversal of a refund for more", "not-reversible", of: 14, "refund", amount: "50001"),
        .reversal(
            "a reversal of another's refund", "not-reversible", of: 14, "refund", participant: "B02", amount: "50000"),
        .reversal(
            "a reversal on another item, where nothing is released", "release-exceeded", of: 14, "refund", item: "2",
            amount: "50000"),
        .reversal("a reversal on another post", "not-reversible", of: 14, "refund", post: "project", amount: "50000"),
        .reversal("a refund's reversal that says disbursement", "not-reversible", of: 14, amount: "50000"),
        .general(
            "a reversal of less", "not-reversible", "reversal", amount: "1",
            and: ["refers_to": "17", "cancels": "'expense'"]),
        .general(
            "a reversal of more", "not-reversible", "reversal", amount: "1200001",
            and: ["refers_to": "17", "cancels": "'expense'"]),
        .general(
            "an expense's reversal that says receipt", "not-reversible", "reversal", amount: "1200000",
            and: ["refers_to": "17", "cancels": "'receipt'"]),
        .general(
            "a reversal that does not say of what", "not-reversible", "reversal", amount: "1200000",
            and: ["refers_to": "17"]),
        .general(
            "a second reversal", "already-reversed", "reversal", amount: "100000",
            and: ["refers_to": "18", "cancels": "'expense'"]),
        .general(
            "a reversal of a reversal", "not-reversible", "reversal", amount: "100000",
            and: ["refers_to": "19", "cancels": "'reversal'"]),
        .general(
            "a reversal of a reversal that says expense", "not-reversible", "reversal", amount: "100000",
            and: ["refers_to": "19", "cancels": "'expense'"]),
    ]

    /// Malformed movements, each of which would falsify a total.
    static let misshapen = [
        Trespass("a movement of no known kind", "movement", "gift"),
        Trespass("a kind in capitals", "movement", "Disbursement"),
        Trespass("a disbursement that cancels a receipt", "movement", and: ["cancels": "'receipt'"]),
        Trespass("a release that cancels a receipt", "movement", "release", and: ["cancels": "'receipt'"]),
        .general(
            "an expense that cancels a receipt", "movement", "expense", amount: "1", and: ["cancels": "'receipt'"]),
        Trespass("a disbursement that refers to another", "movement", and: ["refers_to": "13"]),
        .general(
            "a receipt that refers to an expense", "movement", "receipt", post: nil, amount: "1",
            and: ["refers_to": "17"]),
        Trespass(
            "an expense for a citizen without a plan", "movement", "expense", participant: "B03", item: "NULL",
            post: "project"),
        Trespass("an expense on a citizen's item", "movement", "expense", post: "project"),
        Trespass("a voucher of letters in two scalars", "movement", and: ["voucher": "'A' || char(778) || '-1'"]),
        Trespass("a voucher in words", "movement", and: ["voucher": "'Faktura 7'"]),
        Trespass("a receipt from a citizen", "movement", "receipt", item: "NULL", post: nil),
    ]
}
