import Glibc
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases
import SQLite

extension Failure {
    static func explain(_ failure: LedgerFailure) -> Explanation {
        switch failure {
        case .refused(let refusal, let remedies): refusal.explanation(with: remedies)
        case .ambiguous(let ids): ambiguous(ids)
        case .missing(let path):
            Explanation(
                message: Phrase(
                    da: "Der er ingen journal \(harmless(path)).", en: "There is no ledger \(harmless(path))."),
                hints: [
                    Hint(
                        Phrase(
                            da: "Peg på den med --ledger FIL, eller lav en ny med:",
                            en: "Point to it with --ledger FILE, or make a new one with:"),
                        command: Phrase(verbatim: "init --administrator admin"), isCallers: false)
                ])
        case .unmade(let path, let trouble): explain(unmade: trouble, harmless(path))
        case .notALedger(let path):
            Explanation(
                message: Phrase(
                    da: "\(harmless(path)) er ikke en journal fra Mit Budget.",
                    en: "\(harmless(path)) is not a ledger of Mit Budget."),
                next: Phrase(da: "Kontrollér navnet; filen er urørt.", en: "Check the name; the file is untouched."))
        case .notOrdinary(let path, let kind): notOrdinary(harmless(path), kind)
        case .exposed(let path, let mode): exposed(harmless(path), mode: mode)
        case .unsafe(let path, let hazard): explain(hazard, at: harmless(path))
        case .moved(let path):
            Explanation(
                message: Phrase(
                    da: "\(harmless(path)) eller dens log blev flyttet eller erstattet imens. Intet er bogført.",
                    en: "\(harmless(path)) or its log was moved or replaced meanwhile. Nothing was recorded."),
                next: Phrase(da: "Prøv igen.", en: "Try again."))
        case .unswept(let entry, let failure):
            Explanation(
                message: Phrase(
                    da: """
                        Teksterne er slettet (postering \(entry)), men spor af dem kan ligge i filen endnu: den kunne \
                        ikke skrives om (\(failure.words)).
                        """,
                    en: """
                        The texts are erased (entry \(entry)), but traces of them may still lie in the file: it could \
                        not be written anew (\(failure.words)).
                        """),
                next: Phrase(
                    da: "Sørg for diskplads, og kør kommandoen igen, når ingen andre bruger journalen.",
                    en: "See to the disk space, and run the command again when no one else uses the ledger."))
        case .unwritable(let path, let number):
            Explanation(
                message: Phrase(
                    da: "Der kan ikke skrives i \(harmless(path)): \(systemMessage(number)). Intet er bogført.",
                    en: "\(harmless(path)) cannot be written to: \(systemMessage(number)). Nothing was recorded."),
                next: remedy(number))
        case .unsound(let path, let findings): unsound(harmless(path), findings)
        case .copy(let path, let failure): explain(failure, ofCopy: harmless(path))
        case .unrestorable(let obstacle): explain(obstacle)
        case .otherSchema(let found, let known): explain(schema: Int(found), known: Int(known))
        case .damaged(let damage): explain(damage)
        case .clockNotAccepted:
            Explanation(
                message: Phrase(da: "Intet er bogført.", en: "Nothing was recorded."),
                next: Phrase(da: "Stil uret, og prøv igen.", en: "Set the clock and try again."))
        case .noSuchEntry(let entry, let last):
            Explanation(
                message: Phrase(
                    da: "Der er ingen postering \(entry): journalen ender med nr. \(last).",
                    en: "There is no entry \(entry): the ledger ends with number \(last)."),
                next: Phrase(da: "Angiv et tal fra 1 til \(last).", en: "Give a number from 1 to \(last)."))
        case .contradicted(let finding):
            Explanation(
                message: finding.phrase,
                next: Phrase(
                    da: """
                        Sammenlign kontrolkoden med papiret; passer den, så efterprøv journalen med verify. Intet er \
                        udskrevet.
                        """,
                    en: """
                        Compare the anchor with the paper; if it is right, check the ledger with verify. Nothing was \
                        printed.
                        """))
        case .system(let call, let number):
            Explanation(
                message: Phrase(
                    da: "Journalens fil kunne ikke læses: \(systemMessage(number)) (\(call)).",
                    en: "The ledger's file could not be read: \(systemMessage(number)) (\(call))."),
                next: Phrase(
                    da: "Kontrollér mappen og rettighederne. Intet er bogført.",
                    en: "Check the folder and the permissions. Nothing was recorded."))
        case .sqlite(let failure): explain(failure)
        }
    }

