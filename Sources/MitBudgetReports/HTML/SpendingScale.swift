import MitBudget
import Phrases

/// The positions of days and amounts in the picture of spending. Positions are whole tenths of a fixed grid, so the
/// same figures give the same picture on every machine.
struct SpendingScale {
    /// A length, or a position from the left or the top, in tenths of a grid unit.
    struct Tenths: Comparable {
        let count: Int

        /// The length as an attribute writes it: `47.5`.
        var text: String { count % 10 == 0 ? "\(count / 10)" : "\(count / 10).\(count % 10)" }

        static func < (left: Tenths, right: Tenths) -> Bool { left.count < right.count }
        static func + (left: Tenths, right: Int) -> Tenths { Tenths(count: left.count + right * 10) }
        static func - (left: Tenths, right: Int) -> Tenths { left + -right }
        static func - (left: Tenths, right: Tenths) -> Tenths { Tenths(count: left.count - right.count) }
    }

    /// The days that the picture covers, from the start of the first to the end of the last.
    let days: ClosedRange<Day>
    let highest: Amount
    let language: Language

    // The plot's sides on a grid of 480 × 236.
    static let width = 480
    static let height = 236
    static let top = whole(24)
    static let bottom = whole(210)
    static let right = whole(472)

    static func whole(_ units: Int) -> Tenths { Tenths(count: units * 10) }

    /// Room for the longest label of the vertical axis, at the size shown on a phone.
    var left: Tenths { Self.whole(12 + 8 * (ticks.map { label($0).count }.max() ?? 1)) }

    /// The position where a day starts.
    func x(_ day: Day) -> Tenths {
        let (all, before) = (days.lowerBound.days(to: days.upperBound) + 1, days.lowerBound.days(to: day))
        return Tenths(count: left.count + before * (Self.right - left).count / all)
    }

    /// The position where a day ends.
    func xEnd(_ day: Day) -> Tenths {
        let (all, before) = (days.lowerBound.days(to: days.upperBound) + 1, days.lowerBound.days(to: day) + 1)
        return Tenths(count: left.count + before * (Self.right - left).count / all)
    }

    /// The height of an amount; a little space is left above the highest.
    func y(_ amount: Amount) -> Tenths {
        guard highest > .zero else { return Self.bottom }
        let reach = Int128((Self.bottom - Self.top - 8).count)
        return Self.bottom - Tenths(count: Int(Int128(max(amount.ore, 0)) * reach / Int128(highest.ore)))
    }

    // MARK: The axes' marks

    /// Round amounts, at most five above zero: one, two or five times a power of ten kroner.
    var ticks: [Amount] {
        var step: Int64 = 100
        var factor = 0
        while highest.ore / step > 5 {
            step = factor % 3 == 1 ? step / 2 * 5 : step * 2
            factor += 1
        }
        return (0...(highest.ore / step)).compactMap { Amount(ore: $0 * step) }
    }

    /// An amount in thousands of kroner: `250`, `0,5`.
    func label(_ amount: Amount) -> String {
        let kroner = amount.ore / 100
        let whole = Amount(ore: amount.ore / 1000)?.bare(in: language) ?? ""
        return kroner.isMultiple(of: 1000) ? String(whole.dropLast(3)) : whole
    }

    /// The first day of every quarter, or of every year if there would be too many quarters.
    var quarters: [Day] {
        let (first, last) = (days.lowerBound, days.upperBound)
        let months = first.days(to: last) > 3000 ? 12 : 3
        let years = max(1, first.days(to: last) / 3652)
        var marks: [Day] = []
        var day = Day(year: first.civil.year, month: 1, day: 1) ?? first
        while day <= last {
            if day >= first, day.civil.year.isMultiple(of: years) { marks.append(day) }
            let next = day.advanced(byMonths: months)
            guard next > day else { break }
            day = next
        }
        return marks
    }
}
