import MitBudget
import Phrases

// The sections that list single entries.
extension PeriodSections {
    private var recipients: Forms { .recipients(of: programme) }

    var releases: Listing<PeriodFacts.Release> {
        Listing(
            caption: .inKroner(Phrase(da: "Frigivet og tilbagekaldt", en: "Released and retracted")),
            rows: facts.releases,
            columns: [
                .entry { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day { $0.day },
                .recorded { $0.recordedAt },
                Column(Label.kind, in: [.text, .csv], .words) { .words($0.kind.phrase) },
                .participant { $0.participant },
                Column(Label.item, key: "item", .number) { .number($0.item.value) },
                Column(Label.kind, in: .page, .words) { .words($0.kind.phrase) },
                .amount(Label.amount, key: "amountOre", total: .sum) { $0.amount },
                .staff { $0.staff },
            ])
    }

    var decisions: Listing<PeriodFacts.DecisionMade> {
        Listing(
            caption: Phrase(da: "Hvad der er besluttet, af hvem", en: "What was decided, and by whom"),
            rows: facts.decisions,
            columns: [
                .entry { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day { $0.day },
                .recorded { $0.recordedAt },
                Column(Label.kind, in: .csv, .words) { .words($0.kind.phrase) },
                .participant(in: recipients) { $0.participant },
                Column(Label.version, key: "version", in: recipients.intersection(.csv), .number) {
                    $0.version.map(Value.number)
                },
                Column(Label.through, key: "through", in: .csv) { $0.through.map(Value.day) },
                Column(Label.decision, in: [.text, .page], .words) { .words($0.summary) },
                .staff { $0.staff },
            ])
    }

    var corrections: Listing<PeriodFacts.Correction> {
        Listing(
            caption: .inKroner(Phrase(da: "Tilbageførte posteringer", en: "Entries reversed")),
            rows: facts.corrections,
            columns: [
                .entry { $0.entry },
                .day { $0.day },
                .recorded { $0.recordedAt },
                Column(Label.reverses, key: "reverses", .number) { .number(Int($0.reverses.value)) },
                Column(key: "reversedKind") { .code($0.kind.rawValue) },
                Column(Label.kind, .words) { .words($0.kind.phrase) },
                .participant(in: recipients) { $0.participant },
                .amount(Label.amount, key: "amountOre") { $0.amount },
                .staff { $0.staff },
            ])
    }

    var findings: Listing<ReportFinding> {
        let thresholds = facts.programme.thresholds
        let isLacking = facts.findings.contains { !$0.lacks.isEmpty }
        return Listing(
            caption: Phrase(da: "Hvad der er værd at se efter", en: "What is worth a look"), rows: facts.findings,
            columns: [
                Column(Label.finding, key: "finding") { .code($0.kind.rawValue) },
                Column(Label.meaning, .prose) { .words($0.kind.meaning(thresholds)) },
                Column(Label.count, key: "count", .figure) { .number($0.entries.count) },
                Column(Label.entries, key: "entries", .words) { .entries($0.entries) },
                .rows(key: "lacks", isOptional: true, lacks) { $0.lacks.isEmpty ? nil : $0.lacks },
                Column(Label.lacks, in: isLacking ? [.csv, .page] : .csv, .words) { finding in
                    finding.lacks.isEmpty ? nil : .words(.joined(finding.lacks.map(\.phrase), by: "; "))
                },
            ],
            paragraph: { remark, language in
                let entries =
                    remark.lacks.isEmpty
                    ? [remark.entries.map { "\($0.value)" }.joined(separator: " ")]
                    : remark.lacks.map { $0.phrase[language] }
                return "\(remark.kind.rawValue) (\(remark.entries.count))\n"
                    + Self.indented(remark.kind.meaning(thresholds)[language]) + entries.map(Self.indented).joined()
            })
    }

    private var lacks: [Column<ReportFinding.Lack>] {
        [
            Column(key: "proof") { .code($0.proof.rawValue) },
            Column(key: "entries") { .entries($0.entries) },
        ]
    }

    /// Indented lines of at most 98 columns.
    static func indented(_ text: String) -> String {
        text.folded(to: 98, first: "  ").map { $0 + "\n" }.joined()
    }
}

extension Forms {
    /// The forms that show a column on recipients: none where the programme has none, since the column would be empty.
    static func recipients(of programme: Programme) -> Forms { programme.hasRecipients ? .all : [] }
}

// Columns that several lists share.
extension Column {
    static func entry(width: Int? = nil, _ entry: @escaping (Row) -> EntryNumber) -> Column {
        Column(Label.entry, key: "entry", onPage: Phrase(da: "Postering", en: "Entry"), .number, width: width) {
            .number(Int(entry($0).value))
        }
    }

    static func day(width: Int? = nil, _ day: @escaping (Row) -> Day) -> Column {
        Column(Label.day, key: "day", width: width) { .day(day($0)) }
    }

    static func recorded(width: Int? = nil, _ moment: @escaping (Row) -> Moment) -> Column {
        Column(Label.recorded, key: "recordedAt", width: width) { .moment(moment($0)) }
    }

    static func participant(
        in forms: Forms = .all, width: Int? = nil, _ participant: @escaping (Row) -> ParticipantReference?
    ) -> Column {
        Column(Label.participant, key: "participant", in: forms, width: width) {
            (participant($0)?.text).map(Value.code)
        }
    }

    static func staff(_ staff: @escaping (Row) -> StaffID) -> Column {
        Column(Label.staff, key: "staff", onPage: Phrase(da: "Bogført af", en: "Recorded by")) { .code(staff($0).text) }
    }
}
