import Testing

/// A statement from the sqlite3 shell, and what its abort must say: a rule's id, or the name of the table.
struct Trespass: CustomTestStringConvertible {
    let name: String
    let message: String
    private(set) var sql: String
    /// For a movement, the row of the journal that would make it valid but for the rule.
    private(set) var entry: String?

    var testDescription: String { name }

    init(_ name: String, _ message: String, sql: String) {
        (self.name, self.message, self.sql, entry) = (name, message, sql, nil)
    }

    /// A raw movement with the columns that every movement has, and the others that are given.
    init(
        _ name: String, _ message: String, _ kind: String = "disbursement", participant: String? = "B01",
        item: String = "1", post: String? = "citizens", amount: String = "100", day: String? = "2023-02-10",
        entry: Int? = 27, and more: [String: String] = [:], verb: String = "INSERT"
    ) {
        func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "NULL" }
        let further = more.sorted { $0.key < $1.key }
        let columns = ["entry", "kind", "participant", "item", "post", "amount_ore", "day"] + further.map(\.key)
        let values =
            [entry.map(String.init) ?? "NULL", quoted(kind), quoted(participant), item, quoted(post), amount]
            + [quoted(day)] + further.map(\.value)
        let (names, row) = (columns.joined(separator: ", "), values.joined(separator: ", "))
        (self.name, self.message) = (name, message)
        sql = "\(verb) INTO movement (\(names)) VALUES (\(row));"
        self.entry = """
            INSERT INTO journal VALUES (27, '2025-06-30T12:00:00Z', 'sofie', \(quoted(kind)), \
            \(quoted(day ?? "2023-02-10")), '{}', '\(Self.hash)');
            """
    }

    /// An expense, a receipt or a correction of one, which has neither citizen nor item.
    static func general(
        _ name: String, _ message: String, _ kind: String, post: String? = "project", amount: String,
        and more: [String: String] = [:]
    ) -> Trespass {
        Trespass(name, message, kind, participant: nil, item: "NULL", post: post, amount: amount, and: more)
    }

    /// A reversal of B01's disbursement in entry 13, except for the columns that are given.
    static func reversal(
        _ name: String, _ message: String, of entry: Int = 13, _ kind: String = "disbursement",
        participant: String = "B01", item: String = "1", post: String = "citizens", amount: String = "450000"
    ) -> Trespass {
        Trespass(
            name, message, "reversal", participant: participant, item: item, post: post, amount: amount,
            and: ["refers_to": "\(entry)", "cancels": "'\(kind)'"])
    }

    /// The same on another day.
    func onDay(_ day: String) -> Trespass {
        replacing("'2023-02-10'", with: "'\(day)'")
    }

    /// The same with neither citizen nor item nor post.
    var general: Trespass {
        replacing("'B01', 1, 'citizens'", with: "NULL, NULL, NULL")
    }

    private func replacing(_ part: String, with other: String) -> Trespass {
        var changed = self
        changed.sql = sql.replacing(part, with: other)
        changed.entry = entry?.replacing(part, with: other)
        return changed
    }

    static let hash = String(repeating: "a", count: 64)
    /// What follows the number in a row of the journal.
    static let row = "'2025-06-30T12:00:00Z', 'sofie', 'words-read', '2025-06-30', '{}', '\(hash)'"
}
