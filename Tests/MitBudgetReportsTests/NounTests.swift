import MitBudget
import Phrases
import Testing

@testable import MitBudgetReports

@Suite("Nouns")
struct NounTests {
    @Test("Without a programme it is citizens")
    func standard() {
        #expect(Noun.anyOne.phrase == Phrase(da: "en borger", en: "a participant"))
        #expect(Noun.theOne.genitive.capital.phrase == Phrase(da: "Borgerens", en: "The participant's"))
        #expect(Noun.theMany.genitive.phrase == Phrase(da: "borgernes", en: "the participants'"))
        #expect(Count.recipients(1).phrase == Phrase(da: "1 borger", en: "1 participant"))
        #expect(Count.recipients(15).phrase == Phrase(da: "15 borgere", en: "15 participants"))
    }

    @Test("A neuter word takes et, hvert and intet, which its definite form tells")
    func neuter() throws {
        try Vocabulary(OtherProgramme.initiatives()).speak { () throws(Never) in
            #expect(Noun.anyOne.phrase == Phrase(da: "et initiativ", en: "an initiative"))
            #expect(Noun.eachOne.phrase == Phrase(da: "hvert initiativ", en: "each initiative"))
            #expect(Noun.noOne.capital.phrase == Phrase(da: "Intet initiativ", en: "No initiative"))
            #expect(Noun.theOne.genitive.phrase == Phrase(da: "initiativets", en: "the initiative's"))
            #expect(Noun.many.genitive.phrase == Phrase(da: "initiativers", en: "initiatives'"))
            #expect(Count.recipients(13).phrase == Phrase(da: "13 initiativer", en: "13 initiatives"))
        }
    }

    @Test("A word that ends in s takes an apostrophe in the Danish genitive")
    func genitive() throws {
        try Vocabulary(OtherProgramme.efforts()).speak { () throws(Never) in
            #expect(Noun.one.genitive.phrase == Phrase(da: "indsats'", en: "effort's"))
            #expect(Noun.theOne.genitive.phrase == Phrase(da: "indsatsens", en: "the effort's"))
            #expect(Noun.anyOne.phrase == Phrase(da: "en indsats", en: "an effort"))
            #expect(Noun.theMany.genitive.capital.phrase == Phrase(da: "Indsatsernes", en: "The efforts'"))
        }
    }

    @Test("Recipients that no terms name are called that")
    func unnamed() throws {
        try Vocabulary(OtherProgramme.postsOnly()).speak { () throws(Never) in
            #expect(Noun.many.phrase == Phrase(da: "modtagere", en: "recipients"))
        }
    }

    @Test(
        "The Danish article follows the definite form",
        arguments: [
            ("initiativet", true), ("huset", true), ("værtshuset", true), ("projektet", true), ("foreningen", false),
            ("indsatsen", false), ("borgeren", false), ("familien", false),
        ])
    func gender(theOne: String, isNeuter: Bool) {
        #expect(Grammar.isNeuter(theOne: theOne) == isNeuter)
    }

    @Test(
        "The Danish genitive takes s, or an apostrophe after s, x and z",
        arguments: [
            ("forening", "forenings"), ("indsats", "indsats'"), ("hus", "hus'"), ("linux", "linux'"),
            ("quiz", "quiz'"), ("PLUS", "PLUS'"), ("enhed", "enheds"),
        ])
    func danishGenitive(word: String, genitive: String) {
        #expect(Grammar.danishGenitive(word) == genitive)
    }

    @Test(
        "The English genitive takes 's, or an apostrophe after the s of a plural",
        arguments: [
            ("initiative", false, "initiative's"), ("initiatives", true, "initiatives'"), ("people", true, "people's"),
            ("business", false, "business's"), ("businesses", true, "businesses'"),
        ])
    func englishGenitive(word: String, isPlural: Bool, genitive: String) {
        #expect(Grammar.englishGenitive(word, isPlural: isPlural) == genitive)
    }

    @Test(
        "The English article follows the sound",
        arguments: [
            ("initiative", "an"), ("effort", "an"), ("association", "an"), ("organisation", "an"), ("house", "a"),
            ("unit", "a"), ("user", "a"), ("hour", "an"), ("participant", "a"), ("umbrella", "an"), ("European", "a"),
        ])
    func article(word: String, article: String) {
        #expect(Grammar.englishArticle(before: word) == article)
    }
}

@Suite("Vocabulary")
struct VocabularyTests {
    @Test("Codes are called what the terms call them")
    func labels() throws {
        let area = try Area("unge")
        #expect(area.phrase == Phrase(verbatim: "unge"))
        #expect(PostName.citizens.phrase == Phrase(da: "borgere", en: "citizens"))
        try Vocabulary(OtherProgramme.initiatives()).speak { () throws(Never) in
            #expect(area.phrase == Phrase(da: "Flere unge i job", en: "More young people in work"))
            #expect(PostName.citizens.phrase == Phrase(da: "initiativer", en: "initiatives"))
        }
    }

    @Test("What is adopted holds for the rest of the work, and nowhere else")
    func adoption() throws {
        let (initiatives, efforts) = try (OtherProgramme.initiatives(), OtherProgramme.efforts())
        Vocabulary.standard.speak { () throws(Never) in
            #expect(Noun.one.phrase[.danish] == "borger")
            Vocabulary(initiatives).adopt()
            #expect(Noun.one.phrase[.danish] == "initiativ")
            Vocabulary(efforts).speak { () throws(Never) in #expect(Noun.one.phrase[.danish] == "indsats") }
            #expect(Noun.one.phrase[.danish] == "initiativ")
        }
        Vocabulary(efforts).adopt()
        #expect(Noun.one.phrase[.danish] == "borger")
    }

    @Test("What was typed in several words for a code is not repeated, since it may be someone's own words")
    func echoes() throws {
        let words = "Anna fra Aabenraa"
        let refusals: [Refusal] = try [
            .planIncomplete(.area(Area(words), known: [Area("job")])), .resultUnknown(ResultCode(words), known: []),
            .resultUnknown(ResultCode(words), known: [ResultCode("reached")]),
            .postUnknown(PostName(words), known: [PostName("project")]),
        ]
        for refusal in refusals {
            for language in Language.allCases {
                #expect(!refusal.explanation.message[language].contains("Anna"))
                #expect(!refusal.explanation.next[language].contains("Anna"))
            }
        }
        let single = try Refusal.resultUnknown(ResultCode("happy"), known: [ResultCode("reached")]).explanation
        #expect(single.message[.danish].contains("happy") && single.next[.danish].contains("reached (mål nået)"))
    }
}
