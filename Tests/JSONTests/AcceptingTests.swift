import JSON
import Testing

/// A text and what it means.
struct Accepted: CustomTestStringConvertible, Sendable {
    let text: String
    let value: JSON

    init(_ text: String, _ value: JSON) {
        self.text = text
        self.value = value
    }

    var testDescription: String { text }

    static let structures = [
        Accepted("[]", []),
        Accepted("{}", [:]),
        Accepted("[[]   ]", [[]]),
        Accepted(#"[""]"#, [""]),
        Accepted("[1\n]", [1]),
        Accepted(" [1] ", [1]),
        Accepted("\t\r\n[\t1\r\n,\n2 ]\n", [1, 2]),
        Accepted("[null, 1, \"1\", {}]", [.null, 1, "1", [:]]),
        Accepted("[1,null,null,null,2]", [1, .null, .null, .null, 2]),
        Accepted(#"{"":0}"#, ["": 0]),
        Accepted(#"{"a":"b"}"#, ["a": "b"]),
        Accepted(#"{"b":1,"a":2}"#, ["b": 1, "a": 2]),
        Accepted(#"{"a":{"a":{"a":[]}}}"#, ["a": ["a": ["a": []]]]),
        Accepted(#"{"a":1,"A":2}"#, ["a": 1, "A": 2]),
        Accepted(#"{"foo\u0000bar":42}"#, ["foo\u{0}bar": 42]),
        Accepted("{\n\"a\" : \"b\"\n}", ["a": "b"]),
        Accepted("null", .null),
        Accepted("true", true),
        Accepted("false", false),
        Accepted(#""asd""#, "asd"),
        Accepted(#""""#, ""),
    ]

    static let numbers = [
        Accepted("0", 0),
        Accepted("42", 42),
        Accepted("-1", -1),
        Accepted("-0", .number("-0")),
        Accepted("-0.0", .number("-0.0")),
        Accepted("0e1", .number("0e1")),
        Accepted("0e+1", .number("0e+1")),
        Accepted("1E22", .number("1E22")),
        Accepted("1E-2", .number("1E-2")),
        Accepted("1e+2", .number("1e+2")),
        Accepted("123.456e78", .number("123.456e78")),
        Accepted("1.000", .number("1.000")),
        Accepted("123e45", .number("123e45")),
        Accepted("0.4e00669999999999999999999999969999999006", .number("0.4e00669999999999999999999999969999999006")),
        Accepted("9223372036854775807", .integer(.max)),
        Accepted("9223372036854775808", .number("9223372036854775808")),
        Accepted("-9223372036854775808", .integer(.min)),
        Accepted("-9223372036854775809", .number("-9223372036854775809")),
        Accepted("100000000000000000000", .number("100000000000000000000")),
    ]

    static let strings = [
        Accepted(#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
        Accepted(#""\u0060\u012a\u12AB""#, "\u{60}\u{12a}\u{12ab}"),
        Accepted(#""\uD801\udc37""#, "\u{10437}"),
        Accepted(#""\ud83d\ude39\ud83d\udc8d""#, "\u{1f639}\u{1f48d}"),
        Accepted(#""\uDBFF\uDFFF""#, "\u{10ffff}"),
        Accepted(#""\uFFFF\uFFFE""#, "\u{ffff}\u{fffe}"),
        Accepted(#""\u0000""#, "\u{0}"),
        Accepted(#""\\u0000""#, #"\u0000"#),
        Accepted(#""a/*b*/c/*d//e""#, "a/*b*/c/*d//e"),
        Accepted("\"Bøger på ærøsk\"", "Bøger på ærøsk"),
        Accepted("\"\u{2028}\u{2029}\u{7f}\u{feff}\u{ffff}\"", "\u{2028}\u{2029}\u{7f}\u{feff}\u{ffff}"),
        Accepted("\"\u{1f4a9}\u{10ffff}\"", "\u{1f4a9}\u{10ffff}"),
        Accepted(#""e\u0301""#, "e\u{301}"),
        Accepted(#""før\nefter, og til sidst\t""#, "før\nefter, og til sidst\t"),
    ]
}

@Suite struct AcceptingTests {
    @Test("is read for what it means", arguments: Accepted.structures + Accepted.numbers + Accepted.strings)
    func reads(_ accepted: Accepted) throws {
        #expect(try JSON(parsing: accepted.text) == accepted.value)
        #expect(try JSON(parsing: Array(accepted.text.utf8)) == accepted.value)
    }

    @Test func `a byte order mark is skipped only at the start and only when allowed`() throws {
        #expect(try JSON(parsing: "\u{feff}{}", allowingByteOrderMark: true) == [:])
        #expect(try JSON(parsing: "{}", allowingByteOrderMark: true) == [:])
        #expect(throws: JSONFailure(line: 1, column: 1, reason: .unexpected("\u{feff}"))) {
            try JSON(parsing: "\u{feff}{}")
        }
        #expect(throws: JSONFailure(line: 1, column: 1, reason: .unexpected("\u{feff}"))) {
            try JSON(parsing: "\u{feff}\u{feff}{}", allowingByteOrderMark: true)
        }
        #expect(throws: JSONFailure(line: 1, column: 2, reason: .unexpected("]"))) {
            try JSON(parsing: "\u{feff}{]", allowingByteOrderMark: true)
        }
    }

    @Test func `keys that look the same but differ in scalars are two keys`() throws {
        let value = try JSON(parsing: "{\"\u{e9}\":1,\"e\u{301}\":2}")
        #expect(value["\u{e9}"] == 1)
        #expect(value["e\u{301}"] == 2)
    }

    @Test func `values that look the same but differ in scalars are unequal`() {
        #expect(JSON.string("\u{e9}") != .string("e\u{301}"))
        #expect(JSON.object([.init(key: "\u{e9}", value: 1)]) != .object([.init(key: "e\u{301}", value: 1)]))
    }

    @Test func `values of different kinds or order are unequal`() {
        let values: [JSON] = [
            .null, true, false, 1, 0, .number("1.0"), .number("-0"), "1", "", [], [1], [:], ["a": 1, "b": 2],
            ["b": 2, "a": 1],
        ]
        for (place, value) in values.enumerated() {
            #expect(values.firstIndex(of: value) == place)
        }
    }

    @Test func `a key finds its value only in an object that has it`() {
        let value: JSON = ["a": 1, "b": .null]
        #expect(value["a"] == 1)
        #expect(value["b"] == .null)
        #expect(value["c"] == nil)
        #expect(JSON.array([value])["a"] == nil)
    }

    @Test func `literals and interpolation build values`() {
        let entry = 17
        let built: JSON = ["anchor": "\(entry):\(0)", "open": true, "ore": 450_000, "days": ["2023-02-01"]]
        #expect(built.compact == #"{"anchor":"17:0","open":true,"ore":450000,"days":["2023-02-01"]}"#)
    }

    @Test func `a string of a megabyte is read, plain or full of escapes`() throws {
        let plain = String(repeating: "ærø ", count: 200_000)
        #expect(try JSON(parsing: "\"\(plain)\"") == .string(plain))
        let escaped = String(repeating: #"\n\u00e6\ud83d\ude00x"#, count: 50_000)
        #expect(try JSON(parsing: "\"\(escaped)\"") == .string(String(repeating: "\næ\u{1f600}x", count: 50_000)))
    }

    @Test func `an object of many keys is read in whatever order they come`() throws {
        let keys = (0..<20_000).map { "key \($0)" }
        for keys in [keys, keys.reversed(), keys.sorted()] {
            let object = JSON.object(keys.map { JSON.Member(key: $0, value: 1) })
            #expect(try JSON(parsing: object.compact) == object)
        }
    }
}
