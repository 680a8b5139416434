import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("The list of entries")
struct JournalListingTests {
    private static func numbers(_ filter: JournalFilter, in ledger: Ledger) throws -> [Int64] {
        var numbers: [Int64] = []
        try ledger.journal(filter) { numbers.append($0.number) }
        return numbers
    }

    /// A filter with some criteria at random, so that some entries pass and some do not.
    private static func filter(
        from all: [Recorded], _ generator: inout SplitMix64
    ) -> JournalFilter {
        var filter = JournalFilter()
        guard let some = all.randomElement(using: &generator), let other = all.randomElement(using: &generator) else {
            return filter
        }
        func chance() -> Bool { Int.random(in: 0...3, using: &generator) == 0 }
        if chance() { filter.from = some.entry.day }
        if chance() { filter.through = other.entry.day }
        if chance() { filter.recordedFrom = some.recordedAt }
        if chance() { filter.recordedBefore = other.recordedAt }
        if chance() { filter.kinds = [some.entry.event.kind, other.entry.event.kind] }
        if chance() { filter.staff = some.actor }
        if chance() { filter.at = other.number }
        if chance() { filter.voucher = all.compactMap(\.entry.event.money?.voucher).randomElement(using: &generator) }
        if chance() {
            filter.participants = [some, other].compactMap(\.entry.event.participant)
            if !filter.participants.isEmpty, chance() { filter.item = 1 }
        }
        return filter
    }

    /// The same question answered without SQL.
    private static func passes(_ recorded: Recorded, _ filter: JournalFilter, _ all: [Recorded]) -> Bool {
        let (entry, event) = (recorded.entry, recorded.entry.event)
        var voucher = event.money?.voucher
        if case .money(.reversed(let reversal)) = event {
            voucher = all.first { $0.number == reversal.entry }?.entry.event.money?.voucher
        }
        if case .measured(_, _, let own) = event { voucher = own }
        return (filter.from.map { entry.day >= $0 } ?? true) && (filter.through.map { entry.day <= $0 } ?? true)
            && (filter.recordedFrom.map { recorded.recordedAt >= $0 } ?? true)
            && (filter.recordedBefore.map { recorded.recordedAt < $0 } ?? true)
            && (filter.kinds.isEmpty || filter.kinds.contains(event.kind))
            && (filter.staff.map { recorded.actor == $0 } ?? true)
            && (filter.at.map { recorded.number <= $0 } ?? true)
            && (filter.voucher.map { wanted in voucher.map { $0 == wanted } ?? false } ?? true)
            && (filter.participants.isEmpty || event.participant.map(filter.participants.contains) ?? false)
            && (filter.item.map { event.money?.item == $0 } ?? true)
    }

    @Test("Each criterion narrows it, as an answer without SQL does", arguments: Seed.each(1...6), SampleTerms.allCases)
    func filters(seed: UInt64, terms: SampleTerms) throws {
        let ledger = try RandomLedger(seed: seed, terms: terms).desk.ledger
        var all: [Recorded] = []
        try ledger.entries { recorded throws(LedgerFailure) in all.append(recorded) }
        var generator = SplitMix64(seed: seed)
        for _ in 0..<60 {
            let filter = Self.filter(from: all, &generator)
            let expected = all.filter { Self.passes($0, filter, all) }.map(\.number.value)
            #expect(try Self.numbers(filter, in: ledger) == expected, "\(filter)")
        }
    }

    @Test("The last so many are the end of the whole list, in its order, whatever else narrows it")
    func last() throws {
        let desk = try Desk()
        try desk.record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        // More than the first stretches that the list walks back by, with a rare kind early and another every so often.
        try desk.ledger.recordMany(under: desk.circumstances) { recorder throws(LedgerFailure) in
            for number in 1...1500 {
                let command: Command =
                    number % 97 == 0
                    ? .receive(
                        amount: .kroner(1), voucher: VoucherReference(stringLiteral: "R-\(number)"), on: .release)
                    : .readWords("B01", scope: .identity, purpose: "Tilsyn")
                let actor: StaffID = number % 97 == 0 ? .consultant : .caseworker
                try recorder.record(command, by: Caller(account: "login", claim: actor))
            }
            return true
        }
        var filters = [JournalFilter(), JournalFilter(participants: ["B01"])]
        for kinds in [[EntryKind.receipt], [.staffAdded], [.staffAdded, .receipt], [.expense]] {
            var filter = JournalFilter()
            filter.kinds = kinds
            filters.append(filter)
        }
        for filter in filters {
            let whole = try Self.numbers(filter, in: desk.ledger)
            for count in [1, 2, 3, 5, 15, 16, 255, 256, 257, 300, 1280, 1500, whole.count, whole.count + 1]
            where count > 0 {
                var last = filter
                last.last = count
                #expect(try Self.numbers(last, in: desk.ledger) == Array(whole.suffix(count)), "\(count)")
                last.at = 700
                #expect(try Self.numbers(last, in: desk.ledger) == Array(whole.filter { $0 <= 700 }.suffix(count)))
            }
        }
    }

    @Test("A voucher is found whatever its case, a measurement's among them")
    func vouchers() throws {
        let desk = try Desk(.terms(results: [.backlog]))
        try desk.record(.spend(.of(.kroner(10), voucher: "Bilag-Å1")))
        try desk.record(.reverse(6, reason: "Fejl", on: .later))
        try desk.record(.measure("backlog", value: Figure(text: "800"), voucher: "bilag-å1", on: .later))
        try desk.record(.spend(.of(.kroner(10), voucher: "bilag-å10")))
        for voucher in ["bilag-å1", "BILAG-Å1"] as [VoucherReference] {
            var filter = JournalFilter()
            filter.voucher = voucher
            #expect(try Self.numbers(filter, in: desk.ledger) == [6, 7, 8])
        }
    }
}
