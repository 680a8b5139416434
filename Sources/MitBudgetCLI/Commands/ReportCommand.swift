import Arguments
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension OverviewCommands {
    static let report = LedgerCommand(
        ["report"], group: Groups.overview,
        summary: Phrase(da: "Udskriv periodens regnskab.", en: "Print the period report."),
        discussion: Phrase(
            da: """
                En funktion af posteringerne til og med --at, perioden, sproget og formatet: udskrevet igen år senere \
                er den den samme, byte for byte. Hverken navne, betalingsmodtagere eller fri tekst. csv er \
                bilagslisten eller afsnittet --section. --summary udelader bilagslisten; csv er så posterne.
                """,
            en: """
                A function of the entries up to --at, the period, the language and the format: printed again years \
                later it is the same, byte for byte. No name, payee or free text. csv is the voucher list, or the \
                section --section. --summary leaves the voucher list out; csv is then the posts.
                """),
        examples: [
            Example(
                "mitbudget report --from 2023-01-01 --to 2023-12-31",
                Phrase(da: "Regnskabet for 2023.", en: "The report of 2023.")),
            Example(
                "mitbudget report --year 2023 --format html --output 2023.html",
                Phrase(da: "Til at udskrive på A4.", en: "For printing on A4.")),
        ],
        PeriodOptions.from, PeriodOptions.through, PeriodOptions.year, PeriodOptions.quarter, PeriodOptions.month,
        Parameter.optional("--at", .entry, Phrase(da: "Kun til og med den postering.", en: "Only up to that entry.")),
        Parameter.optional(
            "--since", .since,
            Phrase(
                da: """
                    Også et afsnit om, hvad der er bogført efter den postering, fx den sidste i en tidligere rapport; \
                    eller efter rapportens kontrolkode.
                    """,
                en: """
                    Also a section on what was recorded after that entry, such as the last one of an earlier report; \
                    or after that report's anchor.
                    """)),
        Parameter.optional(
            "--section", ValueKind<ReportSection>.oneOf("NAME"),
            Phrase(da: "Det afsnit, csv skal indeholde.", en: "The section that csv holds.")),
        Parameter<Bool>.flag(
            "--summary", Phrase(da: "Uden bilagslisten.", en: "Without the voucher list.")),
        Parameter.optional(
            "--layout", .layout,
            Phrase(
                da: "Rapportens layout; der er kun ét, \(ReportTerms.layout).",
                en: "The report's layout; there is only one, \(ReportTerms.layout).")),
        Parameter.optional(
            "--output", .text("FILE", completion: .file), Phrase(da: "Skriv til en ny fil.", en: "Write to a new file.")
        ),
        Parameter<Bool>.flag(
            "--force", Phrase(da: "Erstat filen, hvis den findes.", en: "Replace the file if it is there."))
    ) { from, through, year, quarter, month, at, since, section, isSummary, _, output, force throws(UsageError) in
        let options = PeriodOptions(from: from, through: through, year: year, quarter: quarter, month: month)
        let period = try options.period(of: ["report"])
        if isSummary, section != nil { throw .excludes("--summary", "--section") }
        if force, output == nil { throw .needs("--force", "--output FILE", command: ["report"]) }
        return Action(formats: [.text, .csv, .json, .html]) { session throws(Failure) in
            let isSheet = session.settings.format == .csv
            guard section == nil || isSheet else {
                throw .usage(.needs("--section", "--format csv", command: ["report"]))
            }
            if section == .since, since == nil {
                throw .usage(.needs("--section since", "--since ENTRY", command: ["report"]))
            }
            // CSV holds one section; any other would say nothing of what was asked for.
            if since != nil, isSheet, section != .since {
                throw .usage(.needs("--since ENTRY --format csv", "--section since", command: ["report"]))
            }
            let query = ReportQuery(
                from: period.lowerBound, through: period.upperBound, at: at, since: since, language: session.language,
                form: session.settings.format.form, section: section, isSummary: isSummary)
            if let output {
                try session.write(query, to: output, replacing: force)
            } else {
                try session.reading { ledger throws(LedgerFailure) in
                    try query.write(from: ledger, to: session.put)
                }
            }
            return .done
        }
    }
}

