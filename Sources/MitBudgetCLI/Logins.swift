import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

// Warnings about what would lock someone out of the ledger, while it can still be corrected.
extension Session {
    /// Warns of logins that the machine does not know, since no one may ever be able to work under them.
    /// - Parameter isDry: whether nothing was recorded that the user could correct.
    func warn(ofUnknownLoginsIn events: [(event: Event, actor: StaffID?)], isDry: Bool = false) {
        let bindings = events.compactMap { entry in
            entry.event.binding.map { (member: $0.member, account: $0.account, isActor: $0.member == entry.actor) }
        }
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
        // An administrator who rebound their own id cannot correct it: the calling account is no longer bound to
        // anyone.
        let isOut = unknown.contains(where: \.isActor)
        let words =
            isOut
            ? Phrase(
                da: "\(lack). Opret kontoen på maskinen, eller lad en anden administrator rette den:",
                en: "\(lack). Make that account on the machine, or have another administrator correct it:")
            : Phrase(
                da: "\(lack). Er den stavet forkert, så ret den:", en: "\(lack). If it is spelt wrong, correct it:")
        let id = more == 0 ? first.member.text : "ID"
        let command = Phrase(verbatim: "staff account \(id) --account LOGIN")
        warn(Hint(words, command: command, isCallers: !isOut))
    }

    /// Warns if only one administrator is left: if that account is lost, no one can give access any more.
    func warn(ofLastAdministratorIn staff: [StaffRecord]) {
        let active = staff.filter { $0.member.role == .administrator && $0.ended == nil }.map(\.member)
        let own = world.account()
        // An administrator whose login the machine lacks cannot help. If it lacks all logins, as with a copy elsewhere,
        // that proves nothing.
        let known = active.filter { $0.account == own || world.user($0.account) != nil }
        let left = known.isEmpty ? active : known
        guard left.count == 1, let last = left.first else { return }
        let one =
            active.count == 1
            ? Phrase(
                da: "Der er kun én administrator, \(last.id.text).",
                en: "There is one administrator only, \(last.id.text).")
            : Phrase(
                da: "Kun én administrator, \(last.id.text), har en konto, som maskinen kender.",
                en: "One administrator only, \(last.id.text), has an account that the machine knows.")
        warn(
            Hint(
                Phrase(
                    da: "\(one) Mister den konto adgangen, kan ingen give den igen. Tilføj en til:",
                    en: "\(one) If that account is lost, no one can give access any more. Add another:"),
                command: Phrase(
                    da: "staff add ID --role administrator --name NAVN --account LOGIN",
                    en: "staff add ID --role administrator --name NAME --account LOGIN"),
                isCallers: false))
    }
}

extension Event {
    /// The staff member whom the event binds to a login.
    fileprivate var binding: (member: StaffID, account: AccountName)? {
        switch self {
        case .staffAdded(let member): (member.id, member.account)
        case .staffRebound(let id, let account): (id, account)
        case .opened, .staffEnded, .enrolled, .withdrawn, .drafted, .approved, .rejected, .money, .periodClosed,
            .periodReopened, .amended, .resultNoted, .measured, .wordsRead, .wordsErased, .restored,
            .attached, .detached, .vouchersApproved, .confirmed, .witnessed, .corrected:
            nil
        }
    }
}
