public import MitBudget
import Phrases

extension Programme.Fault {
    /// How the terms contradict each other, and what to change in the programme file.
    /// - Parameter quoting: quotes a name from the file and makes it harmless to show.
    public func explanation(quoting: (String) -> String) -> Explanation {
        switch self {
        case .notPositive(let field): Self.notPositive(field)
        case .postsAboveGrant(let posts, let grant): Self.postsAboveGrant(posts, grant: grant)
        case .placesAboveCitizens(let needed, let citizens): Self.placesAboveCitizens(needed, citizens: citizens)
        case .windowReversed(let first, let last):
            Explanation(
                message: Phrase(
                    da: "Projektperioden slutter \(last), før den begynder \(first).",
                    en: "The project period ends on \(last), before it starts on \(first)."),
                next: Phrase(
                    da: "Ret firstDay eller lastDay. De må være samme dag.",
                    en: "Correct firstDay or lastDay. They may be the same day."))
        case .noCitizensPost:
            Explanation(
                message: Phrase(
                    da: "Ingen budgetpost hedder citizens; det skal den, der bærer borgernes budgetter.",
                    en: "No post is called citizens, as the one must that carries the participants' budgets."),
                next: Phrase(
                    da: "Giv borgernes budgetpost navnet citizens i posts.",
                    en: "Call the participants' post citizens in posts."))
        case .doubled(let name):
            Explanation(
                message: Phrase(
                    da: "\(quoting(name)) står to gange blandt budgetposterne eller områderne.",
                    en: "\(quoting(name)) stands twice among the posts or the areas."),
                next: Phrase(
                    da: "Læg de to sammen, eller giv den ene et andet navn.",
                    en: "Make them one, or give one of them another name."))
        case .noArea:
            Explanation(
                message: Phrase(
                    da: "Projektet har ingen områder, som en handleplan kan handle om.",
                    en: "The programme has no areas that a plan could be about."),
                next: Phrase(
                    da: "Skriv mindst ét i areas, fx [\"job\", \"housing\", \"life\"]",
                    en: "Write one at least in areas, such as [\"job\", \"housing\", \"life\"]"))
        case .settledBeforeEnd(let settleBy, let last):
            Explanation(
                message: Phrase(
                    da: "Sidste dag for betalinger, \(settleBy), ligger før projektperioden slutter \(last).",
                    en: "The last day for payments, \(settleBy), lies before the project period ends on \(last)."),
                next: Phrase(
                    da: "Sæt settleBy til \(last) eller senere, eller til null.",
                    en: "Set settleBy to \(last) or later, or to null."))
        }
    }

    private static func notPositive(_ field: Programme.Field) -> Explanation {
        switch field {
        case .grant, .places, .cap, .drawingMonths:
            Explanation(
                message: Phrase(
                    da: "\(field.rawValue) skal være større end nul.", en: "\(field.rawValue) must be above zero."),
                next: optional(field)
                    ? Phrase(
                        da: "Skriv et tal over nul, eller null, hvis projektet ikke har den grænse.",
                        en: "Write a number above zero, or null where the programme has no such limit.")
                    : Phrase(da: "Skriv et tal over nul.", en: "Write a number above zero."))
        case .posts, .keepYears:
            Explanation(
                message: Phrase(
                    da: "\(field.rawValue) må ikke være under nul.", en: "\(field.rawValue) must not be below zero."),
                next: Phrase(da: "Skriv nul eller et større tal.", en: "Write zero or a larger number."))
        case .findings:
            Explanation(
                message: Phrase(
                    da: "En grænse i findings er under nul, eller rushPercent er over 100.",
                    en: "A threshold in findings is below zero, or rushPercent is above 100."),
                next: Phrase(da: "Skriv nul eller et større tal.", en: "Write zero or a larger number."))
        }
    }

    private static func optional(_ field: Programme.Field) -> Bool {
        switch field {
        case .cap, .drawingMonths: true
        case .grant, .posts, .places, .keepYears, .findings: false
        }
    }

    private static func postsAboveGrant(_ posts: Amount?, grant: Amount) -> Explanation {
        Explanation(
            message: posts.map { posts in
                Phrase(
                    da: "Budgetposterne er tilsammen \(posts), men tilsagnet er kun på \(grant)",
                    en: "The posts sum to \(posts), but the grant is only \(grant).")
            }
                ?? Phrase(
                    da: "Budgetposterne er tilsammen mere, end der kan regnes med; tilsagnet er på \(grant)",
                    en: "The posts sum to more than the ledger can hold; the grant is \(grant)."),
            next: Phrase(
                da: "Sæt posts ned til højst \(grant) i alt, eller ret grant.",
                en: "Lower posts to \(grant) in all at most, or correct grant."))
    }

    private static func placesAboveCitizens(_ needed: Amount?, citizens: Amount) -> Explanation {
        Explanation(
            message: needed.map { needed in
                Phrase(
                    da: "Pladser gange ramme er \(needed), men borgernes budgetpost er kun på \(citizens)",
                    en: "Places times cap is \(needed), but the citizens' post is only \(citizens).")
            }
                ?? Phrase(
                    da: "Pladser gange ramme er mere, end der kan regnes med; borgernes budgetpost er på \(citizens)",
                    en: "Places times cap is more than the ledger can hold; the citizens' post is \(citizens)."),
            next: Phrase(
                da: "Sæt places eller cap ned, eller hæv citizens i posts.",
                en: "Lower places or cap, or raise citizens in posts."))
    }
}
