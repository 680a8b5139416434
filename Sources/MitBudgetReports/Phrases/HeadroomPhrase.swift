public import MitBudget
public import Phrases

extension Headroom {
    /// What a dry run says of a rule that allows the command: `1.550,00 kr. tilbage af frigivelsen bagefter`.
    public var phrase: Phrase {
        guard let limit = rule.limit else { return rule.met }
        switch (left, rule) {
        case (.nothingToCount, _): return rule.met
        case (.amount(let amount), _):
            return Phrase(da: "\(amount) tilbage af \(limit) bagefter", en: "\(amount) of \(limit) left after it")
        case (.places(let places), _):
            return Phrase(
                da: "\(.places(places)) tilbage i projektet bagefter",
                en: "\(.places(places)) in the programme left after it")
        case (.days(0), .outOfOrder): return Phrase(da: "på \(limit)", en: "at \(limit)")
        case (.days(0), .futureDay), (.days(0), .periodClosed), (.days(0), .retentionRunning): return limit
        case (.days(let days), .futureDay):
            return Phrase(da: "\(.days(days)) før \(limit)", en: "\(.days(days)) before \(limit)")
        case (.days(let days), .periodClosed), (.days(let days), .retentionRunning):
            return Phrase(da: "\(.days(days)) efter \(limit)", en: "\(.days(days)) after \(limit)")
        case (.days(let days), .outOfOrder):
            return Phrase(da: "\(.days(days)) fra \(limit)", en: "\(.days(days)) from \(limit)")
        case (.days(let days), _):
            return Phrase(da: "\(.days(days)) tilbage af \(limit)", en: "\(.days(days)) of \(limit) left")
        }
    }
}

extension Rule {
    /// The limit that the rule sets, if a dry run can count how much is left; otherwise `nil`.
    public var limit: Phrase? {
        switch self {
        case .outsideWindow: Phrase(da: "projektperioden", en: "the project period")
        case .futureDay: Phrase(da: "i dag", en: "today")
        case .periodClosed: Phrase(da: "den første åbne dag", en: "the first open day")
        case .outOfOrder: Phrase(da: "den grænse, rækkefølgen sætter", en: "the limit that the order of events sets")
        case .placesTaken: Phrase(da: "projektets pladser", en: "the programme's places")
        case .planOverCap, .capExceeded: Phrase(da: "\(.theOne.genitive) ramme", en: "\(.theOne.genitive) cap")
        case .itemExceeded: Phrase(da: "det godkendte på punktet", en: "the item's approved amount")
        case .releaseExceeded, .retractExceeds: Phrase(da: "frigivelsen", en: "the release")
        case .postExceeded: Phrase(da: "budgetposten", en: "the post")
        case .grantExceeded: Phrase(da: "tilsagnet", en: "the grant")
        case .periodBudgetExceeded: Phrase(da: "budgetperiodens beløb", en: "the budget period's amount")
        case .drawingOver: Phrase(da: "trækningsretten", en: "the drawing right")
        case .voucherExceeded: Phrase(da: "bilaget", en: "the voucher")
        case .refundExceeds: Phrase(da: "beløbet", en: "the amount")
        case .repayExceeds: Phrase(da: "det modtagne", en: "what was received")
        case .paidTooLate: Phrase(da: "betalingsfristen", en: "the time for payments")
        case .retentionRunning:
            Phrase(da: "den første dag uden pligt til at gemme", en: "the first day with no duty to keep")
        case .noRecipients, .participantUnknown, .participantWithdrawn, .planIncomplete, .planBelowReleased,
            .planNotPending, .planNotApproved, .itemUnknown, .samePerson, .voucherUsed, .notReversible,
            .alreadyReversed, .termsBelowUsed, .notPersonal, .resultUnknown, .textUnknown, .voucherUnknown,
            .evidenceKnown, .evidenceType, .caseTaken, .onceUsed, .personalNumber,
            .textTooLong, .amountNotPositive, .postUnknown, .staffTaken, .staffUnknown, .notPermitted:
            nil
        }
    }

