import JSON
import MitBudget

/// A journal body: the numbers, days, codes and references of an event as one line of JSON. Texts stand in it as seals.
enum Body {
    static func write(_ entry: Entry) -> String {
        var writer = BodyWriter(once: entry.once)
        write(entry.event, to: &writer)
        writer.finish()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads a body from the journal; `nil` unless it is written as the program writes it, byte for byte.
    static func read(_ kind: EntryKind, _ body: UnsafeBufferPointer<UInt8>, day: Day) -> Entry? {
        do {
            var reader = try BodyReader(body)
            let event = try event(kind, &reader, day: day)
            try reader.finish()
            return Entry(day: day, event: event, once: reader.once)
        } catch {
            return nil
        }
    }

    static func read(_ kind: EntryKind, _ body: String, day: Day) -> Entry? {
        body.utf8.span.withUnsafeBufferPointer { read(kind, $0, day: day) }
    }
}

// Members are written in order of key.
extension Body {
    private static func write(_ event: Event, to writer: inout BodyWriter) {
        switch event {
        case .opened(let programme, let member):
            writer.add("account", member.account)
            writer.add("administrator", member.id)
            writer.add("name", member.name)
            writer.add("terms", ProgrammeFile.write(programme))
        case .staffAdded(let member):
            writer.add("account", member.account)
            writer.add("name", member.name)
            writer.add("role", member.role.rawValue)
            writer.add("staff", member.id)
        case .staffEnded(let id): writer.add("staff", id)
        case .staffRebound(let id, let account):
            writer.add("account", account)
            writer.add("staff", id)
        case .enrolled(let citizen, let name, let caseNumber):
            writer.add("case", caseNumber)
            writer.add("name", name)
            writer.add("participant", citizen)
        case .withdrawn(let citizen, let cause, let reason):
            writer.add("cause", cause.rawValue)
            writer.add("participant", citizen)
            writer.add("reason", reason)
        case .drafted(let citizen, let version): write(version, of: citizen, to: &writer)
        case .approved(let citizen, let version):
            writer.add("participant", citizen)
            writer.add("version", Int64(version))
        case .rejected(let citizen, let version, let reason):
            writer.add("participant", citizen)
            writer.add("reason", reason)
            writer.add("version", Int64(version))
        case .money(let money): write(money, to: &writer)
        case .periodClosed(let through): writer.add("through", through)
        case .periodReopened(let through, let reason):
            writer.add("reason", reason)
            writer.add("through", through)
        case .amended(let amendment):
            if let approval = amendment.approval { writer.add("approval", approval) }
            writer.add("reason", amendment.reason)
            writer.add("terms", ProgrammeFile.write(amendment.terms))
        case .resultNoted(let citizen, let result, let note):
            writer.add("note", note)
            writer.add("participant", citizen)
            if let result { writer.add("result", result) }
        case .measured(let target, let value, let voucher):
            writer.add("target", target)
            if let value { writer.add("value", value.text) }
            writer.add("voucher", voucher)
        case .attached(let attachment): write(attachment, to: &writer)
        case .detached(let detachment): write(detachment, to: &writer)
        case .vouchersApproved(let entries): writer.add("entries", entries.map(\.value))
        case .confirmed(let confirmation): write(confirmation, to: &writer)
        case .witnessed(let testimony): write(testimony, to: &writer)
        case .corrected(let correction): write(correction, to: &writer)
        case .wordsRead(let citizen, let scope, let purpose): write(scope, of: citizen, purpose, to: &writer)
        case .wordsErased(let citizen, let reason, let override):
            writer.add("override", override)
            writer.add("participant", citizen)
            writer.add("reason", reason)
        case .restored(.replacing(let head, let hash, let lost)):
            writer.add("lost", Int64(lost))
            writer.add("replaced", "\(head.value):\(hash)")
        case .restored(.ofLostLedger(let byRoot)):
            writer.add("lost", 0 as Int64)
            if byRoot { writer.addTrue("root") }
        }
    }

