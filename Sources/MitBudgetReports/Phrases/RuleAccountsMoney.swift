import MitBudget
import Phrases

extension RuleAccount {
    static let itemExceeded = RuleAccount(
        refuses: Phrase(
            da: "at frigive mere end det godkendte på et punkt", en: "releasing more than an item's approved amount"),
        allows: Phrase(
            da: "præcis det, der er godkendt og endnu ikke frigivet.",
            en: "exactly what is approved and not yet released."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: sagsbehandleren godkender planen og frigiver midlerne.",
            en: "Press release [P]: the caseworker approves the plan and releases the funds."),
        command: "mitbudget release B03 --item 2 --amount 4500",
        sample: { () throws(Malformed) in
            try .itemExceeded(
                ItemReference(ParticipantReference("B03"), ItemNumber("2")),
                requested: Amount(kroner: "4.500"), available: Amount(kroner: "1.550"))
        },
        remedies: { () throws(Malformed) in
            try [
                .amount(Amount(kroner: "1.550")),
                .enlarge(
                    ItemReference(ParticipantReference("B03"), ItemNumber("2")), upTo: Amount(kroner: "14.500"),
                    by: nil,
                    others: false),
            ]
        })

    static let releaseExceeded = RuleAccount(
        refuses: Phrase(
            da: "at bruge mere på et punkt, end der er frigivet", en: "spending more on an item than is released"),
        allows: Phrase(
            da: "præcis det, der er frigivet og endnu ikke brugt.",
            en: "exactly what is released and not yet spent."),
        source: Phrase(
            da: """
                Pressemeddelelsen [P]: sagsbehandleren frigiver midlerne. Håndbogen [H]: en frigivelse er endnu ingen \
                udgift.
                """,
            en: "Press release [P]: the caseworker releases the funds. Handbook [H]: a release is no expense yet."),
        command: "mitbudget disburse B03 --item 2 --amount 4500 --voucher 2023-0017 --payee 'Bolig A/S'",
        sample: { () throws(Malformed) in
            try .releaseExceeded(
                ItemReference(ParticipantReference("B03"), ItemNumber("2")),
                requested: Amount(kroner: "4.500"), available: Amount(kroner: "1.550"),
                releasable: Amount(kroner: "2.950"))
        },
        remedies: { () throws(Malformed) in
            try [
                .amount(Amount(kroner: "1.550")),
                .release(
                    ItemReference(ParticipantReference("B03"), ItemNumber("2")), Amount(kroner: "2.950"), on: nil,
                    byAnother: false),
            ]
        })

