import Arguments
import JSON
import MitBudget
import MitBudgetReports
import MitBudgetStore
import Phrases

extension FileFault {
    /// What is wrong with a file, where, and how to fix it.
    /// - Parameter file: the file's name, harmless to show.
    func explanation(in file: String) -> Explanation {
        switch self {
        case .json(let failure): Self.explain(failure, in: file)
        case .unknownKey(let path, let known):
            Explanation(
                message: Phrase(
                    da: "\(file): nøglen \(harmless(path)) kendes ikke.",
                    en: "\(file): the key \(harmless(path)) is not known."),
                next: Self.didYouMean(path, known))
        case .missingKey(let path):
            Explanation(
                message: Phrase(da: "\(file): \(path) mangler.", en: "\(file): \(path) is missing."),
                next: Phrase(
                    da: "Tilføj nøglen; se håndbogen for formatet.", en: "Add the key; the handbook shows the format."))
        case .wrongType(let path, let expected):
            Explanation(
                message: path.isEmpty
                    ? Phrase(
                        da: "\(file) skal indeholde \(expected.phrase).", en: "\(file) must hold \(expected.phrase).")
                    : Phrase(
                        da: "\(file): \(harmless(path)) skal være \(expected.phrase).",
                        en: "\(file): \(harmless(path)) must be \(expected.phrase)."),
                next: Phrase(da: "Ret værdien.", en: "Correct the value."))
        case .malformed(let path, let malformed): Self.explain(malformed, at: path, in: file)
        case .doubledItem(let path, let item):
            Explanation(
                message: Phrase(
                    da: "\(file): \(path): punkt \(item) står der to gange.",
                    en: "\(file): \(path): item \(item) is named twice."),
                next: Phrase(da: "Nævn hvert punkt én gang.", en: "Name each item once."))
        case .programme(let fault):
            Explanation(
                message: Phrase(
                    da: "\(file): \(fault.explanation(quoting: harmless).message)",
                    en: "\(file): \(fault.explanation(quoting: harmless).message)"),
                next: fault.explanation(quoting: harmless).next)
        case .wrongCount(let path, let expected, let found):
            Explanation(
                message: Phrase(
                    da: "\(file): \(harmless(path)) har \(found) led, men skal have \(expected).",
                    en: "\(file): \(harmless(path)) has \(found) elements, but must have \(expected)."),
                next: expected == 4
                    ? Phrase(
                        da: """
                            Skriv ordets fire former: en, den, flere, de, fx ["hus", "huset", "huse", "husene"]
                            """,
                        en: "Write the word's four forms in Danish: [\"hus\", \"huset\", \"huse\", \"husene\"]")
                    : Phrase(
                        da: "Skriv ordets to former: en og flere, fx [\"house\", \"houses\"]",
                        en: "Write the word's two forms: one and many, such as [\"house\", \"houses\"]"))
        case .notOneOf(let path, let one, let other, hasBoth: false):
            Explanation(
                message: Phrase(
                    da: "\(file): \(harmless(path)) har hverken \(one) eller \(other).",
                    en: "\(file): \(harmless(path)) has neither \(one) nor \(other)."),
                next: Phrase(da: "Tilføj den ene af dem.", en: "Add one of them."))
        case .notOneOf(let path, let one, let other, hasBoth: true):
            Explanation(
                message: Phrase(
                    da: "\(file): \(harmless(path)) har både \(one) og \(other).",
                    en: "\(file): \(harmless(path)) has both \(one) and \(other)."),
                next: Phrase(da: "Behold den ene af dem.", en: "Keep one of them."))
        case .notAllowed(let path, let known):
            Explanation(
                message: Phrase(
                    da: "\(file): værdien af \(harmless(path)) kendes ikke.",
                    en: "\(file): the value of \(harmless(path)) is not known."),
                next: Phrase(
                    da: "Det kan være: \(Self.quoted(known)).", en: "It can be: \(Self.quoted(known))."))
        case .tooLarge(let limit):
            Explanation(
                message: Phrase(
                    da: "\(file) er større end \(limit / 1_048_576) MiB.",
                    en: "\(file) is larger than \(limit / 1_048_576) MiB."),
                next: Phrase(da: "Kontrollér, at det er den rigtige fil.", en: "Check that it is the right file."))
        }
    }

