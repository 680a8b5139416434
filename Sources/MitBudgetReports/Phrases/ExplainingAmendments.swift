import MitBudget
import Phrases

// Explains refusals of the rule `terms-below-used`. Every explanation names the key of the programme file and the least
// that would do.

extension Explanation {
    static func termsBelowUsed(_ shortfall: Refusal.Shortfall) -> Explanation {
        switch shortfall {
        case .fixed(let fixed): Self.fixed(fixed)
        case .grant(let asked, let least):
            below(
                Phrase(
                    da: """
                        grant er sat til \(asked), men der er allerede godkendt, frigivet, brugt eller modtaget \
                        \(least)
                        """,
                    en: "grant is set to \(asked), but \(least) is approved, released, spent or received already."),
                key: "grant", least: least)
        case .post(let post, let asked, let least):
            below(
                Phrase(
                    da: """
                        posts.\(code: post) er sat til \(asked), men der er godkendt, frigivet eller brugt \(least) på \
                        posten ”\(post)”.
                        """,
                    en: """
                        posts.\(code: post) is set to \(asked), but \(least) is approved, released or spent on the \
                        post “\(post)”.
                        """),
                key: "posts.\(post.text)", least: least)
        case .cap(let participant, let asked, let least):
            below(
                Phrase(
                    da: """
                        cap er sat til \(asked), men for \(participant) er der godkendt, frigivet eller udbetalt \
                        \(least)
                        """,
                    en: """
                        cap is set to \(asked), but \(least) is approved, released or disbursed for \(participant).
                        """),
                key: "cap", least: least)
        case .period(let period, let holder, let asked, let least):
            Self.period(period, holder, asked: asked, least: least)
        case .places(let asked, let least, let day): places(asked, least: least, on: day)
        case .lastDay(let asked, let least, let entry): lastDay(asked, least: least, entry)
        case .postGone, .areaGone, .resultGone, .periodGone: gone(shortfall)
        }
    }

    private static func below(_ message: Phrase, key: String, least: Amount) -> Explanation {
        Explanation(
            message: message,
            next: Phrase(da: "Sæt \(key) til mindst \(least)", en: "Set \(key) to \(least) at least."))
    }

    private static func period(
        _ period: Programme.BudgetPeriod, _ holder: Refusal.PeriodHolder, asked: Amount, least: Amount
    ) -> Explanation {
        let (key, spent) =
            switch holder {
            case .participant(let participant): ("cap", Phrase(da: "på \(participant)", en: "on \(participant)"))
            case .post(let post):
                ("posts.\(post.text)", Phrase(da: "på posten ”\(post)”", en: "on the post “\(post)”"))
            }
        let days = period.days
        return Explanation(
            message: Phrase(
                da: "I budgetPeriods er \(key) for \(days) sat til \(asked), men der er brugt \(least) \(spent).",
                en: "In budgetPeriods, \(key) of \(days) is set to \(asked), but \(least) is spent \(spent)."),
            next: Phrase(
                da: "Sæt periodens \(key) til mindst \(least)", en: "Set the period's \(key) to \(least) at least."))
    }

