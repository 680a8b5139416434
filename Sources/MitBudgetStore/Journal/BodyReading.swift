import JSON
import MitBudget

extension Body {
    /// Reads a body back into its entry.
    /// - Throws: ``FileFault`` where it is not a body of that kind, key by key.
    static func decode(_ kind: EntryKind, _ json: JSON, day: Day) throws(FileFault) -> Entry {
        var fields = try Fields(json, at: "")
        return try decode(kind, &fields, day: day)
    }

    /// Reads a body as it stands in the journal; `nil` unless it stands there as the program writes it, byte for byte.
    static func read(_ kind: EntryKind, _ bytes: UnsafeBufferPointer<UInt8>, day: Day) -> Entry? {
        readPlain(kind, bytes, day: day) ?? readWritten(kind, bytes, day: day)
    }

    /// Reads a body where it lies; `nil` where that takes the other way.
    static func readPlain(_ kind: EntryKind, _ bytes: UnsafeBufferPointer<UInt8>, day: Day) -> Entry? {
        guard var members = PlainMembers(bytes) else { return nil }
        return try? decode(kind, &members, day: day)
    }

    /// Reads a body and writes it again, to see that the same comes out.
    static func readWritten(_ kind: EntryKind, _ bytes: UnsafeBufferPointer<UInt8>, day: Day) -> Entry? {
        guard let json = try? JSON(parsing: bytes.span), let entry = try? decode(kind, json, day: day),
            encode(entry).bytes(as: .canonical).elementsEqual(bytes)
        else { return nil }
        return entry
    }

    private static func decode(
        _ kind: EntryKind, _ fields: inout some Members, day: Day
    ) throws(FileFault) -> Entry {
        let event = try event(kind, &fields, day: day)
        let once = try fields.once()
        try fields.finish()
        return Entry(day: day, event: event, once: once)
    }

    private static func event(_ kind: EntryKind, _ fields: inout some Members, day: Day) throws(FileFault) -> Event {
        switch kind {
        case .ledgerOpened:
            let id = try fields.staff("administrator")
            let member = StaffMember(
                id: id, role: .administrator, account: try fields.account(), name: try fields.seal("name"))
            return .opened(try fields.programme("terms"), administrator: member)
        case .staffAdded:
            let role = try fields.meaning("role") { text throws(Malformed) in try Role(text) }
            return .staffAdded(
                StaffMember(
                    id: try fields.staff("staff"), role: role, account: try fields.account(),
                    name: try fields.seal("name")))
        case .staffEnded: return .staffEnded(try fields.staff("staff"))
        case .staffRebound: return .staffRebound(try fields.staff("staff"), to: try fields.account())
        case .periodClosed: return .periodClosed(through: try fields.day("through"))
        case .periodReopened:
            return .periodReopened(through: try fields.day("through"), reason: try fields.required(seal: "reason"))
        case .receipt: return .money(.received(try payment(&fields)))
        case .repayment: return .money(.repaid(try payment(&fields)))
        case .expense: return .money(.spent(try expense(&fields, day: day)))
        case .reversal: return .money(.reversed(try reversal(&fields)))
        case .disbursement:
            let area = try fields.meaning("area") { text throws(Malformed) in try Area(text) }
            return .money(.disbursed(try disbursement(&fields, day: day), area: area))
        case .ledgerRestored: return .restored(try restoration(&fields))
        case .refund: return .money(.refunded(try refund(&fields)))
        case .participantEnrolled, .participantWithdrawn, .planDrafted, .planApproved, .planRejected, .release,
            .retraction, .wordsRead, .wordsErased:
            return try participantEvent(kind, &fields, of: fields.participant(), day: day)
        }
    }

