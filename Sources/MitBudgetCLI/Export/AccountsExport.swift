import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Exports an accounting journal: money received and spent as balanced transactions in DKK. Plans and releases promise
/// money but move none, so it leaves them out.
final class AccountsExport: Export {
    enum Dialect {
        case hledger, beancount
    }

    private let dialect: Dialect
    private let texts: ExportTexts
    private let sink: (String) -> Void
    private var names = AccountNames()

    init(_ dialect: Dialect, _ texts: ExportTexts, _ sink: @escaping (String) -> Void) {
        self.dialect = dialect
        self.texts = texts
        self.sink = sink
    }

    func begin(_ ledger: Ledger) throws(LedgerFailure) {
        let programme = ledger.programme
        names = AccountNames(programme, capitalised: dialect == .beancount)
        let title = Phrase(da: "\(programme.title.danish.string)", en: "\(programme.title.english.string)")[
            texts.language]
        switch dialect {
        case .hledger:
            sink("; \(title) (\(programme.id.text))\n")
            sink("decimal-mark .\ncommodity 1000.00 DKK\n")
        case .beancount:
            sink("option \"title\" \(Self.quoted(title))\n")
            sink("option \"operating_currency\" \"DKK\"\n\n")
            // An instalment may come in before the first day.
            let day = try min(programme.firstDay, ledger.firstMovement ?? programme.firstDay).iso
            for account in [names.grant, names.income] { sink("\(day) open \(account) DKK\n") }
            for post in programme.posts where post.name != .citizens {
                sink("\(day) open \(names.expenses(post: post.name)) DKK\n")
            }
            let (names, sink) = (names, sink)
            try ledger.spentOn { citizen, area in
                sink("\(day) open \(names.expenses(citizen: citizen, area)) DKK\n")
            }
        }
    }

    func add(_ recorded: Recorded, of ledger: Ledger) throws(LedgerFailure) {
        guard let booking = try booking(recorded, ledger) else { return }
        var description = booking.description
        if texts.isIdentified, recorded.entry.event.text(at: .payee) != nil {
            description = try texts.text(at: .payee, of: recorded, in: ledger) + " – " + description
        }
        let day = recorded.entry.day.iso
        let (debit, credit) = ("\(booking.account)  \(booking.amount.decimal) DKK", names.grant)
        switch dialect {
        case .hledger:
            var tags = "entry:\(recorded.number.value)"
            if let paid = booking.paid { tags += ", paid:\(paid.iso)" }
            let code = booking.voucher.map { " (\($0.text))" } ?? ""
            sink(
                "\n\(day)\(code) \(Self.bare(description))  ; \(tags)\n"
                    + "    \(debit)\n    \(credit)  \((-booking.amount).decimal) DKK\n")
        case .beancount:
            var lines = "\n\(day) * \(Self.quoted(description))\n  entry: \(recorded.number.value)\n"
            if let voucher = booking.voucher { lines += "  voucher: \(Self.quoted(voucher.text))\n" }
            if let paid = booking.paid { lines += "  paid: \(paid.iso)\n" }
            sink(lines + "  \(debit)\n  \(credit)  \((-booking.amount).decimal) DKK\n")
        }
    }

    /// The account that an entry changes, and by how much; the grant's bank account takes the other side.
    private struct Booking {
        let account: String
        let amount: Amount
        let voucher: VoucherReference?
        let description: String
        var paid: Day?
    }

    private func booking(_ recorded: Recorded, _ ledger: Ledger) throws(LedgerFailure) -> Booking? {
        guard let money = recorded.entry.event.money else { return nil }
        let kind = money.kind.phrase[texts.language]
        switch money {
        case .received(let payment):
            return Booking(
                account: names.income, amount: -payment.amount, voucher: payment.voucher, description: kind)
        case .repaid(let payment):
            return Booking(account: names.income, amount: payment.amount, voucher: payment.voucher, description: kind)
        case .disbursed(let disbursement, let area):
            return Booking(
                account: names.expenses(citizen: disbursement.participant, area), amount: disbursement.amount,
                voucher: disbursement.voucher, description: describe(kind, disbursement.participant, disbursement.item),
                paid: disbursement.paid)
        case .refunded(let refund):
            guard let item = refund.item else {
                return Booking(
                    account: names.expenses(post: refund.post), amount: -refund.amount, voucher: refund.voucher,
                    description: kind)
            }
            let area = try ledger.origin(of: recorded.number).area
            return Booking(
                account: names.expenses(citizen: item.participant, area), amount: -refund.amount,
                voucher: refund.voucher, description: describe(kind, item.participant, item.number))
        case .spent(let expense):
            return Booking(
                account: names.expenses(post: expense.post), amount: expense.amount, voucher: expense.voucher,
                description: kind, paid: expense.paid)
        case .reversed(let reversal): return try booking(reversal, kind, recorded.number, ledger)
        case .released, .retracted: return nil
        }
    }

