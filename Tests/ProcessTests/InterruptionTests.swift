import Foundation
import Glibc
import SQLite
import TestSupport
import Testing

/// What ends the program from outside: signals, limits, a full disk.
@Suite("Interrupted", .serialized)
struct InterruptionTests {
    @Test(
        "A signal that ends the program leaves nothing of what was half done, and is what ended it",
        arguments: [
            SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR,
            SIGSTKFLT, SIGSYS, SIGABRT, SIGSEGV, 34, 50, 64,
        ])
    func signals(number: Int32) throws {
        let scratch = try Scratch()
        // An import that makes a ledger and has much to do before the ledger is whole.
        let work = try Scratch()
        let lines =
            [#"{"command":"init","administrator":"admin"}"#]
            + (1...60_000).map { #"{"command":"staff add","id":"s\#($0)","role":"auditor","name":"x"}"# }
        try Data(lines.joined(separator: "\n").utf8).write(to: work.folder.appending(path: "lines.jsonl"))
        let process = Process()
        process.executableURL = URL(filePath: try BuiltProgram.path)
        process.arguments = ["--ledger", scratch.path(), "import", work.folder.appending(path: "lines.jsonl").path]
        process.standardError = Pipe()
        try process.runWithAllSignals()
        var names: [String] = []
        for _ in 0..<60_000 where names.isEmpty && process.isRunning {
            usleep(10_000)
            names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
        }
        #expect(names.allSatisfy { $0.hasPrefix("ledger.sqlite.new-") } && !names.isEmpty, "\(names)")
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == [])
    }

    @Test("A signal that was ignored before stays ignored, as with nohup")
    func ignored() throws {
        let scratch = try Scratch()
        let script = """
            trap '' HUP
            { echo '{"command":"init","administrator":"admin"}'; sleep 1; kill -HUP $$; sleep 1; } | \
            { "$0" --ledger "$1" import - ; } & wait
            """
        let done = try Outside.run(["sh", "-c", script, try BuiltProgram.path, scratch.path()])
        #expect(FileManager.default.fileExists(atPath: scratch.path()), "\(done)")
    }

    @Test("Where a file may not grow, it is told whether the entry was recorded, whichever the limit")
    func limits() throws {
        let office = try Office()
        var (recorded, refused) = (0, 0)
        for limit in [0, 1, 4, 8, 16, 24, 32, 40, 64, 80, 104, 108, 112, 128, 256] {
            let before = try office.integers("SELECT max(seq) FROM journal")[0]
            // The unit is 512 bytes in sh and 1024 in others; it only matters that there are many limits.
            let line = "ulimit -f \(limit); \"$0\" release B01 --item 1 --amount 1 --on 2023-02-02 2>&1 | cat"
            let done = try Outside.run(
                ["sh", "-c", "{ \(line); } 2>&1", office.program], environment: office.environment)
            let after = try office.integers("SELECT max(seq) FROM journal")[0]
            if after > before {
                recorded += 1
                #expect(done.output.contains("Recorded as number \(after)"), "\(limit): \(done)")
            } else {
                refused += 1
                #expect(done.output.contains("Nothing was recorded"), "\(limit): \(done)")
                #expect(done.output.contains("ulimit -f"), "\(limit): \(done)")
            }
            #expect(try office.run(["status"]).status == 0)
        }
        #expect(recorded > 0 && refused > 0)
        try office.expectOrder()
    }

    @Test("Where only the log may not grow, since a reader keeps it, that is told too, and so is a copy's")
    func limitOfLog() throws {
        let office = try Office()
        let reader = try Connection(path: office.ledger, access: .readWrite, busyMilliseconds: 0)
        try reader.script("BEGIN; SELECT count(*) FROM journal")
        _ = try reader.first("SELECT count(*) FROM journal", as: Int64.self)
        var (recorded, refused) = (0, 0)
        for attempt in 1...12 {
            let done = try Outside.run(
                [
                    "sh", "-c", "ulimit -f 160; \"$0\" release B01 --item 1 --amount \(attempt) --on 2023-02-02",
                    office.program,
                ], environment: office.environment)
            guard done.status != 0 else { recorded += 1; continue }
            refused += 1
            #expect(done.status == 74 && done.errors.contains("ulimit -f"), "\(attempt): \(done)")
        }
        #expect(recorded > 0 && refused > 0, "\(recorded), \(refused)")
        let copy = office.scratch.path("copy.sqlite")
        let done = try Outside.run(
            ["sh", "-c", "ulimit -f 64; \"$0\" backup \"$1\"", office.program, copy], environment: office.environment)
        #expect(done.status == 74 && done.errors.contains("’ could not be written: the file may"), "\(done)")
        try reader.close()
        try office.expectOrder()
    }

    @Test("An entry that was recorded is told of, also where what is printed cannot be kept")
    func outputFull() throws {
        let office = try Office()
        let done = try Outside.run(
            ["sh", "-c", "\"$0\" release B01 --item 1 --amount 1 --on 2023-02-02 >/dev/full", office.program],
            environment: office.environment)
        let last = try office.integers("SELECT max(seq) FROM journal")[0]
        #expect(done.status == 74 && done.errors.contains("Entry \(last) is recorded"), "\(done)")
    }
}

/// A disk that is full to the last byte.
@Suite(
    "A full disk", .serialized,
    .enabled(if: FullDisk.mayMount, "no small file system can be mounted here, which only the superuser may"))
struct FullDiskTests {
    @Test("Reading, reports and a backup to another disk work; what would write says that the disk is full")
    func full() throws {
        let office = try Office()
        let disk = try FullDisk()
        try FileManager.default.copyItem(atPath: office.ledger, toPath: disk.path("ledger.sqlite"))
        let fresh = try office.run(["--ledger", disk.path("ledger.sqlite"), "status"])
        #expect(fresh.status == 0, "\(fresh)")
        for spare in [0, 1, 4, 12, 28, 36, 40] {
            try disk.fill(sparing: spare)
            for line in [
                ["status"], ["participant", "list"], ["verify"], ["journal"], ["export", "jsonl"],
                ["report", "--from", "2023-01-01", "--to", "2023-12-31"],
                ["backup", office.scratch.path("copy-\(spare).sqlite")],
            ] {
                let done = try office.run(["--ledger", disk.path("ledger.sqlite")] + line)
                #expect(done.status == 0 && done.errors.isEmpty, "\(spare) KiB, \(line): \(done)")
            }
            for line in [
                ["release", "B01", "--item", "1", "--amount", "1", "--on", "2023-02-02"],
                ["report", "--from", "2023-01-01", "--to", "2023-12-31", "--output", disk.path("report.html")]
                    + ["--format", "html"],
                ["backup", disk.path("copy.sqlite")], ["demo", disk.path("demo")],
                ["init", "--administrator", "admin"],
            ] {
                let ledger = line[0] == "init" ? "new.sqlite" : "ledger.sqlite"
                let done = try office.run(["--ledger", disk.path(ledger)] + line)
                if done.status == 0, line[0] == "release" || line[0] == "report" { continue }
                #expect([73, 74].contains(done.status), "\(spare) KiB, \(line): \(done)")
                #expect(done.errors.lowercased().contains("disk is full"), "\(spare) KiB, \(line): \(done)")
            }
            let names = try disk.names().filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
            #expect(Set(names).isSubset(of: ["fill", "ledger.sqlite", "report.html"]), "\(names)")
            try? FileManager.default.removeItem(atPath: disk.path("report.html"))
        }
        try FileManager.default.removeItem(atPath: disk.path("fill"))
        let verified = try office.run(["--ledger", disk.path("ledger.sqlite"), "verify"])
        #expect(verified.status == 0, "\(verified)")
        let again = try office.run(
            ["--ledger", disk.path("ledger.sqlite"), "release", "B01", "--item", "1", "--amount", "1"]
                + ["--on", "2023-02-02"])
        #expect(again.status == 0, "\(again)")
    }
}

extension FullDiskTests {
    @Test("On a read-only disk all that only looks works, and what would record says what the disk is")
    func sealed() throws {
        let office = try Office()
        let disk = try FullDisk()
        let ledger = disk.path("ledger.sqlite")
        try FileManager.default.copyItem(atPath: office.ledger, toPath: ledger)
        try disk.seal()
        let release = ["release", "B01", "--item", "1", "--amount", "1", "--on", "2023-02-02"]
        for line in [["status"], ["verify"], release + ["--dry-run"]] {
            let done = try office.run(["--ledger", ledger] + line)
            #expect(done.status == 0, "\(line): \(done)")
        }
        let words = ["en": "the disk is read-only", "da": "drevet er skrivebeskyttet"]
        for (language, words) in words {
            let globals = ["--ledger", ledger, "--language", language]
            let done = try office.run(globals + release)
            #expect(done.status == 74 && done.errors.contains("’") && done.errors.contains(words), "\(done)")
            let piped = try Outside.run(
                ["sh", "-c", "echo '{}' | \"$0\" \"$@\"", office.program] + globals + ["import", "-"],
                environment: office.environment)
            #expect(piped.status == 73 && piped.errors.contains(words) && !piped.errors.contains("‘"), "\(piped)")
        }
    }