    static var capExceeded: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "alt, der bryder \(.anyOne.genitive) ramme, hvem der end beder om det",
                en: "whatever would break \(.anyOne.genitive) cap, whoever asks"),
            allows: Phrase(da: "præcis det, der er tilbage af rammen.", en: "exactly what is left of the cap."),
            source: Phrase(
                da: "Pressemeddelelsen [P]: 50.000 kroner til hver borger. Det sidste hegn bag reglerne om planer.",
                en: "Press release [P]: 50.000 kroner for each citizen. The last fence behind the rules on plans."),
            command: "mitbudget plan approve B03",
            sample: { () throws(Malformed) in
                try .capExceeded(
                    ParticipantReference("B03"), requested: Amount(kroner: "4.500"), available: Amount(kroner: "1.550"))
            })
    }

    static let postExceeded = RuleAccount(
        refuses: Phrase(
            da: "alt, der bryder en budgetpost, hvem der end beder om det",
            en: "whatever would break a post of the budget, whoever asks"),
        allows: Phrase(da: "præcis det, der er tilbage af posten.", en: "exactly what is left of the post."),
        source: Phrase(
            da: """
                Håndbogen [H]: i regnskabet står kun godkendte poster. Pressemeddelelsen [P]: 15 × 50.000 kroner er \
                sikret borgerne, og så er der 202.000 kroner til alt andet.
                """,
            en: """
                Handbook [H]: the accounts hold only approved posts. Press release [P]: 15 × 50.000 kroner is secured \
                for the citizens, which leaves 202.000 kroner for all else.
                """),
        command: "mitbudget expense --post project --amount 12000 --voucher 2024-0201 --payee 'Revision I/S'",
        sample: { () throws(Malformed) in
            try .postExceeded(
                PostName("project"), requested: Amount(kroner: "12.000"), available: Amount(kroner: "9.250,50"))
        },
        remedies: { () throws(Malformed) in
            try [.amount(Amount(kroner: "9.250,50"))]
        })

    static let grantExceeded = RuleAccount(
        refuses: Phrase(
            da: "alt, der bryder tilsagnet, også rater, hvem der end beder om det",
            en: "whatever would break the grant, instalments among it, whoever asks"),
        allows: Phrase(da: "præcis det, der er tilbage af tilsagnet.", en: "exactly what is left of the grant."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: et tilsagn på 952.000 kroner.",
            en: "Press release [P]: a grant of 952.000 kroner."),
        command: "mitbudget receive --amount 500000 --voucher rate-3",
        sample: { () throws(Malformed) in
            try .grantExceeded(requested: Amount(kroner: "500.000"), available: Amount(kroner: "476.000"))
        },
        remedies: { () throws(Malformed) in
            try [.amount(Amount(kroner: "476.000"))]
        })

    static let samePerson = RuleAccount(
        refuses: Phrase(
            da: """
                at den, der godkendte handleplanen, også frigiver pengene, hvor vilkårene kræver to; og altid, at den, \
                der bogførte en udgift, selv godkender den
                """,
            en: """
                releasing by the one who approved the plan, where the terms ask for two; and always approving an \
                expense that one recorded oneself
                """),
        allows: Phrase(
            da: "enhver sagsbehandler, der arbejder med en anden konto; to id'er, der har delt konto, er én person.",
            en: "every caseworker who works with another account; two ids that ever shared one are one person."),
        source: Phrase(
            da: """
                Revisionspraksis [A]: forskellige personer, hvor det kræves (`separateReleaser`). Gælder ikke i \
                Aabenraas projekt: i pressemeddelelsen [P] gør én sagsbehandler begge dele.
                """,
            en: """
                Audit practice [A]: different people where that is required (`separateReleaser`). Off in Aabenraa's \
                programme: the press release [P] lets one caseworker do both.
                """),
        command: "mitbudget release B03 --item 2 --amount 1550",
        sample: { () throws(Malformed) in try .samePerson(StaffID("anna-h"), approver: StaffID("anna-h")) },
        remedies: { () throws(Malformed) in
            try [
                .releaseByAnother(
                    ItemReference(ParticipantReference("B03"), ItemNumber("2")), Amount(kroner: "1.550"), on: nil)
            ]
        })

    static let amountNotPositive = RuleAccount(
        refuses: Phrase(da: "et beløb på nul eller derunder", en: "an amount of zero or below"),
        allows: Phrase(da: "én øre.", en: "one øre."),
        source: Phrase(
            da: """
                Revisionspraksis [A]: hvad der gik galt, rettes ved tilbageførsel eller refusion, aldrig med et \
                negativt beløb.
                """,
            en: "Audit practice [A]: what went wrong is corrected by reversal or refund, never by a negative amount."),
        command: "mitbudget disburse B03 --item 2 --amount=-450 --voucher 2023-0018 --payee 'Bolig A/S'",
        sample: { () throws(Malformed) in try .amountNotPositive(Amount(kroner: "-450")) })

    static var postUnknown: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "en projektudgift på en budgetpost, der ikke findes, eller på \(.theMany.genitive)",
                en: "an expense on a post that does not exist, or on \(.theMany.genitive)"),
            allows: Phrase(
                da: "alle projektets poster undtagen `citizens`.",
                en: "every post of the programme but `citizens`."),
            source: Phrase(
                da: "Håndbogen [H]: i regnskabet står kun godkendte poster.",
                en: "Handbook [H]: the accounts hold only approved posts."),
            command: "mitbudget expense --post wages --amount 12000 --voucher 2024-0201 --payee 'Aabenraa Kommune'",
            sample: { () throws(Malformed) in try .postUnknown(PostName("wages"), known: [PostName("project")]) })
    }
}
