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
        let seals = JournalLine.seals(of: line.body)
        guard !seals.isEmpty else { return [] }
        let corrections = try corrections(of: line.number, readsTexts: true)
        return try LedgerFailure.database { () throws(SQLiteFailure) in
            var texts: [EntryText] = []
            for (key, item, words) in seals {
                let text = try connection.first("SELECT text FROM words WHERE id = ?", words, as: String?.self) ?? nil
                texts.append(EntryText(key: key, item: item, text: text, from: corrections))
            }
            return texts
        }
    }

    /// The texts of the entry of that number, as ``texts(of:)`` reads them; none where there is no such entry.
    func texts(ofEntry number: Int64) throws(LedgerFailure) -> [EntryText] {
        let line = try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.first(
                "SELECT seq, recorded_at, actor, kind, day, body, hash FROM journal WHERE seq = ?", number,
                read: JournalLine.init)
        }
        return try line.map { line throws(LedgerFailure) in try texts(of: line) } ?? []
    }

    /// What corrected the texts of an entry, in order of recording.
    /// - Parameter readsTexts: whether the texts are read, too.
    func corrections(of number: Int64, readsTexts: Bool) throws(LedgerFailure) -> [EntryText.Correction] {
        try LedgerFailure.database { () throws(SQLiteFailure) in
            try connection.all(
                """
                SELECT c.entry, field, item, day, recorded_at, actor, new.text, why.text
                FROM correction AS c JOIN journal ON seq = c.entry
                LEFT JOIN words AS new ON new.id = text_words AND ?2
                LEFT JOIN words AS why ON why.id = reason_words AND ?2
                WHERE corrected = ?1 ORDER BY c.entry
                """,
                number, readsTexts ? 1 : 0
            ) { row throws(SQLiteFailure) in
                let item = try row.isNull(2) ? nil : try row.item(2)
                return EntryText.Correction(
                    entry: try row.entry(0),
                    place: try row.meaning(1) { TextField(rawValue: $0).flatMap { TextPlace($0, item: item) } },
                    day: try row.day(3), recordedAt: try row.moment(4), staff: try row.staff(5),
                    words: readsTexts
                        ? EntryText.Correction.Words(text: try row.textOrNull(6), reason: try row.textOrNull(7)) : nil)
            }
        }
    }

    /// A text of a recorded entry, with what corrected it. Before the caller reads texts on citizens, it records why.
    /// - Throws: ``LedgerFailure``.
    public func text(at place: TextPlace, of recorded: Recorded) throws(LedgerFailure) -> EntryText? {
        guard case .seal(let seal)? = recorded.entry.event.text(at: place) else { return nil }
        let corrections = try corrections(of: recorded.number.value, readsTexts: true)
        return EntryText(key: place.field.rawValue, item: nil, text: try text(of: seal), from: corrections)
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
