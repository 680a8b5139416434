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
        let (taken, all) = (placesTaken, programme.places)
        let free = all - taken
        guard free > 0 else { return Phrase(da: "alle \(all) optaget", en: "all \(all) taken") }
        return Phrase(
            da: "\(taken) af \(all) optaget, \(free) \(free == 1 ? "ledig" : "ledige")",
            en: "\(taken) of \(all) taken, \(free) free")
    }

    /// What is left, in one sentence.
    var leftOver: Phrase {
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
    /// The terms and the day: at the head on a terminal, beside the result on a page.
    var head: [Fact] {
        let (grant, funder) = (programme.grant, programme.funder.string)
        let granted = Phrase(da: "Tilsagn", en: "Grant")
        let asOf = Phrase(da: "\(asOf): \(window)", en: "\(asOf): \(window)")
        return [
            Fact(granted, .words(Phrase(da: "\(grant) fra \(funder)", en: "\(grant) from \(funder)")), in: .text),
            Fact(granted, .amount(grant), in: .page),
            Fact(Phrase(da: "Givet af", en: "Given by"), .name(programme.funder), in: .page),
            Fact(Phrase(da: "Periode", en: "Window"), .words(programme.window)),
            Fact(Phrase(da: "Opgjort", en: "As of"), .words(asOf), in: .text),
            Fact(Phrase(da: "Dage tilbage", en: "Days left"), .words(Phrase(verbatim: String(daysLeft))), in: .page),
            Fact(Phrase(da: "Pladser", en: "Places"), .words(places)),
        ]
    }
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
