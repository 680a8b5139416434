import MitBudget
import TestSupport
import Testing

/// A ledger in memory on which tests try commands.
///
/// Entry 1 opens it and entries 2 to 5 add staff, so the first enrolment is entry 6.
struct Bench {
    var book: Book
    /// The local day.
    var today: Day

    /// Opens a ledger with a staff member of each role and a second caseworker.
    init(_ programme: Programme? = nil, today: Day = "2025-06-30") throws {
        let administrator = StaffMember(
            id: .administrator, role: .administrator, account: "aksel", name: "Aksel Holm")
        let terms = try programme ?? .terms()
        let opening = try MitBudget.open(terms, administrator: administrator, on: today)
        book = try #require(Book(opening: opening))
        self.today = today
        for (id, role) in [
            (StaffID.caseworker, Role.caseworker), (.colleague, .caseworker), (.consultant, .consultant),
            (.auditor, .auditor),
        ] {
            // Each member has an own account with the same name.
            try record(.addStaff(StaffMember(id: id, role: role, account: AccountName(id.text), name: nil)))
        }
    }

    /// Decides without recording. Checks that each decision lists its rules in order of precedence.
    func decide(
        _ command: Command, by actor: StaffID? = nil, once: OnceKey? = nil
    ) throws(Refusal) -> Decision {
        let decision = try MitBudget.decide(
            command, by: actor ?? usualActor(for: command), on: today, once: once, in: book)
        let precedences = decision.met.map(\.rule.precedence)
        #expect(precedences == precedences.sorted(), "\(command) met rules out of order: \(decision.met.map(\.rule))")
        return decision
    }

    /// Decides and records; returns the new entry's number.
    @discardableResult
    mutating func record(
        _ command: Command, by actor: StaffID? = nil, once: OnceKey? = nil
    ) throws(Refusal) -> EntryNumber {
        let entry = try decide(command, by: actor, once: once).entry
        book.apply(entry, by: actor ?? usualActor(for: command))
        return book.head
    }

    /// Why a command would be refused; `nil` where it would be recorded.
    func refusal(of command: Command, by actor: StaffID? = nil, once: OnceKey? = nil) -> Refusal? {
        do {
            _ = try decide(command, by: actor, once: once)
            return nil
        } catch {
            return error
        }
    }

    /// A staff member whose role may give the command.
    func usualActor(for command: Command) -> StaffID {
        let roles = command.roles(in: book)
        if roles.contains(.caseworker) { return .caseworker }
        return roles.contains(.consultant) ? .consultant : .administrator
    }
}

// The story that most tests start from.
extension Bench {
    /// Enrols the next citizen on 5 December 2022.
    @discardableResult
    mutating func enrolled() throws -> ParticipantReference {
        try record(.enrol(name: nil, caseNumber: nil, on: .enrolment))
        return try #require(ParticipantReference(number: book.enrolled))
    }

    /// Drafts a version agreed on 10 January 2023.
    mutating func drafted(_ items: [PlanProposal.Item], for reference: ParticipantReference) throws {
        try record(.draft(reference, .of(items)))
    }

    /// Drafts a version and approves it on 15 January 2023.
    mutating func approved(_ items: [PlanProposal.Item], for reference: ParticipantReference) throws {
        try drafted(items, for: reference)
        try record(.approve(reference, on: .approval))
    }

    /// Enrols a citizen with an approved plan of one item.
    @discardableResult
    mutating func planned(_ amount: Amount) throws -> ParticipantReference {
        let reference = try enrolled()
        try approved([.new(amount)], for: reference)
        return reference
    }

    /// Enrols a citizen with an approved plan of one item, and releases all or part of it on 1 February 2023.
    @discardableResult
    mutating func released(_ amount: Amount, of approved: Amount? = nil) throws -> ParticipantReference {
        let reference = try planned(approved ?? amount)
        try record(.release(reference, item: 1, amount: amount, on: .release))
        return reference
    }

    /// Spends on the first item on 10 February 2023.
    @discardableResult
    mutating func disbursed(
        _ amount: Amount, to reference: ParticipantReference, voucher: VoucherReference
    ) throws -> EntryNumber {
        try record(.disburse(.of(amount, to: reference, voucher: voucher)))
    }

    func account(_ reference: ParticipantReference) throws -> ParticipantAccount {
        try #require(book.participant(reference))
    }

    /// The balance of an item.
    func item(_ number: ItemNumber = 1, of reference: ParticipantReference) throws -> Balance {
        try #require(book.item(number, of: reference)).balance
    }
}

extension Balance {
    /// A balance in kroner.
    static func kroner(approved: Int64, released: Int64, disbursed: Int64) -> Balance {
        Balance(approved: .kroner(approved), released: .kroner(released), disbursed: .kroner(disbursed))
    }
}
