import MitBudget
import Phrases

extension RuleAccount {
    static let voucherUnknown = RuleAccount(
        refuses: Phrase(
            da: "en postering uden bilag, eller uden det dokument, der nævnes; en godkendelse, når intet venter",
            en: "an entry without a voucher, or without the document named; an approval where nothing waits"),
        allows: Phrase(
            da: "udbetalinger, projektudgifter, refusioner, rater og tilbagebetalinger, også tilbageførte.",
            en: "disbursements, expenses, refunds, instalments and repayments, reversed ones among them."),
        source: Phrase(
            da: "Håndbogen [H]: enhver udgift har et bilag, der viser, hvad den gik til.",
            en: "Handbook [H]: every expense has a voucher that shows what it is for."),
        command: "mitbudget voucher attach 8 kvittering.pdf",
        sample: { () throws(Malformed) in try .voucherUnknown(EntryNumber("8"), .noVoucher) })

    static let evidenceKnown = RuleAccount(
        refuses: Phrase(
            da: "det samme dokument på den samme postering igen",
            en: "the same document on the same entry again"),
        allows: Phrase(
            da: "det samme dokument på en anden postering, med en advarsel; et, der blev taget af.",
            en: "the same document on another entry, with a warning; one that was taken off."),
        source: Phrase(
            da: "Revisionspraksis [A]: ét bilag dokumenterer én udgift.",
            en: "Audit practice [A]: one voucher documents one expense."),
        command: "mitbudget voucher attach 14 kvittering.pdf",
        sample: { () throws(Malformed) in try .evidenceKnown(EntryNumber("14")) })

    static let evidenceType = RuleAccount(
        refuses: Phrase(
            da: "en fil, der efter sit indhold ikke er en af de slags, journalen gemmer, hvad den end hedder",
            en: "a file that by its contents is of no kind that the ledger keeps, whatever its name"),
        allows: Phrase(
            da: "PDF, JPEG, PNG, TIFF, HEIC, ren tekst og mails, på op til 16 MiB.",
            en: "PDF, JPEG, PNG, TIFF, HEIC, plain text and mails, of up to 16 MiB."),
        source: Phrase(
            da: "Vores valg [D]: et bilag skal kunne læses om fem år.",
            en: "Our choice [D]: a voucher must be legible in five years."),
        command: "mitbudget voucher attach 14 side.html",
        sample: { () throws(Malformed) in .evidenceType(isEmpty: false) })
}
