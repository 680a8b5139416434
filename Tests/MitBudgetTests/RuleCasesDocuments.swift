import MitBudget
import TestSupport

// The rules on documents and approvals: each case at its limit, one step before it, one beyond.
extension RuleCase {
    private static let receipt = DocumentFile.sample("Kvittering")

    static let documents: [RuleCase] = [
        RuleCase("a document on an entry that there is not", .voucherUnknown(11, .noSuchEntry)) { beyond in
            try Bench.spent().answer(
                .attach(.file(receipt), to: beyond > 0 ? 11 : 10, as: .receipt))
        },
        RuleCase("a document on a release", .voucherUnknown(9, .noVoucher)) { beyond in
            try Bench.spent().answer(.attach(.file(receipt), to: beyond > 0 ? 9 : 10, as: .payment))
        },
        RuleCase("taking off what was not attached", .voucherUnknown(10, .noDocument(.payment))) { beyond in
            var bench = try Bench.spent()
            try bench.record(.attach(.file(receipt), to: 10, as: .receipt))
            return bench.answer(
                .detach(10, as: beyond > 0 ? .payment : .receipt, reason: "Forkert", erasing: false))
        },
        RuleCase("taking one of several off", .voucherUnknown(10, .several([11, 12]))) { beyond in
            var bench = try Bench.spent()
            try bench.record(.attach(.file(receipt), to: 10, as: .receipt))
            try bench.record(.attach(.file(.sample("Side 2")), to: 10, as: .receipt))
            return bench.answer(
                .detach(beyond > 0 ? 10 : 12, as: .receipt, reason: "Forkert", erasing: false))
        },
        RuleCase("approving a refund", .voucherUnknown(11, .noExpense)) { beyond in
            var bench = try Bench.spent()
            try bench.record(.refund(10, amount: .ore(1), voucher: "K-2", on: .refund))
            return bench.answer(.approveVouchers(.entries(beyond > 0 ? [10, 11] : [10])))
        },
        RuleCase("approving a day up to which nothing waits", .voucherUnknown(nil, .nothingAwaits(own: 0))) { beyond in
            try Bench.spent().answer(.approveVouchers(.through(Day.purchase.advanced(by: -max(0, beyond)))))
        },
        RuleCase("approving one's own expense", .ownExpense(11, by: .consultant)) { beyond in
            var bench = try Bench.spent()
            try bench.record(.spend(.of(.ore(1), voucher: "P-9")))
            return bench.answer(.approveVouchers(.entries(beyond > 0 ? [10, 11] : [10])))
        },
        RuleCase("approving what is reversed", .alreadyReversed(10, by: 11)) { beyond in
            var bench = try Bench.spent()
            if beyond > 0 { try bench.record(.reverse(10, reason: "Fejl", on: .refund)) }
            return bench.answer(.approveVouchers(.entries([10])))
        },
        RuleCase("the same document again", .evidenceKnown(10)) { beyond in
            var bench = try Bench.spent()
            try bench.record(.attach(.file(receipt), to: 10, as: .receipt))
            return bench.answer(
                .attach(.file(beyond > 0 ? receipt : .sample("Kvittering.")), to: 10, as: .payment))
        },
        RuleCase("a page of HTML", .evidenceType(isEmpty: false)) { beyond in
            try Bench.spent().answer(
                .attach(.file(.sample(beyond > 0 ? "<html>" : "html")), to: 10, as: .receipt))
        },
        RuleCase("an empty file", .evidenceType(isEmpty: true)) { beyond in
            try Bench.spent().answer(.attach(.file(.sample(beyond > 0 ? "" : "x")), to: 10, as: .receipt))
        },
    ]
}
