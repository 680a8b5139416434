import Files
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
    /// Whether the documents lie in files beside this.
    let hasFiles: Bool
    private let staff: [StaffRecord]
    private let roles: [String: Role]

    init(
        disclosure: Disclosure, programme: Programme, staff: [StaffRecord], showsStaff: Bool, hasFiles: Bool
    ) {
        self.disclosure = disclosure
        self.hasFiles = hasFiles
        self.programme = programme
        self.showsStaff = showsStaff
        let actors = Set(disclosure.entries.map(\.line.actor))
        self.staff = staff.filter { actors.contains($0.member.id.text) }
        roles = Dictionary(staff.map { ($0.member.id.text, $0.member.role) }, uniquingKeysWith: { first, _ in first })
    }

    /// The file with a document's bytes; `nil` where there is none.
    fileprivate func file(of document: Disclosure.Document) -> String? {
        hasFiles && !document.evidence.isErased ? document.fileName : nil
    }

    fileprivate func role(of entry: Disclosure.Entry) -> Role? { roles[entry.line.actor] }

    /// The staff whose ids are shown in the entries; none if the citizen may not see them.
    fileprivate var shownStaff: [StaffRecord] { showsStaff ? staff : [] }
}

extension Disclosure.Document {
    var fileName: String {
        evidence.proof.fileName(of: of, attachedBy: evidence.entry, as: evidence.seal.type)
    }
}

extension Session {
    /// Records that all on a citizen is read, and reads it.
    func disclosure(_ command: Command, of reference: ParticipantReference, showsStaff: Bool) throws(Failure)
        -> DisclosureView
    {
        try identified(command) { ledger throws(LedgerFailure) in
            DisclosureView(
                disclosure: try ledger.disclosure(of: reference), programme: ledger.programme,
                staff: try ledger.staff(), showsStaff: showsStaff, hasFiles: false)
        }
    }

    /// Records that all on a citizen is read, and writes it into a new folder, each document in a file of its own.
    func disclose(
        _ command: Command, of reference: ParticipantReference, showsStaff: Bool, into path: String
    ) throws(Failure) {
        var count = 0
        try withDraftFolder(path) { folder throws(Failure) in
            let view = try identified(command) { ledger throws(LedgerFailure) in
                let disclosure = try ledger.disclosure(of: reference) { document, bytes throws(LedgerFailure) in
                    count += 1
                    do throws(FileTrouble) {
                        try folder.make(document.fileName, of: bytes)
                    } catch {
                        throw .unmade(path: path, error)
                    }
                }
                return DisclosureView(
                    disclosure: disclosure, programme: ledger.programme, staff: try ledger.staff(),
                    showsStaff: showsStaff, hasFiles: true)
            }
            do throws(FileTrouble) {
                let name = reference.text + (settings.format == .json ? ".json" : ".txt")
                try folder.make(name, of: Array(text(of: view).utf8))
            } catch {
                throw .unmade(path: path, error)
            }
        }
        guard settings.format == .text else {
            return print(
                [
                    "participant": .string(reference.text), "folder": .string(path),
                    "documents": .integer(Int64(count)),
                ] as JSON)
        }
        print(
            Phrase(
                da: "Alt om \(reference) ligger i \(harmless(path)): teksten og \(.documents(count)).",
                en: "All on \(reference) is in \(harmless(path)): the text and \(.documents(count))."))
        print(
            Phrase(
                da: "  Giv mappen videre ad en sikker vej, og slet den her bagefter.",
                en: "  Pass the folder on by a safe way, and delete it here afterwards."))
    }

    /// What a print of a disclosure would show, as a file holds it.
    private func text(of view: DisclosureView) -> String {
        var (text, world, settings) = ("", world, settings)
        world.output.write = { piece in
            text += piece
            return true
        }
        settings.style = .plain
        let session = Session(world: world, settings: settings)
        session.print(view)
        _ = session.flush()
        return text
    }

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
        printDocuments(view)
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

    private func printDocuments(_ view: DisclosureView) {
        print(style.bold(say("Dokumenter", "Documents")))
        if view.disclosure.documents.isEmpty { print(Phrase(da: "  Ingen.", en: "  None.")) }
        for document in view.disclosure.documents {
            let (evidence, seal) = (document.evidence, document.evidence.seal)
            let state: Phrase =
                switch (document.stands, evidence.isErased) {
                case (true, false): Phrase(verbatim: "")
                case (false, false): Phrase(da: ", taget af igen", en: ", taken off again")
                case (_, true): Phrase(da: ", slettet", en: ", erased")
                }
            let words = Phrase(
                da: """
                    \(evidence.proof) til nr.\u{A0}\(document.of), vedhæftet i nr.\u{A0}\(evidence.entry): \
                    \(seal.type.rawValue), \(seal.size) bytes\(state)
                    """,
                en: """
                    \(evidence.proof) of no.\u{A0}\(document.of), attached by no.\u{A0}\(evidence.entry): \
                    \(seal.type.rawValue), \(seal.size) bytes\(state)
                    """)
            for line in words[language].split(separator: " ").map(String.init)
                .folded(to: 80, first: "  ", rest: "    ")
            { print(line) }
            if let file = view.file(of: document) { print("    " + file) }
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
            .init(key: "documents", value: .array(disclosure.documents.map(json))),
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

    private func json(_ document: Disclosure.Document) -> JSON {
        let (evidence, seal) = (document.evidence, document.evidence.seal)
        var members: [JSON.Member] = [
            .init(key: "entry", value: .integer(evidence.entry.value)),
            .init(key: "of", value: .integer(document.of.value)),
            .init(key: "proof", value: .string(evidence.proof.rawValue)),
            .init(key: "type", value: .string(seal.type.rawValue)),
            .init(key: "bytes", value: .integer(Int64(seal.size))), .init(key: "seal", value: .string(seal.hash)),
            .init(key: "detached", value: .bool(!document.stands)),
            .init(key: "erased", value: .bool(evidence.isErased)),
        ]
        if hasFiles { members.append(.init(key: "file", value: file(of: document).map { .string($0) } ?? .null)) }
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
