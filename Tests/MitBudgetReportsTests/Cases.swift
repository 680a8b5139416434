import MitBudget
import MitBudgetReports

extension Rule {
    /// A refusal by the rule.
    var sample: Refusal {
        get throws { try account.sample() }
    }
}

/// Refusals beyond the rules' samples, so that every other branch of an explanation is covered.
enum Cases {
    static func refusals() throws -> [Refusal] {
        let (early, late) = try (Day("2022-11-30"), Day("2022-12-01"))
        let (staff, account) = try (StaffID("anna-h"), AccountName("anna"))
        let (participant, entry) = try (ParticipantReference("B03"), EntryNumber("17"))
        let (none, some) = try (Amount.zero, Amount(kroner: "4.500"))
        let fields: [Refusal.Field] = Refusal.Field.allCases
        return try Rule.allCases.map { try $0.sample }
            + Refusal.Sequence.allCases.map { .outOfOrder($0, day: early, bound: late) }
            + fields.flatMap { [.personalNumber($0, at: 17), .textTooLong($0, length: 4001)] }
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
                .resultUnknown(ResultCode("happy"), known: []),
                .postUnknown(.citizens, known: [PostName("project")]),
                .postUnknown(PostName("wages"), known: []),
                .amountNotPositive(.zero),
                .amountNotPositive(.zero, all: ItemReference(participant, ItemNumber("1"))),
                .retractExceeds(ItemReference(participant, ItemNumber("1")), requested: some, available: none),
                .refundExceeds(entry, requested: some, available: none),
                .capExceeded(participant, requested: some, available: none),
                .postExceeded(PostName("project"), requested: some, available: none),
                .postExceeded(.citizens, requested: some, available: none),
                .grantExceeded(requested: some, available: none),
                .notReversible(entry, .noSuchEntry),
                .notReversible(entry, .kind),
                .notPermitted(.ended(staff)),
                .notPermitted(.otherAccount(staff)),
                .notPermitted(.unboundAccount(account)),
                .notPermitted(.noRole(account, allowed: [.caseworker, .auditor])),
                .notPermitted(.lastAdministrator(staff)),
            ] + periodRefusals() + shortfalls().map { .termsBelowUsed($0) }
    }

    private static func budgetPeriod() throws -> Programme.BudgetPeriod {
        try Programme.BudgetPeriod(
            firstDay: Day("2023-01-01"), lastDay: Day("2023-12-31"), cap: Amount(kroner: "20.000"), posts: [])
    }

    private static func periodRefusals() throws -> [Refusal] {
        let (period, some, room) = try (budgetPeriod(), Amount(kroner: "4.500"), Amount(kroner: "1.550"))
        let (participant, post) = try (ParticipantReference("B03"), PostName("project"))
        return [
            .periodBudgetExceeded(period, .participant(participant), requested: some, available: .zero),
            .periodBudgetExceeded(period, .post(post), requested: some, available: .zero),
            .periodBudgetExceeded(period, .post(post), requested: some, available: room),
        ]
    }

    /// Every way in which amended terms can lack room.
    static func shortfalls() throws -> [Refusal.Shortfall] {
        let (asked, least) = try (Amount(kroner: "100.000"), Amount(kroner: "112.000"))
        let (participant, day) = try (ParticipantReference("B03"), Day("2024-03-01"))
        return try Refusal.Fixed.allCases.map { .fixed($0) } + [
            .grant(asked: asked, least: least), .post(PostName("project"), asked: asked, least: least),
            .post(.citizens, asked: asked, least: least), .postGone(PostName("project")),
            .cap(participant, asked: asked, least: least), .places(asked: 0, least: 1, on: day),
            .places(asked: 14, least: 15, on: day), .areaGone(Area("housing"), of: participant),
            .resultGone(ResultCode("reached"), of: participant), .resultGone(ResultCode("reached"), of: nil),
            .periodGone(day), .period(budgetPeriod(), .participant(participant), asked: asked, least: least),
            .period(budgetPeriod(), .post(PostName("project")), asked: asked, least: least),
            .lastDay(asked: day, least: Day("2024-11-15"), entry: EntryNumber("17")),
        ]
    }

    /// One remedy of each kind, and one for each wording that a kind has.
    static func remedies() throws -> [Remedy] {
        let (day, paid) = try (Day("2023-02-01"), Day("2025-01-08"))
        let (participant, entry) = try (ParticipantReference("B03"), EntryNumber("17"))
        let item = try ItemReference(participant, ItemNumber("2"))
        let (some, more) = try (Amount(kroner: "4.500"), Amount(kroner: "35.000"))
        let datings: [Remedy.Dating] = [.event, .agreement, .period]
        return try datings.flatMap { dating in [.day(day, .earliest, dating), .day(day, .latest, dating)] } + [
            .day(day, .latest, .purchase(paid: paid)), .amount(some), .actor(StaffID("anna-h")), .paid(by: day),
            .release(item, some, on: nil, byAnother: false), .release(item, some, on: day, byAnother: true),
            .releaseByAnother(item, some, on: nil), .retract(item, some, on: day, leaving: nil),
            .retract(item, some, on: nil, leaving: more), .undoRelease(item, some, on: nil),
            .asking(.caseworker, .undoRelease(item, some, on: nil)),
            .reverse(entry, on: nil, by: nil), .reverse(entry, on: day, by: .consultant),
            .reverseRefund(entry, on: nil), .approve(participant, version: 2, on: day), .draft(participant, by: nil),
            .draft(participant, by: day), .enlarge(item, upTo: more, by: nil, others: false),
            .enlarge(item, upTo: more, by: day, others: true), .enrol,
            .reopen(through: day, by: nil, then: nil), .reopen(through: day, by: .consultant, then: nil),
            .reopen(through: day, by: .consultant, then: day), .showPlan(participant, version: 1),
            .showDisbursements(participant), .addAdministrator(StaffID("administrator-2")),
        ]
    }

    static let malformed: [Malformed] = [
        .day("1/2", .form([])), .day("2023-02-30", .missing), .amount("4x5", .form), .amount("9e9", .tooLarge),
        .participant("b1"), .staff("Anna"), .role("boss"), .account("a b"), .voucher("a b"), .post(" x"), .area("a b"),
        .result("a b"), .prefix("b"), .label("a:b"), .figure("-1"), .proof("photo"),
        .number("0"), .kind("loan"), .anchor("42"), .character("\u{202E}"), .blank,
    ]

    static func faults() throws -> [Programme.Fault] {
        let (first, last) = try (Day("2024-12-31"), Day("2022-12-01"))
        let (much, little) = try (Amount(kroner: "960.000"), Amount(kroner: "952.000"))
        return try [
            .notPositive(.grant), .notPositive(.posts), .notPositive(.places), .notPositive(.cap),
            .notPositive(.drawingMonths), .notPositive(.keepYears), .postsAboveGrant(posts: much, grant: little),
            .postsAboveGrant(posts: nil, grant: little), .placesAboveCitizens(needed: much, citizens: little),
            .placesAboveCitizens(needed: nil, citizens: little), .windowReversed(first: first, last: last),
            .noPost, .doubled("job"), .noArea, .settledBeforeEnd(settleBy: last, last: first),
            .notPositive(.instalments), .notPositive(.results), .notPositive(.budgetPeriods), .notPositive(.findings),
            .withoutRecipients(.places), .tooMany(.areas, limit: 1000), .periodReversed(first: first, last: last),
            .periodOutsideWindow(first: last, last: first), .periodsOverlap(first),
            .periodPostUnknown(PostName("wages")), .percentAbove100(ResultCode("reached")), .nameUnknown("wages"),
            .nameTaken(label: "bolig", by: "housing", and: "life"),
        ]
    }
}
