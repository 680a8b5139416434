import MitBudget
import Phrases

// The sections on grant money received and paid back, and on unspent money.
extension PeriodSections {
    private func transfers(_ rows: [PeriodFacts.Transfer]) -> Listing<PeriodFacts.Transfer> {
        Listing(
            caption: .inKroner(Phrase(da: "Rater og tilbagebetalinger", en: "Instalments and repayments")), rows: rows,
            columns: [
                .entry { $0.entry },
                .day { $0.day },
                Column(Label.kind, in: [.text, .page], .words) { .words($0.kind.phrase) },
                Column(Label.voucher, key: "voucher") { .code($0.voucher.text) },
                .amount(Label.amount, key: "amountOre") { $0.amount },
                Column(Label.kind, in: .csv, .words) { .words($0.kind.phrase) },
            ])
    }

    private var transferSums: Listing<(name: Phrase, spending: PeriodFacts.Spending)> {
        Listing(
            caption: .inKroner(Phrase(da: "Modtaget og tilbagebetalt", en: "Received and repaid")),
            rows: [
                (Label.received, PeriodFacts.Spending(opening: facts.incomeBefore, period: facts.incomeInPeriod)),
                (Label.repaid, PeriodFacts.Spending(opening: facts.repaidBefore, period: facts.repaidInPeriod)),
            ],
            columns: [
                Column(.blank, onPage: Phrase(da: "Betalinger", en: "Payments"), .words) { .words($0.name) },
                .before(total: nil) { $0.spending }, .inPeriod(total: nil) { $0.spending },
                .inAll(total: nil) { $0.spending },
            ])
    }

    func writeIncome() {
        let transfers = transfers(facts.transfers)
        switch terms.form {
        case .text: pieces.write(transfers.text(in: language) + "\n" + transferSums.text(in: language))
        case .csv: write(transfers)
        case .json:
            pieces.write { bytes in
                bytes.append(UInt8(ascii: "{"))
                bytes.members([
                    "openingOre": facts.incomeBefore, "periodOre": facts.incomeInPeriod, "closingOre": facts.received,
                ])
            }
            pieces.write(",\"instalments\":")
            write(self.transfers(facts.instalments))
            pieces.write { bytes in
                bytes.members([
                    "repaidOpeningOre": facts.repaidBefore, "repaidPeriodOre": facts.repaidInPeriod,
                    "repaidClosingOre": facts.repaid,
                ])
            }
            pieces.write(",\"repayments\":")
            write(self.transfers(facts.repayments))
            pieces.write("}")
        case .html:
            pieces.write(
                HTML("div") {
                    transfers.html(on: page)
                    transferSums.html(on: page)
                })
        }
    }

    private func account(_ rows: [Unspent.Line]) -> Listing<Unspent.Line> {
        Listing(
            caption: .inKroner(Phrase(da: "Fra tilsagn til uforbrugt", en: "From granted to unspent")), rows: rows,
            columns: [
                Column(Label.what, onPage: Phrase(da: "Opgørelse", en: "Account"), .words) { .words($0.label) },
                .amount(Label.value, onPage: Label.amount) { $0.amount },
            ])
    }

    func writeUnspent() {
        let unspent = facts.unspent
        let lines = unspent.account + unspent.outcome
        switch terms.form {
        case .text:
            let rows = lines.map { [$0.label[language], $0.amount.text(in: language)] }
            let table = Table(columns: [.words(""), .figures("")], rows: rows)
            // The two columns need no headings.
            for line in table.lines(style: .plain).dropFirst(2) { pieces.write(line + "\n") }
        case .csv: write(account(lines))
        case .json:
            pieces.write { bytes in
                bytes.object {
                    $0.members([
                        "grantOre": unspent.grant, "receivedOre": unspent.received, "spentOre": unspent.spent,
                        "repaidOre": unspent.repaid, "notSpentOre": unspent.notSpent, "toReturnOre": unspent.toReturn,
                        "toReceiveOre": unspent.toReceive,
                    ])
                }
            }
        case .html:
            let table = PageTable(account(unspent.account), in: language)
            let outcome = HTML.each(unspent.outcome) { table.total($0.label, [nil, .amount($0.amount)]) }
            pieces.write(table.html(totals: outcome))
        }
    }
}

extension Unspent {
    typealias Line = (label: Phrase, amount: Amount)

    /// The steps from granted to unspent, line by line.
    var account: [Line] {
        [
            (Phrase(da: "Tilsagn", en: "Granted"), grant),
            (Label.received, received),
            (Phrase(da: "Brugt", en: "Spent"), spent),
            (Label.repaid, repaid),
        ]
    }

    /// What follows from the steps: where the unspent money goes, and what the funder still owes.
    var outcome: [Line] {
        [what, (awaited, toReceive)]
    }

    private var what: Line {
        switch meaning {
        case .waiting(let amount):
            (
                Phrase(
                    da: "Modtaget og ikke brugt (modtaget − brugt − tilbagebetalt)",
                    en: "Received and not spent (received − spent − repaid)"), amount
            )
        case .toReturn(let amount):
            (
                Phrase(
                    da: "At betale tilbage (modtaget − brugt − tilbagebetalt)",
                    en: "To return (received − spent − repaid)"), amount
            )
        case .paidInAdvance(let amount):
            (
                Phrase(
                    da: "Lagt ud af kommunen (brugt + tilbagebetalt − modtaget)",
                    en: "Paid in advance by the municipality (spent + repaid − received)"), amount
            )
        }
    }

    private var awaited: Phrase {
        isAtEnd
            ? Phrase(da: "Endnu at modtage (det, der er lagt ud)", en: "Still to receive (what was paid in advance)")
            : Phrase(da: "Endnu at modtage (tilsagn − modtaget)", en: "Still to receive (granted − received)")
    }
}
