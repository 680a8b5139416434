import MitBudget
import TestSupport
import Testing

@Suite("The balances of an extract")
struct ExtractBalanceTests {
    private typealias Step = ExtractBalance.Step

    private static let running = [
        Step(day: "2023-02-01", amount: .kroner(-100), balance: .kroner(900)),
        Step(day: "2023-02-02", amount: .kroner(50), balance: .kroner(950)),
        Step(day: "2023-02-02", amount: .kroner(-150), balance: .kroner(800)),
        Step(day: "2023-02-05", amount: .kroner(-800), balance: .zero),
    ]

    private static func stated(_ opening: Int64?, _ closing: Int64?, total: Int64? = nil) -> ExtractBalance.Stated {
        var stated = ExtractBalance.Stated()
        (stated.opening, stated.closing) = (opening.map(Amount.kroner), closing.map(Amount.kroner))
        stated.total = total.map(Amount.kroner)
        return stated
    }

    @Test("Running balances give the opening and the closing balance, whatever the order of the lines")
    func chain() {
        for seed in Seed.each(1...20) {
            var chance = SplitMix64(seed: seed)
            let balance = ExtractBalance(Self.running.shuffled(using: &chance), stated: .init())
            #expect(balance.opening == .kroner(1000) && balance.closing == .zero && balance.isBalanced == true)
            #expect(balance.sum == .kroner(-1000))
        }
    }

    @Test("A line that is missing, doubled or altered is seen in the running balances", arguments: 0..<4)
    func broken(place: Int) {
        var lacking = Self.running
        lacking.remove(at: place)
        // Without its first or last line a list of running balances is still whole.
        #expect(ExtractBalance(lacking, stated: .init()).isBalanced == (place == 0 || place == 3))
        var doubled = Self.running
        doubled.append(Self.running[place])
        #expect(ExtractBalance(doubled, stated: .init()).isBalanced == false)
        var altered = Self.running
        altered[place] = Step(day: "2023-02-02", amount: .kroner(7), balance: Self.running[place].balance)
        #expect(ExtractBalance(altered, stated: .init()).isBalanced == (place == 0))
    }

    @Test("What is broken is told alike for every order")
    func brokenInAnyOrder() {
        var lines = Self.running
        lines.remove(at: 1)
        let told = ExtractBalance(lines, stated: .init())
        for seed in Seed.each(1...20) {
            var chance = SplitMix64(seed: seed)
            #expect(ExtractBalance(lines.shuffled(using: &chance), stated: .init()) == told)
        }
        #expect(told.opening == .kroner(1000) && told.closing == .zero)
    }

    @Test("Where nothing moved in all, the extract opens and closes with the same balance")
    func cycle() {
        let steps = [
            Step(day: "2023-02-01", amount: .kroner(100), balance: .kroner(100)),
            Step(day: "2023-02-03", amount: .kroner(-100), balance: .zero),
        ]
        for steps in [steps, steps.reversed()] {
            let balance = ExtractBalance(steps, stated: .init())
            #expect(balance.opening == .zero && balance.closing == .zero && balance.isBalanced == true)
        }
    }

    @Test("Stated balances are checked against the sum, and against running ones")
    func stated() {
        let plain = Self.running.map { Step(day: $0.day, amount: $0.amount, balance: nil) }
        func isBalanced(_ steps: [Step], _ stated: ExtractBalance.Stated) -> Bool? {
            ExtractBalance(steps, stated: stated).isBalanced
        }
        #expect(isBalanced(plain, .init()) == nil)
        #expect(isBalanced(plain, Self.stated(1000, nil)) == nil)
        #expect(isBalanced(plain, Self.stated(1000, 0)) == true)
        #expect(isBalanced(plain, Self.stated(1000, 1)) == false)
        #expect(isBalanced(plain, Self.stated(nil, nil, total: -1000)) == true)
        #expect(isBalanced(plain, Self.stated(nil, nil, total: 1000)) == false)
        #expect(isBalanced(plain, Self.stated(1000, 0, total: -999)) == false)
        #expect(isBalanced(Self.running, Self.stated(1000, 0)) == true)
        #expect(isBalanced(Self.running, Self.stated(900, -100)) == false)
    }

    @Test("A balance that some lines lack is not checked; a line of nothing needs none")
    func partly() {
        var steps = Self.running
        steps[1] = Step(day: "2023-02-02", amount: .kroner(50), balance: nil)
        #expect(ExtractBalance(steps, stated: .init()).isBalanced == nil)
        steps[1] = Self.running[1]
        steps.append(Step(day: "2023-02-03", amount: .zero, balance: nil))
        #expect(ExtractBalance(steps, stated: .init()).isBalanced == true)
    }

    @Test("Of two columns either may add to the balance")
    func falling() {
        let steps = Self.running.map { Step(day: $0.day, amount: -$0.amount, balance: $0.balance) }
        #expect(ExtractBalance(steps, stated: .init()).isBalanced == false)
        let balance = ExtractBalance(steps, stated: Self.stated(1000, 0), mayFall: true)
        #expect(balance.isBalanced == true && balance.opening == .kroner(1000) && balance.closing == .zero)
    }
}
