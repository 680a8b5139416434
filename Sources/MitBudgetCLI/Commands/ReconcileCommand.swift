import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

/// The comparison of the ledger with the books outside it.
enum ReconcileCommand {
    static let families = [Family("reconcile", [reconcile])]

    private static let reconcile = LedgerCommand(
        ["reconcile"], group: Groups.overview,
        summary: Phrase(
            da: "Afstem med økonomisystemet eller banken.", en: "Reconcile with the finance system or the bank."),
        discussion: Phrase(
            da: """
                Filen er et udtræk som CSV: projektets egen dimension i økonomisystemet, eller et kontoudtog. \
                Skilletegn, decimaler, tegnsæt og overskrifter genkendes og vises, eller nævnes i en profil. En linje \
                og en postering passer sammen, når beløbet er det samme og dagene ligger tæt; bilaget afgør, hvor \
                flere kan passe. Ender med 1, hvis noget er åbent: kun i journalen, kun i udtrækket, flere \
                muligheder, eller en saldo, der ikke stemmer.
                """,
            en: """
                The file is an extract as CSV: of the project's own dimension in the finance system, or of a bank \
                account. Delimiter, decimals, encoding and headings are recognised and shown, or named in a profile. A \
                line and an entry match if the amount is the same and the days are near, and the voucher decides where \
                several could. Ends with 1 if anything is open: in the ledger only, in the extract only, several \
                possibilities, or a balance that does not agree.
                """),
        examples: [
            Example(
                "mitbudget reconcile udtraek.csv",
                Phrase(da: "Udtrækkets egen periode.", en: "The extract's own period.")),
            Example(
                "mitbudget reconcile konto.csv --from 2023-01-01 --to 2023-03-31 --within 10",
                Phrase(
                    da: "Et kvartal; banken må være ti dage om det.",
                    en: "A quarter; the bank may take ten days.")),
            Example(
                "mitbudget reconcile udtraek.csv --profile profil.json --format csv",
                Phrase(da: "Læst efter en profil, til et regneark.", en: "Read by a profile, for a spreadsheet.")),
            Example(
                "mitbudget reconcile udtraek.csv --record",
                Phrase(
                    da: "Bogfør, at det, der passer, er betalt.", en: "Record that what matches is paid.")),
        ],
        Parameter.argument(
            .text("FILE", completion: .file),
            Phrase(da: "Udtrækket; - for standardinput.", en: "The extract; - for standard input.")),
        Parameter.optional(
            "--profile", .text("FILE", completion: .file),
            Phrase(da: "Hvordan udtrækket er skrevet.", en: "How the extract is written.")),
        Parameter.optional(
            "--from", .day,
            Phrase(
                da: "Fra og med den dag; ellers udtrækkets første.",
                en: "From that day on; else the extract's first.")),
        Parameter.optional(
            "--to", .day,
            Phrase(
                da: "Til og med den dag; ellers udtrækkets sidste.",
                en: "Up to that day; else the extract's last.")),
        Parameter.optional(
            "--within", .span,
            Phrase(
                da: "Højst så mange dage mellem betaling og linje; ellers 5.",
                en: "At most so many days between payment and line; else 5.")),
        Parameter<Bool>.flag(
            "--record",
            Phrase(
                da: "Bogfør, hvilke posteringer udtrækket bekræfter: det er deres betalingsbevis.",
                en: "Record which entries the extract confirms: it is their proof of payment.")),
        Shared.dryRun, Shared.once
    ) { path, profile, from, through, within, isRecording, dry, once throws(UsageError) in
        try Shared.checkPeriod(from: from, through: through, command: ["reconcile"])
        guard isRecording || !dry && once == nil else {
            throw .needs(dry ? "--dry-run" : "--once", "--record", command: ["reconcile"])
        }
        return Action(formats: [.text, .json, .csv]) { session throws(Failure) in
            let report = try session.reconcile(path, profile, from: from, through: through, within: within ?? 5)
            let confirmed = isRecording ? try session.confirm(report.confirmation, once: once, dry: dry) : nil
            switch session.settings.format {
            case .json: report.writeJSON(recorded: confirmed.map(\.json), to: session.put)
            case .csv: report.writeCSV(in: session.language, to: session.put)
            case .text, .html:
                session.put(report.text(in: session.language, style: session.style))
                switch confirmed {
                case .recorded(let recording)?: session.tell(recording)
                case .considered(let answer)?: session.tell(answer)
                case .nothing?:
                    session.print(
                        Phrase(
                            da: "Intet nyt at bogføre: det, der passer, er bekræftet før.",
                            en: "Nothing new to record: what matches was confirmed before."))
                case nil: break
                }
            }
            return report.isOpen ? .no : .done
        }
    }
}

