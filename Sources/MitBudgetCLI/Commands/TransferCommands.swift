import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// Bulk import, and export for other programs.
enum TransferCommands {
    static let families = [Family("import", [importing]), Family("export", [export])]

    private static let importing = LedgerCommand(
        ["import"], group: Groups.transfer,
        summary: Phrase(da: "Indlæs mange kommandoer: alle eller ingen.", en: "Import many commands: all or none."),
        discussion: Phrase(
            da: """
                JSON-linjer, hver med en kommando og dens tilvalg som nøgler, fx \
                {"command":"receive","amount":"238000.00","voucher":"R-1"}; eller en CSV-fil med udbetalinger og \
                overskriften participant;item;amount;day;voucher;payee;paid;note. Hver linje skal igennem de samme \
                regler, som var den tastet; hver fejl nævnes med linjens nummer. Med init som første linje oprettes \
                journalen.
                """,
            en: """
                JSON Lines, each a command with its options as keys, such as \
                {"command":"receive","amount":"238000.00","voucher":"R-1"}; or a CSV file of disbursements with the \
                header participant;item;amount;day;voucher;payee;paid;note. Each line must pass the same rules as if \
                it were typed; each fault is told with the line's number. With init as the first line the ledger is \
                made.
                """),
        examples: [
            Example(
                "mitbudget import bilag.csv --dry-run",
                Phrase(da: "Se, om alt ville være tilladt.", en: "See whether all would be allowed.")),
            Example(
                "mitbudget import -", Phrase(da: "Fra standardinput.", en: "From standard input.")),
        ],
        Parameter.argument(
            .text("FILE", completion: .file),
            Phrase(da: "Filen; - for standardinput.", en: "The file; - for standard input.")
        ),
        Shared.dryRun
    ) { path, dry in
        Action { session throws(Failure) in try Importer(session, isDry: dry).run(path) }
    }

    private static var export: LedgerCommand {
        LedgerCommand(
            ["export"], group: Groups.transfer,
            summary: Phrase(da: "Udskriv journalen til andre programmer.", en: "Print the ledger for other programs."),
            discussion: Phrase(
                da: """
                    jsonl: de kommandoer, som med import genskaber de samme saldi i en ny journal. csv: de gældende \
                    udbetalinger. hledger og beancount: regnskabsjournaler i DKK. Uden tekster; med --identified også \
                    dem, og for \(.eachOne) bogføres det først som indsigt (administratoren).
                    """,
                en: """
                    jsonl: the commands that rebuild the same balances in a new ledger by import. csv: the \
                    disbursements that stand. hledger and beancount: accounting journals in DKK. Without texts; with \
                    --identified these too, which is first recorded as a disclosure of \(.eachOne) (the \
                    administrator).
                    """),
            examples: [
                Example(
                    "mitbudget export jsonl --output journal.jsonl",
                    Phrase(da: "Til en ny journal.", en: "For a new ledger.")),
                Example(
                    "mitbudget export hledger",
                    Phrase(da: "Til hledger.", en: "For hledger.")),
            ],
            Parameter.argument(
                ValueKind<ExportForm>.oneOf("FORM"),
                Phrase(da: "jsonl, csv, hledger eller beancount.", en: "jsonl, csv, hledger or beancount.")),
            Parameter.optional(
                "--output", .text("FILE", completion: .file),
                Phrase(da: "Skriv til en ny fil.", en: "Write to a new file.")
            ),
            Parameter<Bool>.flag(
                "--force", Phrase(da: "Erstat filen, hvis den findes.", en: "Replace the file if it is there.")),
            Shared.identified, Shared.purpose
        ) { form, output, force, identified, purpose throws(UsageError) in
            if force, output == nil { throw .needs("--force", "--output FILE", command: ["export"]) }
            let purpose = try ParticipantCommands.readingPurpose(identified, purpose, command: ["export"])
            return Action { session throws(Failure) in
                try session.export(form, purpose: purpose, to: output, replacing: force)
            }
        }
    }
}
