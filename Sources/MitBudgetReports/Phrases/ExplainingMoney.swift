import MitBudget
import Phrases

// What is said by the rules on releases and ceilings. The largest amount that would be allowed is always named.

extension Explanation {
    static func itemExceeded(_ item: ItemReference, _ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Der er godkendt og ikke frigivet \(available) på punkt \(item.number); \(requested) er for meget.",
                en: "\(available) is approved and not released on item \(item.number); \(requested) is too much."),
            next: Phrase(
                da: """
                    Er der brug for mere, så aftal en handleplan med et større beløb på punktet: \
                    mitbudget plan draft \(item.participant) --file PLAN.json
                    """,
                en: """
                    If more is needed, agree on a plan with a larger amount for the item: \
                    mitbudget plan draft \(item.participant) --file PLAN.json
                    """))
    }

    static func releaseExceeded(
        _ item: ItemReference, _ requested: Amount, of available: Amount, releasable: Amount
    ) -> Explanation {
        let (participant, number) = (item.participant, item.number)
        let missing = requested - available
        let message = Phrase(
            da: "Der er frigivet og ikke brugt \(available) på punkt \(number); \(requested) er for meget.",
            en: "\(available) is released and not spent on item \(number); \(requested) is too much.")
        guard missing <= releasable else {
            return Explanation(
                message: message,
                next: Phrase(
                    da: """
                        Kun \(releasable) mere er godkendt på punktet. Aftal en handleplan med et større beløb: \
                        mitbudget plan draft \(participant) --file PLAN.json
                        """,
                    en: """
                        Only \(releasable) more is approved on the item. Agree on a plan with a larger amount: \
                        mitbudget plan draft \(participant) --file PLAN.json
                        """))
        }
        return Explanation(
            message: message,
            next: Phrase(
                da: "Frigiv mere med: mitbudget release \(participant) --item \(number) --amount \(typed: missing)",
                en: "Release more with: mitbudget release \(participant) --item \(number) --amount \(typed: missing)"))
    }

    static func capExceeded(
        _ participant: ParticipantReference, _ requested: Amount, of available: Amount
    ) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Rammen for borger \(participant) har plads til \(available) mere; \(requested) er for meget.",
                en: "The cap of participant \(participant) has room for \(available) more; \(requested) is too much."),
            next: Phrase(
                da: "Se, hvad rammen er brugt til: mitbudget participant show \(participant)",
                en: "See what the cap went to: mitbudget participant show \(participant)"))
    }

    static func postExceeded(_ post: PostName, _ requested: Amount?, of available: Amount) -> Explanation {
        let message =
            if let requested {
                Phrase(
                    da: "Budgetposten ”\(post)” har plads til \(available) mere; \(requested) er for meget.",
                    en: "The post “\(post)” has room for \(available) more; \(requested) is too much.")
            } else {
                Phrase(
                    da: "Budgetposten ”\(post)” har plads til \(available); planen er langt over.",
                    en: "The post “\(post)” has room for \(available); the plan lies far above."
                )
            }
        return Explanation(
            message: message,
            next: Phrase(
                da: "Sæt beløbet ned. Se, hvad der er tilbage på hver budgetpost: mitbudget status",
                en: "Lower the amount. See what is left of each post: mitbudget status"))
    }

    static func grantExceeded(_ requested: Amount, of available: Amount) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Tilsagnet har plads til \(available) mere; \(requested) er for meget.",
                en: "The grant has room for \(available) more; \(requested) is too much."),
            next: Phrase(
                da: "Sæt beløbet ned. Se, hvad der er tilbage af tilsagnet: mitbudget status",
                en: "Lower the amount. See what is left of the grant: mitbudget status"))
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
            next: Phrase(
                da: "Bed en anden sagsbehandler om at frigive pengene.",
                en: "Ask another caseworker to release the money."))
    }

    static func postUnknown(_ post: PostName, known: [PostName]) -> Explanation {
        let names = Phrase.anyOf(known.map { Phrase(verbatim: $0.text) })
        guard let first = known.first else {
            return Explanation(
                message: Phrase(
                    da: "Projektet har ingen budgetpost til projektudgifter; hele tilsagnet er borgernes.",
                    en: "The programme has no post for expenses; the whole grant is the citizens'."),
                next: citizensSpend)
        }
        if post == .citizens {
            return Explanation(
                message: Phrase(
                    da: "Borgernes budgetpost kan ikke bære projektudgifter; brug \(names).",
                    en: "The citizens' post cannot carry expenses; use \(names)."),
                next: citizensSpend)
        }
        return Explanation(
            message: Phrase(
                da: "Projektet har ikke den budgetpost; projektudgifter kan bogføres på \(names).",
                en: "The programme has no such post; expenses can be booked on \(names)."),
            next: Phrase(da: "Skriv fx: --post '\(first.text)'", en: "Write for instance: --post '\(first.text)'"))
    }

    private static var citizensSpend: Phrase {
        Phrase(
            da: """
                Er pengene brugt på en borger, så registrér en udbetaling: \
                mitbudget disburse BORGER --item PUNKT --amount KR --voucher BILAG --payee TEKST
                """,
            en: """
                If the money was spent on a participant, record a disbursement: \
                mitbudget disburse PARTICIPANT --item ITEM --amount KR --voucher REF --payee TEXT
                """)
    }

    static func amountNotPositive(_ amount: Amount) -> Explanation {
        let message = Phrase(
            da: "Beløbet er \(amount), og det skal være mindst 0,01\u{A0}kr.",
            en: "The amount is \(amount), and it must be DKK\u{A0}0.01 at least.")
        guard amount < .zero else {
            return Explanation(
                message: message,
                next: Phrase(
                    da: "Angiv, hvor meget det drejer sig om. Er der intet tilbage, er der intet at registrere.",
                    en: "Say how much it is about. Where nothing is left, there is nothing to record."))
        }
        return Explanation(
            message: message,
            next: Phrase(
                da: """
                    Skriv beløbet uden minus. Er pengene kommet tilbage, så registrér en refusion: \
                    mitbudget refund POSTERING --amount \(typed: -amount) --voucher BILAG
                    """,
                en: """
                    Write the amount without a minus. If the money came back, record a refund: \
                    mitbudget refund ENTRY --amount \(typed: -amount) --voucher REF
                    """))
    }
}
