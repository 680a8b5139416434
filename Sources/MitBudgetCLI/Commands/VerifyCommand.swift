import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension OverviewCommands {
    static let verify = CommandSpec(
        ["verify"], group: Groups.overview,
        summary: Phrase(da: "Efterprøv hele journalen.", en: "Check the whole ledger."),
        discussion: Phrase(
            da: """
                Kæden, numrene, hver postering afgjort igen fra nul, hver tabel række for række, hver tekst mod sit \
                segl. \
                Ender med 1, hvis noget findes.
                """,
            en: """
                The chain, the numbers, every entry decided again from nothing, every table row by row, every text \
                against \
                its seal. Ends with 1 if anything is found.
                """),
        examples: [
            Example("mitbudget verify", Phrase(da: "Uden papir.", en: "Without paper.")),
            Example(
                "mitbudget verify --anchor 42:9f86d081884c7d65",
                Phrase(da: "Mod en kontrolkode fra papiret.", en: "Against an anchor from paper.")),
        ],
        Parameter.repeated(
            "--anchor", .anchor,
            Phrase(da: "En kontrolkode, der skal findes igen.", en: "An anchor that must be found again.")),
        Parameter.optional(
            "--report", .text("FILE", completion: .file),
            Phrase(
                da: "En gemt rapport, som journalen skal kunne udskrive magen til.",
                en: "A saved report that the ledger must print exactly again."))
    ) { anchors, report throws(UsageError) in
        // A report is compared, not the chain: an anchor beside it would seem to be checked.
        if report != nil, !anchors.isEmpty { throw .excludes("--report", "--anchor") }
        return Action { session throws(Failure) in
            if let report { return try session.verify(report: report) }
            let verification = try session.reading { ledger throws(LedgerFailure) in try ledger.verify(claims: anchors)
            }
            session.print(verification)
            return verification.isClean ? .done : .no
        }
    }
}
