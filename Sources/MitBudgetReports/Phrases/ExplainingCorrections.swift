import MitBudget
import Phrases

// What is said by the rules on vouchers and corrections.

extension Explanation {
    static func voucherUsed(_ voucher: VoucherReference, by entry: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Bilag \(voucher) er allerede registreret i postering \(entry).",
                en: "Voucher \(voucher) is recorded already, in entry \(entry)."),
            next: Phrase(
                da: """
                    Er det en ny udgift, så brug dens eget bilag. Var posteringen forkert, så tilbagefør den: \
                    mitbudget reverse \(entry) --reason TEKST
                    """,
                en: """
                    If this is another expense, use its own voucher. If the entry was wrong, reverse it: \
                    mitbudget reverse \(entry) --reason TEXT
                    """))
    }

    static func retractExceeds(_ item: ItemReference, _ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: Phrase(
                da: """
                    Der er frigivet og ikke brugt \(available) på punkt \(item.number); \(requested) kan ikke \
                    tilbagekaldes.
                    """,
                en: "\(available) is released and not spent on item \(item.number); \(requested) cannot be retracted."),
            next: Phrase(
                da: """
                    Penge, der er brugt, kommer tilbage som en refusion: \
                    mitbudget refund POSTERING --amount KR --voucher BILAG
                    """,
                en: """
                    Money that is spent comes back as a refund: \
                    mitbudget refund ENTRY --amount KR --voucher REF
                    """))
    }

    static func refundExceeds(_ entry: EntryNumber, _ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Af postering \(entry) kan \(available) endnu komme tilbage; \(requested) er for meget.",
                en: "Of entry \(entry), \(available) can still come back; \(requested) is too much."
            ),
            next: Phrase(
                da: "Er der kommet mere tilbage, så registrér resten på den udbetaling, som pengene stammer fra.",
                en: "If more came back, record the rest on the disbursement that it stems from."))
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
            next: Phrase(
                da: "Se, hvad der er modtaget og brugt: mitbudget status",
                en: "See what was received and spent: mitbudget status"))
    }

    static func notReversible(_ entry: EntryNumber, _ obstacle: Refusal.Obstacle) -> Explanation {
        switch obstacle {
        case .noSuchEntry:
            Explanation(
                message: Phrase(
                    da: "Journalen har ingen postering \(entry).", en: "The journal has no entry \(entry)."),
                next: Phrase(
                    da: "Find posteringens nummer i journalen: mitbudget journal",
                    en: "Find the entry's number in the journal: mitbudget journal"))
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
                next: Phrase(
                    da: """
                        En frigivelse tages tilbage med: \
                        mitbudget retract BORGER --item PUNKT --amount KR --reason TEKST
                        """,
                    en: """
                        A release is taken back with: \
                        mitbudget retract PARTICIPANT --item ITEM --amount KR --reason TEXT
                        """))
        case .refunded(let refund):
            Explanation(
                message: Phrase(
                    da: "Af postering \(entry) er der kommet penge tilbage i postering \(refund), som stadig gælder.",
                    en: "Money came back from entry \(entry) in entry \(refund), which still stands."),
                next: Phrase(
                    da: "Tilbagefør først refusionen: mitbudget reverse \(refund) --reason TEKST",
                    en: "Reverse the refund first: mitbudget reverse \(refund) --reason TEXT"))
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
