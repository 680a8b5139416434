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

    @Test("What is promised is not said to be spent, and money back is looked for where it can have been spent")
    func promised() throws {
        let (some, entry) = try (Amount(kroner: "1"), EntryNumber("9"))
        let citizens = Refusal.postExceeded(.citizens, requested: some, available: .zero).explanation.message
        #expect(citizens[.english].contains("All of the post “citizens” is promised"))
        #expect(citizens[.danish].contains("givet tilsagn om") && !citizens[.danish].contains("brugt"))
        let project = try Refusal.postExceeded(PostName("project"), requested: some, available: .zero)
        #expect(project.explanation.message[.english].contains("is used up"))
        let refund = Refusal.refundExceeds(entry, requested: some, available: .zero).explanation.next
        #expect(refund[.english].contains("disbursement or expense") && refund[.danish].contains("projektudgift"))
        let reversal = Refusal.notReversible(entry, .refunded(by: entry)).explanation.next
        #expect(reversal[.english].contains("or promised") && reversal[.danish].contains("givet tilsagn om"))
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
            // Zero is said in words (nothing is left, nothing was asked for), so no amount is printed.
            for amount in [amounts.bound, amounts.requested].compactMap(\.self) where amount != .zero {
                #expect(message.contains(amount.text(in: language)), "\(refusal)")
            }
            for nothing in [" 0,00", "\u{A0}0.00"] { #expect(!message.contains(nothing), "\(refusal)") }
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
        let explanation = try Rule.releaseExceeded.account.explanation
        #expect(
            explanation.message[.danish]
                == "Der er frigivet og ikke brugt 1.550,00\u{A0}kr. på punkt 2; 4.500,00\u{A0}kr. er for meget.")
        #expect(
            explanation.next[.danish]
                == """
                Størst mulige beløb: --amount 1550,00
                Frigiv mere med: mitbudget release B03 --item 2 --amount 2950,00
                """)
        #expect(
            explanation.next[.english]
                == """
                Largest amount possible: --amount 1550.00
                Release more with: mitbudget release B03 --item 2 --amount 2950.00
                """)
    }

    @Test("A command ends its line, with the ledger's options where they are needed", arguments: Language.allCases)
    func commands(language: Language) throws {
        for refusal in try Cases.refusals() {
            let hints = refusal.explanation(with: try Cases.remedies()).hints
            for hint in hints {
                let text = hint.text(in: language) { isCallers in isCallers ? " --ledger L --as me" : " --ledger L" }
                switch hint.typed {
                case .nothing: #expect(!text.contains(" --ledger L"))
                case .options(let options): #expect(text.hasSuffix(" " + options[language]))
                case .command(let command, let isCallers):
                    let globals = isCallers ? " --ledger L --as me " : " --ledger L "
                    #expect(text.hasSuffix(" mitbudget" + globals + command[language]))
                }
            }
        }
    }

    @Test("Every remedy is put to people in both languages, which differ")
    func remedies() throws {
        let refusal = try Rule.outsideWindow.sample
        for remedy in try Cases.remedies() {
            expectWellSaid(refusal.explanation(with: [remedy]), "\(remedy)")
        }
    }

    @Test("What is said where there is no remedy is said only there")
    func otherwise() throws {
        let refusal = try Rule.samePerson.sample
        #expect(refusal.explanation.next[.english] == "Ask another caseworker to release the money.")
        #expect(refusal.explanation(with: [.enrol]).next[.english].hasSuffix("mitbudget participant enrol"))
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

    @Test("An ambiguous amount or day is explained with its readings")
    func ambiguousAmount() throws {
        let error = try #require(throws: Malformed.self) { try Amount(kroner: "4,500") }
        let explanation = error.explanation { "«\($0)»" }
        #expect(
            explanation.message[.danish]
                == "«4,500» kan ikke læses entydigt; det kan betyde 4.500,00\u{A0}kr. eller 4,50\u{A0}kr.")
        #expect(explanation.next[.english] == "Write 4500.00 or 4.50")
        let single = try #require(throws: Malformed.self) { try Amount(kroner: "4,505") }
        #expect(single.explanation { $0 }.next[.danish] == "Skriv 4505,00")
        let day = try #require(throws: Malformed.self) { try Day("1/2/2023") }
        #expect(
            day.explanation { $0 }.message[.english]
                == "1/2/2023 cannot be read for certain; it may mean 1 February 2023 or 2 January 2023.")
        #expect(day.explanation { $0 }.next[.danish] == "Skriv 01-02-2023 eller 02-01-2023")
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
        // After the input, the message quotes only the one character that is at fault.
        #expect(quoted.dropFirst().allSatisfy { $0.unicodeScalars.count == 1 && quoted[0].contains($0) })
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
                for flaw in ["..", "  ", " .", " ,", "\n\n", "Optional"] {
                    #expect(!text.contains(flaw), comment)
                }
            }
        }
    }
}
