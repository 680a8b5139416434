public import MitBudget
public import Phrases

extension ReportSection {
    /// The section's heading in text and on a page.
    public var heading: Phrase {
        switch self {
        case .header: Phrase(da: "Periodens regnskab", en: "Period report")
        case .income: Phrase(da: "Modtaget og tilbagebetalt af tilsagnet", en: "Received and repaid of the grant")
        case .posts: Phrase(da: "Budget og forbrug efter post", en: "Budget and spending by post")
        case .amendments: Phrase(da: "Ændringer af vilkårene", en: "Amendments")
        case .periods: Phrase(da: "Budgetperioder", en: "Budget periods")
        case .participants: Label.participants
        case .areas: Phrase(da: "Forbrug efter område", en: "Spending by area")
        case .months: Phrase(da: "Forbrug efter måned", en: "Spending by month")
        case .results: Phrase(da: "Resultater", en: "Results")
        case .vouchers: Phrase(da: "Bilag", en: "Vouchers")
        case .releases: Phrase(da: "Frigivelser og tilbagekald", en: "Releases and retractions")
        case .decisions: Phrase(da: "Beslutninger", en: "Decisions")
        case .corrections: Phrase(da: "Rettelser", en: "Corrections")
        case .since: Phrase(da: "Bogført siden", en: "Recorded since")
        case .witnessed: Phrase(da: "Andre journalers kontrolkoder", en: "Other ledgers' anchors")
        case .findings: Phrase(da: "Bemærkninger", en: "Findings")
        case .unspent: Phrase(da: "Uforbrugte midler", en: "Unspent")
        case .signOff: Phrase(da: "Underskrifter og kontrolkode", en: "Sign-off and anchor")
        }
    }
}

extension ReportFinding.Kind {
    /// The meaning of a finding in one line, with the programme's thresholds.
    public func meaning(_ thresholds: Thresholds) -> Phrase {
        switch self {
        case .lateEntry:
            Phrase(
                da: "Bogført mere end \(thresholds.lateDays) dage efter den dag, posteringen gælder.",
                en: "Recorded more than \(thresholds.lateDays) days after the day that it concerns.")
        case .sameHand:
            Phrase(
                da: "Samme person har godkendt planen, frigivet og udbetalt.",
                en: "One person approved the plan, released and disbursed.")
        case .sameDay:
            Phrase(
                da: "Udbetalt samme dag, som planen blev godkendt.", en: "Disbursed on the day of the plan's approval.")
        case .possibleDuplicate:
            Phrase(
                da: """
                    Samme beløb på samme punkt inden for \(thresholds.duplicateDays) dage på et andet bilag: måske \
                    betalt \
                    to gange.
                    """,
                en: """
                    The same amount on the same item within \(thresholds.duplicateDays) days under another voucher: \
                    perhaps paid twice.
                    """)
        case .idlePlan:
            Phrase(
                da: "Godkendt plan uden udbetaling i \(thresholds.idlePlanDays) dage eller mere.",
                en: "An approved plan with nothing disbursed for \(thresholds.idlePlanDays) days or more.")
        case .idleRelease:
            Phrase(
                da: "Frigivet og ubrugt i \(thresholds.idleReleaseDays) dage eller mere.",
                en: "Released and unspent for \(thresholds.idleReleaseDays) days or more.")
        case .paidAfterWindow:
            Phrase(da: "Betalt efter projektperiodens udløb.", en: "Paid after the end of the window.")
        case .lastMonthRush:
            Phrase(
                da: "Over \(thresholds.rushPercent) % af alt forbrug ligger i projektperiodens sidste 31 dage.",
                en: "Over \(thresholds.rushPercent)% of all spending lies in the last 31 days of the window.")
        case .sharedAccount:
            Phrase(
                da: "Flere medarbejdere bruger samme brugerkonto; posteringerne tilføjede dem.",
                en: "Several staff members use one account; these entries added them.")
        case .unapprovedChange:
            Phrase(
                da: """
                    Vilkårene blev ændret uden tilskudsgiverens godkendelse, målt mod de senest godkendte: en \
                    budgetpost med over \(thresholds.changePercent) % eller \(thresholds.changeAmount), \
                    projektperiodens sidste dag eller det, der kontrolleres efter.
                    """,
                en: """
                    The terms were amended without the funder's approval, measured against those last approved: a post \
                    by over \(thresholds.changePercent)% or \(thresholds.changeAmount), the last day of the window, or \
                    what is checked.
                    """)
        case .reopenedPeriod:
            Phrase(da: "En lukket periode blev åbnet igen.", en: "A closed period was opened again.")
        case .proofMissing:
            Phrase(
                da: "Mangler dokumentation, som vilkårene kræver af hver udgift.",
                en: "Lacks proof that the terms ask of every expense.")
        case .documentTwice:
            Phrase(
                da: "Det samme dokument er vedhæftet flere bilag: måske betalt to gange.",
                en: "The same document is attached to several vouchers: perhaps paid twice.")
        }
    }
}

extension PeriodFacts.Transfer.Kind {
    /// `rate`, `repayment` …
    public var phrase: Phrase {
        switch self {
        case .instalment: MovementKind.receipt.phrase
        case .repayment: MovementKind.repayment.phrase
        }
    }
}

extension PeriodFacts.DecisionMade {
    /// The decision in a few words: `handleplan 2 godkendt`.
    public var summary: Phrase {
        switch (version, through) {
        case (let version?, _): Phrase(da: "\(kind) (version \(version))", en: "\(kind) (version \(version))")
        case (nil, let through?):
            Phrase(da: "\(kind) til og med \(through)", en: "\(kind) through \(through)")
        case (nil, nil): kind.phrase
        }
    }
}

extension PeriodFacts {
    /// A note on the period itself: whether it lies outside the window, is closed or is open.
    public var periodNote: Phrase {
        let closed =
            isClosed
            ? Phrase(da: "Perioden er lukket.", en: "The period is closed.")
            : Phrase(
                da: "Perioden er ikke lukket: der kan stadig komme posteringer i den.",
                en: "The period is not closed: entries can still be dated in it.")
        if scope.through < programme.firstDay || scope.from > programme.lastDay {
            return Phrase(
                da: "Perioden ligger uden for projektperioden. \(closed)",
                en: "The period lies outside the programme's window. \(closed)")
        }
        if scope.from < programme.firstDay || scope.through > programme.lastDay {
            return Phrase(
                da: "Perioden rækker ud over projektperioden. \(closed)",
                en: "The period reaches beyond the programme's window. \(closed)")
        }
        return closed
    }
}

/// An anchor in groups of four characters, for reading aloud and comparing by eye.
public func grouped(anchor: String) -> String {
    let parts = anchor.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let number = parts.first, let hash = parts.last else { return anchor }
    var groups: [String] = []
    var rest = hash[...]
    while !rest.isEmpty {
        groups.append(String(rest.prefix(4)))
        rest = rest.dropFirst(4)
    }
    return number + ": " + groups.joined(separator: " ")
}
