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
        open(key)
        object(members)
    }

    /// Appends a member that holds a whole number, or null.
    mutating func member(_ key: StaticString, _ number: Int?) {
        open(key)
        if let number { JSON.write(Int64(number), to: &self) } else { append(contentsOf: "null".utf8) }
    }

    /// Appends a member that holds true or false.
    mutating func member(_ key: StaticString, _ isTrue: Bool) {
        open(key)
        append(contentsOf: isTrue ? "true".utf8 : "false".utf8)
    }

    /// Appends a member that holds text, or null.
    mutating func member(_ key: StaticString, _ text: String?) {
        open(key)
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
        open(key)
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
        open(key)
        guard let day else { return append(contentsOf: "null".utf8) }
        append(UInt8(ascii: "\""))
        day.append(to: &self)
        append(UInt8(ascii: "\""))
    }

    /// Appends a member that holds a time.
    mutating func member(_ key: StaticString, _ moment: Moment) {
        open(key)
        append(UInt8(ascii: "\""))
        moment.append(to: &self)
        append(UInt8(ascii: "\""))
    }

    /// Appends a key, and the comma before it if necessary.
    private mutating func open(_ key: StaticString) {
        // Only the beginning of an object ends in this bracket: a text ends in a quotation mark.
        if last != UInt8(ascii: "{") { append(UInt8(ascii: ",")) }
        append(UInt8(ascii: "\""))
        append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        append(UInt8(ascii: "\""))
        append(UInt8(ascii: ":"))
    }
}
