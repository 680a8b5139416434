import JSON
import MitBudget
import Phrases

/// One section of the period report as CSV: the Danish convention (`;`, decimal comma, byte order mark) or the
/// machine's (`,`, decimal point, days as 2024-12-31), by language. The last record is the command that prints it
/// again.
struct PeriodCSV {
    let anchor: String
    let terms: ReportTerms

    private var language: Language { terms.language }

    func write<Failure: Error>(
        facts: () throws(Failure) -> PeriodFacts, vouchers: ((VoucherLine) -> Void) throws(Failure) -> Void,
        to pieces: Pieces
    ) throws(Failure) {
        let section = terms.section ?? (terms.isSummary ? .posts : .vouchers)
        if language == .danish { pieces.write("\u{FEFF}") }
        pieces.write(record(headings(of: section).map { $0[language] }))
        if section == .vouchers {
            try vouchers { line in pieces.write { bytes in write(line, to: &bytes) } }
        } else {
            for row in rows(of: section, try facts()) { pieces.write(record(row)) }
        }
        pieces.write(record([terms.command]))
    }

    private var separator: Unicode.Scalar {
        switch language {
        case .danish: ";"
        case .english: ","
        }
    }

    private func record(_ fields: [String]) -> String {
        CSV.line(fields, separator: Character(separator))
    }

    /// Appends a record of the voucher list, field by field: there may be very many. Days and figures need no quotation
    /// marks in either convention.
    private func write(_ line: VoucherLine, to bytes: inout [UInt8]) {
        let separator = separator
        func end() { bytes.append(UInt8(ascii: separator)) }
        func field(_ text: String?) {
            if let text { CSV.write(text, separator: separator, to: &bytes) }
            end()
        }
        JSON.write(line.entry.value, to: &bytes)
        end()
        line.day.appendShort(in: language, to: &bytes)
        end()
        line.recordedAt.append(to: &bytes)
        end()
        line.paid?.appendShort(in: language, to: &bytes)
        end()
        field(line.voucher.text)
        field(line.participant?.text)
        if let item = line.item { JSON.write(Int64(item.value), to: &bytes) }
        end()
        field(line.area?.text)
        field(line.post.text)
        field(line.kind.phrase[language])
        line.amount.appendTyped(in: language, to: &bytes)
        end()
        CSV.write(line.staff.text, separator: separator, to: &bytes)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private func amount(_ amount: Amount?) -> String {
        amount?.typed(in: language) ?? ""
    }

    private func day(_ day: Day?) -> String {
        day?.short(in: language) ?? ""
    }

    private func headings(of section: ReportSection) -> [Phrase] {
        switch section {
        case .header, .unspent, .signOff: [Word.what, Word.value]
        case .income: [Word.entry, Word.day, Word.voucher, Word.amount, Word.kind]
        case .posts: [Word.post, Word.budget, Word.before, Word.period, Word.inAll, Word.remaining]
        case .participants:
            [
                Word.participant, Word.state, Word.version, Word.approvedBy, Word.approvedOn, Word.cap, Word.approved,
                Word.released, Word.before, Word.period, Word.inAll, Word.remaining,
            ]
        case .areas: [Word.area, Word.before, Word.period, Word.inAll]
        case .months: [Word.month, Word.amount]
        case .vouchers:
            [
                Word.entry, Word.day, Word.recorded, Word.paid, Word.voucher, Word.participant, Word.item, Word.area,
                Word.post, Word.kind, Word.amount, Word.staff,
            ]
        case .releases:
            [Word.entry, Word.day, Word.recorded, Word.kind, Word.participant, Word.item, Word.amount, Word.staff]
        case .decisions:
            [
                Word.entry, Word.day, Word.recorded, Word.kind, Word.participant, Word.version, Word.through,
                Word.staff,
            ]
        case .corrections:
            [Word.entry, Word.day, Word.recorded, Word.reverses, Word.kind, Word.participant, Word.amount, Word.staff]
        case .findings: [Word.finding, Word.meaning, Word.count, Word.entries]
        }
    }

    private func rows(of section: ReportSection, _ facts: PeriodFacts) -> [[String]] {
        switch section {
        case .header: PeriodHeader(facts: facts, anchor: anchor).lines(in: language)
        case .income:
            facts.transfers.map {
                [
                    "\($0.entry.value)", day($0.day), $0.voucher.text, amount($0.amount), $0.kind.phrase[language],
                ]
            }
        case .posts:
            facts.posts.map { [$0.name.text, amount($0.budget)] + spending($0.spending) + [amount($0.remaining)] }
        case .participants: facts.participants.map { fields(of: $0, cap: facts.programme.cap) }
        case .areas: facts.areas.map { [$0.area.text] + spending($0.spending) }
        case .months: facts.months.map { [$0.code, amount($0.amount)] }
        case .releases:
            facts.releases.map {
                [
                    "\($0.entry.value)", day($0.day), $0.recordedAt.iso, $0.kind.phrase[language],
                    $0.participant.text, "\($0.item.value)", amount($0.amount), $0.staff.text,
                ]
            }
        case .decisions:
            facts.decisions.map {
                [
                    "\($0.entry.value)", day($0.day), $0.recordedAt.iso, $0.kind.phrase[language],
                    $0.participant?.text ?? "", $0.version.map(String.init) ?? "", day($0.through), $0.staff.text,
                ]
            }
        case .corrections:
            facts.corrections.map {
                [
                    "\($0.entry.value)", day($0.day), $0.recordedAt.iso, "\($0.reverses.value)",
                    $0.kind.phrase[language], $0.participant?.text ?? "", amount($0.amount), $0.staff.text,
                ]
            }
        case .findings:
            facts.findings.map {
                [
                    $0.kind.rawValue, $0.kind.meaning(facts.programme.thresholds)[language], "\($0.entries.count)",
                    $0.entries.map { "\($0.value)" }.joined(separator: " "),
                ]
            }
        case .unspent:
            (facts.unspent.account + facts.unspent.outcome).map { [$0.label[language], amount($0.amount)] }
        case .signOff: [[Word.anchor[language], anchor]]
        case .vouchers: []
        }
    }

    private func spending(_ spending: PeriodFacts.Spending) -> [String] {
        [amount(spending.opening), amount(spending.period), amount(spending.closing)]
    }

    private func fields(of participant: PeriodFacts.Participant, cap: Amount?) -> [String] {
        let standing = participant.standing
        return [
            standing.reference.text, standing.isWithdrawn ? Word.withdrawn[language] : Word.active[language],
            participant.plan.map { "\($0.version)" } ?? "", participant.plan?.approver.text ?? "",
            day(participant.plan?.day), amount(cap), amount(standing.balance.approved),
            amount(standing.balance.released),
        ] + spending(participant.spending) + [amount(cap.map { $0 - participant.spending.closing })]
    }
}
