import MitBudget

/// Random numbers that a seed repeats. After Sebastiano Vigna, "SplitMix64".
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Gives commands at random, near enough to what fits that about half of them are recorded.
struct RandomWalk {
    private var generator: SplitMix64
    /// Terms so narrow that every ceiling is reached.
    let programme: Programme
    /// The local day, which only ever moves on.
    private(set) var today: Day = "2023-01-01"

    init(seed: UInt64) throws {
        generator = SplitMix64(seed: seed)
        let isCapped = Bool.random(using: &generator)
        programme = try .terms(
            grant: .kroner(420), citizens: .kroner(300), project: .kroner(120), places: 3,
            cap: isCapped ? .kroner(100) : nil, firstDay: "2023-01-01", lastDay: "2023-06-30",
            drawingMonths: Bool.random(using: &generator) ? 2 : nil,
            separateReleaser: Bool.random(using: &generator), settleBy: isCapped ? "2023-07-31" : nil)
    }

    /// The next command, and who gives it.
    mutating func step(on book: Book) -> (command: Command, actor: StaffID) {
        today = today.advanced(by: chance(5) ? number(0...4) : 0)
        let command = chance(3) ? correction(on: book) : chance(4) ? rarity(on: book) : ordinary(on: book)
        let target: MovementKind? =
            if case .reverse(let entry, _, _) = command { book.movement(entry)?.kind } else { nil }
        let able = book.staff.values.filter { command.roles(reversing: target).contains($0.role) }
        let pool = chance(20) ? Array(book.staff.values) : able
        let actor = pool.sorted { $0.id < $1.id }.randomElement(using: &generator)?.id ?? .administrator
        return (command, actor)
    }

    private mutating func ordinary(on book: Book) -> Command {
        let citizen = citizen(of: book)
        return switch number(0...6) {
        case 0: .draft(citizen, proposal(for: citizen, in: book))
        case 1: .approve(citizen, on: day())
        case 2, 3: .release(citizen, item: item(), amount: chance(3) ? nil : amount(), on: day())
        default:
            .disburse(
                .of(amount(), to: citizen, item: item(), voucher: voucher(), on: day(), paid: day().advanced(by: 14)))
        }
    }

    private mutating func correction(on book: Book) -> Command {
        let entry = EntryNumber(Int64(number(6...max(6, Int(book.head.value) + 1)))) ?? 1
        let spent = book.movements.values.filter { $0.kind == .disbursement }.map(\.entry).sorted()
        return switch number(0...2) {
        case 0: .retract(citizen(of: book), item: item(), amount: amount(), reason: "Fejl", on: day())
        case 1:
            .refund(
                chance(6) ? entry : spent.randomElement(using: &generator) ?? entry, amount: amount(),
                voucher: voucher(), on: day())
        default: .reverse(entry, reason: "Fejl", on: day())
        }
    }

    private mutating func rarity(on book: Book) -> Command {
        switch number(0...9) {
        case 0, 1, 2: .enrol(name: "Ane", caseNumber: nil, on: day())
        case 3: .withdraw(citizen(of: book), reason: "Flyttet", on: day())
        case 4: .reject(citizen(of: book), reason: "For dyrt")
        case 5: .spend(.of(amount(), voucher: voucher(), on: day()))
        case 6: .receive(amount: amount() + .kroner(100), voucher: voucher(), on: day())
        case 7: .readWords(citizen(of: book), scope: .identity, purpose: "Tilsyn")
        case 8:
            chance(2)
                ? .closePeriod(through: today.advanced(by: -number(10...40)))
                : .reopenPeriod(through: today.advanced(by: -number(20...60)), reason: "Glemt bilag")
        default:
            chance(2) ? .addStaff(member()) : .endStaff(member().id)
        }
    }

    private mutating func proposal(for citizen: ParticipantReference, in book: Book) -> PlanProposal {
        let account = book.participant(citizen)
        let latest = book.items(ofVersion: account?.versions ?? 0, of: citizen)
        let inForce = book.items(ofVersion: account?.approved?.version ?? 0, of: citizen)
        var items: [PlanProposal.Item] = []
        for item in (chance(3) ? latest : inForce) where !chance(4) {
            items.append(.keep(item.number, chance(2) ? item.amount : amount()))
        }
        if items.isEmpty || chance(2) { items.append(.new(amount())) }
        return .of(items, agreedOn: day())
    }

    private mutating func member() -> StaffMember {
        let role = Role.allCases.randomElement(using: &generator) ?? .auditor
        let ids: [StaffID] = ["nina", "nils", "niels", "nynne"]
        return StaffMember(
            id: ids.randomElement(using: &generator) ?? "nina", role: role, account: "login", name: nil)
    }

    private mutating func citizen(of book: Book) -> ParticipantReference {
        ParticipantReference(number: number(1...max(1, book.enrolled + (chance(20) ? 1 : 0)))) ?? "B01"
    }

    private mutating func item() -> ItemNumber {
        ItemNumber(chance(2) ? 1 : number(1...4)) ?? 1
    }

    private mutating func amount() -> Amount {
        .ore(chance(25) ? 0 : chance(2) ? Int64(number(1...6)) * 1000 : Int64(number(1...9000)))
    }

    private mutating func voucher() -> VoucherReference {
        VoucherReference(stringLiteral: "K-\(number(1...400))")
    }

    private mutating func day() -> Day {
        chance(6) ? today.advanced(by: number(-30...2)) : today
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    private mutating func chance(_ sides: Int) -> Bool {
        number(1...sides) == 1
    }
}
