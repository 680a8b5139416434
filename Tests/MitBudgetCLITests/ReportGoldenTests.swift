import Foundation
import MitBudgetReports
import Phrases
import Testing

@testable import MitBudgetCLI

/// An auditor's report on the first half-year of the worked example, in every form and both languages.
struct ReportGoldenTests {
    @Test func `The reports of the worked example's first half-year are the recorded ones`() throws {
        let world = try TestWorld()
        let folder = world.folder + "/demo"
        #expect(world.run(["demo", folder]).status == 0)
        world.environment["MITBUDGET_LEDGER"] = folder + "/mit-budget.sqlite"
        for language in Language.allCases {
            for form in ReportTerms.Form.allCases {
                let run = world.run([
                    "report", "--from", "2023-01-01", "--to", "2023-06-30", "--language", language.rawValue,
                    "--format", form.rawValue,
                ])
                #expect(run.status == 0, "\(run.error)")
                try Fixtures.compare(run.output, "golden/\(language.rawValue)/report.\(form.ending)")
            }
        }
    }
}

extension ReportTerms.Form {
    /// The file ending of a form.
    fileprivate var ending: String {
        switch self {
        case .text: "txt"
        case .csv: "csv"
        case .json: "json"
        case .html: "html"
        }
    }
}

extension Fixtures {
    /// Compares a text with its recording. With `GOLDEN=record` in the environment, it rewrites the recording and fails
    /// all the same.
    static func compare(
        _ text: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = root.appending(path: "Fixtures/" + path)
        if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(path)", sourceLocation: sourceLocation)
        } else {
            let recorded = (try? Self.text(path)) ?? ""
            let isSame = text.utf8.elementsEqual(recorded.utf8)
            #expect(isSame, "\(path), \(difference(text, recorded))", sourceLocation: sourceLocation)
        }
    }
}