    private static func ambiguous(_ ids: [StaffID]) -> Explanation {
        let names = ids.map(\.text).joined(separator: ", ")
        let first = ids.first?.text ?? "ID"
        return Explanation(
            message: Phrase(
                da: "Flere medarbejdere på din konto må gøre det: \(names).",
                en: "Several staff members of your account may do that: \(names)."),
            hints: [
                Hint(Phrase(da: "Vælg, fx:", en: "Choose, such as:"), .options(Phrase(verbatim: "--as \(first)")))
            ])
    }

    private static func explain(schema found: Int, known: Int) -> Explanation {
        if found > known {
            return Explanation(
                message: Phrase(
                    da: "Journalen er lavet af et nyere program: dens skema er \(found), dette kender \(known).",
                    en: "The ledger was made by a newer program: its schema is \(found), this one knows \(known)."),
                next: Phrase(
                    da: "Brug det nyere program; filen er urørt.", en: "Use the newer program; the file is untouched."))
        }
        return Explanation(
            message: Phrase(
                da: "Journalen er lavet af et ældre program: dens skema er \(found), dette kender \(known).",
                en: "The ledger was made by an older program: its schema is \(found), this one knows \(known)."),
            next: Phrase(
                da: """
                    Brug det ældre program; filen er urørt. Eller bogfør det samme i en ny journal: eksportér med det \
                    ældre program (export jsonl), og importér med dette.
                    """,
                en: """
                    Use the older program; the file is untouched. Or record the same in a new ledger: export with the \
                    older program (export jsonl), and import with this one.
                    """))
    }

    private static func explain(_ damage: LedgerFailure.Damage) -> Explanation {
        switch damage {
        case .opening:
            return Explanation(
                message: Phrase(
                    da: "Journalen er beskadiget: dens første postering kan ikke læses.",
                    en: "The ledger is damaged: its first entry cannot be read."),
                hints: [restoring])
        case .schema(let names):
            let list = names.map(harmless).joined(separator: ", ")
            return Explanation(
                message: Phrase(
                    da: "Journalen er ændret uden om programmet; i skemaet er \(list) ikke, som programmet lavede det.",
                    en: "The ledger was altered behind the program; in its schema, \(list) is not as it was made."),
                hints: [restoring])
        case .tables(let fence):
            return Explanation(
                message: Phrase(
                    da: """
                        Journalen er ændret uden om programmet: dens tabeller siger andet end dens posteringer \
                        (\(harmless(fence))). Intet er bogført.
                        """,
                    en: """
                        The ledger was altered behind the program: its tables do not say what its entries say \
                        (\(harmless(fence))). Nothing was recorded.
                        """),
                hints: [restoring])
        case .entry(let number):
            return Explanation(
                message: Phrase(
                    da: "Journalen er beskadiget ved postering \(Int(number)).",
                    en: "The ledger is damaged at entry \(Int(number))."),
                hints: [restoring])
        }
    }

    private static var restoring: Hint {
        Hint(
            Phrase(
                da: "Flyt filen og dens -wal væk, og hent den seneste kopi frem:",
                en: "Move the file and its -wal away, and restore the latest backup:"),
            command: Phrase(da: "restore KOPI", en: "restore COPY"), isCallers: false)
    }

