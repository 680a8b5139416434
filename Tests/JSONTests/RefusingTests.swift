import JSON
import Testing

/// A text that is not acceptable, and where and why.
struct Refused: CustomTestStringConvertible, Sendable {
    let bytes: [UInt8]
    let failure: JSONFailure

    init(_ text: String, _ line: Int, _ column: Int, _ reason: JSONFailure.Reason) {
        self.init(Array(text.utf8), line, column, reason)
    }

    init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ reason: JSONFailure.Reason) {
        self.bytes = bytes
        failure = JSONFailure(line: line, column: column, reason: reason)
    }

    /// A string that holds some bytes between two letters.
    init(inString bytes: [UInt8]) {
        self.init([0x22, 0x61] + bytes + [0x62, 0x22], 1, 3, .notUTF8)
    }

    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }

    static let structures = [
        Refused("", 1, 1, .unexpectedEnd),
        Refused(" ", 1, 2, .unexpectedEnd),
        Refused("\n\n ", 3, 2, .unexpectedEnd),
        Refused("[", 1, 2, .unexpectedEnd),
        Refused("{", 1, 2, .unexpectedEnd),
        Refused("[1", 1, 3, .unexpectedEnd),
        Refused("[1,", 1, 4, .unexpectedEnd),
        Refused("[1,]", 1, 4, .unexpected("]")),
        Refused("[,1]", 1, 2, .unexpected(",")),
        Refused("[1,,2]", 1, 4, .unexpected(",")),
        Refused("[1 true]", 1, 4, .unexpected("t")),
        Refused("[1:2]", 1, 3, .unexpected(":")),
        Refused("[3[4]]", 1, 3, .unexpected("[")),
        Refused("[1}", 1, 3, .unexpected("}")),
        Refused("]", 1, 1, .unexpected("]")),
        Refused("*", 1, 1, .unexpected("*")),
        Refused("é", 1, 1, .unexpected("é")),
        Refused("[\u{1f4a9}]", 1, 2, .unexpected("\u{1f4a9}")),
        Refused("[\u{a0}]", 1, 2, .unexpected("\u{a0}")),
        Refused("[\u{2060}]", 1, 2, .unexpected("\u{2060}")),
        Refused("[\u{c}]", 1, 2, .unexpected("\u{c}")),
        Refused("[\u{0}]", 1, 2, .unexpected("\u{0}")),
        Refused("['a']", 1, 2, .unexpected("'")),
        Refused("[a", 1, 2, .unexpected("a")),
        Refused("// no\n1", 1, 1, .unexpected("/")),
        Refused("{,}", 1, 2, .unexpected(",")),
        Refused("{\"a\"", 1, 5, .unexpectedEnd),
        Refused("{\"a\":", 1, 6, .unexpectedEnd),
        Refused("{\"a\"}", 1, 5, .unexpected("}")),
        Refused("{\"a\":}", 1, 6, .unexpected("}")),
        Refused("{\"a\" \"b\"}", 1, 6, .unexpected("\"")),
        Refused("{\"a\"::1}", 1, 6, .unexpected(":")),
        Refused("{\"a\",1}", 1, 5, .unexpected(",")),
        Refused("{\"a\":1,}", 1, 8, .unexpected("}")),
        Refused("{\"a\":1", 1, 7, .unexpectedEnd),
        Refused("{\"a\":1]", 1, 7, .unexpected("]")),
        Refused("{\"a\":1 \"b\":2}", 1, 8, .unexpected("\"")),
        Refused("{a:1}", 1, 2, .unexpected("a")),
        Refused("{1:1}", 1, 2, .unexpected("1")),
        Refused("{null:1}", 1, 2, .unexpected("n")),
        Refused("{[]:1}", 1, 2, .unexpected("[")),
        Refused("{} {}", 1, 4, .trailing),
        Refused("1]", 1, 2, .trailing),
        Refused("1 2", 1, 3, .trailing),
        Refused("null\u{0}", 1, 5, .trailing),
        Refused("[] // no", 1, 4, .trailing),
        Refused("{}\u{feff}", 1, 3, .trailing),
        Refused("\"\"x", 1, 3, .trailing),
        Refused("nul", 1, 4, .unexpectedEnd),
        Refused("nulL", 1, 4, .unexpected("L")),
        Refused("True", 1, 1, .unexpected("T")),
        Refused("[fals]", 1, 6, .unexpected("]")),
        Refused("truetrue", 1, 5, .trailing),
    ]

    static let numbers = [
        Refused("01", 1, 1, .number),
        Refused("-01", 1, 1, .number),
        Refused("[00]", 1, 2, .number),
        Refused("-", 1, 1, .number),
        Refused("[-]", 1, 2, .number),
        Refused("--1", 1, 1, .number),
        Refused("- 1", 1, 1, .number),
        Refused("-.5", 1, 1, .number),
        Refused("-Infinity", 1, 1, .number),
        Refused("1.", 1, 1, .number),
        Refused("[1.]", 1, 2, .number),
        Refused("2.e3", 1, 1, .number),
        Refused("1e", 1, 1, .number),
        Refused("1e+", 1, 1, .number),
        Refused("0E-]", 1, 1, .number),
        Refused("+1", 1, 1, .unexpected("+")),
        Refused(".5", 1, 1, .unexpected(".")),
        Refused("NaN", 1, 1, .unexpected("N")),
        Refused("Infinity", 1, 1, .unexpected("I")),
        Refused("0x1", 1, 2, .trailing),
        Refused("[1e1.5]", 1, 5, .unexpected(".")),
        Refused("[1.2.3]", 1, 5, .unexpected(".")),
        Refused("[1_000]", 1, 3, .unexpected("_")),
        Refused("[1+2]", 1, 3, .unexpected("+")),
        Refused("[1a]", 1, 3, .unexpected("a")),
        Refused("[１]", 1, 2, .unexpected("１")),
    ]

    static let strings = [
        Refused("\"", 1, 2, .unexpectedEnd),
        Refused("\"abc", 1, 5, .unexpectedEnd),
        Refused("\"æ\n\"", 1, 3, .controlCharacter("\n")),
        Refused("\"\t\"", 1, 2, .controlCharacter("\t")),
        Refused("\"\u{0}\"", 1, 2, .controlCharacter("\u{0}")),
        Refused("\"\u{1f}\"", 1, 2, .controlCharacter("\u{1f}")),
        Refused("{\"a\nb\":1}", 1, 4, .controlCharacter("\n")),
        Refused(#""\"#, 1, 3, .unexpectedEnd),
        Refused(#""\""#, 1, 4, .unexpectedEnd),
        Refused(#""\u"#, 1, 4, .unexpectedEnd),
        Refused(#""\u12"#, 1, 6, .unexpectedEnd),
        Refused(#""\x00""#, 1, 2, .escape),
        Refused(#""\a""#, 1, 2, .escape),
        Refused(#""\'""#, 1, 2, .escape),
        Refused(#""\N""#, 1, 2, .escape),
        Refused(#""\é""#, 1, 2, .escape),
        Refused("\"\\\u{0}\"", 1, 2, .escape),
        Refused(#""\U0041""#, 1, 2, .escape),
        Refused(#""\u12""#, 1, 2, .escape),
        Refused(#""\u12g4""#, 1, 2, .escape),
        Refused(#""\u+123""#, 1, 2, .escape),
        Refused(#""\u{41}""#, 1, 2, .escape),
        Refused(#""\u004１""#, 1, 2, .escape),
        Refused(#""ab\ud800""#, 1, 4, .escape),
        Refused(#""\ud800x""#, 1, 2, .escape),
        Refused(#""\ud800\n""#, 1, 2, .escape),
        Refused(#""\ud800\u0041""#, 1, 2, .escape),
        Refused(#""\ud800\ud800\udc00""#, 1, 2, .escape),
        Refused(#""\udc00""#, 1, 2, .escape),
        Refused(#""\udc00\ud800""#, 1, 2, .escape),
    ]

    static let malformedUTF8 = [
        Refused(inString: [0x80]),
        Refused(inString: [0xFF]),
        Refused(inString: [0xE5]),
        Refused(inString: [0xC3]),
        Refused(inString: [0xC0, 0x80]),
        Refused(inString: [0xC1, 0xBF]),
        Refused(inString: [0xE0, 0x80, 0xAF]),
        Refused(inString: [0xE2, 0x82]),
        Refused(inString: [0xED, 0xA0, 0x80]),
        Refused(inString: [0xED, 0xBF, 0xBF]),
        Refused(inString: [0xF0, 0x80, 0x80, 0xAF]),
        Refused(inString: [0xF0, 0x9F, 0x98]),
        Refused(inString: [0xF4, 0x90, 0x80, 0x80]),
        Refused(inString: [0xF5, 0x80, 0x80, 0x80]),
        Refused(inString: [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF]),
        Refused([0x5B, 0xFF, 0x5D], 1, 2, .notUTF8),
        Refused([0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00], 1, 1, .notUTF8),
        Refused([0xEF, 0xBB], 1, 1, .notUTF8),
        Refused([0x20, 0x0A, 0xC3, 0xA6, 0x78, 0xC3], 2, 3, .notUTF8),
    ]

    static let places = [
        Refused("{\n  \"mål\": \"bøger\",\n  \"æ\" 1\n}", 3, 7, .unexpected("1")),
        Refused("[1,\r\n 2,\r\n x]", 3, 2, .unexpected("x")),
        Refused("[\"\u{1f469}\u{200d}\u{1f467}\", x]", 1, 9, .unexpected("x")),
        Refused("{\"a\":1,\n\"b\":2,\n \"a\":3}", 3, 2, .doubledKey("a")),
        Refused("{\"b\":1,\"a\":2,\"b\":3}", 1, 14, .doubledKey("b")),
        Refused("{\"a\":1,\"\\u0061\":1}", 1, 8, .doubledKey("a")),
        Refused("{\"\":1,\"\":1}", 1, 7, .doubledKey("")),
        Refused("[{\"x\":{\"a\":1,\"b\":1,\"a\":1}}]", 1, 20, .doubledKey("a")),
    ]
}

@Suite struct RefusingTests {
    @Test(
        "is refused at its place and for its reason",
        arguments: Refused.structures + Refused.numbers + Refused.strings + Refused.malformedUTF8 + Refused.places)
    func refuses(_ refused: Refused) {
        #expect(throws: refused.failure) { try JSON(parsing: refused.bytes) }
    }

    @Test(
        "nesting is bounded, whatever the bracket",
        arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")])
    func boundsNesting(opening: String, closing: String) throws {
        let perPiece = opening.count { $0 == "[" || $0 == "{" }
        let pieces = JSON.depthLimit / perPiece
        let deepest = JSON.depthLimit - pieces * perPiece
        let fitting = String(repeating: "[", count: deepest) + String(repeating: opening, count: pieces)
        let ending = String(repeating: closing, count: pieces) + String(repeating: "]", count: deepest)
        #expect(throws: Never.self) { try JSON(parsing: fitting + "1" + ending) }
        #expect(throws: JSONFailure(line: 1, column: fitting.count + 1, reason: .tooDeep)) {
            try JSON(parsing: fitting + "[]" + ending)
        }
    }

    @Test func `a hundred thousand opening brackets are refused at the first one too many`() {
        let failure = JSONFailure(line: 1, column: JSON.depthLimit + 1, reason: .tooDeep)
        #expect(throws: failure) { try JSON(parsing: String(repeating: "[", count: 100_000)) }
        #expect(throws: JSONFailure(line: 1, column: JSON.depthLimit * 5 + 1, reason: .tooDeep)) {
            try JSON(parsing: String(repeating: "{\"a\":", count: 100_000))
        }
    }

    @Test func `siblings do not count as depth`() throws {
        let siblings = Array(repeating: JSON.array([["a": []]]), count: 1_000)
        #expect(try JSON(parsing: JSON.array(siblings).compact) == .array(siblings))
    }

    @Test func `a key doubled after thousands is found`() {
        let keys = (0..<5_000).map { "\"key \($0)\":0" }
        let line = "{" + keys.joined(separator: ",") + ",\n\"key 7\":1}"
        #expect(throws: JSONFailure(line: 2, column: 1, reason: .doubledKey("key 7"))) { try JSON(parsing: line) }
    }
}
