import MitBudget
import Phrases

// What a sample says of itself, and its list.
extension SampleReport {
    var title: Phrase {
        let (from, through) = (query.from, query.through)
        return switch query.source {
        case .vouchers:
            Phrase(
                da: "Stikprøve af bilag, \(from) – \(through)", en: "Sample of vouchers, \(from) – \(through)")
        case .readings:
            Phrase(
                da: "Stikprøve af læste tekster, \(from) – \(through)",
                en: "Sample of texts that were read, \(from) – \(through)")
        }
    }

    /// What the sample depends on, one line each.
    var facts: [Fact] {
        var facts = [
            Fact(Phrase(da: "Projekt", en: "Programme"), .words(named)),
            Fact(Phrase(da: "Udtaget blandt", en: "Drawn from"), .words(population)),
            Fact(Phrase(da: "Metode", en: "Method"), .words(sample.method.meaning)),
            Fact(Phrase(da: "Størrelse", en: "Size"), .words(size)),
        ]
        if sample.extent == .part {
            if let interval = sample.interval {
                facts.append(Fact(Phrase(da: "Interval", en: "Interval"), .amount(interval)))
            }
            if let start = sample.start { facts.append(Fact(Phrase(da: "Start", en: "Start"), .amount(start))) }
            facts.append(Fact(Phrase(da: "Seed", en: "Seed"), .words(Phrase(verbatim: sample.seedDigits))))
        }
        if let dice = query.dice {
            facts.append(Fact(Phrase(da: "Terninger", en: "Dice"), .words(Phrase(verbatim: dice.digits))))
        }
        return facts + [Fact(Label.anchor, .anchor(anchor))]
    }

    private var named: Phrase {
        let (title, grantee) = (programme.title.phrase, programme.grantee.string)
        return Phrase(da: "\(title) – \(grantee)", en: "\(title) – \(grantee)")
    }

    /// `158 bilag, 412.345,00 kr. netto`.
    private var population: Phrase {
        let (count, amount) = (counted(sample.population.count), sample.population.amount)
        guard query.hasMoney else { return count }
        return Phrase(da: "\(count), \(amount) netto", en: "\(count), \(amount) net")
    }

    /// The size, and what it follows from.
    private var size: Phrase {
        let size = sample.size
        switch query.size {
        case .count: return Phrase(da: "\(size)", en: "\(size)")
        case .assurance(let confidence, let materiality):
            let percent = confidence.percent
            let danish = percent.replacing(".", with: ",")
            return Phrase(
                da: "\(size) (sikkerhed \(danish) %, væsentlighed \(materiality))",
                en: "\(size) (confidence \(percent)%, materiality \(materiality))")
        }
    }

    private func counted(_ count: Int) -> Phrase {
        switch query.source {
        case .vouchers: Phrase(da: "\(count) bilag", en: "\(count) \(count == 1 ? "voucher" : "vouchers")")
        case .readings:
            Phrase(
                da: "\(count) \(count == 1 ? "læsning" : "læsninger")",
                en: "\(count) \(count == 1 ? "reading" : "readings")")
        }
    }

    /// What came of it, in one sentence.
    var outcome: Phrase {
        let count = counted(sample.population.count)
        switch (sample.extent, query.source) {
        case (.none, .vouchers):
            return Phrase(
                da: "Der er intet at udtage: perioden har ingen bilag, der står med et beløb.",
                en: "There is nothing to draw: the period has no voucher that stands with an amount.")
        case (.none, .readings):
            return Phrase(
                da: "Der er intet at udtage: ingen læste følsomme tekster i perioden.",
                en: "There is nothing to draw: no one read sensitive texts in the period.")
        case (.all, _):
            return Phrase(
                da: "Alle er udtaget: stikprøven må være større (\(sample.size)), end der er at tage af (\(count)).",
                en: "All are drawn: the size (\(sample.size)) is above what there is to draw from (\(count)).")
        case (.part, _):
            return switch sample.method {
            case .money:
                Phrase(
                    da: """
                        Udtaget er de bilag, som de valgte øre falder i: den første ved Start, de næste med et \
                        interval imellem. Sikkert: beløbet når op på intervallet.
                        """,
                    en: """
                        Drawn are the vouchers in which the chosen øre fall: the first at Start, the next an interval \
                        apart. Certain: the amount reaches the interval.
                        """)
            case .random: Phrase(da: "Udtaget ved lodtrækning:", en: "Drawn by lot:")
            }
        }
    }

    /// What is drawn. JSON has the same members whatever is drawn.
    var listing: Listing<Sample.Drawn> {
        let money: Forms = query.hasMoney ? .all : []
        let readings: Forms = query.hasMoney ? [] : .all
        let hits = sample.method == .money && sample.extent == .part ? money : money.intersection(.csv)
        return Listing(
            caption: title,
            columns: [
                .entry { $0.element.entry },
                Column(Label.day) { .day($0.element.day) },
                Column(Label.voucher, key: "voucher", in: money) { $0.voucher.map { .code($0.text) } },
                Column(Label.participant, in: readings) { ($0.reading?.participant.text).map(Value.code) },
                Column(Phrase(da: "Læst af", en: "Read by"), in: readings) { ($0.reading?.staff.text).map(Value.code) },
                .amount(Label.amount, key: "amountOre", in: money, total: query.hasMoney ? .sum : nil) {
                    $0.voucher == nil ? nil : $0.element.net
                },
                Column(
                    Phrase(da: "Træf", en: "Hits"), key: "hits", in: hits, .figure,
                    total: query.hasMoney ? .whole(.number(sample.size)) : nil
                ) { .number($0.hits) },
                Column(Phrase(da: "Sikkert", en: "Certain"), key: "certain", in: hits, .words) { .truth($0.isCertain) },
            ])
    }
}

extension Sample.Method {
    /// The method, and what it means for the chances.
    var meaning: Phrase {
        switch self {
        case .money:
            Phrase(
                da: "beløbsvejet udvælgelse: jo større beløb, jo større chance",
                en: "monetary unit sampling: the larger the amount, the larger the chance")
        case .random:
            Phrase(
                da: "tilfældig udvælgelse: alle har samme chance",
                en: "random selection: all have the same chance")
        }
    }
}

extension Sample.Drawn {
    fileprivate var voucher: VoucherReference? {
        switch element.subject {
        case .voucher(let voucher, _): voucher
        case .reading: nil
        }
    }

    fileprivate var reading: (participant: ParticipantReference, staff: StaffID)? {
        switch element.subject {
        case .voucher: nil
        case .reading(let participant, let staff): (participant, staff)
        }
    }
}
