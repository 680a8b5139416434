/// Which releases of an item its money is spent from: first in, first out.
///
/// A disbursement draws on the earliest release that has money left, then on the next. A retraction takes back what was
/// released last. What comes back, by a refund or by the reversal of a disbursement, goes back to the releases that it
/// was drawn from, the last one first; the reversal of a refund draws again. Entries count in the order of recording,
/// whatever their days.
///
/// No rule asks which release a disbursement draws on, only that the item's releases suffice. The order makes the
/// answer the same for everyone who asks.
public struct ReleaseQueue: Sendable {
    /// An entry of the item, as far as it moves released money.
    public enum Step: Equatable, Sendable {
        /// Money was released.
        case release(EntryNumber, Amount)
        /// Money was taken back to the item.
        case retraction(EntryNumber, Amount)
        /// Money was spent.
        case disbursement(EntryNumber, Amount)
        /// Money came back from a disbursement.
        case refund(EntryNumber, of: EntryNumber, Amount)
        /// A disbursement or a refund was cancelled.
        case reversal(of: EntryNumber)
    }

    /// A part of a release that a disbursement draws, or a retraction takes back.
    public struct Draw: Equatable, Sendable {
        /// The entry that released the money.
        public let release: EntryNumber
        /// How much of it is drawn.
        public fileprivate(set) var amount: Amount
    }

    /// The releases, with what is left of each, in order of recording.
    public private(set) var left: [(release: EntryNumber, amount: Amount)] = []
    private var drawn: [EntryNumber: [Draw]] = [:]
    private var held: [EntryNumber: [Draw]] = [:]
    private var refunds: [EntryNumber: (of: EntryNumber, amount: Amount)] = [:]

    /// Makes a queue without releases.
    public init() {}

    /// What a disbursement drew, or a retraction took back, when it was recorded; in the order of drawing.
    public func drawn(by entry: EntryNumber) -> [Draw] { drawn[entry] ?? [] }

    /// What disbursements hold of a release now, less what came back, in order of recording.
    public func spending(of release: EntryNumber) -> [(disbursement: EntryNumber, amount: Amount)] {
        held.compactMap { entry, draws in
            let amount = draws.filter { $0.release == release }.reduce(Amount.zero) { $0 + $1.amount }
            return amount > .zero ? (entry, amount) : nil
        }.sorted { $0.disbursement < $1.disbursement }
    }

    /// Takes in the next entry.
    public mutating func add(_ step: Step) {
        switch step {
        case .release(let entry, let amount): left.append((entry, amount))
        case .retraction(let entry, let amount): drawn[entry] = draw(amount, from: left.indices.reversed())
        case .disbursement(let entry, let amount):
            let draws = draw(amount, from: left.indices)
            drawn[entry] = draws
            held[entry] = draws
        case .refund(let entry, let disbursement, let amount):
            refunds[entry] = (disbursement, amount)
            giveBack(amount, from: disbursement)
        case .reversal(let entry):
            if let refund = refunds.removeValue(forKey: entry) {
                held[refund.of, default: []] += draw(refund.amount, from: left.indices)
            } else {
                giveBack(held[entry, default: []].reduce(.zero) { $0 + $1.amount }, from: entry)
            }
        }
    }

    private mutating func draw(_ amount: Amount, from places: some Sequence<Int>) -> [Draw] {
        var (draws, rest) = ([Draw](), amount)
        for place in places where rest > .zero && left[place].amount > .zero {
            let part = min(rest, left[place].amount)
            draws.append(Draw(release: left[place].release, amount: part))
            left[place].amount -= part
            rest -= part
        }
        return draws
    }

    private mutating func giveBack(_ amount: Amount, from disbursement: EntryNumber) {
        var rest = amount
        while rest > .zero, var draw = held[disbursement]?.popLast() {
            let part = min(rest, draw.amount)
            rest -= part
            draw.amount -= part
            if draw.amount > .zero { held[disbursement]?.append(draw) }
            if let place = left.firstIndex(where: { $0.release == draw.release }) {
                left[place].amount += part
            }
        }
    }
}
