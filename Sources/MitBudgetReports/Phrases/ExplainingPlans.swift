import MitBudget
import Phrases

// Explains refusals on citizens, their places and their plans.

extension Explanation {
    static let noRecipients = Explanation(
        message: Phrase(
            da: "I dette projekt indskrives ingen: hele tilsagnet ligger på budgetposterne.",
            en: "No one is enrolled in this programme: the whole grant belongs to the posts."),
        hints: [
            .see(
                Phrase(
                    da: "Hvad der bruges, registreres på posterne. Se hvordan:",
                    en: "What is spent is recorded on the posts. See how:"),
                "help expense")
        ])

    static func notPersonal(_ participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(participant) er ikke en person, så der er ingen personoplysninger at udlevere.",
                en: "\(participant) is no person, so there is no personal data to disclose."),
            hints: [
                .see(
                    Phrase(da: "Alle teksterne kan ses uden videre:", en: "All texts are shown as they are:"),
                    "participant show \(participant.text)")
            ])
    }

    static func resultUnknown(_ result: ResultCode, known: [ResultCode]) -> Explanation {
        guard !known.isEmpty else {
            return Explanation(
                message: Phrase(
                    da: "Vilkårene har ingen resultater af den slags.", en: "The terms have no results of that kind."),
                hints: [.see(Phrase(da: "Se vilkårene:", en: "See the terms:"), "terms show")])
        }
        let names = Phrase.anyOf(known.map(\.coded))
        return Explanation(
            message: Phrase(
                da: "Vilkårene har intet resultat ”\(echoing: result.text)” af den slags.",
                en: "The terms have no result “\(echoing: result.text)” of that kind."),
            next: Phrase(da: "Skriv \(names).", en: "Write \(names)."))
    }

    static func placesTaken(_ places: Int, on day: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Der er ingen ledig plads den \(day); projektet har i alt \(.places(places)).",
                en: "No place is free on \(day); the programme has \(.places(places)) in all."),
            hints: [
                .see(
                    Phrase(
                        da: """
                            En plads bliver ledig, når \(.anyOne) stopper eller flytter, og intet er brugt, eller det \
                            brugte er kommet tilbage. Se \(.theMany):
                            """,
                        en: """
                            A place is freed when \(.anyOne) stops or moves away and nothing was spent, or what \
                            was spent came back. See \(.theMany):
                            """),
                    "participant list")
            ])
    }

    static func participantUnknown(_ participant: ParticipantReference, last: ParticipantReference?) -> Explanation {
        guard Vocabulary.current.hasRecipients else { return noRecipients }
        guard let last else {
            return Explanation(
                message: Phrase(
                    da: "Der er \(.noOne) \(participant); der er endnu ikke indskrevet nogen.",
                    en: "There is \(.noOne) \(participant); no one is enrolled yet."),
                next: Phrase(
                    da: "\(.theOne.capital) får sin reference, når en sagsbehandler indskriver \(.theOne).",
                    en: "\(.many.capital) get their reference when a caseworker enrols them."))
        }
        return Explanation(
            message: Phrase(
                da: "Der er \(.noOne) \(participant); den senest indskrevne er \(last).",
                en: "There is \(.noOne) \(participant); the latest enrolled is \(last)."),
            hints: [
                .see(
                    Phrase(da: "Find \(.theOne) på listen:", en: "Find \(.theOne) on the list:"), "participant list")
            ])
    }

    static func participantWithdrawn(_ participant: ParticipantReference, on day: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Budgettet for \(.one) \(participant) blev stoppet \(day).",
                en: "The budget of \(.one) \(participant) was stopped on \(day)."),
            next: Phrase(
                da: "Der kan nu kun registreres refusioner og tilbageførsler på \(.theOne).",
                en: "Only refunds and reversals can be recorded on \(.theOne) now."),
            otherwise: Phrase(
                da: "\(.theOne.capital) kan ikke indskrives på ny nu.",
                en: "\(.theOne.capital) cannot be enrolled anew now."))
    }

    static func planIncomplete(_ gap: Refusal.Gap) -> Explanation {
        switch gap {
        case .text(let field):
            Explanation(
                message: Phrase(
                    da: "I handleplanen mangler \(field); den skal beskrive både mål, ønsker og formål.",
                    en: "The plan lacks \(field); it must state goal, wishes and purpose."),
                next: Phrase(
                    da: "Skriv teksten sammen med \(.theOne), og udarbejd handleplanen igen.",
                    en: "Write the text together with \(.theOne), and draft the plan again."))
        case .items:
            Explanation(
                message: Phrase(
                    da: "Handleplanen har ingen punkter; den skal sige, hvad pengene skal bruges til.",
                    en: "The plan has no items; it must say what the money is for."),
                next: Phrase(
                    da: "Tilføj mindst ét punkt under \"items\" i planfilen.",
                    en: "Add one item at least under \"items\" in the plan file."))
        case .area(let area, let known):
            Explanation(
                message: Phrase(
                    da: "Projektet har intet område ”\(echoing: area.text)”.",
                    en: "The programme has no area “\(echoing: area.text)”."),
                next: Phrase(
                    da: "Skriv et af områderne i punktet: \(.anyOf(known.map(\.coded))).",
                    en: "Write one of the areas in the item: \(.anyOf(known.map(\.coded)))."))
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
                da: "Handleplanens punkter er på \(requested) i alt; \(.anyOne) kan højst få \(cap)",
                en: "The plan's items sum to \(requested); \(.anyOne) can receive \(cap) at most."),
            next: Phrase(
                da: "Sæt punkterne ned med \(requested - cap) tilsammen, og udarbejd handleplanen igen.",
                en: "Lower the items by \(requested - cap) in all, and draft the plan again."))
    }

    static func planBelowReleased(_ item: ItemReference, requested: Amount, released: Amount) -> Explanation {
        let number = item.number
        let message =
            requested == .zero
            ? Phrase(
                da: "Der er allerede frigivet \(released) på punkt \(number), som handleplanen udelader.",
                en: "\(released) is released already on item \(number), which the plan leaves out.")
            : Phrase(
                da: "Der er allerede frigivet \(released) på punkt \(number); \(requested) i handleplanen er for lidt.",
                en: "\(released) is released on item \(number) already; \(requested) in the plan is too little.")
        return Explanation(
            message: message,
            next: Phrase(
                da: "Behold punktet i en planfil med \"item\": \(number) og mindst \(released)",
                en: "Keep the item in a plan file with \"item\": \(number) and \(released) at least."))
    }

    static func planNotPending(_ participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(.one.capital) \(participant) har ingen handleplan, der venter på en afgørelse.",
                en: "\(.one.capital) \(participant) has no plan that waits for a decision."),
            otherwise: Phrase(da: "En ny kan ikke udarbejdes nu.", en: "A new one cannot be drafted now."))
    }

    static func planNotApproved(_ participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da:
                    """
                    \(.one.capital) \(participant) har ingen godkendt handleplan, og uden den kan der ikke bruges \
                    penge.
                    """,
                en: "\(.one.capital) \(participant) has no approved plan, and without one no money can be used."),
            otherwise: Phrase(
                da: "En handleplan kan ikke udarbejdes eller godkendes nu.",
                en: "A plan cannot be drafted or approved now."))
    }

    static func itemUnknown(_ item: ItemNumber, of participant: ParticipantReference) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Handleplanen for \(.one) \(participant) har ikke noget punkt \(item).",
                en: "The plan of \(.one) \(participant) has no item \(item)."),
            otherwise: Phrase(
                da: "Et nyt punkt skrives i planfilen uden \"item\".",
                en: "A new item stands in the plan file without \"item\"."))
    }
}
