import MitBudget
import TestSupport
import Testing

/// Texts that were written wrong.
@Suite("Corrected texts")
struct TextCorrectionTests {
    private var bench: Bench

    init() throws {
        bench = try Bench.spent()
    }

    @Test("A case number is taken as it was corrected last, and the first one is free again")
    mutating func latestCase() throws {
        let enrolment = try bench.record(.enrol(name: nil, caseNumber: "Sag 1", on: .enrolment))
        try bench.record(.correct(enrolment, .caseNumber, text: "Sag 2", reason: "Slåfejl"))
        try bench.record(.correct(enrolment, .caseNumber, text: "Sag 3", reason: "Igen"))
        #expect(bench.refusal(of: .enrol(name: nil, caseNumber: "Sag 3", on: .enrolment)) == .caseTaken)
        #expect(bench.refusal(of: .enrol(name: nil, caseNumber: "Sag 2", on: .enrolment)) == nil)
        #expect(bench.refusal(of: .enrol(name: nil, caseNumber: "Sag 1", on: .enrolment)) == nil)
    }

    @Test("A text about someone withdrawn is corrected in a closed period, too")
    mutating func late() throws {
        try bench.record(.withdraw("B01", reason: "Flyttet", on: .later))
        try bench.record(.closePeriod(through: "2022-12-31"))
        #expect(bench.refusal(of: .correct(10, .payee, text: "Møbelhuset", reason: "Slåfejl")) == nil)
    }

    @Test("Who may record that kind of entry may correct its texts")
    mutating func roles() throws {
        let expense = try bench.record(.spend(.of(.ore(1), voucher: "P-9")))
        let reversal = try bench.record(.reverse(expense, reason: "Fejl", on: .later))
        let reading = try bench.record(.readWords("B01", scope: .identity, purpose: "Opfølgning"))
        let expected: [(EntryNumber, TextPlace, Set<Role>)] = [
            (2, .name, [.administrator]), (7, .goal, [.caseworker]), (10, .payee, [.caseworker]),
            (expense, .payee, [.consultant]), (reversal, .reason, [.consultant]),
            (reading, .purpose, Role.readers), (99, .note, Set(Role.allCases)),
        ]
        for (entry, place, roles) in expected {
            let command = Command.correct(entry, place, text: "x", reason: "y")
            #expect(command.roles(in: bench.book) == roles, "\(entry)")
        }
    }

    @Test("Each text that an entry seals can be named, but for what a correction or an override says")
    mutating func complete() throws {
        var walk = try RandomWalk(seed: 27, terms: .aabenraa, pace: 4)
        var book = bench.book
        var kinds: Set<EntryKind> = []
        for _ in 0..<600 {
            let (command, actor) = walk.step(on: book)
            guard let decision = try? decide(command, by: actor, on: walk.today, in: book) else { continue }
            let event = decision.entry.event
            var sealed = 0
            _ = event.mapTexts { text in
                sealed += 1
                return text
            }
            if case .corrected = event { sealed = 0 }
            if case .wordsErased(_, _, .some) = event { sealed -= 1 }
            #expect(event.correctable.count == sealed, "\(event.kind)")
            kinds.insert(event.kind)
            book.apply(decision.entry, by: actor)
        }
        #expect(kinds.contains(.wordsCorrected))
    }

    @Test("A correction says whom it is about, so that erasing finds it")
    mutating func subject() throws {
        try bench.record(.correct(10, .payee, text: "Møbelhuset", reason: "Slåfejl"))
        guard case .corrected(let correction)? = bench.book.entry(11)?.event else { throw Unexpected() }
        #expect(correction.participant == "B01")
        #expect(correction.of == .disbursement)
        #expect(correction.place == .payee)
    }

    private struct Unexpected: Error {}
}
