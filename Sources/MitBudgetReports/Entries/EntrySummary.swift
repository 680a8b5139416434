public import MitBudget
public import Phrases

extension Entry {
    /// The entry in one sentence, without any of its texts.
    public var summary: Phrase {
        switch event {
        case .opened(let programme, let administrator):
            Phrase(
                da:
                    """
                    journal oprettet for \(programme.id.text), tilsagn \(programme.grant), administrator \
                    \(administrator.id).
                    """,
                en:
                    """
                    ledger opened for \(programme.id.text), grant \(programme.grant), administrator \
                    \(administrator.id).
                    """
            )
        case .staffAdded(let member):
            Phrase(
                da: "\(member.id) tilføjet som \(member.role) på kontoen \(member.account).",
                en: "\(member.id) added as \(member.role) with the account \(member.account).")
        case .staffEnded(let id): Phrase(da: "\(id) fratrådt.", en: "\(id) ended.")
        case .staffRebound(let id, let account):
            Phrase(da: "\(id) arbejder nu på kontoen \(account).", en: "\(id) now works with the account \(account).")
        case .enrolled(let reference, _, _):
            Phrase(da: "\(reference) indskrevet \(day).", en: "\(reference) enrolled on \(day).")
        case .withdrawn(let reference, let cause, _):
            Phrase(
                da: "\(reference) udskrevet \(day), \(cause.phrase); det, der ikke er brugt, er disponibelt.",
                en: "\(reference) withdrawn on \(day), \(cause.phrase); what was not spent is free.")
        case .drafted(let reference, let version):
            Phrase(
                da: "handleplan \(version.number) for \(reference) venter: \(version.total), aftalt \(day).",
                en: "plan \(version.number) of \(reference) waits: \(version.total), agreed on \(day).")
        case .approved(let reference, let version):
            Phrase(
                da: "handleplan \(version) for \(reference) godkendt \(day).",
                en: "plan \(version) of \(reference) approved on \(day).")
        case .rejected(let reference, let version, _):
            Phrase(
                da: "handleplan \(version) for \(reference) afvist.", en: "plan \(version) of \(reference) rejected.")
        case .periodClosed(let through):
            Phrase(da: "perioden er lukket til og med \(through).", en: "the period is closed through \(through).")
        case .periodReopened(let through, _):
            Phrase(
                da: "perioden er genåbnet: lukket til og med \(through).",
                en: "the period is reopened: closed through \(through).")
        case .amended(let amendment):
            amendment.approval.map { approval in
                Phrase(
                    da: "vilkårene ændret \(day), godkendt af tilskudsgiveren i \(approval).",
                    en: "terms amended on \(day), approved by the funder in \(approval).")
            } ?? Phrase(da: "vilkårene ændret \(day).", en: "terms amended on \(day).")
        case .resultNoted(let reference, let result?, _):
            Phrase(
                da: "resultat for \(reference) noteret: \(result), \(day).",
                en: "result of \(reference) noted: \(result), \(day).")
        case .resultNoted(let reference, nil, _):
            Phrase(
                da: "resultat for \(reference) taget tilbage, \(day).", en: "result of \(reference) taken back, \(day)."
            )
        case .measured(let result, let value?, let voucher):
            Phrase(
                da: "\(result) målt til \(value), bilag \(voucher), \(day).",
                en: "\(result) measured at \(value), voucher \(voucher), \(day).")
        case .measured(let result, nil, let voucher):
            Phrase(
                da: "målingen af \(result) taget tilbage, bilag \(voucher), \(day).",
                en: "the measurement of \(result) taken back, voucher \(voucher), \(day).")
        case .attached(let attachment):
            Phrase(
                da: "\(attachment.proof) vedhæftet postering \(attachment.entry).",
                en: "\(attachment.proof) attached to entry \(attachment.entry).")
        case .detached(let detachment):
            detachment.erases
                ? Phrase(
                    da: "\(detachment.proof) til postering \(detachment.entry) taget af og slettet.",
                    en: "\(detachment.proof) of entry \(detachment.entry) taken off and erased.")
                : Phrase(
                    da: "\(detachment.proof) til postering \(detachment.entry) taget af.",
                    en: "\(detachment.proof) of entry \(detachment.entry) taken off.")
        case .vouchersApproved(let entries):
            Phrase(da: "\(Count.vouchers(entries.count)) godkendt.", en: "\(Count.vouchers(entries.count)) approved.")
        case .confirmed(let confirmation):
            Phrase(
                da: "\(Count.payments(confirmation.payments.count)) bekræftet af et udtræk.",
                en: "\(Count.payments(confirmation.payments.count)) confirmed by an extract.")
        case .witnessed(let testimony):
            Phrase(
                da: "kontrolkode \(testimony.entry) fra \(testimony.origin) bevidnet.",
                en: "anchor \(testimony.entry) of \(testimony.origin) witnessed.")
        case .corrected(let correction):
            Phrase(
                da: """
                    \(correction.place.phrase) i postering \(correction.entry) rettet; den første tekst bliver stående.
                    """,
                en: "\(correction.place.phrase) of entry \(correction.entry) corrected; the first text stays.")
        case .wordsRead(let reference, _, _):
            Phrase(da: "tekster om \(reference) læst.", en: "texts on \(reference) read.")
        case .wordsErased(let reference, _, _):
            Phrase(da: "tekster om \(reference) slettet.", en: "texts on \(reference) erased.")
        case .restored(let restoration): restoration.summary
        case .money(let money): money.summary(on: day)
        }
    }
}

