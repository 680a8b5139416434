import Files
import Glibc
import MitBudgetReports
import MitBudgetStore
import Phrases

// Messages about files that cannot be read, made, or opened because of other files beside them.
extension Failure {
    static func explain(unread trouble: FileTrouble, _ path: String) -> Explanation {
        switch trouble {
        case .missing:
            Explanation(
                message: Phrase(da: "Filen \(path) findes ikke.", en: "There is no file \(path)."),
                next: Phrase(da: "Kontrollér navnet.", en: "Check the name."))
        case .notAFile:
            Explanation(
                message: Phrase(da: "\(path) er ikke en almindelig fil.", en: "\(path) is not an ordinary file."),
                next: Phrase(
                    da: "Angiv en fil, eller - for standard input.", en: "Name a file, or - for standard input."))
        case .changed:
            Explanation(
                message: Phrase(
                    da: "\(path) blev ændret, mens den blev læst; intet er bogført.",
                    en: "\(path) was changed while it was read; nothing was recorded."),
                next: Phrase(
                    da: "Prøv igen, når den er skrevet færdig.", en: "Try again once it is written to its end."))
        case .tooLarge(let limit):
            Explanation(
                message: Phrase(
                    da: "\(path) er større end \(limit / 1_048_576) MiB, mere end en sådan fil kan fylde.",
                    en: "\(path) is larger than \(limit / 1_048_576) MiB, more than such a file can be."),
                next: Phrase(da: "Kontrollér, at det er den rigtige fil.", en: "Check that it is the right file."))
        case .system(let number):
            Explanation(
                message: Phrase(
                    da: "\(path) kunne ikke læses: \(systemMessage(number)).",
                    en: "\(path) could not be read: \(systemMessage(number))."),
                next: remedy(number))
        case .exists, .database, .unseen, .logOf, .strayLog, .linked, .sharedFileSystem, .unwritten:
            explain(unmade: trouble, path)
        }
    }

    static func explain(unmade trouble: FileTrouble, _ path: String) -> Explanation {
        let another = Phrase(da: "Vælg et andet navn.", en: "Choose another name.")
        switch trouble {
        case .missing, .changed, .tooLarge: return explain(unread: trouble, path)
        case .exists:
            return Explanation(
                message: Phrase(da: "\(path) findes allerede.", en: "\(path) already exists."),
                next: Phrase(
                    da: "Vælg et andet navn; intet overskrives.", en: "Choose another name; nothing is overwritten."))
        case .notAFile:
            return Explanation(
                message: Phrase(
                    da: "\(path) er ikke en almindelig fil, og den røres ikke.",
                    en: "\(path) is not an ordinary file, and is left alone."),
                next: another)
        case .database:
            return Explanation(
                message: Phrase(
                    da: "\(path) er en journal, en kopi eller en databases log; den erstattes aldrig.",
                    en: "\(path) is a ledger, a copy or the log of a database; it is never replaced."),
                next: another)
        case .unseen(let name):
            return Explanation(
                message: Phrase(
                    da: """
                        \(harmless(name)) må ikke læses og kan være en journal eller en kopi: den røres ikke, og der \
                        lægges intet, hvor dens log ville ligge.
                        """,
                    en: """
                        \(harmless(name)) may not be read and could be a ledger or a copy: it is left alone, and \
                        nothing is put where its log would lie.
                        """),
                next: another)
        case .logOf(let name):
            return Explanation(
                message: Phrase(
                    da: "\(path) er navnet på en log til \(harmless(name)); sådan må ingen anden fil hedde.",
                    en: "\(path) is the name of a log of \(harmless(name)); no other file may be called that."),
                next: another)
        case .strayLog(let log):
            return Explanation(
                message: Phrase(
                    da: "\(harmless(log)) ligger der og ville blive taget for den nye fils log.",
                    en: "\(harmless(log)) lies there and would be taken for the new file's log."),
                next: Phrase(
                    da: "Flyt den væk, eller vælg et andet navn.", en: "Move it away, or choose another name."))
        case .linked:
            return Explanation(
                message: Phrase(
                    da: "\(path) har flere navne (hårde links).", en: "\(path) has several names (hard links)."),
                next: another)
        case .sharedFileSystem: return sharedFileSystem(path)
        case .system(let number):
            return Explanation(
                message: Phrase(
                    da: "\(path) kunne ikke laves: \(systemMessage(number)).",
                    en: "\(path) could not be made: \(systemMessage(number))."),
                next: remedy(number))
        case .unwritten(let number):
            return Explanation(
                message: Phrase(
                    da: "\(path) kunne ikke skrives: \(systemMessage(number)).",
                    en: "\(path) could not be written: \(systemMessage(number))."),
                next: remedy(number))
        }
    }

    /// Why the input could not be spooled to a file without a name.
    static func explain(unspooled trouble: FileTrouble) -> Explanation {
        switch trouble {
        case .system(let number), .unwritten(let number):
            Explanation(
                message: Phrase(
                    da: """
                        Det, der læses, skal først lægges til side i journalens mappe: \(systemMessage(number)). Intet \
                        er bogført.
                        """,
                    en: """
                        What is read is to be set aside in the ledger's folder first: \(systemMessage(number)). \
                        Nothing was recorded.
                        """),
                next: remedy(number))
        case .missing, .exists, .notAFile, .changed, .tooLarge, .database, .unseen, .logOf, .strayLog, .linked,
            .sharedFileSystem:
            explain(unmade: trouble, "-")
        }
    }

