import MitBudget
import Phrases

// Explains refusals on releases and ceilings. Every explanation names the largest amount that the rule allows.

extension Explanation {
    static func itemExceeded(_ item: ItemReference, _ requested: Amount, of available: Amount) -> Explanation {
        let number = item.number
        return Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Alt, der er godkendt på punkt \(number), er allerede frigivet; \(requested) er for meget.",
                    en: "Everything on item \(number) is released already; \(requested) is too much.")
                : Phrase(
                    da: "Der er godkendt og ikke frigivet \(available) på punkt \(number); \(requested) er for meget.",
                    en: "\(available) is approved and not released on item \(number); \(requested) is too much."),
            otherwise: Phrase(
                da: "Der kan ikke frigives mere på punktet.", en: "No more can be released on the item."))
    }

    static func releaseExceeded(
        _ item: ItemReference, _ requested: Amount, of available: Amount, releasable: Amount
    ) -> Explanation {
        let number = item.number
        return Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Der er ingen frigivne penge tilbage på punkt \(number); \(requested) er for meget.",
                    en: "Nothing released on item \(number) is left; \(requested) is too much.")
                : Phrase(
                    da: "Der er frigivet og ikke brugt \(available) på punkt \(number); \(requested) er for meget.",
                    en: "\(available) is released and not spent on item \(number); \(requested) is too much."),
            otherwise: Phrase(
                da: "Der kan ikke bruges mere på punktet.", en: "No more can be spent on the item."))
    }

    static func capExceeded(
        _ participant: ParticipantReference, _ requested: Amount, of available: Amount
    ) -> Explanation {
        Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Rammen for \(.one) \(participant) har ikke plads til mere; \(requested) er for meget.",
                    en: "The cap of \(.one) \(participant) has no room for more; \(requested) is too much.")
                : Phrase(
                    da: "Rammen for \(.one) \(participant) har plads til \(available) mere; \(requested) er for meget.",
                    en: """
                        The cap of \(.one) \(participant) has room for \(available) more; \(requested) is too much.
                        """),
            hints: [
                .see(
                    Phrase(da: "Se, hvad rammen er brugt til:", en: "See what the cap went to:"),
                    "participant show \(participant.text)")
            ])
    }

    static func postExceeded(_ post: PostName, _ requested: Amount?, of available: Amount) -> Explanation {
        let message =
            switch (requested, available) {
            // A citizen's money is first planned within the post and spent later; an expense does both at once.
            case (let requested?, .zero) where post == .citizens:
                Phrase(
                    da: "Alt på budgetposten ”\(post)” er der givet tilsagn om; \(requested) er for meget.",
                    en: "All of the post “\(post)” is promised; \(requested) is too much.")
            case (let requested?, .zero):
                Phrase(
                    da: "Budgetposten ”\(post)” er brugt op; \(requested) er for meget.",
                    en: "The post “\(post)” is used up; \(requested) is too much.")
            case (let requested?, _):
                Phrase(
                    da: "Budgetposten ”\(post)” har plads til \(available) mere; \(requested) er for meget.",
                    en: "The post “\(post)” has room for \(available) more; \(requested) is too much.")
            case (nil, _):
                Phrase(
                    da: "Budgetposten ”\(post)” har plads til \(available); planen er langt over.",
                    en: "The post “\(post)” has room for \(available); the plan lies far above.")
            }
        return Explanation(
            message: message,
            hints: [
                .see(Phrase(da: "Se, hvad budgetposterne er gået til:", en: "See what the posts went to:"), "status")
            ])
    }

    static func grantExceeded(_ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: available == .zero
                ? Phrase(
                    da: "Der er intet tilbage af tilsagnet; \(requested) er for meget.",
                    en: "Nothing is left of the grant; \(requested) is too much.")
                : Phrase(
                    da: "Tilsagnet har plads til \(available) mere; \(requested) er for meget.",
                    en: "The grant has room for \(available) more; \(requested) is too much."),
            hints: [
                .see(Phrase(da: "Se, hvordan tilsagnet står:", en: "See how the grant stands:"), "status")
            ])
    }

    static func periodBudgetExceeded(
        _ period: Programme.BudgetPeriod, _ holder: Refusal.PeriodHolder, _ requested: Amount, of available: Amount
    ) -> Explanation {
        let (days, whose) = (period.days, holder.phrase)
        return Explanation(
            message: available <= .zero
                ? Phrase(
                    da: "Budgetperioden \(days) har ikke plads til mere for \(whose); \(requested) er for meget.",
                    en: "The budget period \(days) has no room for more for \(whose); \(requested) is too much.")
                : Phrase(
                    da: """
                        Budgetperioden \(days) har plads til \(available) mere for \(whose); \(requested) er for meget.
                        """,
                    en: """
                        The budget period \(days) has room for \(available) more for \(whose); \(requested) is too \
                        much.
                        """),
            hints: [
                .see(
                    Phrase(da: "Se, hvad budgetperioderne er gået til:", en: "See what the budget periods went to:"),
                    "status")
            ])
    }

    static func samePerson(_ staff: StaffID, approver: StaffID) -> Explanation {
        Explanation(
            message: staff == approver
                ? Phrase(
                    da: "\(staff) har selv godkendt handleplanen; projektet kræver, at en anden frigiver pengene.",
                    en: "\(staff) approved the plan; the programme requires someone else to release the money.")
                : Phrase(
                    da: """
                        \(approver), som har godkendt handleplanen, er på samme konto som \(staff); projektet kræver, \
                        at en anden frigiver pengene.
                        """,
                    en: """
                        \(approver), who approved the plan, works with the same account as \(staff); the programme \
                        requires someone else to release the money.
                        """),
            otherwise: Phrase(
                da: "Bed en anden sagsbehandler om at frigive pengene.",
                en: "Ask another caseworker to release the money."))
    }

    static func postUnknown(_ post: PostName, known: [PostName]) -> Explanation {
        let names = Phrase.anyOf(known.map(\.coded))
        guard let first = known.first else {
            return Explanation(
                message: Phrase(
                    da: "Projektet har ingen budgetpost til projektudgifter; hele tilsagnet er \(.theMany.genitive).",
                    en: "The programme has no post for expenses; the whole grant is \(.theMany.genitive)."),
                hints: [citizensSpend])
        }
        if post == .citizens, Vocabulary.current.hasRecipients {
            return Explanation(
                message: Phrase(
                    da: "\(.theMany.genitive.capital) budgetpost kan ikke bære projektudgifter; brug \(names).",
                    en: "The \(genitive: .citizens) post cannot carry expenses; use \(names)."),
                hints: [citizensSpend])
        }
        return Explanation(
            message: Phrase(
                da: "Projektet har ikke den budgetpost; projektudgifter kan bogføres på \(names).",
                en: "The programme has no such post; expenses can be booked on \(names)."),
            hints: [
                Hint(
                    Phrase(da: "Skriv fx:", en: "Write for instance:"),
                    .options(Phrase(verbatim: "--post '\(first.text)'")))
            ])
    }

    private static var citizensSpend: Hint {
        .see(
            Phrase(
                da: "Er pengene brugt på \(.anyOne), registrerer sagsbehandleren en udbetaling. Se hvordan:",
                en: "If the money was spent on \(.anyOne), the caseworker records a disbursement. See how:"),
            "help disburse")
    }

    static func amountNotPositive(_ amount: Amount, all item: ItemReference?) -> Explanation {
        if let item {
            return Explanation(
                message: Phrase(
                    da: "Alt, der er godkendt på punkt \(item.number), er allerede frigivet.",
                    en: "Everything on item \(item.number) is released already."),
                otherwise: Phrase(da: "Der er intet at registrere.", en: "There is nothing to record."))
        }
        guard amount < .zero else {
            return Explanation(
                message: Phrase(
                    da: "Beløbet er nul; der skal være mindst 0,01\u{A0}kr. at registrere.",
                    en: "The amount is zero; there must be DKK\u{A0}0.01 at least to record."),
                next: Phrase(da: "Angiv, hvor meget det drejer sig om.", en: "Say how much it is about."))
        }
        return Explanation(
            message: Phrase(
                da: "Beløbet er \(amount), og det skal være mindst 0,01\u{A0}kr.",
                en: "The amount is \(amount), and it must be DKK\u{A0}0.01 at least."),
            hints: [
                Hint(Phrase(da: "Skriv beløbet uden minus.", en: "Write the amount without a minus.")),
                .see(
                    Phrase(
                        da: "Er pengene kommet tilbage, så registrér en refusion. Se hvordan:",
                        en: "If the money came back, record a refund. See how:"),
                    "help refund"),
            ])
    }
}

extension Refusal.PeriodHolder {
    /// Whose ceiling it is: `B03`, `the post “project”`.
    fileprivate var phrase: Phrase {
        switch self {
        case .participant(let participant): Phrase(verbatim: participant.text)
        case .post(let post): Phrase(da: "posten ”\(post)”", en: "the post “\(post)”")
        }
    }
}
