import MitBudget

/// Gives random commands. They fit well enough that about half of them are recorded, and they aim at the limits: at
/// what is just allowed, one øre more and one øre less.
package struct RandomWalk {
    var generator: SplitMix64
    /// Draws the keys separately, so that the commands are the same with and without keys.
    private var keyGenerator: SplitMix64
    private let pace: Int
    /// The terms in force.
    package private(set) var programme: Programme
    /// The local day, which never moves back.
    package private(set) var today: Day = "2023-01-01"

    /// Begins a walk.
    /// - Parameter pace: the most days from one command to the next.
    package init(seed: UInt64, terms: SampleTerms, pace: Int) throws {
        generator = SplitMix64(seed: seed)
        keyGenerator = SplitMix64(seed: ~seed &+ 1)
        self.pace = pace
        programme = try terms.programme
    }

    /// The next command, and who gives it.
    package mutating func step(on book: Book) -> (command: Command, actor: StaffID) {
        programme = book.programme
        today = today.advanced(by: chance(4) ? number(0...pace) : 0)
        let command =
            chance(25)
            ? ofTerms(on: book)
            : chance(15)
                ? ofDocuments(on: book)
                : chance(30) ? ofTexts(on: book) : chance(6) ? anything(on: book) : fitting(on: book)
        let roles = command.roles(in: book)
        let able = book.staff.values.filter { $0.isActive && roles.contains($0.role) }
        let pool = chance(25) ? Array(book.staff.values) : able
        let actor = pool.sorted { $0.id < $1.id }.randomElement(using: &generator)?.id ?? .administrator
        return (command, actor)
    }

    /// How many different keys there are.
    package static let keys = 40

    /// A key for the next command: usually none, and rarely one that was used.
    package mutating func key() -> OnceKey? {
        guard Int.random(in: 1...3, using: &keyGenerator) == 1 else { return nil }
        return OnceKey(stringLiteral: "k-\(Int.random(in: 1...Self.keys, using: &keyGenerator))")
    }

    /// A command that the ledger is ready for, as far as the walk can see without the rules.
    private mutating func fitting(on book: Book) -> Command {
        if programme.separateReleaser, book.staff("apart") == nil, chance(4) {
            return .addStaff(StaffMember(id: "apart", role: .caseworker, account: "other", name: "Kollega"))
        }
        guard book.enrolled > 0, !chance(12) else {
            return chance(3) || !programme.hasRecipients ? rarity(on: book) : enrolment()
        }
        let citizen = citizen(of: book)
        guard let account = book.participant(citizen) else { return enrolment() }
        if account.pending != nil, chance(2) { return .approve(citizen, on: day()) }
        guard account.approved != nil, !chance(8) else {
            return .draft(citizen, proposal(for: account, in: book))
        }
        let items = book.participants[citizen.number - 1].items.values.sorted { $0.number < $1.number }
        let ready = items.filter { $0.isInForce && ($0.unspent > .zero || $0.unreleased > .zero) }
        guard let item = ready.randomElement(using: &generator), !chance(4) else {
            return chance(3) ? rarity(on: book) : correction(on: book)
        }
        if item.unspent > .zero, !chance(3) || item.unreleased == .zero {
            return .disburse(disbursement(of: amount(near: item.unspent), to: citizen, item: item.number))
        }
        let amount = chance(4) ? nil : amount(near: item.unreleased)
        return .release(citizen, item: item.number, amount: amount, on: day())
    }

    /// Any command on anything.
    private mutating func anything(on book: Book) -> Command {
        let citizen = citizen(of: book)
        return switch number(0...7) {
        case 0: .approve(citizen, on: day())
        case 1: .release(citizen, item: item(), amount: amount(near: scale), on: day())
        case 2: .disburse(disbursement(of: amount(near: scale), to: citizen, item: item()))
        case 3: .draft(citizen, .of([.keep(item(), amount(near: scale)), .new(amount(near: scale))], agreedOn: day()))
        case 4: correction(on: book)
        case 5: .spend(.of(.ore(1), post: chance(2) ? .citizens : "wages", voucher: voucher(), on: day()))
        default: rarity(on: book)
        }
    }

    private mutating func correction(on book: Book) -> Command {
        let any = EntryNumber(Int64(number(1...Int(book.head.value) + 1))) ?? 1
        let aim =
            chance(8) ? nil : book.movements.values.sorted { $0.entry < $1.entry }.randomElement(using: &generator)
        guard let aim else { return .reverse(any, reason: words(), on: day()) }
        switch aim.kind {
        case .disbursement where chance(2), .expense where chance(2):
            return .refund(
                aim.entry, amount: amount(near: aim.amount - aim.refunded), voucher: voucher(),
                note: chance(3) ? words() : nil, on: day())
        case .release:
            guard let citizen = aim.participant, let number = aim.item, let item = book.item(number, of: citizen) else {
                return .reverse(any, reason: words(), on: day())
            }
            return .retract(citizen, item: number, amount: amount(near: item.unspent), reason: words(), on: day())
        case .disbursement, .refund, .expense, .receipt, .repayment, .retraction, .reversal:
            return chance(12)
                ? .refund(aim.entry, amount: amount(near: aim.amount), voucher: voucher(), note: nil, on: day())
                : .reverse(aim.entry, reason: words(), on: day())
        }
    }

    private mutating func scope() -> ReadingScope {
        switch number(0...2) {
        case 0: .identity
        case 1: .plan(version: 1)
        default: .entries(.opening...(EntryNumber(Int64(number(1...40))) ?? .opening))
        }
    }

    /// The hash of an entry of another ledger.
    static let hash = String(repeating: "c0ffee00", count: 8)

    private mutating func rarity(on book: Book) -> Command {
        let project: PostName = "project"
        let left = (programme.budget(of: project) ?? .zero) - book.balance(of: project).disbursed
        let spent = programme.posts.reduce(Amount.zero) { $0 + book.balance(of: $1.name).disbursed }
        return switch number(0...16) {
        case 0:
            .withdraw(
                citizen(of: book), cause: WithdrawalCause.allCases.randomElement(using: &generator) ?? .stopped,
                reason: words(), on: day())
        case 1: .reject(citizen(of: book), reason: words())
        case 2, 3:
            .spend(
                .of(
                    amount(near: left), voucher: voucher(), total: chance(4) ? .kroner(5000) : nil, payee: words(),
                    on: day(), paid: payment()))
        case 4, 5:
            .receive(
                GrantPayment(
                    amount: amount(near: programme.grant - book.received), voucher: voucher(),
                    note: chance(3) ? words() : nil), on: day())
        case 14:
            .repay(
                GrantPayment(
                    amount: amount(near: book.received - spent - book.repaid), voucher: voucher(), note: nil),
                on: day())
        case 15: .rebindStaff(chance(2) ? .colleague : member().id, to: chance(2) ? "login" : "other")
        case 6: .readWords(citizen(of: book), scope: scope(), purpose: words())
        case 7: .closePeriod(through: today.advanced(by: -number(-1...40)))
        case 8: .reopenPeriod(through: today.advanced(by: -number(10...60)), reason: words())
        case 9: .addStaff(member())
        case 10:
            .restore(
                chance(2)
                    ? .ofLostLedger(byRoot: chance(2))
                    : .replacing(head: book.head, hash: Self.hash, lost: number(0...3)))
        case 12: .readWords(citizen(of: book), scope: .disclosure, purpose: words())
        case 11: .eraseWords(citizen(of: book), reason: words(), override: chance(3) ? nil : words())
        default: .endStaff(chance(20) ? .administrator : member().id)
        }
    }

    mutating func enrolment() -> Command {
        .enrol(name: words(), caseNumber: chance(2) ? caseNumber() : nil, on: day())
    }

    private mutating func disbursement(
        of amount: Amount, to citizen: ParticipantReference, item: ItemNumber
    ) -> Disbursement {
        .of(
            amount, to: citizen, item: item, voucher: voucher(), total: voucherTotal(of: amount), payee: words(),
            on: day(), paid: payment(), note: chance(3) ? words() : nil)
    }

    /// The next version. It keeps items, most of them not below what is released on them, and often asks for as much
    /// more as the cap allows.
    private mutating func proposal(for account: ParticipantAccount, in book: Book) -> PlanProposal {
        let version = chance(3) ? account.versions : account.approved?.version ?? 0
        var items: [PlanProposal.Item] = []
        for item in book.items(ofVersion: version, of: account.reference) where !chance(6) {
            let released = book.item(item.number, of: account.reference)?.balance.released ?? .zero
            items.append(.keep(item.number, chance(2) ? item.amount : chance(2) ? amount(near: released) : released))
        }
        let asked = Amount.sum(items.map(\.amount)) ?? .zero
        if items.isEmpty || chance(2) {
            items.append(.new(chance(2) ? amount(near: max(scale - asked, .zero)) : amount(near: .ore(scale.ore / 3))))
        }
        return .of(
            chance(40) ? [] : items, agreedOn: day(), goal: chance(40) ? nil : words(), wishes: words(),
            purpose: chance(40) ? " " : words())
    }

    private mutating func member() -> StaffMember {
        let role = Role.allCases.randomElement(using: &generator) ?? .auditor
        let ids: [StaffID] = ["nina", "nils", "niels", "nynne", "nora", "noah"]
        return StaffMember(
            id: ids.randomElement(using: &generator) ?? "nina", role: role, account: chance(2) ? "login" : "other",
            name: chance(2) ? words() : nil)
    }
}

