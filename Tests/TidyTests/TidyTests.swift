import Foundation
import Testing

/// Rules of style that can be checked line by line. Each fault is a `file:line` to jump to.
struct TidyTests {
    @Test func `No line is longer than 120 columns`() throws {
        #expect(try SourceFile.lines(in: ["Package.swift", "Sources", "Tests"]) { $0.count > 120 } == [])
    }

    @Test func `No file is longer than 400 lines`() throws {
        let long = try SourceFile.all(in: ["Package.swift", "Sources", "Tests"]).filter { $0.lines.count > 400 }
        #expect(long.map { "\($0.path):\($0.lines.count)" } == [])
    }

    @Test func `The domain imports nothing`() throws {
        #expect(try SourceFile.lines(in: ["Sources/MitBudget"]) { $0.contains(#/^\s*(\w+ |@\w+ )*import /#) } == [])
    }

    @Test func `Nothing that knows no budgets imports what does`() throws {
        let ignorant = ["Sources/Files", "Sources/SQLite", "Sources/JSON", "Sources/Phrases", "Sources/Arguments"]
        #expect(try SourceFile.lines(in: ignorant) { $0.contains("import MitBudget") } == [])
    }

    @Test func `Nothing in the program ends it by surprise`() throws {
        // The parts are joined so that this file does not report itself.
        let words = ["try" + "!", "as" + "!", "fatalError" + "(", "preconditionFailure" + "("]
        #expect(try SourceFile.lines(in: ["Sources"]) { line in words.contains { line.contains($0) } } == [])
    }

    @Test func `Nothing is left for later`() throws {
        let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX"]
        let places = try SourceFile.lines(in: ["Package.swift", "Sources", "Tests"]) { line in
            words.contains { line.split { !$0.isLetter }.contains(Substring($0)) }
        }
        #expect(places == [])
    }

    @Test func `No line ends in a blank and none is indented by a tab`() throws {
        #expect(
            try SourceFile.lines(in: ["Package.swift", "Sources", "Tests"]) { $0.hasSuffix(" ") || $0.contains("\t") }
                == [])
    }

    @Test func `Only tests put SQL together at run time`() throws {
        let places = try SourceFile.lines(in: ["Sources"]) { $0.contains("unsafeSQL:") && !$0.contains("func ") }
        let elsewhere = places.filter { !$0.hasPrefix("Sources/SQLite/") && !$0.hasPrefix(rebuilding) }
        #expect(elsewhere == [])
    }

    @Test func `A command that is advised stands in a hint, which adds what the line needs`() throws {
        // Output of pages, reports and help texts is no advice on a line.
        let elsewhere = [
            "Sources/MitBudgetReports/Status/", "Sources/MitBudgetReports/HTML/",
            "Sources/MitBudgetCLI/Commands/OverviewCommands.swift",
        ]
        let commands =
            "(anchor|backup|disburse|export|import|init|journal|participant|period|plan|restore|staff|status|verify) "
        let advice = try Regex(#"^[^/]*(da|en): .*[ :(]mitbudget \#(commands)|^[^"]*[ :(]mitbudget \#(commands)"#)
        let places = try SourceFile.lines(in: ["Sources"]) { ($0 + " ").contains(advice) }
        #expect(places.filter { place in !elsewhere.contains { place.hasPrefix($0) } } == [])
    }

    @Test func `The source is found at all`() throws {
        #expect(try SourceFile.all(in: ["Sources"]).count > 100)
    }

    /// Verification reads the tables in a loop.
    private let rebuilding = "Sources/MitBudgetStore/Verification/"
}
