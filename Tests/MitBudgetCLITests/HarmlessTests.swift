import Testing

@testable import MitBudgetCLI

@Suite("The last fence before a terminal")
struct HarmlessTests {
    private let page = Harmless(spelling: .plain, passesColours: false, passesPages: true)
    private let message = Harmless(spelling: .plain, passesColours: false, passesPages: false)

    @Test("A page begins at the start of a line of the output, and nowhere else")
    func pages() {
        #expect(page.text("\u{C}one\n\u{C}two\n") == "\u{C}one\n\u{C}two\n")
        #expect(page.text("one\n\u{C}two\u{C}\u{C}\n") == "one\n\u{C}two\\u{C}\\u{C}\n")
        #expect(message.text("\u{C}one\n\u{C}two") == "\\u{C}one\n\\u{C}two")
    }

    @Test(
        "A character that a terminal obeys is spelt out, wherever it stands",
        arguments: ["\u{0}", "\u{7}", "\u{8}", "\u{B}", "\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}"])
    func spelt(character: String) {
        for text in ["\(character)a", "å\(character)", "a\n\(character)\nb"] {
            let shown = page.text(text)
            #expect(!shown.unicodeScalars.contains { character.unicodeScalars.contains($0) }, "\(shown)")
            #expect(shown.contains("\\u{"))
        }
    }

    @Test("What people write passes as it is")
    func passes() {
        for text in ["", "Kørelærer Hansen – 4.500,00 kr.\r\n", "日本語 🙂\n\n"] { #expect(page.text(text) == text) }
    }
}
