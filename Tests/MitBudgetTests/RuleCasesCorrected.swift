import MitBudget
import TestSupport

// The rules on correcting texts: each case at its limit, one step before it, one beyond.
extension RuleCase {
    static let corrected: [RuleCase] = [
        RuleCase("an entry that there is not", .textUnknown(11, .payee, .noSuchEntry)) { beyond in
            try Bench.spent().answer(.correct(beyond > 0 ? 11 : 10, .payee, text: "Møbelhuset", reason: "Slåfejl"))
        },
        RuleCase("a note that was not given", .textUnknown(10, .note, .none(others: [.payee]))) { beyond in
            try Bench.spent().answer(.correct(10, beyond > 0 ? .note : .payee, text: "Til stuen", reason: "Slåfejl"))
        },
        RuleCase(
            "the text of an item that the version lacks",
            .textUnknown(7, .item(2), .none(others: [.goal, .wishes, .purpose, .item(1)]))
        ) { beyond in
            try Bench.spent().answer(.correct(7, .item(beyond > 0 ? 2 : 1), text: "Depositum", reason: "Slåfejl"))
        },
        RuleCase("what a correction itself says", .textUnknown(11, .reason, .correction(of: 10))) { beyond in
            var bench = try Bench.spent()
            try bench.record(.correct(10, .payee, text: "Møbelhuset", reason: "Slåfejl"))
            return bench.answer(
                .correct(beyond > 0 ? 11 : 10, beyond > 0 ? .reason : .payee, text: "Møbelhus", reason: "Igen"))
        },
        RuleCase("a text that is erased", .textUnknown(10, .payee, .erased)) { beyond in
            var bench = try Bench.spent()
            if beyond > 0 { try bench.record(.eraseWords("B01", reason: "Bedt om det", override: "Dom")) }
            return bench.answer(.correct(10, .payee, text: "Møbelhuset", reason: "Slåfejl"))
        },
        RuleCase("another's case number", .caseTaken) { beyond in
            var bench = try Bench()
            try bench.record(.enrol(name: nil, caseNumber: "Sag 17", on: .enrolment))
            let other = try bench.record(.enrol(name: nil, caseNumber: "Sag 18", on: .enrolment))
            if beyond < 0 { try bench.record(.withdraw("B01", reason: "Flyttet", on: .later)) }
            // One's own number, with another blank, is free.
            let caseNumber: Wording = beyond == 0 ? " Sag 18" : " Sag 17"
            return bench.answer(.correct(other, .caseNumber, text: caseNumber, reason: "Slåfejl"))
        },
        RuleCase("a CPR number in the corrected text", .personalNumber(.correction, at: 6)) { beyond in
            try Bench.spent().answer(
                .correct(10, .payee, text: beyond > 0 ? "Født 010180-1234" : "Født 010180", reason: "Slåfejl"))
        },
        RuleCase("a corrected text that is too long", .textTooLong(.correction, length: Text.limit + 1)) { beyond in
            let text = Text(stringLiteral: String(repeating: "x", count: Text.limit + beyond))
            return try Bench.spent().answer(.correct(10, .payee, text: .text(text), reason: "Slåfejl"))
        },
    ]
}
