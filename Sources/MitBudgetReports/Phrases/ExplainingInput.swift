public import MitBudget
import Phrases

extension Malformed {
    /// What is wrong with the input, and how to write it instead.
    /// - Parameter quoting: quotes the input and makes it harmless to show.
    public func explanation(quoting: (String) -> String) -> Explanation {
        func told(_ text: String) -> Phrase {
            spelling?.told(of: quoting(text), quoting) ?? Phrase(verbatim: quoting(text))
        }
        return switch self {
        case .day(let text, let fault): Self.day(quoting(text), fault)
        case .amount(let text, let fault): Self.amount(told(text), fault)
        case .participant(let text): Self.participant(told(text))
        case .staff(let text): Self.staff(told(text))
        case .role(let text): Self.role(quoting(text))
        case .account(let text): Self.account(told(text))
        case .voucher(let text): Self.voucher(told(text))
        case .once(let text): Self.once(told(text))
        case .post(let text): Self.post(told(text))
        case .programme(let text): Self.programme(told(text))
        case .area(let text): Self.area(told(text))
        case .result(let text): Self.result(told(text))
        case .prefix(let text): Self.prefix(told(text))
        case .label(let text): Self.label(told(text))
        case .figure(let text): Self.figure(told(text))
        case .proof(let text): Self.proof(quoting(text))
        case .number(let text): Self.number(told(text))
        case .kind(let text): Self.kind(quoting(text))
        case .anchor(let text): Self.anchor(quoting(text))
        case .character(let scalar): Self.character(scalar)
        case .blank: Self.blank
        }
    }

    private static func day(_ input: String, _ fault: Day.Fault) -> Explanation {
        let forms = Phrase(
            da: "Skriv dagen som 2023-02-01, 01-02-2023, 1.2.2023 eller 1.2.23; i filer altid som 2023-02-01.",
            en: "Write the day as 2023-02-01, 01-02-2023, 1.2.2023 or 1.2.23; in files always as 2023-02-01.")
        return switch fault {
        case .missing:
            Explanation(
                message: Phrase(
                    da: "Kalenderen har ingen dag \(input).", en: "The calendar has no such day as \(input)."),
                next: forms)
        case .form([]):
            Explanation(
                message: Phrase(da: "\(input) er ikke en dag.", en: "\(input) is not a day."), next: forms)
        case .form(let days):
            readings(
                Phrase(verbatim: input), days.map { Phrase(da: "\($0)", en: "\($0)") }, end: Phrase(verbatim: "."),
                typed: days.map { Phrase(da: "\(typed: $0)", en: "\(typed: $0)") })
        }
    }

    private static func amount(_ input: Phrase, _ fault: Amount.Fault) -> Explanation {
        switch fault {
        case .form:
            Explanation(
                message: Phrase(da: "\(input) er ikke et beløb.", en: "\(input) is not an amount."),
                next: Phrase(
                    da: """
                        Skriv beløbet i kroner, fx 4500, 4500,50, 4.500,00 eller 4.500 kr., uden andre tegn; i filer \
                        som 4500.00.
                        """,
                    en: """
                        Write the amount in kroner, such as 4500, 4500.50, 4,500.00 or DKK 4,500.00, without other \
                        signs; in files as 4500.00.
                        """))
        case .readings(let amounts):
            readings(
                input, amounts.map { Phrase(da: "\($0)", en: "\($0)") }, end: Phrase(da: "", en: "."),
                typed: amounts.map { Phrase(da: "\(typed: $0)", en: "\(typed: $0)") })
        case .tooLarge:
            Explanation(
                message: Phrase(
                    da: "\(input) er større end noget beløb, der kan regnes med.",
                    en: "\(input) is larger than any amount that the ledger can hold."),
                next: Phrase(da: "Kontrollér antallet af cifre.", en: "Check the number of digits."))
        }
    }

    /// Explains input that has several readings, and lists them.
    /// - Parameter end: what ends the sentence after the last reading; a Danish amount already ends in a full stop.
    private static func readings(
        _ input: Phrase, _ meanings: [Phrase], end: Phrase, typed: [Phrase]
    ) -> Explanation {
        let (meant, written) = (Phrase.anyOf(meanings), Phrase.anyOf(typed))
        return Explanation(
            message: Phrase(
                da: "\(input) kan ikke læses entydigt; det kan betyde \(meant)\(end)",
                en: "\(input) cannot be read for certain; it may mean \(meant)\(end)"),
            next: Phrase(da: "Skriv \(written)", en: "Write \(written)"))
    }

