import Foundation
import TestSupport
import Testing

/// Tests that `Tests/Programs/Examples` notices where a document differs from real output.
@Suite("The documents' examples")
struct ExamplesTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let text = """
            <!-- $ at 2023-01-09 09:00; as kontor; mitbudget init --administrator admin >/dev/null -->
            ```console
            $ mitbudget anchor
            1:\(String(repeating: "0", count: 64))
            $ mitbudget verify --anchor 1:0000000000000000 |
            > head -1
            In order: 1 entry checked.
            ```
            <!-- $ cat >plan.json -->
            ```json
            {}
            ```
              <!-- $ cat plan.json -->
              ```text
              {}
              ```

            """
        try write(text)
    }

    @Test("What comes otherwise than a document shows it is told with its line")
    func tellsDifferences() throws {
        let run = try examples()
        #expect(run.status == 1)
        #expect(run.output.contains("page.md:4: $ mitbudget anchor\n- 1:00000000"), "\(run.output)")
        #expect(run.output.contains("5 examples run, 2 shown otherwise"), "\(run.output)")
    }

    @Test("Written anew, a document shows what comes, and what was copied from an answer follows it")
    func writesAnew() throws {
        let before = try text()
        let written = try examples("--write")
        #expect(written.status == 0, "\(written.output)")
        let anchor = try #require(try text().firstMatch(of: /\n(1:[0-9a-f]{64})\n/)).1
        let expected = before.replacing("1:" + String(repeating: "0", count: 64), with: anchor)
            .replacing("1:0000000000000000", with: anchor.prefix(18))
        #expect(try text() == expected)
        let run = try examples()
        #expect(run.status == 0, "\(run.output)")
    }

    @Test("What stands in a comment must succeed")
    func comments() throws {
        try write("\n<!-- $ at 2023-01-09 09:00; as kontor; mitbudget verify -->\n")
        let run = try examples()
        #expect(run.status == 70)
        #expect(run.output.contains("page.md:2: ended with 66"), "\(run.output)")
    }

    private func examples(_ options: String...) throws -> Outside {
        let program = String(try BuiltProgram.path.dropLast("mitbudget".count)) + "Examples"
        return try Outside.run([program] + options + ["page.md"], folder: scratch.folder)
    }

    private func text() throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: scratch.path("page.md"))), as: UTF8.self)
    }

    private func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(filePath: scratch.path("page.md")))
    }
}
