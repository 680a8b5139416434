import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Everything held on one citizen, for the citizen to read.
struct DisclosureView {
    let disclosure: Disclosure
    let programme: Programme
    /// Whether the citizen may see which staff members acted, and not only their roles.
    let showsStaff: Bool
    private let staff: [StaffRecord]
    private let roles: [String: Role]

    init(disclosure: Disclosure, programme: Programme, staff: [StaffRecord], showsStaff: Bool) {
        self.disclosure = disclosure
        self.programme = programme
        self.showsStaff = showsStaff
        let actors = Set(disclosure.entries.map(\.line.actor))
        self.staff = staff.filter { actors.contains($0.member.id.text) }
        roles = Dictionary(staff.map { ($0.member.id.text, $0.member.role) }, uniquingKeysWith: { first, _ in first })
    }

    fileprivate func role(of entry: Disclosure.Entry) -> Role? { roles[entry.line.actor] }

    /// The staff whose ids are shown in the entries; none if the citizen may not see them.
    fileprivate var shownStaff: [StaffRecord] { showsStaff ? staff : [] }
}

extension Session {
    func print(_ view: DisclosureView) {
        if settings.format == .json { return print(view.json) }
        let (account, programme) = (view.disclosure.account, view.programme)
        print(
            style.bold(
                Phrase(
                    da: "Alt, der står om \(account.reference) i \(title(of: programme))",
                    en: "All that is held on \(account.reference) in \(title(of: programme))")[language]))
        print(
            Phrase(
                da: "Trukket \(today). Teksterne gemmes mindst til og med \(programme.keptThrough).",
                en: "Printed on \(today). The texts are kept through \(programme.keptThrough) at least."))
        print()
        printFigures(account, cap: programme.cap)
        print()
        let printer = JournalPrinter(self)
        printEntries(view.disclosure.entries.filter { !$0.isReading }, say("Posteringer", "Entries")) { entry in
            let who = view.showsStaff ? nil : (view.role(of: entry)?.phrase[language] ?? "–")
            return printer.lines(of: entry.line, by: who, width: 78)
        }
        print()
        printEntries(
            view.disclosure.entries.filter(\.isReading), say("Hvem har læst teksterne", "Who read the texts")
        ) { entry in [reading(entry, in: view)] }
        guard view.showsStaff else { return }
        print()
        printStaff(view.shownStaff)
    }

    private func title(of programme: Programme) -> String {
        let title = language == .danish ? programme.title.danish : programme.title.english
        return "\(title.string), \(programme.grantee.string)"
    }

    private func printFigures(_ account: ParticipantAccount, cap: Amount?) {
        let balance = account.balance
        print(
            Phrase(
                da: "  Indskrevet \(account.enrolledOn), \(account.statePhrase)",
                en: "  Enrolled on \(account.enrolledOn), \(account.statePhrase)"))
        if let cap { print(Phrase(da: "  Ramme \(cap)", en: "  Cap \(cap)")) }
        print(
            Phrase(
                da: "  Godkendt \(balance.approved), frigivet \(balance.released), udbetalt \(balance.disbursed)",
                en: "  Approved \(balance.approved), released \(balance.released), disbursed \(balance.disbursed)"))
    }

    private func printEntries(
        _ entries: [Disclosure.Entry], _ title: String, _ lines: (Disclosure.Entry) -> [String]
    ) {
        print(style.bold(title))
        guard !entries.isEmpty else { return print(Phrase(da: "  Ingen.", en: "  None.")) }
        for entry in entries {
            for line in lines(entry) { print("  " + line) }
            if let paid = entry.paid { print("         " + say("Betalt: ", "Paid: ") + paid.text(in: language)) }
            for text in entry.texts {
                for line in JournalPrinter(self).lines(of: text, width: 78) { print("  " + line) }
            }
        }
    }

    /// Who read what, and when; the purpose follows on the next line.
    private func reading(_ entry: Disclosure.Entry, in view: DisclosureView) -> String {
        let who = view.role(of: entry)?.someone ?? Phrase(da: "nogen", en: "someone")
        let name = view.showsStaff ? " (\(entry.line.actor))" : ""
        let day = (try? Day(iso: entry.line.day))?.text(in: language) ?? entry.line.day
        let what = entry.line.scope?.phrase ?? Phrase(da: "tekster", en: "texts")
        let line = Phrase(
            da: "læst af \(who)\(name) den \(day): \(what)", en: "read by \(who)\(name) on \(day): \(what)")
        return JournalPrinter.number(entry.line) + line[language]
    }

    private func printStaff(_ staff: [StaffRecord]) {
        print(style.bold(say("Medarbejdere, der står ovenfor", "Staff named above")))
        for record in staff {
            let (id, role) = (record.member.id, record.member.role)
            print(Phrase(da: "  \(id): \(role)", en: "  \(id): \(role)"))
        }
    }
}

extension DisclosureView {
    fileprivate var json: JSON {
        let account = disclosure.account
        var members: [JSON.Member] = [
            .init(key: "participant", value: .string(account.reference.text)),
            .init(key: "programme", value: .string(programme.id.text)),
            .init(key: "keptThrough", value: .string(programme.keptThrough.iso)),
            .init(key: "account", value: .object(account.members(under: programme))),
            .init(key: "entries", value: .array(disclosure.entries.filter { !$0.isReading }.map(json))),
            .init(key: "readings", value: .array(disclosure.entries.filter(\.isReading).map(json))),
        ]
        if showsStaff {
            members.append(
                .init(
                    key: "staff",
                    value: .array(
                        shownStaff.map { record in
                            ["staff": .string(record.member.id.text), "role": .string(record.member.role.rawValue)]
                        })))
        }
        return .object(members)
    }

    /// An entry as the journal shows it, with the role instead of the staff member, and with its texts.
    private func json(_ entry: Disclosure.Entry) -> JSON {
        guard case .object(let told) = entry.line.json else { return entry.line.json }
        var members: [JSON.Member] = []
        for member in told {
            guard member.key == "staff" else {
                members.append(member)
                continue
            }
            members.append(.init(key: "role", value: role(of: entry).map { .string($0.rawValue) } ?? .null))
            if showsStaff { members.append(member) }
        }
        return .object(members + [.init(key: "texts", value: .array(entry.texts.map(\.json)))])
    }
}

extension Disclosure.Entry {
    fileprivate var isReading: Bool { line.kind == EntryKind.wordsRead.rawValue }

    fileprivate var paid: Day? { try? Day(iso: line.text("paid")) }
}
