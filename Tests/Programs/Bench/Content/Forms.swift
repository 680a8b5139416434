import MitBudget

/// How to write the made-up events for one of the compared programs.
protocol Form {
    /// The text before the first event.
    func head(_ content: Content) -> String
    /// The text of an event; empty where the program has no counterpart.
    func text(_ happening: Happening, _ content: Content) -> String
}

/// An amount in øre as a machine's decimal: `4500.00`.
func kroner(_ ore: Int) -> String {
    let rest = ore % 100
    return "\(ore / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
}

/// Lines for the program's own import. No text here has a character that JSON would escape.
struct CommandLines: Form {
    func head(_ content: Content) -> String { "" }

    func text(_ happening: Happening, _ content: Content) -> String {
        let members: String =
            switch happening {
            case .opened: opening(content)
            case .staffAdded(let id, let role, let name):
                #""staff add","id":"\#(id)","role":"\#(role)","name":"\#(name)""#
            case .enrolled(let participant, let day):
                #""participant enrol","as":"approver","name":"En borger","case":"Sag \#(participant)","#
                    + #""on":"\#(day.iso)""#
            case .drafted(let participant, let day): plan(participant, day)
            case .approved(let participant, let day):
                #""plan approve","as":"approver","participant":"\#(participant)","on":"\#(day.iso)""#
            case .released(let participant, let item, let day):
                #""release","as":"spender","participant":"\#(participant)","item":\#(item),"all":true,"#
                    + #""on":"\#(day.iso)""#
            case .disbursed(let purchase): disbursement(purchase)
            case .refunded(let purchase, let entry, let voucher):
                #""refund","as":"spender","entry":\#(entry),"amount":"\#(kroner(purchase.amount / 2))","#
                    + #""voucher":"\#(voucher)","on":"\#(purchase.day.iso)""#
            case .reversed(let purchase, let entry):
                #""reverse","as":"spender","entry":\#(entry),"reason":"Tastet to gange","on":"\#(purchase.day.iso)""#
            case .spent(let amount, let day, let voucher):
                #""expense","as":"consultant","post":"project","amount":"\#(kroner(amount))","voucher":"\#(voucher)","#
                    + #""payee":"Lønkontoret","on":"\#(day.iso)","paid":"\#(day.iso)""#
            case .received(let amount, let day, let voucher):
                #""receive","as":"consultant","amount":"\#(kroner(amount))","voucher":"\#(voucher)","#
                    + #""on":"\#(day.iso)""#
            }
        return #"{"command":"# + members + "}\n"
    }

