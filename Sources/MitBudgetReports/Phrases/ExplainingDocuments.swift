public import MitBudget
public import Phrases

// Explains refusals on documents and approvals.

extension Explanation {
    static func voucherUnknown(_ entry: EntryNumber?, _ gap: Refusal.VoucherGap) -> Explanation {
        let entry = entry.map { Phrase(verbatim: "\($0.value)") } ?? .blank
        let find = [
            Hint.see(
                Phrase(
                    da: "Find posteringens nummer i bilagslisten:", en: "Find the entry's number among the vouchers:"),
                "voucher list")
        ]
        return switch gap {
        case .noSuchEntry:
            Explanation(
                message: Phrase(da: "Der er ingen postering \(entry).", en: "There is no entry \(entry)."), hints: find)
        case .noVoucher:
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) er ikke en slags, der har et bilag.",
                    en: "Entry \(entry) is of no kind that has a voucher."), hints: find)
        case .noExpense:
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) er hverken en udbetaling eller en projektudgift; kun dem godkendes.",
                    en: "Entry \(entry) is no disbursement and no expense; a manager approves only those."),
                hints: find)
        case .noDocument(let proof):
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) har ikke noget dokument som \(proof), der gælder.",
                    en: "Entry \(entry) has no \(proof) that counts."),
                next: Phrase(
                    da: "Er den anden slags ment, så angiv den med --proof.",
                    en: "If the other kind is meant, give it with --proof."))
        case .several(let numbers):
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) har flere af den slags, vedhæftet i \(EntryNumber.list(numbers)).",
                    en: "Entry \(entry) has several of that kind, attached by \(EntryNumber.list(numbers))."),
                next: Phrase(
                    da: "Angiv nummeret på den postering, der vedhæftede det, der er ment.",
                    en: "Give the number of the entry that attached the one that is meant."))
        case .nothingAwaits(own: 0):
            Explanation(
                message: Phrase(
                    da: "Der er ingen udgifter, der venter på godkendelse.", en: "No expense waits for approval."),
                next: Phrase(
                    da: "Er en senere dag ment, så angiv den med --through.",
                    en: "If a later day is meant, give it with --through."))
        case .nothingAwaits(let own):
            Explanation(
                message: Phrase(
                    da: "Ingen udgifter venter på din godkendelse; \(own) har du selv bogført.",
                    en: "No expense waits for your approval; \(own) of them you recorded yourself."),
                next: Phrase(
                    da: "En anden konsulent eller administrator skal godkende dem.",
                    en: "Another consultant or administrator must approve them."))
        case .nothingUnconfirmed:
            Explanation(
                message: Phrase(
                    da: "Alle de betalinger er bekræftet før.", en: "All of these payments were confirmed before."),
                next: Phrase(
                    da: "Der er intet at gøre; entry viser, hvornår.", en: "There is nothing to do; entry shows when."))
        }
    }

    static func evidenceKnown(_ entry: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Postering \(entry) har allerede det samme dokument.",
                en: "Entry \(entry) has the same document already."),
            next: Phrase(
                da: "Det skal ikke vedhæftes igen; er det et andet, så kontrollér filens navn.",
                en: "It need not be attached again; if another is meant, check the file's name."))
    }

    static func evidenceType(isEmpty: Bool) -> Explanation {
        Explanation(
            message: isEmpty
                ? Phrase(da: "Filen er tom.", en: "The file is empty.")
                : Phrase(
                    da: "Filen er efter sit indhold ingen af de slags, journalen gemmer.",
                    en: "By its contents the file is of none of the kinds that the ledger keeps."),
            next: Phrase(
                da: "Gem den som PDF, JPEG, PNG, TIFF, HEIC, ren tekst (UTF-8) eller en mail (eml).",
                en: "Save it as PDF, JPEG, PNG, TIFF, HEIC, plain text (UTF-8) or a mail (eml)."))
    }

    static func ownExpense(_ entry: EntryNumber, by staff: StaffID) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(staff) har selv bogført postering \(entry) og kan ikke godkende den.",
                en: "\(staff) recorded entry \(entry) and cannot approve it."),
            next: Phrase(
                da: "En anden konsulent eller administrator skal godkende den.",
                en: "Another consultant or administrator must approve it."))
    }
}

extension EntryNumber {
    /// `14, 17 og 20`, `14, 17 and 20`.
    public static func list(_ numbers: [EntryNumber]) -> Phrase {
        .allOf(numbers.map { Phrase(verbatim: "\($0.value)") })
    }
}

extension DocumentProof {
    /// `kvittering`, `receipt` …
    public var phrase: Phrase {
        switch self {
        case .receipt: Programme.Proof.receipt.phrase
        case .payment: Programme.Proof.payment.phrase
        }
    }
}

extension Sentence.StringInterpolation {
    /// Adds `kvittering` or `receipt`.
    public mutating func appendInterpolation(_ proof: DocumentProof) {
        appendInterpolation(proof.phrase)
    }
}
