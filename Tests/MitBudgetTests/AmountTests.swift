import MitBudget
import TestSupport
import Testing

@Suite("Amounts")
struct AmountTests {
    /// Each form of an amount, with its øre.
    static let forms: [(String, Int64)] = [
        ("4500", 450_000), ("4.500", 450_000), ("4.500,00", 450_000), ("4500,00", 450_000), ("4500,50", 450_050),
        ("4500.50", 450_050), ("4,5", 450), ("4.5", 450), ("4,05", 405), ("0", 0), ("0,01", 1), ("0.50", 50),
        ("007", 700), ("1.234.567,89", 123_456_789), ("100.000", 10_000_000), ("4.500,5", 450_050),
        ("10.000.000.000.000", 1_000_000_000_000_000), ("1,000.50", 100_050), ("1,000.5", 100_050),
        ("1,000.00", 100_000), ("1,234,567", 123_456_700), ("1,234,567.89", 123_456_789), ("12 000", 1_200_000),
        ("12\u{A0}000", 1_200_000), ("12\u{202F}000", 1_200_000), ("1 234 567", 123_456_700),
        ("12 000,50", 1_200_050), ("12 000.50", 1_200_050), ("999,999.99", 99_999_999), ("1.000", 100_000),
        ("4,500.00", 450_000),
    ]

    @Test("An amount is read as people type it, with or without its currency", arguments: forms)
    func reads(text: String, ore: Int64) throws {
        #expect(try Amount(kroner: text).ore == ore)
        #expect(try Amount(kroner: "-" + text).ore == -ore)
        for blank in ["", " ", "\u{A0}", "\u{202F}"] {
            for written in [
                text + blank + "kr.", text + blank + "kr", "kr." + blank + text, "DKK" + blank + text,
                "DKK" + blank + "-" + text, "-" + text + blank + "kr.",
            ] {
                #expect(try Amount(kroner: written).ore == (written.contains("-") ? -ore : ore), "\(written)")
            }
        }
    }

    @Test(
        "Anything else is refused as no amount",
        arguments: [
            "", "-", "--5", "+5", " 4500", "4500 ", "4  500", "4 50", "4 5000", "45 00 000", "5,-", "1e3", "0x10",
            "NaN", "kr 5", "5 DKK", "DKK 5 kr.", "kr.", "DKK", "kr", "kr. kr. 5", "DKK -", "5 kr. ", " DKK 5", "5 k",
            "1.23.4", "1,2,3", "1.2345", "1,2345", "1234.567", "00.505", "12 345.678", "1.234,567", "1,234.567",
            "45.00.000", "4..500", ".500", ".5", ",5", "5.", "5,", ",", ".", "-,5", "4'500", "4’500", "\u{FF14}500",
            "٤٥٠٠", "5\u{301}", "5\u{200B}", "\u{2212}5", "5\n", "4.500,5.0", "4,50.0", "4\t500", "4\u{2009}500",
        ])
    func refusesForm(text: String) {
        #expect(throws: Malformed.amount(text, .form)) { try Amount(kroner: text) }
    }

    @Test(
        "A number that is written as no one should is refused with the readings that are exact to the øre",
        arguments: [
            ("4,500", [450_000, 450]), ("1,000", [100_000, 100]), ("12,340", [1_234_000, 1234]),
            ("999,990", [99_999_000, 99_999]), ("4,505", [450_500]), ("12,345", [1_234_500]), ("999,999", [99_999_900]),
            ("0,500", [50]), ("0.500", [50]), ("4.500.00", [450_000]), ("4,500,00", [450_000]),
            ("4.500,000", [450_000]), ("1234.500", [123_450]), ("1234,5000", [123_450]), ("4,500 kr.", [450_000, 450]),
            ("DKK 4,505", [450_500]), ("00.500", [50]), ("1 000.000 kr", [100_000]),
        ])
    func refusesWithReadings(text: String, readings: [Int64]) {
        #expect(throws: Malformed.amount(text, .readings(readings.map { .ore($0) }))) { try Amount(kroner: text) }
    }

