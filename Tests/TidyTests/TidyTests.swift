import Foundation
import Testing

/// How the source is kept, as far as lines can tell. Each complaint is a `file:line` to jump to.
struct TidyTests {
    @Test func `No line is longer than 120 columns`() throws {
        #expect(try found(in: ["Package.swift", "Sources", "Tests"]) { $0.count > 120 } == [])
    }

    @Test func `No file is longer than 400 lines`() throws {
        let long = try files(in: ["Package.swift", "Sources", "Tests"]).filter { $0.lines.count > 400 }
        #expect(long.map { "\($0.path):\($0.lines.count)" } == [])
    }

    @Test func `The domain imports nothing`() throws {
        #expect(try found(in: ["Sources/MitBudget"]) { $0.contains(#/^\s*(\w+ |@\w+ )*import /#) } == [])
    }

    @Test func `Nothing that knows no budgets imports what does`() throws {
        let ignorant = ["Sources/Files", "Sources/SQLite", "Sources/JSON", "Sources/Phrases", "Sources/Arguments"]
        #expect(try found(in: ignorant) { $0.contains("import MitBudget") } == [])
    }

    @Test func `Nothing in the program ends it by surprise`() throws {
        // Written so that this file does not complain of itself.
        let words = ["try" + "!", "as" + "!", "fatalError" + "(", "preconditionFailure" + "("]
        #expect(try found(in: ["Sources"]) { line in words.contains { line.contains($0) } } == [])
    }

    @Test func `Nothing is left for later`() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
        let places = try found(in: ["Package.swift", "Sources", "Tests"]) { line in
            words.contains { line.split { !$0.isLetter }.contains(Substring($0)) }
        }
        #expect(places == [])
    }

    @Test func `No line ends in a blank and none is indented by a tab`() throws {
        #expect(try found(in: ["Package.swift", "Sources", "Tests"]) { $0.hasSuffix(" ") || $0.contains("\t") } == [])
    }

    @Test func `Only tests put SQL together at run time`() throws {
        let places = try found(in: ["Sources"]) { $0.contains("unsafeSQL:") && !$0.contains("func ") }
        let elsewhere = places.filter { !$0.hasPrefix("Sources/SQLite/") && !$0.hasPrefix(rebuilding) }
        #expect(elsewhere == [])
    }

    @Test func `A command that is advised stands in a hint, which adds what the line needs`() throws {
        // What a page, a report or a help text tells is no advice on a line.
        let elsewhere = [
            "Sources/MitBudgetReports/Status/", "Sources/MitBudgetReports/HTML/",
            "Sources/MitBudgetCLI/Commands/OverviewCommands.swift",
        ]
        let commands =
            "(anchor|backup|disburse|export|import|init|journal|participant|period|plan|restore|staff|status|verify) "
        let advice = try Regex(#"^[^/]*(da|en): .*[ :(]mitbudget \#(commands)|^[^"]*[ :(]mitbudget \#(commands)"#)
        let places = try found(in: ["Sources"]) { ($0 + " ").contains(advice) }
        #expect(places.filter { place in !elsewhere.contains { place.hasPrefix($0) } } == [])
    }

    @Test func `The source is found at all`() throws {
        #expect(try files(in: ["Sources"]).count > 100)
    }

    /// Verification goes through the tables in a loop.
    private let rebuilding = "Sources/MitBudgetStore/Verification/"

    private struct File {
        let path: String
        let lines: [String]
    }

    private func found(in places: [String], _ isWrong: (String) -> Bool) throws -> [String] {
        try files(in: places).flatMap { file in
            zip(1..., file.lines).filter { isWrong($0.1) }.map { "\(file.path):\($0.0)" }
        }
    }

    private func files(in places: [String]) throws -> [File] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try places.flatMap { place in
            let names =
                place.hasSuffix(".swift")
                ? [place]
                : try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: place).path)
                    .filter { $0.hasSuffix(".swift") }.sorted().map { place + "/" + $0 }
            return try names.map { name in
                let text = String(decoding: try Data(contentsOf: root.appending(path: name)), as: UTF8.self)
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                if lines.last == "" { lines.removeLast() }
                return File(path: name, lines: lines)
            }
        }
    }
}