// Parts of commands.
extension RandomWalk {
    /// What one citizen may receive, or would if all received the same.
    private var scale: Amount {
        programme.cap ?? .ore((programme.budget(of: .citizens) ?? .zero).ore / Int64(programme.places ?? 5))
    }

    /// Often the limit itself or its neighbours, otherwise less than it, rarely nothing or far too much.
    mutating func amount(near limit: Amount) -> Amount {
        switch number(0...24) {
        case 0...5: limit
        case 6...8: limit + .ore(1)
        case 9...10: limit - .ore(1)
        case 11: .zero
        case 12: .ore(1)
        case 13: scale
        case 14: .ore(limit.ore * 2)
        default: .ore(Int64.random(in: 1...max(1, limit.ore), using: &generator))
        }
    }

    mutating func words() -> Wording {
        switch number(0...150) {
        case 0: "Født 010180-1234"
        case 1: .text(Text(stringLiteral: String(repeating: "x", count: Text.limit + 1)))
        case 2: .text(Text(stringLiteral: String(repeating: "x", count: Text.limit)))
        case 3...20: "Æblegrød\u{301} på 'Kørelærervej' nr. 7 — “ja”"
        default: "Truckcertifikat"
        }
    }

    /// One of a few case numbers, with and without blanks around it.
    mutating func caseNumber() -> Wording {
        let text = "Sag \(number(1...20))"
        return .text(Text(stringLiteral: chance(4) ? "  \(text)\u{A0}" : text))
    }

