import MitBudget
import Testing

@Suite("What is unspent")
struct UnspentTests {
    private static func kroner(_ kroner: Int64) throws -> Amount { try #require(Amount(ore: kroner * 100)) }

    @Test(
        "waits before the last day, goes back on it, and is paid in advance where spending leads",
        arguments: [
            // Received, spent, repaid, at the end; then not spent, to return, to receive, of a grant of 1.000.
            (400, 300, 0, false, 100, 0, 600), (400, 300, 0, true, 100, 100, 0),
            (400, 400, 0, false, 0, 0, 600), (400, 400, 0, true, 0, 0, 0),
            (400, 401, 0, false, -1, 0, 600), (400, 401, 0, true, -1, 0, 1),
            (400, 300, 60, false, 40, 0, 600), (400, 300, 60, true, 40, 40, 0),
            (400, 300, 100, true, 0, 0, 0), (400, 350, 60, true, -10, 0, 10),
            (0, 0, 0, false, 0, 0, 1000), (0, 0, 0, true, 0, 0, 0), (1000, 0, 0, true, 1000, 1000, 0),
        ] as [(Int64, Int64, Int64, Bool, Int64, Int64, Int64)])
    func figures(
        received: Int64, spent: Int64, repaid: Int64, isAtEnd: Bool, notSpent: Int64, toReturn: Int64, toReceive: Int64
    ) throws {
        let unspent = try Unspent(
            grant: Self.kroner(1000), received: Self.kroner(received), spent: Self.kroner(spent),
            repaid: Self.kroner(repaid), isAtEnd: isAtEnd)
        #expect(try unspent.notSpent == Self.kroner(notSpent))
        #expect(try unspent.toReturn == Self.kroner(toReturn))
        #expect(try unspent.toReceive == Self.kroner(toReceive))
        switch unspent.meaning {
        case .waiting(let amount): #expect(!isAtEnd && amount == unspent.notSpent)
        case .toReturn(let amount): #expect(isAtEnd && amount == unspent.toReturn)
        case .paidInAdvance(let amount): #expect(notSpent < 0 && amount + unspent.notSpent == .zero)
        }
    }
}