extension ValueKind where Value == Int {
    /// A number of days, up to a year.
    fileprivate static let span = ValueKind("DAYS") { text throws(ValueFault) in
        if let days = Int(text), (0...366).contains(days), text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) {
            return days
        }
        throw ValueFault(
            Phrase(da: "Det er ikke et antal dage fra 0 til 366.", en: "That is no number of days from 0 to 366."),
            remedy: Phrase(da: "Skriv fx --within 10.", en: "Write it like --within 10."), standsAlone: true)
    }
}

extension Session {
    /// Compares an extract with the ledger. The file is read whole before the ledger is opened.
    fileprivate func reconcile(
        _ path: String, _ profilePath: String?, from: Day?, through: Day?, within: Int
    ) throws(Failure) -> ReconcileReport {
        _ = try caller()
        let profile = try profilePath.map { path throws(Failure) in try extractProfile(at: path) } ?? ExtractProfile()
        let extract = try ExtractReader.read(path, profile, in: self)
        let period = try period(of: extract, from: from, through: through)
        let entries = try reading { ledger throws(LedgerFailure) in try ledger.bookedEntries(paidIn: period) }
        let comparison = Comparison(lines: extract.lines, entries: entries, period: period, within: within)
        let result: Reconciliation
        do {
            result = try comparison.reconcile(costs: profile.costs)
        } catch {
            throw .extract(path: path, .undecided(lines: error.lines))
        }
        return ReconcileReport(
            source: .init(
                count: extract.lines.count, period: extract.period, balance: extract.balance,
                profile: extract.profile, digest: extract.digest.hex),
            comparison: comparison, result: result)
    }

    /// What became of recording that an extract confirms entries.
    fileprivate enum Confirming {
        case recorded(Ledger.Recording)
        case considered(Ledger.Answer)
        case nothing
    }

    /// Records that an extract confirms entries, unless all of them were confirmed before.
    fileprivate func confirm(
        _ confirmation: Confirmation, once: Once?, dry: Bool
    ) throws(Failure) -> Confirming {
        let command = Command.confirm(confirmation)
        let (caller, circumstances, today) = (try caller(), circumstances, today)
        return try withLedger(dry ? .reading : .recording) { ledger throws(LedgerFailure) in
            try ledger.identify(caller, for: command.roles(correcting: nil), leavesTrace: !dry)
            if once == nil, try ledger.unconfirmed(confirmation).isEmpty { return .nothing }
            return dry
                ? .considered(try ledger.consider(command, once: once, by: caller, today: today))
                : .recorded(try ledger.record(command, once: once, by: caller, under: circumstances))
        }
    }

    private func extractProfile(at path: String) throws(Failure) -> ExtractProfile {
        let bytes = try read(path, limit: ExtractProfileFile.limit)
        do {
            return try ExtractProfileFile.read(bytes)
        } catch {
            throw .contents(path: path, error)
        }
    }

    /// The days to compare: those asked for, else those of the extract.
    private func period(of extract: Extract, from: Day?, through: Day?) throws(Failure) -> ClosedRange<Day> {
        let (first, last) = (from ?? extract.period.lowerBound, through ?? extract.period.upperBound)
        if first <= last { return first...last }
        let (name, other, day) = from == nil ? ("--to", "--from", last) : ("--from", "--to", first)
        let (begin, end) = (extract.period.lowerBound, extract.period.upperBound)
        let fault = ValueFault(
            Phrase(
                da: "Udtrækket har ingen linjer der: det går fra \(begin) til \(end).",
                en: "The extract has no lines there: it runs from \(begin) to \(end)."),
            remedy: Phrase(
                da: "Angiv det rigtige udtræk, eller også \(other).", en: "Name the right extract, or \(other), too."),
            standsAlone: true)
        throw .usage(.invalidValue(parameter: name, typed: Echo(day.iso), fault: fault, command: ["reconcile"]))
    }
}

extension Session.Confirming {
    /// What the reconciliation's JSON tells of it.
    fileprivate var json: JSON {
        switch self {
        case .recorded(let recording): .object(recording.recorded.members(isRepeated: recording.isRepeated))
        case .considered(.already(let recorded)): .object(recorded.members(isRepeated: true))
        case .considered(.new(let decision)):
            .object([.init(key: "dryRun", value: true)] + decision.entry.members)
        case .nothing: .null
        }
    }
}

extension ReconcileReport {
    /// The entries that the extract's lines match.
    fileprivate var confirmation: Confirmation {
        Confirmation(
            statement: digest, payments: matches.map { .init(entry: $0.entry.entry, line: $0.line.number) })
    }
}
