import MitBudget

/// Collects what is done on which day, in any order, and brings it into order.
///
/// Entry numbers and voucher numbers follow from the order, so an act names them by the act that they belong to until
/// all acts are known.
struct Diary {
    /// Names an act of the diary.
    struct ActID: Hashable {
        fileprivate let index: Int
    }

    /// An argument of a command.
    enum Word: ExpressibleByStringInterpolation {
        /// Known from the start.
        case text(String)
        /// The next voucher of the year.
        case voucher
        /// The voucher of another act.
        case voucherOf(ActID)
        /// The entry of another act.
        case entryOf(ActID)

        init(stringLiteral text: String) {
            self = .text(text)
        }

        static func amount(_ amount: Amount) -> Word {
            .text(amount.typed)
        }

        static func day(_ day: Day) -> Word {
            .text(day.iso)
        }
    }

    private struct Act {
        let day: Day
        let words: [Word]
        let plan: String?
    }

    private var acts: [Act] = []

    /// Writes down what is typed on a day. Acts of one day keep the order in which they were written down.
    /// - Parameter actor: the staff member; `nil` where there is none yet.
    @discardableResult
    mutating func add(on day: Day, by actor: String?, _ words: [Word], plan: String? = nil) -> ActID {
        let signature: [Word] = actor.map { ["--as", .text($0)] } ?? []
        acts.append(Act(day: day, words: words + signature, plan: plan))
        return ActID(index: acts.count - 1)
    }

    /// The acts as steps, spread over the office hours of their days.
    func steps(using random: inout SplitMix64) -> [Course.Step] {
        let order = acts.indices.sorted { (acts[$0].day, $0) < (acts[$1].day, $1) }
        var entries: [ActID: Int] = [:]
        for (position, index) in order.enumerated() { entries[ActID(index: index)] = position + 1 }
        let vouchers = vouchers(in: order)
        var clock = OfficeClock(days: acts.map(\.day))
        return order.compactMap { index in
            let arguments = acts[index].words.map { word in
                switch word {
                case .text(let text): text
                case .voucher: vouchers[ActID(index: index)] ?? ""
                case .voucherOf(let act): vouchers[act] ?? ""
                case .entryOf(let act): entries[act].map(String.init) ?? ""
                }
            }
            return clock.next(on: acts[index].day, using: &random).map { moment in
                Course.Step(moment: moment, arguments: arguments, plan: acts[index].plan)
            }
        }
    }

    /// `2023-0001`, `2023-0002` …, from 1 each year, in the order in which they are recorded.
    private func vouchers(in order: [Int]) -> [ActID: String] {
        var last: [Int: Int] = [:]
        var vouchers: [ActID: String] = [:]
        for index in order where acts[index].words.contains(where: \.isNewVoucher) {
            let year = acts[index].day.civil.year
            let number = last[year, default: 0] + 1
            last[year] = number
            let digits = String(number)
            vouchers[ActID(index: index)] = "\(year)-" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return vouchers
    }
}

/// Spreads what is done on a day over its office hours: from 07:00 to 14:00 UTC, which is eight to three on a Danish
/// winter's day and nine to four in summer.
private struct OfficeClock {
    private let steps: [Day: Int]
    private var done: [Day: Int] = [:]

    init(days: [Day]) {
        steps = days.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    /// The next moment of a day, somewhere in its share of the hours; `nil` in no year that a course could have.
    mutating func next(on day: Day, using random: inout SplitMix64) -> Moment? {
        let share = 7 * 3600 / steps[day, default: 1]
        let second = 7 * 3600 + done[day, default: 0] * share + random.number(in: 0...share - 1)
        done[day, default: 0] += 1
        return Moment(seconds: Int64(day.ordinal) * 86_400 + Int64(second))
    }
}

extension Diary.Word {
    fileprivate var isNewVoucher: Bool {
        switch self {
        case .voucher: true
        case .text, .voucherOf, .entryOf: false
        }
    }
}
