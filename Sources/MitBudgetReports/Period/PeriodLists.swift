import MitBudget
import Phrases

extension Listing<VoucherLine> {
    /// The voucher list; its rows stream. Without recipients it has only posts.
    static func vouchers(of programme: Programme) -> Self {
        let recipients = Forms.recipients(of: programme)
        let text = recipients.intersection(.text)
        // Where text has room for the name of an area or a post; a longer one stands on the line below.
        let placeWidth = 15
        let participantWidth = max(11, Language.allCases.map { Label.participant[$0].columns }.max() ?? 0)
        return Listing(
            caption: .inKroner(Phrase(da: "Bilagsliste", en: "List of vouchers")), isWide: true,
            columns: [
                .entry(width: 7) { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day(width: 10) { $0.day },
                .recorded(width: 10) { $0.recordedAt },
                Column(Label.paid, key: "paid", width: 10) { $0.paid.map(Value.day) },
                Column(Label.voucher, key: "voucher") { .code($0.voucher.text) },
                .participant(in: recipients) { $0.participant },
                Column(Label.item, key: "item", in: recipients, .number) { ($0.item?.value).map(Value.number) },
                Column(Label.participant, in: text, width: participantWidth) {
                    .code(($0.participant?.text ?? "") + ($0.item.map { "/\($0.value)" } ?? ""))
                },
                Column(Label.area, key: "area", in: recipients, .words) {
                    $0.area.map { .name(code: $0.text, $0.phrase) }
                },
                Column(Label.post, key: "post", .words) { .name(code: $0.post.text, $0.post.phrase) },
                Column(text.isEmpty ? Label.post : Label.area, in: .text, .words, width: placeWidth) {
                    .words($0.place.fitting(placeWidth))
                },
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
                let (place, indent) = (line.place[language], String(repeating: " ", count: 9))
                guard place.columns > placeWidth else { return indent + voucher[language] + "\n" }
                let lines = "\(place), \(voucher[language])".folded(first: indent, rest: indent)
                return lines.map { $0 + "\n" }.joined()
            })
    }
}

extension VoucherLine {
    /// The area of the item, or the post where there is none.
    fileprivate var place: Phrase { area?.phrase ?? post.phrase }
}

extension Phrase {
    /// The phrase in each language in which it takes at most that many columns.
    fileprivate func fitting(_ width: Int) -> Phrase {
        func fitting(_ text: String) -> String { text.columns <= width ? text : "" }
        return Phrase(da: "\(fitting(self[.danish]))", en: "\(fitting(self[.english]))")
    }
}

// The other sections that list single entries.
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
        return Listing(
            caption: Phrase(da: "Hvad der er værd at se efter", en: "What is worth a look"), rows: facts.findings,
            columns: [
                Column(Label.finding, key: "finding") { .code($0.kind.rawValue) },
                Column(Label.meaning, .prose) { .words($0.kind.meaning(thresholds)) },
                Column(Label.count, key: "count", .figure) { .number($0.entries.count) },
                Column(Label.entries, key: "entries", .words) { .entries($0.entries) },
            ],
            paragraph: { remark, language in
                "\(remark.kind.rawValue) (\(remark.entries.count))\n"
                    + Self.indented(remark.kind.meaning(thresholds)[language])
                    + Self.indented(remark.entries.map { "\($0.value)" }.joined(separator: " "))
            })
    }

    /// Indented lines of at most 98 columns.
    static func indented(_ text: String) -> String {
        text.folded(to: 98, first: "  ").map { $0 + "\n" }.joined()
    }
}

extension Forms {
    /// The forms that show a column on recipients: none where the programme has none, since the column would be empty.
    fileprivate static func recipients(of programme: Programme) -> Forms { programme.hasRecipients ? .all : [] }
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
        in forms: Forms = .all, _ participant: @escaping (Row) -> ParticipantReference?
    ) -> Column {
        Column(Label.participant, key: "participant", in: forms) { (participant($0)?.text).map(Value.code) }
    }

    static func staff(_ staff: @escaping (Row) -> StaffID) -> Column {
        Column(Label.staff, key: "staff", onPage: Phrase(da: "Bogført af", en: "Recorded by")) { .code(staff($0).text) }
    }
}
