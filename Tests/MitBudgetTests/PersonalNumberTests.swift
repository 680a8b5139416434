import TestSupport
import Testing

@testable import MitBudget

@Suite("Personal numbers")
struct PersonalNumberTests {
    @Test(
        "A personal number is suspected however it is written",
        arguments: [
            "010180-1234", "0101801234", "010180 1234", "01 01 80 1234", "01 01 80 12 34", "0 1 0 1 8 0 1 2 3 4",
            "010180\u{A0}1234", "010180\u{2009}1234", "010180\u{202F}1234", "010180\u{3000}1234", "010180  -  1234",
            "01.01.80.1234", "01.01.80-1234", "01/01/80-1234", "01/01-80 1234", "010180/1234", "010180_1234",
            "010180–1234", "010180—1234", "010180\u{2212}1234", "010180\u{2010}1234", "010180\u{2011}1234",
            "010180\u{200B}1234", "0\u{200B}1\u{200B}0\u{200B}1801234", "010180\u{AD}1234", "010180\u{FEFF}1234",
            "010180·1234", "010180*1234",
            "\u{FF10}\u{FF11}\u{FF10}\u{FF11}\u{FF18}\u{FF10}-\u{FF11}\u{FF12}\u{FF13}\u{FF14}", "٠١٠١٨٠-١٢٣٤",
            "01018\u{FF10}1234", "010180(1234)", "(010180)1234", "[01][01][80][1234]", "01-01-80-1234", "01-01-80 1234",
            "01.01.80 1234", "01.01.80 - 1234", "01/01/80 1234", "1-01-0180-1234", "01.01.80.12.34", "01-01-80-12-34",
            "01.01.80 12-34", "01-01-1990-1234", "01.01.1990-1234", "01/01/1990/1234", "01-01-1990–1234",
            "01/01-1990-1234",
            "1-1-1990-1234", "01-01-1990(1234)", "01 01 1990 1234", "01011990-1234", "01011990 1234",
            "01.01.80\u{AD}1234", "01.01.80 1234 stk.", "01.01.80-1234 kr.", "01.01.80/1234,50", "23-01-02-0001",
            "01.02-28.0223", "31.12.99 0000", "01.02.2003 1234", "(01.02.2003) 1234", "01.02.2023 - 1234",
            "01/02-2023 1500", "01-02-2023 1500 stk.", "01.02.2023 -1500 kr", "[01-02-2003] (1234)",
            "01.02.2003\u{A0}\u{200B}1234",
        ])
    func suspects(text: String) {
        #expect(PersonalNumber.isSuspected(in: text))
    }

