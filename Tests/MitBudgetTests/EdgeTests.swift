import MitBudget
import TestSupport
import Testing

@Suite("Edges")
struct EdgeTests {
    @Test("A negative amount just beyond 64 bits is refused and does not stop the program")
    func hugeNegative() async {
        await #expect(processExitsWith: .success) {
            #expect((try? Amount(kroner: "-92233720368547758,08")) == nil)
        }
        await #expect(processExitsWith: .success) {
            #expect((try? Amount(decimal: "-92233720368547758.08")) == nil)
        }
    }

    @Test("Any number of seconds is a moment or none")
    func momentMinimum() async {
        await #expect(processExitsWith: .success) { #expect(Moment(seconds: .min) == nil) }
    }

    @Test("A personal number is suspected however wide its gap", arguments: [8, 9, 40])
    func wideGaps(width: Int) {
        #expect(PersonalNumber.isSuspected(in: "010180" + String(repeating: " ", count: width) + "1234"))
    }

    @Test(
        "Two ISO days are no personal number",
        arguments: [
            "2023-01-10 - 2023-02-10", "2022-12-01/2024-12-31", "2022-12-01 2024-12-31", "2023-01-10 – 2023-02-10",
        ])
    func isoDays(text: String) {
        #expect(!PersonalNumber.isSuspected(in: text))
    }

    @Test("A plan beyond all amounts, without a cap, is refused by the earliest rule")
    func endlessPlan() throws {
        var bench = try Bench(.terms(cap: nil))
        try bench.released(.kroner(100))
        let most = Amount.ore(Amount.limit)
        let dropping = bench.refusal(of: .draft("B01", .of([.new(most), .new(most)])))
        #expect(dropping?.rule == .planBelowReleased)
        let unknown = bench.refusal(of: .draft("B01", .of([.keep(1, most), .keep(9, most)])))
        #expect(unknown?.rule == .itemUnknown)
    }

    @Test("Where nothing is closed nothing can be reopened, before the window either")
    func reopenNothing() throws {
        let bench = try Bench()
        #expect(bench.refusal(of: .reopenPeriod(through: "2022-11-29", reason: "Fejl"))?.rule == .outOfOrder)
    }

    @Test("The last day that can be reopened leaves no day of headroom")
    func reopenHeadroom() throws {
        var bench = try Bench()
        try bench.record(.closePeriod(through: .purchase))
        let met = try bench.decide(.reopenPeriod(through: Day.purchase.advanced(by: -1), reason: "Fejl")).met
        #expect(met.first { $0.rule == .outOfOrder }?.left == .days(0))
    }

    @Test("Readings of a negative amount are negative")
    func negativeReadings() {
        #expect(throws: Malformed.amount("-4,500", .readings([-.kroner(4500), -.ore(450)]))) {
            try Amount(kroner: "-4,500")
        }
    }

    @Test("A disbursement before the only release that stands is out of order")
    func retractedRelease() throws {
        var bench = try Bench()
        try bench.released(.kroner(100))
        try bench.record(.retract("B01", item: 1, amount: .kroner(100), reason: "Fejl", on: .purchase))
        try bench.record(.release("B01", item: 1, amount: nil, on: .later))
        #expect(bench.refusal(of: .disburse(.of(.kroner(100), on: .refund)))?.rule == .outOfOrder)
    }

    @Test("A programme's texts are held to the limit too")
    func longProgramme() throws {
        let long = String(repeating: "x", count: 4001)
        let terms = try Programme.terms()
        let programme = try Programme(
            id: terms.id, title: terms.title, grantee: Text(long), funder: terms.funder, grant: terms.grant,
            posts: terms.posts, places: 15, cap: terms.cap, firstDay: terms.firstDay, lastDay: terms.lastDay,
            areas: terms.areas)
        let administrator = StaffMember(id: "a", role: .administrator, account: "a", name: nil)
        #expect(throws: Refusal.self) { try MitBudget.open(programme, administrator: administrator, on: .later) }
    }

    @Test("Cancelling the cancelling of an expense is refused as not reversible, to the consultant too")
    func reverseReversal() throws {
        var bench = try Bench()
        let expense = try bench.record(.spend(.of(.kroner(1))))
        let reversal = try bench.record(.reverse(expense, reason: "Fejl", on: .later))
        #expect(
            bench.refusal(of: .reverse(reversal, reason: "Fejl", on: .later), by: .consultant)?.rule == .notReversible)
    }

    @Test("Where nothing is closed there is nothing to reopen, whatever the day", arguments: [-1, 0, 1])
    func reopeningWithoutClose(offset: Int) throws {
        let bench = try Bench()
        let day = Day.purchase.advanced(by: offset)
        let refusal = bench.refusal(of: .reopenPeriod(through: day, reason: "Fejl"))
        #expect(refusal == .outOfOrder(.reopeningWithoutClose, day: day, bound: day))
    }

    @Test("Posts stand in one order, whatever order a file names them in")
    func postOrder() throws {
        let terms = try Programme.terms()
        let citizens = try #require(terms.budget(of: .citizens))
        let posts = try ["revision", "citizens", "løn", "admin"].map { text in
            let name = try PostName(text)
            return Programme.Post(name: name, budget: name == .citizens ? citizens : .zero)
        }
        for shuffled in [posts, posts.reversed(), posts.sorted { $0.name.text < $1.name.text }] {
            let programme = try Programme(
                id: terms.id, title: terms.title, grantee: terms.grantee, funder: terms.funder, grant: terms.grant,
                posts: shuffled, places: terms.places, cap: terms.cap, firstDay: terms.firstDay, lastDay: terms.lastDay,
                areas: terms.areas)
            #expect(programme.posts.map(\.name.text) == ["citizens", "admin", "løn", "revision"])
        }
    }

    @Test(
        "A personal number with its century written is suspected, and a day before an amount is not",
        arguments: [
            ("01011990-1234", true), ("01-01-1990-1234", true), ("den 01-01-1990 1234 kr.", false),
            ("41011990-1234", false), ("kontonr. 12345678-9012", false),
        ])
    func longForm(text: String, isSuspected: Bool) {
        #expect(PersonalNumber.isSuspected(in: text) == isSuspected)
    }
}
