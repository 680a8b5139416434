import MitBudget
import Phrases

// Explains refusals on texts and staff. Explanations name a text but never repeat it.

extension Explanation {
    static var caseTaken: Explanation {
        Explanation(
            message: Phrase(
                da: "\(.anyOne.capital) i projektet har allerede det sagsnummer.",
                en: "\(.anyOne.capital) in the programme has that case number already."),
            hints: [
                .see(
                    Phrase(
                        da: """
                            Kontrollér sagsnummeret. Er \(.theOne) indskrevet i forvejen, så brug den reference, \
                            \(.theOne) har:
                            """,
                        en: """
                            Check the case number. If \(.theOne) is enrolled already, use the reference that was given:
                            """),
                    "participant list")
            ])
    }

    static func textUnknown(_ entry: EntryNumber, _ place: TextPlace, _ gap: Refusal.TextGap) -> Explanation {
        switch gap {
        case .noSuchEntry:
            Explanation(
                message: Phrase(da: "Der er ingen postering \(entry).", en: "There is no entry \(entry)."),
                hints: [
                    .see(Phrase(da: "Find nummeret i journalen:", en: "Find the number in the journal:"), "journal")
                ])
        case .none(let others) where others.isEmpty:
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) har ingen tekst, der kan rettes.",
                    en: "Entry \(entry) has no text that can be corrected."),
                hints: [.see(Phrase(da: "Se posteringen:", en: "See the entry:"), "entry \(entry.value)")])
        case .none(let others):
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) har ikke den tekst: \(place.phrase).",
                    en: "Entry \(entry) lacks that text: \(place.phrase)."),
                hints: [
                    Hint(
                        Phrase(da: "Vælg en af dem, den har:", en: "Choose one of those that it has:"),
                        .options(.anyOf(others.map { Phrase(verbatim: $0.typed) })))
                ])
        case .correction(let first):
            Explanation(
                message: Phrase(
                    da: "Postering \(entry) er selv en rettelse af postering \(first).",
                    en: "Entry \(entry) itself corrects entry \(first)."),
                next: Phrase(
                    da: "Ret den første tekst igen: angiv postering \(first). Den sidste rettelse gælder.",
                    en: "Correct the first text once more: name entry \(first). The last correction counts."))
        case .erased:
            Explanation(
                message: Phrase(
                    da: "I postering \(entry) er \(place.phrase) slettet.",
                    en: "In entry \(entry), \(place.phrase) is erased."),
                next: Phrase(
                    da: "Det slettede kan ikke rettes. Skriv ikke det samme et andet sted.",
                    en: "What is erased cannot be corrected. Do not write the same elsewhere."))
        }
    }

    static func onceUsed(_ once: OnceKey, by entry: EntryNumber) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Engangsnøglen \(once.text) står allerede for noget andet: postering \(entry).",
                en: "The once key \(once.text) stands for something else already: entry \(entry)."),
            hints: [
                .see(
                    Phrase(
                        da: "Er det noget andet, så brug en ny nøgle. Hvad nøglen står for, ses i journalen:",
                        en: "If this is something else, use a new key. What the key stands for is in:"),
                    "journal")
            ])
    }

    static func personalNumber(_ field: Refusal.Field, at place: Int) -> Explanation {
        let next =
            Vocabulary.current.isPersonal
            ? Phrase(
                da: "Skriv det uden nummeret. \(.many.capital) nævnes kun ved deres reference, fx \(example: 1).",
                en: """
                    Write it without the number. \(.many.capital) are named by their reference only, such as \
                    \(example: 1).
                    """)
            : Phrase(da: "Skriv det uden nummeret.", en: "Write it without the number.")
        return Explanation(
            message: Phrase(
                da: """
                    Fra tegn nr. \(place) i \(field) står der noget, der ligner et CPR-nummer. CPR-numre hører ikke \
                    hjemme her.
                    """,
                en: """
                    There seems to be a CPR number in \(field), from character \(place) on. CPR numbers do not belong \
                    here.
                    """),
            next: field.isReference
                ? next
                : Phrase(
                    da: "\(next) En dag før et tal skrives som 2023-02-01.",
                    en: "\(next) Write a day before a figure as 2023-02-01."))
    }

    static func textTooLong(_ field: Refusal.Field, length: Int) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Der er \(.characters(length)) i \(field); højst \(.characters(Text.limit)) er tilladt.",
                en: "There are \(.characters(length)) in \(field); \(.characters(Text.limit)) at most are allowed."),
            next: Phrase(
                da: "Forkort med \(.characters(length - Text.limit)). Læg resten på sagen.",
                en: "Shorten it by \(.characters(length - Text.limit)). Keep the rest in the case file."))
    }

    static func staffTaken(_ staff: StaffID) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Medarbejder-id'et \(staff) er givet allerede, og et id bruges aldrig igen.",
                en: "The staff id \(staff) is given already, and an id is never used again."),
            hints: [
                .see(
                    Phrase(da: "Vælg et id, der ikke står på listen:", en: "Choose an id that is not on the list:"),
                    "staff list")
            ])
    }

    static func retentionRunning(_ reference: ParticipantReference, today: Day, last: Day) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Teksterne om \(reference) skal gemmes til og med \(last); i dag er det \(today).",
                en: "The texts on \(reference) must be kept through \(last); today is \(today)."),
            hints: [
                Hint(
                    Phrase(
                        da: "Vent til dagen efter, eller angiv, hvad der går forud for pligten:",
                        en: "Wait until the day after, or say what comes before that duty:"),
                    .options(Phrase(da: "--override TEKST", en: "--override TEXT")))
            ])
    }

    static func staffUnknown(_ staff: StaffID) -> Explanation {
        Explanation(
            message: Phrase(
                da: "Der er ingen aktiv medarbejder \(staff).", en: "There is no active staff member \(staff)."),
            hints: [.see(Phrase(da: "Se medarbejderne:", en: "See the staff:"), "staff list")])
    }

    static func notPermitted(_ prohibition: Refusal.Prohibition) -> Explanation {
        switch prohibition {
        case .role(let staff, let role, let allowed):
            Explanation(
                message: Phrase(
                    da: "\(staff) er \(role); kun en \(roles(allowed)) må gøre det.",
                    en: "\(staff) has the role \(role); this takes the role \(roles(allowed))."),
                next: Phrase(
                    da: "Bed en \(roles(allowed)) om at gøre det.",
                    en: "Ask someone with the role \(roles(allowed)) to do it."))
        case .noRole(let account, let allowed):
            Explanation(
                message: Phrase(
                    da: "Det må kun en \(roles(allowed)), og det er ingen på brugerkontoen \(account).",
                    en: "No staff member of the account \(account) has the role \(roles(allowed)), which this takes."),
                next: Phrase(
                    da: "Bed en \(roles(allowed)) om at gøre det.",
                    en: "Ask someone with the role \(roles(allowed)) to do it."))
        case .ended(let staff):
            Explanation(
                message: Phrase(
                    da: "\(staff) er fratrådt og kan ikke registrere mere.",
                    en: "\(staff) has left and can record nothing more."),
                next: Phrase(
                    da: "Bed en administrator om et nyt id.", en: "Ask an administrator for a new id."))
        case .otherAccount(let staff):
            Explanation(
                message: Phrase(
                    da: "\(staff) hører til en anden brugerkonto; ingen kan handle på en andens vegne.",
                    en: "\(staff) belongs to another account; no one can act for someone else."),
                next: Phrase(
                    da: "Udelad --as, eller angiv et id, der hører til din egen brugerkonto.",
                    en: "Leave out --as, or give an id that belongs to your own account."))
        case .unboundAccount(let account):
            Explanation(
                message: Phrase(
                    da: "Brugerkontoen \(account) er ikke knyttet til nogen medarbejder.",
                    en: "The account \(account) is bound to no staff member."),
                hints: [
                    .see(
                        Phrase(
                            da: "Bed en administrator om at tilføje dig med den brugerkonto. Se hvordan:",
                            en: "Ask an administrator to add you with that account. See how:"),
                        "help staff add")
                ])
        case .lastAdministrator(let staff):
            Explanation(
                message: Phrase(
                    da: "\(staff) er den sidste administrator; uden en kan ingen tilføje medarbejdere.",
                    en: "\(staff) is the last administrator; without one, no one could add staff."),
                otherwise: Phrase(da: "Tilføj først en ny.", en: "Add a new one first."))
        }
    }

    /// Lists roles in the glossary's order, since a set has none.
    private static func roles(_ allowed: Set<Role>) -> Phrase {
        .anyOf(Role.allCases.filter(allowed.contains).map(\.phrase))
    }
}

extension Refusal.Field {
    /// Whether the field holds a code rather than someone's own words.
    fileprivate var isReference: Bool {
        switch self {
        case .voucher, .staff, .account, .approval, .programme, .once, .origin: true
        case .name, .caseNumber, .goal, .wishes, .purpose, .item, .payee, .note, .reason, .correction, .override,
            .readingPurpose:
            false
        }
    }
}
