import MitBudget
import Phrases

extension Listing<VoucherLine> {
    /// The voucher list; its rows stream. Without recipients it has only posts.
    static func vouchers(of programme: Programme) -> Self {
        let recipients = Forms.recipients(of: programme)
        let text = recipients.intersection(.text)
        // Where text has room for the name of an area or a post; a longer one stands on the line below.
        let placeWidth = 14
        let participantWidth = max(11, Language.allCases.map { Label.participant[$0].columns }.max() ?? 0)
        return Listing(
            caption: Phrase(
                da: "\(Phrase.inKroner(Phrase(da: "Bilagsliste", en: "List of vouchers"))). \(VoucherProof.legend)",
                en: "\(Phrase.inKroner(Phrase(da: "Bilagsliste", en: "List of vouchers"))). \(VoucherProof.legend)"),
            isWide: true, legend: VoucherProof.legend,
            columns: [
                .entry(width: 7) { $0.entry },
                Column(key: "kind") { .code($0.kind.rawValue) },
                .day(width: 10) { $0.day },
                .recorded(width: 10) { $0.recordedAt },
                Column(Label.paid, key: "paid", width: 10) { $0.paid.map(Value.day) },
                Column(Label.voucher, key: "voucher", in: [.text, .csv]) { .code($0.voucher.text) },
                Column(Label.voucher, in: .page) { $0.reference },
                .amount(Label.total, key: "voucherTotalOre", in: .csv) { $0.share?.total },
                .amount(Label.claimed, key: "voucherClaimedOre", in: .csv) { $0.share?.claimed },
                .amount(Label.unclaimed, key: "voucherUnclaimedOre", in: .csv) { $0.share?.unclaimed },
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
                // Money that came back needs no proof; JSON has no third value.
                Column(key: "receipt") { .truth($0.proof?.hasReceipt ?? false) },
                Column(Label.receipt, in: .csv, .words) { ($0.proof?.hasReceipt).map(Value.truth) },
                Column(key: "payment") { .truth($0.proof?.hasPayment ?? false) },
                Column(Label.payment, in: .csv, .words) { ($0.proof?.hasPayment).map(Value.truth) },
                Column(Label.approvedBy, key: "approvedBy", in: .csv) {
                    ($0.proof?.approvedBy?.text).map(Value.code)
                },
                Column(VoucherProof.marks, in: [.text, .page], width: 3) { ($0.proof?.marks).map(Value.words) },
                .amount(Label.amount, key: "amountOre", total: .sum, width: 13) { $0.amount },
                Column(Label.staff, key: "staff", in: [.text, .csv]) { .code($0.staff.text) },
                Column(Phrase(da: "Bogført af", en: "Recorded by"), in: .page) { $0.recorder },
            ],
            total: {
                Phrase(da: "I alt \($0) bilag", en: "In all \($0) \($0 == 1 ? "voucher" : "vouchers")")
            },
            totalOnPage: { Phrase(da: "I alt, linjer: \($0)", en: "Total, lines: \($0)") },
            paragraph: { line, language in
                let (place, indent) = (line.place[language], String(repeating: " ", count: 9))
                let words = (place.columns > placeWidth ? [place] : []) + line.details.map { $0[language] }
                let whole = indent + words.joined(separator: ", ")
                guard whole.columns > Style.plain.width else { return whole + "\n" }
                return words.joined(separator: ", ").folded(to: Style.plain.width, first: indent, rest: indent)
                    .map { $0 + "\n" }.joined()
            })
    }
}

extension VoucherLine {
    /// The area of the item, or the post where there is none.
    fileprivate var place: Phrase { area?.phrase ?? post.phrase }

    /// What text says below the figures.
    fileprivate var details: [Phrase] {
        var details = [Phrase(da: "bilag \(voucher)", en: "voucher \(voucher)")]
        if let share { details += share.details }
        details.append(Phrase(da: "bogført af \(staff)", en: "recorded by \(staff)"))
        if let manager = proof?.approvedBy {
            details.append(Phrase(da: "godkendt af \(manager)", en: "approved by \(manager)"))
        }
        return details
    }

    /// The voucher on a page, below it how far it is used up.
    fileprivate var reference: Value {
        guard let share else { return .code(voucher.text) }
        return .lines([Phrase(verbatim: voucher.text)] + share.details)
    }

    /// Who recorded the line, below it the manager who approved it.
    fileprivate var recorder: Value {
        guard let manager = proof?.approvedBy else { return .code(staff.text) }
        return .lines([
            Phrase(verbatim: staff.text), Phrase(da: "godkendt af \(manager)", en: "approved by \(manager)"),
        ])
    }
}

extension VoucherShare {
    /// In kroner, like all of the list.
    fileprivate var details: [Phrase] {
        func bare(_ amount: Amount) -> Phrase {
            Phrase(da: "\(amount.bare(in: .danish))", en: "\(amount.bare(in: .english))")
        }
        return [
            Phrase(da: "\(bare(total)) i alt", en: "\(bare(total)) in all"),
            Phrase(da: "\(bare(claimed)) fordelt", en: "\(bare(claimed)) claimed"),
            Phrase(da: "\(bare(unclaimed)) ikke fordelt", en: "\(bare(unclaimed)) unclaimed"),
        ]
    }
}

extension VoucherProof {
    /// The heading of the marks.
    static let marks = Phrase(da: "KBG", en: "RPA")
    /// What the marks mean.
    static let legend = Phrase(
        da: "K: kvittering, B: betalingsbevis, G: godkendt af en leder",
        en: "R: receipt, P: proof of payment, A: approved by a manager")

    /// A letter for each proof that is there, and a dot for each that is not: `K·G`.
    fileprivate var marks: Phrase {
        func marks(_ letters: String) -> String {
            let there = [hasReceipt, hasPayment, approvedBy != nil]
            return zip(letters, there).map { $1 ? String($0) : "·" }.joined()
        }
        return Phrase(da: "\(marks(Self.marks[.danish]))", en: "\(marks(Self.marks[.english]))")
    }
}

extension ReportFinding.Lack {
    /// `kvittering: 14 15`.
    var phrase: Phrase {
        let entries = entries.map { "\($0.value)" }.joined(separator: " ")
        return Phrase(da: "\(proof.phrase): \(entries)", en: "\(proof.phrase): \(entries)")
    }
}

extension Phrase {
    /// The phrase in each language in which it takes at most that many columns.
    fileprivate func fitting(_ width: Int) -> Phrase {
        func fitting(_ text: String) -> String { text.columns <= width ? text : "" }
        return Phrase(da: "\(fitting(self[.danish]))", en: "\(fitting(self[.english]))")
    }
}
