import JSON
import Testing

@Suite struct WritingTests {
    let plan: JSON = ["title": ["en": "My Budget", "da": "Mit Budget"], "areas": ["job", "life"], "cap": .null]

    @Test func `canonical text sorts the keys at every level`() {
        #expect(plan.canonical == #"{"areas":["job","life"],"cap":null,"title":{"da":"Mit Budget","en":"My Budget"}}"#)
    }

    @Test func `compact text keeps the keys in their order`() {
        #expect(plan.compact == #"{"title":{"en":"My Budget","da":"Mit Budget"},"areas":["job","life"],"cap":null}"#)
    }

    @Test(arguments: JSON.Layout.allCases)
    func `empty arrays and objects take two characters in every layout`(_ layout: JSON.Layout) {
        #expect(String(decoding: JSON.array([]).bytes(as: layout), as: UTF8.self) == "[]")
        #expect(String(decoding: JSON.object([]).bytes(as: layout), as: UTF8.self) == "{}")
    }

    @Test func `keys sort by their bytes, not as a reader would`() {
        let value: JSON = [
            "\u{10000}": 1, "\u{ffff}": 2, "e\u{301}": 3, "\u{e9}": 4, "a": 5, "B": 6, "": 7, "aa": 8, "10": 9, "9": 10,
        ]
        let expected =
            #"{"":7,"10":9,"9":10,"B":6,"a":5,"aa":8,"#
            + "\"e\u{301}\":3,\"\u{e9}\":4,\"\u{ffff}\":2,\"\u{10000}\":1}"
        #expect(Array(value.canonical.utf8) == Array(expected.utf8))
    }

    @Test func `only quotation marks, backslashes and control characters are escaped`() {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init(_:))))
        let expected =
            #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
            + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#
        #expect(JSON.string(controls).canonical == expected)
        #expect(JSON.string(#"a"b\c/d"#).canonical == #""a\"b\\c/d""#)
        let raw = "</script> \u{7f}\u{80}\u{2028} æ \u{1f4a9}"
        #expect(JSON.string(raw).canonical == "\"\(raw)\"")
        #expect(JSON.object([.init(key: "a\n", value: 1)]).canonical == #"{"a\n":1}"#)
    }

    @Test(arguments: [0, 7, -7, 10, 1_000_000, 95_200_000, Int64.max, Int64.min, Int64.min + 1])
    func `integers are written as Swift writes them`(_ integer: Int64) {
        #expect(JSON.integer(integer).canonical == String(integer))
    }

    @Test func `writing appends`() {
        var bytes = Array("body ".utf8)
        JSON.array([-12]).write(as: .canonical, to: &bytes)
        #expect(bytes == Array("body [-12]".utf8))
    }

    @Test(
        "canonical text stays itself when it is read and written again",
        arguments: [
            "null", "-0", "1.50", "1E+2", "123456789012345678901234567890", "\"\"", "[]", "{}",
            #"{"amountOre":450000,"day":"2023-02-01","item":1,"participant":"B03","voucher":"2023-0117"}"#,
            #"{"goal":{"seal":"00ff","words":12},"items":[{"area":"job","ore":950000}],"version":2}"#,
            #"["\u0000\u001f\"\\/\b\f\n\r\t","æøå","é","é"]"#,
        ])
    func fixedPoint(_ text: String) throws {
        #expect(Array(try JSON(parsing: text).canonical.utf8) == Array(text.utf8))
    }

    @Test func `whatever way it was written, the canonical text is the same`() throws {
        let written = " { \"b\" : [ 1 , true ] ,\r\n \"a\" : \"\\u00e6\\/\\u000A\" } "
        #expect(try JSON(parsing: written).canonical == #"{"a":"æ/\n","b":[1,true]}"#)
    }
}
