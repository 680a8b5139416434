public import JSON
public import MitBudget
public import Phrases

extension EntryText {
    /// What the text is called, by its key: `Betalingsmodtager`, `Payee` …
    public var label: Phrase {
        switch key {
        case "name": Phrase(da: "Navn", en: "Name")
        case "case": Phrase(da: "Sag", en: "Case")
        case "goal": Phrase(da: "Mål", en: "Goal")
        case "wishes": Phrase(da: "Ønsker", en: "Wishes")
        case "purpose": Phrase(da: "Formål", en: "Purpose")
        case "payee": Phrase(da: "Betalingsmodtager", en: "Payee")
        case "note": Phrase(da: "Note", en: "Note")
        case "reason": Phrase(da: "Begrundelse", en: "Reason")
        case "override": Phrase(da: "Gik forud, fordi", en: "Overridden because")
        case Self.itemKey:
            item.map {
                Phrase(
                    da: "Punkt \(Int($0.number)), \($0.area), \($0.amount)",
                    en: "Item \(Int($0.number)), \($0.area), \($0.amount)")
            } ?? Phrase(da: "Rettet tekst", en: "Corrected text")
        default: Phrase(verbatim: key)
        }
    }

    /// The text as it was first written, with its key and what corrected it, as a member of a list.
    public var json: JSON {
        var members: [JSON.Member] = [.init(key: "key", value: .string(key))]
        if let item { members.append(.init(key: "item", value: .integer(item.number))) }
        members.append(.init(key: "text", value: value))
        return .object(members + [self].corrections)
    }

    fileprivate var value: JSON { text.map { .string($0) } ?? .null }

    /// Whether it describes an item of a plan.
    var isOfItem: Bool { item != nil }

    /// What stands for an erased text in the list of them: its key, or the item that it describes.
    fileprivate var name: String { item.map { "item \($0.number)" } ?? key }
}

extension [EntryText] {
    /// The texts in the order in which they are asked for, and not in that of their keys; a plan's items come last.
    public func ordered(as kind: EntryKind) -> [EntryText] {
        let keys = kind.textKeys
        func place(_ text: EntryText) -> Int { keys.firstIndex { Exactly($0) == Exactly(text.key) } ?? keys.count }
        return enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    }

    /// The texts of an entry as an object: a member for each text that its kind may have, `null` where it has none or
    /// none any more; `items` where it has items; and `erased`, the names of those that are erased, where any are.
    public func json(of kind: EntryKind) -> JSON {
        var members = kind.textKeys.map { key in
            JSON.Member(key: key, value: first { Exactly($0.key) == Exactly(key) }?.value ?? .null)
        }
        let items = filter(\.isOfItem).map { text -> JSON in
            ["item": text.item.map { .integer($0.number) } ?? .null, "text": text.value]
        }
        if kind == .planDrafted { members.append(.init(key: "items", value: .array(items))) }
        let erased = ordered(as: kind).filter { $0.text == nil }.map { JSON.string($0.name) }
        if !erased.isEmpty { members.append(.init(key: "erased", value: .array(erased))) }
        return .object(members)
    }
}
