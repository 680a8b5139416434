import JSON
import MitBudget
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

/// What `sample` prints is enough to draw the same again, by anyone, and says so where it could have been steered.
@Suite("A sample on the command line")
struct SampleCommandTests {
    private let world: TestWorld
    private static let year = ["sample", "--year", "2023"]

    init() throws {
        world = try TestWorld()
        world.now = try #require(Moment(iso: "2023-03-01T09:00:00Z"))
        for line in ["init --administrator admin", "staff add kaj --role consultant --name Konsulent"] {
            try #require(world.run(line.split(separator: " ").map(String.init)).status == 0)
        }
    }

    private func spend(_ amounts: [Int]) throws {
        for (number, amount) in amounts.enumerated() {
            let run = world.run([
                "expense", "--post", "project", "--amount", "\(amount)", "--voucher", "P-\(number)", "--payee", "Tryk",
            ])
            try #require(run.status == 0, "\(run.error)")
        }
    }

    @Test(
        "The command that it prints draws the same again, after more was recorded, too",
        arguments: [
            ["--size", "3"], ["--size", "3", "--method", "random"], ["--size", "64", "--dice", "0351624"],
            ["--confidence", "97,5", "--materiality", "5.000"], ["--size", "1", "--dice", "6", "--at", "5"],
        ], Language.allCases)
    func again(options: [String], language: Language) throws {
        try spend([1000, 20, 3000, 450, 5000, 60, 700])
        for format in ["text", "csv", "json"] {
            let form = ["--format", format, "--language", language.rawValue, "--color", "never"]
            let text = world.run(Self.year + options + ["--language", language.rawValue]).output
            let command = try #require(text.split(separator: "\n").last { $0.hasPrefix("  mitbudget sample ") })
            let words = command.split(separator: " ").dropFirst().map(String.init)
            #expect(words.contains("--at"))
            let first = world.run(Self.year + options + form)
            #expect(first.status == 0)
            try spendOneMore(format)
            let again = world.run(words + form)
            #expect(again.status == 0 && again.output == first.output, "\(words)")
            if format == "csv" { #expect(first.output.contains("\r\nmitbudget \(words.joined(separator: " "))\r\n")) }
        }
    }

    private func spendOneMore(_ voucher: String) throws {
        let run = world.run([
            "expense", "--post", "project", "--amount", "9", "--voucher", voucher, "--payee", "Tryk",
        ])
        try #require(run.status == 0)
    }

    @Test("JSON has the members that are promised, in their order, whatever is drawn")
    func members() throws {
        try spend([1000, 20, 3000])
        for options in [
            ["--size", "2"], ["--size", "2", "--method", "random"], ["--size", "9"], ["--size", "2", "--at", "2"],
            ["--size", "2", "--readings", "--as", "admin"],
        ] {
            let run = world.run(Self.year + options + ["--format", "json"])
            guard case .object(let members) = try JSON(parsing: run.output) else { throw Surprise() }
            #expect(
                members.map(\.key) == [
                    "method", "size", "populationOre", "vouchers", "intervalOre", "startOre", "seed", "anchor", "drawn",
                ])
            guard case .array(let rows)? = members.last?.value else { throw Surprise() }
            for drawn in rows {
                guard case .object(let members) = drawn else { throw Surprise() }
                #expect(members.map(\.key) == ["entry", "voucher", "amountOre", "hits", "certain"])
            }
        }
    }

    @Test(
        "Without dice it says that whoever records last could try again; with dice, or where all are drawn, it does not"
    )
    func caution() throws {
        try spend([1000, 20, 3000])
        for (options, isSteerable) in [
            (["--size", "2"], true), (["--size", "2", "--method", "random"], true),
            (["--size", "2", "--dice", "4"], false),
            (["--size", "4"], false), (["--size", "2", "--at", "2"], false),
        ] {
            for format in ["text", "csv", "json"] {
                let run = world.run(Self.year + options + ["--format", format, "--language", "en"])
                let said = format == "text" ? run.output : run.error
                #expect(said.contains("whoever recorded last could have tried again") == isSteerable)
                #expect(format == "text" ? run.error.isEmpty : run.error.isEmpty != isSteerable)
            }
        }
    }