    private static func places(_ asked: Int, least: Int, on day: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "places er sat til \(asked), men den \(day) er \(.places(least)) optaget.",
                en: "places is set to \(asked), but on \(day), \(.places(least)) \(least == 1 ? "is" : "are") taken."),
            next: Phrase(da: "Sæt places til mindst \(least).", en: "Set places to \(least) at least."))
    }

    private static func lastDay(_ asked: Day, least: Day, _ entry: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "lastDay er sat til \(asked), men postering \(entry), der skal ligge i perioden, gælder \(least).",
                en: "lastDay is set to \(asked), but entry \(entry), which must lie in the window, is dated \(least)."),
            next: Phrase(da: "Sæt lastDay til \(least) eller senere.", en: "Set lastDay to \(least) or later."))
    }

    /// Explains that something is gone which entries name.
    private static func gone(_ shortfall: Refusal.Shortfall) -> Explanation {
        switch shortfall {
        case .postGone(let post):
            kept(
                Phrase(
                    da: "posts har ikke længere \(code: post), men der er posteringer på den post.",
                    en: "posts lacks \(code: post), but there are entries on that post."),
                Phrase(
                    da: "Behold \(code: post) i posts, mindst med det, der er brugt.",
                    en: "Keep \(code: post) in posts, with what is spent at least."))
        case .areaGone(let area, let holder):
            kept(
                Phrase(
                    da: """
                        areas har ikke længere \(code: area), men en handleplan for \(holder) har et punkt i det område.
                        """,
                    en: "areas lacks \(code: area), but a plan of \(holder) has an item in that area."),
                Phrase(
                    da: "Behold \(code: area) i areas; i names kan det få et andet navn.",
                    en: "Keep \(code: area) in areas; names can give it another name."))
        case .resultGone(let result, let holder):
            kept(
                holder.map { holder in
                    Phrase(
                        da: """
                            results har ikke længere \(code: result) som før, men det resultat er noteret for \(holder).
                            """,
                        en: "results lacks \(code: result) as it was, but that result is noted of \(holder).")
                }
                    ?? Phrase(
                        da: "results har ikke længere \(code: result) som før, men det tal er allerede målt.",
                        en: "results lacks \(code: result) as it was, but that figure is measured already."),
                Phrase(
                    da: """
                        Behold \(code: result) i results, opgjort på samme måde (pr. modtager eller som måltal); et \
                        mål må gerne ændres.
                        """,
                    en: """
                        Keep \(code: result) in results, judged the same way (per recipient or as a figure); its \
                        target may change.
                        """))
        case .periodGone(let day):
            kept(
                Phrase(
                    da: """
                        Ingen periode i budgetPeriods dækker længere den \(day), og der er brugt penge den dag i en \
                        periode, som vilkårene har nu.
                        """,
                    en: """
                        No period of budgetPeriods covers \(day) any more, and money was spent that day in a period \
                        that the terms have now.
                        """),
                Phrase(
                    da: "Behold en periode, der dækker dagen; dens beløb må hæves eller udelades.",
                    en: "Keep a period that covers the day; its amounts may be raised or left out."))
        case .fixed, .grant, .post, .cap, .places, .period, .lastDay: termsBelowUsed(shortfall)
        }
    }

    private static func kept(_ message: Phrase, _ next: Phrase) -> Explanation {
        Explanation(message: message, next: next)
    }

    private static func fixed(_ fixed: Refusal.Fixed) -> Explanation {
        let message =
            switch fixed {
            case .programme:
                Phrase(
                    da: "programme er et andet: vilkårene hører til et andet projekt end journalen.",
                    en: "programme is another: these are the terms of another programme than the ledger's.")
            case .firstDay:
                Phrase(
                    da: "firstDay kan ikke ændres: projektperioden begynder, hvor den begyndte.",
                    en: "firstDay cannot change: the window starts where it started.")
            case .citizens:
                Phrase(
                    da: """
                        posts.citizens kan hverken tilføjes eller fjernes: med den har projektet modtagere, og uden \
                        den har det ingen.
                        """,
                    en: """
                        posts.citizens can be neither added nor removed: with it the programme has recipients, without \
                        it none.
                        """)
            case .prefix:
                Phrase(
                    da: "recipient.prefix kan ikke ændres: bogstaverne står i de referencer, der er givet.",
                    en: "recipient.prefix cannot change: its letters stand in the references that are given.")
            case .personal:
                Phrase(
                    da: "recipient.personal kan ikke ændres: det afgør, hvem der har måttet læse teksterne.",
                    en: "recipient.personal cannot change: it decided who could read the texts.")
            }
        return Explanation(
            message: message,
            hints: [
                .see(
                    Phrase(
                        da: "Tag udgangspunkt i vilkårene, som de er, og ret kun det, der ændres:",
                        en: "Start from the terms as they are, and edit only what changes:"),
                    "terms show --format json")
            ])
    }
}

extension Programme.BudgetPeriod {
    /// `1. januar 2023 – 31. december 2023`.
    public var days: Phrase { Phrase(da: "\(firstDay) – \(lastDay)", en: "\(firstDay) – \(lastDay)") }
}