    private static func participantEvent(
        _ kind: EntryKind, _ fields: inout some Members, of reference: ParticipantReference, day: Day
    ) throws(FileFault) -> Event {
        switch kind {
        case .participantEnrolled:
            return .enrolled(reference, name: try fields.seal("name"), caseNumber: try fields.seal("case"))
        case .participantWithdrawn:
            let cause = try fields.meaning("cause") { text throws(Malformed) in
                guard let cause = WithdrawalCause(rawValue: text) else { throw .kind(text) }
                return cause
            }
            return .withdrawn(reference, cause: cause, reason: try fields.required(seal: "reason"))
        case .planDrafted: return .drafted(reference, try version(&fields, day: day))
        case .planApproved: return .approved(reference, version: try fields.count("version"))
        case .planRejected:
            return .rejected(
                reference, version: try fields.count("version"), reason: try fields.required(seal: "reason"))
        case .release: return .money(.released(reference, item: try fields.item(), amount: try fields.ore()))
        case .retraction:
            return .money(
                .retracted(
                    reference, item: try fields.item(), amount: try fields.ore(),
                    reason: try fields.required(seal: "reason")))
        case .wordsRead:
            let purpose = try fields.required(seal: "purpose")
            switch try fields.string("scope") {
            case "identity": return .wordsRead(reference, scope: .identity, purpose: purpose)
            case "plan":
                return .wordsRead(reference, scope: .plan(version: try fields.count("version")), purpose: purpose)
            case "disclosure": return .wordsRead(reference, scope: .disclosure, purpose: purpose)
            case let other: throw .malformed(path: "scope", .kind(other))
            }
        case .wordsErased:
            return .wordsErased(
                reference, reason: try fields.required(seal: "reason"), override: try fields.seal("override"))
        case .ledgerOpened, .staffAdded, .staffEnded, .staffRebound, .disbursement, .refund, .expense, .receipt,
            .repayment, .reversal, .periodClosed, .periodReopened, .ledgerRestored:
            throw .malformed(path: "kind", .kind(kind.rawValue))
        }
    }

    private static func disbursement(_ fields: inout some Members, day: Day) throws(FileFault) -> Disbursement {
        Disbursement(
            participant: try fields.participant(), item: try fields.item(), amount: try fields.ore(),
            voucher: try fields.voucher(), payee: try fields.required(seal: "payee"), day: day,
            paid: try fields.day("paid"), note: try fields.seal("note"))
    }

    private static func expense(_ fields: inout some Members, day: Day) throws(FileFault) -> Expense {
        Expense(
            post: try fields.post(), amount: try fields.ore(), voucher: try fields.voucher(),
            payee: try fields.required(seal: "payee"), day: day, paid: try fields.day("paid"),
            note: try fields.seal("note"))
    }

    private static func payment(_ fields: inout some Members) throws(FileFault) -> GrantPayment {
        GrantPayment(
            amount: try fields.ore(), voucher: try fields.voucher(), note: try fields.seal("note"))
    }

    private static func refund(_ fields: inout some Members) throws(FileFault) -> MoneyEvent.Refund {
        let origin: MoneyEvent.Refund.Origin =
            fields.isGiven("expense")
            ? .expense(try fields.entry("expense"), on: try fields.post())
            : .disbursement(
                try fields.entry("disbursement"), on: ItemReference(try fields.participant(), try fields.item()))
        return MoneyEvent.Refund(
            origin: origin, amount: try fields.ore(), voucher: try fields.voucher(), note: try fields.seal("note"))
    }

    private static func reversal(_ fields: inout some Members) throws(FileFault) -> MoneyEvent.Reversal {
        let of = try fields.meaning("of") { text throws(Malformed) in
            guard let kind = MovementKind(rawValue: text) else { throw .kind(text) }
            return kind
        }
        return MoneyEvent.Reversal(
            entry: try fields.entry("entry"), of: of,
            participant: fields.isGiven("participant") ? try fields.participant() : nil,
            item: fields.isGiven("item") ? try fields.item() : nil,
            post: fields.isGiven("post") ? try fields.post() : nil,
            amount: try fields.ore(), reason: try fields.required(seal: "reason"))
    }

