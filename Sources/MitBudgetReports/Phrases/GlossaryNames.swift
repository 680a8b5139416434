public import MitBudget
public import Phrases

// The names of the ledger's codes in running text. Commands take the codes themselves.

extension Role {
    /// `sagsbehandler`, `caseworker` …
    public var phrase: Phrase {
        switch self {
        case .caseworker: Phrase(da: "sagsbehandler", en: "caseworker")
        case .consultant: Phrase(da: "konsulent", en: "consultant")
        case .auditor: Phrase(da: "revisor", en: "auditor")
        case .administrator: Phrase(da: "administrator", en: "administrator")
        }
    }

    /// `en sagsbehandler`, `a caseworker` …
    public var someone: Phrase {
        switch self {
        case .caseworker, .consultant: Phrase(da: "en \(phrase)", en: "a \(phrase)")
        case .auditor, .administrator: Phrase(da: "en \(phrase)", en: "an \(phrase)")
        }
    }
}

extension Phrase {
    /// The text shown in place of an erased one.
    public static var erased: Phrase { Phrase(da: "(slettet)", en: "(erased)") }
}

extension MovementKind {
    /// `frigivelse`, `release` …
    public var phrase: Phrase {
        switch self {
        case .release: Phrase(da: "frigivelse", en: "release")
        case .retraction: Phrase(da: "tilbagekald", en: "retraction")
        case .disbursement: Phrase(da: "udbetaling", en: "disbursement")
        case .refund: Phrase(da: "refusion", en: "refund")
        case .expense: Phrase(da: "projektudgift", en: "expense")
        case .receipt: Phrase(da: "rate", en: "instalment")
        case .repayment: Phrase(da: "tilbagebetaling", en: "repayment")
        case .reversal: Phrase(da: "tilbageførsel", en: "reversal")
        }
    }
}

extension WithdrawalCause {
    /// `flyttet`, `moved away` …
    public var phrase: Phrase {
        switch self {
        case .moved: Phrase(da: "flyttet", en: "moved away")
        case .finished: Phrase(da: "forløbet gennemført", en: "course completed")
        case .stopped: Phrase(da: "forløbet stoppet", en: "course stopped")
        }
    }
}

extension EntryKind {
    /// `handleplan godkendt`, `plan approved` …
    public var phrase: Phrase {
        switch self {
        case .ledgerOpened: Phrase(da: "journal oprettet", en: "ledger opened")
        case .staffAdded: Phrase(da: "medarbejder tilføjet", en: "staff added")
        case .staffEnded: Phrase(da: "medarbejder fratrådt", en: "staff ended")
        case .staffRebound: Phrase(da: "medarbejder på ny konto", en: "staff on another account")
        case .participantEnrolled: Phrase(da: "\(.one) indskrevet", en: "\(.one) enrolled")
        case .participantWithdrawn: Phrase(da: "\(.one) udskrevet", en: "\(.one) withdrawn")
        case .planDrafted: Phrase(da: "handleplan udarbejdet", en: "plan drafted")
        case .planApproved: Phrase(da: "handleplan godkendt", en: "plan approved")
        case .planRejected: Phrase(da: "handleplan afvist", en: "plan rejected")
        case .release: MovementKind.release.phrase
        case .retraction: MovementKind.retraction.phrase
        case .disbursement: MovementKind.disbursement.phrase
        case .refund: MovementKind.refund.phrase
        case .expense: MovementKind.expense.phrase
        case .receipt: MovementKind.receipt.phrase
        case .repayment: MovementKind.repayment.phrase
        case .reversal: MovementKind.reversal.phrase
        case .periodClosed: Phrase(da: "periode lukket", en: "period closed")
        case .periodReopened: Phrase(da: "periode genåbnet", en: "period reopened")
        case .termsAmended: Phrase(da: "vilkår ændret", en: "terms amended")
        case .resultNoted: Phrase(da: "resultat noteret", en: "result noted")
        case .measureNoted: Phrase(da: "måling noteret", en: "measurement noted")
        case .voucherAttached: Phrase(da: "dokument vedhæftet", en: "document attached")
        case .voucherDetached: Phrase(da: "dokument taget af", en: "document detached")
        case .voucherApproved: Phrase(da: "bilag godkendt", en: "vouchers approved")
        case .paymentConfirmed: Phrase(da: "betalinger bekræftet", en: "payments confirmed")
        case .anchorWitnessed: Phrase(da: "kontrolkode bevidnet", en: "anchor witnessed")
        case .wordsCorrected: Phrase(da: "tekst rettet", en: "text corrected")
        case .wordsRead: Phrase(da: "tekster læst", en: "texts read")
        case .wordsErased: Phrase(da: "tekster slettet", en: "texts erased")
        case .ledgerRestored: Phrase(da: "journal genskabt", en: "ledger restored")
        }
    }
}