    @Test(
        "An amount beyond ten million million kroner is refused as too large",
        arguments: [
            "10000000000000,01", "-10000000000000,01", "10.000.000.000.001", "99999999999999999999",
            "-99999999999999999999", "92233720368547758,07", "92233720368547758,08", "92233720368547758,99",
            "-92233720368547758,99", "9223372036854775807", "9223372036854775808",
        ])
    func refusesSize(text: String) {
        #expect(throws: Malformed.amount(text, .tooLarge)) { try Amount(kroner: text) }
    }

    @Test(
        "A machine's decimal text is read, and written back in one form",
        arguments: [
            ("952000.00", 95_200_000, "952000.00"), ("952000", 95_200_000, "952000.00"), ("-0.5", -50, "-0.50"),
            ("0.05", 5, "0.05"), ("0", 0, "0.00"), ("-1.10", -110, "-1.10"),
            ("10000000000000.00", Amount.limit, "10000000000000.00"),
        ])
    func readsDecimal(text: String, ore: Int64, written: String) throws {
        let amount = try Amount(decimal: text)
        #expect(amount.ore == ore)
        #expect(amount.decimal == written)
        #expect(try Amount(decimal: amount.decimal) == amount)
    }

    @Test(
        "A machine's decimal text has neither groups nor commas",
        arguments: ["4.500", "4.500,00", "4,50", "4,500", "952000.000", "1e3", "", "-", "+1", " 1", "1.", ".5"])
    func refusesDecimal(text: String) {
        #expect(throws: Malformed.amount(text, .form)) { try Amount(decimal: text) }
    }

    @Test(
        "A machine's decimal text beyond the limit is too large",
        arguments: ["10000000000000.01", "1000000000000000000000"])
    func refusesDecimalSize(text: String) {
        #expect(throws: Malformed.amount(text, .tooLarge)) { try Amount(decimal: text) }
    }

    @Test(
        "An amount in øre lies within the limit, either way",
        arguments: [
            (Amount.limit - 1, true), (Amount.limit, true), (Amount.limit + 1, false), (-Amount.limit, true),
            (-Amount.limit - 1, false), (.max, false), (.min, false),
        ])
    func staysWithinLimit(ore: Int64, exists: Bool) {
        #expect((Amount(ore: ore) != nil) == exists)
    }

    @Test("Amounts add, subtract, turn and compare by the øre")
    func calculates() {
        var amount = Amount.kroner(10) + .ore(1)
        #expect(amount.ore == 1001)
        amount -= .ore(2)
        #expect(amount == .ore(999))
        amount += .ore(-1000)
        #expect(amount == .ore(-1))
        #expect(-amount == .ore(1))
        #expect(Amount.ore(-1) < .zero && Amount.zero < .ore(1))
    }

    @Test("A sum beyond the limit is no sum")
    func sums() {
        let most = Amount.ore(Amount.limit)
        #expect(Amount.sum([]) == .zero)
        #expect(Amount.sum([.ore(Amount.limit - 1), .ore(1)]) == most)
        #expect(Amount.sum([most, .ore(1)]) == nil)
        #expect(Amount.sum([most, .ore(1), .ore(-1)]) == most, "only the whole sum counts")
        #expect(Amount.sum(Array(repeating: most, count: 9300)) == nil, "beyond 64 bits")
        #expect(Amount.sum(Array(repeating: -most, count: 9300)) == nil, "beyond 64 bits the other way")
    }

    @Test(
        "A multiple beyond the limit is no amount",
        arguments: [
            (Amount.kroner(50_000), 15, 75_000_000), (.ore(Amount.limit), 1, Amount.limit), (.ore(7), 0, 0),
            (.ore(7), -2, -14), (.ore(Amount.limit), 2, nil), (.ore(2), .max, nil), (.ore(-2), .max, nil),
            (.ore(Amount.limit / 2 + 1), 2, nil),
        ] as [(Amount, Int, Int64?)])
    func multiplies(amount: Amount, count: Int, ore: Int64?) {
        #expect(amount.times(count)?.ore == ore)
    }
}
