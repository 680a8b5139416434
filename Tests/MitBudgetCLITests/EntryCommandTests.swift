import Arguments
import JSON
import MitBudget
import MitBudgetReports
import Phrases
import SQLite
import Testing

@testable import MitBudgetCLI

@Suite("The entries of a whole programme, listed and one by one")
struct EntryCommandTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
        #expect(world.run(["demo", world.folder + "/demo"], watchingHead: false).status == 0)
        world.environment["MITBUDGET_LEDGER"] = world.folder + "/demo/mit-budget.sqlite"
    }

    /// The texts in the ledger that are filed under a citizen.
    private func secrets() throws -> [String] {
        let connection = try Connection(
            path: world.folder + "/demo/mit-budget.sqlite", access: .readWrite, busyMilliseconds: 0)
        return try connection.all(
            "SELECT text FROM words WHERE subject GLOB 'B[0-9]*' AND text IS NOT NULL", as: String.self)
    }

    private func entries(_ arguments: [String]) throws -> [JSON] {
        let run = world.run(["journal", "--format", "json"] + arguments, watchingHead: false)
        guard case .array(let entries)? = try JSON(parsing: run.output)["entries"] else {
            Issue.record("\(run.error)")
            return []
        }
        return entries
    }

    @Test("Lines fit 80 columns, but for commands", arguments: Language.allCases)
    func width(language: Language) throws {
        let count = try entries([]).count
        var lines = world.run(["journal", "--language", language.rawValue], watchingHead: false).output
            .split(separator: "\n")
        for number in stride(from: 1, through: count, by: 3) {
            let run = world.run(["entry", "\(number)", "--language", language.rawValue], watchingHead: false)
            #expect(run.status == 0, "\(run.error)")
            lines += run.output.split(separator: "\n").filter { !$0.contains("mitbudget ") }
        }
        #expect(lines.count > 2 * count)
        for line in lines { #expect(line.count <= 80, "\(line)") }
    }

    @Test("No text on a citizen is shown without a purpose, and none is left out with one")
    func texts() throws {
        let secrets = try secrets()
        #expect(secrets.count > 300)
        var open = world.run(["journal"], watchingHead: false).output
        open += world.run(["journal", "--format", "csv"], watchingHead: false).output
        let count = try entries([]).count
        for number in 1...count {
            open += world.run(["entry", "\(number)", "--format", "json"], watchingHead: false).output
        }
        // Short texts such as a single word may stand anywhere.
        for secret in secrets where secret.count > 12 { #expect(!open.contains(secret), "\(secret)") }
        let identified = ["--identified", "--purpose", "Stikprøve", "--as", "revisor"]
        let list = world.run(["journal", "--format", "csv"] + identified, watchingHead: false)
        #expect(list.status == 0, "\(list.error)")
        for secret in secrets { #expect(list.output.contains(secret.replacing("\"", with: "\"\"")), "\(secret)") }
    }

    @Test("One reading is recorded for each citizen of whom a text is listed, and none for a list without")
    func readings() throws {
        let before = try entries([]).count
        let identified = ["--identified", "--purpose", "Stikprøve", "--as", "revisor"]
        let listed = try entries(["--kind", "disbursement", "--last", "40"] + identified)
        let citizens = Set(listed.compactMap { $0["body"]?["participant"] }.map(\.compact))
        #expect(listed.count == 40 && citizens.count > 3)
        let readings = try entries(["--last", "\(citizens.count)"])
        #expect(Set(readings.compactMap { $0["body"]?["participant"] }.map(\.compact)) == citizens)
        #expect(readings.allSatisfy { $0["kind"] == "words-read" && $0["staff"] == "revisor" })
        #expect(try entries([]).count == before + citizens.count)
        _ = try entries(["--kind", "release"] + identified)
        _ = try entries(["--kind", "expense"] + identified)
        #expect(try entries([]).count == before + citizens.count)
    }

    @Test("A list of local days holds what was recorded on them, and shows local times")
    func localTimes() throws {
        // Central Europe: an hour ahead, two from 31 March 2024 to 26 October.
        let (spring, autumn) = (Moment(iso: "2024-03-31T01:00:00Z"), Moment(iso: "2024-10-27T01:00:00Z"))
        let (begin, end) = (try #require(spring), try #require(autumn))
        world.offset = { $0 >= begin && $0 < end ? 7200 : 3600 }
        let ledger = world.folder + "/local.sqlite"
        world.environment["MITBUDGET_LEDGER"] = ledger
        let times = [
            "2024-03-30T22:59:59Z", "2024-03-30T23:00:00Z", "2024-03-31T21:59:59Z", "2024-03-31T22:00:00Z",
            "2024-10-26T21:59:59Z", "2024-10-26T22:00:00Z", "2024-10-27T22:59:59Z", "2024-10-27T23:00:00Z",
        ]
        for (place, time) in times.enumerated() {
            world.now = try #require(Moment(iso: time))
            let command =
                place == 0
                ? ["init", "--administrator", "admin"]
                : ["staff", "add", "k-\(place)", "--role", "consultant", "--name", "K"]
            #expect(world.run(command).status == 0)
        }
        func numbers(_ from: String, _ through: String) throws -> [JSON?] {
            try entries(["--recorded-from", from, "--recorded-to", through]).map { $0["entry"] }
        }
        #expect(try numbers("2024-03-30", "2024-03-30") == [1])
        #expect(try numbers("2024-03-31", "2024-03-31") == [2, 3])
        #expect(try numbers("2024-04-01", "2024-10-26") == [4, 5])
        #expect(try numbers("2024-10-27", "2024-10-27") == [6, 7])
        #expect(try numbers("2024-10-28", "9999-12-31") == [8])
        let list = world.run(["journal", "--language", "da"]).output
        for time in ["30-03-2024 23:59", "31-03-2024 00:00", "31-03-2024 23:59", "27-10-2024 00:00"] {
            #expect(list.contains(time), "\(time)")
        }
        #expect(world.run(["entry", "4", "--language", "da"]).output.contains("1. april 2024 kl. 00.00"))
    }

    @Test("A kind is taken by its code and as it is shown, in both languages and whatever its case")
    func kinds() throws {
        for kind in EntryKind.allCases {
            let spellings = Language.allCases.flatMap { [kind.phrase[$0], kind.phrase[$0].uppercased()] }
            for spelling in spellings + [kind.rawValue] { #expect(try ValueKind.kind.parse(spelling) == kind) }
        }
        #expect(try ValueKind.kind.parse("initiativ indskrevet") == .participantEnrolled)
        #expect(try ValueKind.kind.parse("withdrawn") == .participantWithdrawn)
        for other in ["", "udbetal", "xindskrevet", "Release-", "plan"] {
            #expect(throws: (any Error).self) { try ValueKind.kind.parse(other) }
        }
    }
}
