import MitBudget
import Phrases

// The wording of each remedy. A command ends its line, so a reader can copy it whole.

extension Remedy {
    var hint: Hint {
        switch self {
        case .day(let day, let side, let dating): Self.day(day, side, dating)
        case .amount(let amount):
            Hint(
                Phrase(da: "Størst mulige beløb:", en: "Largest amount possible:"),
                .options(Phrase(da: "--amount \(typed: amount)", en: "--amount \(typed: amount)")))
        case .actor(let staff):
            Hint(
                Phrase(da: "Det må en anden på din brugerkonto:", en: "Someone else of your account may:"),
                .options(Phrase(da: "--as \(staff)", en: "--as \(staff)")))
        case .paid(let day):
            Hint(
                Phrase(
                    da: "Blev der betalt senest \(day), så angiv betalingsdagen, fx:",
                    en: "If it was paid by \(day), give the day of payment, such as:"),
                .options(Phrase(da: "--paid \(typed: day)", en: "--paid \(typed: day)")))
        case .release(let item, let amount, let day, let byAnother):
            Self.release(item, amount, day, byAnother: byAnother)
        case .releaseByAnother(let item, let amount, let day):
            Hint(
                Phrase(
                    da: "Bed en anden sagsbehandler om at frigive pengene:",
                    en: "Ask another caseworker to release the money:"),
                command: Self.release(item, amount, day), isCallers: false)
        case .retract(let item, let amount, let day, let spent): Self.retract(item, amount, day, leaving: spent)
        case .undoRelease(let item, let amount, let day):
            Hint(
                Phrase(
                    da: "Tag det af frigivelsen, der ikke er brugt, tilbage med:",
                    en: "Take back what is not spent of the release with:"),
                command: Self.retract(item, amount, day))
        case .reverse(let entry, let day, let role): Self.reverse(entry, day, role)
        case .reverseRefund(let entry, let day):
            Hint(
                Phrase(da: "Tilbagefør først refusionen:", en: "Reverse the refund first:"),
                command: Self.reverse(entry, day))
        case .approve(let participant, let version, let day): Self.approve(participant, version, day)
        case .draft(let participant, let last):
            Self.draft(participant, Phrase(da: "Udarbejd en handleplan", en: "Draft a plan"), by: last)
        case .enlarge(let item, let most, let last, let others):
            Self.draft(item.participant, Self.enlarge(most, others: others), by: last)
        case .enrol:
            Hint(
                Phrase(da: "Begynder \(.theOne) igen, så indskriv på ny:", en: "To start again, enrol anew:"),
                command: Phrase(verbatim: "participant enrol"))
        case .reopen(let through, let role, let day): Self.reopen(through, role, then: day)
        case .showPlan(let participant, let version):
            .see(
                Phrase(da: "Se handleplanens punkter:", en: "See the plan's items:"),
                "plan show \(participant.text) --version \(version)")
        case .showDisbursements(let participant): Self.disbursements(participant)
        case .asking(let role, let remedy): remedy.hint.asking(role)
        case .addAdministrator(let id):
            Hint(
                Phrase(da: "Tilføj først en ny, fx:", en: "Add a new one first, such as:"),
                command: Phrase(
                    da: "staff add \(id) --role administrator --name TEKST",
                    en: "staff add \(id) --role administrator --name TEXT"))
        }
    }
}

extension Hint {
    /// The hint, addressed to someone with another role.
    fileprivate func asking(_ role: Role) -> Hint {
        let words = Phrase(da: "Det må en \(role) gøre. \(words)", en: "This takes the role \(role). \(words)")
        switch typed {
        case .nothing, .options: return Hint(words, typed)
        case .command(let command, _): return Hint(words, command: command, isCallers: false)
        }
    }
}

