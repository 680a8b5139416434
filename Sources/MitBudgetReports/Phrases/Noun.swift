import MitBudget
public import Phrases

/// The word for whom the money goes to, in one of its forms: `borgeren`, `initiativets`, `an initiative`. The programme
/// names it; see ``Vocabulary``.
///
/// Danish gender and genitive, and the English article, follow from the forms that the terms give.
public struct Noun: Sendable {
    private let form: Form
    private var isGenitive = false
    private var isCapital = false

    private enum Form: Sendable { case one, anyOne, theOne, eachOne, noOne, many, theMany }

    private init(_ form: Form) {
        self.form = form
    }

    /// `borger`, `participant`.
    public static let one = Noun(.one)
    /// `en borger`, `a participant`.
    public static let anyOne = Noun(.anyOne)
    /// `borgeren`, `the participant`.
    public static let theOne = Noun(.theOne)
    /// `hver borger`, `each participant`.
    public static let eachOne = Noun(.eachOne)
    /// `ingen borger`, `no participant`.
    public static let noOne = Noun(.noOne)
    /// `borgere`, `participants`.
    public static let many = Noun(.many)
    /// `borgerne`, `the participants`.
    public static let theMany = Noun(.theMany)

    /// `borgerens`, `the participant's`.
    public var genitive: Noun {
        var noun = self
        noun.isGenitive = true
        return noun
    }

    /// `Borgeren`, `The participant`: at the beginning of a sentence.
    public var capital: Noun {
        var noun = self
        noun.isCapital = true
        return noun
    }

    /// The word in both languages.
    public var phrase: Phrase { Phrase(da: "\(self)", en: "\(self)") }

    /// The word in a language.
    func text(in language: Language) -> String {
        let recipient = Vocabulary.current.recipient
        let text =
            switch language {
            case .danish: isGenitive ? Grammar.danishGenitive(form(of: recipient.danish)) : form(of: recipient.danish)
            case .english:
                isGenitive
                    ? Grammar.englishGenitive(form(of: recipient.english), isPlural: isPlural)
                    : form(of: recipient.english)
            }
        return isCapital ? text.prefix(1).uppercased() + text.dropFirst() : text
    }

    private var isPlural: Bool {
        switch form {
        case .many, .theMany: true
        case .one, .anyOne, .theOne, .eachOne, .noOne: false
        }
    }

    private func form(of noun: Programme.DanishNoun) -> String {
        let isNeuter = Grammar.isNeuter(theOne: noun.theOne)
        return switch form {
        case .one: noun.one
        case .anyOne: (isNeuter ? "et " : "en ") + noun.one
        case .theOne: noun.theOne
        case .eachOne: (isNeuter ? "hvert " : "hver ") + noun.one
        case .noOne: (isNeuter ? "intet " : "ingen ") + noun.one
        case .many: noun.many
        case .theMany: noun.theMany
        }
    }

    private func form(of noun: Programme.EnglishNoun) -> String {
        switch form {
        case .one: noun.one
        case .anyOne: Grammar.englishArticle(before: noun.one) + " " + noun.one
        case .theOne: "the " + noun.one
        case .eachOne: "each " + noun.one
        case .noOne: "no " + noun.one
        case .many: noun.many
        case .theMany: "the " + noun.many
        }
    }
}

/// The rules by which words that the terms give are put into a sentence.
enum Grammar {
    /// Whether a Danish noun is neuter (`et`), which its definite form tells: `initiativet`, and not `foreningen`.
    static func isNeuter(theOne: String) -> Bool {
        theOne.hasSuffix("t")
    }

    /// `borgerens`; after s, x and z an apostrophe: `indsats'`.
    static func danishGenitive(_ word: String) -> String {
        switch word.last {
        case "s", "x", "z", "S", "X", "Z": word + "'"
        default: word + "s"
        }
    }

    /// `the participant's`; after the s of a plural only an apostrophe: `the participants'`.
    static func englishGenitive(_ word: String, isPlural: Bool) -> String {
        isPlural && word.hasSuffix("s") ? word + "'" : word + "'s"
    }

    /// `a` or `an`, by the sound that the spelling tells: `an initiative`, `a unit`.
    static func englishArticle(before word: String) -> String {
        let word = word.lowercased()
        if ["uni", "use", "usu", "uti", "eu", "one", "once"].contains(where: word.hasPrefix) { return "a" }
        if ["hour", "heir", "honest", "honour", "honor"].contains(where: word.hasPrefix) { return "an" }
        return "aeiou".contains(word.prefix(1)) && !word.isEmpty ? "an" : "a"
    }
}

extension Sentence.StringInterpolation {
    /// Adds the word for whom the money goes to: `borgeren`, `the participant`.
    public mutating func appendInterpolation(_ noun: Noun) {
        appendLiteral(noun.text(in: Speech.language))
    }
}
