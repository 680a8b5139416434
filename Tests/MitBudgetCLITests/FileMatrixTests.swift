import Foundation
import Glibc
import MitBudget
import Testing

@testable import MitBudgetCLI

/// Runs every command that makes a file at every place where it must not.
@Suite("Where files are made")
struct FileMatrixTests {
    /// Commands that make a file.
    enum Making: String, CaseIterable {
        case initialise, importing, backup, restore, report, reportByForce, export, exportByForce, demo, query

        func arguments(_ place: String) -> [String] {
            switch self {
            case .initialise: ["--ledger", place, "init", "--administrator", "admin"]
            case .importing: ["--ledger", place, "import", "opening.jsonl"]
            case .backup: ["backup", place]
            case .restore: ["--ledger", place, "restore", "FOLDER/good.sqlite"]
            case .report: ["report", "--from", "2023-01-01", "--to", "2023-12-31", "--output", place]
            case .reportByForce: Self.report.arguments(place) + ["--force"]
            case .export: ["export", "csv", "--output", place]
            case .exportByForce: Self.export.arguments(place) + ["--force"]
            case .demo: ["demo", place]
            case .query: ["anchor", "--timestamp-query", place]
            }
        }
    }

    /// The places to try, as names in the folder.
    static let places = [
        "mit-budget.sqlite", "./mit-budget.sqlite", "../HERE/mit-budget.sqlite", "soft", "copy.sqlite", "anything",
        "mit-budget.sqlite-wal", "mit-budget.sqlite-shm", "mit-budget.sqlite-journal", "mit-budget.sqlite-WAL",
        "copy.sqlite-wal", "copy.sqlite-shm", "copy.sqlite-journal", "anything-wal", "fifo", "folder", "/dev/full",
    ]

    private static let ledgers = [
        "mit-budget.sqlite", "./mit-budget.sqlite", "../HERE/mit-budget.sqlite", "copy.sqlite", "anything",
    ]

    private func scene() throws -> TestWorld {
        let world = try TestWorld()
        for line in [
            ["init", "--administrator", "admin"], ["staff", "add", "kim", "--role", "caseworker", "--name", "Kim"],
            ["backup", world.folder + "/copy.sqlite"], ["backup", world.folder + "/anything"],
            ["backup", world.folder + "/good.sqlite"],
        ] {
            let run = world.run(line)
            try #require(run.status == 0, "\(run.error)")
        }
        symlink(world.ledger, world.folder + "/soft")
        mkfifo(world.folder + "/fifo", 0o600)
        mkdir(world.folder + "/folder", 0o700)
        try world.write("{\"command\":\"init\",\"administrator\":\"admin\"}\n", to: "opening.jsonl")
        return world
    }

    private func contents(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard name != "fifo", name != "folder" else { files[name] = Data(); continue }
            files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
        }
        return files
    }

    @Test("No command touches a ledger, a copy, or the names of their logs", arguments: Making.allCases)
    func untouched(making: Making) throws {
        let world = try scene()
        let before = try contents(of: world.folder)
        for name in Self.places {
            let here = world.folder.split(separator: "/").last.map(String.init) ?? ""
            let place =
                name.hasPrefix("/") ? name : world.folder + "/" + name.replacingOccurrences(of: "HERE", with: here)
            let arguments = making.arguments(place).map {
                $0.replacingOccurrences(of: "FOLDER", with: world.folder)
            }
            // `restore` may replace an existing ledger, and keeps it under another name.
            if making == .restore, Self.ledgers.contains(name) { continue }
            let run = world.run(arguments, watchingHead: false)
            let isOther = making == .restore && ["soft", "fifo", "folder", "/dev/full"].contains(name)
            #expect(run.status == (isOther ? 65 : 73), "\(name): \(run.status) \(run.error)")
            #expect(try contents(of: world.folder) == before, "\(name)")
        }
        #expect(!FileManager.default.fileExists(atPath: world.folder + "/mit-budget.sqlite-wal"))
    }

    @Test("Under a second name of the ledger nothing is made either, and the ledger is opened under neither")
    func hardLink() throws {
        for making in Making.allCases {
            let world = try scene()
            link(world.ledger, world.folder + "/hard")
            let before = try contents(of: world.folder)
            let run = world.run(
                making.arguments(world.folder + "/hard").map {
                    $0.replacingOccurrences(of: "FOLDER", with: world.folder)
                }, watchingHead: false)
            let expected: Int32 = making == .backup || making == .restore ? 65 : 73
            #expect(run.status == expected, "\(making): \(run.status) \(run.error)")
            #expect(try contents(of: world.folder) == before, "\(making)")
            #expect(world.run(["status"], watchingHead: false).status == 65)
        }
    }

    @Test("A report of one's own is replaced by force, and by nothing less")
    func force() throws {
        let world = try scene()
        let place = world.folder + "/report.txt"
        for making in [Making.report, .export] {
            #expect(world.run(making.arguments(place)).status == (making == .report ? 0 : 73))
        }
        for making in [Making.reportByForce, .exportByForce] {
            #expect(world.run(making.arguments(place)).status == 0)
        }
    }
}

