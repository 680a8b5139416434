import Arguments
import JSON
import MitBudgetReports
import Phrases

/// What can be wrong with a line of an import besides what can be wrong with a command line. Messages repeat names of
/// keys and columns, and nothing else of the line.
struct LineTrouble: Error, Equatable {
    let explanation: Explanation

    private init(_ message: Phrase, _ next: Phrase) {
        explanation = Explanation(message: message, next: next)
    }

    /// The type that a key's value must have.
    enum Expected {
        case text, textOrNumber, truth, list, object
    }
}

// Lines of JSON.
extension LineTrouble {
    /// The line is not JSON; the position counts from 1.
    /// - Parameter known: the keys that lines may have.
    static func json(_ failure: JSONFailure, known: [String]) -> LineTrouble {
        var reason = failure.reason
        if case .doubledKey(let key) = reason, LineArguments.mayBeWords(key, oneOf: known) {
            reason = .doubledKey("•••")
        }
        return LineTrouble(
            Phrase(
                da: "Ikke gyldig JSON (tegn \(failure.column)): \(reason.phrase)",
                en: "Not valid JSON (character \(failure.column)): \(reason.phrase)"),
            Phrase(da: "Ret linjen på det sted.", en: "Correct the line at that place."))
    }

    /// The line is JSON, but not an object.
    static let notAnObject = LineTrouble(
        Phrase(da: "Linjen er ikke et objekt {…}.", en: "The line is no object {…}."), asInTheHandbook)

    /// The line names no command.
    static let commandMissing = LineTrouble(
        Phrase(da: "\"command\" mangler.", en: "\"command\" is missing."), asInTheHandbook)

    private static let asInTheHandbook = Phrase(
        da: "Skriv den fx {\"command\":\"receive\",\"amount\":\"238000.00\",\"voucher\":\"R-1\"}.",
        en: "Write it like {\"command\":\"receive\",\"amount\":\"238000.00\",\"voucher\":\"R-1\"}.")

    /// The command does more than record an entry, or does not record at all.
    static func notImportable(_ command: String) -> LineTrouble {
        LineTrouble(
            Phrase(da: "\(command) kan ikke indlæses.", en: "\(command) cannot be imported."),
            Phrase(
                da: "Kør mitbudget \(command) for sig. Det, der kan indlæses, er det, der kun bogfører.",
                en: "Run mitbudget \(command) by itself. What only records an entry can be imported."))
    }

    /// A single line cannot be a dry run.
    static let dryRun = LineTrouble(
        Phrase(da: "En linje kan ikke prøves alene.", en: "A line cannot be tried by itself."),
        Phrase(
            da: "Tag det af linjen, og giv import selv --dry-run.",
            en: "Take it off the line, and give --dry-run to import itself."))

    /// Only the first line can make the ledger.
    static let lateOpening = LineTrouble(
        Phrase(da: "init kan kun være den første linje.", en: "init can only be the first line."),
        Phrase(da: "Fjern linjen, eller flyt den op.", en: "Remove the line, or move it up."))

    /// The line is longer than the limit, in bytes.
    static func tooLong(limit: Int) -> LineTrouble {
        LineTrouble(
            Phrase(
                da: "Linjen er længere end \(limit / 1_048_576) MiB.",
                en: "The line is longer than \(limit / 1_048_576) MiB."),
            Phrase(da: "Sæt hver kommando på sin linje.", en: "Put each command on a line of its own."))
    }

    /// There is no command of that name.
    static func commandUnknown(_ command: String, known: [String]) -> LineTrouble {
        let shown = word(command, of: known)
        return LineTrouble(
            Phrase(da: "Der er ingen kommando \(shown).", en: "There is no command \(shown)."),
            nearest(to: command, in: known).map { meant($0, known) } ?? asInTheHandbook)
    }

    /// The command has no option for the key.
    static func keyUnknown(_ key: String, command: String, known: [String]) -> LineTrouble {
        let shown = word(key, of: known)
        return LineTrouble(
            Phrase(
                da: "Nøglen \(shown) hører ikke til \(command).",
                en: "The key \(shown) does not belong to \(command)."),
            meant(nearest(to: key, in: known), known))
    }

    /// The value has another type than the key takes.
    static func wrongType(_ key: String, _ expected: Expected) -> LineTrouble {
        LineTrouble(
            Phrase(da: "\"\(key)\" skal være \(expected.phrase).", en: "\"\(key)\" must be \(expected.phrase)."),
            Phrase(da: "Ret værdien.", en: "Correct the value."))
    }

    /// People and programs would read the JSON number differently.
    static func inexactNumber(_ key: String) -> LineTrouble {
        LineTrouble(
            Phrase(
                da: "\"\(key)\" er ikke et helt tal og ikke et tal med én eller to decimaler.",
                en: "\"\(key)\" is no whole number and no number with one or two decimals."),
            Phrase(
                da: "Skriv beløbet som 4500.50 eller som tekst, \"4500.50\".",
                en: "Write the amount as 4500.50 or as a text, \"4500.50\"."))
    }