extension ReadingScope {
    /// `navn og sag`, `name and case` …
    public var phrase: Phrase {
        switch self {
        case .identity: Phrase(da: "navn og sag", en: "name and case")
        case .plan(let version): Phrase(da: "handleplan \(version)", en: "plan \(version)")
        case .document(let entry):
            Phrase(da: "dokumentation til postering \(entry)", en: "documentation of entry \(entry)")
        case .entries(let entries) where entries.lowerBound == entries.upperBound:
            Phrase(da: "postering \(entries.lowerBound)", en: "entry \(entries.lowerBound)")
        case .entries(let entries):
            Phrase(
                da: "posteringer fra \(entries.lowerBound) til \(entries.upperBound)",
                en: "entries from \(entries.lowerBound) to \(entries.upperBound)")
        case .disclosure: Phrase(da: "alt", en: "everything")
        }
    }
}

extension Programme.Title {
    /// The name in both languages.
    var phrase: Phrase { Phrase(da: "\(danish.string)", en: "\(english.string)") }
}

extension Area {
    /// `bolig`, `housing` …, as the terms name the area; otherwise its code.
    public var phrase: Phrase { Vocabulary.current.label(of: self)?.phrase ?? Phrase(verbatim: text) }

    /// The code as commands and files take it, with its name if that differs: `housing (bolig)`.
    var coded: Phrase { .coded(text, phrase) }
}

extension PostName {
    /// `borgere`, `citizens` …, as the terms name the post; otherwise its code.
    public var phrase: Phrase { Vocabulary.current.label(of: self)?.phrase ?? Phrase(verbatim: text) }

    /// The code as commands and files take it, with its name if that differs: `project (projekt)`.
    var coded: Phrase { .coded(text, phrase) }
}

extension ResultCode {
    /// `mål nået`, `goal reached` …, as the terms name the result; otherwise its code.
    public var phrase: Phrase { Vocabulary.current.label(of: self)?.phrase ?? Phrase(verbatim: text) }

    /// The code as commands and files take it, with its name if that differs: `reached (mål nået)`.
    var coded: Phrase { .coded(text, phrase) }
}

extension Phrase {
    fileprivate static func coded(_ code: String, _ name: Phrase) -> Phrase {
        Phrase(
            da: name[.danish] == code ? "\(code)" : "\(code) (\(name))",
            en: name[.english] == code ? "\(code)" : "\(code) (\(name))")
    }
}

extension Refusal.Field {
    /// `formålet`, `the purpose` …
    public var phrase: Phrase {
        switch self {
        case .name: Phrase(da: "navnet", en: "the name")
        case .caseNumber: Phrase(da: "sagsnummeret", en: "the case number")
        case .goal: Phrase(da: "målet", en: "the goal")
        case .wishes: Phrase(da: "ønskerne", en: "the wishes")
        case .purpose: Phrase(da: "formålet", en: "the purpose")
        case .item: Phrase(da: "punktets tekst", en: "the item's text")
        case .payee: Phrase(da: "betalingsmodtagerens navn", en: "the payee's name")
        case .note: Phrase(da: "noten", en: "the note")
        case .reason: Phrase(da: "begrundelsen", en: "the reason")
        case .correction: Phrase(da: "den rettede tekst", en: "the corrected text")
        case .override: Phrase(da: "begrundelsen for at gå forud", en: "the reason for the override")
        case .readingPurpose: Phrase(da: "formålet med læsningen", en: "the purpose of reading")
        case .voucher: Phrase(da: "bilagsreferencen", en: "the voucher reference")
        case .once: Phrase(da: "engangsnøglen", en: "the once key")
        case .staff: Phrase(da: "medarbejder-id'et", en: "the staff id")
        case .account: Phrase(da: "brugernavnet", en: "the login")
        case .origin: Phrase(da: "den anden journals navn", en: "the other ledger's name")
        case .approval: Phrase(da: "godkendelsens reference", en: "the approval's reference")
        case .programme: Phrase(da: "en værdi i projektfilen", en: "a value of the programme file")
        }
    }
}

extension PlanState {
    /// `venter`, `pending` …
    public var phrase: Phrase {
        switch self {
        case .pending: Phrase(da: "venter", en: "pending")
        case .approved: Phrase(da: "godkendt", en: "approved")
        case .superseded: Phrase(da: "afløst", en: "superseded")
        case .rejected: Phrase(da: "afvist", en: "rejected")
        case .replaced: Phrase(da: "erstattet", en: "replaced")
        case .lapsed: Phrase(da: "bortfaldet", en: "lapsed")
        }
    }
}

extension ParticipantAccount.State {
    /// The code in JSON and CSV.
    var code: String {
        switch self {
        case .active: "active"
        case .withdrawn: "withdrawn"
        }
    }

    /// `aktiv`, `active` …
    var phrase: Phrase {
        switch self {
        case .active: Phrase(da: "aktiv", en: "active")
        case .withdrawn: Phrase(da: "udskrevet", en: "withdrawn")
        }
    }
}
