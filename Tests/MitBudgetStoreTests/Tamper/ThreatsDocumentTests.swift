import Foundation
import MitBudget
import Testing

/// The table in `Docs/Threats.md`, written from what the tests do.
@Suite("The document of threats")
struct ThreatsDocumentTests {
    @Test("Docs/Threats.md has the table of alterations as the tests have it")
    func fileIsUpToDate() throws {
        let file = try #require(Self.packageFolder).appending(path: "Docs/Threats.md")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let start = try #require(text.range(of: Self.begin)).upperBound
        let end = try #require(text.range(of: Self.end, range: start..<text.endIndex)).lowerBound
        if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
            try Data((text[..<start] + Self.table + text[end...]).utf8).write(to: file)
            Issue.record("Recorded \(file.lastPathComponent); run again without GOLDEN.")
            return
        }
        #expect(text[start..<end] == Self.table, "GOLDEN=record swift test --filter ThreatsDocument writes it anew.")
    }

    private static let begin = "<!-- Made by the tests: GOLDEN=record swift test --filter ThreatsDocument -->\n"
    private static let end = "<!-- Up to here. -->"

    private static var table: String {
        let onlyByAnchor = Alteration.all.filter { $0.verdict == .found([]) }.count
        let head = """

            \(Alteration.all.count) ways. \(onlyByAnchor) of them only an anchor shows.

            | name | what is done | by | `verify` says | and with an anchor |
            |---|---|---|---|---|

            """
        return head + Alteration.all.map { $0.row + "\n" }.joined() + "\n"
    }

    private static var packageFolder: URL? {
        var folder = URL(filePath: #filePath)
        while folder.path() != "/" {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path()) { return folder }
        }
        return nil
    }
}

extension Alteration {
    /// The alteration's row in the document.
    fileprivate var row: String {
        "| \(["`\(id)`", what, hand.rawValue, said, saidWithAnchor].joined(separator: " | ")) |"
    }

    private var said: String {
        switch verdict {
        case .found([]): "**nothing**"
        case .found(let marks): Self.ids(in: marks)
        case .unopened(let why): "cannot be opened: \(why)"
        }
    }

    private var saidWithAnchor: String {
        anchor.map { Self.ids(in: [$0]) } ?? "–"
    }
}
