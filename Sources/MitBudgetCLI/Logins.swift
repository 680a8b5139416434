import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

// What would shut someone out of the ledger, told while it can still be mended.
extension Session {
    /// Warns of logins that the machine does not know: no one may ever be able to work under them.
    /// - Parameter isDry: nothing was recorded that could be corrected.
    func warn(ofUnknownLoginsIn events: [Event], isDry: Bool = false) {
        let bindings = events.compactMap(\.binding)
        guard !bindings.isEmpty else { return }
        let own = world.account()
        let unknown = bindings.filter { $0.account != own && world.user($0.account) == nil }
        guard let first = unknown.first else { return }
        let lacking = Phrase(
            da: "Maskinen har ingen konto \(first.account), som \(first.member.text) knyttes til",
            en: "The machine has no account \(first.account) for \(first.member.text) to be bound to")
        let more = unknown.count - 1
        let others = Phrase(da: "\(lacking), og mangler \(more) til", en: "\(lacking), and lacks \(more) more")
        let lack = more == 0 ? lacking : others
        guard !isDry else {
            return warn(Phrase(da: "\(lack). Er den stavet rigtigt?", en: "\(lack). Is it spelt right?"))
        }
        let id = more == 0 ? first.member.text : "ID"
        warn(
            Phrase(
                da: "\(lack). Er den stavet forkert, så ret den: mitbudget staff account \(id) --account LOGIN",
                en: "\(lack). If it is spelt wrong, correct it: mitbudget staff account \(id) --account LOGIN"))
    }

    /// Warns where only one administrator is left: when that account goes, no one can give access any more.
    func warn(ofLastAdministratorIn staff: [StaffRecord]) {
        let left = staff.filter { $0.member.role == .administrator && $0.ended == nil }
        guard left.count == 1, let last = left.first?.member else { return }
        warn(
            Phrase(
                da: """
                    Der er kun én administrator, \(last.id.text). Mister den konto adgangen, kan ingen give den igen. \
                    Tilføj en til: mitbudget staff add ID --role administrator --name NAVN --account LOGIN
                    """,
                en: """
                    There is one administrator only, \(last.id.text). If that account is lost, no one can give access \
                    any more. Add another: mitbudget staff add ID --role administrator --name NAME --account LOGIN
                    """))
    }
}

extension Event {
    /// The staff member whom it binds to a login.
    fileprivate var binding: (member: StaffID, account: AccountName)? {
        switch self {
        case .staffAdded(let member): (member.id, member.account)
        case .staffRebound(let id, let account): (id, account)
        case .opened, .staffEnded, .enrolled, .withdrawn, .drafted, .approved, .rejected, .released, .retracted,
            .disbursed, .refunded, .spent, .received, .repaid, .reversed, .periodClosed, .periodReopened, .wordsRead,
            .wordsErased, .restored:
            nil
        }
    }
}
