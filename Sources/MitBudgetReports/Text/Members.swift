import JSON
import MitBudget

/// Writes the members of a JSON object as bytes, so that a long report is never held as a value.
extension [UInt8] {
    /// Appends an object whose members `members` appends.
    mutating func object(_ members: (inout [UInt8]) -> Void) {
        append(UInt8(ascii: "{"))
        members(&self)
        append(UInt8(ascii: "}"))
    }

    /// Appends a member that holds an object whose members `members` appends.
    mutating func member(_ key: StaticString, _ members: (inout [UInt8]) -> Void) {
        JSON.begin(key, in: &self)
        object(members)
    }

    /// Appends a member that holds a whole number, or null.
    mutating func member(_ key: StaticString, _ number: Int?) {
        JSON.begin(key, in: &self)
        if let number { JSON.write(Int64(number), to: &self) } else { append(contentsOf: "null".utf8) }
    }

    /// Appends a member that holds true or false.
    mutating func member(_ key: StaticString, _ isTrue: Bool) {
        JSON.begin(key, in: &self)
        append(contentsOf: isTrue ? "true".utf8 : "false".utf8)
    }

    /// Appends a member that holds text, or null.
    mutating func member(_ key: StaticString, _ text: String?) {
        JSON.begin(key, in: &self)
        if let text { JSON.write(text, to: &self) } else { append(contentsOf: "null".utf8) }
    }

    /// Appends a member that holds an amount in øre, or null.
    mutating func member(_ key: StaticString, _ amount: Amount?) {
        member(key, amount.map { Int($0.ore) })
    }

    /// Appends a member for each amount, in øre.
    mutating func members(_ amounts: KeyValuePairs<StaticString, Amount>) {
        for (key, amount) in amounts { member(key, amount) }
    }

    /// Appends a member that holds whole numbers.
    mutating func member(_ key: StaticString, _ numbers: some Sequence<Int64>) {
        JSON.begin(key, in: &self)
        append(UInt8(ascii: "["))
        for number in numbers {
            if last != UInt8(ascii: "[") { append(UInt8(ascii: ",")) }
            JSON.write(number, to: &self)
        }
        append(UInt8(ascii: "]"))
    }

    /// Appends a member that holds an entry's number.
    mutating func member(_ key: StaticString, _ entry: EntryNumber) {
        member(key, Int(entry.value))
    }

    /// Appends a member that holds a day, or null.
    mutating func member(_ key: StaticString, _ day: Day?) {
        JSON.begin(key, in: &self)
        guard let day else { return append(contentsOf: "null".utf8) }
        append(UInt8(ascii: "\""))
        day.append(to: &self)
        append(UInt8(ascii: "\""))
    }

    /// Appends a member that holds a time.
    mutating func member(_ key: StaticString, _ moment: Moment) {
        JSON.begin(key, in: &self)
        append(UInt8(ascii: "\""))
        moment.append(to: &self)
        append(UInt8(ascii: "\""))
    }
}
