import MitBudget
import SQLite

/// The rows on citizens that the entries imply: those of the tables `participant`, `plan`, `plan_item` and `item`.
///
/// Does in memory, entry by entry, what ``Projection`` does to the file in SQL. The two share no code, so that what the
/// one gets wrong the other tells. Totals are not kept here: they come from the accounts of the replay.
struct ImpliedCitizens {
    fileprivate struct Citizen {
        var enrolment: Enrolment?
        var plans: [Plan] = []
        var items: [ItemNumber: Item] = [:]
    }

    fileprivate struct Enrolment {
        let entry: Int64
        let day: Day
        let name: Int64?
        let caseNumber: Int64?
        var withdrawal: (entry: Int64, day: Day, cause: WithdrawalCause)?
        var versions = 0
        var items = 0
        var approved: Int?
        var pending: Int?
        var firstApproval: Day?

        mutating func draft(_ version: PlanVersion) {
            versions = version.number
            pending = version.number
            items = version.items.reduce(items) { max($0, $1.number.value) }
        }

        mutating func approve(_ version: Int, on day: Day?) {
            approved = version
            firstApproval = firstApproval ?? day
        }
    }

    fileprivate struct Plan {
        let version: PlanVersion
        let drafted: Int64
        var state = PlanState.pending
        var decided: (entry: Int64, day: Day, by: StaffID)?
    }

    fileprivate struct Item {
        var area: Area
        var isInForce: Bool
    }

    /// By reference.
    private var citizens: [Citizen] = []

    /// Takes in an entry that concerns a citizen's plans or enrolment; no other changes anything here.
    mutating func apply(_ read: ReadLine) {
        guard let reference = read.entry.event.participant else { return }
        while citizens.count < reference.number { citizens.append(Citizen()) }
        citizens[reference.number - 1].apply(read)
    }
}

extension ImpliedCitizens.Citizen {
    fileprivate mutating func apply(_ read: ReadLine) {
        let (number, day) = (read.number.value, read.entry.day)
        switch read.entry.event {
        case .enrolled(_, let name, let caseNumber):
            enrolment = .init(entry: number, day: day, name: name?.words, caseNumber: caseNumber?.words)
        case .drafted(_, let version):
            endPending(as: .replaced, by: read)
            plans.append(.init(version: version, drafted: number))
            enrolment?.draft(version)
        case .approved(_, let version): approve(version, by: read)
        case .rejected: endPending(as: .rejected, by: read)
        case .withdrawn(_, let cause, _):
            endPending(as: .lapsed, by: read)
            enrolment?.withdrawal = (number, day, cause)
        case .opened, .staffAdded, .staffEnded, .staffRebound, .money, .periodClosed, .periodReopened, .wordsRead,
            .wordsErased, .restored:
            break
        }
    }

    private mutating func approve(_ version: Int, by read: ReadLine) {
        for index in plans.indices where plans[index].state == .approved { plans[index].state = .superseded }
        endPending(as: .approved, by: read)
        for number in items.keys { items[number]?.isInForce = false }
        guard let plan = plans.first(where: { $0.version.number == version }) else { return }
        for item in plan.version.items { items[item.number] = .init(area: item.area, isInForce: true) }
        enrolment?.approve(version, on: plan.decided?.day)
    }

    private mutating func endPending(as state: PlanState, by read: ReadLine) {
        for index in plans.indices where plans[index].state == .pending {
            plans[index].state = state
            plans[index].decided = (read.number.value, read.entry.day, read.actor)
            enrolment?.pending = nil
        }
    }
}

// The rows, in order of key: a citizen's number where that is the key, else the text of the reference.
extension ImpliedCitizens {
    /// The rows of one of the four tables, with the totals of the accounts; `nil` for any other table.
    func rows(of table: String, totals accounts: Accounts) -> AnyIterator<[Value]>? {
        switch table {
        case "participant":
            AnyIterator(citizens.indices.lazy.compactMap { enrolment(of: $0, accounts) }.makeIterator())
        case "plan": AnyIterator(inTextOrder.lazy.flatMap { plans(of: $0) }.makeIterator())
        case "plan_item": AnyIterator(inTextOrder.lazy.flatMap { planItems(of: $0) }.makeIterator())
        case "item": AnyIterator(inTextOrder.lazy.flatMap { items(of: $0, accounts) }.makeIterator())
        default: nil
        }
    }

    private var inTextOrder: [(index: Int, text: String)] {
        citizens.indices.map { ($0, Self.reference($0)?.text ?? "") }
            .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    }

    private static func reference(_ index: Int) -> ParticipantReference? {
        ParticipantReference(number: index + 1)
    }

    private func enrolment(of index: Int, _ accounts: Accounts) -> [Value]? {
        guard let row = citizens[index].enrolment, let reference = Self.reference(index) else { return nil }
        let balance = accounts.account(of: reference)?.balance ?? .zero
        return [
            .text(reference.text), .integer(Int64(reference.number)), .integer(row.entry), .text(row.day.iso),
            row.withdrawal?.entry.sqliteValue ?? .null, row.withdrawal?.day.iso.sqliteValue ?? .null,
            (row.withdrawal?.cause.rawValue).sqliteValue,
            row.versions.sqliteValue, row.items.sqliteValue, row.approved.sqliteValue, row.pending.sqliteValue,
            (row.firstApproval?.iso).sqliteValue, .integer(balance.approved.ore), .integer(balance.released.ore),
            .integer(balance.disbursed.ore), row.name.sqliteValue, row.caseNumber.sqliteValue,
        ]
    }

    private func plans(of citizen: (index: Int, text: String)) -> [[Value]] {
        citizens[citizen.index].plans.map { plan in
            let version = plan.version
            return [
                .text(citizen.text), version.number.sqliteValue, .text(plan.state.rawValue),
                .text(version.agreedOn.iso), .integer(plan.drafted), (plan.decided?.entry).sqliteValue,
                (plan.decided?.day.iso).sqliteValue, (plan.decided?.by.text).sqliteValue,
                .integer(version.total.ore), version.goal.words.sqliteValue, version.wishes.words.sqliteValue,
                version.purpose.words.sqliteValue,
            ]
        }
    }

    private func planItems(of citizen: (index: Int, text: String)) -> [[Value]] {
        citizens[citizen.index].plans.flatMap { plan in
            plan.version.items.sorted { $0.number < $1.number }.map { item in
                [
                    .text(citizen.text), plan.version.number.sqliteValue, item.number.value.sqliteValue,
                    .text(item.area.text), .integer(item.amount.ore), item.text.words.sqliteValue,
                ]
            }
        }
    }

    private func items(of citizen: (index: Int, text: String), _ accounts: Accounts) -> [[Value]] {
        let reference = Self.reference(citizen.index)
        return citizens[citizen.index].items.sorted { $0.key < $1.key }.map { number, item in
            let account = reference.flatMap { accounts.item(number, of: $0) }
            let balance = account?.balance ?? .zero
            return [
                .text(citizen.text), number.value.sqliteValue, .text(item.area.text),
                .integer(item.isInForce ? 1 : 0), (account?.firstRelease?.iso).sqliteValue,
                .integer(balance.approved.ore), .integer(balance.released.ore), .integer(balance.disbursed.ore),
            ]
        }
    }
}