    /// Books the opposite of what the reversed entry booked.
    private func booking(
        _ reversal: MoneyEvent.Reversal, _ kind: String, _ number: EntryNumber, _ ledger: Ledger
    ) throws(LedgerFailure) -> Booking? {
        let origin = try ledger.origin(of: number)
        let description = Phrase(
            da: "\(kind) af nr. \(reversal.entry)", en: "\(kind) of number \(reversal.entry)")[texts.language]
        let (account, amount): (String, Amount)
        switch reversal.of {
        case .receipt: (account, amount) = (names.income, reversal.amount)
        case .repayment: (account, amount) = (names.income, -reversal.amount)
        case .expense: (account, amount) = (names.expenses(post: reversal.post ?? .citizens), -reversal.amount)
        case .disbursement, .refund:
            account =
                reversal.participant.map { names.expenses(citizen: $0, origin.area) }
                ?? names.expenses(post: reversal.post ?? .citizens)
            amount = reversal.of == .refund ? reversal.amount : -reversal.amount
        case .release, .retraction, .reversal: return nil
        }
        return Booking(account: account, amount: amount, voucher: origin.voucher, description: description)
    }

    private func describe(_ kind: String, _ citizen: ParticipantReference, _ item: ItemNumber) -> String {
        Phrase(da: "\(kind) \(citizen) punkt \(item)", en: "\(kind) \(citizen) item \(item)")[texts.language]
    }

    /// A description for hledger, where a semicolon begins a comment and a bar separates payee from note.
    private static func bare(_ text: String) -> String {
        replaced(text) { $0 == ";" ? "," : $0 == "|" ? "/" : nil }
    }

    /// A string for Beancount.
    private static func quoted(_ text: String) -> String {
        "\"" + replaced(text) { $0 == "\\" ? "\\\\" : $0 == "\"" ? "\\\"" : nil } + "\""
    }

    /// Replaces scalar by scalar: a combining mark joins a sign into one character and must not hide the sign.
    private static func replaced(_ text: String, _ change: (Unicode.Scalar) -> String?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let other = change(scalar) { result += other.unicodeScalars } else { result.append(scalar) }
        }
        return String(result)
    }
}

/// The account names of a journal. Codes and names of the programme become names that both programs accept; a number
/// tells two apart that would become the same.
struct AccountNames {
    private var posts: [PostName: String] = [:]
    private var areas: [Area: String] = [:]
    private var isCapitalised = false

    init() {}

    init(_ programme: Programme, capitalised: Bool) {
        isCapitalised = capitalised
        var taken: Set<String> = ["citizens"]
        for post in programme.posts { posts[post.name] = Self.unique(post.name.text, &taken) }
        taken = []
        for area in programme.areas { areas[area] = Self.unique(area.text, &taken) }
    }

    /// The bank account that holds the grant's money.
    var grant: String { account(["assets", "grant"]) }
    var income: String { account(["income", "grant"]) }

    /// Spending on a post other than the citizens'.
    func expenses(post: PostName) -> String {
        account(["expenses", posts[post] ?? "other"])
    }

    func expenses(citizen: ParticipantReference, _ area: Area?) -> String {
        account(["expenses", "citizens", citizen.text, area.flatMap { areas[$0] } ?? "other"])
    }

    private func account(_ parts: [String]) -> String {
        parts.map { isCapitalised ? $0.prefix(1).uppercased() + $0.dropFirst() : $0 }.joined(separator: ":")
    }

    /// Letters a to z, digits and hyphens, beginning with a letter or a digit.
    private static func unique(_ text: String, _ taken: inout Set<String>) -> String {
        let letters = text.lowercased().replacing("æ", with: "ae").replacing("ø", with: "oe").replacing("å", with: "aa")
        let plain = String(letters.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let trimmed = String(plain.drop { $0 == "-" })
        let base = trimmed.isEmpty ? "other" : trimmed
        var (name, count) = (base, 1)
        while !taken.insert(name).inserted {
            count += 1
            name = "\(base)-\(count)"
        }
        return name
    }
}
