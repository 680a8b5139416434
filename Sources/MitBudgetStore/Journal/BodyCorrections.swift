import MitBudget

// The bodies of entries that correct texts. Members are written and read in order of key.
extension Body {
    static func write(_ correction: TextCorrection, to writer: inout BodyWriter) {
        writer.add("entry", correction.entry)
        writer.add("field", correction.place.field.rawValue)
        if let item = correction.place.item { writer.add("item", item) }
        writer.add("of", correction.of.rawValue)
        if let citizen = correction.participant { writer.add("participant", citizen) }
        writer.add("reason", correction.reason)
        if let staff = correction.staff { writer.add("staff", staff) }
        writer.add("text", correction.text)
    }

    static func correction(_ body: inout BodyReader) throws(BodyReader.NotAsWritten) -> TextCorrection {
        let entry = try body.entry("entry")
        let field: TextField = try body.code("field")
        let item = try body.isNext("item") ? try body.item() : nil
        let kind: EntryKind = try body.code("of")
        let citizen = try body.isNext("participant") ? try body.participant() : nil
        let reason = try body.seal("reason")
        let staff = try body.isNext("staff") ? try body.staff("staff") : nil
        guard let place = TextPlace(field, item: item) else { throw BodyReader.NotAsWritten() }
        return TextCorrection(
            entry: entry, of: kind, place: place, participant: citizen, staff: staff, text: try body.seal("text"),
            reason: reason)
    }
}
