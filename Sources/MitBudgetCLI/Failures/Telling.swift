import Arguments
import Glibc
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Text that came from outside, made harmless to repeat: quoted, shortened, and hidden where a CPR number may stand
/// in it.
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
        case .file(let path, let trouble), .unmade(let path, let trouble): Self.explain(trouble, harmless(path))
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
        case .fileUnwritten(let path):
            Explanation(
                message: Phrase(
                    da: "\(harmless(path)) kunne ikke skrives helt; intet er efterladt.",
                    en: "\(harmless(path)) could not be written whole; nothing is left of it."),
                next: Phrase(da: "Gør plads på disken, og prøv igen.", en: "Make room on the disk and try again."))
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
        case .demo(_, let command, let complaint):
            Explanation(
                message: Phrase(
                    da: "Eksemplet standsede ved: mitbudget \(command)\n\(complaint)",
                    en: "The example stopped at: mitbudget \(command)\n\(complaint)"),
                next: Phrase(
                    da: "Det er en fejl hos os: meld den med denne besked.",
                    en: "That is a fault of ours: report it with this message."))
        case .outputClosed:
            Explanation(
                message: Phrase(da: "Resultatet kunne ikke skrives ud.", en: "The result could not be written out."),
                next: Phrase(
                    da: "Gør plads, eller skriv et andet sted hen. Blev noget bogført, ses det med mitbudget journal.",
                    en: "Make room, or write elsewhere. If anything was recorded, mitbudget journal shows it."))
        }
    }

    private static func explain(_ trouble: World.FileTrouble, _ path: String) -> Explanation {
        switch trouble {
        case .missing:
            Explanation(
                message: Phrase(da: "Filen \(path) findes ikke.", en: "There is no file \(path)."),
                next: Phrase(da: "Kontrollér navnet.", en: "Check the name."))
        case .exists:
            Explanation(
                message: Phrase(da: "\(path) findes allerede.", en: "\(path) already exists."),
                next: Phrase(
                    da: "Vælg et andet navn; intet overskrives.", en: "Choose another name; nothing is overwritten."))
        case .notAFile:
            Explanation(
                message: Phrase(da: "\(path) er ikke en almindelig fil.", en: "\(path) is not an ordinary file."),
                next: Phrase(
                    da: "Angiv en fil, eller - for standard input.", en: "Name a file, or - for standard input."))
        case .tooLarge(let limit):
            Explanation(
                message: Phrase(
                    da: "\(path) er større end \(limit / 1_048_576) MiB, mere end en sådan fil kan fylde.",
                    en: "\(path) is larger than \(limit / 1_048_576) MiB, more than such a file can be."),
                next: Phrase(da: "Kontrollér, at det er den rigtige fil.", en: "Check that it is the right file."))
        case .system(let number):
            Explanation(
                message: Phrase(
                    da: "\(path) kunne ikke læses eller laves: \(Self.systemMessage(number)).",
                    en: "\(path) could not be read or made: \(Self.systemMessage(number))."),
                next: Phrase(
                    da: "Kontrollér rettighederne og diskpladsen.", en: "Check the permissions and the disk space."))
        }
    }

    /// What an `errno` means, in the words of the system where it is a rare one.
    static func systemMessage(_ number: Int32) -> Phrase {
        switch number {
        case ENOENT, ENOTDIR: Phrase(da: "mappen findes ikke", en: "there is no such folder")
        case EACCES, EPERM: Phrase(da: "adgang nægtet", en: "permission denied")
        case EROFS: Phrase(da: "drevet er skrivebeskyttet", en: "the disk is read-only")
        case ENOSPC, EDQUOT: Phrase(da: "disken er fuld", en: "the disk is full")
        default: Phrase(verbatim: String(cString: strerror(number)))
        }
    }
}
