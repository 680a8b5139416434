import MitBudget
import Phrases

// The section on changes of the terms. JSON nests the changes of an amendment, text writes them below it, and CSV and
// pages have a line for each.
extension PeriodSections {
    private typealias Made = PeriodFacts.AmendmentMade
    private typealias Line = (made: Made, change: TermsChange?)

    private var made: [Column<Made>] {
        [
            .entry { $0.entry },
            .day { $0.day },
            .recorded { $0.recordedAt },
            .staff { $0.staff },
            Column(Phrase(da: "Godkendelse", en: "Approval"), key: "approval") {
                ($0.approval?.text).map(Value.code)
            },
        ]
    }

    private var change: [Column<TermsChange>] {
        let (from, to) = (Phrase(da: "Før", en: "From"), Phrase(da: "Efter", en: "To"))
        return [
            Column(Phrase(da: "Nøgle", en: "Key"), key: "key", in: .csv) { .code($0.key) },
            Column(from, key: "from", in: .csv) { $0.from.map(Value.term) },
            Column(to, key: "to", in: .csv) { $0.to.map(Value.term) },
            Column(Label.what, in: .page, .words) { .words($0.name) },
            Column(from, in: .page, .words) { .words($0.said($0.from)) },
            Column(to, in: .page, .words) { .words($0.said($0.to)) },
        ]
    }

    private static let caption = Phrase(da: "Hvad der er ændret i vilkårene", en: "What changed in the terms")

    func writeAmendments() {
        switch terms.form {
        case .text, .json:
            write(
                Listing(
                    caption: Self.caption, rows: facts.amendments,
                    columns: made + [.rows(key: "changes", change) { $0.changes }], paragraph: Self.paragraph))
        case .csv, .html:
            let lines = facts.amendments.flatMap { made -> [Line] in
                made.changes.isEmpty ? [(made, nil)] : made.changes.map { (made, $0) }
            }
            write(
                Listing<Line>(
                    caption: Self.caption, isWide: true, rows: lines,
                    columns: made.map { $0.inside(\.made) } + change.map { $0.inside(\.change) }))
        }
    }

    private static func paragraph(_ made: PeriodFacts.AmendmentMade, in language: Language) -> String {
        let entry = Phrase(
            da: "Nr. \(made.entry), \(made.day), bogført \(typed: made.recordedAt.day) af \(made.staff)",
            en: "No. \(made.entry), \(made.day), recorded \(typed: made.recordedAt.day) by \(made.staff)")
        let approval =
            made.approval.map { Phrase(da: "tilskudsgiverens godkendelse: \($0)", en: "the funder's approval: \($0)") }
            ?? Phrase(da: "ingen godkendelse fra tilskudsgiveren", en: "no approval by the funder")
        let changes =
            made.changes.isEmpty
            ? [Phrase(da: "intet ændret", en: "nothing changed")] : made.changes.map(\.phrase)
        let lines = ([approval] + changes).map { indented($0[language]) }
        return entry[language] + "\n" + lines.joined()
    }
}
