import MitBudget
import Phrases

// Phrases of the status that a terminal and a page share.
extension Standing {
    /// Where the day lies relative to the window.
    var window: Phrase {
        let untilFirst = asOf.days(to: programme.firstDay)
        let untilLast = asOf.days(to: programme.lastDay)
        if untilFirst > 0 {
            let days = Count.days(untilFirst)
            return Phrase(da: "perioden begynder om \(days)", en: "the window opens in \(days)")
        }
        if untilLast < 0 { return Phrase(da: "perioden er slut", en: "the window is over") }
        if untilLast == 0 { return Phrase(da: "periodens sidste dag", en: "the last day of the window") }
        let days = Count.days(untilLast)
        return Phrase(da: "\(days) tilbage af perioden", en: "\(days) left of the window")
    }

    /// How many places are taken.
    var places: Phrase {
        let taken = placesTaken
        guard let all = programme.places else {
            return Phrase(da: "\(taken) optaget, ubegrænset antal", en: "\(taken) taken, no limit")
        }
        let free = all - taken
        if free == 0 { return Phrase(da: "alle \(all) optaget", en: "all \(all) taken") }
        // More may be taken than the terms of an earlier day have.
        if free < 0 { return Phrase(da: "\(taken) optaget af \(all)", en: "\(taken) taken of \(all)") }
        return Phrase(
            da: "\(taken) af \(all) optaget, \(free) \(free == 1 ? "ledig" : "ledige")",
            en: "\(taken) of \(all) taken, \(free) free")
    }

    /// What is left, in one sentence.
    var leftOver: Phrase {
        guard hasMoney else {
            return Phrase(da: "Projektet har ingen penge at dele ud.", en: "The programme has no money to give.")
        }
        if remaining == .zero { return Phrase(da: "Hele tilsagnet er brugt.", en: "The whole grant is spent.") }
        if free == .zero {
            return Phrase(
                da: "Der er \(remaining) tilbage af tilsagnet; det hele er lovet væk.",
                en: "\(remaining) of the grant remains; all of it is promised.")
        }
        if free == remaining {
            return Phrase(
                da: "Der er \(remaining) tilbage af tilsagnet; intet af det er lovet væk.",
                en: "\(remaining) of the grant remains; none of it is promised.")
        }
        return Phrase(
            da: "Der er \(remaining) tilbage af tilsagnet; heraf er \(free) ikke lovet nogen.",
            en: "\(remaining) of the grant remains; \(free) of it is promised to no one.")
    }
}

extension Standing {
    /// Whether the programme has money, or had some.
    var hasMoney: Bool {
        programme.grant > .zero || received != .zero || repaid != .zero || posts.contains { $0.balance != .zero }
    }

    /// Whether plans are to be expected: of recipients, for money.
    var hasPlans: Bool { programme.hasRecipients && hasMoney || citizens.waiting > 0 }

    /// The terms and the day: at the head on a terminal, beside the result on a page.
    var head: [Fact] {
        let (grant, funder) = (programme.grant, programme.funder.string)
        let granted = Phrase(da: "Tilsagn", en: "Grant")
        let given =
            hasMoney
            ? Phrase(da: "\(grant) fra \(funder)", en: "\(grant) from \(funder)")
            : Phrase(da: "\(Phrase.noMoney); givet af \(funder)", en: "\(Phrase.noMoney); given by \(funder)")
        let asOf = Phrase(da: "\(asOf): \(window)", en: "\(asOf): \(window)")
        return [
            Fact(granted, .words(given), in: .text),
            Fact(granted, hasMoney ? .amount(grant) : .words(.noMoney), in: .page),
            Fact(Phrase(da: "Givet af", en: "Given by"), .name(programme.funder), in: .page),
            Fact(Phrase(da: "Periode", en: "Window"), .words(programme.window)),
            Fact(Phrase(da: "Opgjort", en: "As of"), .words(asOf), in: .text),
            Fact(Phrase(da: "Dage tilbage", en: "Days left"), .words(Phrase(verbatim: String(daysLeft))), in: .page),
        ] + (programme.hasRecipients ? [Fact(Phrase(da: "Pladser", en: "Places"), .words(places))] : [])
    }
}

extension Phrase {
    /// What stands for a grant of 0 kr.
    static let noMoney = Phrase(da: "uden beløb", en: "without money")
}

extension Programme {
    /// The window from its first to its last day.
    var window: Phrase { Phrase(da: "\(firstDay) – \(lastDay)", en: "\(firstDay) – \(lastDay)") }
}

extension Forecast {
    static let caution = Phrase(
        da: "Ren regning: hvad der ville ske, hvis der blev brugt lige så meget om dagen. Ikke et løfte.",
        en: "Plain arithmetic: what would happen if as much were spent a day. Not a promise.")
}
