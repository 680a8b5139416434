/// Sums by day, in order of day, without days whose sum is zero.
public struct DailySums<Sum: AdditiveArithmetic & Sendable>: Equatable, Sendable {
    /// A day and its sum.
    public struct Item: Equatable, Sendable {
        /// The day of the sum.
        public let day: Day
        /// The sum of that day.
        public let sum: Sum
    }

    /// The days whose sum is not zero.
    public private(set) var items: [Item] = []

    /// Makes sums without any day.
    public init() {}

    /// Adds to a day's sum.
    public mutating func add(_ sum: Sum, on day: Day) {
        // This is nearly always the last day or a later one.
        var place = items.endIndex
        while place > items.startIndex, items[place - 1].day > day { place -= 1 }
        guard place > items.startIndex, items[place - 1].day == day else {
            if sum != .zero { items.insert(Item(day: day, sum: sum), at: place) }
            return
        }
        let total = items[place - 1].sum + sum
        if total == .zero {
            items.remove(at: place - 1)
        } else {
            items[place - 1] = Item(day: day, sum: total)
        }
    }

    /// The sums of both, day by day.
    public static func + (left: DailySums, right: DailySums) -> DailySums {
        var sums = left
        for item in right.items { sums.add(item.sum, on: item.day) }
        return sums
    }

    /// The differences, day by day.
    public static func - (left: DailySums, right: DailySums) -> DailySums {
        var sums = left
        for item in right.items { sums.add(.zero - item.sum, on: item.day) }
        return sums
    }

    /// The sum of all days.
    public var total: Sum {
        items.reduce(.zero) { $0 + $1.sum }
    }

    /// The sum of all days up to a day, and up to each later day that has a sum.
    public func totals(from day: Day) -> [Item] {
        var totals = [Item(day: day, sum: .zero)]
        var total = Sum.zero
        for item in items {
            total += item.sum
            if item.day <= day {
                totals[0] = Item(day: day, sum: total)
            } else {
                totals.append(Item(day: item.day, sum: total))
            }
        }
        return totals
    }
}

extension ParticipantAccount.State {
    /// The days on which the number of places that a citizen holds changes, from the withdrawal on.
    ///
    /// A citizen holds a place on a day if enrolled by then, unless withdrawn by then for a cause that frees the place,
    /// with no net spending up to that day.
    /// - Parameter spending: the net spending on the citizen by day.
    /// - Source: design: rule `places-taken`.
    func placeChanges(_ spending: DailySums<Amount>) -> DailySums<Int> {
        var changes = DailySums<Int>()
        guard case .withdrawn(let last, let cause) = self, cause.freesPlace else { return changes }
        var isHeld = true
        for item in spending.totals(from: last) where (item.sum > .zero) != isHeld {
            isHeld.toggle()
            changes.add(isHeld ? 1 : -1, on: item.day)
        }
        return changes
    }
}
