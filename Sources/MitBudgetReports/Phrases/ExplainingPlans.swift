import MitBudget
import Phrases

// What is said by the rules on citizens, their places and their plans.

extension Explanation {
    static func placesTaken(_ places: Int, on day: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Der er ingen ledig plads den \(day); projektet har i alt \(.places(places)).",
                en: "No place is free on \(day); the programme has \(.places(places)) in all."),
            next: Phrase(
                da: """
                    En plads bliver ledig, når en borger, der ikke er brugt penge på, stopper: \
                    mitbudget participant withdraw BORGER --reason TEKST
                    """,
                en: """
                    A place is freed when a participant on whom no money was spent withdraws: \
                    mitbudget participant withdraw PARTICIPANT --reason TEXT
                    """))
    }

    static func participantUnknown(_ participant: ParticipantReference, last: ParticipantReference?) -> Explanation {
        guard let last else {
            return Explanation(
                message: Phrase(
                    da: "Der er ingen borger \(participant); der er endnu ikke indskrevet nogen.",
                    en: "There is no participant \(participant); no one is enrolled yet."),
                next: Phrase(
                    da: "Indskriv den første med: mitbudget participant enrol",
                    en: "Enrol the first with: mitbudget participant enrol"))
        }
        return Explanation(
            message: Phrase(
                da: "Der er ingen borger \(participant); den senest indskrevne er \(last).",
                en: "There is no participant \(participant); the latest enrolled is \(last)."),
            next: Phrase(
                da: "Find borgeren på listen: mitbudget participant list",
                en: "Find the participant on the list: mitbudget participant list"))
    }

    static func participantWithdrawn(_ participant: ParticipantReference, on day: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Budgettet for borger \(participant) blev stoppet \(day).",
                en: "The budget of participant \(participant) was stopped on \(day)."),
            next: Phrase(
                da: """
                    Der kan nu kun registreres refusioner og tilbageførsler på borgeren. \
                    Begynder borgeren igen, så indskriv på ny: mitbudget participant enrol
                    """,
                en: """
                    Only refunds and reversals can be recorded on the participant now. \
                    To start again, enrol anew: mitbudget participant enrol
                    """))
    }

    static func planIncomplete(_ gap: Refusal.Gap) -> Explanation {
        switch gap {
        case .text(let field):
            Explanation(
                message: Phrase(
                    da: "I handleplanen mangler \(field); den skal beskrive både mål, ønsker og formål.",
                    en: "The plan lacks \(field); it must state goal, wishes and purpose."),
                next: Phrase(
                    da: "Skriv teksten sammen med borgeren, og udarbejd handleplanen igen.",
                    en: "Write the text together with the participant, and draft the plan again."))
        case .items:
            Explanation(
                message: Phrase(
                    da: "Handleplanen har ingen punkter; den skal sige, hvad pengene skal bruges til.",
                    en: "The plan has no items; it must say what the money is for."),
                next: Phrase(
                    da: "Tilføj mindst ét punkt: --item OMRÅDE:BELØB:TEKST",
                    en: "Add one item at least: --item AREA:AMOUNT:TEXT"))
        case .area(let area, let known):
            Explanation(
                message: Phrase(
                    da: "Projektet har intet område med koden ”\(code: area)”.",
                    en: "The programme has no area of the code “\(code: area)”."),
                next: Phrase(
                    da: "Skriv en af områdernes koder i punktet: \(.anyOf(known.map(\.coded))).",
                    en: "Write one of the areas' codes in the item: \(.anyOf(known.map(\.coded)))."))
        }
    }

    static func planOverCap(_ requested: Amount?, cap: Amount) -> Explanation {
        guard let requested else {
            return Explanation(
                message: Phrase(
                    da: "Handleplanens punkter løber op i mere, end der kan regnes med; rammen er på \(cap)",
                    en: "The plan's items sum to more than the ledger can hold; the cap is \(cap)."),
                next: Phrase(
                    da: "Sæt punkterne ned, så de tilsammen er højst \(cap)",
                    en: "Lower the items to \(cap) in all at most."))
        }
        return Explanation(
            message: Phrase(
                da: "Handleplanens punkter er på \(requested) i alt; en borger kan højst få \(cap)",
                en: "The plan's items sum to \(requested); a participant can receive \(cap) at most."),
            next: Phrase(
                da: "Sæt punkterne ned med \(requested - cap) tilsammen, og udarbejd handleplanen igen.",
                en: "Lower the items by \(requested - cap) in all, and draft the plan again."))
    }

    static func planBelowReleased(_ item: ItemReference, requested: Amount, released: Amount) -> Explanation {
        let (participant, number) = (item.participant, item.number)
        let message =
            requested == .zero
            ? Phrase(
                da: "Der er allerede frigivet \(released) på punkt \(number), som handleplanen udelader.",
                en: "\(released) is released already on item \(number), which the plan leaves out.")
            : Phrase(
                da: "Der er allerede frigivet \(released) på punkt \(number); \(requested) i handleplanen er for lidt.",
                en: "\(released) is released on item \(number) already; \(requested) in the plan is too little.")
        let amount = released - requested
        return Explanation(
            message: message,
            next: Phrase(
                da: """
                    Behold punktet i en planfil med "item": \(number) og mindst \(released), eller \
                    tilbagekald først det, der ikke er brugt: \
                    mitbudget retract \(participant) --item \(number) --amount \(typed: amount) \
                    --reason TEKST
                    """,
                en: """
                    Keep the item in a plan file with "item": \(number) and \(released) at least, or first \
                    retract what is not spent: \
                    mitbudget retract \(participant) --item \(number) --amount \(typed: amount) \
                    --reason TEXT
                    """))
    }

    static func planNotPending(_ participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Borger \(participant) har ingen handleplan, der venter på en afgørelse.",
                en: "Participant \(participant) has no plan that waits for a decision."),
            next: Phrase(
                da: "Udarbejd en ny: mitbudget plan draft \(participant) --file PLAN.json",
                en: "Draft a new one: mitbudget plan draft \(participant) --file PLAN.json"))
    }

    static func planNotApproved(_ participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Borger \(participant) har ingen godkendt handleplan, og uden den kan der ikke bruges penge.",
                en: "Participant \(participant) has no approved plan, and without one no money can be used."),
            next: Phrase(
                da: "Godkend handleplanen, når den er udarbejdet: mitbudget plan approve \(participant)",
                en: "Approve the plan once it is drafted: mitbudget plan approve \(participant)"))
    }

    static func itemUnknown(_ item: ItemNumber, of participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Handleplanen for borger \(participant) har ikke noget punkt \(item).",
                en: "The plan of participant \(participant) has no item \(item)."),
            next: Phrase(
                da: "Se planens punkter: mitbudget plan show \(participant)",
                en: "See the plan's items: mitbudget plan show \(participant)"))
    }
}