    private static func write(_ money: MoneyEvent, to writer: inout BodyWriter) {
        writer.add("amountOre", money.amount)
        switch money {
        case .released(let citizen, let item, _):
            writer.add("item", item)
            writer.add("participant", citizen)
        case .retracted(let citizen, let item, _, let reason):
            writer.add("item", item)
            writer.add("participant", citizen)
            writer.add("reason", reason)
        case .disbursed(let disbursement, let area):
            writer.add("area", area)
            writer.add("item", disbursement.item)
            writer.add("note", disbursement.note)
            writer.add("paid", disbursement.paid)
            writer.add("participant", disbursement.participant)
            writer.add("payee", disbursement.payee)
            writer.add("voucher", disbursement.voucher)
            if let total = disbursement.voucherTotal { writer.add("voucherTotalOre", total) }
        case .refunded(let refund):
            switch refund.origin {
            case .disbursement(let entry, let item):
                writer.add("disbursement", entry)
                writer.add("incurred", refund.incurred)
                writer.add("item", item.number)
                writer.add("note", refund.note)
                writer.add("participant", item.participant)
            case .expense(let entry, let post):
                writer.add("expense", entry)
                writer.add("incurred", refund.incurred)
                writer.add("note", refund.note)
                writer.add("post", post)
            }
            writer.add("voucher", refund.voucher)
        case .spent(let expense):
            writer.add("note", expense.note)
            writer.add("paid", expense.paid)
            writer.add("payee", expense.payee)
            writer.add("post", expense.post)
            writer.add("voucher", expense.voucher)
            if let total = expense.voucherTotal { writer.add("voucherTotalOre", total) }
        case .received(let payment), .repaid(let payment):
            writer.add("note", payment.note)
            writer.add("voucher", payment.voucher)
        case .reversed(let reversal):
            writer.add("entry", reversal.entry)
            if let incurred = reversal.incurred { writer.add("incurred", incurred) }
            if let item = reversal.item { writer.add("item", item) }
            writer.add("of", reversal.of.rawValue)
            if let citizen = reversal.participant { writer.add("participant", citizen) }
            if let post = reversal.post { writer.add("post", post) }
            writer.add("reason", reversal.reason)
        }
    }

    private static func write(
        _ scope: ReadingScope, of citizen: ParticipantReference, _ purpose: Wording, to writer: inout BodyWriter
    ) {
        if case .document(let entry) = scope { writer.add("entry", entry) }
        if case .entries(let entries) = scope {
            writer.add("first", entries.lowerBound)
            writer.add("last", entries.upperBound)
        }
        writer.add("participant", citizen)
        writer.add("purpose", purpose)
        switch scope {
        case .identity: writer.add("scope", "identity")
        case .plan(let version):
            writer.add("scope", "plan")
            writer.add("version", Int64(version))
        case .entries: writer.add("scope", "entries")
        case .document: writer.add("scope", "document")
        case .disclosure: writer.add("scope", "disclosure")
        }
    }

