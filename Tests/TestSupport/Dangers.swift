/// The characters that output must never hold, whatever the input: those that control a terminal or mislead a reader.
package enum Dangers {
    /// The first such character and some of the text before it; `nil` where there is none.
    /// - Parameter allowingReturns: whether a line may end in CRLF, as in CSV.
    package static func first(in text: String, allowingReturns: Bool = false) -> String? {
        // A fast check that nearly all texts pass.
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 >= 0x7F }) else { return nil }
        var before = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if previous == "\r", scalar != "\n" { return "a bare return after \(String(before).suffix(40))" }
            // The text report separates its pages with this.
            let isPage = scalar == "\u{C}" && previous == "\n"
            if isDangerous(scalar), !isPage, !(scalar == "\r" && allowingReturns) {
                return "U+\(String(scalar.value, radix: 16, uppercase: true)) after \(String(before).suffix(40))"
            }
            before.append(scalar)
            previous = scalar
        }
        return nil
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
