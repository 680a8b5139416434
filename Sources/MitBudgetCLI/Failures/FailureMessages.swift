import Arguments
import Glibc
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Makes text from outside harmless to repeat: quotes it, shortens it, and hides it where it may hold a CPR number.
func harmless(_ text: String) -> String {
    Echo(text, concealedBy: conceal).text
}

/// Hides what may be a CPR number.
@Sendable func conceal(_ text: String) -> String {
    PersonalNumber.isSuspected(in: text) ? "•••" : text
}

extension Failure {
    /// What happened and what to do next.
    var explanation: Explanation {
        switch self {
        case .usage(let error): Explanation(message: error.message.problem, next: error.message.remedy)
        case .ledger(let failure): Self.explain(failure)
        case .unknownStaff(let id, let nearest):
            Explanation(
                message: Refusal.staffUnknown(id).explanation.message,
                next: Phrase(da: "Mente du \(nearest)?", en: "Did you mean \(nearest)?"))
        case .file(let path, let trouble): Self.explain(unread: trouble, harmless(path))
        case .unmade(let path, let trouble): Self.explain(unmade: trouble, harmless(path))
        case .unspooled(let trouble): Self.explain(unspooled: trouble)
        case .contents(let path, let fault): fault.explanation(in: harmless(path))
        case .noSuchGroup(let name):
            Explanation(
                message: Phrase(
                    da: "Maskinen har ingen gruppe \(harmless(name)).",
                    en: "The machine has no group \(harmless(name))."),
                next: Phrase(da: "Se grupperne med: getent group", en: "See the groups with: getent group"))
        case .noAccount:
            Explanation(
                message: Phrase(
                    da: "Systemet kan ikke sige, hvilken konto der kører programmet.",
                    en: "The system cannot tell which account runs the program."),
                next: Phrase(da: "Log ind med en navngiven konto.", en: "Log in with an account that has a name."))
        case .notAReport(let path):
            Explanation(
                message: Phrase(
                    da: "\(harmless(path)) er ikke en rapport, mitbudget har udskrevet: dens vilkår står ikke i den.",
                    en: "\(harmless(path)) is not a report that mitbudget printed: its terms are not in it."),
                next: Phrase(
                    da: "Angiv filen, som mitbudget report --output lavede.",
                    en: "Name the file that mitbudget report --output made."))
        case .notAnchors(let path, let line):
            Explanation(
                message: Phrase(
                    da: "\(harmless(path)): linje \(line) er ikke en tid og en kontrolkode.",
                    en: "\(harmless(path)): line \(line) is not a time and an anchor."),
                next: Phrase(
                    da: "Hver linje skal være som 2023-02-01T09:15:00Z 42:9f86…, sådan som MITBUDGET_ANCHORS skriver.",
                    en: "Each line must be like 2023-02-01T09:15:00Z 42:9f86…, as MITBUDGET_ANCHORS writes it."))
        case .line(let trouble): trouble.explanation
        case .lines(let faults): faults.explanation
        case .nothingToImport(let path):
            Explanation(
                message: Phrase(da: "\(harmless(path)) er tom.", en: "\(harmless(path)) is empty."),
                next: Phrase(
                    da: "Angiv en fil med kommandoer eller udbetalinger.",
                    en: "Name a file with commands or disbursements."))
        case .foreign(let path, let format, let isExtract):
            isExtract ? format.explanation(ofExtract: harmless(path)) : format.explanation(of: harmless(path))
        case .extract(let path, let trouble): trouble.explanation(of: harmless(path))
        case .imported(let path, let lines, let entries): Self.imported(harmless(path), lines, entries)
        case .demo(let status, let command, let complaint):
            Explanation(
                message: Phrase(
                    da: "Eksemplet standsede ved: mitbudget \(command)\n\(complaint)Intet er efterladt.",
                    en: "The example stopped at: mitbudget \(command)\n\(complaint)Nothing is left of it."),
                next: status == .inputOutput || status == .cannotCreate
                    ? Phrase(da: "Prøv igen, når det er i orden.", en: "Try again when that is put right.")
                    : Phrase(
                        da: "Det er en fejl hos os: meld den med denne besked.",
                        en: "That is a fault of ours: report it with this message."))
        case .outputClosed(let recorded): Self.outputClosed(recorded)
        }
    }

    private static func imported(
        _ path: String, _ lines: Int64, _ entries: ClosedRange<EntryNumber>
    ) -> Explanation {
        let (first, last) = (entries.lowerBound, entries.upperBound)
        return Explanation(
            message: lines == 1
                ? Phrase(
                    da: "Linjen i \(path) er indlæst før, som nr. \(first); intet er bogført.",
                    en: "The line of \(path) was imported before, as number \(first); nothing was recorded.")
                : Phrase(
                    da: """
                        Alle \(Int(lines)) linjer i \(path) er indlæst før, som nr. \(first) til \(last); intet er \
                        bogført.
                        """,
                    en: """
                        All \(Int(lines)) lines of \(path) were imported before, as number \(first) to \(last); \
                        nothing was recorded.
                        """),
            hints: [
                .see(
                    Phrase(
                        da: "Der er ikke mere at gøre; se posteringerne med:",
                        en: "There is nothing more to do; see the entries with:"),
                    "journal")
            ])
    }

    private static func outputClosed(_ recorded: EntryNumber?) -> Explanation {
        guard let recorded else {
            return Explanation(
                message: Phrase(da: "Resultatet kunne ikke skrives ud.", en: "The result could not be written out."),
                next: Phrase(da: "Gør plads, eller skriv et andet sted hen.", en: "Make room, or write elsewhere."))
        }
        return Explanation(
            message: Phrase(
                da: "Postering \(recorded) er bogført, men resultatet kunne ikke skrives ud.",
                en: "Entry \(recorded) is recorded, but the result could not be written out."),
            hints: [
                .see(
                    Phrase(
                        da: "Giv ikke kommandoen igen; den står sidst i:",
                        en: "Do not give the command again; it stands last in:"),
                    "journal")
            ])
    }

    /// The meaning of an `errno`; a rare one in the system's words.
    static func systemMessage(_ number: Int32) -> Phrase {
        switch number {
        case ENOENT, ENOTDIR: Phrase(da: "mappen findes ikke", en: "there is no such folder")
        case EACCES, EPERM: Phrase(da: "adgang nægtet", en: "permission denied")
        case EROFS: Phrase(da: "drevet er skrivebeskyttet", en: "the disk is read-only")
        case ENOSPC: Phrase(da: "disken er fuld", en: "the disk is full")
        case EDQUOT: Phrase(da: "din plads på disken er brugt op", en: "your share of the disk is used up")
        case EFBIG:
            Phrase(da: "filen må ikke blive større (ulimit -f)", en: "the file may not grow any larger (ulimit -f)")
        default: Phrase(verbatim: String(cString: strerror(number)))
        }
    }
}
