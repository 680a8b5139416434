import MitBudget
import Phrases

extension RuleAccount {
    static var placesTaken: RuleAccount {
        RuleAccount(
            refuses: Phrase(da: "flere \(.many), end projektet har pladser", en: "more \(.many) than there are places"),
            allows: Phrase(
                da: """
                    så mange som `places`, på dagen og på hver senere. \(.anyOne.capital), der udskrives, gør pladsen \
                    ledig fra den dag, medmindre der da var brugt penge, eller forløbet blev gennemført (`--cause \
                    finished`).
                    """,
                en: """
                    as many as `places`, on the day and on every later one. Withdrawing \(.anyOne) frees the place \
                    from that day on, unless money was spent by then or the course was completed (`--cause finished`).
                    """),
            source: Phrase(
                da: "Pressemeddelelsen [P] og kataloget [C]: 15 borgere.",
                en: "Press release [P] and catalogue [C]: 15 citizens."),
            command: "mitbudget participant enrol",
            sample: { () throws(Malformed) in try .placesTaken(places: 15, on: Day("2023-03-01")) })
    }

    static var participantUnknown: RuleAccount {
        RuleAccount(
            refuses: Phrase(da: "\(.anyOne), der ikke er indskrevet", en: "\(.anyOne) not enrolled"),
            allows: Phrase(da: "enhver reference, der er givet.", en: "every reference that was given."),
            source: Phrase(
                da: "Pressemeddelelsen [P]: borgerne henvises af kommunens sagsbehandlere.",
                en: "Press release [P]: the citizens are referred by the municipality's caseworkers."),
            command: "mitbudget plan approve B16",
            sample: { () throws(Malformed) in
                try .participantUnknown(ParticipantReference("B16"), last: ParticipantReference("B15"))
            })
    }

