import MitBudget
import Phrases

// The sections that name entry after entry.
extension PeriodPage {
    /// The voucher list, row by row; the table begins with the first, since there may be none.
    func writeVouchers<Failure: Error>(
        _ vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to pieces: Pieces
    ) throws(Failure) {
        let section = HTML.tags("section", ["id": ReportSection.vouchers.rawValue])
        pieces.write(section.opening + HTML("h2") { page.say(ReportSection.vouchers.heading) }.markup + "\n")
        let table = page.table(
            .inKroner(Phrase(da: "Bilagsliste", en: "List of vouchers")),
            [
                .entry, .day, .recorded, .words(Phrase(da: "Betalt", en: "Paid")), .voucher, .participant, .item,
                .words(Phrase(da: "Område", en: "Area")), .words(Phrase(da: "Post", en: "Post")), .kind, .amount,
                .staff,
            ], isWide: true)
        var (sum, count) = (Amount.zero, 0)
        var row = HTML.empty
        try vouchers { line in
            if count == 0 { pieces.write(table.opening) }
            sum += line.amount
            count += 1
            table.add(cells(of: line), to: &row)
            pieces.write(row)
            row.clear()
        }
        if count == 0 {
            pieces.write(page.none.markup)
        } else {
            let lines = Phrase(da: "I alt, linjer: \(count)", en: "Total, lines: \(count)")
            pieces.write(table.closing(totals: table.total(lines, across: 10, .amount(sum), .words(""))))
        }
        pieces.write(section.closing + "\n")
    }

    private func cells(of line: VoucherLine) -> [PageTable.Cell] {
        [
            .entry(line.entry), page.day(line.day), page.day(line.recordedAt), line.paid.map(page.day) ?? .none,
            .longCode(line.voucher.text), .participant(line.participant),
            line.item.map { .number(Int64($0.value)) } ?? .none,
            line.area.map { .words(page.say($0.phrase)) } ?? .none, .words(page.say(line.post.phrase)),
            .words(page.say(line.kind.phrase)), .amount(line.amount), .staff(line.staff),
        ]
    }

    var releases: HTML {
        guard !facts.releases.isEmpty else { return page.none }
        let table = page.table(
            .inKroner(Phrase(da: "Frigivet og tilbagekaldt", en: "Released and retracted")),
            [.entry, .day, .recorded, .participant, .item, .kind, .amount, .staff])
        let sum = facts.releases.reduce(Amount.zero) { $0 + $1.amount }
        return table.html(
            .each(facts.releases) { release in
                table.row(
                    .entry(release.entry), page.day(release.day), page.day(release.recordedAt),
                    .participant(release.participant), .number(Int64(release.item.value)),
                    .words(page.say(release.kind.phrase)), .amount(release.amount), .staff(release.staff))
            },
            totals: table.total(.total, across: 6, .amount(sum), .words("")))
    }

    var decisions: HTML {
        guard !facts.decisions.isEmpty else { return page.none }
        let table = page.table(
            Phrase(da: "Hvad der er besluttet, af hvem", en: "What was decided, and by whom"),
            [.entry, .day, .recorded, .participant, .words(Phrase(da: "Beslutning", en: "Decision")), .staff])
        return table.html(
            .each(facts.decisions) { decision in
                table.row(
                    .entry(decision.entry), page.day(decision.day), page.day(decision.recordedAt),
                    .participant(decision.participant), .words(page.say(decision.summary)),
                    .staff(decision.staff))
            })
    }

    var corrections: HTML {
        guard !facts.corrections.isEmpty else { return page.none }
        let table = page.table(
            .inKroner(Phrase(da: "Tilbageførte posteringer", en: "Entries reversed")),
            [
                .entry, .day, .recorded, .words(Phrase(da: "Tilbagefører", en: "Reverses")), .kind, .participant,
                .amount, .staff,
            ])
        return table.html(
            .each(facts.corrections) { correction in
                table.row(
                    .entry(correction.entry), page.day(correction.day), page.day(correction.recordedAt),
                    .entry(correction.reverses), .words(page.say(correction.kind.phrase)),
                    .participant(correction.participant), .amount(correction.amount), .staff(correction.staff))
            })
    }

    var findings: HTML {
        let findings = facts.findings.filter { !$0.entries.isEmpty }
        guard !findings.isEmpty else { return page.none }
        let table = page.table(
            Phrase(da: "Hvad der er værd at se efter", en: "What is worth a look"),
            [
                .words(Phrase(da: "Bemærkning", en: "Finding")), .words(Phrase(da: "Betydning", en: "Meaning")),
                .figures(Phrase(da: "Antal", en: "Count")), .words(Phrase(da: "Posteringer", en: "Entries")),
            ])
        return table.html(
            .each(findings) { finding in
                table.row(
                    .code(finding.kind.rawValue), .prose(page.say(finding.kind.meaning(programme.thresholds))),
                    .figure(String(finding.entries.count)),
                    .words(finding.entries.map { String($0.value) }.joined(separator: ", ")))
            })
    }
}
