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
        case .noPost:
            Explanation(
                message: Phrase(da: "Projektet har ingen budgetpost.", en: "The programme has no post."),
                next: Phrase(
                    da: "Skriv mindst én i posts, fx {\"project\": \"202000.00\"}",
                    en: "Write one at least in posts, such as {\"project\": \"202000.00\"}"))
        case .withoutRecipients(let field): Self.withoutRecipients(field)
        case .doubled(let name):
            Explanation(
                message: Phrase(
                    da: "\(quoting(name)) står to gange i posts, areas, results eller proof.",
                    en: "\(quoting(name)) stands twice in posts, areas, results or proof."),
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
        case .tooMany(let field, let limit):
            Explanation(
                message: Phrase(
                    da: "\(field.rawValue) har flere end \(limit) dele.",
                    en: "\(field.rawValue) has more than \(limit) members."),
                next: Phrase(
                    da: "Skriv højst \(limit) i \(field.rawValue).",
                    en: "Write \(limit) at most in \(field.rawValue)."))
        case .periodReversed, .periodOutsideWindow, .periodsOverlap, .periodPostUnknown: period(quoting)
        case .percentAbove100(let result):
            Explanation(
                message: Phrase(
                    da: "results: målet for \(quoting(result.text)) er over 100 procent.",
                    en: "results: the target of \(quoting(result.text)) is above 100 per cent."),
                next: Phrase(da: "Sæt percent til højst 100.", en: "Set percent to 100 at most."))
        case .nameUnknown(let code):
            Explanation(
                message: Phrase(
                    da:
                        """
                        names giver \(quoting(code)) et navn, men ingen post, intet område og intet resultat \
                        hedder det.
                        """,
                    en: "names gives \(quoting(code)) a name, but no post, area or result has that code."),
                next: Phrase(
                    da: "Skriv \(quoting(code)) i posts, areas eller results, eller fjern navnet fra names.",
                    en: "Write \(quoting(code)) in posts, areas or results, or remove the name from names."))
        case .nameTaken(let label, let one, let other):
            Explanation(
                message: Phrase(
                    da: "Både \(quoting(one)) og \(quoting(other)) hedder \(quoting(label)).",
                    en: "Both \(quoting(one)) and \(quoting(other)) are called \(quoting(label))."),
                next: Phrase(
                    da: """
                        Giv den ene et andet navn i names; store og små bogstaver tæller ens, og en kode er også et \
                        navn.
                        """,
                    en: "Give one another name in names; capitals make no difference, and a code is a name too."))
        }
    }

    /// Explains what is wrong with a budget period.
    private func period(_ quoting: (String) -> String) -> Explanation {
        switch self {
        case .periodReversed(let first, let last):
            Explanation(
                message: Phrase(
                    da: "En periode i budgetPeriods slutter \(last), før den begynder \(first).",
                    en: "A period of budgetPeriods ends on \(last), before it starts on \(first)."),
                next: Phrase(
                    da: "Ret periodens firstDay eller lastDay. De må være samme dag.",
                    en: "Correct the period's firstDay or lastDay. They may be the same day."))
        case .periodOutsideWindow(let first, let last):
            Explanation(
                message: Phrase(
                    da: "Perioden \(first) – \(last) i budgetPeriods rækker ud over projektperioden.",
                    en: "The period \(first) – \(last) of budgetPeriods reaches beyond the project period."),
                next: Phrase(
                    da: "Hold periodens dage inden for firstDay og lastDay.",
                    en: "Keep the period's days between firstDay and lastDay."))
        case .periodsOverlap(let day):
            Explanation(
                message: Phrase(
                    da: "To perioder i budgetPeriods har begge den \(day).",
                    en: "Two periods of budgetPeriods both have \(day)."),
                next: Phrase(
                    da: "Lad den ene slutte dagen før, den anden begynder.",
                    en: "Let one end on the day before the other starts."))
        case .periodPostUnknown(let post):
            Explanation(
                message: Phrase(
                    da: "En periode i budgetPeriods har et beløb for \(quoting(post.text)), som posts ikke har.",
                    en: "A period of budgetPeriods has an amount for \(quoting(post.text)), which posts lacks."),
                next: Phrase(
                    da: "Fjern den fra perioden, eller tilføj den i posts.",
                    en: "Remove it from the period, or add it to posts."))
        case .notPositive, .postsAboveGrant, .placesAboveCitizens, .windowReversed, .noPost, .withoutRecipients,
            .doubled, .noArea, .settledBeforeEnd, .tooMany, .percentAbove100, .nameUnknown, .nameTaken:
            explanation(quoting: quoting)
        }
    }

    private static func withoutRecipients(_ field: Programme.Field) -> Explanation {
        // Of a budget period, only the ceiling of each recipient is at fault.
        let key = field == .budgetPeriods ? "cap i budgetPeriods" : field.rawValue
        let english = field == .budgetPeriods ? "cap in budgetPeriods" : field.rawValue
        return Explanation(
            message: Phrase(
                da: "\(key) har kun mening sammen med posts.citizens.",
                en: "\(english) has a meaning only together with posts.citizens."),
            next: Phrase(
                da: "Fjern \(key), eller tilføj posts.citizens: penge til dem, der indskrives.",
                en: "Remove \(english), or add posts.citizens: money for those who are enrolled."))
    }

    private static func notPositive(_ field: Programme.Field) -> Explanation {
        switch field {
        case .places, .cap, .drawingMonths:
            Explanation(
                message: Phrase(
                    da: "\(field.rawValue) skal være større end nul.", en: "\(field.rawValue) must be above zero."),
                next: Phrase(
                    da: "Skriv et tal over nul, eller null, hvis projektet ikke har den grænse.",
                    en: "Write a number above zero, or null where the programme has no such limit."))
        case .instalments:
            Explanation(
                message: Phrase(
                    da: "Hvert beløb i instalments skal være større end nul.",
                    en: "Every amount of instalments must be above zero."),
                next: Phrase(da: "Skriv et beløb over nul.", en: "Write an amount above zero."))
        case .results:
            Explanation(
                message: Phrase(
                    da: "Et mål i results (percent) skal være mindst 1.",
                    en: "A target of results (percent) must be 1 at least."),
                next: Phrase(
                    da: "Skriv 1 til 100, eller {} for et resultat uden mål.",
                    en: "Write 1 to 100, or {} for a result without a target."))
        case .grant, .posts, .keepYears, .budgetPeriods, .programme, .title, .grantee, .funder, .recipient, .firstDay,
            .lastDay, .areas, .separateReleaser, .settleBy, .proof, .names:
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
                    da: "places gange cap er \(needed), men posts.citizens er kun på \(citizens)",
                    en: "places times cap is \(needed), but posts.citizens is only \(citizens).")
            }
                ?? Phrase(
                    da: "places gange cap er mere, end der kan regnes med; posts.citizens er på \(citizens)",
                    en: "places times cap is more than the ledger can hold; posts.citizens is \(citizens)."),
            next: Phrase(
                da: "Sæt places eller cap ned, eller hæv posts.citizens.",
                en: "Lower places or cap, or raise posts.citizens."))
    }
}