    private static func write(
        _ version: PlanVersion, of citizen: ParticipantReference, to writer: inout BodyWriter
    ) {
        writer.add("goal", version.goal)
        writer.add("items", version.items) { item, writer in
            writer.add("amountOre", item.amount)
            writer.add("area", item.area)
            writer.add("item", item.number)
            writer.add("text", item.text)
        }
        writer.add("participant", citizen)
        writer.add("purpose", version.purpose)
        writer.add("version", Int64(version.number))
        writer.add("wishes", version.wishes)
    }
}

// Members are read in order of key, as they are written. Arguments are evaluated from left to right, so they stand in
// order of key, or the members are read first.
extension Body {
    private static func event(
        _ kind: EntryKind, _ body: inout BodyReader, day: Day
    ) throws(BodyReader.NotAsWritten) -> Event {
        switch kind {
        case .ledgerOpened:
            let (account, id) = (try body.account(), try body.staff("administrator"))
            let member = StaffMember(id: id, role: .administrator, account: account, name: try body.sealIfGiven("name"))
            return .opened(try body.terms(), administrator: member)
        case .staffAdded:
            let (account, name, role) = (try body.account(), try body.sealIfGiven("name"), try body.role())
            return .staffAdded(StaffMember(id: try body.staff("staff"), role: role, account: account, name: name))
        case .staffEnded: return .staffEnded(try body.staff("staff"))
        case .staffRebound:
            let account = try body.account()
            return .staffRebound(try body.staff("staff"), to: account)
        case .participantEnrolled:
            let (caseNumber, name) = (try body.sealIfGiven("case"), try body.sealIfGiven("name"))
            return .enrolled(try body.participant(), name: name, caseNumber: caseNumber)
        case .participantWithdrawn:
            let cause: WithdrawalCause = try body.code("cause")
            return .withdrawn(try body.participant(), cause: cause, reason: try body.seal("reason"))
        case .planDrafted: return try draft(&body, agreedOn: day)
        case .planApproved: return .approved(try body.participant(), version: try body.count("version"))
        case .planRejected:
            let (citizen, reason) = (try body.participant(), try body.seal("reason"))
            return .rejected(citizen, version: try body.count("version"), reason: reason)
        case .release, .retraction, .disbursement, .refund, .expense, .receipt, .repayment, .reversal:
            return .money(try money(kind, of: body.amount(), &body, day: day))
        case .periodClosed: return .periodClosed(through: try body.day("through"))
        case .periodReopened:
            let reason = try body.seal("reason")
            return .periodReopened(through: try body.day("through"), reason: reason)
        case .termsAmended:
            let approval = try body.isNext("approval") ? try body.voucher("approval") : nil
            let reason = try body.seal("reason")
            return .amended(Amendment(terms: try body.terms(), reason: reason, approval: approval))
        case .resultNoted:
            let (note, citizen) = (try body.sealIfGiven("note"), try body.participant())
            return .resultNoted(citizen, try body.isNext("result") ? try body.result("result") : nil, note: note)
        case .measureNoted:
            let target = try body.result("target")
            let value = try body.isNext("value") ? try body.figure() : nil
            return .measured(target, value, voucher: try body.voucher())
        case .voucherAttached: return .attached(try attachment(&body))
        case .voucherDetached: return .detached(try detachment(&body))
        case .voucherApproved: return .vouchersApproved(try body.entries("entries"))
        case .paymentConfirmed: return .confirmed(try confirmation(&body))
        case .anchorWitnessed: return .witnessed(try testimony(&body))
        case .wordsCorrected: return .corrected(try correction(&body))
        case .wordsRead: return try reading(&body)
        case .wordsErased:
            let override = try body.sealIfGiven("override")
            return .wordsErased(try body.participant(), reason: try body.seal("reason"), override: override)
        case .ledgerRestored: return .restored(try restoration(&body))
        }
    }

    private static func money(
        _ kind: EntryKind, of amount: Amount, _ body: inout BodyReader, day: Day
    ) throws(BodyReader.NotAsWritten) -> MoneyEvent {
        switch kind {
        case .release:
            let item = try body.item()
            return .released(try body.participant(), item: item, amount: amount)
        case .retraction:
            let item = try body.item()
            return .retracted(
                try body.participant(), item: item, amount: amount, reason: try body.seal("reason"))
        case .disbursement:
            let area = try body.reference("area") { text throws(Malformed) in try Area(text) }
            let (item, note, paid) = (try body.item(), try body.sealIfGiven("note"), try body.day("paid"))
            let (citizen, payee) = (try body.participant(), try body.seal("payee"))
            return .disbursed(
                Disbursement(
                    participant: citizen, item: item, amount: amount, voucher: try body.voucher(),
                    voucherTotal: try body.voucherTotal(), payee: payee, day: day, paid: paid, note: note), area: area)
        case .refund: return .refunded(try refund(of: amount, &body))
        case .expense:
            let (note, paid) = (try body.sealIfGiven("note"), try body.day("paid"))
            let (payee, post) = (try body.seal("payee"), try body.post())
            return .spent(
                Expense(
                    post: post, amount: amount, voucher: try body.voucher(), voucherTotal: try body.voucherTotal(),
                    payee: payee, day: day, paid: paid, note: note))
        case .receipt: return .received(try payment(of: amount, &body))
        case .repayment: return .repaid(try payment(of: amount, &body))
        case .reversal:
            let entry = try body.entry("entry")
            let incurred = try body.isNext("incurred") ? try body.day("incurred") : nil
            let item = try body.isNext("item") ? try body.item() : nil
            let of: MovementKind = try body.code("of")
            let citizen = try body.isNext("participant") ? try body.participant() : nil
            let post = try body.isNext("post") ? try body.post() : nil
            return .reversed(
                MoneyEvent.Reversal(
                    entry: entry, of: of, participant: citizen, item: item, post: post, amount: amount,
                    incurred: incurred, reason: try body.seal("reason")))
        case .ledgerOpened, .staffAdded, .staffEnded, .staffRebound, .participantEnrolled, .participantWithdrawn,
            .planDrafted, .planApproved, .planRejected, .periodClosed, .periodReopened, .termsAmended, .resultNoted,
            .measureNoted, .voucherAttached, .voucherDetached, .voucherApproved, .paymentConfirmed, .anchorWitnessed,
            .wordsCorrected,
            .wordsRead,
            .wordsErased, .ledgerRestored:
            throw BodyReader.NotAsWritten()
        }
    }

