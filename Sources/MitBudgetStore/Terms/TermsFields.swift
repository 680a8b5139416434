import JSON
import MitBudget

extension Fields {
    /// Names in both languages.
    mutating func title(_ key: String) throws(FileFault) -> Programme.Title {
        var titles = try object(key)
        let title = Programme.Title(danish: try titles.text("da"), english: try titles.text("en"))
        try titles.finish()
        return title
    }

    /// Posts with their budgets: a member each.
    mutating func posts(_ key: String) throws(FileFault) -> [Programme.Post] {
        var posts: [Programme.Post] = []
        for post in try objectMembers(key) {
            let path = place(key) + "." + post.key
            let name = try at(path) { () throws(Malformed) in try PostName(post.key.composed) }
            posts.append(Programme.Post(name: name, budget: try Self.amount(post.value, at: path)))
        }
        return posts
    }

    /// The forms of a noun; `nil` where the key is missing.
    mutating func nouns(_ key: String, forms: Int) throws(FileFault) -> [String]? {
        guard isGiven(key) else { return nil }
        let count = try array(key).count
        guard count == forms else { throw .wrongCount(path: place(key), expected: forms, found: count) }
        return try list(key) { text throws(Malformed) in
            guard Label.isPlain(text), !text.contains(":") else { throw .label(text) }
            return text
        }
    }

    /// A list of texts, each composed and then read by itself.
    mutating func list<Element>(
        _ key: String, _ read: (String) throws(Malformed) -> Element
    ) throws(FileFault) -> [Element] {
        var list: [Element] = []
        for (index, element) in try array(key).enumerated() {
            let path = place("\(key)[\(index)]")
            let text = try Self.string(element, at: path, expected: .string).composed
            list.append(try at(path) { () throws(Malformed) in try read(text) })
        }
        return list
    }

    mutating func text(_ key: String) throws(FileFault) -> Text {
        try meaning(key) { string throws(Malformed) in
            let text = try Text(string)
            guard !text.isBlank else { throw .blank }
            return text
        }
    }

    mutating func amount(_ key: String) throws(FileFault) -> Amount {
        try Self.amount(required(key), at: place(key))
    }

    /// Reads an amount: a decimal text, or whole kroner as a number. Programs round numbers with decimals.
    static func amount(_ json: JSON, at path: String) throws(FileFault) -> Amount {
        let text: String
        if case .integer(let kroner) = json {
            text = String(kroner)
        } else {
            text = try string(json, at: path, expected: .amount)
        }
        do {
            return try Amount(decimal: text)
        } catch {
            throw .malformed(path: path, error)
        }
    }

    mutating func optionalAmount(_ key: String) throws(FileFault) -> Amount? {
        guard let json = optional(key) else { return nil }
        return try Self.amount(json, at: place(key))
    }

    mutating func optionalInteger(_ key: String) throws(FileFault) -> Int64? {
        guard let json = optional(key) else { return nil }
        return try Self.integer(json, at: place(key))
    }

    mutating func optionalTruth(_ key: String) throws(FileFault) -> Bool? {
        guard let json = optional(key) else { return nil }
        guard case .bool(let truth) = json else { throw .wrongType(path: place(key), expected: .truth) }
        return truth
    }

    mutating func optionalDay(_ key: String) throws(FileFault) -> Day? {
        guard let json = optional(key) else { return nil }
        let text = try Self.string(json, at: place(key), expected: .day)
        return try at(place(key)) { () throws(Malformed) in try Day(iso: text) }
    }
}
