import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

// Messages about the files in and beside a ledger's place, and about backups.
extension Failure {
    static func notOrdinary(_ path: String, _ kind: LedgerFailure.Kind) -> Explanation {
        switch kind {
        case .link:
            Explanation(
                message: Phrase(
                    da: "\(path) er et symbolsk link, ikke en journals egen fil.",
                    en: "\(path) is a symbolic link, not a ledger's own file."),
                next: Phrase(da: "Angiv filen selv med --ledger.", en: "Name the file itself with --ledger."))
        case .other:
            Explanation(
                message: Phrase(da: "\(path) er ikke en almindelig fil.", en: "\(path) is not an ordinary file."),
                next: Phrase(da: "Angiv journalens fil med --ledger.", en: "Name the ledger's file with --ledger."))
        }
    }

    /// What is wrong with a backup. The ledger itself is unchanged.
    static func explain(_ failure: LedgerFailure, ofCopy path: String) -> Explanation {
        let name = Phrase(
            da: "Angiv den fil, som ‘backup’ lavede. Journalen er urørt.",
            en: "Name the file that a backup made. The ledger is untouched.")
        switch failure {
        case .missing:
            return Explanation(
                message: Phrase(da: "Der er ingen kopi \(path).", en: "There is no copy \(path)."), next: name)
        case .notOrdinary(_, let kind):
            return Explanation(message: notOrdinary(path, kind).message, next: name)
        case .system(_, let number):
            return Explanation(
                message: Phrase(
                    da: "Kopien \(path) kunne ikke læses: \(systemMessage(number)).",
                    en: "The copy \(path) could not be read: \(systemMessage(number))."), next: remedy(number))
        case .damaged, .sqlite, .refused, .ambiguous, .unmade, .notALedger, .exposed, .unsafe, .moved, .otherSchema,
            .clockNotAccepted, .noSuchEntry, .contradicted, .unswept, .unwritable, .unsound, .copy, .unrestorable:
            return Explanation(
                message: Phrase(da: "Kopien \(path) er beskadiget.", en: "The copy \(path) is damaged."),
                next: Phrase(
                    da: "Brug en anden kopi. Journalen er urørt.", en: "Use another copy. The ledger is untouched."))
        }
    }

    static func exposed(_ path: String, mode: UInt32) -> Explanation {
        let bits = String(mode, radix: 8)
        return Explanation(
            message: Phrase(
                da: "Alle på maskinen har adgang til \(path) (rettigheder \(bits)); den rummer følsomme oplysninger.",
                en: "Everyone on the machine has access to \(path) (mode \(bits)); it holds sensitive data."),
            next: Phrase(da: "Luk andre ude: chmod o= FIL", en: "Shut others out: chmod o= FILE"))
    }

    static func unsound(_ path: String, _ findings: [VerifyFinding]) -> Explanation {
        let known = findings.prefix(5).map { finding in "[\(finding.id.rawValue)] \(finding.phrase[.english])" }
        let bekendt = findings.prefix(5).map { finding in "[\(finding.id.rawValue)] \(finding.phrase[.danish])" }
        let count = findings.count
        return Explanation(
            message: Phrase(
                da: "\(path) er ikke i orden: \(.findings(count)). Intet er gjort.\n\(lines(bekendt))",
                en: "\(path) is not in order: \(.findings(count)). Nothing was done.\n\(lines(known))"),
            next: Phrase(
                da: "Se alt med verify på den fil; kun en fil, der er i orden, kopieres eller hentes frem.",
                en: "See all with verify on that file; only a file in order is copied or restored."))
    }

    static func explain(_ obstacle: LedgerFailure.Obstacle) -> Explanation {
        switch obstacle {
        case .inUse:
            Explanation(
                message: Phrase(
                    da: "Andre har journalen åben. Intet er gjort.",
                    en: "Others have the ledger open. Nothing was done."),
                next: Phrase(
                    da: "Prøv igen, når ingen bruger den.", en: "Try again when no one uses it."))
        case .sameFile:
            Explanation(
                message: Phrase(
                    da: "Kopien er journalen selv. Intet er gjort.",
                    en: "The copy is the ledger itself. Nothing was done."),
                next: Phrase(da: "Angiv kopiens fil.", en: "Name the copy's file."))
        case .anotherLedger:
            Explanation(
                message: Phrase(
                    da: "Kopien er af en anden journal: allerede postering 1 er en anden. Intet er gjort.",
                    en: "The copy is of another ledger: entry 1 differs already. Nothing was done."),
                next: Phrase(
                    da: "Kontrollér navnene. Skal kopien alligevel afløse journalen, så flyt journalen væk først.",
                    en: "Check the names. If the copy is to take its place all the same, move the ledger away first."))
        case .lacks(let entries, let claims, let last): lacking(entries, claims, last)
        case .rootNamesNoOne(let administrators):
            Explanation(
                message: Phrase(
                    da: "Brugerkontoen root er ikke administrator i kopien. Intet er gjort.",
                    en: "The account root is no administrator of the copy. Nothing was done."),
                next: Phrase(
                    da: "Genskab på vegne af en, der er: --as \(ids(administrators, " eller --as ")).",
                    en: "Restore in the name of one who is: --as \(ids(administrators, " or --as "))."))
        }
    }

    private static func lacking(
        _ entries: [JournalLine], _ claims: [AnchorClaim], _ last: EntryNumber
    ) -> Explanation {
        let numbers = claims.map { String($0.number.value) }.joined(separator: ", ")
        var message = Phrase(
            da: "Kopien mangler posteringer; den ender med nr. \(last). Intet er gjort.",
            en: "The copy lacks entries; it ends with number \(last). Nothing was done.")
        if !claims.isEmpty {
            message = Phrase(
                da: "\(message)\nKontrolkoden er af en senere postering: \(numbers).",
                en: "\(message)\nThe anchor is of a later entry: \(numbers).")
        }
        if !entries.isEmpty {
            message = Phrase(
                da: "\(message)\nDisse posteringer ville gå tabt:\n\(lines(entries.map { $0.line(.danish) }))",
                en: "\(message)\nThese entries would be lost:\n\(lines(entries.map { $0.line(.english) }))")
        }
        return Explanation(
            message: message,
            next: Phrase(
                da: "Find en nyere kopi, eller tag tabet med --accept-loss; den afløste journal bliver gemt.",
                en: "Find a newer copy, or take the loss with --accept-loss; the replaced ledger is kept."))
    }

    private static func ids(_ staff: [StaffID], _ or: String) -> String {
        staff.map(\.text).joined(separator: or)
    }

    private static func lines(_ texts: [String]) -> String {
        texts.map { "  " + $0 }.joined(separator: "\n")
    }
}

extension JournalLine {
    /// Number, time, staff member and kind of entry, on one line; none of its texts.
    func line(_ language: Language) -> String {
        let kind = EntryKind(rawValue: kind).map { $0.phrase[language] } ?? self.kind
        let subject = text("participant")
        return "\(number)  \(recordedAt)  \(actor)  \(kind)" + (subject.isEmpty ? "" : " " + subject)
    }
}
