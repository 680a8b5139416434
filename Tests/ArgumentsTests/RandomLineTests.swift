import Arguments
import Phrases
import TestSupport
import Testing

@Suite("Random lines")
struct RandomLineTests {
    private static let pieces = [
        "loan", "draft", "approve", "show", "pay", "list", "all", "help", "L1", "--", "-", "-5", "-h", "--help=",
        "--ledger", "--ledger=x", "--format", "--format=json", "--quiet", "--quiet=", "--reason", "--amount", "7",
        "--amount=5", "--item", "--item=a", "--order", "first", "--version", "--dry-run", "--nonsense", "", "=", "--=",
        "\u{202E}", "\u{301}", "--\u{301}", "--reason=\u{338}", "\u{1B}[2J", "æ", "😀", "\0", "\r\n", "secret",
    ]

    private static let hidden: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]

    @Test(
        "No line crashes; what is understood is of one command; what is refused is said harmlessly",
        arguments: Seed.each(1...8))
    func anything(seed: UInt64) throws {
        var numbers = SplitMix64(seed: seed)
        var understood = 0
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...7, using: &numbers)
            let line = (0..<count).map { _ in Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)] }
            do throws(UsageError) {
                let parsed = try Sample.spec.parse(line)
                understood += 1
                if case .help(let topic) = parsed.request {
                    #expect(try !Sample.spec.help(for: topic, in: .danish, width: count * 10).isEmpty)
                }
            } catch {
                for language in Language.allCases {
                    let said = error.message.problem[language] + error.message.remedy[language]
                    #expect(
                        !said.unicodeScalars.contains { Self.hidden.contains($0.properties.generalCategory) }, "\(line)"
                    )
                    #expect(!said.contains("secret"))
                }
            }
        }
        #expect(understood > 50)
    }
}
