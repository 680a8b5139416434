import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// What the consultant and the auditor look at.
enum OverviewCommands {
    static let all: [CommandSpec] = [status, journal, anchor, verify]

    private static let status = CommandSpec(
        ["status"], group: Groups.overview,
        summary: Phrase(da: "resten af tilsagnet på ét blik", en: "the remaining grant at a glance"),
        discussion: Phrase(
            da: "--as-of tæller det, der gælder dage til og med den dag; --at kun posteringer til og med den.",
            en: "--as-of counts what concerns days up to that one; --at only entries up to that one."),
        examples: [
            Example("mitbudget status", Phrase(da: "som det står nu", en: "as it stands now")),
            Example(
                "mitbudget status --as-of 2023-12-31 --format json",
                Phrase(da: "ved årets udgang, til et program", en: "at the end of the year, for a program")),
        ],
        Parameter.optional("--as-of", .day, Phrase(da: "til og med den dag", en: "up to that day")),
        Parameter.optional("--at", .entry, Phrase(da: "til og med den postering", en: "up to that entry"))
    ) { asOf, at in
        Action { session throws(Failure) in
            let today = session.today
            let (standing, anchor) = try session.reading { ledger throws(LedgerFailure) in
                try ledger.standing(Standing.Scope(asOf: asOf, at: at), today: today)
            }
            let report = StatusReport(standing: standing, anchor: anchor.text)
            switch session.settings.format {
            case .json: session.print(report.json)
            case .text, .csv, .html: session.print(text: report.text(in: session.language, style: session.style))
            }
            return .done
        }
    }

    private static let journal = CommandSpec(
        ["journal"], group: Groups.overview,
        summary: Phrase(da: "vis posteringerne", en: "list the entries"),
        examples: [
            Example(
                "mitbudget journal --participant B03 --kind disbursement",
                Phrase(da: "udbetalingerne til B03", en: "the disbursements of B03"))
        ],
        Parameter.optional("--from", .day, Phrase(da: "fra og med den dag", en: "from that day on")),
        Parameter.optional("--to", .day, Phrase(da: "til og med den dag", en: "up to that day")),
        Parameter.optional("--participant", .participant, Phrase(da: "kun om den borger", en: "only on that citizen")),
        Parameter.optional(
            "--kind", ValueKind<EntryKind>.oneOf("KIND"), Phrase(da: "kun af den slags", en: "only of that kind"))
    ) { from, through, participant, kind in
        Action(formats: [.text, .json, .csv]) { session throws(Failure) in
            let filter = JournalFilter(from: from, through: through, participant: participant, kind: kind)
            let printer = JournalPrinter(session)
            try session.reading { ledger throws(LedgerFailure) in
                printer.begin()
                try ledger.journal(filter, printer.print)
                printer.end()
            }
            return .done
        }
    }

    private static let anchor = CommandSpec(
        ["anchor"], group: Groups.overview,
        summary: Phrase(
            da: "vis kontrolkoden: nummer og hash af seneste postering",
            en: "show the anchor: number and hash of the latest entry"),
        discussion: Phrase(
            da: "Skriv den ned et andet sted: med mitbudget verify --anchor kan den senere vise, at intet er ændret.",
            en: "Write it down elsewhere: with mitbudget verify --anchor it can show later that nothing was changed."),
        examples: [Example("mitbudget anchor", Phrase(da: "til papiret", en: "for the paper"))]
    ) {
        Action { session throws(Failure) in
            let anchor = try session.reading { ledger throws(LedgerFailure) in try ledger.anchor() }
            switch session.settings.format {
            case .json:
                session.print(["entry": .integer(anchor.number.value), "anchor": .string(anchor.text)] as JSON)
            case .text, .csv, .html: session.print(anchor.text)
            }
            return .done
        }
    }

    private static let verify = CommandSpec(
        ["verify"], group: Groups.overview,
        summary: Phrase(da: "efterprøv hele journalen", en: "check the whole ledger"),
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
            Example("mitbudget verify", Phrase(da: "uden papir", en: "without paper")),
            Example(
                "mitbudget verify --anchor 42:9f86d081884c7d65",
                Phrase(da: "mod en kontrolkode fra papiret", en: "against an anchor from paper")),
        ],
        Parameter.repeated(
            "--anchor", .anchor,
            Phrase(da: "en kontrolkode, der skal findes igen", en: "an anchor that must be found again"))
    ) { anchors in
        Action { session throws(Failure) in
            let verification = try session.reading { ledger throws(LedgerFailure) in try ledger.verify(claims: anchors)
            }
            session.print(verification)
            return verification.isClean ? .done : .no
        }
    }
}
