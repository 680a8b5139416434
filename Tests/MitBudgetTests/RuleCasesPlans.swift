import MitBudget
import TestSupport

extension RuleCase {
    /// The rules on plans.
    static let plans: [RuleCase] = drafts + decisions + ceilings

    private static let drafts = [
        incomplete("no goal", .text(.goal), .of([.new(.kroner(1))], goal: nil)),
        incomplete("a blank goal", .text(.goal), .of([.new(.kroner(1))], goal: " \u{200B}\u{A0}")),
        incomplete("no wishes", .text(.wishes), .of([.new(.kroner(1))], wishes: nil)),
        incomplete("blank wishes", .text(.wishes), .of([.new(.kroner(1))], wishes: "")),
        incomplete("no purpose", .text(.purpose), .of([.new(.kroner(1))], purpose: nil)),
        incomplete("a blank purpose", .text(.purpose), .of([.new(.kroner(1))], purpose: "  ")),
        incomplete("no item", .items, .of([])),
        incomplete(
            "a strange area", .area("travel", known: ["job", "housing", "life"]),
            .of([.new(.kroner(1)), .new(.kroner(1), area: "travel")])),
        RuleCase(
            "items above the cap", .planOverCap(requested: .kroner(50_000) + .ore(1), cap: .kroner(50_000)), .ore
        ) { beyond in
            var bench = try Bench()
            let items = [PlanProposal.Item.new(.kroner(30_000)), .new(.kroner(20_000) + .ore(Int64(beyond)))]
            try bench.enrolled()
            return bench.answer(.draft("B01", .of(items)))
        },
        RuleCase(
            "items beyond all amounts", .planOverCap(requested: nil, cap: .ore(Amount.limit)), .ore
        ) { beyond in
            let most = Amount.ore(Amount.limit)
            var bench = try Bench(.terms(grant: most, citizens: most, project: .zero, places: 1, cap: most))
            let items = [PlanProposal.Item.new(most - .ore(2)), .new(.ore(Int64(2 + beyond)))]
            try bench.enrolled()
            return bench.answer(.draft("B01", .of(items)))
        },
        RuleCase(
            "keeping an item for less than is released",
            .planBelowReleased(ItemReference("B01", 1), requested: .kroner(100) - .ore(1), released: .kroner(100))
        ) { beyond in
            var bench = try Bench()
            try bench.released(.kroner(100), of: .kroner(200))
            return bench.answer(.draft("B01", .of([.keep(1, .kroner(100) - .ore(Int64(beyond)))])))
        },
        RuleCase(
            "dropping an item on which money is released",
            .planBelowReleased(ItemReference("B01", 1), requested: .zero, released: .ore(1))
        ) { beyond in
            var bench = try Bench()
            try bench.released(.ore(2), of: .kroner(200))
            // At the limit, all released money has been retracted.
            let amount = Amount.ore(beyond > 0 ? 1 : 2)
            try bench.record(.retract("B01", item: 1, amount: amount, reason: "Andet ønske", on: .later))
            return bench.answer(.draft("B01", .of([.new(.kroner(200))])))
        },
        RuleCase("keeping an item that never was", .itemUnknown("B01", 3)) { beyond in
            var bench = try Bench()
            try bench.approved([.new(.kroner(1)), .new(.kroner(1))], for: bench.enrolled())
            let items: [ItemNumber] = [1, 2, 3]
            return bench.answer(.draft("B01", .of([.keep(items[1 + beyond], .kroner(1))])))
        },
        RuleCase("keeping an item twice", .itemUnknown("B01", 1)) { beyond in
            var bench = try Bench()
            try bench.planned(.kroner(1))
            let second = beyond > 0 ? PlanProposal.Item.keep(1, .kroner(1)) : .new(.kroner(1))
            return bench.answer(.draft("B01", .of([.keep(1, .kroner(1)), second])))
        },
    ]

    private static func incomplete(_ what: String, _ gap: Refusal.Gap, _ proposal: PlanProposal) -> RuleCase {
        RuleCase(what, .planIncomplete(gap)) { beyond in
            var bench = try Bench()
            try bench.enrolled()
            return bench.answer(.draft("B01", beyond > 0 ? proposal : .of([.new(.kroner(1))])))
        }
    }

    private static let decisions = [
        RuleCase(
            "approving what was drafted before a release",
            .planBelowReleased(ItemReference("B01", 1), requested: .kroner(100), released: .kroner(100) + .ore(1))
        ) { beyond in
            var bench = try Bench()
            try bench.planned(.kroner(200))
            try bench.drafted([.keep(1, .kroner(100))], for: "B01")
            let amount = Amount.kroner(100) + .ore(Int64(beyond))
            try bench.record(.release("B01", item: 1, amount: amount, on: .release))
            return bench.answer(.approve("B01", on: .later))
        },
        RuleCase("approving where nothing waits", .planNotPending("B01")) { beyond in
            var bench = try Bench()
            try bench.enrolled()
            if beyond <= 0 { try bench.drafted([.new(.kroner(1))], for: "B01") }
            return bench.answer(.approve("B01", on: .approval))
        },
        RuleCase("approving twice", .planNotPending("B01")) { beyond in
            var bench = try Bench()
            try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
            if beyond > 0 { try bench.record(.approve("B01", on: .approval)) }
            return bench.answer(.approve("B01", on: .approval))
        },
        RuleCase("rejecting twice", .planNotPending("B01")) { beyond in
            var bench = try Bench()
            try bench.drafted([.new(.kroner(1))], for: bench.enrolled())
            if beyond > 0 { try bench.record(.reject("B01", reason: "For dyrt")) }
            return bench.answer(.reject("B01", reason: "For dyrt"))
        },
    ]

    private static let ceilings = [
        RuleCase(
            "approving above the citizens' post",
            .postExceeded(.citizens, requested: .kroner(50_000) + .ore(1), available: .kroner(50_000)), .ore
        ) { beyond in
            var bench = try Bench(.terms(cap: nil))
            try bench.planned(.kroner(700_000))
            try bench.drafted([.new(.kroner(50_000) + .ore(Int64(beyond)))], for: bench.enrolled())
            return bench.answer(.approve("B02", on: .approval))
        },
        RuleCase(
            "a plan beyond all amounts",
            .postExceeded(.citizens, requested: nil, available: .kroner(750_000))
        ) { beyond in
            var bench = try Bench(.terms(cap: nil))
            let items = [PlanProposal.Item.new(.ore(Amount.limit - 2)), .new(.ore(Int64(2 + beyond)))]
            try bench.enrolled()
            return bench.answer(.draft("B01", .of(items)))
        },
    ]
}
