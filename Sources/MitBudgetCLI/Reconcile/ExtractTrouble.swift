import Arguments
import MitBudget
import MitBudgetReports
import Phrases

/// What can be wrong with an extract. Messages name lines and columns, and repeat of a line nothing but what stands
/// where figures belong, and that only where it cannot be someone's own words.
struct ExtractTrouble: Error, Equatable {
    private let line: Int?
    private let what: Phrase
    private let next: Phrase

    private init(at line: Int? = nil, _ what: Phrase, _ next: Phrase) {
        self.line = line
        self.what = what
        self.next = next
    }

    /// What is wrong, and what to do.
    /// - Parameter path: the file's name, harmless to show.
    func explanation(of path: String) -> Explanation {
        let place =
            line.map { Phrase(da: "\(path), linje \($0): ", en: "\(path), line \($0): ") }
            ?? Phrase(verbatim: path + ": ")
        return Explanation(message: Phrase(da: "\(place)\(what)", en: "\(place)\(what)"), next: next)
    }

    private static let exportAgain = Phrase(
        da: "Udtræk filen igen; er den rettet i hånden, så ret linjen.",
        en: "Export the file again; if it was edited by hand, correct the line.")
}

// The file and its heading.
extension ExtractTrouble {
    /// No line at all.
    static let empty = ExtractTrouble(
        Phrase(da: "Filen er tom.", en: "The file is empty."),
        Phrase(
            da: "Angiv et udtræk fra økonomisystemet eller banken som CSV.",
            en: "Name an extract of the finance system or the bank as CSV."))

    /// A heading, and no line below it.
    static let noLines = ExtractTrouble(
        Phrase(da: "Der er ingen linjer under overskriften.", en: "There are no lines below the heading."),
        Phrase(da: "Udtræk en periode med bevægelser.", en: "Export a period with movements."))

    /// The profile says that the file is in UTF-16, and it does not begin like that.
    static let notWide = ExtractTrouble(
        Phrase(da: "Filen begynder ikke som UTF-16.", en: "The file does not begin as UTF-16."),
        Phrase(da: "Tag \"encoding\" ud af profilen.", en: "Take \"encoding\" out of the profile."))

    /// No line names a day and an amount.
    static let headingMissing = ExtractTrouble(
        Phrase(
            da: "Ingen af de første \(ExtractReader.headLimit) linjer er en overskrift med dag og beløb.",
            en: "None of the first \(ExtractReader.headLimit) lines is a heading with a day and an amount."),
        Phrase(
            da: """
                Udtræk med semikolon, komma eller tabulator mellem felterne og overskrifter som Bogføringsdato, Beløb, \
                Tekst, Bilag og Saldo, eller nævn filens egne i en profil: --profile FILE
                """,
            en: """
                Export with semicolons, commas or tabs between fields and headings such as Date, Amount, Text, Voucher \
                and Balance, or name the file's own in a profile: --profile FILE
                """))

    /// A line is a heading in part.
    static func headingLacks(_ columns: [ExtractProfile.Column], at line: Int) -> ExtractTrouble {
        let list = Phrase.joined(columns.map(\.phrase))
        return ExtractTrouble(
            at: line,
            Phrase(
                da: "Overskriften mangler en kolonne til: \(list).", en: "The heading lacks a column for: \(list)."),
            Phrase(
                da: "Nævn filens egen overskrift i en profil: \(example(columns))",
                en: "Name the file's own heading in a profile: \(example(columns))"))
    }

    /// Two columns have the same content.
    static func alike(_ names: [String], _ column: ExtractProfile.Column, at line: Int) -> ExtractTrouble {
        let list = names.map(harmless).joined(separator: ", ")
        return ExtractTrouble(
            at: line,
            Phrase(
                da: "Flere kolonner kan være den med \(column.phrase): \(list).",
                en: "More than one column may be that of \(column.phrase): \(list)."),
            Set(names.map { $0.lowercased() }).count == 1
                ? Phrase(
                    da: "Giv den, der ikke gælder, en anden overskrift i filen, eller udtræk uden den.",
                    en: "Give the one that does not count another heading in the file, or export without it.")
                : Phrase(
                    da: "Sig i en profil, hvilken der gælder: \(example([column]))",
                    en: "Say in a profile which one counts: \(example([column]))"))
    }

