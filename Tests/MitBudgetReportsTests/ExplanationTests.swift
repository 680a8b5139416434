import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("Explanations")
struct ExplanationTests {
    @Test("A rule's sample is a refusal by that rule", arguments: Rule.allCases)
    func sampleOfRule(rule: Rule) throws {
        #expect(try rule.sample.rule == rule)
    }

    @Test("Every refusal is explained in both languages, which differ")
    func refusals() throws {
        for refusal in try Cases.refusals() {
            expectWellSaid(refusal.explanation, "\(refusal)")
        }
    }

    @Test("Every malformed input is explained in both languages, which differ", arguments: Cases.malformed)
    func malformed(input: Malformed) {
        expectWellSaid(input.explanation { "'\($0)'" }, "\(input)")
    }

    @Test("Every fault in a programme is explained in both languages, which differ")
    func faults() throws {
        for fault in try Cases.faults() {
            expectWellSaid(fault.explanation { "'\($0)'" }, "\(fault)")
        }
    }

    @Test("A refusal on an amount names what was asked for and what would be allowed", arguments: Language.allCases)
    func amountsAreNamed(language: Language) throws {
        for refusal in try Cases.refusals() {
            guard let amounts = refusal.amounts else { continue }
            let message = refusal.explanation.message[language]
            if let bound = amounts.bound { #expect(message.contains(bound.text(in: language)), "\(refusal)") }
            // A plan that leaves an item out asks for zero without a zero standing anywhere.
            let isLeftOut = refusal.rule == .planBelowReleased && amounts.requested == .zero
            if let requested = amounts.requested, !isLeftOut {
                #expect(message.contains(requested.text(in: language)), "\(refusal)")
            }
        }
    }

    @Test("Two refusals say the same only where they are the same")
    func messagesAreDistinct() throws {
        let refusals = try Cases.refusals()
        var seen: [String: Refusal] = [:]
        for refusal in refusals {
            let message = refusal.explanation.message[.english]
            if let other = seen.updateValue(refusal, forKey: message) {
                #expect(other == refusal, "\(message)")
            }
        }
    }

    @Test("What is missing of a release is what the next command would release")
    func releaseExceeded() throws {
        let explanation = try Rule.releaseExceeded.sample.explanation
        #expect(
            explanation.message[.danish]
                == "Der er frigivet og ikke brugt 1.550,00\u{A0}kr. på punkt 2; 4.500,00\u{A0}kr. er for meget.")
        #expect(
            explanation.next[.danish]
                == "Frigiv mere med: mitbudget release B03 --item 2 --amount 2950,00")
        #expect(
            explanation.next[.english]
                == "Release more with: mitbudget release B03 --item 2 --amount 2950.00")
    }

    @Test("The nearest day that would do is named")
    func nearestDays() throws {
        let closed = try Refusal.periodClosed(Day("2023-03-10"), through: Day("2023-03-31")).explanation
        #expect(closed.message[.danish].contains("1. april 2023"))
        #expect(closed.next[.english].contains("--through 2023-03-09"))
        let reopened = try Refusal.outOfOrder(.reopeningAfterClose, day: Day("2023-04-01"), bound: Day("2023-03-31"))
        #expect(reopened.explanation.next[.danish].contains("--through 30-03-2023"))
        let early = try Refusal.outOfOrder(.agreementBeforeEnrolment, day: Day("2023-01-01"), bound: Day("2023-01-10"))
        #expect(early.explanation.next[.english].contains("--agreed 2023-01-10"))
    }

    @Test("A post that was typed is not repeated, since it may be any text")
    func typedPostIsNotEchoed() throws {
        let refusal = try Refusal.postUnknown(PostName("Anna Holm"), known: [PostName("project")])
        for language in Language.allCases {
            #expect(!refusal.explanation.message[language].contains("Anna"))
            #expect(refusal.explanation.message[language].contains("project"))
        }
    }

    @Test("The roles that may are listed in the glossary's order, however the set is ordered")
    func rolesInOrder() throws {
        let refusal = try Refusal.notPermitted(.role(StaffID("kim"), .consultant, allowed: [.auditor, .caseworker]))
        #expect(refusal.explanation.message[.danish].contains("sagsbehandler eller revisor"))
    }

    @Test("An ambiguous amount is explained with both readings")
    func ambiguousAmount() throws {
        let error = try #require(throws: Malformed.self) { try Amount(kroner: "4,500") }
        let explanation = error.explanation { "«\($0)»" }
        #expect(
            explanation.message[.danish]
                == "«4,500» kan læses både som 4.500,00\u{A0}kr. og som 4,50\u{A0}kr.")
        #expect(explanation.next[.english] == "Write 4500.00 or 4.50")
    }

    @Test("A day that the calendar lacks is told from one that is no day at all")
    func days() throws {
        let lacking = try #require(throws: Malformed.self) { try Day("2023-02-30") }
        #expect(lacking.explanation { $0 }.message[.english] == "The calendar has no such day as 2023-02-30.")
        let nonsense = try #require(throws: Malformed.self) { try Day("soon") }
        #expect(nonsense.explanation { $0 }.message[.danish] == "soon er ikke en dag.")
    }

    @Test("Input is shown only as it was quoted", arguments: Cases.malformed)
    func inputIsQuoted(input: Malformed) {
        var quoted: [String] = []
        let explanation = input.explanation {
            quoted.append($0)
            return "QUOTED"
        }
        for language in Language.allCases {
            #expect(explanation.message[language].contains("QUOTED") == !quoted.isEmpty)
        }
        #expect(quoted.count <= 1)
    }

    @Test("A character that misleads is named by its code")
    func character() {
        #expect(Malformed.character("\u{7}").explanation { $0 }.message[.danish].contains("U+0007"))
        #expect(Malformed.character("\u{E0001}").explanation { $0 }.message[.english].contains("U+E0001"))
    }

    @Test("Where several of an account's staff may act, all are named")
    func ambiguousCaller() throws {
        let explanation = try Caller.Fault.ambiguous([StaffID("anna-h"), StaffID("bo")]).explanation
        expectWellSaid(explanation, "ambiguous")
        #expect(explanation.message[.danish].contains("anna-h eller bo"))
    }

    private func expectWellSaid(_ explanation: Explanation, _ comment: Comment) {
        for phrase in [explanation.message, explanation.next] {
            #expect(phrase[.danish] != phrase[.english], comment)
            for language in Language.allCases {
                let text = phrase[language]
                #expect(text.count > 8, comment)
                for flaw in ["..", "  ", " .", " ,", "\n", "Optional"] {
                    #expect(!text.contains(flaw), comment)
                }
            }
        }
    }
}
