public import MitBudget
import Phrases

extension Malformed {
    /// What is wrong with the input, and how to write it instead.
    /// - Parameter quoting: puts the input into quotation marks and makes it harmless to show.
    public func explanation(quoting: (String) -> String) -> Explanation {
        switch self {
        case .day(let text, let exists): Self.day(quoting(text), exists: exists)
        case .amount(let text, let fault): Self.amount(quoting(text), fault)
        case .participant(let text): Self.participant(quoting(text))
        case .staff(let text): Self.staff(quoting(text))
        case .role(let text): Self.role(quoting(text))
        case .account(let text): Self.account(quoting(text))
        case .voucher(let text): Self.voucher(quoting(text))
        case .post(let text): Self.post(quoting(text))
        case .programme(let text): Self.programme(quoting(text))
        case .area(let text): Self.area(quoting(text))
        case .number(let text): Self.number(quoting(text))
        case .kind(let text): Self.kind(quoting(text))
        case .anchor(let text): Self.anchor(quoting(text))
        case .character(let scalar): Self.character(scalar)
        case .blank: Self.blank
        }
    }

    private static func day(_ input: String, exists: Bool) -> Explanation {
        Explanation(
            message: exists
                ? Phrase(da: "\(input) er ikke en dag.", en: "\(input) is not a day.")
                : Phrase(
                    da: "Kalenderen har ingen dag \(input).", en: "The calendar has no such day as \(input)."),
            next: Phrase(
                da: "Skriv dagen som 2023-02-01, 01-02-2023 eller 1.2.2023; i filer altid som 2023-02-01.",
                en: "Write the day as 2023-02-01, 01-02-2023 or 1.2.2023; in files always as 2023-02-01."))
    }

    private static func amount(_ input: String, _ fault: Amount.Fault) -> Explanation {
        switch fault {
        case .form:
            Explanation(
                message: Phrase(da: "\(input) er ikke et beløb.", en: "\(input) is not an amount."),
                next: Phrase(
                    da: "Skriv beløbet i kroner, fx 4500, 4500,50 eller 4.500,00; i filer som 4500.00.",
                    en: "Write the amount in kroner, such as 4500, 4500.50 or 4.500,00; in files as 4500.00."))
        case .ambiguous(let grouped, let decimal):
            Explanation(
                message: Phrase(
                    da: "\(input) kan læses både som \(grouped) og som \(decimal)",
                    en: "\(input) can be read both as \(grouped) and as \(decimal)."),
                next: Phrase(
                    da: "Skriv \(typed: grouped) eller \(typed: decimal)",
                    en: "Write \(typed: grouped) or \(typed: decimal)"))
        case .tooLarge:
            Explanation(
                message: Phrase(
                    da: "\(input) er større end noget beløb, der kan regnes med.",
                    en: "\(input) is larger than any amount that the ledger can hold."),
                next: Phrase(da: "Kontrollér antallet af cifre.", en: "Check the number of digits."))
        }
    }

    private static func participant(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) er ikke en borgers reference.", en: "\(input) is not a participant's reference."),
            next: Phrase(
                da: "Skriv et stort B og mindst to cifre, fx B01 eller B12.",
                en: "Write a capital B and two digits at least, such as B01 or B12."))
    }

    private static func staff(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et medarbejder-id.", en: "\(input) is not a staff id."),
            next: Phrase(
                da: "Brug 1 til 32 små bogstaver, cifre og bindestreger, fx anna-h.",
                en: "Use 1 to 32 lower-case letters, digits and hyphens, such as anna-h."))
    }

    private static func role(_ input: String) -> Explanation {
        let roles = Role.allCases.map { Phrase(da: "\($0.rawValue) (\($0))", en: "\($0.rawValue)") }
        return Explanation(
            message: Phrase(da: "\(input) er ikke en rolle.", en: "\(input) is not a role."),
            next: Phrase(da: "Skriv \(.anyOf(roles)).", en: "Write \(.anyOf(roles))."))
    }

    private static func account(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) kan ikke være navnet på en brugerkonto.", en: "\(input) cannot be the name of an account."
            ),
            next: Phrase(
                da: "Skriv det navn, medarbejderen logger ind med: 1 til 64 tegn uden mellemrum.",
                en: "Write the name that the staff member logs in with: 1 to 64 characters without blanks."))
    }

    private static func voucher(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke en bilagsreference.", en: "\(input) is not a voucher reference."),
            next: Phrase(
                da: "Brug 1 til 40 bogstaver, cifre, punktummer, binde-, under- og skråstreger, fx 2023-0017.",
                en: "Use 1 to 40 letters, digits, full stops, hyphens, underscores and slashes, such as 2023-0017."))
    }

    private static func post(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) kan ikke være navnet på en budgetpost.", en: "\(input) cannot be the name of a post."),
            next: Phrase(
                da: "Skriv navnet, som det står i det godkendte budget: 1 til 60 tegn, fx project.",
                en: "Write the name as it stands in the approved budget: 1 to 60 characters, such as project."))
    }

    private static func programme(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et projekts kode.", en: "\(input) is not a programme's code."),
            next: Phrase(
                da: "Brug 1 til 60 bogstaver, cifre, bindestreger, understreger og punktummer, fx mit-budget-2025.",
                en: "Use 1 to 60 letters, digits, hyphens, underscores and full stops, such as mit-budget-2025."))
    }

    private static func area(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et områdes kode.", en: "\(input) is not an area's code."),
            next: Phrase(
                da: "Brug 1 til 32 bogstaver, cifre, bindestreger og understreger, fx housing.",
                en: "Use 1 to 32 letters, digits, hyphens and underscores, such as housing."))
    }

    private static func number(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) er ikke nummeret på en postering, et punkt eller en version.",
                en: "\(input) is not the number of an entry, an item or a version."),
            next: Phrase(da: "Skriv et helt tal fra 1 og op, fx 17.", en: "Write a whole number from 1 on, such as 17.")
        )
    }

    private static func kind(_ input: String) -> Explanation {
        let kinds = Phrase.anyOf(EntryKind.allCases.map { Phrase(verbatim: $0.rawValue) })
        return Explanation(
            message: Phrase(da: "\(input) er ikke en slags postering.", en: "\(input) is not a kind of entry."),
            next: Phrase(da: "Skriv \(kinds).", en: "Write \(kinds)."))
    }

    private static func anchor(_ input: String) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) er ikke en kontrolkode.", en: "\(input) is not an anchor."),
            next: Phrase(
                da: "Skriv posteringens nummer, et kolon og mindst 16 tegn af koden, fx 42:9f86d081884c7d65.",
                en: "Write the entry's number, a colon and 16 digits of its hash at least: 42:9f86d081884c7d65."))
    }

    private static func character(_ scalar: Unicode.Scalar) -> Explanation {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return Explanation(
            message: Phrase(
                da: "Teksten indeholder et styretegn (\(code)), der kan skjule, hvad der står.",
                en: "The text holds a control character (\(code)), which could hide what it says."),
            next: Phrase(
                da: "Skriv teksten på én linje og uden det tegn; kommer den fra et dokument, så skriv den af.",
                en: "Write the text on one line without that character; if it was pasted, type it instead."))
    }

    private static var blank: Explanation {
        Explanation(
            message: Phrase(da: "Teksten er tom.", en: "The text is blank."),
            next: Phrase(da: "Skriv, hvad det drejer sig om.", en: "Write what it is about."))
    }
}