    /// The key names a file, but the line must hold its contents.
    static func namesFile(_ key: String) -> LineTrouble {
        LineTrouble(
            Phrase(da: "\"\(key)\" peger på en anden fil.", en: "\"\(key)\" points to another file."),
            key == "programme" || key == "file"
                ? Phrase(
                    da: "Skriv vilkårene selv på linjen, som et objekt {…}.",
                    en: "Write the terms themselves on the line, as an object {…}.")
                : Phrase(
                    da: "Skriv planen selv på linjen: \"goal\", \"wishes\", \"purpose\", \"item\".",
                    en: "Write the plan itself on the line: \"goal\", \"wishes\", \"purpose\", \"item\"."))
    }
}

// Rows of a table, and lines of both kinds.
extension LineTrouble {
    /// The line is not in the encoding of the lines before it.
    static let encoding = LineTrouble(
        Phrase(
            da: "Linjen er ikke skrevet i samme tegnsæt som linjerne før den.",
            en: "The line is not written in the encoding of the lines before it."),
        Phrase(da: "Gem filen igen som UTF-8.", en: "Save the file again as UTF-8."))

    /// The first line of a table does not name its columns.
    static func headerMissing(known: [String]) -> LineTrouble {
        let header = known.joined(separator: ";")
        return LineTrouble(
            Phrase(da: "Den første linje nævner ikke kolonnerne.", en: "The first line does not name the columns."),
            Phrase(da: "Begynd med: \(header)", en: "Begin with: \(header)"))
    }

    /// The header lacks columns, or a row lacks values.
    static func missing(_ names: [String]) -> LineTrouble {
        let list = names.joined(separator: ", ")
        return LineTrouble(
            Phrase(da: "Der mangler: \(list).", en: "Missing: \(list)."),
            Phrase(da: "Udfyld det.", en: "Fill it in."))
    }

    /// The header names an unknown column.
    static func columnUnknown(_ column: String, known: [String]) -> LineTrouble {
        let shown = name(column)
        return LineTrouble(
            Phrase(da: "Kolonnen \(shown) kendes ikke.", en: "The column \(shown) is not known."),
            meant(nearest(to: column, in: known), known))
    }

    /// The header names a column twice.
    static func columnDoubled(_ column: String) -> LineTrouble {
        LineTrouble(
            Phrase(da: "Kolonnen \(column) står der to gange.", en: "The column \(column) is there twice."),
            Phrase(da: "Fjern den ene.", en: "Remove one of them."))
    }

    /// The row has more or fewer fields than the header.
    static func fieldCount(_ found: Int, expected: Int) -> LineTrouble {
        LineTrouble(
            Phrase(
                da: "Linjen har \(found) felter, overskriften \(expected).",
                en: "The line has \(found) fields, the header \(expected)."),
            Phrase(
                da: "Sæt felter, der rummer skilletegnet, i anførselstegn.",
                en: "Put fields that hold the separator in quotation marks."))
    }

    /// A quotation mark is not closed, or text follows a closing one.
    static let quotation = LineTrouble(
        Phrase(
            da: "Et anførselstegn er ikke afsluttet på linjen, eller der står tekst efter det.",
            en: "A quotation mark is not closed on the line, or text follows it."),
        Phrase(
            da: "Luk det, og skriv et anførselstegn inde i teksten som to.",
            en: "Close it, and write a quotation mark within the text as two."))

    /// The value cannot be read and may be someone's own words in the wrong place.
    /// - Parameter known: the words that belong there, if they are few.
    static func unreadable(_ parameter: String, oneOf known: [String] = []) -> LineTrouble {
        LineTrouble(
            Phrase(
                da: "\(parameter): Værdien kan ikke læses. Den vises ikke, da den kan være nogens egne ord.",
                en: "\(parameter): The value cannot be read. It is not shown, as it may be someone's own words."),
            known.isEmpty
                ? Phrase(
                    da: "Se efter, om felterne på linjen er byttet om.",
                    en: "See whether the fields of the line have changed places.")
                : meant(nil, known))
    }

    /// A word of a line, shown only if it cannot be someone's own.
    private static func word(_ text: String, of known: [String]) -> String {
        harmless(LineArguments.mayBeWords(text, oneOf: known) ? "•••" : text)
    }

    /// A typed name; text with a blank in it is not a name.
    private static func name(_ text: String) -> String {
        harmless(text.contains(where: \.isWhitespace) ? "•••" : text)
    }

    private static func meant(_ nearest: String?, _ known: [String]) -> Phrase {
        if let nearest { return Phrase(da: "Mente du \(nearest)?", en: "Did you mean \(nearest)?") }
        let list = known.joined(separator: ", ")
        return Phrase(da: "Det kan være: \(list).", en: "It can be: \(list).")
    }
}

extension LineTrouble.Expected {
    fileprivate var phrase: Phrase {
        switch self {
        case .text: Phrase(da: "en tekst i anførselstegn", en: "a text in quotation marks")
        case .textOrNumber: Phrase(da: "et tal eller en tekst", en: "a number or a text")
        case .truth: Phrase(da: "true eller false", en: "true or false")
        case .list:
            Phrase(
                da: "en liste, enten af tekster \"område:beløb:tekst\" eller af objekter {…}",
                en: "a list, either of texts \"area:amount:text\" or of objects {…}")
        case .object: Phrase(da: "et objekt {…}", en: "an object {…}")
        }
    }
}
