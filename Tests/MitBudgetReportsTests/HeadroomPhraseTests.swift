@testable import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("Headroom")
struct HeadroomPhraseTests {
    private static let counted: [Headroom.Left] = [.nothingToCount, .amount(.zero), .days(0), .days(1), .places(2)]

    @Test("Every rule has a phrase for whatever is left", arguments: Rule.allCases, counted)
    func everyRule(rule: Rule, left: Headroom.Left) {
        let phrase = Headroom(rule: rule, left: left).phrase
        #expect(!phrase[.danish].isEmpty)
        #expect(phrase[.danish] != phrase[.english])
    }

    @Test("What is left of an amount is said with the amount")
    func amounts() throws {
        let headroom = try Headroom(rule: .releaseExceeded, left: .amount(Amount(kroner: "1.550")))
        #expect(headroom.phrase[.danish] == "1.550,00\u{A0}kr. tilbage af frigivelsen bagefter")
        #expect(headroom.phrase[.english] == "DKK\u{A0}1,550.00 of the release left after it")
    }

    @Test(
        "What is left of a span is said in days",
        arguments: [
            (Rule.outsideWindow, 334, "334 dage tilbage af projektperioden", "334 days of the project period left"),
            (.outsideWindow, 1, "1 dag tilbage af projektperioden", "1 day of the project period left"),
            (.futureDay, 0, "i dag", "today"),
            (.futureDay, 3, "3 dage før i dag", "3 days before today"),
            (.periodClosed, 0, "den første åbne dag", "the first open day"),
            (.periodClosed, 2, "2 dage efter den første åbne dag", "2 days after the first open day"),
        ])
    func days(rule: Rule, days: Int, danish: String, english: String) {
        let phrase = Headroom(rule: rule, left: .days(days)).phrase
        #expect(phrase[.danish] == danish)
        #expect(phrase[.english] == english)
    }

    @Test("What is left of the places is said in places")
    func places() {
        let phrase = Headroom(rule: .placesTaken, left: .places(1)).phrase
        #expect(phrase[.danish] == "1 plads tilbage i projektet bagefter")
        #expect(phrase[.english] == "1 place in the programme left after it")
    }

    @Test("Where there is nothing to count, what holds is said")
    func nothingToCount() {
        let phrase = Headroom(rule: .voucherUsed, left: .nothingToCount).phrase
        #expect(phrase == Phrase(da: "bilaget kan bruges", en: "the voucher can be used"))
    }
}