    private func disbursement(_ purchase: Happening.Purchase) -> String {
        #""disburse","as":"spender","participant":"\#(purchase.participant)","item":\#(purchase.item),"#
            + #""amount":"\#(kroner(purchase.amount))","voucher":"\#(purchase.voucher)","#
            + #""payee":"\#(purchase.payee)","on":"\#(purchase.day.iso)","paid":"\#(purchase.paid.iso)""#
            + (purchase.note.map { #","note":"\#($0)""# } ?? "")
    }

    private func plan(_ participant: String, _ day: Day) -> String {
        let items = zip(Content.areas, zip(Content.items, Content.itemTexts)).map { area, item in
            #""\#(area):\#(kroner(item.0)):\#(item.1)""#
        }
        return #""plan draft","as":"approver","participant":"\#(participant)","goal":"\#(Content.goal)","#
            + #""wishes":"\#(Content.wishes)","purpose":"\#(Content.purpose)","#
            + #""item":[\#(items.joined(separator: ","))],"agreed":"\#(day.iso)""#
    }

    /// There are no findings on late entries, since all entries are recorded today.
    private func opening(_ content: Content) -> String {
        let (citizens, project) = (content.citizensPost, content.projectPost)
        return #""init","administrator":"admin","name":"Administrator","programme":{"programme":"bench","#
            + #""title":{"da":"Måling","en":"Benchmark"},"grantee":"Kommunen","funder":"Staten","#
            + #""grant":"\#(kroner(citizens + project))","posts":{"citizens":"\#(kroner(citizens))","#
            + #""project":"\#(kroner(project))"},"places":\#(content.scale.participants),"cap":"50000.00","#
            + #""firstDay":"\#(content.firstDay.iso)","lastDay":"\#(content.lastDay.iso)","#
            + #""areas":["job","housing","life"],"findings":{"lateDays":36500}}"#
    }
}

/// Rows for `sqlite3 .import`: each entry with its figures and its texts, separated by tabs, with nothing else.
struct Rows: Form {
    static let columns = "kind,participant,item,area,amount,day,voucher,payee,paid,note,refers,text"

    func head(_ content: Content) -> String { "" }

    func text(_ happening: Happening, _ content: Content) -> String {
        switch happening {
        case .opened: row("ledger-opened", text: CommandLines().text(.opened, content).dropLast().description)
        case .staffAdded(let id, let role, let name): row("staff-added", participant: id, area: role, text: name)
        case .enrolled(let participant, let day):
            row("participant-enrolled", participant: participant, day: day, text: "En borger|Sag \(participant)")
        case .drafted(let participant, let day):
            row(
                "plan-drafted", participant: participant, day: day,
                text: ([Content.goal, Content.wishes, Content.purpose] + Content.itemTexts).joined(separator: "|"))
        case .approved(let participant, let day): row("plan-approved", participant: participant, day: day)
        case .released(let participant, let item, let day):
            row("release", participant: participant, item: item, amount: Content.items[item - 1], day: day)
        case .disbursed(let purchase):
            row(
                "disbursement", participant: purchase.participant, item: purchase.item,
                area: Content.areas[purchase.item - 1], amount: purchase.amount, day: purchase.day,
                voucher: purchase.voucher, payee: purchase.payee, paid: purchase.paid, text: purchase.note ?? "")
        case .refunded(let purchase, let entry, let voucher):
            row(
                "refund", participant: purchase.participant, item: purchase.item, amount: purchase.amount / 2,
                day: purchase.day, voucher: voucher, refers: entry)
        case .reversed(let purchase, let entry):
            row("reversal", day: purchase.day, refers: entry, text: "Tastet to gange")
        case .spent(let amount, let day, let voucher):
            row("expense", amount: amount, day: day, voucher: voucher, payee: "Lønkontoret", paid: day)
        case .received(let amount, let day, let voucher): row("receipt", amount: amount, day: day, voucher: voucher)
        }
    }

    private func row(
        _ kind: String, participant: String = "", item: Int? = nil, area: String = "", amount: Int? = nil,
        day: Day? = nil, voucher: String = "", payee: String = "", paid: Day? = nil, refers: Int? = nil,
        text: String = ""
    ) -> String {
        [
            kind, participant, item.map(String.init) ?? "", area, amount.map(String.init) ?? "", day?.iso ?? "",
            voucher, payee, paid?.iso ?? "", "", refers.map(String.init) ?? "", text,
        ].joined(separator: "\t") + "\n"
    }
}

/// A journal of double entries: only money that came in or went out. It has no counterpart of plans and releases.
protocol DoubleEntry: Form {
    var project: String { get }
    var grant: String { get }

    func account(_ participant: String, _ area: String) -> String
    func entry(
        _ day: Day, _ voucher: String, _ payee: String, _ amount: Int, to account: String, note: String?
    ) -> String
}

extension DoubleEntry {
    /// The text of a movement; empty for an event that moved no money.
    func movement(_ happening: Happening) -> String {
        switch happening {
        case .disbursed(let purchase):
            entry(
                purchase.day, purchase.voucher, purchase.payee, purchase.amount, to: account(purchase),
                note: purchase.note)
        case .refunded(let purchase, _, let voucher):
            entry(purchase.day, voucher, purchase.payee, -(purchase.amount / 2), to: account(purchase), note: nil)
        case .reversed(let purchase, let number):
            entry(purchase.day, "\(number)", "Tastet to gange", -purchase.amount, to: account(purchase), note: nil)
        case .spent(let amount, let day, let voucher):
            entry(day, voucher, "Lønkontoret", amount, to: project, note: nil)
        case .received(let amount, let day, let voucher): entry(day, voucher, "Staten", -amount, to: grant, note: nil)
        case .opened, .staffAdded, .enrolled, .drafted, .approved, .released: ""
        }
    }

    private func account(_ purchase: Happening.Purchase) -> String {
        account(purchase.participant, Content.areas[purchase.item - 1])
    }

    /// An amount with its sign.
    func money(_ amount: Int) -> String {
        (amount < 0 ? "-" : "") + kroner(abs(amount))
    }
}

/// A journal that both hledger and ledger read.
struct PlainJournal: DoubleEntry {
    let project = "expenses:project"
    let grant = "income:grant"

    func head(_ content: Content) -> String { "" }

    func text(_ happening: Happening, _ content: Content) -> String { movement(happening) }

    func account(_ participant: String, _ area: String) -> String { "expenses:citizens:\(participant):\(area)" }

    func entry(
        _ day: Day, _ voucher: String, _ payee: String, _ amount: Int, to account: String, note: String?
    ) -> String {
        "\(day.iso) * (\(voucher)) \(payee)\n" + (note.map { "    ; \($0)\n" } ?? "")
            + "    \(account)    \(money(amount)) DKK\n    assets:bank\n\n"
    }
}

/// The same for Beancount, where accounts must be opened.
struct Beancount: DoubleEntry {
    let project = "Expenses:Project"
    let grant = "Income:Grant"

    func head(_ content: Content) -> String {
        let day = content.firstDay.iso
        return "option \"operating_currency\" \"DKK\"\n\(day) open Assets:Bank DKK\n\(day) open \(grant) DKK\n"
            + "\(day) open \(project) DKK\n"
    }

    func text(_ happening: Happening, _ content: Content) -> String {
        guard case .enrolled(let participant, _) = happening else { return movement(happening) }
        return Content.areas.map { "\(content.firstDay.iso) open \(account(participant, $0)) DKK\n" }.joined()
    }

    func account(_ participant: String, _ area: String) -> String {
        "Expenses:Citizens:\(participant):\(area.prefix(1).uppercased() + area.dropFirst())"
    }

    func entry(
        _ day: Day, _ voucher: String, _ payee: String, _ amount: Int, to account: String, note: String?
    ) -> String {
        "\(day.iso) * \"\(payee)\" \"\(voucher)\"\n" + (note.map { "  note: \"\($0)\"\n" } ?? "")
            + "  \(account)  \(money(amount)) DKK\n  Assets:Bank\n\n"
    }
}
