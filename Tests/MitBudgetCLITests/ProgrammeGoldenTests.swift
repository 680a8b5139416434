import JSON
import MitBudget
import MitBudgetStore
import PageReading
import Phrases
import Testing

@testable import MitBudgetCLI

/// The programmes beside Mit Budget, each run through its course.
struct ProgrammeGoldenTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
    }

    @Test(arguments: Course.allCases)
    func `A course makes a ledger in order, with the terms that stand among the fixtures`(course: Course) throws {
        try make(course)
        #expect(world.run(["verify"]).status == 0)
        let first = world.run(["terms", "show", "--at", "1", "--format", "json"])
        let fixture = try Fixtures.text("programmes/\(course.rawValue).json")
        #expect(try terms(first.output) == terms(fixture), "\(first.error)")
        let entries = try JSON(parsing: world.run(["anchor", "--format", "json"]).output)["entry"]
        #expect(try entries == .integer(Int64(course.steps().count)), "each step is one entry")
    }

    @Test(arguments: Course.allCases.filter { $0 != .mitBudget })
    func `Status and report of a course are the recorded ones`(course: Course) throws {
        try make(course)
        for (language, name, run) in try pages(of: course, in: "text") {
            let path = "golden/\(language.rawValue)/programme-\(course.rawValue)-\(name).txt"
            try Fixtures.compare(run.output, path)
        }
    }

    /// Whom the money goes to where they are no people, or no one.
    @Test(arguments: [Course.aarhus, .operatingGrants, .kik, .committee])
    func `Nothing tells of citizens where the money goes to none`(course: Course) throws {
        try make(course)
        for (language, name, run) in try pages(of: course, in: "text") {
            #expect(Self.people(in: run.output) == [], "\(language) \(name)")
        }
        for (language, name, run) in try pages(of: course, in: "html") {
            let words = try Markup(run.output).text.joined(separator: "\n")
            #expect(Self.people(in: words) == [], "\(language) \(name), as a page")
        }
        let reference = course == .operatingGrants ? "F01" : "I01"
        var lines = [["terms", "show"], ["journal"], ["staff", "list"], ["period", "list"]]
        if course != .committee {
            lines += [
                ["participant", "list"], ["participant", "show", reference], ["plan", "list"],
                ["plan", "show", reference], ["journal", "--participant", reference],
                ["participant", "disclose", reference, "--purpose", "x"],
                ["participant", "withdraw", "X99", "--reason", "x", "--as", "sagsbehandler"],
                ["followup", reference, "--result", "x", "--as", "sagsbehandler"],
                ["release", reference, "--item", "99", "--amount", "1", "--as", "sagsbehandler"],
            ]
        }
        for language in Language.allCases {
            for line in lines {
                let run = world.run(line + ["--language", language.rawValue])
                #expect(Self.people(in: run.output + run.error) == [], "\(line) \(language)")
            }
        }
    }

    /// Runs a course in a folder of its own, and stops the clock at its last step.
    private func make(_ course: Course) throws {
        let folder = world.folder + "/demo"
        let run = world.run(["demo", folder, "--programme", course.rawValue])
        try #require(run.status == 0, "\(run.error)")
        world.environment["MITBUDGET_LEDGER"] = folder + "/mit-budget.sqlite"
        world.now = try #require(course.steps().last).moment
    }

    private func terms(_ file: String) throws -> Programme {
        try ProgrammeFile.read(Array(file.utf8))
    }

    /// Status and report of the whole window, in both languages.
    private func pages(
        of course: Course, in form: String
    ) throws -> [(language: Language, name: String, run: TestWorld.Run)] {
        let now = try terms(world.run(["terms", "show", "--format", "json"]).output)
        let report = ["report", "--from", now.firstDay.iso, "--to", now.lastDay.iso]
        return Language.allCases.flatMap { language in
            [("status", ["status"]), ("report", report)].map { name, line in
                let run = world.run(line + ["--language", language.rawValue, "--format", form])
                #expect(run.status == 0, "\(run.error)")
                return (language, name, run)
            }
        }
    }

    /// The lines that tell of citizens, other than in a command to type, a rule's id or the post's code.
    private static func people(in text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { line in
            let said = line.replacing(#/mitbudget .*|(navn på|name of) citizens,|\[[a-z-]+\]/#, with: "").lowercased()
            return ["borger", "citizen", "participant", "deltager"].contains { said.contains($0) }
        }
    }
}
