import JSON
import MitBudget
import Phrases
import Testing

@testable import MitBudgetCLI

/// Entries that settle a programme may lie outside its window, and reports show them on their own days.
@Suite("Reports around the window's last day")
struct ReportAfterTheWindowTests {
    private let world: TestWorld

    /// Records an instalment before the first day, spending in the window, and a refund and a repayment after it.
    init() throws {
        world = try TestWorld()
        world.environment["MITBUDGET_LANGUAGE"] = "en"
        world.now = try #require(Moment(iso: "2022-12-05T09:00:00Z"))
        for line in ["init --administrator admin", "staff add kaj --role consultant --name Konsulent"] {
            try perform(line)
        }
        world.now = try #require(Moment(iso: "2025-04-01T09:00:00Z"))
        for line in [
            "receive --amount 1000 --voucher R-1 --on 2022-11-15",
            "expense --post project --amount 100 --voucher P-1 --payee Tryk --on 2023-02-01",
            "expense --post project --amount 600 --voucher P-2 --payee Tryk --on 2024-12-20",
            "refund 5 --amount 150 --voucher P-3 --on 2025-01-15", "repay --amount 300 --voucher T-1 --on 2025-02-01",
            "repay --amount 50 --voucher T-2 --on 2025-02-02", "reverse 8 --reason Tastefejl --on 2025-03-02",
        ] {
            try perform(line)
        }
    }

    @Test(
        "What is unspent waits, goes back on the last day, and less what was repaid",
        arguments: [
            // received, spent, repaid, not spent, to return, to receive.
            ("2022-12-01", "2024-12-19", [100_000, 10_000, 0, 90_000, 0, 95_100_000]),
            ("2022-12-01", "2024-12-30", [100_000, 70_000, 0, 30_000, 0, 95_100_000]),
            ("2022-12-01", "2024-12-31", [100_000, 70_000, 0, 30_000, 30_000, 0]),
            ("2025-01-01", "2025-01-31", [100_000, 55_000, 0, 45_000, 45_000, 0]),
            ("2025-02-01", "2025-02-28", [100_000, 55_000, 35_000, 10_000, 10_000, 0]),
            ("2025-03-01", "2025-03-31", [100_000, 55_000, 30_000, 15_000, 15_000, 0]),
            ("2022-11-01", "2022-11-14", [0, 0, 0, 0, 0, 95_200_000]),
        ] as [(String, String, [Int64])])
    func unspent(from: String, to: String, figures: [Int64]) throws {
        let unspent = try #require(try json(from, to)["unspent"])
        let keys = ["receivedOre", "spentOre", "repaidOre", "notSpentOre", "toReturnOre", "toReceiveOre"]
        #expect(keys.map { unspent[$0] } == figures.map { .integer($0) })
        let text = world.run(["report", "--from", from, "--to", to]).output
        #expect(text.contains("To return") == (to >= "2024-12-31"))
        #expect(text.contains("Received and not spent") == (to < "2024-12-31"))
    }

    @Test("An instalment before the first day counts, and stands in the report of its own days")
    func before() throws {
        let window = try #require(try json("2022-12-01", "2024-12-31")["income"])
        #expect(window["openingOre"] == .integer(100_000) && window["periodOre"] == .integer(0))
        let november = try #require(try json("2022-11-01", "2022-11-30")["income"])
        #expect(november["openingOre"] == .integer(0) && november["periodOre"] == .integer(100_000))
        #expect(world.run(["report", "--from", "2022-11-01", "--to", "2022-11-30"]).output.contains("R-1"))
    }

    @Test("Repayments stand beside the instalments in every form, and what cancels one is negative")
    func repayments() throws {
        let period = ("2024-12-01", "2025-03-31")
        let income = try #require(try json(period.0, period.1)["income"])
        #expect(income["repaidOpeningOre"] == .integer(0) && income["repaidClosingOre"] == .integer(30_000))
        guard case .array(let repayments)? = income["repayments"] else { return #expect(Bool(false)) }
        #expect(repayments.map { $0["entry"] } == [.integer(7), .integer(8), .integer(9)])
        #expect(repayments.map { $0["amountOre"] } == [.integer(30_000), .integer(5_000), .integer(-5_000)])
        #expect(repayments.map { $0["voucher"] } == [.string("T-1"), .string("T-2"), .string("T-2")])
        let report = ["report", "--from", period.0, "--to", period.1]
        let sheet = world.run(report + ["--format", "csv", "--section", "income"]).output
        #expect(sheet.contains("7,2025-02-01,T-1,300.00,repayment\r\n8,2025-02-02,T-2,50.00,repayment\r\n9,"))
        #expect(world.run(report).output.contains(#/\nRepaid +0\.00 +300\.00 +300\.00\n/#))
        #expect(world.run(report + ["--format", "html"]).output.contains(">repayment</td>"))
    }

    @Test("Money that came back after the window has its own month, and is no part of the rush before it")
    func months() throws {
        let report = try json("2024-12-01", "2025-02-28")
        guard case .array(let months)? = report["months"], case .array(let findings)? = report["findings"] else {
            return #expect(Bool(false))
        }
        #expect(months.map { $0["month"] } == ["2024-12", "2025-01", "2025-02"].map { .string($0) })
        #expect(months.map { $0["amountOre"] } == [.integer(60_000), .integer(-15_000), .integer(0)])
        let rush = try #require(findings.first { $0["finding"] == .string("last-month-rush") })
        #expect(rush["entries"] == .array([.integer(5)]))
    }

    @Test("The picture draws what came back where it falls, behind the window's end")
    func picture() throws {
        let page = world.run(["report", "--from", "2025-01-01", "--to", "2025-01-31", "--format", "html"]).output
            .replacing("\u{A0}", with: " ")
        #expect(page.contains("Spent before the period DKK 700.00, in the period DKK -150.00 ("))
        let status = world.run(["status", "--format", "html"]).output.replacing("\u{A0}", with: " ")
        #expect(status.contains("Spent in all DKK 550.00 on 15 January 2025"))
    }

    @Test("The status says what goes back, and what the municipality paid in advance")
    func status() throws {
        func status(_ day: String) -> String {
            world.run(["status", "--as-of", day]).output.replacing("\u{A0}", with: " ")
        }
        #expect(!status("2024-12-30").contains("goes back to the funder"))
        #expect(status("2024-12-31").contains("DKK 300.00 is received and not spent, and goes back to the funder."))
        #expect(status("2025-03-02").contains("DKK 150.00 is received and not spent, and goes back to the funder."))
        try perform("expense --post project --amount 500 --voucher P-9 --payee Tryk --on 2024-12-30")
        #expect(status("2024-12-30").contains("DKK 200.00 is paid in advance by the municipality"))
        // January's refund and February's repayment count, too.
        #expect(status("2025-03-02").contains("DKK 350.00 is paid in advance by the municipality"))
    }

    private func perform(_ line: String) throws {
        let run = world.run(line.split(separator: " ").map(String.init))
        try #require(run.status == 0, "\(line): \(run.error)")
    }

    private func json(_ from: String, _ to: String) throws -> JSON {
        try JSON(parsing: world.run(["report", "--from", from, "--to", to, "--format", "json"]).output)
    }
}