    private static func restoration(_ fields: inout some Members) throws(FileFault) -> Restoration {
        let lost = try fields.integer("lost")
        guard (0...1_000_000_000_000).contains(lost) else {
            throw .malformed(path: fields.place("lost"), .number(String(lost)))
        }
        guard fields.isGiven("replaced") else {
            guard lost == 0 else { throw .missingKey(path: fields.place("replaced")) }
            return .ofLostLedger(byRoot: try fields.isTrue("root"))
        }
        let text = try fields.string("replaced")
        guard let anchor = Anchor(text: text) else {
            throw .malformed(path: fields.place("replaced"), .anchor(text))
        }
        return .replacing(head: anchor.number, hash: anchor.hash.hex, lost: Int(lost))
    }

    private static func version(_ fields: inout some Members, day: Day) throws(FileFault) -> PlanVersion {
        let number = try fields.count("version")
        let goal = try fields.required(seal: "goal")
        let wishes = try fields.required(seal: "wishes")
        let purpose = try fields.required(seal: "purpose")
        var items: [PlanItem] = []
        for var item in try fields.objects("items") {
            let area = try item.meaning("area") { text throws(Malformed) in try Area(text) }
            items.append(
                PlanItem(
                    number: try item.item(), area: area, amount: try item.ore(), text: try item.required(seal: "text")))
            try item.finish()
        }
        return PlanVersion(
            number: number, agreedOn: day, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }
}

extension Members {
    mutating func participant() throws(FileFault) -> ParticipantReference {
        try meaning("participant") { text throws(Malformed) in try ParticipantReference(text) }
    }

    mutating func staff(_ key: String) throws(FileFault) -> StaffID {
        try meaning(key) { text throws(Malformed) in try StaffID(text) }
    }

    mutating func account() throws(FileFault) -> AccountName {
        try meaning("account") { text throws(Malformed) in try AccountName(text) }
    }

    mutating func voucher() throws(FileFault) -> VoucherReference {
        try meaning("voucher") { text throws(Malformed) in try VoucherReference(text) }
    }

    mutating func once() throws(FileFault) -> OnceKey? {
        guard isGiven("once") else { return nil }
        return try meaning("once") { text throws(Malformed) in try OnceKey(text) }
    }

    mutating func post() throws(FileFault) -> PostName {
        try meaning("post") { text throws(Malformed) in try PostName(text) }
    }

    mutating func ore() throws(FileFault) -> Amount {
        let ore = try integer("amountOre")
        guard let amount = Amount(ore: ore) else {
            throw .malformed(path: place("amountOre"), .amount(String(ore), .tooLarge))
        }
        return amount
    }

    mutating func entry(_ key: String) throws(FileFault) -> EntryNumber {
        let number = try integer(key)
        guard let entry = EntryNumber(number) else { throw .malformed(path: place(key), .number(String(number))) }
        return entry
    }

    mutating func item() throws(FileFault) -> ItemNumber {
        guard let item = ItemNumber(try count("item")) else {
            throw .malformed(path: place("item"), .number("0"))
        }
        return item
    }

    /// A number from 1 on that no plan comes near the end of.
    mutating func count(_ key: String) throws(FileFault) -> Int {
        let number = try integer(key)
        guard (1...1_000_000_000).contains(number) else { throw .malformed(path: place(key), .number(String(number))) }
        return Int(number)
    }

    mutating func required(seal key: String) throws(FileFault) -> Wording {
        guard let seal = try seal(key) else { throw .missingKey(path: place(key)) }
        return seal
    }

    mutating func seal(_ key: String) throws(FileFault) -> Wording? {
        guard isGiven(key) else { return nil }
        var fields = try object(key)
        let hash = try fields.string("seal")
        let words = try fields.integer("words")
        try fields.finish()
        guard Digest(hex: hash) != nil else { throw .malformed(path: fields.place("seal"), .anchor(hash)) }
        return .seal(Seal(hash: hash, words: words))
    }
}