extension Remedy {
    private static func day(_ day: Day, _ side: Side, _ dating: Dating) -> Hint {
        switch (dating, side) {
        case (.purchase(let paid), _):
            Hint(
                Phrase(
                    da: """
                        Blev udgiften afholdt senest \(day) og betalt senere, så angiv begge dage, fx:
                        """,
                    en: "If the expense was incurred by \(day) and paid later, give both days, such as:"),
                .options(
                    Phrase(
                        da: "--on \(typed: day) --paid \(typed: paid)", en: "--on \(typed: day) --paid \(typed: paid)"))
            )
        case (.event, .earliest):
            Hint(
                Phrase(da: "Angiv en dag fra og med \(day), fx:", en: "Give a day from \(day) on, such as:"),
                .options(Phrase(da: "--on \(typed: day)", en: "--on \(typed: day)")))
        case (.event, .latest):
            Hint(
                Phrase(
                    da: "Skete det senest \(day), så angiv den dag, det skete, fx:",
                    en: "If it happened by \(day), give the day on which it did, such as:"),
                .options(Phrase(da: "--on \(typed: day)", en: "--on \(typed: day)")))
        case (.agreement, .earliest):
            Hint(
                Phrase(
                    da: "Angiv en aftaledag fra og med \(day); i en planfil som \"agreedOn\", ellers fx:",
                    en: "Give a day of agreement from \(day) on; in a plan file as \"agreedOn\", else such as:"),
                .options(Phrase(da: "--agreed \(typed: day)", en: "--agreed \(typed: day)")))
        case (.agreement, .latest):
            Hint(
                Phrase(
                    da: """
                        Er planen aftalt senest \(day), så angiv aftaledagen; i en planfil som "agreedOn", ellers fx:
                        """,
                    en: """
                        If the plan was agreed on by \(day), give that day; in a plan file as "agreedOn", else such as:
                        """),
                .options(Phrase(da: "--agreed \(typed: day)", en: "--agreed \(typed: day)")))
        case (.period, .earliest):
            Hint(
                Phrase(da: "Angiv \(day) eller en senere dag:", en: "Give \(day) or a later day:"),
                .options(Phrase(da: "--through \(typed: day)", en: "--through \(typed: day)")))
        case (.period, .latest):
            Hint(
                Phrase(da: "Angiv \(day) eller en tidligere dag:", en: "Give \(day) or an earlier day:"),
                .options(Phrase(da: "--through \(typed: day)", en: "--through \(typed: day)")))
        }
    }

    private static func reopen(_ through: Day, _ role: Role?, then day: Day?) -> Hint {
        let command = Phrase(
            da: "period reopen --through \(typed: through) --reason TEKST",
            en: "period reopen --through \(typed: through) --reason TEXT")
        if let day {
            return Hint(
                Phrase(
                    da: """
                        Skete det senest \(day), så angiv den dag; den ligger i den lukkede periode, som konsulenten \
                        først må genåbne:
                        """,
                    en: """
                        If it happened by \(day), give that day; it lies in the closed period, which the consultant \
                        must reopen first:
                        """),
                command: command, isCallers: role == nil)
        }
        guard role != nil else {
            return Hint(
                Phrase(
                    da: "Hører det til i den lukkede periode, så genåbn den først:",
                    en: "If it belongs in the closed period, reopen it first:"), command: command)
        }
        return Hint(
            Phrase(
                da: "Hører det til i den lukkede periode, så bed konsulenten om at genåbne den:",
                en: "If it belongs in the closed period, ask the consultant to reopen it:"),
            command: command, isCallers: false)
    }
}

extension Remedy {
    private static func release(_ item: ItemReference, _ amount: Amount, _ day: Day?, byAnother: Bool) -> Hint {
        let words =
            byAnother
            ? Phrase(
                da: "Bed en anden sagsbehandler om at frigive mere med:",
                en: "Ask another caseworker to release more with:")
            : Phrase(da: "Frigiv mere med:", en: "Release more with:")
        return Hint(words, command: release(item, amount, day), isCallers: !byAnother)
    }

    private static func release(_ item: ItemReference, _ amount: Amount, _ day: Day?) -> Phrase {
        Phrase(
            da: "release \(item.participant) --item \(item.number) --amount \(typed: amount)\(on: day)",
            en: "release \(item.participant) --item \(item.number) --amount \(typed: amount)\(on: day)")
    }

