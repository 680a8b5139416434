import MitBudget
import Phrases

/// The period report as plain text of 100 columns, with page breaks for a line printer before the long sections.
struct PeriodText {
    let facts: PeriodFacts
    let anchor: String
    let terms: ReportTerms

    private var language: Language { terms.language }

    func write<Failure: Error>(
        vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        for section in terms.sections {
            sink(lead(of: section))
            if section == .vouchers {
                try writeVouchers(vouchers, to: sink)
            } else {
                sink(body(of: section))
            }
        }
        sink("\n" + terms.command + "\n")
    }

    private func lead(of section: ReportSection) -> String {
        let heading = section.heading[language]
        let line = heading + "\n" + String(repeating: "=", count: heading.count) + "\n"
        switch section {
        case .header: return line
        case .participants, .vouchers, .releases, .findings: return "\u{0C}" + line
        case .income, .posts, .areas, .months, .decisions, .corrections, .unspent, .signOff: return "\n" + line
        }
    }

    private func body(of section: ReportSection) -> String {
        switch section {
        case .header: pairs(PeriodHeader(facts: facts, anchor: anchor).lines(in: language))
        case .income: income
        case .posts: posts
        case .participants: participants
        case .areas: areas
        case .months: months
        case .vouchers: ""
        case .releases: releases
        case .decisions: decisions
        case .corrections: corrections
        case .findings: findings
        case .unspent: unspent
        case .signOff: signOff
        }
    }

    // MARK: Pieces

    private var none: String { Word.none[language] + "\n" }

    private func say(_ phrase: Phrase) -> String { phrase[language] }

    private func bare(_ amount: Amount?) -> String { amount?.bare(in: language) ?? "–" }

    private func short(_ day: Day?) -> String { day?.short(in: language) ?? "" }

    private func pairs(_ rows: [[String]]) -> String {
        let width = rows.compactMap(\.first?.count).max() ?? 0
        return rows.map { row in
            let label = row.first ?? ""
            let line = label + String(repeating: " ", count: width - label.count + 2) + (row.last ?? "")
            return line.withoutTrailingBlanks + "\n"
        }.joined()
    }

    private func table(_ columns: [Table.Column], _ rows: [[String]], totals: [[String]] = []) -> String {
        rows.isEmpty ? none : Table(columns: columns, rows: rows, totals: totals).text(style: .plain)
    }

    private var income: String {
        let rows = facts.transfers.map {
            ["\($0.entry.value)", short($0.day), $0.kind.phrase[language], $0.voucher.text, bare($0.amount)]
        }
        let list = table(
            [
                .figures(say(Word.entry)), .words(say(Word.day)), .words(say(Word.kind)), .words(say(Word.voucher)),
                .figures(say(Word.amount)),
            ], rows)
        let sums = Table(
            columns: [.words(""), .figures(say(Word.before)), .figures(say(Word.period)), .figures(say(Word.inAll))],
            rows: [
                [
                    say(Word.received), bare(facts.incomeBefore), bare(facts.incomeInPeriod), bare(facts.received),
                ],
                [say(Word.repaid), bare(facts.repaidBefore), bare(facts.repaidInPeriod), bare(facts.repaid)],
            ])
        return list + "\n" + sums.text(style: .plain)
    }

    private var posts: String {
        func row(_ name: String, _ budget: Amount, _ spending: PeriodFacts.Spending) -> [String] {
            [
                name, bare(budget), bare(spending.opening), bare(spending.period), bare(spending.closing),
                bare(budget - spending.closing), spending.closing.percent(of: budget, in: language),
            ]
        }
        let budgets = facts.posts.reduce(Amount.zero) { $0 + $1.budget }
        return table(
            [
                .words(say(Word.post)), .figures(say(Word.budget)), .figures(say(Word.before)),
                .figures(say(Word.period)), .figures(say(Word.inAll)), .figures(say(Word.remaining)),
                .figures(say(Word.percent)),
            ],
            facts.posts.map { row($0.name.phrase[language], $0.budget, $0.spending) },
            totals: [row(say(Word.inAll), budgets, facts.spending)])
    }

    /// Two tables, since one would be wider than the paper: the plans, and the money.
    private var participants: String {
        guard !facts.participants.isEmpty else { return none }
        let plans = facts.participants.map { participant in
            [
                participant.standing.reference.text,
                say(participant.standing.isWithdrawn ? Word.withdrawn : Word.active),
                participant.plan.map { "\($0.version)" } ?? "–", participant.plan?.approver.text ?? "",
                short(participant.plan?.day), bare(facts.programme.cap),
                bare(participant.standing.balance.approved), bare(participant.standing.balance.released),
            ]
        }
        let money = facts.participants.map { participant in
            [
                participant.standing.reference.text, bare(participant.spending.opening),
                bare(participant.spending.period), bare(participant.spending.closing),
                // A stopped budget has nothing left to use.
                participant.standing.isWithdrawn
                    ? "–" : bare(facts.programme.cap.map { $0 - participant.spending.closing }),
            ]
        }
        let sum = facts.participants.reduce(PeriodFacts.Spending.zero) { $0 + $1.spending }
        return table(
            [
                .words(say(Word.participant)), .words(say(Word.state)), .figures(say(Word.version)),
                .words(say(Word.approvedBy)), .words(say(Word.approvedOn)), .figures(say(Word.cap)),
                .figures(say(Word.approved)), .figures(say(Word.released)),
            ], plans) + "\n"
            + table(
                [
                    .words(say(Word.participant)), .figures(say(Word.before)), .figures(say(Word.period)),
                    .figures(say(Word.inAll)), .figures(say(Word.remaining)),
                ], money, totals: [[say(Word.inAll), bare(sum.opening), bare(sum.period), bare(sum.closing)]])
    }

