import MitBudget
import MitBudgetReports
import Phrases
import Testing

@Suite("Formats")
struct FormatTests {
    @Test(
        "An amount is written with its currency, grouped, with two decimals",
        arguments: [
            (0, "0,00\u{A0}kr.", "DKK\u{A0}0.00"),
            (1, "0,01\u{A0}kr.", "DKK\u{A0}0.01"),
            (-1, "-0,01\u{A0}kr.", "DKK\u{A0}-0.01"),
            (99_999, "999,99\u{A0}kr.", "DKK\u{A0}999.99"),
            (100_000, "1.000,00\u{A0}kr.", "DKK\u{A0}1,000.00"),
            (-450_050, "-4.500,50\u{A0}kr.", "DKK\u{A0}-4,500.50"),
            (-10_000, "-100,00\u{A0}kr.", "DKK\u{A0}-100.00"),
            (95_200_000, "952.000,00\u{A0}kr.", "DKK\u{A0}952,000.00"),
            (Amount.limit, "10.000.000.000.000,00\u{A0}kr.", "DKK\u{A0}10,000,000,000,000.00"),
            (-Amount.limit, "-10.000.000.000.000,00\u{A0}kr.", "DKK\u{A0}-10,000,000,000,000.00"),
        ])
    func amounts(ore: Int64, danish: String, english: String) throws {
        let amount = try #require(Amount(ore: ore))
        #expect(amount.text(in: .danish) == danish)
        #expect(amount.text(in: .english) == english)
    }

    @Test("An amount in a column has no currency")
    func bareAmounts() throws {
        let amount = try Amount(kroner: "-952.000")
        #expect(amount.bare(in: .danish) == "-952.000,00")
        #expect(amount.bare(in: .english) == "-952,000.00")
    }

    @Test("An amount is read back as itself however it was printed, in either language", arguments: Language.allCases)
    func readsBack(language: Language) throws {
        let edges: [Int64] = [0, 95, 99_999, 100_000, 450_000, 99_999_999, 95_200_050, Amount.limit - 1, Amount.limit]
        // Each amount is a little over an eighth larger than the last, which gives every number of digits and every
        // grouping.
        let others = sequence(first: Int64(1)) { ore in
            let next = ore + ore / 8 + 1
            return next < Amount.limit ? next : nil
        }
        for ore in edges + others {
            for amount in [try #require(Amount(ore: ore)), try #require(Amount(ore: -ore))] {
                for printed in [
                    amount.text(in: language), amount.bare(in: language), amount.typed(in: language), amount.decimal,
                ] {
                    #expect(try Amount(kroner: printed) == amount, "\(printed)")
                }
            }
        }
    }

    @Test(
        "A day is written in words and in digits",
        arguments: [
            ("2024-12-31", "31. december 2024", "31 December 2024", "31-12-2024"),
            ("2023-02-01", "1. februar 2023", "1 February 2023", "01-02-2023"),
            ("2024-02-29", "29. februar 2024", "29 February 2024", "29-02-2024"),
            ("1000-01-01", "1. januar 1000", "1 January 1000", "01-01-1000"),
            ("2023-05-10", "10. maj 2023", "10 May 2023", "10-05-2023"),
        ])
    func days(iso: String, danish: String, english: String, short: String) throws {
        let day = try Day(iso: iso)
        #expect(day.text(in: .danish) == danish)
        #expect(day.text(in: .english) == english)
        #expect(day.short(in: .danish) == short)
        #expect(day.short(in: .english) == iso)
        #expect(try Day(day.short(in: .danish)) == day)
    }

    @Test("Values stand in a sentence as its tongue writes them")
    func sentences() throws {
        let day = try Day("2023-02-01")
        let amount = try Amount(kroner: "4500")
        let participant = try ParticipantReference("B03")
        let (item, entry, voucher) = try (ItemNumber("2"), EntryNumber("17"), VoucherReference("2023/0017"))
        let (staff, post, area) = try (StaffID("anna-h"), PostName("project"), Area("housing"))
        let phrase = Phrase(
            da: "\(amount), \(day), \(participant), \(item), \(entry), \(voucher), \(staff), \(post), \(area)",
            en: "\(amount), \(day), \(participant), \(item), \(entry), \(voucher), \(staff), \(post), \(area)")
        #expect(phrase[.danish] == "4.500,00\u{A0}kr., 1. februar 2023, B03, 2, 17, 2023/0017, anna-h, projekt, bolig")
        #expect(
            phrase[.english] == "DKK\u{A0}4,500.00, 1 February 2023, B03, 2, 17, 2023/0017, anna-h, project, housing")
        let codes = Phrase(
            da: "\(Role.caseworker), \(MovementKind.reversal), \(EntryKind.planApproved), \(Refusal.Field.wishes)",
            en: "\(Role.caseworker), \(MovementKind.reversal), \(EntryKind.planApproved), \(Refusal.Field.wishes)")
        #expect(codes[.danish] == "sagsbehandler, tilbageførsel, handleplan godkendt, ønskerne")
        #expect(codes[.english] == "caseworker, reversal, plan approved, the wishes")
    }

    @Test("An area or a post that only another programme knows stands as it is")
    func foreignCodes() throws {
        #expect(try Area("fritid").phrase == Phrase(verbatim: "fritid"))
        #expect(try PostName("Løn og drift").phrase == Phrase(verbatim: "Løn og drift"))
    }

    @Test("A code that holds what looks like a CPR number is not repeated")
    func personalNumbersInCodes() throws {
        let code = "010190-1234"
        let (staff, area, voucher) = try (StaffID(code), Area(code), VoucherReference(code))
        let phrase = Phrase(da: "\(staff) \(area) \(voucher)", en: "\(staff) \(area) \(voucher)")
        #expect(phrase == Phrase(verbatim: "… … …"))
    }

    @Test("Every kind and every field has a name of its own", arguments: Language.allCases)
    func distinctNames(language: Language) {
        #expect(Set(EntryKind.allCases.map { $0.phrase[language] }).count == EntryKind.allCases.count)
        #expect(Set(MovementKind.allCases.map { $0.phrase[language] }).count == MovementKind.allCases.count)
        #expect(Set(Role.allCases.map { $0.phrase[language] }).count == Role.allCases.count)
        #expect(Set(Refusal.Field.allCases.map { $0.phrase[language] }).count == Refusal.Field.allCases.count)
    }

    @Test(
        "Choices are listed with commas and one or",
        arguments: [
            ([], "", ""),
            (["job"], "job", "job"),
            (["job", "housing"], "job eller bolig", "job or housing"),
            (["job", "housing", "life"], "job, bolig eller livssituation", "job, housing or life situation"),
        ])
    func lists(codes: [String], danish: String, english: String) throws {
        let phrase = Phrase.anyOf(try codes.map { try Area($0).phrase })
        #expect(phrase[.danish] == danish)
        #expect(phrase[.english] == english)
    }

    @Test("One of a thing is not several")
    func counts() {
        #expect(Count.days(1).phrase == Phrase(da: "1 dag", en: "1 day"))
        #expect(Count.days(0).phrase == Phrase(da: "0 dage", en: "0 days"))
        #expect(Count.places(1).phrase == Phrase(da: "1 plads", en: "1 place"))
        #expect(Count.places(15).phrase == Phrase(da: "15 pladser", en: "15 places"))
        #expect(Count.characters(4001).phrase == Phrase(da: "4001 tegn", en: "4001 characters"))
    }
}