    @Test("Without the right to write the folder that is what is told, in one language")
    func folder() throws {
        let office = try Office()
        try #require(chmod(office.scratch.folder.path, 0o555) == 0)
        defer { chmod(office.scratch.folder.path, 0o700) }
        let done = try office.runWithoutPrivilege([
            "--language", "da", "release", "B01", "--item", "1", "--amount", "1", "--on", "2023-02-02",
        ])
        #expect(done.status == 74 && done.errors.contains("Der kan ikke skrives i ‘"), "\(done)")
        #expect(done.errors.contains("adgang nægtet"), "\(done)")
    }

    @Test("A demo for which there is no room is told in one language, and one with a slash behind is its folder")
    func demo() throws {
        let office = try Office(isEmpty: true)
        let disk = try FullDisk()
        try disk.fill(sparing: 200)
        let done = try office.run(["--language", "da", "demo", disk.path("demo/")])
        #expect(done.status == 74 && done.errors.contains("Disken er fuld"), "\(done)")
        #expect(!done.errors.contains("Make room"), "\(done)")
        let made = try office.run(["demo", office.scratch.path("demo//")])
        #expect(made.status == 0, "\(made)")
        #expect(FileManager.default.fileExists(atPath: office.scratch.path("demo/mit-budget.sqlite")))
    }
}

/// A file system of 1 MiB in memory.
private final class FullDisk {
    private let scratch: Scratch

    static let mayMount: Bool = {
        guard geteuid() == 0, let scratch = try? Scratch() else { return false }
        let mounted = try? Outside.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", scratch.folder.path])
        guard mounted?.status == 0 else { return false }
        return (try? Outside.run(["umount", scratch.folder.path]))?.status == 0
    }()

    init() throws {
        scratch = try Scratch()
        let done = try Outside.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", scratch.folder.path])
        try #require(done.status == 0, "\(done)")
    }

    deinit {
        _ = try? Outside.run(["umount", scratch.folder.path])
    }

    func path(_ name: String) -> String { scratch.path(name) }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    }

    /// Makes the disk read-only.
    func seal() throws {
        let done = try Outside.run(["mount", "-o", "remount,ro", scratch.folder.path])
        try #require(done.status == 0, "\(done)")
    }

    /// Fills the disk except for a number of KiB.
    func fill(sparing spare: Int) throws {
        try? FileManager.default.removeItem(atPath: path("fill"))
        let file = open(path("fill"), O_WRONLY | O_CREAT, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 1, count: 1024)
        var size = 0
        while write(file, page, page.count) == page.count { size += page.count }
        ftruncate(file, max(0, size - spare * 1024))
    }
}