/// The last entry of an earlier report, as its reader names it.
enum SinceEntry {
    /// By its number.
    case entry(EntryNumber)
    /// By the anchor on the report, which the ledger must bear.
    case anchor(AnchorClaim)

    var number: EntryNumber {
        switch self {
        case .entry(let number): number
        case .anchor(let claim): claim.number
        }
    }
}

extension ValueKind where Value == SinceEntry {
    fileprivate static let since = ValueKind("ENTRY") { text throws(ValueFault) in
        if text.contains(":") { return .anchor(try ValueKind<AnchorClaim>.anchor.parse(text)) }
        return .entry(try ValueKind<EntryNumber>.entry.parse(text))
    }
}

extension ValueKind where Value == Int {
    /// Only the layout that the program prints is accepted. The command at a report's end names its layout.
    fileprivate static let layout = ValueKind("N") { text throws(ValueFault) in
        if text == String(ReportTerms.layout) { return ReportTerms.layout }
        throw ValueFault(
            Phrase(
                da: "Programmet udskriver kun layout \(ReportTerms.layout).",
                en: "The program prints layout \(ReportTerms.layout) only."),
            remedy: Phrase(
                da: "Udelad --layout, og rapporten udskrives i det layout.",
                en: "Leave --layout out, and the report is printed in that layout."))
    }
}

extension Format {
    fileprivate var form: ReportTerms.Form {
        switch self {
        case .text: .text
        case .json: .json
        case .csv: .csv
        case .html: .html
        }
    }
}

/// The options of a period report, before the ledger is opened.
struct ReportQuery {
    let from: Day
    let through: Day
    let at: EntryNumber?
    let since: SinceEntry?
    let language: Language
    let form: ReportTerms.Form
    let section: ReportSection?
    let isSummary: Bool

    /// Reads the facts and writes the report in one reading transaction.
    func write(from ledger: Ledger, to sink: @escaping (String) -> Void) throws(LedgerFailure) {
        var claim: AnchorClaim?
        if case .anchor(let anchor)? = since { claim = anchor }
        try ledger.period(
            from: from, through: through, at: at, since: since?.number, bearing: claim
        ) { period throws(LedgerFailure) in
            let terms = ReportTerms(
                scope: period.scope, language: language, form: form, section: section, isSummary: isSummary)
            try PeriodReport(anchor: period.anchor.text, terms: terms, programme: period.programme)
                .write(facts: period.facts, days: period.days, vouchers: period.vouchers, later: period.later, to: sink)
        }
    }
}

extension Session {
    /// Writes the report to a draft beside its place and renames it once it is whole.
    fileprivate func write(_ query: ReportQuery, to path: String, replacing: Bool) throws(Failure) {
        try withDraft(path, replacing: replacing) { write throws(Failure) in
            try reading { ledger throws(LedgerFailure) in try query.write(from: ledger, to: write) }
        }
    }

    /// Prints a saved report again and says whether the two are the same.
    func verify(report path: String) throws(Failure) -> ExitStatus {
        let saved = try read(path, limit: 1 << 30)
        switch SavedReport(saved) {
        case .ours(let terms): return try compare(saved, terms)
        case .other(let layout, let terms): return tell(otherLayout: layout, terms)
        case nil: throw .notAReport(path: path)
        }
    }

    private func compare(_ saved: [UInt8], _ terms: ReportTerms) throws(Failure) -> ExitStatus {
        let scope = terms.scope
        let query = ReportQuery(
            from: scope.from, through: scope.through, at: scope.at, since: scope.since.map(SinceEntry.entry),
            language: terms.language, form: terms.form, section: terms.section, isSummary: terms.isSummary)
        var printed: [UInt8] = []
        try reading { ledger throws(LedgerFailure) in
            try query.write(from: ledger) { piece in printed += piece.utf8 }
        }
        return tell(ReportComparison(saved: saved, printed: printed), terms)
    }
}
