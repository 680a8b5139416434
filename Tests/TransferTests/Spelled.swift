import JSON
import MitBudget
import MitBudgetStore
import TestSupport

/// A command as people write it, on a command line and on a line of an import.
struct Spelled {
    let name: String
    private let members: [(key: String, value: JSON)]
    /// The plan file, for a plan that keeps items: only a file can say that.
    private var plan: JSON?
    private let actor: StaffID
    /// The command's once key.
    var once: OnceKey?

    private init(_ name: String, _ actor: StaffID, _ members: [(String, JSON?)]) {
        self.name = name
        self.actor = actor
        self.members = members.compactMap { key, value in value.map { (key, $0) } }
    }

    var line: String {
        var object: [JSON.Member] = [.init(key: "command", value: .string(name))]
        object += members.map { .init(key: $0.key, value: $0.value) }
        object.append(.init(key: "as", value: .string(actor.text)))
        if let once { object.append(.init(key: "once", value: .string(once.text))) }
        return JSON.object(object).compact
    }

    /// The arguments of a command line.
    /// - Parameter write: writes the plan file and returns its name.
    func arguments(_ write: (String) throws -> String) throws -> [String] {
        var (options, positionals) = (["--as", actor.text], [String]())
        for (key, value) in members {
            switch value {
            case .object where key == "file": positionals.append(try write(value.compact))
            case .string(let text) where ["participant", "entry", "id", "code"].contains(key): positionals.append(text)
            case .integer(let number) where key == "entry": positionals.append(String(number))
            case .string(let text): options.append("--\(key)=\(text)")
            case .integer(let number): options.append("--\(key)=\(number)")
            case .bool: options.append("--\(key)")
            case .array, .object, .null, .number: continue
            }
        }
        if let once { options.append("--once=\(once.text)") }
        if let plan {
            options = options.filter { option in
                !["--goal=", "--wishes=", "--purpose=", "--agreed="].contains(where: option.hasPrefix)
            }
            options += ["--file", try write(plan.compact)]
        }
        return name.split(separator: " ").map(String.init) + options + ["--"] + positionals
    }

    /// `nil` for a command that import does not accept.
    init?(_ command: Command, by actor: StaffID) {
        switch command {
        case .addStaff(let member):
            self.init(
                "staff add", actor,
                [
                    ("id", .string(member.id.text)), ("role", .string(member.role.rawValue)),
                    ("name", .of(member.name) ?? "Navn"),
                ])
        case .endStaff(let id): self.init("staff end", actor, [("id", .string(id.text))])
        case .rebindStaff(let id, let account):
            self.init("staff account", actor, [("id", .string(id.text)), ("account", .string(account.text))])
        case .enrol(let name, let caseNumber, let day):
            self.init("participant enrol", actor, [("name", .of(name)), ("case", .of(caseNumber)), ("on", .of(day))])
        case .withdraw(let citizen, let cause, let reason, let day):
            self.init(
                "participant withdraw", actor,
                [
                    ("participant", .of(citizen)), ("cause", .string(cause.rawValue)), ("reason", .of(reason)),
                    ("on", .of(day)),
                ])
        case .draft(let citizen, let proposal): self.init(proposal, of: citizen, by: actor)
        case .approve(let citizen, let day):
            self.init("plan approve", actor, [("participant", .of(citizen)), ("on", .of(day))])
        case .reject(let citizen, let reason):
            self.init("plan reject", actor, [("participant", .of(citizen)), ("reason", .of(reason))])
        case .release, .retract, .disburse, .refund, .spend, .receive, .repay, .reverse:
            self.init(money: command, by: actor)
        case .closePeriod(let through): self.init("period close", actor, [("through", .of(through))])
        case .reopenPeriod(let through, let reason):
            self.init("period reopen", actor, [("through", .of(through)), ("reason", .of(reason))])
        case .amend(let amendment, let day):
            self.init(
                "terms amend", actor,
                [
                    ("file", ProgrammeFile.write(amendment.terms)), ("reason", .of(amendment.reason)),
                    ("approval", amendment.approval.map { .string($0.text) }), ("on", .of(day)),
                ])
        case .followUp(let citizen, let result, let note, let day):
            self.init(
                "followup", actor,
                [
                    ("participant", .of(citizen)), ("result", .string(result?.text ?? ResultCode.none)),
                    ("note", .of(note)), ("on", .of(day)),
                ])
        case .measure(let result, let value, let voucher, let day):
            self.init(
                "measure", actor,
                [
                    ("code", .string(result.text)), ("value", .string(value?.text ?? ResultCode.none)),
                    ("voucher", .string(voucher.text)), ("on", .of(day)),
                ])
        case .approveVouchers(.entries(let entries)):
            self.init("voucher approve", actor, [("entry", .array(entries.map { .integer($0.value) }))])
        case .approveVouchers(.through(let day)): self.init("voucher approve", actor, [("through", .of(day))])
        case .witness(let testimony):
            self.init(
                "witness", actor,
                [
                    ("origin", .string(testimony.origin.text)),
                    ("entry:hash", .string("\(testimony.entry.value):\(testimony.hash)")),
                ])
        case .correct(let entry, let place, let text, let reason):
            self.init(
                "correct", actor,
                [
                    ("entry", .integer(entry.value)), ("field", .string(place.field.rawValue)),
                    ("item", place.item.map { .integer(Int64($0.value)) }), ("text", .of(text)),
                    ("reason", .of(reason)),
                ])
        case .attach, .detach, .confirm, .readWords, .eraseWords, .restore: return nil
        }
    }

