import Foundation
import JSON
import MitBudget
import Testing

@testable import MitBudgetCLI

/// The program warns of a clock set far ahead before an entry binds all later ones to its time.
struct ClockLeapTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
        world.now = try #require(Moment(iso: "2023-02-01T09:00:00Z"))
        for line in [
            ["init", "--administrator", "admin"], ["staff", "add", "kim", "--role", "caseworker", "--name", "S"],
            ["participant", "enrol", "--on", "2023-01-10"],
        ] {
            let run = world.run(line)
            #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
        }
        world.now = try #require(Moment(iso: "2024-06-01T09:00:00Z"))
    }

    private static let enrolment = ["participant", "enrol", "--on", "2023-01-11"]

    @Test func `Where no one can be asked it warns and records, and verify remarks on the entry`() throws {
        let run = world.run(Self.enrolment)
        #expect(run.status == 0 && run.error.contains("486 days after the entry before"), "\(run.error)")
        #expect(world.run(["participant", "enrol", "--on", "2023-01-11"]).error.isEmpty, "it is told once")
        let text = world.run(["verify"])
        #expect(
            text.status == 0 && text.output.contains("clock-leapt  Entry 4 was recorded 486 days"), "\(text.output)")
        let json = try JSON(parsing: world.run(["verify", "--format", "json"]).output)
        #expect(json["verified"] == .bool(true) && json["findings"] == .array([]))
        guard case .array(let remarks)? = json["remarks"] else { return #expect(Bool(false), "no remarks") }
        #expect(remarks.map { $0["remark"] } == [.string("clock-leapt")] && remarks[0]["entry"] == .integer(4))
    }

    @Test(arguments: [("y", true), ("JA", true), ("n", false), ("", false)])
    func `At a terminal it asks, and records only on a yes`(answer: String, isRecorded: Bool) throws {
        world.terminalWidth = 100
        world.input = [answer]
        let run = world.run(Self.enrolment)
        #expect(run.error.contains("Is the clock right? (y/n)"), "\(run.error)")
        #expect(run.status == (isRecorded ? 0 : 1))
        #expect((run.heads.before == run.heads.after) == !isRecorded)
        if !isRecorded { #expect(run.error.contains("Nothing was recorded.\nSet the clock and try again.")) }
    }

    @Test func `No one is asked with JSON, nor about what is refused, nor by a dry run, which warns`() throws {
        world.terminalWidth = 100
        let dry = world.run(Self.enrolment + ["--dry-run"])
        #expect(dry.status == 0 && dry.error.contains("486 days") && !dry.error.contains("(y/n)"))
        let refused = world.run(["participant", "enrol", "--on", "2022-01-11"])
        #expect(
            refused.status == 1 && refused.error.contains("outside-window") && !refused.error.contains("days after"))
        let json = world.run(Self.enrolment + ["--format", "json"])
        #expect(json.status == 0 && json.error.hasPrefix("{\"warning\":"))
        #expect(json.heads.before != json.heads.after)
    }

    @Test func `An import warns once, however many lines it has`() throws {
        let line = "{\"command\":\"participant enrol\",\"on\":\"2023-01-11\"}\n"
        try world.write(line + line + line, to: "lines.jsonl")
        let run = world.run(["import", "lines.jsonl"])
        #expect(run.status == 0, "\(run.error)")
        #expect(run.error.components(separatedBy: "days after the entry before").count == 2, "\(run.error)")
    }

    @Test func `A time past that of keeping is told of, also by init`() throws {
        world.now = try #require(Moment(iso: "2030-01-01T00:00:00Z"))
        let other = world.run(["init", "--administrator", "admin", "--ledger", world.folder + "/other.sqlite"])
        #expect(other.status == 0 && other.error.contains("must be kept only until 31 December 2029"), "\(other.error)")
        #expect(world.run(["verify", "--ledger", world.folder + "/other.sqlite"]).output.contains("clock-leapt"))
    }
}