    mutating func citizen(of book: Book) -> ParticipantReference {
        let active = book.participants.map(\.account).filter { !$0.isWithdrawn }.map(\.reference)
        let any = programme.reference(number(1...max(1, book.enrolled + (chance(8) ? 1 : 0)))) ?? "B01"
        return chance(12) ? any : active.randomElement(using: &generator) ?? any
    }

    private mutating func item() -> ItemNumber {
        ItemNumber(chance(2) ? 1 : number(1...4)) ?? 1
    }

    mutating func voucher() -> VoucherReference {
        if chance(200) { return "010180-1234" }
        // On some days the case differs; it is still the same voucher.
        return VoucherReference(stringLiteral: (today.ordinal % 4 == 0 ? "k-" : "K-") + "\(number(1...300))")
    }

    /// What a voucher is about in all: now and then more than its first line, so that others may follow.
    private mutating func voucherTotal(of amount: Amount) -> Amount? {
        guard chance(3) else { return nil }
        return chance(8) ? amount - .ore(1) : amount + .ore(Int64(number(0...2) * number(1...20_000)))
    }

    /// The last day for payments or one next to it, where the terms have one.
    private mutating func payment() -> Day {
        if let last = programme.settleBy, chance(2) { return last.advanced(by: number(-1...1)) }
        return today.advanced(by: 14)
    }

    /// Usually today; sometimes the first or the last day of the window, a day next to these, or a day before or after
    /// today.
    mutating func day() -> Day {
        if today > programme.lastDay { return chance(3) ? today : programme.lastDay.advanced(by: number(-30...1)) }
        return switch number(0...19) {
        case 0: programme.firstDay.advanced(by: number(-1...1))
        case 1...3: today.advanced(by: number(-30...1))
        default: today
        }
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func chance(_ sides: Int) -> Bool {
        number(1...sides) == 1
    }
}
