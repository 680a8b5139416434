import MitBudget
import TestSupport
import Testing

@Suite("Which releases money is spent from")
struct ReleaseQueueTests {
    private static func queue(_ steps: [ReleaseQueue.Step]) -> ReleaseQueue {
        var queue = ReleaseQueue()
        for step in steps { queue.add(step) }
        return queue
    }

    /// What an entry drew, as `1: 300, 2: 150` in kroner.
    private static func drawn(by entry: EntryNumber, _ steps: [ReleaseQueue.Step]) -> String {
        queue(steps).drawn(by: entry).map { "\($0.release.value): \($0.amount.ore / 100)" }.joined(separator: ", ")
    }

    private static let two: [ReleaseQueue.Step] = [.release(1, .kroner(300)), .release(2, .kroner(200))]

    @Test("A disbursement draws on the earliest release, then on the next")
    func firstIn() {
        #expect(Self.drawn(by: 3, Self.two + [.disbursement(3, .kroner(299))]) == "1: 299")
        #expect(Self.drawn(by: 3, Self.two + [.disbursement(3, .kroner(300))]) == "1: 300")
        #expect(Self.drawn(by: 3, Self.two + [.disbursement(3, .kroner(301))]) == "1: 300, 2: 1")
        let again = Self.two + [.disbursement(3, .kroner(250)), .disbursement(4, .kroner(100))]
        #expect(Self.drawn(by: 4, again) == "1: 50, 2: 50")
        #expect(Self.drawn(by: 5, again).isEmpty)
    }

    @Test("A retraction takes back what was released last")
    func retraction() {
        let steps = Self.two + [.retraction(3, .kroner(250)), .disbursement(4, .kroner(100))]
        #expect(Self.drawn(by: 3, steps) == "2: 200, 1: 50")
        #expect(Self.drawn(by: 4, steps) == "1: 100")
        #expect(Self.queue(steps).left.map(\.amount) == [.kroner(150), .zero])
    }

    @Test("What comes back goes to the releases that it was drawn from, and later entries change no earlier answer")
    func comingBack() {
        var steps = Self.two + [.disbursement(3, .kroner(400)), .refund(4, of: 3, .kroner(150))]
        #expect(Self.queue(steps).left.map(\.amount) == [.kroner(50), .kroner(200)])
        #expect(Self.drawn(by: 3, steps) == "1: 300, 2: 100")
        #expect(Self.queue(steps).spending(of: 1).map(\.amount) == [.kroner(250)])
        #expect(Self.queue(steps).spending(of: 2).isEmpty)
        steps.append(.disbursement(5, .kroner(60)))
        #expect(Self.drawn(by: 5, steps) == "1: 50, 2: 10")
        // The refund is cancelled: its money is drawn again, where some is left.
        steps.append(.reversal(of: 4))
        #expect(Self.queue(steps).spending(of: 2).map(\.amount) == [.kroner(150), .kroner(10)])
        steps.append(.reversal(of: 3))
        #expect(Self.queue(steps).spending(of: 1).map(\.disbursement) == [5])
        #expect(Self.queue(steps).left.map(\.amount) == [.kroner(250), .kroner(190)])
        #expect(Self.drawn(by: 3, steps) == "1: 300, 2: 100")
    }

    @Test("In any course, what is left and what is spent is what was released less what was taken back")
    func conserved() throws {
        for seed in Seed.each(1...20) {
            var generator = SplitMix64(seed: seed)
            var (queue, released) = (ReleaseQueue(), Amount.zero)
            var spent: [EntryNumber: Amount] = [:]
            var refunds: [EntryNumber: (of: EntryNumber, amount: Amount)] = [:]
            for number in 1...60 {
                let entry = try #require(EntryNumber(Int64(number)))
                let room = queue.left.reduce(Amount.zero) { $0 + $1.amount }
                func part(of amount: Amount) throws -> Amount {
                    try #require(Amount(ore: amount > .zero ? Int64.random(in: 1...amount.ore, using: &generator) : 0))
                }
                let disbursement = spent.keys.sorted().randomElement(using: &generator)
                let refund = refunds.keys.sorted().randomElement(using: &generator)
                switch Int.random(in: 0...5, using: &generator) {
                case 0:
                    let amount = try part(of: .kroner(1000))
                    released += amount
                    queue.add(.release(entry, amount))
                case 1 where room > .zero:
                    let amount = try part(of: room)
                    released -= amount
                    queue.add(.retraction(entry, amount))
                    #expect(queue.drawn(by: entry).reduce(Amount.zero) { $0 + $1.amount } == amount)
                case 2 where room > .zero:
                    let amount = try part(of: room)
                    spent[entry] = amount
                    queue.add(.disbursement(entry, amount))
                    #expect(queue.drawn(by: entry).reduce(Amount.zero) { $0 + $1.amount } == amount)
                case 3:
                    guard let disbursement, let held = spent[disbursement], held > .zero else { continue }
                    let amount = try part(of: held)
                    spent[disbursement] = held - amount
                    refunds[entry] = (disbursement, amount)
                    queue.add(.refund(entry, of: disbursement, amount))
                case 4:
                    guard let refund, let was = refunds[refund], was.amount <= room, let held = spent[was.of] else {
                        continue
                    }
                    refunds[refund] = nil
                    spent[was.of] = held + was.amount
                    queue.add(.reversal(of: refund))
                default:
                    guard let disbursement, !refunds.values.contains(where: { $0.of == disbursement }) else { continue }
                    spent[disbursement] = nil
                    queue.add(.reversal(of: disbursement))
                }
                let left = queue.left.reduce(Amount.zero) { $0 + $1.amount }
                let holding = queue.left.flatMap { queue.spending(of: $0.release) }
                #expect(left + holding.reduce(Amount.zero) { $0 + $1.amount } == released, "seed \(seed)")
                for (entry, amount) in spent {
                    let held = holding.filter { $0.disbursement == entry }.reduce(Amount.zero) { $0 + $1.amount }
                    #expect(held == amount, "seed \(seed)")
                }
            }
        }
    }
}