extension MoneyEvent {
    fileprivate func summary(on day: Day) -> Phrase {
        switch self {
        case .released(let reference, let item, let amount):
            Phrase(
                da: "\(amount) frigivet på \(reference) punkt \(item), \(day).",
                en: "\(amount) released on \(reference) item \(item), \(day).")
        case .retracted(let reference, let item, let amount, _):
            Phrase(
                da: "\(amount) tilbagekaldt fra \(reference) punkt \(item), \(day).",
                en: "\(amount) retracted from \(reference) item \(item), \(day).")
        case .disbursed(let disbursement, _):
            Phrase(
                da: """
                    \(disbursement.amount) udbetalt på \(disbursement.participant) punkt \(disbursement.item), \
                    bilag \(lineOf: disbursement.voucher, disbursement.voucherTotal), \(day).
                    """,
                en: """
                    \(disbursement.amount) disbursed on \(disbursement.participant) item \(disbursement.item), \
                    voucher \(lineOf: disbursement.voucher, disbursement.voucherTotal), \(day).
                    """)
        case .refunded(let refund):
            Phrase(
                da:
                    """
                    \(refund.amount) kom tilbage fra postering \(refund.entry), bilag \(refund.voucher), \
                    \(day).
                    """,
                en: "\(refund.amount) came back from entry \(refund.entry), voucher \(refund.voucher), \(day).")
        case .spent(let expense):
            Phrase(
                da: """
                    \(expense.amount) på posten \(expense.post), bilag \
                    \(lineOf: expense.voucher, expense.voucherTotal), \(day).
                    """,
                en: """
                    \(expense.amount) on the post \(expense.post), voucher \
                    \(lineOf: expense.voucher, expense.voucherTotal), \(day).
                    """)
        case .received(let payment):
            Phrase(
                da: "rate på \(payment.amount) modtaget, bilag \(payment.voucher), \(day).",
                en: "instalment of \(payment.amount) received, voucher \(payment.voucher), \(day).")
        case .repaid(let payment):
            Phrase(
                da: "\(payment.amount) betalt tilbage til tilskudsgiveren, bilag \(payment.voucher), \(day).",
                en: "\(payment.amount) paid back to the funder, voucher \(payment.voucher), \(day).")
        case .reversed(let reversal):
            Phrase(
                da: "postering \(reversal.entry) (\(reversal.of), \(reversal.amount)) tilbageført, \(day).",
                en: "entry \(reversal.entry) (\(reversal.of), \(reversal.amount)) reversed, \(day).")
        }
    }
}

extension Restoration {
    fileprivate var summary: Phrase {
        switch self {
        case .ofLostLedger(byRoot: false):
            Phrase(
                da: "journalen genskabt fra en kopi; ingen blev erstattet.",
                en: "the ledger was restored from a copy; none was replaced.")
        case .ofLostLedger(byRoot: true):
            Phrase(
                da: "maskinens root genskabte journalen fra en kopi; ingen blev erstattet.",
                en: "root of the machine restored the ledger from a copy; none was replaced.")
        case .replacing(let head, _, let lost):
            Phrase(
                da: """
                    journalen genskabt fra en kopi i stedet for den, der endte med nr. \(head); \(.entries(lost)) gik \
                    tabt.
                    """,
                en: """
                    the ledger was restored from a copy, in place of the one that ended with number \(head); \
                    \(.entries(lost)) lost.
                    """)
        }
    }
}
