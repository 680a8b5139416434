import MitBudget
import Phrases

// Explains refusals on vouchers and corrections.

extension Explanation {
    static func voucherUsed(_ voucher: VoucherReference, by entry: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Bilag \(voucher) er allerede registreret i postering \(entry).",
                en: "Voucher \(voucher) is recorded already, in entry \(entry)."),
            next: Phrase(
                da: "Er det en ny udgift, så brug dens eget bilag.",
                en: "If this is another expense, use its own voucher."))
    }

    static func voucherExceeded(
        _ voucher: VoucherReference, _ requested: Amount, of available: Amount, total: Amount
    ) -> Explanation {
        Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Bilag \(voucher) på \(total) er fordelt helt; \(requested) er for meget.",
                    en: "Voucher \(voucher) of \(total) is used up by its lines; \(requested) is too much.")
                : available == total
                    ? Phrase(
                        da: "Bilag \(voucher) lyder på \(total); \(requested) er for meget.",
                        en: "Voucher \(voucher) is of \(total); \(requested) is too much.")
                    : Phrase(
                        da: "Af bilag \(voucher) på \(total) er der \(available) tilbage; \(requested) er for meget.",
                        en: "Of voucher \(voucher) of \(total), \(available) is left; \(requested) is too much."),
            otherwise: Phrase(
                da: "Er en linje forkert, så tilbagefør den; er det en ny udgift, så brug dens eget bilag.",
                en: "If a line is wrong, reverse it; if this is another expense, use its own voucher."))
    }

    static func voucherTotalDiffers(
        _ voucher: VoucherReference, _ total: Amount, known: Amount, by entry: EntryNumber
    ) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Efter postering \(entry) lyder bilag \(voucher) på \(known); \(total) er et andet beløb.",
                en: "By entry \(entry), voucher \(voucher) is of \(known); \(total) is another total."),
            next: Phrase(
                da: "Skriv det samme beløb, eller udelad det: --voucher-total \(typed: known)",
                en: "Give the same total, or leave it out: --voucher-total \(typed: known)"))
    }

    static func retractExceeds(_ item: ItemReference, _ requested: Amount, of available: Amount) -> Explanation {
        let number = item.number
        return Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Der er ingen frigivne penge tilbage på punkt \(number); \(requested) kan ikke tilbagekaldes.",
                    en: "Nothing released on item \(number) is left; \(requested) cannot be retracted.")
                : Phrase(
                    da: """
                        Der er frigivet og ikke brugt \(available) på punkt \(number); \(requested) kan ikke \
                        tilbagekaldes.
                        """,
                    en: "\(available) is released and not spent on item \(number); \(requested) cannot be retracted."),
            otherwise: Phrase(da: "Der er intet at tilbagekalde.", en: "There is nothing to retract."))
    }

    static func refundExceeds(_ entry: EntryNumber, _ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Alt fra postering \(entry) er allerede kommet tilbage; \(requested) er for meget.",
                    en: "All of entry \(entry) has come back already; \(requested) is too much.")
                : Phrase(
                    da: "Af postering \(entry) kan \(available) endnu komme tilbage; \(requested) er for meget.",
                    en: "Of entry \(entry), \(available) can still come back; \(requested) is too much."),
            next: Phrase(
                da: """
                    Er der kommet mere tilbage, så registrér resten på den udbetaling eller projektudgift, som pengene \
                    stammer fra.
                    """,
                en: "If more came back, record the rest on the disbursement or expense that it stems from."))
    }

    static func repayExceeds(_ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: available > .zero
                ? Phrase(
                    da: "\(available) er modtaget og hverken brugt eller betalt tilbage; \(requested) er for meget.",
                    en: "\(available) is received and neither spent nor paid back; \(requested) is too much.")
                : Phrase(
                    da: "Alt, hvad der er modtaget af tilsagnet, er brugt eller betalt tilbage.",
                    en: "All that was received of the grant is spent or paid back."),
            hints: [
                .see(
                    Phrase(da: "Se, hvad der er modtaget og brugt:", en: "See what was received and spent:"), "status")
            ])
    }

    static func notReversible(_ entry: EntryNumber, _ obstacle: Refusal.Obstacle) -> Explanation {
        switch obstacle {
        case .noSuchEntry:
            Explanation(
                message: Phrase(
                    da: "Journalen har ingen postering \(entry).", en: "The journal has no entry \(entry)."),
                hints: [
                    .see(
                        Phrase(
                            da: "Find posteringens nummer i journalen:", en: "Find the entry's number in the journal:"),
                        "journal")
                ])
        case .kind:
            Explanation(
                message: Phrase(
                    da: """
                        Postering \(entry) er ikke af en slags, der kan rettes sådan: kun udbetalinger, refusioner, \
                        projektudgifter, rater og tilbagebetalinger kan tilbageføres, og kun udbetalinger og \
                        projektudgifter kan refunderes.
                        """,
                    en: """
                        Entry \(entry) is not of a kind that can be corrected this way: only disbursements, refunds, \
                        expenses, instalments and repayments can be reversed, and only disbursements and expenses can \
                        be refunded.
                        """),
                otherwise: Phrase(
                    da: "Det, den bogførte, rettes ved at bogføre det rigtige.",
                    en: "What it recorded is put right by recording what is right."))
        case .refunded(let refund):
            Explanation(
                message: Phrase(
                    da: "Af postering \(entry) er der kommet penge tilbage i postering \(refund), som stadig gælder.",
                    en: "Money came back from entry \(entry) in entry \(refund), which still stands."),
                otherwise: Phrase(
                    da: """
                        Refusionen kan ikke tilbageføres nu, for pengene er brugt igen, eller der er givet tilsagn om \
                        dem.
                        """,
                    en: "The refund cannot be reversed now, since its money is spent again, or promised."))
        }
    }

    static func alreadyReversed(_ entry: EntryNumber, by reversal: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Postering \(entry) er allerede tilbageført i postering \(reversal).",
                en: "Entry \(entry) is reversed already, in entry \(reversal)."),
            next: Phrase(
                da: "Var tilbageførslen forkert, så registrér det oprindelige på ny som sin egen postering.",
                en: "If the reversal was wrong, record the original once more as an entry of its own."))
    }
}
