import MitBudget
import MitBudgetReports
import Phrases
import TestSupport
import Testing

@testable import MitBudgetStore

/// A real ledger filled by a random walk, for reports on any of its periods.
final class RandomLedger {
    let seed: UInt64
    let desk: Desk
    let programme: Programme
    let head: EntryNumber
    private var generator: SplitMix64

    init(seed: UInt64, terms: SampleTerms, commands: Int = 90) throws {
        self.seed = seed
        generator = SplitMix64(seed: ~seed)
        var walk = try RandomWalk(seed: seed, terms: terms, pace: 12)
        desk = try Desk(walk.programme, today: walk.today)
        programme = walk.programme
        var model = try Model(walk.programme, today: walk.today)
        for _ in 1...commands {
            let (command, actor) = walk.step(on: model.book)
            try desk.turn(to: walk.today)
            let account = model.book.staff(actor)?.account ?? "login"
            switch desk.answer(to: command, by: Caller(account: account, claim: actor)) {
            case .success(let recording): model.apply(recording.recorded, decided: recording.recorded.entry)
            // Some commands of a walk are refused; those leave no trace.
            case .failure: break
            }
        }
        head = model.book.head
    }

    /// A day from a little before the window to a little after the last day that the walk came to.
    func day() -> Day {
        let span = programme.firstDay.days(to: max(desk.today, programme.firstDay))
        return programme.firstDay.advanced(by: Int.random(in: -10...span + 10, using: &generator))
    }

    /// The last entry half of the time, otherwise any entry.
    func entry() -> EntryNumber {
        let any = EntryNumber(Int64.random(in: 1...head.value, using: &generator)) ?? head
        return Bool.random(using: &generator) ? head : any
    }

    /// An entry up to another one, or none.
    func earlier(than last: EntryNumber) -> EntryNumber? {
        Bool.random(using: &generator) ? EntryNumber(Int64.random(in: 1...last.value, using: &generator)) : nil
    }

    /// A random period of one day or more.
    func period() -> (from: Day, through: Day) {
        let (one, other) = (day(), day())
        return (min(one, other), max(one, other))
    }
}

/// A period report's facts and its voucher list.
struct Cutting {
    let facts: PeriodFacts
    let vouchers: [VoucherLine]
    let later: [LaterEntry]
}

extension Ledger {
    /// The facts of a period with every voucher in it.
    func cut(from: Day, through: Day, at: EntryNumber? = nil, since: EntryNumber? = nil) throws -> Cutting {
        try period(from: from, through: through, at: at, since: since) { period throws(LedgerFailure) in
            var (vouchers, later): ([VoucherLine], [LaterEntry]) = ([], [])
            try period.vouchers { vouchers.append($0) }
            try period.later { later.append($0) }
            return Cutting(facts: try period.facts(), vouchers: vouchers, later: later)
        }
    }

    func print(
        from: Day, through: Day, at: EntryNumber? = nil, since: EntryNumber? = nil, _ language: Language,
        _ form: ReportTerms.Form, section: ReportSection? = nil
    ) throws -> String {
        try period(from: from, through: through, at: at, since: since) { period throws(LedgerFailure) in
            let terms = ReportTerms(scope: period.scope, language: language, form: form, section: section)
            var printed = ""
            try PeriodReport(anchor: period.anchor.text, terms: terms, programme: period.programme)
                .write(facts: period.facts, days: period.days, vouchers: period.vouchers, later: period.later) {
                    printed += $0
                }
            return printed
        }
    }
}
