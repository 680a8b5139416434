import Arguments
import MitBudget
import MitBudgetStore
import Phrases

/// Following up recipients, and measuring what the programme aims at.
enum ResultCommands {
    static let families = [Family("followup", [followUp]), Family("measure", [measure])]

    private static var followUp: LedgerCommand {
        LedgerCommand(
            ["followup"], group: Groups.participants,
            summary: Phrase(da: "Notér, hvordan det gik.", en: "Note how it went."),
            discussion: Phrase(
                da: """
                    Det seneste resultat tæller: efter dag, så efter postering. Koden eller navnet kan bruges; none \
                    tager det seneste tilbage. Også den, der er udskrevet, kan følges op.
                    """,
                en: """
                    The latest result counts: by day, then by entry. Take the code or its name; none takes the latest \
                    back. Whoever is withdrawn can be followed up, too.
                    """),
            examples: [
                Example(
                    "mitbudget followup B03 --result reached --on 2024-11-15",
                    Phrase(da: "B03 har nået sit mål.", en: "B03 has reached the goal."))
            ],
            Shared.participant,
            Parameter.option(
                "--result", .result,
                Phrase(da: "Resultatets kode eller navn, eller none.", en: "The result's code or name, or none.")),
            Shared.on, MoneyCommands.note, Shared.dryRun, Shared.once
        ) { reference, result, on, note, dry, once in
            .record(dry: dry, once: once) { session in
                .followUp(reference, result: result, note: note, on: on ?? session.today)
            }
        }
    }

    private static let measure = LedgerCommand(
        ["measure"], group: Groups.overview,
        summary: Phrase(da: "Bogfør et tal, der er målt for projektet.", en: "Record a figure measured."),
        discussion: Phrase(
            da: "Bilaget er det papir, tallet står i; det kan være brugt før. none tager det seneste tal tilbage.",
            en:
                """
                The voucher is the paper that the figure stands in; it may be used already. none takes the figure \
                back.
                """
        ),
        examples: [
            Example(
                "mitbudget measure kontanthjaelp --value 950 --voucher STAT-2020-12 --on 2020-12-31",
                Phrase(da: "950 ved årets udgang.", en: "950 at the end of the year."))
        ],
        Parameter.argument(.target, Phrase(da: "Målets kode eller navn.", en: "The target's code or name.")),
        Parameter.option(
            "--value", .figure, Phrase(da: "Tallet, fx 950 eller 12,5, eller none.", en: "The figure, or none.")),
        Shared.voucher, Shared.on, Shared.dryRun, Shared.once
    ) { target, value, voucher, on, dry, once in
        .record(dry: dry, once: once) { session in
            .measure(target, value: value, voucher: voucher, on: on ?? session.today)
        }
    }
}