    @Test(
        "What is no dice, size, confidence or period is a usage error that draws nothing",
        arguments: [
            ["--size", "2", "--dice", "٣٥"], ["--size", "2", "--dice", "３"], ["--size", "2", "--dice", "1 2"],
            ["--size", "2", "--dice", "3\u{301}"], ["--size", "2", "--dice", "-3"], ["--size", "2", "--dice", "1\n2"],
            ["--size", "2", "--dice", String(repeating: "6", count: 65)], ["--size", "2", "--dice", ""],
            ["--size", "0"], ["--size", "+2"], ["--size", "2,0"], ["--size", "٢"], ["--size", "0000"],
            ["--size", "9999999999999999999999"], ["--confidence", "100", "--materiality", "1"],
            ["--confidence", "NaN", "--materiality", "1"], ["--confidence", "95", "--materiality", "0"],
            ["--confidence", "95", "--materiality", "99999999999999999999"], ["--month", "2023-01", "--size", "1"],
        ])
    func usage(options: [String]) throws {
        try spend([1000, 20])
        let run = world.run(Self.year + options)
        #expect(run.status == 64 && run.output.isEmpty && !run.error.isEmpty)
        #expect(run.heads.before == run.heads.after)
    }

    @Test(
        "Years, quarters and months are those of the calendar",
        arguments: [
            ("--year", "2024", "2024-01-01", "2024-12-31"), ("--year", "9999", "9999-01-01", "9999-12-31"),
            ("--quarter", "2023-1", "2023-01-01", "2023-03-31"), ("--quarter", "2023-2", "2023-04-01", "2023-06-30"),
            ("--quarter", "2023-3", "2023-07-01", "2023-09-30"), ("--quarter", "2023-4", "2023-10-01", "2023-12-31"),
            ("--month", "2023-02", "2023-02-01", "2023-02-28"), ("--month", "2024-02", "2024-02-01", "2024-02-29"),
            ("--month", "2100-02", "2100-02-01", "2100-02-28"), ("--month", "2023-11", "2023-11-01", "2023-11-30"),
        ])
    func periods(option: String, span: String, from: String, through: String) {
        let run = world.run(["sample", option, span, "--size", "1"])
        #expect(run.status == 0 && run.output.contains(" --from \(from) --to \(through) "), "\(run.output)")
    }

    @Test(
        "Nothing else is a year, a quarter or a month",
        arguments: [
            ("--year", "23"), ("--year", "02023"), ("--year", "0999"), ("--year", "-2023"), ("--year", "2023-1"),
            ("--quarter", "2023"), ("--quarter", "2023-0"), ("--quarter", "2023-5"), ("--quarter", "2023-01"),
            ("--quarter", "2023-Q1"), ("--month", "2023-00"), ("--month", "2023-13"), ("--month", "2023-1"),
            ("--month", "2023-01-01"), ("--month", "٢٠٢٣-٠١"), ("--month", "2023 01"), ("--month", ""),
        ])
    func noPeriods(option: String, span: String) {
        let run = world.run(["sample", "\(option)=\(span)", "--size", "1"])
        #expect(run.status == 64 && run.output.isEmpty, "\(run.output)")
    }

    @Test("A ledger in which sums were made too large is damaged, and what cannot be read prints nothing")
    func damaged() throws {
        try spend([1000, 20])
        try world.tamper(
            lifting: "movement_unchanged", sql: "UPDATE movement SET amount_ore = \(Amount.limit)")
        for format in ["text", "csv", "json"] {
            let run = world.run(Self.year + ["--size", "1", "--format", format])
            #expect(run.status == 65 && run.output.isEmpty, "\(run.status) \(run.error)")
        }
        try world.tamper(
            lifting: "movement_unchanged", sql: "UPDATE movement SET amount_ore = 5; UPDATE movement SET voucher = ' x'"
        )
        #expect(world.run(Self.year + ["--size", "9"]).status == 65)
    }

    @Test("Anyone of the staff may draw vouchers, only auditors and administrators readings")
    func roles() throws {
        let run = world.run(["sample", "--year", "2023", "--size", "1", "--readings", "--as", "admin"])
        #expect(run.status == 0)
        #expect(world.run(["sample", "--year", "2023", "--size", "1", "--as", "kaj"]).status == 0)
        #expect(world.run(["sample", "--year", "2023", "--size", "1", "--readings", "--as", "kaj"]).status == 77)
    }

    private struct Surprise: Error {}
}
