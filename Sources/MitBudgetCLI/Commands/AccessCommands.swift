import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The citizen's legal rights: to see all that is held, and to have it erased.
enum AccessCommands {
    static var ofParticipants: [LedgerCommand] { [disclose, erase] }

    /// The purpose of a disclosure unless the user gives another.
    private static let rightOfAccess = Phrase(
        da: "Indsigtsretten (databeskyttelsesforordningens artikel 15)",
        en: "The right of access (article 15 of the GDPR)")

    private static var disclose: LedgerCommand {
        LedgerCommand(
            ["participant", "disclose"], group: Groups.participants,
            summary: Phrase(
                da: "Udskriv alt, der står om \(.anyOne).", en: "Print all that is held on \(.anyOne)."),
            discussion: Phrase(
                da: """
                    Til den indsigt, som loven giver: beløb, planer, tekster, hver postering, og hvem der har \
                    læst hvad, hvornår og hvorfor. Medarbejdere nævnes ved deres rolle, med --staff også ved deres id. \
                    Udskriften bogføres selv, før noget vises. --output laver en mappe med det hele og med de \
                    vedhæftede dokumenter, byte for byte; uden den nævnes de kun.
                    """,
                en: """
                    For the access that the law gives: amounts, plans, texts, every entry, and who read what, when and \
                    why. Staff appear by their role, with --staff by their id too. The print is itself recorded before \
                    anything is shown. --output makes a folder with all of it and with the attached documents, byte \
                    for byte; without it they are only listed.
                    """),
            examples: [
                Example(
                    "mitbudget participant disclose B03",
                    Phrase(
                        da: "\(.theOne.capital) har bedt om indsigt.", en: "\(.theOne.capital) has asked for access.")),
                Example(
                    "mitbudget participant disclose B03 --output indsigt-B03",
                    Phrase(da: "Med dokumenterne, i en mappe.", en: "With the documents, in a folder.")),
            ],
            Shared.participant,
            Parameter.optional(
                "--purpose", .words,
                Phrase(da: "Anledningen; ellers indsigtsretten.", en: "The occasion; else the right of access.")),
            Parameter<Bool>.flag(
                "--staff", Phrase(da: "Vis også medarbejdernes id.", en: "Show the ids of staff too.")),
            Parameter.optional(
                "--output", .text("FOLDER", completion: .file),
                Phrase(
                    da: "Mappen, der laves; findes den, afvises det.",
                    en: "The folder to make; an existing one is kept."))
        ) { reference, purpose, showsStaff, folder in
            Action { session throws(Failure) in
                let purpose = if let purpose { purpose } else { try session.wording(rightOfAccess) }
                let command = Command.readWords(reference, scope: .disclosure, purpose: purpose)
                if let folder {
                    try session.disclose(
                        command, of: reference, showsStaff: showsStaff, into: folder.withoutFinalSlashes)
                } else {
                    session.print(try session.disclosure(command, of: reference, showsStaff: showsStaff))
                }
                return .done
            }
        }
    }

    private static var erase: LedgerCommand {
        LedgerCommand(
            ["participant", "erase"], group: Groups.participants,
            summary: Phrase(da: "Slet teksterne om \(.anyOne).", en: "Erase the texts on \(.anyOne)."),
            discussion: Phrase(
                da: """
                    Alle tekster om \(.theOne), hver byte af dem; beløb, dage og bilagsnumre består, og kæden kan \
                    stadig efterprøves. Først når projektets opbevaringstid er ovre, ellers kun med --override. \
                    Kopier, der er taget før, rummer teksterne endnu.
                    """,
                en: """
                    All texts on \(.theOne), every byte of them; amounts, days and voucher numbers remain, and the \
                    chain still verifies. Only once the programme's time to keep is over, else with --override. \
                    Backups taken before still hold the texts.
                    """),
            examples: [
                Example(
                    "mitbudget participant erase B03 --reason 'Opbevaringstiden er ovre'",
                    Phrase(da: "Efter opbevaringstiden.", en: "After the time to keep."))
            ],
            Shared.participant, Shared.reason,
            Parameter.optional(
                "--override", .words,
                Phrase(
                    da: "Hvad der går forud for pligten til at gemme.", en: "What comes before the duty to keep.")),
            Shared.dryRun, Shared.once
        ) { reference, reason, override, dry, once in
            let command = Command.eraseWords(reference, reason: reason, override: override)
            if dry { return .record(dry: true, once: once) { _ in command } }
            return Action { session throws(Failure) in
                let caller = try session.caller()
                let circumstances = session.circumstances
                let recording = try session.withLedger(.recording) { ledger throws(LedgerFailure) in
                    try ledger.erase(command, once: once, by: caller, under: circumstances)
                }
                session.tell(recording)
                if session.settings.format == .text {
                    session.print(
                        Phrase(
                            da: "  Kopier og afløste journaler fra før rummer teksterne endnu: slet dem.",
                            en: "  Backups and replaced ledgers from before still hold the texts: delete them."))
                }
                return .done
            }
        }
    }
}