    private init?(money command: Command, by actor: StaffID) {
        switch command {
        case .release(let citizen, let item, let amount, let day):
            self.init(
                "release", actor,
                [
                    ("participant", .of(citizen)), ("item", .of(item)), ("amount", amount.map(JSON.of)),
                    ("all", amount == nil ? true : nil), ("on", .of(day)),
                ])
        case .retract(let citizen, let item, let amount, let reason, let day):
            self.init(
                "retract", actor,
                [
                    ("participant", .of(citizen)), ("item", .of(item)), ("amount", .of(amount)),
                    ("reason", .of(reason)), ("on", .of(day)),
                ])
        case .disburse(let disbursement):
            self.init(
                "disburse", actor,
                [
                    ("participant", .of(disbursement.participant)), ("item", .of(disbursement.item)),
                    ("amount", .of(disbursement.amount)), ("voucher", .string(disbursement.voucher.text)),
                    ("voucher-total", disbursement.voucherTotal.map(JSON.of)),
                    ("payee", .of(disbursement.payee)), ("note", .of(disbursement.note)),
                    ("on", .of(disbursement.day)), ("paid", .of(disbursement.paid)),
                ])
        case .refund(let entry, let amount, let voucher, let note, let day):
            self.init(
                "refund", actor,
                [
                    ("entry", .integer(entry.value)), ("amount", .of(amount)), ("voucher", .string(voucher.text)),
                    ("note", .of(note)), ("on", .of(day)),
                ])
        case .spend(let expense):
            self.init(
                "expense", actor,
                [
                    ("post", .string(expense.post.text)), ("amount", .of(expense.amount)),
                    ("voucher", .string(expense.voucher.text)),
                    ("voucher-total", expense.voucherTotal.map(JSON.of)), ("payee", .of(expense.payee)),
                    ("note", .of(expense.note)), ("on", .of(expense.day)), ("paid", .of(expense.paid)),
                ])
        case .receive(let payment, let day): self.init("receive", payment, on: day, by: actor)
        case .repay(let payment, let day): self.init("repay", payment, on: day, by: actor)
        case .reverse(let entry, let reason, let day):
            self.init(
                "reverse", actor, [("entry", .integer(entry.value)), ("reason", .of(reason)), ("on", .of(day))])
        case .addStaff, .endStaff, .rebindStaff, .enrol, .withdraw, .draft, .approve, .reject, .closePeriod,
            .reopenPeriod, .amend, .followUp, .measure, .readWords, .eraseWords, .restore, .attach, .detach,
            .approveVouchers, .confirm, .witness, .correct:
            return nil
        }
    }

    private init(_ name: String, _ payment: GrantPayment, on day: Day, by actor: StaffID) {
        self.init(
            name, actor,
            [
                ("amount", .of(payment.amount)), ("voucher", .string(payment.voucher.text)),
                ("note", .of(payment.note)), ("on", .of(day)),
            ])
    }

    private init(_ proposal: PlanProposal, of citizen: ParticipantReference, by actor: StaffID) {
        let items = proposal.items.map { item in
            var members: [JSON.Member] = [
                .init(key: "area", value: .string(item.area.text)), .init(key: "amount", value: .of(item.amount)),
                .init(key: "text", value: .of(item.text) ?? ""),
            ]
            if let kept = item.keeps { members.append(.init(key: "item", value: .of(kept))) }
            return JSON.object(members)
        }
        let texts: [(String, JSON?)] = [
            ("goal", .of(proposal.goal)), ("wishes", .of(proposal.wishes)), ("purpose", .of(proposal.purpose)),
        ]
        self.init(
            "plan draft", actor,
            [("participant", .of(citizen))] + texts + [("item", .array(items)), ("agreed", .of(proposal.agreedOn))])
        plan = .object(
            texts.compactMap { key, value in value.map { .init(key: key, value: $0) } } + [
                .init(key: "items", value: .array(items)), .init(key: "agreedOn", value: .of(proposal.agreedOn)),
            ])
    }
}

extension JSON {
    fileprivate static func of(_ wording: Wording?) -> JSON? { (wording?.plain).map { .string($0.string) } }
    fileprivate static func of(_ day: Day) -> JSON { .string(day.iso) }
    fileprivate static func of(_ citizen: ParticipantReference) -> JSON { .string(citizen.text) }
    fileprivate static func of(_ item: ItemNumber) -> JSON { .integer(Int64(item.value)) }
    fileprivate static func of(_ amount: Amount) -> JSON { .string(amount.decimal) }
}
