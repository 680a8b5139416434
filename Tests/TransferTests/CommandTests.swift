import Files
import Foundation
import JSON
import MitBudget
import TestSupport
import Testing

@testable import Arguments
@testable import MitBudgetCLI

@Suite("Commands on lines")
struct CommandTests {
    @Test("Every command that only records can be imported, and is in the fixture")
    func every() throws {
        let lines = try Fixture.text("every-command.jsonl").split(separator: "\n")
        var used: Set<String> = []
        for line in lines {
            guard case .string(let name)? = try JSON(parsing: String(line))["command"] else { continue }
            used.insert(name)
        }
        for command in Registry.commands {
            let example = try #require(shellWords(command.examples[0].line))
            guard case .run(_, let action) = try Registry.spec.parse(Array(example.dropFirst())).request else {
                continue
            }
            #expect((action.importable != nil) == used.contains(command.name), "\(command.name)")
        }
        let bureau = try Bureau()
        let told = try JSON(parsing: bureau.must(["import", Fixture.path("every-command.jsonl"), "--format", "json"]))
        #expect(told["entries"] == .integer(Int64(lines.count)))
        guard case .object(let kinds)? = told["kinds"] else { throw CancellationError() }
        let others: Set<String> = [
            "words-read", "words-erased", "ledger-restored", "voucher-attached", "voucher-detached",
            "payment-confirmed",
        ]
        #expect(Set(kinds.map(\.key)) == Set(EntryKind.allCases.map(\.rawValue)).subtracting(others))
        let found = bureau.run(["verify"])
        #expect(found.status == 0, "\(found.output)")
    }

    @Test("A disbursement is read alike by the short way and by the registry")
    func shortWay() throws {
        let lines = [
            #"{"command":"disburse","participant":"B01","item":1,"amount":"1.250,50","voucher":"K-1","payee":"a"}"#,
            #"{"command":"disburse","participant":"B01","item":"1","amount":7,"voucher":"K-2","payee":"b","#
                + #""on":"1.2.2023"}"#,
            #"{"command":"disburse","participant":"B01","item":1,"amount":"7","voucher":"K-3","payee":"-","note":"c","#
                + #""on":"2023-02-01","paid":"01-03-2023","as":"sagsbehandler-1"}"#,
        ]
        let (short, long) = (try Bureau(), try Bureau())
        for bureau in [short, long] { try bureau.open() }
        short.input = Array(lines.joined(separator: "\n").utf8)
        // A null means nothing, but makes the importer read the line the slow way.
        long.input = Array(lines.map { $0.dropLast() + ",\"dry-run\":null}" }.joined(separator: "\n").utf8)
        for bureau in [short, long] { try bureau.must(["import", "-"]) }
        #expect(try short.journal() == long.journal())
    }