    /// A column tells debit from credit, and the amounts have no sign.
    static func sides(_ heading: String) -> ExtractTrouble {
        ExtractTrouble(
            Phrase(
                da: "Beløbene har intet fortegn; kolonnen \(harmless(heading)) skelner mellem debet og kredit.",
                en: "The amounts have no sign; the column \(harmless(heading)) tells debit from credit."),
            Phrase(
                da: "Udtræk beløb med fortegn, eller en kolonne med debet og en med kredit.",
                en: "Export amounts with a sign, or one column with debit and one with credit."))
    }

    /// As many lines match whichever sign costs have.
    static func undecided(lines: Int) -> ExtractTrouble {
        ExtractTrouble(
            lines == 0
                ? Phrase(
                    da: "Ingen linje passer, hverken med positive eller negative beløb som omkostninger.",
                    en: "No line matches, whether costs are positive amounts or negative ones.")
                : Phrase(
                    da: "Lige mange linjer passer (\(lines)), enten omkostninger er positive eller negative beløb.",
                    en: "As many lines match (\(lines)) if costs are positive amounts as if they are negative."),
            Phrase(
                da: """
                    Er det den rigtige fil, så sig i en profil, hvad omkostninger er: {"costs":"positive"} eller \
                    {"costs":"negative"}
                    """,
                en: """
                    If it is the right file, say in a profile what costs are: {"costs":"positive"} or \
                    {"costs":"negative"}
                    """))
    }

    /// A profile that names these columns.
    private static func example(_ columns: [ExtractProfile.Column]) -> String {
        "{\"columns\":{\(columns.map { "\"\($0.rawValue)\":\"…\"" }.joined(separator: ","))}}"
    }
}

// Lines.
extension ExtractTrouble {
    /// A line has more or fewer fields than the heading.
    static func fieldCount(_ found: Int, expected: Int, at line: Int) -> ExtractTrouble {
        let fields =
            found == 1 ? Phrase(da: "1 felt", en: "1 field") : Phrase(da: "\(found) felter", en: "\(found) fields")
        return ExtractTrouble(
            at: line,
            Phrase(
                da: "Linjen har \(fields), overskriften \(expected). Filen kan være afkortet.",
                en: "The line has \(fields), the heading \(expected). The file may be cut off."),
            Phrase(
                da: "Udtræk filen igen; er linjen ikke en bevægelse, så fjern den.",
                en: "Export the file again; if the line is no movement, remove it."))
    }

    /// A quotation mark is never closed.
    static func openQuotation(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Et anførselstegn er ikke afsluttet. Filen kan være afkortet.",
                en: "A quotation mark is not closed. The file may be cut off."), exportAgain)
    }

    /// Text follows a closing quotation mark.
    static func textBehindQuotation(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Der står tekst efter et afsluttende anførselstegn.",
                en: "Text follows a closing quotation mark."), exportAgain)
    }

    /// A line is not in the encoding of the lines before it.
    static func encoding(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Linjen er ikke skrevet i samme tegnsæt som linjerne før den.",
                en: "The line is not written in the encoding of the lines before it."),
            Phrase(
                da: "Udtræk filen igen, og saml den ikke af flere.",
                en: "Export the file again, and do not join it from several."))
    }

    /// A line is longer than the limit, in bytes.
    static func tooLong(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Linjen er længere end \(ExtractReader.lineLimit / 1024) KiB.",
                en: "The line is longer than \(ExtractReader.lineLimit / 1024) KiB."),
            Phrase(
                da: "Kontrollér, at det er en CSV-fil, og at anførselstegn er afsluttet.",
                en: "Check that it is a CSV file and that quotation marks are closed."))
    }

    /// The file has more lines than are read.
    static let tooMany = ExtractTrouble(
        Phrase(
            da: "Filen har mere end \(ExtractReader.limit) linjer.",
            en: "The file has more than \(ExtractReader.limit) lines."),
        Phrase(
            da: "Udtræk kun projektets egen dimension, eller en kortere periode ad gangen.",
            en: "Export the project's own dimension only, or a shorter period at a time."))
}

// Values.
extension ExtractTrouble {
    /// A cell is no day.
    static func day(_ cell: String, in heading: String, at line: Int) -> ExtractTrouble {
        guard !cell.isEmpty else {
            return ExtractTrouble(
                at: line, Phrase(da: "\(harmless(heading)) mangler.", en: "\(harmless(heading)) is missing."),
                Phrase(
                    da: "Ret linjen; er den en sum uden et ord som I alt, så fjern den.",
                    en: "Correct the line; if it is a sum without a word such as Total, remove it."))
        }
        let shown = shown(cell, like: ValueKind.day.name)
        return ExtractTrouble(
            at: line,
            Phrase(
                da: "\(harmless(heading)) er ikke en dag: \(shown).", en: "\(harmless(heading)) is no day: \(shown)."),
            Phrase(
                da: "Ret linjen, eller sig i en profil, hvordan dage skrives: {\"dayFormat\":\"DD-MM-YYYY\"}",
                en: "Correct the line, or say in a profile how days are written: {\"dayFormat\":\"DD-MM-YYYY\"}"))
    }