    private static func payment(
        of amount: Amount, _ body: inout BodyReader
    ) throws(BodyReader.NotAsWritten) -> GrantPayment {
        let note = try body.sealIfGiven("note")
        return GrantPayment(amount: amount, voucher: try body.voucher(), note: note)
    }

    private static func refund(
        of amount: Amount, _ body: inout BodyReader
    ) throws(BodyReader.NotAsWritten) -> MoneyEvent.Refund {
        let origin: MoneyEvent.Refund.Origin
        let (note, incurred): (Wording?, Day)
        if try body.isNext("disbursement") {
            let entry = try body.entry("disbursement")
            incurred = try body.day("incurred")
            let item = try body.item()
            note = try body.sealIfGiven("note")
            origin = .disbursement(entry, on: ItemReference(try body.participant(), item))
        } else {
            let entry = try body.entry("expense")
            incurred = try body.day("incurred")
            note = try body.sealIfGiven("note")
            origin = .expense(entry, on: try body.post())
        }
        return MoneyEvent.Refund(
            origin: origin, amount: amount, voucher: try body.voucher(), note: note, incurred: incurred)
    }

    private static func draft(
        _ body: inout BodyReader, agreedOn day: Day
    ) throws(BodyReader.NotAsWritten) -> Event {
        let goal = try body.seal("goal")
        let items = try body.list("items") { item throws(BodyReader.NotAsWritten) in
            let amount = try item.amount()
            let area = try item.reference("area") { text throws(Malformed) in try Area(text) }
            return PlanItem(number: try item.item(), area: area, amount: amount, text: try item.seal("text"))
        }
        let (citizen, purpose) = (try body.participant(), try body.seal("purpose"))
        let version = PlanVersion(
            number: try body.count("version"), agreedOn: day, goal: goal, wishes: try body.seal("wishes"),
            purpose: purpose, items: items)
        return .drafted(citizen, version)
    }

    private static func reading(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Event {
        let entry = try body.isNext("entry") ? try body.entry("entry") : nil
        let first = try body.isNext("first") ? try body.entry("first") : nil
        let last = first == nil ? nil : try body.entry("last")
        let (citizen, purpose) = (try body.participant(), try body.seal("purpose"))
        let scope = try body.text("scope")
        if let first, let last {
            guard scope == "entries", first <= last else { throw BodyReader.NotAsWritten() }
            return .wordsRead(citizen, scope: .entries(first...last), purpose: purpose)
        }
        if let entry {
            guard scope == "document" else { throw BodyReader.NotAsWritten() }
            return .wordsRead(citizen, scope: .document(of: entry), purpose: purpose)
        }
        switch scope {
        case "identity": return .wordsRead(citizen, scope: .identity, purpose: purpose)
        case "plan": return .wordsRead(citizen, scope: .plan(version: try body.count("version")), purpose: purpose)
        case "disclosure": return .wordsRead(citizen, scope: .disclosure, purpose: purpose)
        case _: throw BodyReader.NotAsWritten()
        }
    }

    private static func restoration(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> Restoration {
        let lost = try body.integer("lost")
        guard (0...1_000_000_000_000).contains(lost) else { throw BodyReader.NotAsWritten() }
        guard try body.isNext("replaced") else {
            guard lost == 0 else { throw BodyReader.NotAsWritten() }
            return .ofLostLedger(byRoot: try body.isTrue("root"))
        }
        guard let anchor = Anchor(text: try body.text("replaced")) else { throw BodyReader.NotAsWritten() }
        return .replacing(head: anchor.number, hash: anchor.hash.hex, lost: Int(lost))
    }
}
