import Foundation
import MitBudget
import Testing

@Suite("Composed text")
struct CompositionTests {
    /// The letters of the table, and its marks.
    private static let letters = (0x41...0x24F).compactMap(Unicode.Scalar.init).map(String.init)
    private static let marks = [
        "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}", "\u{30A}", "\u{30B}",
        "\u{30C}", "\u{30F}", "\u{311}", "\u{31B}", "\u{326}", "\u{327}", "\u{328}",
    ]

    /// Whether the table covers all letters of a text.
    private func isWithin(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value < 0x250 || 0x300..<0x370 ~= $0.value }
    }

    @Test("Is what Unicode's form C is, for every letter of the Latin blocks with any two marks")
    func formC() {
        var count = 0
        for letter in Self.letters {
            for first in [""] + Self.marks {
                for second in first.isEmpty ? [""] : [""] + Self.marks {
                    let text = "x" + letter + first + second + "y"
                    let expected = text.precomposedStringWithCanonicalMapping
                    guard isWithin(expected) else { continue }
                    count += 1
                    let isSame = text.composed.utf8.elementsEqual(expected.utf8)
                    if !isSame { Issue.record("\(text.unicodeScalars.map(\.value)) became \(text.composed)") }
                }
            }
        }
        #expect(count > 100_000)
    }

    @Test(
        "Takes signs that stand for a letter, leaves what is composed or out of reach, reads no text as another",
        arguments: [
            ("\u{212B}-1", "Å-1"), ("\u{212A}-1", "K-1"), ("", ""), ("\u{30A}", "\u{30A}"), ("A\u{30A}", "Å"),
            ("a\u{30A}b\u{308}", "åb\u{308}"), ("o\u{304}\u{328}", "ǭ"), ("o\u{328}\u{304}", "ǭ"), ("æøå", "æøå"),
            ("\u{3B1}\u{301}", "\u{3B1}\u{301}"), ("2023-A1", "2023-A1"),
        ])
    func single(text: String, expected: String) {
        #expect(text.composed.utf8.elementsEqual(expected.utf8))
        #expect(text.composed.composed.utf8.elementsEqual(text.composed.utf8))
    }
}
