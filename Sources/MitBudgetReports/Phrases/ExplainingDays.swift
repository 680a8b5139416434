import MitBudget
import Phrases

// Explains refusals on days. Every explanation names the nearest day that the rule allows.

extension Explanation {
    static func outsideWindow(_ day: Day, first: Day, last: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Den \(day) ligger uden for projektperioden, \(first) til \(last), begge dage medregnet.",
                en: "\(day) lies outside the project period, \(first) to \(last), both days included."),
            otherwise: day < first
                ? Phrase(
                    da: "Vent, til projektperioden er begyndt.", en: "Wait until the project period has begun.")
                : Phrase(
                    da: "Kun det, der er sket senest \(last), kan registreres.",
                    en: "Only what happened by \(last) can be recorded."))
    }

    static func futureDay(_ day: Day, today: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Den \(day) er ikke kommet endnu; i dag er det \(today), som er den seneste dag, der kan bruges.",
                en: "\(day) has not come yet; today, \(today), is the latest day that can be used."),
            otherwise: Phrase(da: "Vent, til dagen er kommet.", en: "Wait until the day has come."))
    }

    static func periodClosed(_ day: Day, through: Day) -> Explanation {
        let open = through.advanced(by: 1)
        return Explanation(
            message: Phrase(
                da: "Perioden er lukket til og med \(through), og \(day) ligger i den. Første åbne dag er \(open).",
                en: "The period is closed through \(through), and \(day) lies in it. The first open day is \(open)."),
            otherwise: Phrase(
                da: "Giv en dag fra \(open), hvis de andre regler tillader det.",
                en: "Give a day from \(open) on, if the other rules allow it."))
    }

    static func outOfOrder(_ sequence: Refusal.Sequence, day: Day, bound: Day) -> Explanation {
        let otherwise =
            sequence == .reopeningWithoutClose
            ? Phrase(da: "Der er intet at gøre: alle dage er åbne.", en: "There is nothing to do: every day is open.")
            : Phrase(
                da: "Kontrollér dagen, og hvad den bygger på.", en: "Check the day, and what it builds on.")
        return Explanation(message: order(sequence, day: day, bound: bound), otherwise: otherwise)
    }

    private static func order(_ sequence: Refusal.Sequence, day: Day, bound: Day) -> Phrase {
        switch sequence {
        case .agreementBeforeEnrolment:
            Phrase(
                da:
                    """
                    \(.theOne.capital) blev indskrevet \(bound), så handleplanen kan ikke være aftalt allerede \
                    \(day).
                    """,
                en: "\(.theOne.capital) was enrolled on \(bound), so no plan can date from as early as \(day).")
        case .approvalBeforeAgreement:
            Phrase(
                da: "Handleplanen blev aftalt \(bound), så den kan ikke være godkendt allerede \(day).",
                en: "The plan was agreed on \(bound), so its approval cannot date from as early as \(day).")
        case .releaseBeforeApproval:
            Phrase(
                da: "Handleplanen blev godkendt \(bound), så der kan ikke være frigivet penge allerede \(day).",
                en: "The plan was approved on \(bound), so no money can have been released as early as \(day).")
        case .retractionBeforeRelease:
            Phrase(
                da: "Der blev først frigivet penge på punktet \(bound), så der var intet at tilbagekalde \(day).",
                en: "Money was first released on the item on \(bound), so there was nothing to retract on \(day).")
        case .disbursementBeforeRelease:
            Phrase(
                da: "Der blev først frigivet penge på punktet \(bound), så der kan ikke være udbetalt noget \(day).",
                en: "Money was first released on the item on \(bound), so none can have been disbursed on \(day).")
        case .refundBeforeDisbursement:
            Phrase(
                da: "Udbetalingen skete \(bound), så pengene kan ikke være kommet tilbage allerede \(day).",
                en: "The disbursement was made on \(bound), so nothing can have come back as early as \(day).")
        case .refundBeforeExpense:
            Phrase(
                da: "Udgiften blev afholdt \(bound), så pengene kan ikke være kommet tilbage allerede \(day).",
                en: "The expense was incurred on \(bound), so nothing can have come back as early as \(day).")
        case .reversalBeforeEntry:
            Phrase(
                da: "Posteringen gælder \(bound), så den kan ikke tilbageføres allerede \(day).",
                en: "The entry is dated \(bound), so it cannot be reversed as early as \(day).")
        case .withdrawalBeforeEnrolment:
            Phrase(
                da: "\(.theOne.capital) blev indskrevet \(bound), så budgettet kan ikke være stoppet allerede \(day).",
                en: "\(.theOne.capital) was enrolled on \(bound), so the budget cannot have stopped as early as \(day)."
            )
        case .resultBeforeEnrolment:
            Phrase(
                da: "\(.theOne.capital) blev indskrevet \(bound), så der kan ikke være et resultat allerede \(day).",
                en: "\(.theOne.capital) was enrolled on \(bound), so no result can date from as early as \(day).")
        case .amendmentBeforeAmendment:
            Phrase(
                da: "Vilkårene blev senest ændret \(bound), så den næste ændring kan ikke gælde allerede \(day).",
                en: "The terms were last amended on \(bound), so the next amendment cannot be as early as \(day).")
        case .reopeningAfterClose:
            Phrase(
                da: "En genåbning skal sætte lukningen tilbage til en dag før \(bound); \(day) er for sent.",
                en: "Reopening must set the close back to a day before \(bound); \(day) is too late.")
        case .reopeningWithoutClose:
            Phrase(
                da: "Ingen periode er lukket, så der er intet at genåbne.",
                en: "No period is closed, so there is nothing to reopen.")
        }
    }

    static func drawingOver(_ participant: ParticipantReference, day: Day, last: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Trækningsretten for \(.one) \(participant) sluttede \(last); \(day) er for sent.",
                en: "The drawing right of \(.one) \(participant) ended on \(last); \(day) is too late."),
            otherwise: Phrase(
                da: "\(.theOne.genitive.capital) penge kan ikke længere bruges.",
                en: "\(.theOne.genitive.capital) money can no longer be used."))
    }

    static func paidTooLate(_ day: Day, settleBy: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Sidste dag for betalinger er \(settleBy); betalingsdagen \(day) er for sent.",
                en: "The last day for payments is \(settleBy); the payment day \(day) is too late."),
            next: Phrase(
                da: "Senere betalinger kan tilsagnet ikke dække.", en: "The grant cannot cover later payments."))
    }
}
