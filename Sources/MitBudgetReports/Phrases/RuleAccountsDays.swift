import MitBudget
import Phrases

extension RuleAccount {
    static let outsideWindow = RuleAccount(
        refuses: Phrase(
            da: """
                en dag før projektperiodens første dag; for indskrivning, aftale, godkendelse, frigivelse, udbetaling \
                og projektudgift også en dag efter dens sidste
                """,
            en: """
                a day before the project period's first day; for enrolment, agreement, approval, release, disbursement \
                and expense also a day after its last
                """),
        allows: Phrase(
            da: """
                fra den første dag til den sidste, begge medregnet. Det, der afslutter projektet (tilbagekald, \
                refusion, tilbageførsel, rate, tilbagebetaling, udskrivning, resultat, måling, ændring af vilkår), må \
                ligge efter den sidste, og det må en betalingsdag også; en rate må ligge før den første.
                """,
            en: """
                from the first day to the last, both included. What settles the programme (retraction, refund, \
                reversal, instalment, repayment, withdrawal, result, measurement, amendment of the terms) may lie \
                after the last, and so may a payment day; an instalment may lie before the first.
                """),
        source: Phrase(
            da: """
                Pressemeddelelsen [P] og kataloget [C]: 1. december 2022 til 31. december 2024. Håndbogen [H]: en \
                udgift er afholdt i perioden og må være betalt efter den.
                """,
            en: """
                Press release [P] and catalogue [C]: 1 December 2022 to 31 December 2024. Handbook [H]: an expense is \
                incurred inside the period, and may be paid after it.
                """),
        command: "mitbudget disburse B03 --item 2 --amount 1550 --voucher 2025-0001 --payee 'Bolig A/S' "
            + "--on 2025-01-01",
        sample: { () throws(Malformed) in
            try .outsideWindow(Day("2025-01-01"), first: Day("2022-12-01"), last: Day("2024-12-31"))
        },
        remedies: { () throws(Malformed) in
            try [.day(Day("2024-12-31"), .latest, .purchase(paid: Day("2025-01-01")))]
        })

    static let futureDay = RuleAccount(
        refuses: Phrase(da: "en dag efter i dag", en: "a day after today"),
        allows: Phrase(da: "i dag.", en: "today."),
        source: Phrase(
            da: "Revisionspraksis [A]: journalen viser, hvad der skete, ikke hvad der ventes.",
            en: "Audit practice [A]: the journal records what happened, not what is expected."),
        command: "mitbudget release B03 --item 2 --amount 4500 --on 2023-06-16",
        sample: { () throws(Malformed) in try .futureDay(Day("2023-06-16"), today: Day("2023-06-15")) },
        remedies: { () throws(Malformed) in
            try [.day(Day("2023-06-15"), .latest, .event)]
        })

    static let periodClosed = RuleAccount(
        refuses: Phrase(da: "en dag i en lukket periode", en: "a day in a closed period"),
        allows: Phrase(da: "dagen efter lukningen.", en: "the day after the close."),
        source: Phrase(
            da: "Revisionspraksis [A]: tal, der er indberettet, bliver, som de blev indberettet.",
            en: "Audit practice [A]: figures that were reported stay as they were reported."),
        command: "mitbudget expense --post project --amount 8000 --voucher 2023-0044 --payee 'Revision I/S' "
            + "--on 2023-03-15",
        sample: { () throws(Malformed) in try .periodClosed(Day("2023-03-15"), through: Day("2023-03-31")) },
        remedies: { () throws(Malformed) in
            try [
                .day(Day("2023-04-01"), .earliest, .event),
                .reopen(through: Day("2023-03-14"), by: nil, then: nil),
            ]
        })

    static let outOfOrder = RuleAccount(
        refuses: Phrase(
            da: """
                en dag før den, som den bygger på: plan før indskrivning, godkendelse før aftale, frigivelse før \
                godkendelse, udbetaling før frigivelse, refusion før udbetaling, resultat før indskrivning, en ændring \
                af vilkårene før den forrige
                """,
            en: """
                a day before the one it builds on: plan before enrolment, approval before agreement, release before \
                approval, disbursement before release, refund before disbursement, result before enrolment, an \
                amendment before the one before it
                """),
        allows: Phrase(da: "selve den dag, som den bygger på.", en: "the very day it builds on."),
        source: Phrase(
            da: "Pressemeddelelsen [P]: sagsbehandleren godkender planen og frigiver midlerne, i den rækkefølge.",
            en: "Press release [P]: the caseworker approves the plan and releases the funds, in that order."),
        command: "mitbudget release B03 --item 2 --amount 4500 --on 2023-02-01",
        sample: { () throws(Malformed) in
            try .outOfOrder(.releaseBeforeApproval, day: Day("2023-02-01"), bound: Day("2023-02-10"))
        },
        remedies: { () throws(Malformed) in
            try [.day(Day("2023-02-10"), .earliest, .event)]
        })

    static var drawingOver: RuleAccount {
        RuleAccount(
            refuses: Phrase(
                da: "en frigivelse eller udbetaling, efter at \(.theOne.genitive) trækningsret er sluttet",
                en: "a release or a disbursement after \(.theOne.genitive) drawing right has ended"),
            allows: Phrase(
                da: """
                    dagen før dagen med samme nummer, `drawingMonths` måneder efter den første godkendelse: 15 måneder \
                    fra 1. januar slutter 31. marts. Har måneden ingen sådan dag, gælder dens sidste.
                    """,
                en: """
                    the day before the same-numbered day, `drawingMonths` months after the first approval: 15 months \
                    from 1 January end on 31 March. Where the month has no such day, its last one.
                    """),
            source: Phrase(
                da: """
                    Forsøgsloven [L]: trækningsret i 15 sammenhængende måneder. Gælder ikke i Aabenraas projekt, hvis \
                    dokumenter ikke nævner den.
                    """,
                en: """
                    Act on the trial [L]: a drawing right of 15 consecutive months. Off in Aabenraa's programme, whose \
                    documents do not state it.
                    """),
            command: "mitbudget disburse B03 --item 2 --amount 1550 --voucher 2024-0107 --payee 'Bolig A/S' "
                + "--on 2024-05-11",
            sample: { () throws(Malformed) in
                try .drawingOver(ParticipantReference("B03"), day: Day("2024-05-11"), last: Day("2024-05-10"))
            },
            remedies: { () throws(Malformed) in
                try [.day(Day("2024-05-10"), .latest, .event)]
            })
    }

    static let paidTooLate = RuleAccount(
        refuses: Phrase(
            da: "en betalingsdag efter den sidste dag for betalinger",
            en: "a payment day after the last day for payments"),
        allows: Phrase(da: "selve dagen `settleBy`.", en: "the day `settleBy` itself."),
        source: Phrase(
            da: "Håndbogen [H]: en udgift er betalt, før regnskabet afleveres. Tilsagnsbrevet nævner dagen.",
            en: "Handbook [H]: an expense is paid before the accounts are handed in. The grant letter names the day."),
        command: "mitbudget disburse B03 --item 2 --amount 1550 --voucher 2024-0311 --payee 'Bolig A/S' "
            + "--on 2024-12-30 --paid 2025-04-01",
        sample: { () throws(Malformed) in try .paidTooLate(Day("2025-04-01"), settleBy: Day("2025-03-31")) },
        remedies: { () throws(Malformed) in
            try [.paid(by: Day("2025-03-31"))]
        })
}