    private var areas: String {
        // The other posts have no areas; with them the sum is that of all spending.
        let others = facts.posts.filter { $0.name != .citizens }
        func row(_ name: String, _ spending: PeriodFacts.Spending) -> [String] {
            [name, bare(spending.opening), bare(spending.period), bare(spending.closing)]
        }
        return table(
            [
                .words(say(Word.area)), .figures(say(Word.before)), .figures(say(Word.period)),
                .figures(say(Word.inAll)),
            ],
            facts.areas.map { row($0.area.phrase[language], $0.spending) }
                + others.map { row(say(Word.otherPost($0.name)), $0.spending) },
            totals: [row(say(Word.inAll), facts.spending)])
    }

    private var months: String {
        let rows = facts.months.map { [$0.code, bare($0.amount)] }
        let sum = facts.months.reduce(Amount.zero) { $0 + $1.amount }
        return table(
            [.words(say(Word.month)), .figures(say(Word.amount))], rows, totals: [[say(Word.inAll), bare(sum)]])
    }

    private var releases: String {
        let rows = facts.releases.map {
            [
                "\($0.entry.value)", short($0.day), short($0.recordedAt.day), $0.kind.phrase[language],
                $0.participant.text, "\($0.item.value)", bare($0.amount), $0.staff.text,
            ]
        }
        let sum = facts.releases.reduce(Amount.zero) { $0 + $1.amount }
        return table(
            [
                .figures(say(Word.entry)), .words(say(Word.day)), .words(say(Word.recorded)), .words(say(Word.kind)),
                .words(say(Word.participant)), .figures(say(Word.item)), .figures(say(Word.amount)),
                .words(say(Word.staff)),
            ], rows, totals: [[say(Word.inAll), "", "", "", "", "", bare(sum)]])
    }

    private var decisions: String {
        let rows = facts.decisions.map {
            [
                "\($0.entry.value)", short($0.day), short($0.recordedAt.day), $0.participant?.text ?? "",
                $0.summary[language], $0.staff.text,
            ]
        }
        return table(
            [
                .figures(say(Word.entry)), .words(say(Word.day)), .words(say(Word.recorded)),
                .words(say(Word.participant)), .words(say(Word.decision)), .words(say(Word.staff)),
            ], rows)
    }

    private var corrections: String {
        let rows = facts.corrections.map {
            [
                "\($0.entry.value)", short($0.day), short($0.recordedAt.day), "\($0.reverses.value)",
                $0.kind.phrase[language], $0.participant?.text ?? "", bare($0.amount), $0.staff.text,
            ]
        }
        return table(
            [
                .figures(say(Word.entry)), .words(say(Word.day)), .words(say(Word.recorded)),
                .figures(say(Word.reverses)), .words(say(Word.kind)), .words(say(Word.participant)),
                .figures(say(Word.amount)), .words(say(Word.staff)),
            ], rows)
    }

    private var findings: String {
        guard !facts.findings.isEmpty else { return none }
        return facts.findings.map { remark in
            let numbers = remark.entries.map { "\($0.value)" }
            return "\(remark.kind.rawValue) (\(numbers.count))\n"
                + "  " + remark.kind.meaning(facts.programme.thresholds)[language] + "\n"
                + wrapped(numbers, indent: "  ")
        }.joined(separator: "\n")
    }

    private func wrapped(_ words: [String], indent: String) -> String {
        var lines: [String] = []
        var line = indent
        for word in words {
            if line.count + word.count + 1 > 98, line != indent {
                lines.append(line)
                line = indent
            }
            line += (line == indent ? "" : " ") + word
        }
        return (lines + [line]).map { $0 + "\n" }.joined()
    }

    private var unspent: String {
        var table = Table(columns: [.words(""), .figures("")])
        table.rows = (facts.unspent.account + facts.unspent.outcome).map {
            [say($0.label), $0.amount.text(in: language)]
        }
        // Label and amount need no headings over them.
        return table.lines(style: .plain).dropFirst(2).map { $0 + "\n" }.joined()
    }

    private var signOff: String {
        let blank = String(repeating: "_", count: 42)
        return pairs([
            [
                say(Phrase(da: "For ledelsen, dato og underskrift", en: "For the management, date and signature")),
                blank,
            ],
            ["", ""],
            [say(Phrase(da: "Revisor, dato og underskrift", en: "The auditor, date and signature")), blank],
        ]) + "\n" + say(Word.anchor) + "\n  " + grouped(anchor: anchor) + "\n"
    }

    // MARK: Vouchers

    /// Two lines a voucher: a reference of forty characters would not fit beside the figures.
    private func writeVouchers<Failure: Error>(
        _ vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void, to sink: @escaping (String) -> Void
    ) throws(Failure) {
        var total = Amount.zero
        var count = 0
        let layout = VoucherLayout(language: language)
        try vouchers { line in
            if count == 0 { sink(layout.head) }
            count += 1
            total += line.amount
            sink(layout.lines(for: line))
        }
        sink(count == 0 ? none : layout.foot(count: count, total: total))
    }
}
