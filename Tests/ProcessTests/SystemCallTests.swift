import Foundation
import MitBudget
import MitBudgetStore
import TestSupport
import Testing

/// The program itself, while `strace` makes a single system call fail in each run.
///
/// There is a run for every call that concerns the ledger's folder, or for as many of each kind as
/// `MITBUDGET_CALLS_OF_A_KIND` says.
@Suite(
    "Failing system calls", .serialized,
    .enabled(
        if: SystemCalls.mayTrace || SystemCalls.isRequired,
        "strace is not here, or may not trace here; MITBUDGET_STRACE=required makes that a failure"))
struct SystemCallTests {
    /// How many calls of a kind are made to fail per command, spread evenly over all of them.
    static let limit = ProcessInfo.processInfo.environment["MITBUDGET_CALLS_OF_A_KIND"].flatMap { Int($0) } ?? 5

    @Test(
        "Whichever call fails, the program says so and ends as agreed, loses nothing, and does it when asked again",
        arguments: Trial.all)
    func fails(trial: Trial) throws {
        try #require(SystemCalls.mayTrace, "strace is not here, or may not trace here")
        let scene = try Scene(trial)
        var tally: [Int32: Int] = [:]
        var runs = 0
        let calls = try scene.calls()
        for kind in SystemCalls.kinds {
            let numbers = calls[kind.name] ?? []
            let count = min(Self.limit, numbers.count)
            for index in (0..<count).map({ $0 * numbers.count / count }) {
                // Not every error at every call, unless every call is asked for.
                let errors = Self.limit < numbers.count ? [kind.errors[index % kind.errors.count]] : kind.errors
                for error in errors {
                    let status = try scene.run(failing: kind.name, number: numbers[index], with: error)
                    tally[status, default: 0] += 1
                    runs += 1
                }
            }
        }
        #expect(runs >= 20, "\(calls)")
        #expect(tally.keys.contains { $0 != 0 }, "some do harm: \(tally)")
        if ProcessInfo.processInfo.environment["TALLY"] != nil {
            let statuses = tally.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            print("calls: \(trial.name): \(calls.values.map(\.count).reduce(0, +)) calls, \(runs) runs, \(statuses)")
        }
    }
}

extension SystemCallTests {
    @Test("A ledger on a network drive is refused, none is made there, and a copy there can be checked")
    func networkDrive() throws {
        try #require(SystemCalls.mayTrace, "strace is not here, or may not trace here")
        let office = try Office()
        // The result that the system gives for NFS: it begins with the number of the file system's kind.
        let drive = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=statfs:poke_exit=@arg2=6969000000000000"]
        for (arguments, status) in [
            (["status"], 65), (["participant", "enrol", "--on", "2023-01-03"], 65), (["verify"], 0),
            (["--ledger", office.scratch.path("new.sqlite"), "init", "--administrator", "admin"], 73),
        ] as [([String], Int32)] {
            let done = try Outside.run(drive + [office.program] + arguments, environment: office.environment)
            #expect(done.status == status, "\(arguments): \(done)")
            #expect(done.errors.contains("network drive") == (status != 0), "\(arguments): \(done)")
        }
        try office.expectOrder()
    }
}

/// A command that is run with failing calls.
struct Trial: CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    /// Whether the folder is empty before the run.
    var isFirst = false
    /// A file that the command makes.
    var makes: String?
    /// Whether the command only reads.
    var isReading = false
    var testDescription: String { name }

    static let all = [
        Trial(name: "init", arguments: ["init", "--administrator", "admin"], isFirst: true, makes: Scene.ledger),
        Trial(
            name: "disburse",
            arguments: [
                "disburse", "B01", "--item", "1", "--amount", "10", "--voucher", "V-1", "--payee", "Skolen", "--on",
                "2023-03-01",
            ]),
        Trial(name: "backup", arguments: ["backup", "FOLDER/new.sqlite"], makes: "new.sqlite"),
        Trial(name: "restore", arguments: ["restore", "FOLDER/old.sqlite", "--accept-loss"]),
        Trial(
            name: "erase",
            arguments: ["participant", "erase", "B01", "--reason", "Ønske", "--override", "Dom"]),
        Trial(
            name: "report",
            arguments: [
                "report", "--from", "2023-01-01", "--to", "2023-12-31", "--format", "html", "--output",
                "FOLDER/report.html",
            ], makes: "report.html"),
        Trial(name: "verify", arguments: ["verify"], isReading: true),
    ]
}

/// A folder that is reset before each run.
private final class Scene {
    static let ledger = "ledger.sqlite"
    private let trial: Trial
    private let scratch: Scratch
    private let program: String
    private var files: [String: Data] = [:]
    private var folder: String { scratch.folder.path }
    private var path: String { scratch.path(Self.ledger) }

    init(_ trial: Trial) throws {
        self.trial = trial
        scratch = try Scratch()
        program = try BuiltProgram.path
        guard !trial.isFirst else { return }
        // A ledger, and a backup that lacks its last entry.
        let office = try Office()
        try #require(try office.run(["backup", office.scratch.path("old.sqlite")]).status == 0)
        let last = ["release", "B01", "--item", "1", "--amount", "100", "--on", "2023-02-02"]
        try #require(try office.run(last).status == 0)
        files = try Self.contents(of: office.scratch.folder)
        try #require(Set(files.keys) == [Self.ledger, "old.sqlite"])
    }