/// `MITBUDGET_ANCHORS`.
@Suite("Anchors kept beside the ledger")
struct AnchorsTests {
    private let world: TestWorld
    private var file: String { world.folder + "/anchors.txt" }

    init() throws {
        world = try TestWorld()
        world.environment["MITBUDGET_ANCHORS"] = world.folder + "/anchors.txt"
    }

    private func lines() throws -> [Substring] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    }

    @Test("Each commit adds its anchor, with its time; what is refused, dry or only read adds none")
    func commits() throws {
        var anchors: [String] = []
        for line in [
            ["init", "--administrator", "admin"], ["staff", "add", "kim", "--role", "caseworker", "--name", "Kim"],
            ["participant", "enrol", "--on", "2023-01-02", "--as", "kim"],
            ["participant", "show", "B01", "--identified", "--purpose", "Kontrol", "--as", "kim"],
            ["participant", "disclose", "B01"],
            ["participant", "erase", "B01", "--reason", "Ønske", "--override", "Dom"],
        ] {
            world.now = Moment(iso: "2023-06-01T12:00:00Z") ?? .unixEpoch
            let run = world.run(line)
            #expect(run.status == 0, "\(run.error)")
            #expect(run.error.isEmpty, "\(run.error)")
            anchors.append(try #require(run.heads.after))
        }
        for line in [
            ["staff", "add", "kim", "--role", "auditor", "--name", "Kim"], ["status"], ["verify"],
            ["staff", "add", "ann", "--role", "auditor", "--name", "Ann", "--dry-run"],
        ] {
            _ = world.run(line)
        }
        #expect(try lines() == anchors.map { "2023-06-01T12:00:00Z \($0)" })
    }

    @Test("An import adds the anchor of its last entry")
    func importing() throws {
        try world.write(
            """
            {"command":"init","administrator":"admin"}
            {"command":"staff add","id":"kim","role":"caseworker","name":"Kim"}
            """, to: "all.jsonl")
        #expect(world.run(["import", "all.jsonl"]).status == 0)
        #expect(try lines().count == 1)
        #expect(try lines()[0].contains(" 2:"))
    }

    @Test(
        "Where it cannot be kept the entry stands, and a warning says so in either form",
        arguments: ["mit-budget.sqlite", "mit-budget.sqlite-wal", "mit-budget.sqlite-x/a", "link", "fifo"])
    func failing(name: String) throws {
        #expect(world.run(["init", "--administrator", "admin"]).status == 0)
        symlink(file, world.folder + "/link")
        mkfifo(world.folder + "/fifo", 0o600)
        world.environment["MITBUDGET_ANCHORS"] = world.folder + "/" + name
        let text = world.run(["staff", "add", "kim", "--role", "caseworker", "--name", "Kim"])
        #expect(text.status == 0 && text.error.contains("Entry 2 stands"), "\(text.error)")
        let json = world.run(["staff", "end", "kim", "--format", "json"])
        #expect(json.status == 0 && json.error.hasPrefix("{\"warning\":{\"message\":\"Entry 3 stands"), "\(json.error)")
        #expect(json.output.hasPrefix("{\"entry\":3,"))
        #expect(world.run(["verify"]).status == 0)
        #expect(try lines().count == 1)
    }
}
