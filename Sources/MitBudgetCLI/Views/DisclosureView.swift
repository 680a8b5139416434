import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

// All that is held on one citizen, for the citizen to read.
extension Session {
    func print(_ disclosure: Disclosure, staff: [StaffRecord], under programme: Programme) {
        if settings.format == .json { return print(disclosure.json(staff: staff, under: programme)) }
        let account = disclosure.account
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
        printEntries(disclosure.entries.filter { !$0.isReading }, say("Posteringer", "Entries"))
        print()
        printEntries(disclosure.entries.filter(\.isReading), say("Hvem har læst teksterne", "Who read the texts"))
        print()
        printStaff(staff, of: disclosure)
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

    private func printEntries(_ entries: [Disclosure.Entry], _ title: String) {
        print(style.bold(title))
        guard !entries.isEmpty else { return print(Phrase(da: "  Ingen.", en: "  None.")) }
        let printer = JournalPrinter(self)
        for entry in entries {
            print("  " + printer.text(of: entry.line))
            if let scope = entry.scope { print("         " + scope[language]) }
            if let paid = entry.paid { print("         " + say("Betalt: ", "Paid: ") + paid.text(in: language)) }
            for words in entry.texts {
                let text = words.text ?? say("(slettet)", "(erased)")
                print("         " + words.label[language] + ": " + text)
            }
        }
    }

    /// Whose ids stand in the entries: the staff who handled the case.
    private func printStaff(_ staff: [StaffRecord], of disclosure: Disclosure) {
        print(style.bold(say("Medarbejdere, der står ovenfor", "Staff named above")))
        for record in staff where disclosure.actors.contains(record.member.id.text) {
            let (id, role) = (record.member.id, record.member.role)
            print(Phrase(da: "  \(id): \(role)", en: "  \(id): \(role)"))
        }
    }
}

extension Disclosure {
    fileprivate var actors: Set<String> { Set(entries.map(\.line.actor)) }

    fileprivate func json(staff: [StaffRecord], under programme: Programme) -> JSON {
        [
            "participant": .string(account.reference.text), "programme": .string(programme.id.text),
            "keptThrough": .string(programme.keptThrough.iso), "account": .object(account.members(under: programme)),
            "entries": .array(entries.filter { !$0.isReading }.map(\.json)),
            "readings": .array(entries.filter(\.isReading).map(\.json)),
            "staff": .array(
                staff.filter { actors.contains($0.member.id.text) }.map { record in
                    ["staff": .string(record.member.id.text), "role": .string(record.member.role.rawValue)]
                }),
        ]
    }
}

extension Disclosure.Entry {
    fileprivate var isReading: Bool { line.kind == EntryKind.wordsRead.rawValue }

    fileprivate var paid: Day? { try? Day(iso: line.text("paid")) }

    /// What was read.
    fileprivate var scope: Phrase? {
        switch line.text("scope") {
        case "identity": Phrase(da: "Navn og sag", en: "Name and case")
        case "plan":
            if case .integer(let version)? = line.body["version"] {
                Phrase(da: "Handleplan \(Int(version))", en: "Plan \(Int(version))")
            } else {
                nil
            }
        case "disclosure": Phrase(da: "Alt", en: "Everything")
        default: nil
        }
    }

    fileprivate var json: JSON {
        guard case .object(var members) = line.json else { return line.json }
        members.append(
            .init(
                key: "texts",
                value: .array(
                    texts.map { words in
                        var members: [JSON.Member] = [.init(key: "key", value: .string(words.key))]
                        if let item = words.item { members.append(.init(key: "item", value: .integer(item.number))) }
                        members.append(.init(key: "text", value: words.text.map { .string($0) } ?? .null))
                        return .object(members)
                    })))
        return .object(members)
    }
}

extension Disclosure.Words {
    /// What the text is, by the key that it stands under.
    fileprivate var label: Phrase {
        switch key {
        case "name": Phrase(da: "Navn", en: "Name")
        case "case": Phrase(da: "Sag", en: "Case")
        case "goal": Phrase(da: "Mål", en: "Goal")
        case "wishes": Phrase(da: "Ønsker", en: "Wishes")
        case "purpose": Phrase(da: "Formål", en: "Purpose")
        case "payee": Phrase(da: "Betalingsmodtager", en: "Payee")
        case "note": Phrase(da: "Note", en: "Note")
        case "reason": Phrase(da: "Begrundelse", en: "Reason")
        case "override": Phrase(da: "Gik forud, fordi", en: "Overridden because")
        case "text":
            item.map {
                Phrase(
                    da: "Punkt \(Int($0.number)), \($0.area), \($0.amount)",
                    en: "Item \(Int($0.number)), \($0.area), \($0.amount)")
            } ?? Phrase(verbatim: key)
        default: Phrase(verbatim: key)
        }
    }
}
