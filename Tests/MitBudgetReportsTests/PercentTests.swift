import MitBudget
import Phrases
import Testing

@testable import MitBudgetReports

@Suite("Percentages")
struct PercentTests {
    @Test(
        "are rounded half up to one decimal, at every edge by whole numbers",
        arguments: [
            // 872.024,75 of 952.000,00 is 91,5992… percent; truncated it would be 91,5.
            (87_202_475, 95_200_000, "91,6"),
            // Just below a half, a half, just above it.
            (4_999, 10_000_000, "0,0"), (5_000, 10_000_000, "0,1"), (5_001, 10_000_000, "0,1"),
            (9_154_999, 10_000_000, "91,5"), (9_155_000, 10_000_000, "91,6"),
            (1, 2000, "0,1"), (1, 2001, "0,0"), (1, 3, "33,3"), (2, 3, "66,7"),
            (9_994_999, 10_000_000, "99,9"), (9_995_000, 10_000_000, "100,0"),
            (0, 1, "0,0"), (1, 1, "100,0"), (5, 1, "500,0"), (1, 0, "–"), (0, 0, "–"),
            // Money that came back rounds like money that went out, and zero has no sign.
            (-5_000, 10_000_000, "-0,1"), (-4_999, 10_000_000, "0,0"), (-9_155_000, 10_000_000, "-91,6"),
            (-500_000, 10_000_000, "-5,0"),
            (Amount.limit, Amount.limit, "100,0"), (Amount.limit, 1, "100000000000000000,0"),
        ])
    func rounding(part: Int64, whole: Int64, danish: String) throws {
        let (part, whole) = try (#require(Amount(ore: part)), #require(Amount(ore: whole)))
        #expect(part.percent(of: whole, in: .danish) == danish)
        #expect(part.percent(of: whole, in: .english) == danish.replacing(",", with: "."))
    }

    @Test("are never further from the exact share than half a tenth")
    func nearest() throws {
        for whole in Int64(1)...60 {
            for part in Int64(0)...130 {
                let text = try #require(Amount(ore: part)).percent(of: #require(Amount(ore: whole)), in: .english)
                let tenths = try #require(Int64(text.replacing(".", with: "")))
                let twice = (tenths * whole - part * 1000) * 2
                #expect(twice > -whole && twice <= whole, "\(part) of \(whole): \(text)")
            }
        }
    }
}