    /// What a dry run says if the rule allows the command and there is nothing to count.
    var met: Phrase {
        switch self {
        case .outsideWindow: Phrase(da: "dagen må bruges", en: "the day may be used")
        case .futureDay: Phrase(da: "ikke i fremtiden", en: "not in the future")
        case .periodClosed: Phrase(da: "perioden er åben", en: "the period is open")
        case .outOfOrder: Phrase(da: "i den rigtige rækkefølge", en: "in the right order")
        case .noRecipients: Phrase(da: "projektet kan indskrive nogen", en: "the programme can enrol someone")
        case .placesTaken: Phrase(da: "der er plads", en: "there is a place")
        case .participantUnknown: Phrase(da: "\(.theOne) er indskrevet", en: "\(.theOne) is enrolled")
        case .participantWithdrawn:
            Phrase(da: "\(.theOne.genitive) budget er aktivt", en: "\(.theOne.genitive) budget is active")
        case .planIncomplete: Phrase(da: "handleplanen er fuldstændig", en: "the plan is complete")
        case .planOverCap, .capExceeded:
            Phrase(da: "inden for \(.theOne.genitive) ramme", en: "inside \(.theOne.genitive) cap")
        case .planBelowReleased: Phrase(da: "dækker det, der er frigivet", en: "covers what is released")
        case .planNotPending: Phrase(da: "en handleplan venter", en: "a plan waits for a decision")
        case .planNotApproved: Phrase(da: "handleplanen er godkendt", en: "the plan is approved")
        case .itemUnknown: Phrase(da: "punktet findes", en: "the item exists")
        case .itemExceeded: Phrase(da: "inden for det godkendte", en: "inside what is approved")
        case .releaseExceeded, .retractExceeds: Phrase(da: "inden for frigivelsen", en: "inside the release")
        case .postExceeded: Phrase(da: "inden for budgetposten", en: "inside the post")
        case .grantExceeded: Phrase(da: "inden for tilsagnet", en: "inside the grant")
        case .periodBudgetExceeded: Phrase(da: "inden for budgetperioden", en: "inside the budget period")
        case .drawingOver: Phrase(da: "trækningsretten løber", en: "the drawing right runs")
        case .samePerson: Phrase(da: "to forskellige personer", en: "two different people")
        case .voucherUsed: Phrase(da: "bilaget kan bruges", en: "the voucher can be used")
        case .voucherExceeded: Phrase(da: "inden for bilaget", en: "inside the voucher")
        case .refundExceeds: Phrase(da: "inden for det, der blev betalt", en: "inside what was paid")
        case .repayExceeds: Phrase(da: "inden for det, der ikke er brugt", en: "inside what was not spent")
        case .termsBelowUsed:
            Phrase(da: "vilkårene har plads til det brugte", en: "the terms have room for what is used")
        case .notPersonal: Phrase(da: "det drejer sig om en person", en: "it is about a person")
        case .resultUnknown: Phrase(da: "resultatet findes", en: "the result exists")
        case .textUnknown: Phrase(da: "teksten findes", en: "the text exists")
        case .voucherUnknown: Phrase(da: "posteringen har et bilag", en: "the entry has a voucher")
        case .evidenceKnown: Phrase(da: "dokumentet er nyt på posteringen", en: "the document is new on the entry")
        case .evidenceType: Phrase(da: "dokumentet kan gemmes", en: "the document can be kept")
        case .caseTaken: Phrase(da: "sagsnummeret er ledigt", en: "the case number is free")
        case .onceUsed: Phrase(da: "nøglen er ikke brugt før", en: "the key has not been used before")
        case .notReversible: Phrase(da: "posteringen kan rettes", en: "the entry can be corrected")
        case .alreadyReversed: Phrase(da: "posteringen gælder endnu", en: "the entry still stands")
        case .paidTooLate: Phrase(da: "betalt i tide", en: "paid in time")
        case .personalNumber: Phrase(da: "intet CPR-nummer", en: "no CPR number")
        case .textTooLong: Phrase(da: "teksterne er korte nok", en: "the texts are short enough")
        case .amountNotPositive: Phrase(da: "beløbet er over nul", en: "the amount is above zero")
        case .postUnknown: Phrase(da: "budgetposten findes", en: "the post exists")
        case .staffTaken: Phrase(da: "id'et er ledigt", en: "the id is free")
        case .retentionRunning: Phrase(da: "opbevaringstiden er ovre", en: "the time to keep is over")
        case .staffUnknown: Phrase(da: "medarbejderen findes", en: "the staff member exists")
        case .notPermitted: Phrase(da: "rollen må det", en: "the role may do it")
        }
    }
}
