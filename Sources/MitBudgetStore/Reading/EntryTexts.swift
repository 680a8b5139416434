import JSON
public import MitBudget
import SQLite

extension JournalLine {
    /// The citizen whom the entry names; `nil` where it names none. Its texts are that citizen's.
    public var participant: ParticipantReference? {
        guard case .string(let text)? = body["participant"] else { return nil }
        return try? ParticipantReference(text)
    }

    /// Whether the entry has texts, erased or not.
    public var hasTexts: Bool { !Self.seals(of: body).isEmpty }

    /// Every text that a body seals, the items' among them.
    fileprivate static func seals(of body: JSON) -> [(key: String, item: EntryText.Item?, words: Int64)] {
        guard case .object(let members) = body else { return [] }
        var seals: [(key: String, item: EntryText.Item?, words: Int64)] = []
        for member in members {
            if case .integer(let words)? = member.value["words"], case .string? = member.value["seal"] {
                seals.append((member.key, member.key == EntryText.itemKey ? EntryText.Item(body) : nil, words))
            } else if case .array(let elements) = member.value {
                for element in elements { seals += self.seals(of: element) }
            }
        }
        return seals
    }
}

extension Ledger {
    /// The texts of an entry, in the order of its body's keys. Before the caller reads a citizen's texts, it records
    /// why.
    /// - Throws: ``LedgerFailure``.
    public func texts(of line: JournalLine) throws(LedgerFailure) -> [EntryText] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            var texts: [EntryText] = []
            for (key, item, words) in JournalLine.seals(of: line.body) {
                let text = try connection.first("SELECT text FROM words WHERE id = ?", words, as: String?.self) ?? nil
                texts.append(EntryText(key: key, item: item, text: text))
            }
            return texts
        }
    }
}

extension EntryText.Item {
    fileprivate init?(_ body: JSON) {
        guard case .integer(let number)? = body["item"], case .string(let area)? = body["area"],
            case .integer(let ore)? = body["amountOre"], let area = try? Area(area), let amount = Amount(ore: ore)
        else { return nil }
        self.init(number: number, area: area, amount: amount)
    }
}