    private static func explain(_ malformed: Malformed, at path: String, in file: String) -> Explanation {
        let explanation = malformed.explanation(quoting: harmless)
        return Explanation(
            message: Phrase(
                da: "\(file): \(harmless(path)): \(explanation.message)",
                en: "\(file): \(harmless(path)): \(explanation.message)"),
            next: writtenInFiles(malformed) ?? explanation.next)
    }

    /// How files write a value, for values that a command line also takes in other forms.
    private static func writtenInFiles(_ malformed: Malformed) -> Phrase? {
        switch malformed {
        case .amount(_, .form):
            Phrase(
                da: "Skriv beløbet i anførselstegn, \"35000.00\", eller som hele kroner, 35000.",
                en: "Write the amount in quotation marks, \"35000.00\", or as whole kroner, 35000.")
        case .day: Phrase(da: "Skriv dagen som \"2023-02-01\".", en: "Write the day as \"2023-02-01\".")
        case .amount, .participant, .staff, .role, .account, .voucher, .once, .post, .programme, .area, .result,
            .prefix, .label, .figure, .proof, .number, .kind, .anchor, .character, .blank:
            nil
        }
    }

    private static func didYouMean(_ path: String, _ known: [String]) -> Phrase {
        let key = path.split(separator: ".").last.map(String.init) ?? path
        if let nearest = nearest(to: key, in: known) {
            return Phrase(da: "Mente du \(nearest)?", en: "Did you mean \(nearest)?")
        }
        let list = known.joined(separator: ", ")
        return Phrase(da: "Nøglerne er: \(list).", en: "The keys are: \(list).")
    }

    /// Values as they stand in JSON.
    private static func quoted(_ values: [String]) -> String {
        values.map { JSON.string($0).compact }.joined(separator: ", ")
    }

    private static func explain(_ failure: JSONFailure, in file: String) -> Explanation {
        let place = Phrase(
            da: "linje \(failure.line), tegn \(failure.column)", en: "line \(failure.line), character \(failure.column)"
        )
        return Explanation(
            message: Phrase(
                da: "\(file) er ikke gyldig JSON (\(place)): \(failure.reason.phrase)",
                en: "\(file) is not valid JSON (\(place)): \(failure.reason.phrase)"),
            next: Phrase(da: "Ret filen på det sted.", en: "Correct the file at that place."))
    }
}

extension JSONFailure.Reason {
    var phrase: Phrase {
        switch self {
        case .unexpectedEnd: Phrase(da: "den slutter midt i noget.", en: "it ends in the middle of something.")
        case .unexpected(let scalar):
            Phrase(
                da: "\(harmless(String(scalar))) passer ikke ind her.",
                en: "\(harmless(String(scalar))) does not fit here.")
        case .doubledKey(let key):
            Phrase(da: "nøglen \(harmless(key)) står der to gange.", en: "the key \(harmless(key)) is given twice.")
        case .notUTF8: Phrase(da: "teksten er ikke UTF-8.", en: "the text is not UTF-8.")
        case .number: Phrase(da: "tallet er ikke skrevet som i JSON.", en: "the number is not written as in JSON.")
        case .escape:
            Phrase(da: "tegnet efter \\ kan ikke stå der.", en: "no character can be written that way after \\.")
        case .controlCharacter:
            Phrase(da: "et styretegn står i en tekst.", en: "a text holds a control character.")
        case .tooDeep: Phrase(da: "den er indlejret for dybt.", en: "it is nested too deeply.")
        case .trailing: Phrase(da: "der står mere efter slutningen.", en: "there is more after the end.")
        }
    }
}

extension FileFault.Expected {
    fileprivate var phrase: Phrase {
        switch self {
        case .object: Phrase(da: "et objekt {…}", en: "an object {…}")
        case .array: Phrase(da: "en liste […]", en: "an array […]")
        case .string: Phrase(da: "en tekst i anførselstegn", en: "a text in quotation marks")
        case .amount:
            Phrase(
                da: "et beløb i anførselstegn, \"35000.00\", eller hele kroner",
                en: "an amount in quotation marks, \"35000.00\", or whole kroner")
        case .wholeNumber: Phrase(da: "et helt tal", en: "a whole number")
        case .truth: Phrase(da: "true eller false", en: "true or false")
        case .day: Phrase(da: "en dag i anførselstegn, \"2023-02-01\"", en: "a day in quotation marks, \"2023-02-01\"")
        }
    }
}
