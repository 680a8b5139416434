import MitBudget

/// The words of a line that may be references of vouchers.
enum ExtractWords {
    /// The most words of a line.
    private static let most = 50

    /// The voucher of its own column, and the words of the texts that may be references. A voucher column with more
    /// than a reference counts as a text.
    static func vouchers(
        _ fields: SeparatedFields, _ heading: ExtractHeading
    ) -> (voucher: VoucherReference?, words: [VoucherReference]) {
        var words: [VoucherReference] = []
        var voucher: VoucherReference?
        if let place = heading.place(.voucher) {
            let text = fields.text(place)
            if !PersonalNumber.isSuspected(in: text) { voucher = try? VoucherReference(text.composed) }
            if voucher == nil { add(fields.slice(place), to: &words) }
        }
        for place in heading.places[.text] ?? [] { add(fields.slice(place), to: &words) }
        return (voucher, words)
    }

    /// Adds the words of a text that have a digit and at least three characters. Shorter ones are too likely to be a
    /// number of things.
    private static func add(_ text: ArraySlice<UInt8>, to words: inout [VoucherReference]) {
        var place = text.startIndex
        while place < text.endIndex, words.count < most {
            guard isOfReference(text[place]) else {
                // A no-break blank has two bytes.
                place += text[place] == 0xC2 ? 2 : 1
                continue
            }
            var (start, hasDigit) = (place, false)
            while place < text.endIndex, isOfReference(text[place]) {
                hasDigit = hasDigit || isDigit(text[place])
                place += 1
            }
            var end = place
            while start < end, isSign(text[start]) { start += 1 }
            while start < end, isSign(text[end - 1]) { end -= 1 }
            guard hasDigit, (3...80).contains(end - start) else { continue }
            let word = String(decoding: text[start..<end], as: UTF8.self)
            if let reference = try? VoucherReference(word.composed) { words.append(reference) }
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
    }

    /// Whether a byte may belong to a reference. The bytes of letters beyond ASCII may; 0xC2 begins none of them, but a
    /// no-break blank.
    private static func isOfReference(_ byte: UInt8) -> Bool {
        isDigit(byte) || isSign(byte) || byte >= 0x80 && byte != 0xC2
            || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}
