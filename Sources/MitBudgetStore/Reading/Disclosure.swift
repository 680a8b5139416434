import JSON
public import MitBudget
import SQLite

/// Everything that the ledger holds on a citizen.
public struct Disclosure: Sendable {
    /// The citizen's state and money.
    public let account: ParticipantAccount
    /// The items of approved plans.
    public let items: [ItemAccount]
    /// Every entry on the citizen, with its texts.
    public let entries: [Entry]

    /// An entry and its texts.
    public struct Entry: Sendable {
        /// The entry, with texts as seals.
        public let line: JournalLine
        /// Its texts, in the order of the body's keys.
        public let texts: [Words]
    }

    /// A text of an entry.
    public struct Words: Equatable, Sendable {
        /// The key that it stands under in the body: `payee`, `goal` …
        public let key: String
        /// The item of a plan that it describes, if any.
        public let item: Item?
        /// The text; `nil` once erased.
        public let text: String?
    }

    /// An item of a version of a plan.
    public struct Item: Equatable, Sendable {
        /// The item's number.
        public let number: Int64
        /// The area that the item belongs to.
        public let area: Area
        /// The amount that the version gives the item.
        public let amount: Amount

        init?(_ body: JSON) {
            guard case .integer(let number)? = body["item"], case .string(let area)? = body["area"],
                case .integer(let ore)? = body["amountOre"], let area = try? Area(area),
                let amount = Amount(ore: ore)
            else { return nil }
            self.number = number
            self.area = area
            self.amount = amount
        }
    }
}

extension Ledger {
    /// Reads everything that the ledger holds on a citizen. The caller first records that it is read.
    /// - Throws: ``LedgerFailure``.
    public func disclosure(of reference: ParticipantReference) throws(LedgerFailure) -> Disclosure {
        try reading { () throws(LedgerFailure) in
            let (account, items) = (try participant(reference), try items(of: reference))
            var lines: [JournalLine] = []
            try journal(JournalFilter(from: nil, through: nil, participant: reference, kind: nil)) { lines.append($0) }
            let entries = try LedgerFailure.database { () throws(SQLiteFailure) in
                var entries: [Disclosure.Entry] = []
                for line in lines { entries.append(Disclosure.Entry(line: line, texts: try texts(of: line.body))) }
                return entries
            }
            return Disclosure(account: account, items: items, entries: entries)
        }
    }

    /// Every text that a body seals, the items' among them.
    private func texts(of body: JSON) throws(SQLiteFailure) -> [Disclosure.Words] {
        guard case .object(let members) = body else { return [] }
        let item = Disclosure.Item(body)
        var texts: [Disclosure.Words] = []
        for member in members {
            if case .integer(let words)? = member.value["words"], case .string? = member.value["seal"] {
                let text = try connection.first("SELECT text FROM words WHERE id = ?", words, as: String?.self) ?? nil
                texts.append(Disclosure.Words(key: member.key, item: member.key == "text" ? item : nil, text: text))
            } else if case .array(let elements) = member.value {
                for element in elements { texts += try self.texts(of: element) }
            }
        }
        return texts
    }
}
