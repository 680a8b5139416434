import MitBudget
import SQLite
import TestSupport
import Testing

@testable import MitBudgetStore

@Suite("One entry whole")
struct EntryReadingTests {
    private static func everyKind() throws -> (desk: Desk, entries: [Recorded]) {
        let desk = try Desk()
        try desk.course()
        try desk.amending()
        try desk.record(.eraseWords("B02", reason: "Rettens afgørelse", override: "Rettens afgørelse"))
        return (desk, try Self.entries(of: desk.ledger))
    }

    private static func entries(of ledger: Ledger) throws -> [Recorded] {
        var all: [Recorded] = []
        try ledger.entries { recorded throws(LedgerFailure) in all.append(recorded) }
        return all
    }

    @Test("An entry of each kind is told as it stands, with texts of no other names than its kind's")
    func kinds() throws {
        let (desk, entries) = try Self.everyKind()
        #expect(Set(entries.map(\.entry.event.kind)).count >= 22)
        for recorded in entries {
            let facts = try desk.ledger.facts(of: recorded.number, readsCitizens: true)
            #expect(facts.entry == recorded.entry && facts.staff == recorded.actor)
            #expect(facts.anchor == recorded.anchor.text && facts.recordedAt == recorded.recordedAt)
            let texts = try #require(facts.texts)
            #expect(texts.count == recorded.entry.event.seals.count)
            let kind = recorded.entry.event.kind
            for text in texts {
                #expect(kind.textKeys.contains(text.key) || kind == .planDrafted && text.item != nil, "\(text.key)")
                #expect((text.text == nil) == (recorded.entry.event.subject == "B02"))
            }
        }
    }

    @Test("The names of a kind's texts are those that its entries may have")
    func keys() throws {
        var seen: [EntryKind: Set<String>] = [:]
        for seed in UInt64(1)...6 {
            let ledger = try RandomLedger(seed: seed, terms: .aabenraa, commands: 300).desk.ledger
            try ledger.journal(JournalFilter()) { line throws(LedgerFailure) in
                let keys = try ledger.texts(of: line).filter { $0.item == nil }.map(\.key)
                if let kind = EntryKind(rawValue: line.kind) { seen[kind, default: []].formUnion(keys) }
            }
        }
        for (kind, keys) in seen { #expect(keys.isSubset(of: kind.textKeys), "\(kind): \(keys)") }
        for kind in [EntryKind.disbursement, .planDrafted, .retraction] {
            #expect(seen[kind] == Set(kind.textKeys), "\(kind)")
        }
    }

    @Test("Texts are withheld only where a citizen has some, and never where the recipients are no people")
    func withheld() throws {
        let (desk, entries) = try Self.everyKind()
        for recorded in entries {
            let facts = try desk.ledger.facts(of: recorded.number, readsCitizens: false)
            let isCitizens = recorded.entry.event.participant != nil && !recorded.entry.event.seals.isEmpty
            #expect((facts.texts == nil) == isCitizens, "\(recorded.number.value)")
        }
        let initiatives = Programme.Recipient(
            prefix: .standard, isPersonal: false, danish: Programme.Recipient.unnamed.danish,
            english: Programme.Recipient.unnamed.english)
        let open = try Desk(.terms(recipient: initiatives))
        try open.record(.enrol(name: "Værkstedet", caseNumber: nil, on: .enrolment))
        #expect(try open.ledger.facts(of: 6, readsCitizens: false).texts?.map(\.text) == ["Værkstedet"])
    }

    @Test("An entry beyond the last one is named with the last one")
    func missing() throws {
        let desk = try Desk()
        #expect(throws: LedgerFailure.noSuchEntry(6, last: 5)) {
            _ = try desk.ledger.facts(of: 6, readsCitizens: false)
        }
    }

    @Test("What it links to is what the other entries say", arguments: Seed.each(1...6), SampleTerms.allCases)
    func links(seed: UInt64, terms: SampleTerms) throws {
        let ledger = try RandomLedger(seed: seed, terms: terms, commands: 150).desk.ledger
        let all = try Self.entries(of: ledger)
        for recorded in all {
            let (number, links) = (recorded.number, try ledger.facts(of: recorded.number, readsCitizens: false).links)
            let later = all.filter { $0.entry.event.money?.corrected == number }
            let reversal = later.first { $0.entry.event.kind == .reversal }
            #expect(links.reversedBy == reversal?.number)
            let refunds = later.filter { $0.entry.event.kind == .refund }
            #expect(links.refunds.map(\.entry) == refunds.map(\.number))
            guard case .money(let money) = recorded.entry.event else {
                #expect(links.releases.isEmpty && links.voucher == nil && links.sharers.isEmpty)
                continue
            }
            #expect(links.refersTo == money.corrected)
            let sharers = all.filter { other in
                other.number != number && money.voucher.map { other.entry.event.money?.voucher == $0 } ?? false
            }
            #expect(links.sharers.map(\.entry) == sharers.map(\.number))
            try checkPlan(links, of: money, at: number, among: all)
            if money.kind == .disbursement || money.kind == .retraction {
                #expect(links.releases.reduce(Amount.zero) { $0 + $1.drawn } == money.amount)
                for release in links.releases {
                    let entry = try #require(all.first { $0.number == release.entry })
                    #expect(entry.actor == release.staff && entry.entry.day == release.day && release.entry < number)
                    #expect(entry.entry.event.money?.amount == release.amount && release.drawn <= release.amount)
                }
            }
        }
    }

    /// The plan is the one that the latest approval before the entry brought in force.
    private func checkPlan(
        _ links: EntryFacts.Links, of money: MoneyEvent, at number: EntryNumber, among all: [Recorded]
    ) throws {
        let approval = all.last { recorded in
            if case .approved(let reference, _) = recorded.entry.event {
                reference == money.participant && recorded.number < number
            } else {
                false
            }
        }
        #expect(links.plan?.approval?.entry == approval?.number)
        #expect(links.plan?.approval?.by == approval?.actor)
        guard case .approved(_, let version)? = approval?.entry.event else { return #expect(links.plan == nil) }
        #expect(links.plan?.version == version)
    }
}
