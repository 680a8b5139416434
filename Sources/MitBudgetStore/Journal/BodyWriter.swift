import JSON
import MitBudget

/// Writes the bytes of a body in their only form: an object on one line, keys in order, absent members left out. The
/// caller adds members in order of key; the writer itself puts the key of `--once`, which any body may have, in its
/// place.
struct BodyWriter {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]
    private var once: OnceKey?

    init(once: OnceKey?) {
        self.once = once
        bytes.reserveCapacity(512)
    }

    /// Ends the object.
    mutating func finish() {
        addOnce()
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func add(_ key: StaticString, _ number: Int64) {
        begin(key)
        JSON.write(number, to: &bytes)
    }

    mutating func add(_ key: StaticString, _ text: String) {
        begin(key)
        JSON.write(text, to: &bytes)
    }

    mutating func add(_ key: StaticString, _ day: Day) { add(key, day.iso) }
    mutating func add(_ key: StaticString, _ reference: some Verbatim) { add(key, reference.text) }
    mutating func add(_ key: StaticString, _ voucher: VoucherReference) { add(key, voucher.text) }
    mutating func add(_ key: StaticString, _ entry: EntryNumber) { add(key, entry.value) }
    mutating func add(_ key: StaticString, _ item: ItemNumber) { add(key, Int64(item.value)) }
    mutating func add(_ key: StaticString, _ amount: Amount) { add(key, amount.ore) }
    mutating func add(_ key: StaticString, _ citizen: ParticipantReference) { add(key, citizen.text) }

    /// Adds a seal. An unsealed text is left out, since it would stand in the journal for ever.
    mutating func add(_ key: StaticString, _ wording: Wording?) {
        guard case .seal(let seal)? = wording else { return }
        begin(key)
        bytes += "{\"seal\":".utf8
        JSON.write(seal.hash, to: &bytes)
        bytes += ",\"words\":".utf8
        JSON.write(seal.words, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func addTrue(_ key: StaticString) {
        begin(key)
        bytes += "true".utf8
    }

    mutating func add(_ key: StaticString, _ json: JSON) {
        begin(key)
        json.write(as: .canonical, to: &bytes)
    }

    /// Adds a list of objects, each with members in order of key.
    mutating func add<Element>(
        _ key: StaticString, _ elements: [Element], _ members: (Element, inout BodyWriter) -> Void
    ) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        var separator: UInt8?
        for element in elements {
            if let separator { bytes.append(separator) }
            separator = UInt8(ascii: ",")
            var object = BodyWriter(once: nil)
            members(element, &object)
            object.finish()
            bytes += object.bytes
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds a list of numbers.
    mutating func add(_ key: StaticString, _ numbers: [Int64]) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        for (index, number) in numbers.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            JSON.write(number, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Adds an object with members in order of key.
    mutating func add(_ key: StaticString, _ members: (inout BodyWriter) -> Void) {
        begin(key)
        var object = BodyWriter(once: nil)
        members(&object)
        object.finish()
        bytes += object.bytes
    }

    private mutating func begin(_ key: StaticString) {
        if once != nil, BodyKey.once.precedes(key) { addOnce() }
        JSON.begin(key, in: &bytes)
    }

    private mutating func addOnce() {
        guard let key = once else { return }
        once = nil
        add(BodyKey.once, key)
    }
}

/// The key that a body of any kind may have.
enum BodyKey {
    static let once: StaticString = "once"
}

extension StaticString {
    /// Whether this text sorts before another, by bytes.
    func precedes(_ other: StaticString) -> Bool {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
            .lexicographicallyPrecedes(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }
}