    /// Groups SQLite's failures by what a user can do about them. Its message is shown; it never holds a bound value.
    private static func explain(_ failure: SQLiteFailure) -> Explanation {
        let words = failure.words
        switch failure.kind {
        case .busy:
            return Explanation(
                message: Phrase(
                    da: "En anden skriver i journalen lige nu. Intet er bogført.",
                    en: "Someone else is writing in the ledger right now. Nothing was recorded."),
                next: Phrase(da: "Prøv igen om lidt.", en: "Try again in a moment."))
        case .corrupt, .notADatabase, .mismatch:
            return Explanation(
                message: Phrase(da: "Journalen er beskadiget: \(words).", en: "The ledger is damaged: \(words)."),
                hints: [restoring])
        case .full:
            // If SQLite itself says that it is full, the disk is full; only a quota needs its own message.
            let message =
                failure.systemError == EDQUOT
                ? Phrase(
                    da: "Din plads på disken er brugt op. Intet er bogført.",
                    en: "Your share of the disk is used up. Nothing was recorded.")
                : Phrase(da: "Disken er fuld. Intet er bogført.", en: "The disk is full. Nothing was recorded.")
            return Explanation(message: message, next: remedy(ENOSPC))
        case .readOnly, .permission, .cannotOpen:
            return Explanation(
                message: Phrase(
                    da: "Journalen kan ikke åbnes eller ændres: \(words).",
                    en: "The ledger cannot be opened or changed: \(words)."),
                next: Phrase(
                    da: "Kontrollér rettighederne til filen og dens mappe.",
                    en: "Check the permissions of the file and its folder."))
        case .inputOutput where failure.systemError == EFBIG:
            return Explanation(
                message: Phrase(
                    da: "Journalen kunne ikke skrives: \(systemMessage(EFBIG)). Intet er bogført.",
                    en: "The ledger could not be written: \(systemMessage(EFBIG)). Nothing was recorded."),
                next: remedy(EFBIG))
        case .inputOutput, .interrupted:
            return Explanation(
                message: Phrase(
                    da: "Disken svigtede: \(words). Intet er bogført.",
                    en: "The disk failed: \(words). Nothing was recorded."),
                next: Phrase(
                    da: "Prøv igen; sker det igen, så få disken undersøgt.",
                    en: "Try again; if it happens again, have the disk looked at."))
        case .constraint:
            return Explanation(
                message: Phrase(
                    da: "Journalens fil tillader ikke, hvad reglerne tillader: \(words). Intet er bogført.",
                    en: "The ledger's file does not allow what the rules allow: \(words). Nothing was recorded."),
                hints: [
                    .see(
                        Phrase(
                            da: "Finder en kontrol intet, er det en fejl hos os: meld den med dette. Kontrollér:",
                            en: "If a check finds nothing, the fault is ours: report it with this. Check:"),
                        "verify")
                ])
        case .other:
            return Explanation(
                message: Phrase(
                    da: "Programmet gjorde noget, som filen ikke tillader: \(words). Intet er bogført.",
                    en: "The program did something that the file does not allow: \(words). Nothing was recorded."),
                next: Phrase(
                    da: "Det er en fejl hos os: meld den med denne besked.",
                    en: "That is a fault of ours: report it with this message."))
        }
    }
}

extension SQLiteFailure {
    /// SQLite's message; in Danish its kind, since SQLite speaks English only.
    fileprivate var words: Phrase {
        switch kind {
        case .busy: Phrase(da: "en anden bruger filen", en: "\(message)")
        case .corrupt: Phrase(da: "dens sider hænger ikke sammen", en: "\(message)")
        case .notADatabase: Phrase(da: "filen er ikke en database", en: "\(message)")
        case .mismatch: Phrase(da: "en tabel er eller rummer, hvad den ikke kan", en: "\(message)")
        case .cannotOpen: Phrase(da: "filen eller dens log kunne ikke åbnes", en: "\(message)")
        case .full: Phrase(da: "disken er fuld", en: "\(message)")
        case .inputOutput: Phrase(da: "den kunne ikke læses eller skrives", en: "\(message)")
        case .readOnly: Phrase(da: "den kan kun læses", en: "\(message)")
        case .permission: Phrase(da: "adgang nægtet", en: "\(message)")
        case .interrupted: Phrase(da: "arbejdet blev afbrudt", en: "\(message)")
        case .constraint, .other: Phrase(verbatim: message)
        }
    }
}
