/// Damages JSON so that most of it stays JSON: removes, doubles and swaps tokens, or replaces them by difficult ones.
enum Tokens {
    private static let signs = Set("{}[]:,".utf8)
    private static let blanks = Set(" \t\r\n".utf8)

    /// Values at and beyond the limits of what a reader can hold.
    private static let hard: [String] =
        [
            "null", "true", "{}", "[]", "\"\"", "0", "-0", "-1", "1e400", "0.1", "1E-9", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808", "2147483648", "1000000000", "999999999999999999999999",
            "\"92233720368547758.07\"", "\"92233720368547758.08\"", "\"0.00\"", "\"0.01\"", "\"-0.01\"", "\"1e3\"",
            "\"50000.00\"", "\"952000.00\"", "\"1,00\"", "\"0x10\"", "\"2022-12-01\"", "\"2024-12-31\"",
            "\"2023-02-29\"", "\"9999-12-31\"", "\"0000-00-00\"", "\"1000-01-01\"", "\"\\u0000\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\"\\uD83D\\uDE00\"", "\"\\u202e\"", "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\"", "\"å\"",
            "\"a\u{30A}\"", "\"\u{FEFF}\"", "\"010180-1234\"", "\"citizens\"", "\"job\"", "\"housing\"", "\"Å\"",
            "\"\u{212B}\"", "\"lån\"", "\"la\u{30A}n\"",
            "{\"a\":1,\"a\":2}", "[1,]", "NaN", "Infinity", "'a'", "/**/", "\u{FEFF}", "\"goal\"", "\"items\"",
        ] + [1, 31, 32, 40, 41, 60, 61, 4000, 4001].map { "\"" + String(repeating: "x", count: $0) + "\"" }

    /// Applies one to three changes to the tokens of a text.
    static func damaged(_ text: String, borrowing from: [String], by chance: inout Chance) -> [UInt8] {
        var tokens = split(text)
        let foreign = from.flatMap(split)
        for _ in 0...chance.below(3) { damage(&tokens, foreign, by: &chance) }
        return Array(tokens.joined())
    }

    private static func damage(_ tokens: inout [[UInt8]], _ foreign: [[UInt8]], by chance: inout Chance) {
        guard !tokens.isEmpty else { return tokens.append(Array(chance.pick(hard).utf8)) }
        let place = chance.below(tokens.count)
        let span = place..<min(tokens.count, place + 1 + chance.below(8))
        switch chance.below(10) {
        case 0, 1, 2: replace(&tokens, chance.pick(hard), near: place)
        case 3: tokens.remove(at: place)
        case 4: tokens.swapAt(place, chance.below(tokens.count))
        case 5: tokens.insert(contentsOf: tokens[span], at: place)
        case 6: tokens.insert(chance.pick(foreign), at: place)
        case 7: tokens[place] = chance.pick(tokens)
        case 8: digits(&tokens[place], by: &chance)
        default:
            guard chance.oneIn(8) else { return tokens.insert(Array(chance.pick(hard).utf8), at: place) }
            // Deep enough to exhaust the stack of a recursive reader.
            let depth = chance.pick([100, 500, 5000, 200_000])
            tokens.insert(Array(String(repeating: chance.pick(["[", "{\"a\":"]), count: depth).utf8), at: place)
        }
    }

    /// Replaces the nearest value, so that the text more often stays JSON.
    private static func replace(_ tokens: inout [[UInt8]], _ value: String, near place: Int) {
        let index = tokens[place...].firstIndex { token in token.first.map { !signs.contains($0) } ?? false } ?? place
        tokens[index] = Array(value.utf8)
    }

    /// Changes a digit.
    private static func digits(_ token: inout [UInt8], by chance: inout Chance) {
        let places = token.indices.filter { (0x30...0x39).contains(token[$0]) }
        guard !places.isEmpty else { return }
        token[chance.pick(places)] = 0x30 + UInt8(chance.below(10))
    }

    /// The tokens of a text, without the blanks between them.
    static func split(_ text: String) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while let first = rest.first {
            if blanks.contains(first) {
                rest.removeFirst()
            } else if signs.contains(first) {
                tokens.append([rest.removeFirst()])
            } else if first == 0x22 {
                tokens.append(string(&rest))
            } else {
                let word = rest.prefix { !signs.contains($0) && !blanks.contains($0) && $0 != 0x22 }
                tokens.append(Array(word))
                rest = rest.dropFirst(word.count)
            }
        }
        return tokens
    }

    private static func string(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var token = [rest.removeFirst()]
        while let byte = rest.popFirst() {
            token.append(byte)
            if byte == 0x22 { break }
            if byte == 0x5C, let escaped = rest.popFirst() { token.append(escaped) }
        }
        return token
    }
}
