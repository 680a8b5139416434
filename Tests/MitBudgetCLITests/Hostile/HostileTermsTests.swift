import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import MitBudgetCLI

/// Programme files of sizes and depths that no programme has, and commands on terms that are sent again or only tried.
struct HostileTermsTests {
    /// A file and what is said of it.
    struct File: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        /// Parts of the message in English.
        let told: [String]
    }

    static let files = [
        File(
            testDescription: "ten megabytes of blanks", text: HostileDesk.programme + blanks(10 << 20),
            told: ["1 MiB"]),
        File(
            testDescription: "a title of ten megabytes",
            text: HostileDesk.programme.replacing("Large", with: String(repeating: "x", count: 10 << 20)),
            told: ["1 MiB"]),
        File(
            testDescription: "a hundred thousand areas", text: with("areas", "[\(list(100_000) { "\"\($0)\"" })]"),
            told: ["areas", "1000"]),
        File(
            testDescription: "one area more than a thousand", text: with("areas", "[\(list(1001) { "\"\($0)\"" })]"),
            told: ["areas", "1000"]),
        File(
            testDescription: "fifty thousand results", text: with("results", "{\(list(50_000) { "\"\($0)\":{}" })}"),
            told: ["results", "1000"]),
        File(
            testDescription: "twenty thousand instalments",
            text: with("instalments", "[\(list(20_000) { _ in #"{"day":"2023-01-15","amount":1}"# })]"),
            told: ["instalments", "1000"]),
        File(
            testDescription: "arrays ten thousand levels deep", text: with("names", nested("[", "]", 10_000)),
            told: ["line 4", "deep"]),
        File(
            testDescription: "objects ten thousand levels deep",
            text: with("recipient", nested("{\"da\":", "}", 10_000)),
            told: ["line 4", "deep"]),
        File(
            testDescription: "arrays that never end", text: String(repeating: "[", count: 500_000),
            told: ["line 1", "deep"]),
    ]

    @Test(arguments: files)
    func `A file that no programme has is refused by its key and limit, and nothing is made of it`(file: File) throws {
        let world = try TestWorld()
        try world.write(file.text, to: "p.json")
        let run = world.run(["init", "--administrator", "admin", "--programme", "p.json", "--language", "en"])
        check(run, file)
        #expect(!FileManager.default.fileExists(atPath: world.ledger))
    }

    @Test(arguments: files)
    func `Nor are the terms amended by such a file`(file: File) throws {
        let desk = try HostileDesk()
        try desk.world.write(file.text, to: "t.json")
        for dry in [[], ["--dry-run"]] {
            let line = ["terms", "amend", "t.json", "--reason", "x", "--language", "en"] + dry
            let outcome = try desk.run(line, leaving: .nothing)
            check(outcome.run, file)
            #expect(outcome.complaints == [])
        }
        #expect(try desk.closing() == [])
    }

    /// A thousand areas, results, instalments and periods, each of them named, are taken.
    @Test func `A programme with as many members as there may be is taken, shown and amended`() throws {
        let world = try TestWorld()
        world.now = try #require(.init(iso: "2024-06-30T12:00:00Z"))
        let names = Self.list(1000) { "\"a\($0)\":{\"da\":\"Område \($0)\",\"en\":\"Area number \($0)\"}" }
        let text = Self.with("areas", "[\(Self.list(1000) { "\"a\($0)\"" })]").replacing(
            "\"keepYears\":5", with: "\"keepYears\":5,\"names\":{\(names)}")
        try world.write(text, to: "p.json")
        let made = world.run(["init", "--administrator", "admin", "--programme", "p.json"])
        try #require(made.status == 0, "\(made.error)")
        let shown = world.run(["terms", "show", "--format", "json"])
        try world.write(shown.output.replacing("Area number 999", with: "The last area"), to: "t.json")
        let amended = world.run(["terms", "amend", "t.json", "--reason", "x", "--language", "en"])
        #expect(amended.status == 0 && amended.output.contains("Area number 999 → The last area"), "\(amended.error)")
        #expect(world.run(["verify"]).status == 0)
    }

    @Test(arguments: [
        ["terms", "amend", "terms.json", "--reason", "x", "--approval", "A-1", "--on", "2023-03-01"],
        ["followup", "B02", "--result", "reached", "--note", "x", "--on", "2023-03-01"],
        ["measure", "backlog", "--value", "950", "--voucher", "S-1", "--on", "2023-03-01"],
    ])
    func `Sent again under its key it answers the entry, only tried it leaves nothing, and another is refused`(
        line: [String]
    ) throws {
        let desk = try HostileDesk()
        let once = line + ["--once", "k-1"]
        #expect(try desk.run(once + ["--dry-run"], leaving: .nothing).complaints == [])
        let first = try desk.run(once + ["--format", "json"], leaving: .entry)
        #expect(first.complaints == [], "\(first.run.error)")
        let again = try desk.run(once + ["--format", "json"], leaving: .nothing)
        #expect(again.complaints == [] && again.run.status == 0, "\(again.run.error)")
        let (one, two) = (try JSON(parsing: first.run.output), try JSON(parsing: again.run.output))
        #expect(one["entry"] == two["entry"] && two["already"] == .bool(true) && one["already"] == nil)
        // Another value of each option is something else under the same key.
        for (position, other) in [
            "--reason": "y", "--approval": "A-2", "--on": "2023-03-02", "--result": "none", "--note": "y",
            "--value": "951", "--voucher": "S-2",
        ].compactMap({ name, other in once.firstIndex(of: name).map { ($0 + 1, other) } }) {
            var changed = once
            changed[position] = other
            let refused = try desk.run(changed, leaving: .nothing)
            #expect(refused.run.error.contains("[once-used]") && refused.run.status == 1, "\(changed)")
        }
        try desk.world.write(HostileDesk.programme, to: "terms.json")
        if line[0] == "terms" { #expect(try desk.run(once, leaving: .nothing).run.status == 1) }
        #expect(try desk.closing() == [])
    }

    private func check(_ run: TestWorld.Run, _ file: File) {
        #expect(run.status == ExitStatus.malformed.rawValue && run.output == "", "\(run.output)")
        for part in file.told { #expect(run.error.contains(part), "\(run.error.prefix(500))") }
        #expect(run.error.utf8.count < 1000, "the message is one to read")
        #expect(run.error.split(separator: "\n").count == 2, "it says what to do: \(run.error.prefix(500))")
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    private static func list(_ count: Int, _ text: (Int) -> String) -> String {
        (0..<count).map(text).joined(separator: ",")
    }

    private static func nested(_ start: String, _ end: String, _ levels: Int) -> String {
        String(repeating: start, count: levels) + "1" + String(repeating: end, count: levels)
    }

    /// The desk's programme with another value of a key, or with the key besides.
    private static func with(_ key: String, _ value: String) -> String {
        if key == "areas" { return HostileDesk.programme.replacing(#"["job","housing","life"]"#, with: value) }
        if key == "results" {
            return HostileDesk.programme.replacing(#/"results":.*/#, with: "\"results\":\(value)}")
        }
        return HostileDesk.programme.replacing("\"keepYears\":5", with: "\"keepYears\":5,\"\(key)\":\(value)")
    }
}
