import MitBudget
import TestSupport
import Testing

@testable import MitBudgetStore

/// Finds where the rules read one thing from the tables and another from the book.
struct Differences {
    /// What differs, in words.
    private(set) var found: [String] = []

    /// Compares everything, or only what all entries share and one citizen's accounts.
    init(_ desk: Desk, _ book: Book, only citizen: ParticipantReference? = nil) {
        let view = StoreView(connection: desk.ledger.connection, programme: desk.ledger.programme)
        demand(view.closedThrough, book.closedThrough, "closedThrough")
        let days = [book.programme.firstDay, desk.today, book.programme.lastDay]
        for day in days { demand(view.placesTaken(from: day), book.placesTaken(from: day), "places from \(day.iso)") }
        demand(view.repaid, book.repaid, "repaid")
        demand(view.enrolled, book.enrolled, "enrolled")
        demand(view.received, book.received, "received")
        demand(view.activeAdministrators, book.activeAdministrators, "activeAdministrators")
        for post in book.programme.posts { demand(view.balance(of: post.name), book.balance(of: post.name), "post") }
        for participant in book.participants where citizen == nil || participant.account.reference == citizen {
            compare(participant, view, book)
        }
        if citizen == nil {
            compareMovements(view, book)
            compareKeys(view, book)
            compareStaff(view, book)
        }
        if (try? view.check()) == nil { found.append("a read failed") }
    }

    private mutating func demand<Value: Equatable>(_ stored: Value, _ wanted: Value, _ what: String) {
        if stored != wanted { found.append("\(what): \(stored), not \(wanted)") }
    }

    private mutating func compare(_ participant: Book.Participant, _ view: StoreView, _ book: Book) {
        let reference = participant.account.reference
        demand(view.participant(reference), participant.account, reference.text)
        for number in 1...participant.account.items + 1 {
            guard let number = ItemNumber(number) else { continue }
            demand(view.item(number, of: reference), book.item(number, of: reference), "\(reference.text) item")
        }
        demand(view.spending(on: reference), book.spending(on: reference), "\(reference.text) spending")
        demand(view.releasedItems(of: reference), book.releasedItems(of: reference), "\(reference.text) released")
        for version in participant.plans.map(\.version) {
            let items = view.items(ofVersion: version.number, of: reference)
            demand(items.map(Self.figures), version.items.map(Self.figures), "\(reference.text) version")
        }
    }

    private mutating func compareMovements(_ view: StoreView, _ book: Book) {
        for number in 1...book.head.value + 1 {
            guard let entry = EntryNumber(number) else { continue }
            demand(view.movement(entry), book.movement(entry), "movement \(number)")
            demand(view.exists(entry), book.exists(entry), "entry \(number)")
            demand(view.latestRefund(of: entry), book.latestRefund(of: entry), "refund of \(number)")
        }
        for voucher in Set(book.movements.values.compactMap(\.voucher)) {
            demand(view.use(of: voucher), book.use(of: voucher), voucher.text)
        }
    }

    private mutating func compareKeys(_ view: StoreView, _ book: Book) {
        for number in 0...RandomWalk.keys + 1 {
            let key = OnceKey(stringLiteral: "k-\(number)")
            demand(view.holder(once: key), book.holder(once: key), key.text)
        }
    }

    private mutating func compareStaff(_ view: StoreView, _ book: Book) {
        for member in book.staff.values {
            let stored = view.staff(member.id)
            demand(stored?.role, member.role, member.id.text)
            demand(stored?.account, member.account, member.id.text)
            demand(stored?.isActive, member.isActive, member.id.text)
        }
    }

    private static func figures(_ item: PlanItem) -> String {
        "\(item.number.value) \(item.area.text) \(item.amount.ore)"
    }
}
