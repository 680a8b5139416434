import MitBudget
import TestSupport

extension RuleCase {
    /// The rules on refunds and reversals. The first disbursement of a citizen is entry 10.
    static let corrections: [RuleCase] = [
        RuleCase(
            "above what has not come back",
            .refundExceeds(10, requested: .kroner(70) + .ore(1), available: .kroner(70)), .ore
        ) { beyond in
            var bench = try Bench.spent()
            try bench.record(.refund(10, amount: .kroner(30), voucher: "R-1", on: .refund))
            let amount = Amount.kroner(70) + .ore(Int64(beyond))
            return bench.answer(.refund(10, amount: amount, voucher: "R-2", on: .refund))
        },
        RuleCase(
            "reversing a refund that is spent again",
            .releaseExceeded(
                ItemReference("B01", 1), requested: .kroner(30), available: .kroner(30) - .ore(1), releasable: .zero),
            .ore
        ) { beyond in
            var bench = try Bench.spent()
            let refund = try bench.record(.refund(10, amount: .kroner(30), voucher: "R-1", on: .refund))
            // 200 kr. are released and 70 spent, so 100 more can be spent without the refund's 30.
            try bench.disbursed(.kroner(100) + .ore(Int64(beyond)), to: "B01", voucher: "K-2")
            return bench.answer(.reverse(refund, reason: "Fejl", on: .refund))
        },
        RuleCase("reversing an entry that is not there", .notReversible(12, .noSuchEntry)) { beyond in
            var bench = try Bench.spent()
            try bench.record(.spend(.of(.kroner(1))))
            return bench.answer(.reverse(beyond > 0 ? 12 : 11, reason: "Fejl", on: .refund))
        },
        RuleCase("giving back of an entry that is not there", .notReversible(11, .noSuchEntry)) { beyond in
            try Bench.spent().answer(
                .refund(beyond > 0 ? 11 : 10, amount: .ore(1), voucher: "R-1", on: .refund))
        },
        RuleCase("giving back of an instalment", .notReversible(11, .kind)) { beyond in
            var bench = try Bench.spent()
            try bench.record(.receive(amount: .kroner(1), voucher: "T-1", on: .purchase))
            return bench.answer(.refund(beyond > 0 ? 11 : 10, amount: .ore(1), voucher: "R-1", on: .refund))
        },
        RuleCase(
            "above what has not come back of an expense",
            .refundExceeds(6, requested: .kroner(70) + .ore(1), available: .kroner(70)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.record(.spend(.of(.kroner(100))))
            try bench.record(.refund(6, amount: .kroner(30), voucher: "R-1", on: .refund))
            return bench.answer(.refund(6, amount: .kroner(70) + .ore(Int64(beyond)), voucher: "R-2", on: .refund))
        },
        RuleCase(
            "reversing an expense's refund that is spent again",
            .postExceeded("project", requested: .kroner(30), available: .kroner(30) - .ore(1)), .ore
        ) { beyond in
            var bench = try Bench()
            try bench.record(.spend(.of(.kroner(202_000))))
            let refund = try bench.record(.refund(6, amount: .kroner(30), voucher: "R-1", on: .refund))
            if beyond > 0 { try bench.record(.spend(.of(.ore(Int64(beyond)), voucher: "P-2"))) }
            if beyond < 0 { try bench.record(.refund(6, amount: .ore(1), voucher: "R-2", on: .refund)) }
            return bench.answer(.reverse(refund, reason: "Fejl", on: .refund))
        },
        RuleCase("giving back of an enrolment", .notReversible(6, .kind)) { beyond in
            try Bench.spent().answer(.refund(beyond > 0 ? 6 : 10, amount: .ore(1), voucher: "R-1", on: .refund))
        },
        irreversible("the opening", 1),
        irreversible("an enrolment", 6),
        irreversible("a draft", 7),
        irreversible("an approval", 8),
        irreversible("a release", 9),
        irreversible("a retraction", 11) { bench in
            try bench.record(.retract("B01", item: 1, amount: .kroner(1), reason: "Fejl", on: .purchase))
        },
        irreversible("a reversal", 12) { bench in
            let receipt = try bench.record(.receive(amount: .kroner(1), voucher: "T-1", on: .purchase))
            try bench.record(.reverse(receipt, reason: "Fejl", on: .refund))
        },
        RuleCase("reversing what a refund stands on", .notReversible(10, .refunded(by: 12))) { beyond in
            var bench = try Bench.spent()
            for voucher: VoucherReference in ["R-1", "R-2"] {
                let refund = try bench.record(.refund(10, amount: .ore(1), voucher: voucher, on: .refund))
                if beyond <= 0 { try bench.record(.reverse(refund, reason: "Fejl", on: .refund)) }
            }
            return bench.answer(.reverse(10, reason: "Fejl", on: .refund))
        },
        reversed("a disbursement", 10) { .disburse(.of(.kroner(1), to: "B01", voucher: "K-2")) },
        reversed("an expense", 11) { .spend(.of(.kroner(1))) },
        reversed("a receipt", 11) { .receive(amount: .kroner(1), voucher: "T-1", on: .purchase) },
        reversed("a repayment", 12) { .repay(amount: .kroner(1), voucher: "T-2", on: .purchase) },
        reversed("a refund", 11) { .refund(10, amount: .kroner(1), voucher: "R-1", on: .purchase) },
        RuleCase("giving back of a reversed disbursement", .alreadyReversed(10, by: 11)) { beyond in
            var bench = try Bench.spent()
            if beyond > 0 { try bench.record(.reverse(10, reason: "Fejl", on: .refund)) }
            return bench.answer(.refund(10, amount: .kroner(1), voucher: "R-1", on: .refund))
        },
    ]

    private static func irreversible(
        _ what: String, _ entry: EntryNumber, after prepare: @escaping @Sendable (inout Bench) throws -> Void = { _ in }
    ) -> RuleCase {
        RuleCase("reversing \(what)", .notReversible(entry, .kind)) { beyond in
            var bench = try Bench.spent()
            try prepare(&bench)
            return bench.answer(.reverse(beyond > 0 ? entry : 10, reason: "Fejl", on: .refund))
        }
    }

    /// Reverses an entry, and does so twice beyond the limit. Entry 10 has already spent money.
    private static func reversed(
        _ what: String, _ entry: EntryNumber, _ command: @escaping @Sendable () -> Command
    ) -> RuleCase {
        let isRepayment = entry == 12
        let reversal: EntryNumber = isRepayment ? 13 : 12
        return RuleCase("reversing \(what) twice", .alreadyReversed(entry, by: reversal)) { beyond in
            var bench = try Bench.spent()
            if isRepayment { try bench.record(.receive(amount: .kroner(101), voucher: "T-1", on: .purchase)) }
            try bench.record(command())
            if beyond > 0 { try bench.record(.reverse(entry, reason: "Fejl", on: .refund)) }
            return bench.answer(.reverse(entry, reason: "Fejl", on: .refund))
        }
    }
}

extension Bench {
    /// A citizen with 200 kr. released, of which entry 10 spent 100.
    static func spent() throws -> Bench {
        var bench = try Bench()
        try bench.disbursed(.kroner(100), to: bench.released(.kroner(200)), voucher: "K-1")
        return bench
    }

    /// The same, and entry 11 spent 40 kr. on the first line of a voucher of 100 kr.
    static func shared() throws -> Bench {
        var bench = try Bench()
        try bench.disbursed(.kroner(100), to: bench.released(.kroner(1000)), voucher: "K-1")
        try bench.record(.disburse(.of(.kroner(40), to: "B01", voucher: "K-2", total: .kroner(100))))
        return bench
    }
}