    private static func participant(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) er ikke en reference.", en: "\(input) is not a reference."),
            next: Phrase(
                da: "Skriv de store bogstaver og mindst to cifre, fx \(example: 1) eller \(example: 12).",
                en: "Write the capitals and two digits at least, such as \(example: 1) or \(example: 12)."))
    }

    private static func staff(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et medarbejder-id.", en: "\(input) is not a staff id."),
            next: Phrase(
                da: "Brug 1 til 32 små bogstaver fra a til å, cifre og bindestreger, fx anna-h.",
                en: "Use 1 to 32 lower-case letters a to å, digits and hyphens, such as anna-h."))
    }

    private static func role(_ input: String) -> Explanation {
        let roles = Role.allCases.map { Phrase(da: "\($0.rawValue) (\($0))", en: "\($0.rawValue)") }
        return Explanation(
            message: Phrase(da: "\(input) er ikke en rolle.", en: "\(input) is not a role."),
            next: Phrase(da: "Skriv \(.anyOf(roles)).", en: "Write \(.anyOf(roles))."))
    }

    private static func account(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) kan ikke være navnet på en brugerkonto.", en: "\(input) cannot be the name of an account."
            ),
            next: Phrase(
                da: "Skriv det navn, medarbejderen logger ind med: 1 til 64 tegn uden mellemrum.",
                en: "Write the name that the staff member logs in with: 1 to 64 characters without blanks."))
    }

    private static func voucher(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke en reference.", en: "\(input) is not a reference."),
            next: Phrase(
                da: """
                    Brug 1 til 40 bogstaver fra A til Å, cifre, punktummer, binde-, under- og skråstreger, fx \
                    2023-0017.
                    """,
                en: """
                    Use 1 to 40 letters A to Å, digits, full stops, hyphens, underscores and slashes, such as \
                    2023-0017.
                    """))
    }

    private static func once(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke en engangsnøgle.", en: "\(input) is not a once key."),
            next: Phrase(
                da: """
                    Brug 1 til 64 bogstaver fra A til Å, cifre, punktummer, binde- og understreger, fx \
                    bank-2023-0815.
                    """,
                en: "Use 1 to 64 letters A to Å, digits, full stops, hyphens and underscores, such as bank-2023-0815."))
    }

    private static func post(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) kan ikke være navnet på en budgetpost.", en: "\(input) cannot be the name of a post."),
            next: Phrase(
                da: "Skriv navnet, som det står i det godkendte budget: 1 til 60 tegn, fx project.",
                en: "Write the name as it stands in the approved budget: 1 to 60 characters, such as project."))
    }

    private static func programme(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et projekts kode.", en: "\(input) is not a programme's code."),
            next: Phrase(
                da: """
                    Brug 1 til 60 bogstaver fra A til Å, cifre, binde- og understreger og punktummer, fx \
                    mit-budget-2025.
                    """,
                en: "Use 1 to 60 letters A to Å, digits, hyphens, underscores and full stops, such as mit-budget-2025.")
        )
    }

    private static func area(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et områdes kode.", en: "\(input) is not an area's code."),
            next: Phrase(
                da: "Brug 1 til 32 bogstaver, cifre, bindestreger og understreger, fx housing.",
                en: "Use 1 to 32 letters, digits, hyphens and underscores, such as housing."))
    }

    private static func result(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et resultats kode.", en: "\(input) is not a result's code."),
            next: Phrase(
                da: "Brug 1 til 32 bogstaver, cifre, bindestreger og understreger, fx reached; none er optaget.",
                en: "Use 1 to 32 letters, digits, hyphens and underscores, such as reached; none is taken."))
    }

    private static func prefix(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(
                da: "\(input) kan ikke stå foran numrene i referencerne.",
                en: "\(input) cannot stand before the numbers of references."),
            next: Phrase(
                da: "Skriv et til tre store bogstaver fra A til Z i prefix, fx \"I\".",
                en: "Write one to three capitals A to Z in prefix, such as \"I\"."))
    }

    private static func label(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) kan ikke være et navn.", en: "\(input) cannot be a name."),
            next: Phrase(
                da: "Brug 1 til \(MitBudget.Label.most) tegn på én linje uden kolon, fx \"bolig\".",
                en: "Use 1 to \(MitBudget.Label.most) characters on one line without a colon, such as \"housing\"."))
    }

    private static func figure(_ input: Phrase) -> Explanation {
        Explanation(
            message: Phrase(da: "\(input) er ikke et måltal.", en: "\(input) is not a figure."),
            next: Phrase(
                da: "Skriv et tal fra nul og op med højst to decimaler, fx 950 eller 12,5; i filer som \"12.5\".",
                en: "Write a number from zero on with two decimals at most, such as 950 or 12.5; in files as \"12.5\".")
        )
    }

    private static func proof(_ input: String) -> Explanation {
        let proofs = Phrase.anyOf(Programme.Proof.allCases.map { Phrase(verbatim: $0.rawValue) })
        return Explanation(
            message: Phrase(
                da: "\(input) er ikke en slags dokumentation.", en: "\(input) is not a kind of proof."),
            next: Phrase(da: "Skriv \(proofs).", en: "Write \(proofs)."))
    }

    private static func number(_ input: Phrase) -> Explanation {
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

extension SpellingFault {
    /// Begins a sentence with the input and the character at fault, to be continued with why the input is not valid:
    /// `‘Faktura 12’ has a blank and`.
    fileprivate func told(of input: String, _ quoting: (String) -> String) -> Phrase {
        switch self {
        case .empty: Phrase(verbatim: input)
        case .tooLong(let most):
            Phrase(da: "\(input) har flere end \(most) tegn og", en: "\(input) has more than \(most) characters and")
        case .character(let scalar) where scalar.properties.isWhitespace:
            Phrase(da: "\(input) har et mellemrum og", en: "\(input) has a blank and")
        case .character(let scalar) where scalar.properties.isDefaultIgnorableCodePoint:
            Phrase(da: "\(input) har et usynligt tegn og", en: "\(input) has an invisible character and")
        case .character(let scalar):
            Phrase(
                da: "\(input) har tegnet \(quoting(String(scalar))) og",
                en: "\(input) has the character \(quoting(String(scalar))) and")
        }
    }
}
