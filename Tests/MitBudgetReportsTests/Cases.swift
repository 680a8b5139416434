import MitBudget
import MitBudgetReports

/// Refusals beyond the rules' samples: every other branch that an explanation takes.
enum Cases {
    static func refusals() throws -> [Refusal] {
        let (early, late) = try (Day("2022-11-30"), Day("2022-12-01"))
        let (staff, account) = try (StaffID("anna-h"), AccountName("anna"))
        let (participant, entry) = try (ParticipantReference("B03"), EntryNumber("17"))
        let (none, some) = try (Amount.zero, Amount(kroner: "4.500"))
        let fields: [Refusal.Field] = Refusal.Field.allCases
        return try Rule.allCases.map { try $0.sample }
            + Refusal.Sequence.allCases.map { .outOfOrder($0, day: early, bound: late) }
            + fields.flatMap { [.personalNumber($0), .textTooLong($0, length: 4001)] }
            + [Refusal.Field.goal, .wishes, .purpose].map { .planIncomplete(.text($0)) }
            + [
                .outsideWindow(early, first: late, last: Day("2024-12-31")),
                .participantUnknown(participant, last: nil),
                .planIncomplete(.items),
                .planIncomplete(.area(Area("fritid"), known: [Area("job"), Area("housing"), Area("life")])),
                .planOverCap(requested: nil, cap: some),
                .planBelowReleased(ItemReference(participant, ItemNumber("1")), requested: none, released: some),
                .itemExceeded(ItemReference(participant, ItemNumber("1")), requested: some, available: none),
                .releaseExceeded(
                    ItemReference(participant, ItemNumber("1")), requested: some, available: none, releasable: none),
                .postExceeded(.citizens, requested: nil, available: some),
                .postUnknown(.citizens, known: [PostName("project")]),
                .postUnknown(PostName("wages"), known: []),
                .amountNotPositive(.zero),
                .notReversible(entry, .noSuchEntry),
                .notReversible(entry, .kind),
                .notPermitted(.ended(staff)),
                .notPermitted(.otherAccount(staff)),
                .notPermitted(.unboundAccount(account)),
                .notPermitted(.noRole(account, allowed: [.caseworker, .auditor])),
                .notPermitted(.lastAdministrator(staff)),
            ]
    }

    static let malformed: [Malformed] = [
        .day("1/2", exists: true), .day("2023-02-30", exists: false), .amount("4x5", .form), .amount("9e9", .tooLarge),
        .participant("b1"), .staff("Anna"), .role("boss"), .account("a b"), .voucher("a b"), .post(" x"), .area("a b"),
        .number("0"), .kind("loan"), .anchor("42"), .character("\u{202E}"), .blank,
    ]

    static func faults() throws -> [Programme.Fault] {
        let (first, last) = try (Day("2024-12-31"), Day("2022-12-01"))
        let (much, little) = try (Amount(kroner: "960.000"), Amount(kroner: "952.000"))
        return [
            .notPositive(.grant), .notPositive(.posts), .notPositive(.places), .notPositive(.cap),
            .notPositive(.drawingMonths), .notPositive(.keepYears), .postsAboveGrant(posts: much, grant: little),
            .postsAboveGrant(posts: nil, grant: little), .placesAboveCitizens(needed: much, citizens: little),
            .placesAboveCitizens(needed: nil, citizens: little), .windowReversed(first: first, last: last),
            .noCitizensPost, .doubled("job"), .noArea, .settledBeforeEnd(settleBy: last, last: first),
        ]
    }
}
