import Arguments
import Testing

@Suite("Quoting")
struct QuotingTests {
    @Test(
        "Nothing typed can disturb what it is shown in",
        arguments: [
            ("", ""), ("plain æøå", "plain æøå"), ("a\u{1B}[2Jb", "a\\u{1B}[2Jb"), ("a\nb\t\0", "a\\u{A}b\\u{9}\\u{0}"),
            ("\u{7F}\u{9B}", "\\u{7F}\\u{9B}"), ("\u{202E}desrever", "\\u{202E}desrever"),
            ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"), ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"),
            ("soft\u{AD}hyphen", "soft\\u{AD}hyphen"), ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
            ("a\u{A0}b\u{3000}", "a\\u{A0}b\\u{3000}"), ("\u{3164}\u{2800}", "\\u{3164}\\u{2800}"),
            ("x’ and ‘y", "x\\u{2019} and \\u{2018}y"), ("\u{E000}\u{E0041}", "\\u{E000}\\u{E0041}"),
            ("\u{301}x", "\\u{301}x"), ("a\u{30A}", "a\u{30A}"), ("a\u{301}\u{301}\u{301}", "a\u{301}\u{301}\\u{301}"),
            ("1\u{338}", "1\\u{338}"), ("a\u{1}\u{301}", "a\\u{1}\\u{301}"), ("日本 😀", "日本 😀"), ("\r\n", "\\u{D}\\u{A}"),
        ])
    func table(typed: String, expected: String) {
        #expect(quoted(typed) == "‘\(expected)’")
    }

    @Test("Sixty characters are shown whole, and of more the first 59", arguments: [59, 60, 61, 1_000_000])
    func shortening(length: Int) {
        let typed = String(repeating: "x", count: length)
        let shown = length <= 60 ? typed : String(repeating: "x", count: 59) + "…"
        #expect(quoted(typed) == "‘\(shown)’")
    }

    @Test("An escape is shown whole or not at all")
    func escapesAreNotCut() {
        #expect(quoted(String(repeating: "x", count: 57) + "\u{1B}") == "‘\(String(repeating: "x", count: 57))…’")
        #expect(quoted(String(repeating: "\u{1B}", count: 11)) == "‘\(String(repeating: "\\u{1B}", count: 9))…’")
    }

    @Test("What must be hidden is hidden before the text is shortened")
    func concealing() {
        let typed = String(repeating: "x", count: 58) + "secret"
        #expect(Echo(typed) { $0.contains("secret") ? "\u{7}" : $0 }.text == "‘\\u{7}’")
        #expect(Echo("a").text == "‘a’")
    }
}
