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
        Family("journal", [JournalCommands.journal]), Family("entry", [JournalCommands.entry]),
        Family("anchor", [anchor]), Family("verify", [verify]),
        Family("handover", [handover]),
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

    private static let anchor = LedgerCommand(
        ["anchor"], group: Groups.overview,
        summary: Phrase(
            da: "Vis kontrolkoden: nummer og hash af seneste postering.",
            en: "Show the anchor: number and hash of the latest entry."),
        discussion: Phrase(
            da: """
                Skriv den ned et andet sted: med mitbudget verify --anchor kan den senere vise, at intet er ændret.
                --timestamp-query skriver en forespørgsel efter RFC 3161, som en tidsstemplingstjeneste underskriver \
                med tidspunktet; den rummer hashen og intet andet.
                """,
            en: """
                Write it down elsewhere: with mitbudget verify --anchor it can show later that nothing was changed.
                --timestamp-query writes a query of RFC 3161, which a time-stamping authority signs with the time; \
                it holds the hash and nothing else.
                """),
        examples: [
            Example("mitbudget anchor", Phrase(da: "Til papiret.", en: "For the paper.")),
            Example(
                "mitbudget anchor --timestamp-query anchor.tsq",
                Phrase(da: "Til et tidsstempel udefra.", en: "For a time stamp from outside.")),
        ],
        Parameter.optional(
            "--timestamp-query", .text("FILE", completion: .file),
            Phrase(da: "Den fil, forespørgslen skrives i.", en: "The file that the query is written to."))
    ) { query in
        Action { session throws(Failure) in
            if let query {
                try session.make(query) { () throws(Failure) in
                    let anchor = try session.anchor()
                    session.print(anchor, query: query)
                    return anchor.timestampQuery(nonce: session.world.random(8))
                }
            } else {
                session.print(try session.anchor(), query: nil)
            }
            return .done
        }
    }
}

extension Session {
    fileprivate func anchor() throws(Failure) -> Anchor {
        try reading { ledger throws(LedgerFailure) in try ledger.anchor() }
    }

    fileprivate func print(_ anchor: Anchor, query: String?) {
        switch settings.format {
        case .json:
            var members: [JSON.Member] = [
                .init(key: "entry", value: .integer(anchor.number.value)),
                .init(key: "anchor", value: .string(anchor.text)),
            ]
            if let query { members.append(.init(key: "timestampQuery", value: .string(query))) }
            print(JSON.object(members))
        case .text, .csv, .html:
            print(anchor.text)
            guard let query else { return }
            print(
                Phrase(
                    da: "Forespørgsel om et tidsstempel på den ligger i \(harmless(query)).",
                    en: "A query for a time stamp on it is in \(harmless(query))."))
        }
    }
}
