import MitBudget
import Phrases

// The sections on what was recorded after an earlier report, and on other ledgers' anchors.
extension PeriodSections {
    private var later: Listing<LaterEntry> {
        let recipients = Forms.recipients(of: programme)
        return Listing(
            caption: .inKroner(
                Phrase(da: "Bogført efter den tidligere rapport", en: "Recorded after the earlier report")),
            isWide: true,
            columns: [
                .entry(width: 7) { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day(width: 10) { $0.day },
                .recorded(width: 10) { $0.recordedAt },
                Column(Label.kind, .words, width: 24) { .words($0.kind.phrase) },
                .participant(in: recipients, width: 11) { $0.participant },
                Column(Label.item, key: "item", in: recipients.subtracting(.text), .number) {
                    ($0.item?.value).map(Value.number)
                },
                Column(Label.voucher, key: "voucher") { ($0.voucher?.text).map(Value.code) },
                .amount(Label.amount, key: "amountOre", width: 14) { $0.amount },
                .amount(Label.spending, key: "spentOre", total: .sum, width: 14) { $0.spent },
                .staff { $0.staff },
            ],
            total: { rows in
                Phrase(da: "I alt \(.entries(rows))", en: "In all \(.entries(rows))")
            },
            totalOnPage: { Phrase(da: "I alt, linjer: \($0)", en: "Total, lines: \($0)") },
            paragraph: { entry, language in
                let recorded = Phrase(da: "bogført af \(entry.staff)", en: "recorded by \(entry.staff)")
                let words =
                    entry.voucher.map { voucher in
                        Phrase(da: "bilag \(voucher), \(recorded)", en: "voucher \(voucher), \(recorded)")
                    } ?? recorded
                return String(repeating: " ", count: 9) + words[language] + "\n"
            })
    }

    /// Writes what was recorded since the entry of the terms, and by how much it changed the period's spending.
    func writeLater<Failure: Error>(_ rows: Source<LaterEntry, Failure>) throws(Failure) {
        guard let since = facts.scope.since, let sums = facts.later else { return }
        let lead = Phrase(
            da: """
                Efter postering \(since) er der bogført \(.entries(sums.count)) med dag i perioden. De ændrer dens \
                forbrug med \(sums.delta) i alt.
                """,
            en: """
                After entry \(since), \(.entries(sums.count)) with a day in the period \
                \(sums.count == 1 ? "was" : "were") recorded. They change its spending by \(sums.delta) in all.
                """)
        switch terms.form {
        case .text: for line in lead[language].folded(rest: "") { pieces.write(line + "\n") }
        case .html: pieces.write(.lines([page.paragraph(lead)]))
        case .csv: break
        case .json:
            pieces.write { bytes in
                bytes.append(UInt8(ascii: "{"))
                bytes.member("entry", since)
                bytes.member("count", sums.count)
                bytes.member("deltaOre", sums.delta)
            }
            pieces.write(",\"entries\":")
        }
        try stream(later, rows)
        if terms.form == .json { pieces.write("}") }
    }

    var witnessed: Listing<PeriodFacts.Witnessed> {
        Listing(
            caption: Phrase(
                da: "Kontrolkoder fra andre journaler, gemt i denne", en: "Anchors of other ledgers, kept in this one"),
            rows: facts.witnessed,
            columns: [
                .entry { $0.entry },
                .day { $0.day },
                .recorded { $0.recordedAt },
                Column(Label.origin, key: "origin") { .code($0.testimony.origin.text) },
                Column(Label.anchor, key: "anchor") { .code($0.testimony.anchor) },
                .staff { $0.staff },
            ],
            paragraph: { witnessed, language in
                let entry = Phrase(
                    da: """
                        Nr. \(witnessed.entry), \(witnessed.day), bogført \(typed: witnessed.recordedAt.day) af \
                        \(witnessed.staff): \(witnessed.testimony.origin)
                        """,
                    en: """
                        No. \(witnessed.entry), \(witnessed.day), recorded \(typed: witnessed.recordedAt.day) by \
                        \(witnessed.staff): \(witnessed.testimony.origin)
                        """)
                return entry[language] + "\n  " + witnessed.testimony.anchor + "\n"
            })
    }
}