    /// A day is written in another format than the lines before it, or than the profile says.
    static func daysMixed(in heading: String, at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "\(harmless(heading)) er skrevet anderledes end på linjerne før, eller end profilen siger.",
                en: "\(harmless(heading)) is written otherwise than on the lines before, or than the profile says."),
            exportAgain)
    }

    /// Days may begin with the day or with the month.
    static func daysOpen(in heading: String, at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "\(harmless(heading)) kan begynde med dagen eller med måneden.",
                en: "\(harmless(heading)) may begin with the day or with the month."),
            Phrase(
                da: "Sig det i en profil: {\"dayFormat\":\"DD/MM/YYYY\"} eller {\"dayFormat\":\"MM/DD/YYYY\"}",
                en: "Say so in a profile: {\"dayFormat\":\"DD/MM/YYYY\"} or {\"dayFormat\":\"MM/DD/YYYY\"}"))
    }

    /// A cell is no amount.
    static func amount(
        _ cell: String, _ fault: ColumnAmount.Fault, in heading: String, at line: Int
    ) -> ExtractTrouble {
        let (name, shown) = (harmless(heading), shown(cell, like: ValueKind.amount.name))
        switch fault {
        case .currency: return currency(in: heading, at: line)
        case .empty:
            return ExtractTrouble(
                at: line, Phrase(da: "\(name) mangler.", en: "\(name) is missing."), exportAgain)
        case .signBehind:
            return ExtractTrouble(
                at: line,
                Phrase(
                    da: "\(name) har fortegn efter tallet: \(shown).",
                    en: "\(name) has its sign behind the number: \(shown)."),
                Phrase(
                    da: "Udtræk beløb med fortegn foran, eller i en kolonne med debet og en med kredit.",
                    en: "Export amounts with the sign before them, or one column with debit and one with credit."))
        case .form, .decimals, .tooLarge:
            return ExtractTrouble(
                at: line, Phrase(da: "\(name) er ikke et beløb: \(shown).", en: "\(name) is no amount: \(shown)."),
                Phrase(
                    da: "Beløb skrives som -1.234,50 eller -1,234.50, med højst to decimaler.",
                    en: "Amounts are written as -1.234,50 or -1,234.50, with two decimals at most."))
        }
    }

    /// An amount is written with another decimal sign than other lines, or than the profile says.
    static func amountsMixed(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Beløbet har et andet decimaltegn end de andre linjer, eller end profilen siger.",
                en: "The amount has another decimal sign than other lines, or than the profile says."), exportAgain)
    }

    /// All amounts could have either decimal sign.
    static func amountsOpen(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Beløbets komma kan skille tusinder eller decimaler, og ingen anden linje viser det.",
                en: "The amount's comma may separate thousands or decimals, and no other line shows which."),
            Phrase(
                da: "Sig det i en profil: {\"decimal\":\".\"} eller {\"decimal\":\",\"}",
                en: "Say so in a profile: {\"decimal\":\".\"} or {\"decimal\":\",\"}"))
    }

    /// A line, or a column, is in another currency.
    static func currency(in heading: String, at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "\(harmless(heading)): En anden valuta end kroner.",
                en: "\(harmless(heading)): another currency than kroner."),
            Phrase(
                da: "Udtræk beløbene i danske kroner; journalen har ingen anden valuta.",
                en: "Export the amounts in Danish kroner; the ledger has no other currency."))
    }

    /// A balance is stated twice, differently.
    static func statedTwice(at line: Int) -> ExtractTrouble {
        ExtractTrouble(
            at: line,
            Phrase(
                da: "Saldoen eller summen er opgivet før, og som et andet beløb.",
                en: "The balance or the sum was stated before, as another amount."),
            Phrase(
                da: "Udtræk én konto og én periode ad gangen.", en: "Export one account and one period at a time."))
    }

    /// A cell as messages show it.
    private static func shown(_ cell: String, like kind: String) -> String {
        harmless(LineArguments.mayBeWords(cell, insteadOf: kind) ? "•••" : cell)
    }
}
