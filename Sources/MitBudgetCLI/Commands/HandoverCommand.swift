import Arguments
import MitBudget
import MitBudgetReports
import Phrases

extension OverviewCommands {
    static let handover = LedgerCommand(
        ["handover"], group: Groups.overview,
        summary: Phrase(
            da: "Saml det, revisor tager med og kontrollerer selv.",
            en: "Gather what an auditor takes along and checks alone."),
        discussion: Phrase(
            da: """
                Mappen får periodens regnskab og bilagsliste, hele journalen uden tekster, et script, der regner den \
                efter med sha256sum alene, MANIFEST med hver fils SHA-256 og README.html, der siger, hvordan det \
                kontrolleres. Den bliver hel eller slet ikke, og findes den, afvises det.
                --with-evidence lægger dokumenterne til periodens posteringer ved. Dem om mennesker kræver --purpose, \
                som bogføres, før noget læses; revisor og sagsbehandler må. De kan læses af enhver, der har mappen.
                """,
            en: """
                The folder gets the report and the voucher list of the period, the whole journal without texts, a \
                script that recomputes it with sha256sum alone, MANIFEST with each file's SHA-256, and README.html, \
                which says how to check it. It is made whole or not at all; an existing one is refused.
                --with-evidence adds the documents of the period's entries. Those on people need --purpose, which is \
                recorded before any is read; auditor and caseworker may. Whoever has the folder can read them.
                """),
        examples: [
            Example(
                "mitbudget handover revision-2023 --year 2023",
                Phrase(da: "Uden dokumenterne.", en: "Without the documents.")),
            Example(
                "mitbudget handover revision-2023 --year 2023 --with-evidence --purpose 'Revision af 2023'",
                Phrase(da: "Med dokumenterne.", en: "With the documents.")),
        ],
        Parameter.argument(
            .text("FOLDER", completion: .file), Phrase(da: "Mappen, der laves.", en: "The folder to make.")),
        PeriodOptions.from, PeriodOptions.through, PeriodOptions.year, PeriodOptions.quarter, PeriodOptions.month,
        Parameter<Bool>.flag(
            "--with-evidence", Phrase(da: "Læg dokumenterne ved.", en: "Add the documents.")),
        Shared.purpose
    ) { folder, from, through, year, quarter, month, hasEvidence, purpose throws(UsageError) in
        let options = PeriodOptions(from: from, through: through, year: year, quarter: quarter, month: month)
        let handover = Handover(
            folder: folder, period: try options.period(of: ["handover"]), hasEvidence: hasEvidence)
        return Action { session throws(Failure) in
            try session.handOver(handover, for: purpose)
            return .done
        }
    }
}
