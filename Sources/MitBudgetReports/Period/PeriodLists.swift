import MitBudget
import Phrases

extension Listing<VoucherLine> {
    /// The voucher list; its rows stream.
    static var vouchers: Self {
        Listing(
            caption: .inKroner(Phrase(da: "Bilagsliste", en: "List of vouchers")), isWide: true,
            columns: [
                .entry(width: 7) { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day(width: 10) { $0.day },
                .recorded(width: 10) { $0.recordedAt },
                Column(Label.paid, key: "paid", width: 10) { $0.paid.map(Value.day) },
                Column(Label.voucher, key: "voucher") { .code($0.voucher.text) },
                .participant { $0.participant },
                Column(Label.item, key: "item", .number) { ($0.item?.value).map(Value.number) },
                Column(Label.participant, in: .text, width: 11) {
                    .code(($0.participant?.text ?? "") + ($0.item.map { "/\($0.value)" } ?? ""))
                },
                Column(Label.area, key: "area", .words) { $0.area.map { .name(code: $0.text, $0.phrase) } },
                Column(Label.post, key: "post", .words) { .name(code: $0.post.text, $0.post.phrase) },
                Column(Label.area, in: .text, .words, width: 15) { .words($0.area?.phrase ?? $0.post.phrase) },
                Column(Label.kind, .words, width: 13) { .words($0.kind.phrase) },
                .amount(Label.amount, key: "amountOre", total: .sum, width: 16) { $0.amount },
                .staff { $0.staff },
            ],
            total: {
                Phrase(da: "I alt \($0) bilag", en: "In all \($0) \($0 == 1 ? "voucher" : "vouchers")")
            },
            totalOnPage: { Phrase(da: "I alt, linjer: \($0)", en: "Total, lines: \($0)") },
            paragraph: { line, language in
                let voucher = Phrase(
                    da: "bilag \(line.voucher), bogført af \(line.staff)",
                    en: "voucher \(line.voucher), recorded by \(line.staff)")
                return String(repeating: " ", count: 9) + voucher[language] + "\n"
            })
    }
}

// The other sections that list single entries.
extension PeriodSections {
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
                .participant { $0.participant },
                Column(Label.version, key: "version", in: .csv, .number) { $0.version.map(Value.number) },
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
                .participant { $0.participant },
                .amount(Label.amount, key: "amountOre") { $0.amount },
                .staff { $0.staff },
            ])
    }

    var findings: Listing<ReportFinding> {
        let thresholds = facts.programme.thresholds
        return Listing(
            caption: Phrase(da: "Hvad der er værd at se efter", en: "What is worth a look"), rows: facts.findings,
            columns: [
                Column(Label.finding, key: "finding") { .code($0.kind.rawValue) },
                Column(Label.meaning, .prose) { .words($0.kind.meaning(thresholds)) },
                Column(Label.count, key: "count", .figure) { .number($0.entries.count) },
                Column(Label.entries, key: "entries", .words) { .entries($0.entries) },
            ],
            paragraph: { remark, language in
                "\(remark.kind.rawValue) (\(remark.entries.count))\n  " + remark.kind.meaning(thresholds)[language]
                    + "\n" + Self.wrapped(remark.entries.map { "\($0.value)" })
            })
    }

    /// Joins words into indented lines of at most 98 columns.
    private static func wrapped(_ words: [String]) -> String {
        var lines: [String] = []
        var line = " "
        for word in words {
            if line.count + word.count + 1 > 98, line != " " {
                lines.append(line)
                line = " "
            }
            line += " " + word
        }
        return (lines + [line]).map { $0 + "\n" }.joined()
    }
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

    static func participant(_ participant: @escaping (Row) -> ParticipantReference?) -> Column {
        Column(Label.participant, key: "participant") { (participant($0)?.text).map(Value.code) }
    }

    static func staff(_ staff: @escaping (Row) -> StaffID) -> Column {
        Column(Label.staff, key: "staff", onPage: Phrase(da: "Bogført af", en: "Recorded by")) { .code(staff($0).text) }
    }
}
