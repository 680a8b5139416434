/// The names that the terms give to codes. Text and pages show them, and whoever types a value may use either.
public enum Label {
    /// The most characters of a label.
    public static let most = 100

    /// Nothing that no one sees, and no blank but the usual one: two labels that look alike would then be two.
    static let spelling = Spelling(most: most) { scalar in
        !Text.misleads(scalar)
            && (scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace)
    }

    /// How the code of an area or a result is spelt.
    static let codeSpelling = Spelling(most: 32) { scalar in
        Letters.isLower(scalar) || Letters.isDigit(scalar) || scalar == "-" || scalar == "_"
            || scalar.properties.isAlphabetic
    }

    /// Whether a text can be a label, or a post's name.
    public static func isPlain(_ text: String) -> Bool {
        spelling.fault(in: text) == nil && text.unicodeScalars.first?.properties.isWhitespace == false
            && text.unicodeScalars.last?.properties.isWhitespace == false
    }

    /// What labels are compared by: composed, and whatever their case.
    static func key(_ text: String) -> Exactly { Exactly(text.composed.lowercased()) }

    /// A number that is the same for texts with the same ``key(_:)``; `nil` for a text with letters beyond Latin-1,
    /// whose case may change in other ways.
    static func sum(_ text: String) -> UInt64? {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for byte in text.utf8 {
            switch byte {
            // Latin-1's letters begin with 0xC3; their case differs by one bit of the second byte, which is left out.
            case 0xC3: continue
            case 0x80...0xBF: sum ^= UInt64(byte | 0x20)
            case 0xC0...: return nil
            default: sum ^= UInt64(byte | 0x20)
            }
            sum &*= 1_099_511_628_211
        }
        return sum
    }
}
