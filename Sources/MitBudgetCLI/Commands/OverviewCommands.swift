import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The overviews for the consultant and the auditor.
enum OverviewCommands {
    static let families = [
        Family("status", [status]), Family("report", [report]), Family("sample", [sample]),
        Family("journal", [journal]), Family("anchor", [anchor]), Family("verify", [verify]),
    ]

    private static let status = LedgerCommand(
        ["status"], group: Groups.overview,
        summary: Phrase(da: "Resten af tilsagnet på ét blik.", en: "The remaining grant at a glance."),
        discussion: Phrase(
            da: "--as-of tæller det, der gælder dage til og med den dag; --at kun posteringer til og med den.",
            en: "--as-of counts what concerns days up to that one; --at only entries up to that one."),
        examples: [
            Example("mitbudget status", Phrase(da: "Som det står nu.", en: "As it stands now.")),
            Example(
                "mitbudget status --as-of 2023-12-31 --format json",
                Phrase(da: "Ved årets udgang, til et program.", en: "At the end of the year, for a program.")),
            Example(
                "mitbudget status --format html",
                Phrase(da: "Til at se på i en browser.", en: "To look at in a browser.")),
        ],
        Parameter.optional("--as-of", .day, Phrase(da: "Til og med den dag.", en: "Up to that day.")),
        Parameter.optional("--at", .entry, Phrase(da: "Til og med den postering.", en: "Up to that entry."))
    ) { asOf, at in
        Action(formats: [.text, .json, .html]) { session throws(Failure) in
            let (today, format) = (session.today, session.settings.format)
            try session.reading { ledger throws(LedgerFailure) in
                try ledger.standing(
                    Standing.Scope(asOf: asOf, at: at), today: today, withDays: format == .html
                ) { standing, anchor, citizens throws(LedgerFailure) in
                    let report = StatusReport(standing: standing, anchor: anchor.text)
                    switch format {
                    case .json: try report.writeJSON(citizens: citizens, to: session.put)
                    case .html: session.put(StatusPage(report, language: session.language).html)
                    case .text, .csv: session.put(report.text(in: session.language, style: session.style))
                    }
                }
            }
            return .done
        }
    }

    private static let journal = LedgerCommand(
        ["journal"], group: Groups.overview,
        summary: Phrase(da: "Vis posteringerne.", en: "List the entries."),
        examples: [
            Example(
                "mitbudget journal --participant B03 --kind disbursement",
                Phrase(da: "Udbetalingerne til B03.", en: "The disbursements of B03."))
        ],
        Parameter.optional("--from", .day, Phrase(da: "Fra og med den dag.", en: "From that day on.")),
        Parameter.optional("--to", .day, Phrase(da: "Til og med den dag.", en: "Up to that day.")),
        Parameter.optional(
            "--participant", .participant, Phrase(da: "Kun om den reference.", en: "Only on that reference.")),
        Parameter.optional(
            "--kind", ValueKind<EntryKind>.oneOf("KIND"), Phrase(da: "Kun af den slags.", en: "Only of that kind."))
    ) { from, through, participant, kind throws(UsageError) in
        try Shared.checkPeriod(from: from, through: through, command: ["journal"])
        return Action(formats: [.text, .json, .csv]) { session throws(Failure) in
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

    private static let anchor = LedgerCommand(
        ["anchor"], group: Groups.overview,
        summary: Phrase(
            da: "Vis kontrolkoden: nummer og hash af seneste postering.",
            en: "Show the anchor: number and hash of the latest entry."),
        discussion: Phrase(
            da: "Skriv den ned et andet sted: med mitbudget verify --anchor kan den senere vise, at intet er ændret.",
            en: "Write it down elsewhere: with mitbudget verify --anchor it can show later that nothing was changed."),
        examples: [Example("mitbudget anchor", Phrase(da: "Til papiret.", en: "For the paper."))]
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
}
