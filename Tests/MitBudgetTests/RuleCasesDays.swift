import MitBudget
import TestSupport

extension RuleCase {
    /// The four rules on days, the drawing right and the payment day.
    static let days: [RuleCase] = window + sequences + terms

    private static let window = [
        RuleCase(
            "a day after the window", .outsideWindow("2025-01-01", first: "2022-12-01", last: "2024-12-31"), .days
        ) { beyond in
            try Bench().answer(.enrol(name: nil, caseNumber: nil, on: Day.windowEnd.advanced(by: beyond)))
        },
        RuleCase("a day before the window", .outsideWindow("2022-11-30", first: "2022-12-01", last: "2024-12-31")) {
            beyond in
            let first: Day = "2022-12-01"
            return try Bench().answer(.enrol(name: nil, caseNumber: nil, on: first.advanced(by: -beyond)))
        },
        RuleCase("a day after today", .futureDay("2023-02-11", today: .purchase), .days) { beyond in
            try Bench(today: .purchase).answer(.spend(.of(.kroner(1), on: Day.purchase.advanced(by: beyond))))
        },
        RuleCase("closing a day after today", .futureDay("2023-02-11", today: .purchase), .days) { beyond in
            try Bench(today: .purchase).answer(.closePeriod(through: Day.purchase.advanced(by: beyond)))
        },
        RuleCase("a day in the closed period", .periodClosed(.purchase, through: .purchase), .days) { beyond in
            var bench = try Bench()
            try bench.record(.closePeriod(through: .purchase))
            return bench.answer(.spend(.of(.kroner(1), on: Day.purchase.advanced(by: 1 - beyond))))
        },
        RuleCase("closing what is closed", .periodClosed(.purchase, through: .purchase), .days) { beyond in
            var bench = try Bench()
            try bench.record(.closePeriod(through: .purchase))
            return bench.answer(.closePeriod(through: Day.purchase.advanced(by: 1 - beyond)))
        },
    ]

    private static let sequences = [
        sequence(.agreementBeforeEnrolment, bound: .enrolment) { bench, day in
            .draft(try bench.enrolled(), .of([.new(.kroner(1))], agreedOn: day))
        },
        sequence(.approvalBeforeAgreement, bound: .agreement) { bench, day in
            try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
            return .approve("B01", on: day)
        },
        sequence(.releaseBeforeApproval, bound: .approval) { bench, day in
            .release(try bench.planned(.kroner(1)), item: 1, amount: nil, on: day)
        },
        sequence(.retractionBeforeRelease, bound: .release) { bench, day in
            .retract(try bench.released(.kroner(1)), item: 1, amount: .kroner(1), reason: "Fejl", on: day)
        },
        sequence(.disbursementBeforeRelease, bound: .release) { bench, day in
            .disburse(.of(.kroner(1), to: try bench.released(.kroner(1)), on: day))
        },
        sequence(.refundBeforeDisbursement, bound: .purchase) { bench, day in
            let entry = try bench.disbursed(.kroner(1), to: bench.released(.kroner(1)), voucher: "K-1")
            return .refund(entry, amount: .kroner(1), voucher: "R-1", on: day)
        },
        sequence(.refundBeforeExpense, bound: .purchase) { bench, day in
            .refund(try bench.record(.spend(.of(.kroner(1)))), amount: .kroner(1), voucher: "R-1", on: day)
        },
        sequence(.reversalBeforeEntry, bound: .purchase) { bench, day in
            .reverse(try bench.record(.spend(.of(.kroner(1)))), reason: "Fejl", on: day)
        },
        sequence(.withdrawalBeforeEnrolment, bound: .enrolment) { bench, day in
            .withdraw(try bench.enrolled(), reason: "Flyttet", on: day)
        },
        // A reopening moves the close back, so the latest possible day is the one before it.
        RuleCase(
            "reopening that sets nothing back",
            .outOfOrder(.reopeningAfterClose, day: .purchase, bound: .purchase)
        ) { beyond in
            var bench = try Bench()
            try bench.record(.closePeriod(through: .purchase))
            return bench.answer(.reopenPeriod(through: Day.purchase.advanced(by: beyond - 1), reason: "Glemt bilag"))
        },
    ]

    private static func sequence(
        _ sequence: Refusal.Sequence, bound: Day,
        _ command: @escaping @Sendable (inout Bench, Day) throws -> Command
    ) -> RuleCase {
        RuleCase(
            sequence.rawValue, .outOfOrder(sequence, day: bound.advanced(by: -1), bound: bound), .days
        ) { beyond in
            var bench = try Bench()
            let command = try command(&bench, bound.advanced(by: -beyond))
            return bench.answer(command)
        }
    }

    private static let terms = [
        RuleCase(
            "a purchase a month after the approval", .drawingOver("B01", day: "2023-02-15", last: "2023-02-14"), .days
        ) { beyond in
            let last: Day = "2023-02-14"
            var bench = try Bench(.terms(drawingMonths: 1))
            try bench.released(.kroner(1))
            return bench.answer(.disburse(.of(.kroner(1), on: last.advanced(by: beyond))))
        },
        RuleCase(
            "a release a month after the approval", .drawingOver("B01", day: "2023-02-15", last: "2023-02-14"), .days
        ) { beyond in
            let last: Day = "2023-02-14"
            var bench = try Bench(.terms(drawingMonths: 1))
            try bench.planned(.kroner(1))
            return bench.answer(.release("B01", item: 1, amount: nil, on: last.advanced(by: beyond)))
        },
        RuleCase("a disbursement", .paidTooLate("2025-02-01", settleBy: "2025-01-31"), .days) { beyond in
            let last: Day = "2025-01-31"
            var bench = try Bench(.terms(settleBy: last))
            try bench.released(.kroner(1))
            return bench.answer(.disburse(.of(.kroner(1), paid: last.advanced(by: beyond))))
        },
        RuleCase("an expense", .paidTooLate("2025-02-01", settleBy: "2025-01-31"), .days) { beyond in
            let last: Day = "2025-01-31"
            return try Bench(.terms(settleBy: last)).answer(.spend(.of(.kroner(1), paid: last.advanced(by: beyond))))
        },
    ]
}
