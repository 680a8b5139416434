import MitBudget
import TestSupport
import Testing

@Suite("Amounts in a column")
struct ColumnAmountTests {
    private static func read(_ text: String) throws(ColumnAmount.Fault) -> ColumnAmount {
        try ColumnAmount(Array(text.utf8).span)
    }

    @Test(
        "A cell is read with what it shows of the column",
        arguments: [
            ("4500", 450_000, .none), ("-4500", -450_000, .none), ("0", 0, .none), ("1 234", 123_400, .none),
            ("1\u{A0}234\u{202F}567", 123_456_700, .none), ("4500,50", 450_050, .decimal(.comma)),
            ("4500.5", 450_050, .decimal(.dot)), ("1.234,50", 123_450, .decimal(.comma)),
            ("1,234.50", 123_450, .decimal(.dot)), ("1.234.567", 123_456_700, .decimal(.comma)),
            ("1,234,567", 123_456_700, .decimal(.dot)), ("1 234,5", 123_450, .decimal(.comma)),
            ("1.234", 123_400, .undecided(.dot)), ("1,234", 123_400, .undecided(.comma)),
            ("1234,500", 123_450, .decimal(.comma)), ("0,500", 50, .decimal(.comma)),
            ("12.3400", 1_234, .decimal(.dot)), ("\u{2212}1.234,50", -123_450, .decimal(.comma)),
            ("\u{2013}12,00", -1_200, .decimal(.comma)), ("1\u{2009}234,50", 123_450, .decimal(.comma)),
            ("+12,00", 1_200, .decimal(.comma)), ("- 12,00", -1_200, .decimal(.comma)),
            ("kr. 1.234,50", 123_450, .decimal(.comma)), ("1.234,50 kr.", 123_450, .decimal(.comma)),
            ("-1.234,50 DKK", -123_450, .decimal(.comma)), ("DKK -1,234.50", -123_450, .decimal(.dot)),
            ("  12,00 ", 1_200, .decimal(.comma)), ("10.000.000.000.000,00", 1_000_000_000_000_000, .decimal(.comma)),
        ] as [(String, Int64, ColumnAmount.Evidence)])
    func reads(text: String, ore: Int64, evidence: ColumnAmount.Evidence) throws {
        let amount = try Self.read(text)
        #expect(amount.amount == .ore(ore))
        #expect(amount.evidence == evidence)
    }

    @Test(
        "What is no amount is told by its fault",
        arguments: [
            ("", .empty), ("  ", .empty), ("1.234,50-", .signBehind), ("1.234,50 +", .signBehind), ("5,-", .signBehind),
            ("12,00 CR", .signBehind), ("12,00 DR", .signBehind), ("12,00D", .signBehind), ("EUR 12,00", .currency),
            ("12,00 EUR", .currency), ("12,00 €", .currency), ("$12.00", .currency), ("£12.00", .currency),
            ("Møbler", .form), ("(12,00)", .form), ("1,2,3", .form), ("1.23.456", .form), ("12 34", .form),
            ("1234.567.890", .form), (",50", .form), ("12,", .form), ("12,00 ", nil), ("--12", .form), ("1..2", .form),
            ("1.234,567", .decimals), ("0,125", .decimals), ("12,3456", .decimals), ("1 234.567,00", .form),
            ("10.000.000.000.000,01", .tooLarge), ("12345678901234567890", .tooLarge), ("1'234", .form), ("-", .form),
            ("kr.", .form), ("\u{201C}12\u{201D}", .form), ("12\u{B2}", .form), ("¥12", .currency), ("٤٥", .form),
            ("5\u{301}", .form),
        ] as [(String, ColumnAmount.Fault?)])
    func refuses(text: String, fault: ColumnAmount.Fault?) {
        let result = Result { () throws(ColumnAmount.Fault) in try Self.read(text) }
        switch (result, fault) {
        case (.success, nil): break
        case (.failure(let found), let fault?): #expect(found == fault)
        default: Issue.record("\(text): \(result)")
        }
    }

    @Test("Every amount reads as the program prints it, in either language")
    func printed() throws {
        for seed in Seed.each(1...3) {
            var chance = SplitMix64(seed: seed)
            for _ in 0..<2_000 {
                let ore =
                    Int64.random(in: -Amount.limit...Amount.limit, using: &chance)
                    >> Int64.random(in: 0...50, using: &chance)
                let (kroner, rest) = (ore.magnitude / 100, ore.magnitude % 100)
                let decimals = (rest < 10 ? "0" : "") + String(rest)
                for (group, sign) in [(".", ","), (",", "."), ("", ","), (" ", ",")] {
                    var digits = String(kroner)
                    var place = digits.count - 3
                    while place > 0 {
                        digits.insert(contentsOf: group, at: digits.index(digits.startIndex, offsetBy: place))
                        place -= 3
                    }
                    let text = (ore < 0 ? "-" : "") + digits + sign + decimals
                    #expect(try Self.read(text).amount == .ore(ore), "\(text)")
                }
            }
        }
    }

    /// Cells, and the sign that they agree on or why they do not.
    private static func sign(
        of cells: [String], _ named: DecimalSign? = nil
    ) throws -> Result<DecimalSign?, DecimalColumn.Fault> {
        var column = DecimalColumn(named)
        for (line, cell) in zip(2..., cells) { column.take(try read(cell).evidence, at: line) }
        return Result { () throws(DecimalColumn.Fault) in try column.sign() }
    }

    @Test("One cell decides for all")
    func decides() throws {
        #expect(try Self.sign(of: ["1.000", "1.488,69", "-89,9"]) == .success(.comma))
        #expect(try Self.sign(of: ["25,000", "3,000.00"]) == .success(.dot))
        #expect(try Self.sign(of: ["1,000", "1,000,000"]) == .success(.dot))
        #expect(try Self.sign(of: ["100", "200"]) == .success(nil))
        #expect(try Self.sign(of: ["100", "1.000"]) == .success(.comma), "as on the command line")
        #expect(try Self.sign(of: ["1,000"], .dot) == .success(.dot))
        #expect(try Self.sign(of: ["100"], .dot) == .success(.dot))
    }

    @Test("Cells that contradict each other, or a profile, are told with their line")
    func contradicts() throws {
        #expect(try Self.sign(of: ["1,50", "100", "1.50"]) == .failure(.mixed(line: 4)))
        #expect(try Self.sign(of: ["1.50", "1,50"]) == .failure(.mixed(line: 3)))
        #expect(try Self.sign(of: ["1,50", "1,234"]) == .failure(.mixed(line: 3)), "three decimals")
        #expect(try Self.sign(of: ["1.234", "1.50"]) == .failure(.mixed(line: 2)))
        #expect(try Self.sign(of: ["1,234", "100"]) == .failure(.open(line: 2)))
        #expect(try Self.sign(of: ["1,50"], .dot) == .failure(.mixed(line: 2)))
        #expect(try Self.sign(of: ["1,234"], .comma) == .failure(.mixed(line: 2)))
    }
}
