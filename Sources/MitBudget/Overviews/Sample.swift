/// What determines a sample, besides the ledger: whoever asks the same of the same entries draws the same.
public struct SampleQuery: Equatable, Sendable {
    /// What is drawn from, and how.
    public enum Source: Equatable, Sendable {
        /// The standing disbursements and expenses of the period with a positive net amount.
        case vouchers(Sample.Method)
        /// The readings of texts on recipients in the period. They have no amount, so they are drawn at random.
        case readings
    }

    /// How many are to be drawn.
    public enum Size: Equatable, Sendable {
        /// So many, at least one.
        case count(Int)
        /// As many as it takes to be that sure of finding an error of that amount.
        case assurance(Confidence, materiality: Amount)
    }

    /// The period's first day.
    public let from: Day
    /// The period's last day, which is inside.
    public let through: Day
    /// The last entry that counts; `nil` for the latest.
    public let at: EntryNumber?
    /// What is drawn from, and how.
    public let source: Source
    /// How many are to be drawn.
    public let size: Size
    /// What dice showed that were thrown once the books were handed over; `nil` without dice.
    public let dice: Dice?

    /// Makes a query from its parts.
    public init(from: Day, through: Day, at: EntryNumber?, source: Source, size: Size, dice: Dice?) {
        self.from = from
        self.through = through
        self.at = at
        self.source = source
        self.size = size
        self.dice = dice
    }

    /// How the elements are drawn.
    public var method: Sample.Method {
        switch source {
        case .vouchers(let method): method
        case .readings: .random
        }
    }
}

/// A sample of a period: what it is drawn from, how many, and where the draw starts. What is drawn follows from it, and
/// is handed over one by one.
public struct Sample: Equatable, Sendable {
    /// How elements are drawn; the raw values are the codes.
    public enum Method: String, CaseIterable, Sendable {
        /// Monetary unit sampling: every øre has the same chance, so a larger amount is likelier to be drawn.
        case money
        /// Every element has the same chance, whatever its amount.
        case random
    }

    /// What a sample is drawn from: the number of elements and the sum of their net amounts.
    public struct Population: Equatable, Sendable {
        /// The number of elements.
        public private(set) var count = 0
        /// The sum of their net amounts in øre; zero where elements have none.
        public private(set) var amount = Amount.zero

        /// Makes an empty population.
        public init() {}

        /// Adds an element with its net amount.
        public mutating func add(_ net: Amount) {
            count += 1
            amount += net
        }
    }

    /// How much of the population is drawn.
    public enum Extent: Equatable, Sendable {
        /// Nothing, since there is nothing.
        case none
        /// Everything, since the size is above the number of elements.
        case all
        /// A part, by the method.
        case part
    }

    /// What the sample is drawn from.
    public let population: Population
    /// How it is drawn.
    public let method: Method
    /// The most that may be drawn; zero only where the size follows from a population of nothing.
    public let size: Int
    /// The number from which the draw starts: the first 64 bits of a digest that no one could choose.
    public let seed: UInt64

    /// Makes a sample of a population.
    public init(of population: Population, method: Method, size: SampleQuery.Size, seed: UInt64) {
        self.population = population
        self.method = method
        self.seed = seed
        self.size =
            switch size {
            case .count(let count): count
            case .assurance(let confidence, let materiality):
                confidence.size(population: population.amount, materiality: materiality)
            }
    }

    /// How much of the population is drawn. A population of less øre than the size has fewer elements than the size,
    /// too.
    public var extent: Extent {
        if population.count == 0 { return .none }
        return size > population.count ? .all : .part
    }

    /// The distance between two øre that are drawn, ⌊population ÷ size⌋; `nil` where no money is drawn by.
    public var interval: Amount? {
        guard method == .money, size > 0 else { return nil }
        return Amount(unchecked: population.amount.ore / Int64(size))
    }

    /// The number of the first øre that is drawn, seed mod interval + 1; `nil` where no money is drawn by, and where
    /// the interval is zero.
    public var start: Amount? {
        guard let interval, interval > .zero else { return nil }
        return Amount(unchecked: Int64(seed % UInt64(interval.ore)) + 1)
    }

    /// Whether a net amount reaches the interval. An element with such an amount is drawn wherever the draw starts; the
    /// only exception is the last one, if all that lies above the interval is what the division by the size left over.
    public func isCertain(_ net: Amount) -> Bool {
        interval.map { net >= $0 } ?? false
    }
}

extension Sample {
    /// An element of the population.
    public struct Element: Equatable, Sendable {
        /// What an element is.
        public enum Subject: Equatable, Sendable {
            /// Money spent with a voucher, less what came back of it.
            case voucher(VoucherReference, net: Amount)
            /// A reading of texts on a recipient, by a staff member.
            case reading(ParticipantReference, by: StaffID)
        }

        /// The entry's number.
        public let entry: EntryNumber
        /// The day that the entry concerns.
        public let day: Day
        /// What the entry is.
        public let subject: Subject

        /// Makes an element from its parts.
        public init(entry: EntryNumber, day: Day, subject: Subject) {
            self.entry = entry
            self.day = day
            self.subject = subject
        }

        /// The net amount; zero for a reading.
        public var net: Amount {
            switch subject {
            case .voucher(_, let net): net
            case .reading: .zero
            }
        }
    }

    /// An element that is drawn.
    public struct Drawn: Equatable, Sendable {
        /// The element.
        public let element: Element
        /// How many of the øre that are drawn lie in it; 1 where none are drawn by.
        public let hits: Int
        /// Whether its amount reaches the interval.
        public let isCertain: Bool

        /// Makes a drawn element from its parts.
        public init(_ element: Element, hits: Int, isCertain: Bool) {
            self.element = element
            self.hits = hits
            self.isCertain = isCertain
        }
    }
}