    @Test("A claim on a line comes before that of the whole import")
    func claims() throws {
        let bureau = try Bureau()
        try bureau.open()
        try bureau.must(["staff", "add", "sagsbehandler-2", "--role", "caseworker", "--name", "S"])
        let line = #"{"command":"participant enrol"AS}"#
        bureau.input = Array(
            [line.replacing("AS", with: ""), line.replacing("AS", with: #","as":"sagsbehandler-1""#)]
                .joined(separator: "\n").utf8)
        let ambiguous = bureau.run(["import", "-"])
        #expect(ambiguous.status == 65 && ambiguous.error.contains("line 1: "))
        try bureau.must(["import", "-", "--as", "sagsbehandler-2"])
        let actors = try bureau.journal().filter { $0.contains("participant-enrolled") }.map {
            $0.split(separator: " ")[1]
        }
        #expect(actors == ["sagsbehandler-1", "sagsbehandler-2", "sagsbehandler-1"])
    }
}

@Suite("Faults of an import")
struct FaultTests {
    private static let bad = #"{"command":"receive","amount":"1","voucher":"V","on":"2030-01-01"}"#
    private static let good = #"{"command":"receive","amount":"1","voucher":"G"}"#
    private static let foreign = #"{"command":"receive","amount":"1","voucher":"F","as":"admin"}"#

    private static let weighed: [([String], Int32)] = [
        ([good, bad], 1), ([good, foreign], 77), ([bad, foreign], 1), ([bad, foreign, "{"], 65), ([foreign, "[]"], 65),
        ([good], 0),
    ]

    @Test(
        "The worst decides the exit status: malformed, refused, not permitted",
        arguments: weighed)
    func status(lines: [String], status: Int32) throws {
        let bureau = try Bureau()
        try bureau.open()
        bureau.input = Array(lines.joined(separator: "\n").utf8)
        #expect(bureau.run(["import", "-"]).status == status)
    }

    @Test("One bad line at the end, and the file is as it was, byte for byte", arguments: [false, true])
    func allOrNothing(isDry: Bool) throws {
        let bureau = try Bureau()
        try bureau.open()
        let before = try bureau.bytes()
        let lines = (1...2_000).map { #"{"command":"receive","amount":"1","voucher":"G-\#($0)"}"# }
        bureau.input = Array((isDry ? lines : lines + [Self.bad]).joined(separator: "\n").utf8)
        let run = bureau.run(["import", "-"] + (isDry ? ["--dry-run"] : []))
        #expect(run.status == (isDry ? 0 : 1))
        #expect(
            isDry ? run.output.contains("2000  instalment") : run.error.hasPrefix("line 2001: refused [future-day]")
        )
        #expect(try bureau.bytes() == before)
        #expect(try bureau.files() == ["ledger.sqlite"])
    }

    @Test("A ledger that was to be made leaves nothing in the folder")
    func noLedger() throws {
        let bureau = try Bureau()
        let ready = try Fixture.text("ready.jsonl")
        for (text, arguments, status) in [(ready + Self.bad, [], 1), (ready, ["--dry-run"], 0), (ready + "{", [], 65)] {
            bureau.input = Array(text.utf8)
            #expect(bureau.run(["import", "-"] + arguments).status == Int32(status))
            #expect(try bureau.files() == [])
        }
        bureau.input = Array(ready.utf8)
        try bureau.must(["import", "-"])
        #expect(try bureau.files() == ["ledger.sqlite"])
    }

    @Test("The first thousand are told, the others counted; what follows is decided on what would stand")
    func thousand() throws {
        let bureau = try Bureau()
        try bureau.open()
        // Each pair holds a line that can be recorded, and one that repeats its voucher.
        let lines = (1...1_500).flatMap { number in
            (1...2).map { _ in #"{"command":"receive","amount":"1","voucher":"G-\#(number)"}"# }
        }
        bureau.input = Array(lines.joined(separator: "\n").utf8)
        let run = bureau.run(["import", "-", "--format", "json"])
        #expect(run.status == 1)
        let error = try #require(try JSON(parsing: run.error)["error"])
        #expect(error["kind"] == "import" && error["count"] == 1_500)
        guard case .array(let told)? = error["lines"] else { throw CancellationError() }
        #expect(told.count == 1_000)
        #expect(told.map { $0["line"] } == (1...1_000).map { .integer($0 * 2) })
        #expect(told.allSatisfy { $0["rule"] == "voucher-used" })
        let text = bureau.run(["import", "-"])
        #expect(
            text.error.contains("1500 of 3000 lines cannot be recorded; nothing was recorded. The first 1000 are told.")
        )
    }

    @Test("A file that cannot be read to its end leaves nothing")
    func trouble() throws {
        let bureau = try Bureau()
        try bureau.open()
        let before = try bureau.journal()
        var source = World.Source.pieces(Array((Self.good + "\n" + Self.good).utf8), of: 60)
        let next = source.next
        var count = 0
        source.next = { () throws(World.FileTrouble) in
            count += 1
            guard count < 2 else { throw .system(5) }
            return try next()
        }
        var world = World.system
        let (now, account) = (bureau.now, bureau.account)
        world.now = { now }
        world.account = { try? AccountName(account) }
        world.open = { [source] _ in source }
        world.error = World.Channel(write: { _ in true }, terminalWidth: { nil })
        #expect(Program.run(["--ledger", bureau.path(), "import", "x"], in: world) == 74)
        #expect(try bureau.journal() == before)
    }
}