    @Test("A short look at a reference misses nothing that a closer one suspects", arguments: Seed.each(1...4))
    func shortLook(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let pieces = [
            "0", "1", "2", "3", "9", "01", "12", "31", "0101", "3112", "1990", "2024", "010180", "123456", "0101801234",
            "-", "-", "/", ".", "_", "K", "å",
        ]
        var suspected = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...7, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
            }
            let isSuspected = PersonalNumber.isSuspected(in: text)
            if isSuspected { suspected += 1 }
            #expect(isSuspected == (PersonalNumber.placeAtACloserLook(text) != nil), "\(text)")
        }
        #expect(suspected > 500)
    }

    @Test(
        "It is suspected inside a text or a voucher",
        arguments: [
            "Aftalt med Ane (010180-1234) i dag", "CPR:010180-1234.", "cpr0101801234", "K-010180-1234",
            "K/0101801234/7",
            "2023/010180-1234", "010180-1234-2", "1-010180-1234", "Tlf. 74 37 60 00, cpr 010180-1234", "«010180-1234»",
            "Født 010180, nr. 010180-1234",
        ])
    func suspectsInside(text: String) {
        #expect(PersonalNumber.isSuspected(in: text))
    }

    @Test(
        "Its first six digits are a day of some century",
        arguments: [
            ("311299-0000", true), ("290224-1234", true), ("290200-1234", true), ("290296-1234", true),
            ("290223-1234", false), ("290201-1234", false), ("300224-1234", false), ("310480-1234", false),
            ("320180-1234", false), ("000180-1234", false), ("011380-1234", false), ("010080-1234", false),
            ("610180-1234", false),
        ])
    func wantsDay(text: String, suspected: Bool) {
        #expect(PersonalNumber.isSuspected(in: text) == suspected)
    }

    @Test(
        "Other numbers are not suspected",
        arguments: [
            "", "-", "Et job", "74376000", "12 34 56 78", "+45 12 34 56 78", "0045 12345678", "010101 12", "010180-123",
            "010180-12345", "1010180-1234", "01018012345678", "12345678901234", "0101 80123456789", "2023-02-01",
            "01-02-2023", "01.02.2023", "01/02/2023", "01-02-2023 10", "01.02.2023 10", "01/02/2023 10",
            "01-02-2023 10.30", "01-12-2022 - 31-12-2024", "01.12.2022-31.12.2024", "1.2.2023 kl. 10.30",
            "2023-01-02-0001", "2023.01.02.0001", "2023/01/02/0001", "2023-01-02 0001", "K-2023-01-02-0001-7",
            "2023-01-02-0001-2023-01-03-0002", "20230102-0001", "2023-01-02-00012",
            "01.02.23 1500 kr", "01.02.23 1500 kr.", "01.02.23 1500 KR", "01.02.23 1500 kroner", "01.02.23 1500 DKK",
            "01.02.23  1500\u{A0}kr.", "01.02.23 1500,00", "01.02.23 1500.00", "01.02.23 1.500", "01.02.23 1,500 kr",
            "01.02.23 1500,-", "01-02-23 1500 kr", "01/02/23 1500 kr", "1.12.22 1500 kr", "01.02.23 1 500 kr",
            "01.02.23-28.02.23", "01.02.23 - 28.02.23", "01.02.23–28.02.23", "01.02.23 28.02.23", "01-02-23 - 28-02-23",
            "01.02.23/28.02.23", "01.02.23-28.02.2023", "01.02-28.02.23", "01.02.-28.02.23", "01.02-28.02.2023",
            "01.02.23-28.02.23 1500 kr", "01/02-23 - 28/02-23", "01/02-23 1500 kr", "01/02-2023 1500 kr",
            "01.02.2023 1500,00", "01.02.2023 1.500", "01-02-2023 1500 DKK", "01.02.2023 28.02.2023",
            "01.02.2023 2024-01-01", "01.02.2023 10.30", "01.02.2023 kr. 1500", "01.02.2023: 1500",
            "01.02.23-28.02.23-31.03.23", "10.11.12-13.12.12", "01.02.23 2023-02-28",
            "01.02.23 10.30", "01.02.23 23.59", "01.02.23 10:30", "01.02.23 kl. 10.30", "01.02.23 10.30-11.30",
            "01.02.23", "Leje 01.02.23-28.02.23", "Leje 01.02.23 kr. 1500", "01-02-2023-2024-01-01",
            "2022-12-0001", "2023-0001", "2022-12-01T10:30", "952.000,00 kr.", "10.000.000.000", "50.000 og 35.000",
            "010180, 1234 kr.", "6200 Aabenraa", "CVR 29 18 98 54", "Skelbækvej 2, 6200", "B01 B02",
        ])
    func ignores(text: String) {
        #expect(!PersonalNumber.isSuspected(in: text))
    }

    @Test(
        "A day and two digits more is a day only where its year stands for itself",
        arguments: [
            "01-02-2012-34", "01-02-20 2310", "01-02-202310", "01-02 2023 10", "0102-2023 10", "01-02-2123 10",
        ])
    func suspectsUnlikeDay(text: String) {
        // The first is also a day in full; all others keep the shape of a personal number.
        #expect(PersonalNumber.isSuspected(in: text) == !text.hasPrefix("01-02-2012"))
    }

    @Test(
        "A day with two digits of year hides no number that is not an amount, a time or a day",
        arguments: [
            "01.02.23 1500", "01.02.23 24.00", "01.02.23 10.60", "01.02.23-10.30", "01.02.23-1500 kr",
            "01.02.23-30.02.23", "01.02.23 1500 k", "01.02.23 1500 krav", "01.02.23 010180-1234",
            "01.02.23-28.02.23 1234", "01.02.23-28.02.23-1234", "2023-01-02-010180-1234", "2023-01-02-0101801234",
        ])
    func suspectsBehindDay(text: String) {
        // A time of two numbers is also an amount, but nothing after a dash is.
        #expect(PersonalNumber.isSuspected(in: text) == !["01.02.23 24.00", "01.02.23 10.60"].contains(text))
    }

    @Test(
        "The place is that of the number's first digit, in characters from 1",
        arguments: [
            ("010180-1234", 1), ("Født 010180-1234", 6), ("Den 01.02.23: 010180-1234", 15), ("k-01-01-1990-1234", 3),
            ("01-02-2023 og 01011990-1234", 15), ("å\u{30A} 010180 1234 010180 1234", 4),
            ("2023-01-02-010180-1234", 12), ("12 010180-1234", 4),
        ])
    func tellsPlace(text: String, place: Int) {
        #expect(PersonalNumber.place(in: text) == place)
    }

    @Test(
        "A number too large for any type is no part of a day",
        arguments: ["12345678901234567890.1.1", "1-1-99999999999999999999", "1/12345678901234567890/2023"])
    func takesLargeNumbers(text: String) {
        #expect(!PersonalNumber.isSuspected(in: text))
        #expect(PersonalNumber.isSuspected(in: text + " og 010180-1234"))
    }

    @Test("However many days a text holds, it is read to its end")
    func takesManyDays() {
        for day in ["01-02-2023 ", "01.02.23-", "30.4-", "01.02.23 10.30 "] {
            let days = String(repeating: day, count: 20_000) + "01-02-2023 "
            #expect(!PersonalNumber.isSuspected(in: days), "\(day)")
            #expect(PersonalNumber.isSuspected(in: days + "010180-1234"), "\(day)")
        }
    }
}