    /// The numbers of the calls of each kind that concern the folder or the program's output, in a run in which none
    /// fails.
    func calls() throws -> [String: [Int]] {
        try reset()
        let log = scratch.folder.path + ".calls"
        defer { try? FileManager.default.removeItem(atPath: log) }
        let names = SystemCalls.kinds.map(\.name).joined(separator: ",")
        let done = try trace(["-y", "-o", log, "-e", "trace=" + names])
        try #require(done.status == 0, "\(done.errors)")
        var (seen, numbers): ([String: Int], [String: [Int]]) = ([:], [:])
        for line in try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n") {
            guard let call = line.firstMatch(of: /^\d+ +([a-z0-9_]+)\(/)?.output.1 else { continue }
            let name = String(call)
            seen[name, default: 0] += 1
            let concerns = line.contains(folder) || line.contains(" write(1<")
            if concerns, let number = seen[name] { numbers[name, default: []].append(number) }
        }
        return numbers
    }

    /// Makes one call fail and checks the outcome.
    /// - Returns: the program's exit status.
    func run(failing call: String, number: Int, with error: String) throws -> Int32 {
        try reset()
        let before = try journal()
        let log = scratch.folder.path + ".calls"
        defer { try? FileManager.default.removeItem(atPath: log) }
        let done = try trace(
            ["-o", log, "-e", "trace=" + call, "-e", "inject=\(call):error=\(error):when=\(number)"])
        let what: Comment = "\(trial.name): \(error) at \(call) \(number): \(done.status) \(done.output)\(done.errors)"
        #expect(try String(contentsOfFile: log, encoding: .utf8).contains("(INJECTED)"), what)
        #expect([0, 73, 74, 75].contains(done.status), what)
        let lines = done.errors.split(separator: "\n")
        #expect(done.status == 0 ? lines.isEmpty : (1...2).contains(lines.count), what)

        let after = try journal()
        let isMade = trial.makes.map { FileManager.default.fileExists(atPath: scratch.path($0)) }
        let isRecorded = after != before
        #expect(!(trial.isReading && isRecorded), what)
        if done.status == 0 {
            #expect(isMade ?? (isRecorded || trial.isReading), what)
        } else if !(isMade ?? isRecorded) {
            let again = try Outside.run([program] + arguments, environment: environment)
            #expect(again.status == 0, "\(what) and then \(again.output)\(again.errors)")
        }
        try expectOrder(before: before, what)
        return done.status
    }

    /// Checks that every ledger with a name is whole, and that every earlier entry is where it must be.
    private func expectOrder(before: [Anchor], _ what: Comment) throws {
        var held: [Anchor] = []
        for name in try Self.contents(of: scratch.folder).keys where name != "report.html" {
            // A run that was cut short leaves a file that no one uses; its name says so.
            if name.contains(".new-") || ["-wal", "-shm"].contains(where: name.hasSuffix) { continue }
            let findings = try Ledger.with(path: scratch.path(name), access: .checking) {
                ledger throws(LedgerFailure) in
                try ledger.verify().findings
            }
            #expect(findings == [], "\(name): \(what)")
            held += try journal(of: name)
        }
        let lost = before.filter { !held.contains($0) }
        #expect(lost == [], what)
        for name in try Self.contents(of: scratch.folder).keys where name.contains(".new-") {
            let mode = try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(name): \(what)")
        }
    }

    private func journal(of name: String = Scene.ledger) throws -> [Anchor] {
        guard FileManager.default.fileExists(atPath: scratch.path(name)) else { return [] }
        return try Ledger.with(path: scratch.path(name), access: .checking) { ledger throws(LedgerFailure) in
            let last = try ledger.anchor().number.value
            var anchors: [Anchor] = []
            for number in 1...last {
                guard let number = EntryNumber(number) else { continue }
                anchors.append(try ledger.anchor(at: number))
            }
            return anchors
        }
    }

    private func trace(_ options: [String]) throws -> Outside {
        try Outside.run(
            ["strace", "-f", "-qq"] + options + [program] + arguments, environment: environment)
    }

    private var arguments: [String] {
        trial.arguments.map { $0.replacingOccurrences(of: "FOLDER", with: folder) }
    }

    private var environment: [String: String] {
        ["MITBUDGET_LEDGER": path, "MITBUDGET_LANGUAGE": "en"]
    }

    private func reset() throws {
        for name in try Self.contents(of: scratch.folder).keys {
            try FileManager.default.removeItem(at: scratch.folder.appending(path: name))
        }
        for (name, data) in files {
            try data.write(to: scratch.folder.appending(path: name))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path(name))
        }
    }

    private static func contents(of folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            files[name] = try Data(contentsOf: folder.appending(path: name))
        }
        return files
    }
}

/// The system calls that are made to fail.
enum SystemCalls {
    /// Each call and the errors that it can end in.
    static let kinds: [(name: String, errors: [String])] = [
        ("openat", ["EIO", "ENOSPC", "EINTR"]), ("read", ["EIO", "EINTR"]), ("pread64", ["EIO", "EINTR"]),
        ("write", ["ENOSPC", "EIO", "EINTR"]), ("pwrite64", ["ENOSPC", "EIO", "EINTR"]),
        ("ftruncate", ["EIO", "ENOSPC", "EINTR"]), ("fdatasync", ["EIO", "ENOSPC", "EINTR"]),
        ("fsync", ["EIO", "ENOSPC", "EINTR"]), ("renameat2", ["ENOSPC", "EIO"]),
        ("rename", ["ENOSPC", "EIO"]), ("unlink", ["EIO"]), ("fchmod", ["EIO"]), ("mmap", ["ENOMEM"]),
        ("fcntl", ["ENOLCK", "EIO"]),
    ]

    /// Whether the tests fail if this machine cannot trace.
    static let isRequired = ProcessInfo.processInfo.environment["MITBUDGET_STRACE"] == "required"

    static let mayTrace = (try? Outside.run(["strace", "-f", "-o", "/dev/null", "true"]))?.status == 0
}
