import MitBudget
import Testing

@testable import MitBudgetReports

@Suite("A bar of a budget")
struct BudgetBarTests {
    /// The approved, released and disbursed amounts of a full bar of 50.000,00 kr., and the 24 cells.
    static let bars = [
        ("0", "0", "0", "························"),
        ("0.01", "0", "0", "░·······················"),
        ("0.01", "0.01", "0", "▓·······················"),
        ("0.01", "0.01", "0.01", "█·······················"),
        ("0.03", "0.02", "0.01", "█▓░·····················"),
        ("50000", "0", "0", "░░░░░░░░░░░░░░░░░░░░░░░░"),
        ("50000", "50000", "0", "▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓"),
        ("50000", "50000", "50000", "████████████████████████"),
        ("49999.99", "49999.99", "49999.99", "███████████████████████·"),
        ("50000", "49999.99", "49999.99", "███████████████████████░"),
        ("50000", "50000", "49999.99", "███████████████████████▓"),
        ("49999.99", "49999.98", "49999.97", "█████████████████████▓░·"),
        ("50000", "49999.99", "0.01", "█▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓░"),
        ("37500", "25000", "12500", "██████▓▓▓▓▓▓░░░░░░······"),
    ]

    @Test("shows every part that is above zero, and is full only when the budget is", arguments: bars)
    func parts(approved: String, released: String, disbursed: String, expected: String) throws {
        let bar = try bar(approved, released, disbursed, full: "50000")
        #expect(bar.text(style: .plain) == expected)
    }

    @Test("has all its cells for every amount")
    func length() throws {
        for step in 0...200 {
            let amount = String(step * 250)
            let text = try bar(amount, String(step * 200), String(step * 130), full: "50000").text(style: .plain)
            #expect(text.count == BudgetBar.length)
            #expect(text.hasPrefix("█") == (step > 0))
            #expect(text.contains("·") == (step < 200))
        }
    }

    @Test("leaves blank what a stopped budget will never use")
    func stopped() throws {
        let text = try bar("12500", "12500", "12500", full: "50000").text(style: .plain, showsRest: false)
        #expect(text == "██████" + String(repeating: " ", count: 18))
    }

    @Test("is empty where a full bar would stand for nothing")
    func nothing() throws {
        #expect(try bar("0", "0", "0", full: "0").text(style: .plain) == "")
    }

    @Test("holds the largest amounts")
    func largest() throws {
        let limit = try #require(Amount(ore: Amount.limit))
        let sum = (0..<1000).reduce(Amount.zero) { sum, _ in sum + limit }
        let balance = Balance(approved: sum, released: sum, disbursed: limit)
        #expect(BudgetBar(balance, full: sum).text(style: .plain) == "█" + String(repeating: "▓", count: 23))
    }

    private func bar(_ approved: String, _ released: String, _ disbursed: String, full: String) throws -> BudgetBar {
        let balance = try Balance(
            approved: Amount(kroner: approved), released: Amount(kroner: released), disbursed: Amount(kroner: disbursed)
        )
        return try BudgetBar(balance, full: Amount(kroner: full))
    }
}