    static var participantWithdrawn: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "nye planer, frigivelser og udbetalinger på \(.anyOne), hvis budget er stoppet",
                en: "new plans, releases and disbursements for \(.anyOne) whose budget is stopped"),
            allows: Phrase(da: "refusioner og tilbageførsler.", en: "refunds and reversals."),
            source: Phrase(
                da: """
                    Forsøgsloven [L]: trækningsretten bortfalder, når borgeren flytter. Andre kommuner i forsøget \
                    måtte stoppe budgetter efter misbrug.
                    """,
                en: """
                    Act on the trial [L]: the drawing right lapses when the citizen moves away. Sister municipalities \
                    had to stop budgets after misuse.
                    """),
            command: "mitbudget release B07 --item 1 --amount 2000",
            sample: { () throws(Malformed) in
                try .participantWithdrawn(ParticipantReference("B07"), on: Day("2023-09-01"))
            },
            remedies: { () throws(Malformed) in
                [.enrol]
            })
    }

    static let planIncomplete = RuleAccount(
        refuses: Phrase(
            da: "en handleplan uden mål, ønsker, formål eller punkter, eller med et område, projektet ikke har",
            en: "a plan without goal, wishes, purpose or items, or with an area that the programme lacks"),
        allows: Phrase(
            da: "tre tekster, der ikke er tomme, og mindst ét punkt.",
            en: "three texts with something in them, and one item at least."),
        source: Phrase(
            da: """
                Pressemeddelelsen [P]: handleplanen beskriver overordnet mål, ønsker og formål; pengene skal forbedre \
                job, bolig eller livssituation.
                """,
            en: """
                Press release [P]: the action plan describes overall goal, wishes and purpose; the money is to better \
                job, housing or life situation.
                """),
        command: "mitbudget plan draft B03 --goal 'En bolig' --wishes 'Ro' --purpose '' --item housing:35000:Indskud",
        sample: { () throws(Malformed) in .planIncomplete(.text(.purpose)) })

    static var planOverCap: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "en handleplan, hvis punkter tilsammen er over \(.theOne.genitive) ramme",
                en: "a plan whose items sum above \(.theOne.genitive) cap"),
            allows: Phrase(da: "præcis rammen.", en: "exactly the cap."),
            source: Phrase(
                da: "Pressemeddelelsen [P]: 50.000 kroner til hver borger. Kataloget [C]: op til 50.000 kroner.",
                en: "Press release [P]: 50.000 kroner for each citizen. Catalogue [C]: up to 50.000 kroner."),
            command: "mitbudget plan draft B03 --file plan.json",
            sample: { () throws(Malformed) in
                try .planOverCap(requested: Amount(kroner: "52.000"), cap: Amount(kroner: "50.000"))
            })
    }

    static let planBelowReleased = RuleAccount(
        refuses: Phrase(
            da: "en ny version, der sætter et punkt under det, der er frigivet på det, eller udelader det",
            en: "a new version that lowers an item below what is released on it, or drops it"),
        allows: Phrase(da: "præcis det, der er frigivet.", en: "exactly what is released."),
        source: Phrase(
            da: """
                Pressemeddelelsen [P] og kataloget [C]: planer tales igennem igen og igen; penge, der er frigivet, er \
                stadig lovet.
                """,
            en: """
                Press release [P] and catalogue [C]: plans are talked over again and again; money that is released \
                stays promised.
                """),
        command: "mitbudget plan draft B03 --file plan.json",
        sample: { () throws(Malformed) in
            try .planBelowReleased(
                ItemReference(ParticipantReference("B03"), ItemNumber("1")),
                requested: Amount(kroner: "15.000"), released: Amount(kroner: "20.000"))
        },
        remedies: { () throws(Malformed) in
            try [
                .retract(
                    ItemReference(ParticipantReference("B03"), ItemNumber("1")), Amount(kroner: "5.000"), on: nil,
                    leaving: nil)
            ]
        })

    static let planNotPending = RuleAccount(
        refuses: Phrase(
            da: "at godkende eller afvise en plan, der ikke venter",
            en: "approving or rejecting a plan that does not wait for a decision"),
        allows: Phrase(da: "den senest udarbejdede version, én gang.", en: "the latest draft, once."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: sagsbehandleren godkender planen.",
            en: "Press release [P]: the caseworker approves the plan."),
        command: "mitbudget plan approve B03",
        sample: { () throws(Malformed) in try .planNotPending(ParticipantReference("B03")) },
        remedies: { () throws(Malformed) in
            try [.draft(ParticipantReference("B03"), by: nil)]
        })

    static let planNotApproved = RuleAccount(
        refuses: Phrase(
            da: "frigivelser og udbetalinger uden en godkendt handleplan",
            en: "releases and disbursements without an approved plan"),
        allows: Phrase(da: "enhver gældende version.", en: "any version in force."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: sagsbehandleren godkender planen og frigiver midlerne.",
            en: "Press release [P]: the caseworker approves the plan and releases the funds."),
        command: "mitbudget release B03 --item 1 --all",
        sample: { () throws(Malformed) in try .planNotApproved(ParticipantReference("B03")) },
        remedies: { () throws(Malformed) in
            try [.approve(ParticipantReference("B03"), version: 1, on: nil)]
        })

    static let itemUnknown = RuleAccount(
        refuses: Phrase(
            da: "et punkt, som handleplanen ikke har, eller som står to gange i den",
            en: "an item that the plan does not have, or names twice"),
        allows: Phrase(
            da: "punkterne i den gældende version; en ny version må også beholde dem fra den senest udarbejdede.",
            en: "the items of the version in force; a new version may keep those of the latest draft too."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: der frigives penge til det, planen siger.",
            en: "Press release [P]: money is released for what the plan says."),
        command: "mitbudget release B03 --item 7 --amount 2000",
        sample: { () throws(Malformed) in try .itemUnknown(ParticipantReference("B03"), ItemNumber("7")) },
        remedies: { () throws(Malformed) in
            try [.showPlan(ParticipantReference("B03"), version: 1)]
        })
}
