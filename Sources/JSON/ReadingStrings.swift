extension Reader {
    /// Reads a string from its opening to its closing quotation mark. Copies a string without escapes in one step.
    mutating func string() throws(JSONFailure) -> String {
        position += 1
        var text = ""
        while true {
            let run = plainRun()
            guard let byte = peek() else { throw unexpected() }
            text += run
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return text
            case UInt8(ascii: "\\"):
                text.unicodeScalars.append(try escaped())
            default:
                throw failure(.controlCharacter(Unicode.Scalar(byte)), at: position)
            }
        }
    }

    /// The text up to the next quotation mark, backslash, control character or the end.
    private mutating func plainRun() -> String {
        let first = position
        while let byte = peek(), byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            position += 1
        }
        return text(from: first)
    }

    private mutating func escaped() throws(JSONFailure) -> Unicode.Scalar {
        let backslash = position
        position += 1
        guard let letter = peek() else { throw unexpected() }
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar(escapedAt: backslash)
        default: throw failure(.escape, at: backslash)
        }
    }

    /// Reads the digits after `\u`, and the second half of a surrogate pair where they are its first half.
    private mutating func scalar(escapedAt backslash: Int) throws(JSONFailure) -> Unicode.Scalar {
        let unit = try fourHexDigits(escapedAt: backslash)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw failure(.escape, at: backslash)
        }
        let trail = try fourHexDigits(escapedAt: backslash)
        guard UTF16.isTrailSurrogate(trail) else { throw failure(.escape, at: backslash) }
        return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    }

    private mutating func fourHexDigits(escapedAt backslash: Int) throws(JSONFailure) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = peek() else { throw unexpected() }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(.escape, at: backslash)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
