import JSON
import MitBudget
import MitBudgetStore
import TestSupport

/// Tries damaged plan and programme files: whatever the readers accept must be valid in the ledger.
struct TextTrial {
    /// The outcome of a trial.
    enum End: String, CaseIterable {
        case malformed = "malformed"
        case refused = "refused by a rule"
        case taken = "taken"
    }

    private let programme: Programme
    private static let administrator = StaffMember(
        id: .administrator, role: .administrator, account: "login", name: nil)

    init() throws {
        programme = try BuiltInProgramme.aabenraa()
    }

    /// Reads a programme, opens a ledger with it, and checks what the ledger relies on.
    func programme(_ bytes: [UInt8]) -> (end: End, complaints: [String]) {
        guard let programme = try? ProgrammeFile.read(bytes) else { return (.malformed, []) }
        var complaints: [String] = []
        func demand(_ holds: Bool, _ what: String) {
            if !holds { complaints.append(what) }
        }
        let posts = Amount.sum(programme.posts.map(\.budget))
        demand(posts.map { $0 <= programme.grant } ?? false, "the posts exceed the grant")
        let citizens = programme.budget(of: .citizens)
        demand((citizens != nil) == programme.hasRecipients, "recipients without a post, or a post without them")
        if let cap = programme.cap, let citizens, let places = programme.places {
            demand(cap.times(places).map { $0 <= citizens } ?? false, "the places exceed the post")
        }
        demand(programme.firstDay <= programme.lastDay, "the window is reversed")
        demand(programme.places.map { $0 >= 1 } ?? true && programme.grant >= .zero, "less than nothing to give")
        demand(programme.areas.isEmpty != programme.hasRecipients, "recipients without an area, or one without them")
        demand(Set(programme.posts.map(\.name)).count == programme.posts.count, "a post stands twice")
        let written = Array(ProgrammeFile.write(programme).compact.utf8)
        demand((try? ProgrammeFile.read(written)) == programme, "written and read again it is another")
        guard let entry = try? MitBudget.open(programme, administrator: Self.administrator, on: "2025-06-30") else {
            return (.refused, complaints)
        }
        demand(Book(opening: entry) != nil, "its opening opens no book")
        return (.taken, complaints)
    }

    /// Reads a plan; drafts and approves it for a citizen with or without an earlier plan.
    func plan(_ bytes: [UInt8], isFirst: Bool) -> (end: End, complaints: [String]) {
        guard let plan = try? PlanFile.read(bytes, today: "2025-06-30") else { return (.malformed, []) }
        do {
            var book = try book(hasPlan: !isFirst)
            guard let draft = try? give(.draft("B01", plan), to: &book) else { return (.refused, []) }
            var complaints = Invariants.broken(in: book)
            if draft.event.kind != .planDrafted { complaints.append("a draft became another entry") }
            _ = try? give(.approve("B01", on: .windowEnd), to: &book)
            return (.taken, complaints + Invariants.broken(in: book))
        } catch {
            return (.refused, ["the book to try it on cannot be made: \(error)"])
        }
    }

    private func book(hasPlan: Bool) throws -> Book {
        let opening = try MitBudget.open(programme, administrator: Self.administrator, on: "2025-06-30")
        guard var book = Book(opening: opening) else { throw LedgerTrial.Broken(text: "no book") }
        let sofie = StaffMember(id: .caseworker, role: .caseworker, account: "login", name: nil)
        try give(.addStaff(sofie), by: .administrator, to: &book)
        try give(.enrol(name: nil, caseNumber: nil, on: .enrolment), to: &book)
        guard hasPlan else { return book }
        try give(.draft("B01", .of([.new(.kroner(9000)), .new(.kroner(30_000), area: "housing")])), to: &book)
        try give(.approve("B01", on: .approval), to: &book)
        try give(.release("B01", item: 2, amount: .kroner(100), on: .release), to: &book)
        return book
    }

    @discardableResult
    private func give(
        _ command: Command, by actor: StaffID = .caseworker, to book: inout Book
    ) throws(Refusal) -> Entry {
        let entry = try decide(command, by: actor, on: "2025-06-30", in: book).entry
        guard let number = EntryNumber(book.head.value + 1) else { return entry }
        book.apply(entry, number: number, by: actor)
        return entry
    }
}
