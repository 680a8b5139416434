import JSON
public import MitBudget

/// The plan file: what `plan draft --file` reads.
public enum PlanFile {
    /// The size of the largest plan file that is read, in bytes.
    public static let limit = 4 << 20

    /// Reads a plan. A missing text is no fault here: rule `plan-incomplete` names it.
    /// - Parameter today: the day of agreement if the file names none.
    /// - Throws: ``FileFault``, naming the key.
    public static func read(_ bytes: [UInt8], today: Day) throws(FileFault) -> PlanProposal {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        var fields = try Fields(JSON.reading(bytes), at: "")
        let agreedOn = try fields.optionalDay("agreedOn") ?? today
        let goal = try fields.wording("goal")
        let wishes = try fields.wording("wishes")
        let purpose = try fields.wording("purpose")
        var items: [PlanProposal.Item] = []
        var kept: Set<ItemNumber> = []
        let elements: [JSON] = try fields.optional("items") == nil ? [] : fields.array("items")
        for (index, element) in elements.enumerated() {
            let item = try item(element, at: "items[\(index)]")
            if let number = item.keeps, !kept.insert(number).inserted {
                throw .doubledItem(path: "items[\(index)].item", number)
            }
            items.append(item)
        }
        try fields.finish()
        return PlanProposal(agreedOn: agreedOn, goal: goal, wishes: wishes, purpose: purpose, items: items)
    }

    /// Whether the file is readable and names the day of agreement.
    public static func namesDay(_ bytes: [UInt8]) -> Bool {
        guard let json = try? JSON.reading(bytes), var fields = try? Fields(json, at: "") else { return false }
        return fields.isGiven("agreedOn")
    }

    private static func item(_ json: JSON, at path: String) throws(FileFault) -> PlanProposal.Item {
        var fields = try Fields(json, at: path)
        var keeps: ItemNumber?
        if let number = try fields.optionalInteger("item") {
            guard let narrow = Int(exactly: number), let item = ItemNumber(narrow) else {
                throw .malformed(path: fields.place("item"), .number(String(number)))
            }
            keeps = item
        }
        let area = try fields.meaning("area") { text throws(Malformed) in try Area(text.composed) }
        let amount = try fields.amount("amount")
        let text = try fields.text("text")
        try fields.finish()
        return PlanProposal.Item(keeps: keeps, area: area, amount: amount, text: .text(text))
    }
}

extension Fields {
    /// A free text; `nil` if it is missing.
    fileprivate mutating func wording(_ key: String) throws(FileFault) -> Wording? {
        guard let json = optional(key) else { return nil }
        let string = try Self.string(json, at: place(key), expected: .string)
        return .text(try at(place(key)) { () throws(Malformed) in try Text(string) })
    }
}
