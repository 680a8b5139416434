import Foundation
import JSON
import MitBudget
import Phrases
import SQLite
import TestSupport
import Testing

@testable import MitBudgetCLI
@testable import MitBudgetStore

/// Runs the program in process, in a folder of its own, on a day that the test sets.
final class Bureau {
    let scratch: Scratch
    var now: Moment = .unixEpoch
    var account = "kommunen"
    var language = "en"
    var input: [UInt8] = []
    /// Runs each time after a piece of a file was read.
    var whileReading: () -> Void = {}
    private var output = ""
    private var error = ""

    struct Run {
        let status: Int32
        let output: String
        let error: String
    }

    init(on day: Day = "2023-03-01") throws {
        scratch = try Scratch()
        now = try #require(Moment(iso: day.iso + "T12:00:00Z"))
    }

    /// The path of a file in the folder.
    func path(_ name: String = "ledger.sqlite") -> String { scratch.path(name) }

    /// Runs the program on the named ledger.
    func run(_ arguments: [String], ledger: String = "ledger.sqlite") -> Run {
        (output, error) = ("", "")
        let status = Program.run(["--ledger", path(ledger), "--language", language] + arguments, in: world)
        return Run(status: status, output: output, error: error)
    }

    /// Runs the program and requires success.
    @discardableResult
    func must(
        _ arguments: [String], ledger: String = "ledger.sqlite", sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let run = run(arguments, ledger: ledger)
        try #require(run.status == 0, "\(arguments.prefix(4)): \(run.error)", sourceLocation: sourceLocation)
        return run.output
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// The names of all files in the folder.
    func files() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted()
    }

    func bytes(of name: String = "ledger.sqlite") throws -> Data {
        try Data(contentsOf: URL(filePath: path(name)))
    }

    /// Makes a ledger with a caseworker, a consultant, and B01 with DKK 35,000 released.
    func open() throws {
        try must(["import", Fixture.path("ready.jsonl")])
    }

    /// Everything in the journal and its texts, except times, salts and what depends on them.
    func journal(of name: String = "ledger.sqlite") throws -> [String] {
        let connection = try Connection(path: path(name), access: .readWrite, busyMilliseconds: 0)
        let seal = /"seal":"[0-9a-f]{64}"/
        let entries = try connection.all(
            "SELECT seq, actor, kind, day, body FROM journal ORDER BY seq",
            as: Int64.self, String.self, String.self, String.self, String.self)
        let words = try connection.all("SELECT id, subject, text FROM words", as: Int64.self, String.self, String?.self)
        try connection.close()
        return entries.map { "\($0.0) \($0.1) \($0.2) \($0.3) \($0.4.replacing(seal, with: "\"seal\":\"…\""))" }
            + words.map { "\($0.0) \($0.1) \($0.2 ?? "—")" }
    }

    /// The id of an active administrator.
    func administrator() throws -> String {
        let connection = try Connection(path: path(), access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try #require(
            try connection.first(
                "SELECT staff FROM staff WHERE role = 'administrator' AND ended_entry IS NULL", as: String.self))
    }

    /// The status as JSON, without its anchor.
    func status(of name: String = "ledger.sqlite") throws -> String {
        try must(["status", "--format", "json"], ledger: name).replacing(/"anchor":"[^"]*"/, with: "")
            .replacing(/"atRisk":\{[^}]*\}/, with: "")
    }

    private var world: World {
        var world = World.system
        world.now = { self.now }
        world.localDay = \.day
        world.offset = { _ in 0 }
        world.environment = { _ in nil }
        world.account = { try? AccountName(self.account) }
        world.output = World.Channel(
            write: {
                self.output += $0
                return true
            }, terminalWidth: { nil })
        world.error = World.Channel(
            write: {
                self.error += $0
                return true
            }, terminalWidth: { nil })
        let open = world.open
        world.open = { path throws(World.FileTrouble) in
            guard path == "-" else {
                var source = try open(path)
                let next = source.next
                source.next = { () throws(World.FileTrouble) in
                    defer { self.whileReading() }
                    return try next()
                }
                return source
            }
            return .pieces(self.input, of: max(5, self.input.count / 7))
        }
        return world
    }
}

extension World.Source {
    /// A source that gives the bytes in pieces of that size.
    static func pieces(_ bytes: [UInt8], of count: Int) -> World.Source {
        var rest = bytes[...]
        return World.Source(
            size: nil,
            next: {
                defer { rest = rest.dropFirst(count) }
                return Array(rest.prefix(count))
            }, close: {})
    }
}

enum Fixture {
    static func path(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/imports/" + name).path
    }

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
    }
}