    /// What makes a ledger unsafe to open, and how to fix it.
    static func explain(_ hazard: LedgerFailure.Hazard, at path: String) -> Explanation {
        switch hazard {
        case .linked(let names):
            Explanation(
                message: Phrase(
                    da: """
                        \(path) har \(names) navne (hårde links): to, der bruger hver sit, ser ikke hinandens \
                        posteringer.
                        """,
                    en: """
                        \(path) has \(names) names (hard links): two who use one each do not see each other's entries.
                        """),
                next: Phrase(
                    da: "Find dem med find -samefile, og slet alle på nær det, der bruges; kopier tages med backup.",
                    en: "Find them with find -samefile and delete all but the one in use; copies are taken by backup."))
        case .journal(let journal):
            Explanation(
                message: Phrase(
                    da: "\(harmless(journal)) hører ikke til en journal og ville sætte den tilbage.",
                    en: "\(harmless(journal)) does not belong to a ledger and would set it back."),
                hints: [checking(Phrase(da: "Flyt den væk.", en: "Move it away."))])
        case .rollbackMode:
            Explanation(
                message: Phrase(
                    da: "Nogen har slået loggen til \(path) fra (journal_mode); uden den er et nedbrud farligt.",
                    en: "Someone switched off the log of \(path) (journal_mode); without it a crash is dangerous."),
                hints: [
                    checking(
                        Phrase(
                            da: """
                                Slå den til igen: sqlite3 FIL 'PRAGMA journal_mode = WAL'. Det gør også en halv \
                                skrivning om; flyt ingen -journal væk.
                                """,
                            en: """
                                Switch it on again: sqlite3 FILE 'PRAGMA journal_mode = WAL'. That also undoes what \
                                was half written; move no -journal away.
                                """))
                ])
        case .oddLog(let log):
            Explanation(
                message: Phrase(
                    da: "\(harmless(log)) er ikke en almindelig fil; dér skal journalens log ligge.",
                    en: "\(harmless(log)) is not an ordinary file; the ledger's log is to lie there."),
                hints: [
                    checking(
                        Phrase(
                            da: "Find ud af, hvem der lagde den, og flyt den væk.",
                            en: "Find out who put it there, and move it away."))
                ])
        case .linkedLog(let log, let names):
            Explanation(
                message: Phrase(
                    da: "\(harmless(log)) har \(names) navne (hårde links); en journals log har ét.",
                    en: "\(harmless(log)) has \(names) names (hard links); a ledger's log has one."),
                hints: [
                    checking(
                        Phrase(
                            da: "Find dem med find -samefile, og slet de andre.",
                            en: "Find them with find -samefile and delete the others."))
                ])
        case .shutLog(let log, let group):
            Explanation(
                message: Phrase(
                    da: "\(harmless(log)) er journalens egen log, men din konto har ikke adgang til den.",
                    en: "\(harmless(log)) is the ledger's own log, but your account has no access to it."),
                next: Phrase(
                    da: """
                        Lad dens ejer give den til gruppen \(harmless(group)) (chgrp); giv også mappen til den, så \
                        det ikke sker igen (chgrp, chmod 2770). Flyt den ikke: der står posteringer i den.
                        """,
                    en: """
                        Have its owner give it to the group \(harmless(group)) (chgrp); give it the folder, too, \
                        lest it happen again (chgrp, chmod 2770). Do not move it: entries stand in it.
                        """))
        case .strangersLog(let log):
            Explanation(
                message: Phrase(
                    da: """
                        \(harmless(log)) tilhører hverken journalens ejer eller nogen i dens gruppe; dens indhold \
                        ville blive taget ind i journalen.
                        """,
                    en: """
                        \(harmless(log)) belongs neither to the ledger's owner nor to anyone in its group; what \
                        stands in it would be taken into the ledger.
                        """),
                hints: [
                    checking(
                        Phrase(
                            da: """
                                Find ud af, hvem der lagde den: er den jeres, så giv den til ejeren (chown); ellers \
                                flyt den væk.
                                """,
                            en: """
                                Find out who put it there: if it is yours, give it to the owner (chown), else move it \
                                away.
                                """))
                ])
        case .sharedFileSystem: sharedFileSystem(path)
        }
    }

    private static func checking(_ first: Phrase) -> Hint {
        .see(
            Phrase(
                da: "\(first) Kontrollér så journalen med den seneste kontrolkode:",
                en: "\(first) Then check the ledger with the latest anchor:"),
            "verify --anchor ENTRY:HASH")
    }

    private static func sharedFileSystem(_ path: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(path) ligger på et netværksdrev, hvor en journal ikke kan bruges: posteringer ville gå tabt.",
                en: "\(path) lies on a network drive, where a ledger cannot be used: entries would be lost."),
            next: Phrase(
                da: "Læg den på en af maskinens egne diske, og log ind på den maskine for at bruge den.",
                en: "Put it on one of the machine's own disks, and log in to that machine to use it."))
    }

    /// What to do about a system call that failed.
    static func remedy(_ number: Int32) -> Phrase {
        switch number {
        case ENOSPC, EDQUOT: Phrase(da: "Gør plads, og prøv igen.", en: "Make room and try again.")
        case ENOENT, ENOTDIR:
            Phrase(da: "Lav mappen først, eller vælg en anden.", en: "Make the folder first, or choose another.")
        case EROFS:
            Phrase(da: "Brug en disk, der kan skrives på.", en: "Use a disk that can be written to.")
        case EACCES, EPERM:
            Phrase(
                da: "Kontrollér rettighederne til filen og dens mappe.",
                en: "Check the permissions of the file and its folder.")
        case EFBIG: Phrase(da: "Hæv grænsen, og prøv igen.", en: "Raise the limit and try again.")
        default:
            Phrase(da: "Kontrollér rettighederne og diskpladsen.", en: "Check the permissions and the disk space.")
        }
    }
}