    private static func retract(_ item: ItemReference, _ amount: Amount, _ day: Day?, leaving spent: Amount?) -> Hint {
        let words =
            if let spent {
                Phrase(
                    da: "Punktet kan sættes ned til \(spent), som er brugt, når resten er tilbagekaldt:",
                    en: "The item can be lowered to \(spent), which is spent, once the rest is retracted:")
            } else {
                Phrase(
                    da: "Eller tilbagekald først det, der er for meget og ikke er brugt:",
                    en: "Or first retract what is too much and not spent:")
            }
        return Hint(words, command: retract(item, amount, day))
    }

    private static func retract(_ item: ItemReference, _ amount: Amount, _ day: Day?) -> Phrase {
        Phrase(
            da: "retract \(item.participant) --item \(item.number) --amount \(typed: amount) --reason TEKST\(on: day)",
            en: "retract \(item.participant) --item \(item.number) --amount \(typed: amount) --reason TEXT\(on: day)")
    }

    private static func disbursements(_ participant: ParticipantReference) -> Hint {
        .see(
            Phrase(
                da: "Penge, der er brugt, kommer tilbage som en refusion af udbetalingen. Find den:",
                en: "Money that is spent comes back as a refund of the disbursement. Find it:"),
            "journal --participant \(participant.text) --kind disbursement")
    }

    private static func reverse(_ entry: EntryNumber, _ day: Day?, _ role: Role?) -> Hint {
        let words =
            if let role {
                Phrase(
                    da: "Er postering \(entry) forkert, så bed en \(role) om at tilbageføre den:",
                    en: "If entry \(entry) is wrong, ask someone with the role \(role) to reverse it:")
            } else {
                Phrase(
                    da: "Er postering \(entry) forkert, så tilbagefør den:",
                    en: "If entry \(entry) is wrong, reverse it:")
            }
        return Hint(words, command: reverse(entry, day), isCallers: role == nil)
    }

    private static func reverse(_ entry: EntryNumber, _ day: Day?) -> Phrase {
        Phrase(da: "reverse \(entry) --reason TEKST\(on: day)", en: "reverse \(entry) --reason TEXT\(on: day)")
    }
}

extension Remedy {
    private static func approve(_ participant: ParticipantReference, _ version: Int, _ day: Day?) -> Hint {
        Hint(
            Phrase(
                da: "Version \(version) af handleplanen venter; godkend den først:",
                en: "Version \(version) of the plan waits; approve it first:"),
            command: Phrase(da: "plan approve \(participant)\(on: day)", en: "plan approve \(participant)\(on: day)"))
    }

    private static func enlarge(_ most: Amount, others: Bool) -> Phrase {
        others
            ? Phrase(
                da: "Alt er delt ud. Punktet kan få op til \(most), hvis andre punkter får mindre i en ny handleplan",
                en: "All is shared out. The item can get up to \(most) if other items get less in a new plan")
            : Phrase(
                da: "Er der brug for mere, så aftal en handleplan med op til \(most) på punktet",
                en: "If more is needed, agree on a plan with up to \(most) for the item")
    }

    private static func draft(_ participant: ParticipantReference, _ words: Phrase, by last: Day?) -> Hint {
        let words =
            if let last {
                Phrase(
                    da: "\(words), aftalt senest \(last) (\"agreedOn\" i planfilen):",
                    en: "\(words), agreed on by \(last) (\"agreedOn\" in the plan file):")
            } else {
                Phrase(da: "\(words):", en: "\(words):")
            }
        return Hint(
            words,
            command: Phrase(
                da: "plan draft \(participant) --file PLAN.json", en: "plan draft \(participant) --file PLAN.json"))
    }
}

extension Sentence.StringInterpolation {
    /// Adds ` --on 2023-02-01` if there is a day.
    fileprivate mutating func appendInterpolation(on day: Day?) {
        guard let day else { return }
        appendLiteral(" --on ")
        appendInterpolation(typed: day)
    }
}
