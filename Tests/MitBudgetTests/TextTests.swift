import MitBudget
import TestSupport
import Testing

@Suite("Texts")
struct TextTests {
    @Test(
        "A character that could mislead a reader is refused",
        arguments: [
            "\0", "\t", "\n", "\u{B}", "\r", "\u{1B}", "\u{1F}", "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{2028}",
            "\u{2029}", "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
            "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
        ] as [Unicode.Scalar])
    func refuses(scalar: Unicode.Scalar) {
        for text in ["\(scalar)", "Et \(scalar)job", "Et job\(scalar)"] {
            #expect(throws: Malformed.character(scalar)) { try Text(text) }
        }
    }

    @Test(
        "Any other text is taken as it stands",
        arguments: [
            "", " ", "~", "Æblegrød på Østergade", "e\u{301}", "بيت", "家", "👩‍👩‍👧", "\u{A0}", "\u{200B}", "\u{FEFF}",
            "\u{2010}", "\u{2065}", "\u{206A}", "'; DROP TABLE words; --",
        ])
    func takes(text: String) throws {
        #expect(try Text(text).string == text)
    }

    @Test(
        "A text of nothing but blanks and invisible characters is blank",
        arguments: [
            ("", true), (" ", true), ("\u{A0}\u{2009}\u{3000}", true), ("\u{200B}", true), (" \u{FEFF} \u{2060}", true),
            ("\u{AD}", true), (".", false), (" x ", false), ("0", false), ("\u{200B}x", false),
        ])
    func isBlank(text: String, blank: Bool) throws {
        #expect(try Text(text).isBlank == blank)
    }

    @Test("Length is counted in Unicode scalars", arguments: [("", 0), ("æøå", 3), ("e\u{301}", 2), ("👍🏽", 2)])
    func measures(text: String, length: Int) throws {
        #expect(try Text(text).length == length)
    }

    @Test("Only a text that is at hand can be read; a seal cannot")
    func wordings() {
        #expect(Wording.text("Et job").plain == "Et job")
        #expect(Wording.seal(Seal(hash: String(repeating: "0", count: 64), words: 1)).plain == nil)
    }
}
