public import JSON
public import MitBudget
public import Phrases

// A text that was corrected is shown as it should read, and what stood there before beside it.

extension EntryText {
    /// The text as shown: as corrected last, with the entries that corrected it and what stood there before each. It
    /// says where a text is erased.
    public var shown: Phrase {
        guard let latest else { return .erased }
        guard !corrections.isEmpty else { return Phrase(verbatim: latest) }
        let before = corrections.reversed().map { correction in
            let text = Phrase.kept(correction.words?.before)
            return Phrase(
                da: "rettet i nr.\u{A0}\(correction.entry); før: \(text)",
                en: "corrected in no.\u{A0}\(correction.entry); before: \(text)")
        }
        let all = Phrase.joined(before, by: "; ")
        return Phrase(da: "\(latest) (\(all))", en: "\(latest) (\(all))")
    }
}

extension EntryText.Correction {
    /// The correction as JSON; its texts are left out where they are not shown.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("entry", entry), .init("field", place.field.rawValue),
            .init(key: "item", value: place.item.map { .integer(Int64($0.value)) } ?? .null), .init("day", day.iso),
            .init("recordedAt", recordedAt.iso), .init("staff", staff.text),
        ]
        if let words {
            members += [.init("before", words.before), .init("text", words.text), .init("reason", words.reason)]
        }
        return .object(members)
    }
}

extension Sequence<EntryText> {
    /// The member `corrections` of a JSON object that shows texts as they should read; none where no text was
    /// corrected.
    public var corrections: [JSON.Member] {
        let all = flatMap(\.corrections).sorted { $0.entry < $1.entry }
        return all.isEmpty ? [] : [.init(key: "corrections", value: .array(all.map(\.json)))]
    }
}

extension TextField {
    /// What the text is called in each language.
    public var names: [String] {
        let noun =
            switch self {
            case .name: Phrase(da: "navn", en: "name")
            case .caseNumber: Phrase(da: "sag", en: "case")
            case .payee: Phrase(da: "betalingsmodtager", en: "payee")
            case .note: Phrase(da: "note", en: "note")
            case .reason: Phrase(da: "begrundelse", en: "reason")
            case .goal: Phrase(da: "mål", en: "goal")
            case .wishes: Phrase(da: "ønsker", en: "wishes")
            case .purpose: Phrase(da: "formål", en: "purpose")
            case .item: Phrase(da: "punkt", en: "item")
            }
        return Language.allCases.map { noun[$0] }
    }

    /// `navnet`, `the name` …
    public var phrase: Phrase {
        switch self {
        case .name: Phrase(da: "navnet", en: "the name")
        case .caseNumber: Phrase(da: "sagsnummeret", en: "the case number")
        case .payee: Phrase(da: "betalingsmodtageren", en: "the payee")
        case .note: Phrase(da: "noten", en: "the note")
        case .reason: Phrase(da: "begrundelsen", en: "the reason")
        case .goal: Phrase(da: "målet", en: "the goal")
        case .wishes: Phrase(da: "ønskerne", en: "the wishes")
        case .purpose: Phrase(da: "formålet", en: "the purpose")
        case .item: Phrase(da: "teksten til et punkt", en: "the text of an item")
        }
    }
}

extension TextPlace {
    /// `navnet`, `teksten til punkt 2` …
    public var phrase: Phrase {
        item.map { Phrase(da: "teksten til punkt \($0)", en: "the text of item \($0)") } ?? field.phrase
    }

    /// `--field name`, `--field item --item 2` …
    var typed: String { "--field \(field.rawValue)" + (item.map { " --item \($0.value)" } ?? "") }
}

extension Phrase {
    /// A text that may be erased.
    fileprivate static func kept(_ text: String?) -> Phrase { text.map { Phrase(verbatim: $0) } ?? .erased }
}
