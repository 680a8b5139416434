import Foundation
import Glibc
import TestSupport
import Testing

/// The ledger's upkeep, by independent processes of the program.
@Suite("Keeping the ledger", .serialized)
struct KeepingTests {
    @Test("An auditor who may only read checks and reads a ledger in a folder that no one may write; no file changes")
    func readOnly() throws {
        let office = try Office()
        let folder = office.scratch.folder.path
        let before = try Self.contents(of: folder)
        for (path, mode) in [(office.ledger, 0o440), (folder, 0o550)] { try #require(chmod(path, mode_t(mode)) == 0) }
        defer { chmod(folder, 0o700) }
        for command in [["verify"], ["status"], ["anchor"], ["participant", "show", "B01"]] {
            let done = try office.runWithoutPrivilege(command)
            #expect(done.status == 0, "\(command): \(done.output)\(done.errors)")
        }
        let write = try office.runWithoutPrivilege(["staff", "list"])
        #expect(write.status == 0, "\(write.errors)")
        let refused = try office.runWithoutPrivilege(["participant", "enrol", "--on", "2023-01-02"])
        #expect(refused.status == 74, "\(refused.output)\(refused.errors)")
        #expect(try Self.contents(of: folder) == before)
    }

    @Test("A restore waits for no one for ever: while someone has the ledger open, it says so and does nothing")
    func restoreBusy() throws {
        let office = try Office()
        #expect(try office.run(["backup", office.scratch.path("copy.sqlite")]).status == 0)
        // A reader of some other program, in the middle of a transaction.
        let reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/env")
        reader.arguments = ["sqlite3", "-batch", office.ledger]
        let input = Pipe()
        let output = Pipe()
        (reader.standardInput, reader.standardOutput) = (input, output)
        try reader.runWithAllSignals()
        input.fileHandleForWriting.write(Data("BEGIN; SELECT count(*) FROM journal;\n".utf8))
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        let busy = try office.run(["restore", office.scratch.path("copy.sqlite")])
        #expect(busy.status == 75, "\(busy.output)\(busy.errors)")
        // Writing goes on beside the reader all the same.
        #expect(try office.run(["release", "B01", "--item", "1", "--amount", "1", "--on", "2023-02-02"]).status == 0)
        try input.fileHandleForWriting.close()
        reader.waitUntilExit()
        #expect(try office.run(["restore", office.scratch.path("copy.sqlite"), "--accept-loss"]).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: office.scratch.folder.path)
        #expect(names.filter { $0.contains(".new-") || $0.hasSuffix("-wal") || $0.hasSuffix("-shm") } == [])
        try office.expectOrder()
    }

    /// Runs three writers until a file appears; each says how often it wrote.
    private static let writers = """
        work() {
            done=0
            while [ ! -e "$STOP" ]; do
                "$PROGRAM" disburse B01 --item 1 --amount 1 --voucher "W$1-$done" --payee Butik --on 2023-02-02 \
                    >/dev/null || exit 1
                done=$((done + 1))
            done
            echo "$done"
        }
        for writer in 1 2 3; do work "$writer" & done
        wait
        """

    @Test("Backups taken while others write are each a consistent state, and verify against the ledger")
    func backups() throws {
        let office = try Office()
        let stop = office.scratch.path("stop")
        let writers = Process()
        writers.executableURL = URL(filePath: "/bin/sh")
        writers.arguments = ["-c", Self.writers]
        writers.environment = office.environment.merging(["STOP": stop, "PROGRAM": office.program]) { $1 }
        let said = Pipe()
        writers.standardOutput = said
        try writers.runWithAllSignals()
        var anchors: [String] = []
        for round in 1...8 {
            let copy = office.scratch.path("copy-\(round).sqlite")
            let done = try office.run(["backup", copy])
            #expect(done.status == 0, "\(done.output)\(done.errors)")
            let anchor = done.output.split(separator: "Anchor ").last ?? ""
            anchors.append(anchor.trimmingCharacters(in: .whitespacesAndNewlines))
            let checked = try office.run(["--ledger", copy, "verify"])
            #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
            #expect(checked.output.contains(anchors[round - 1]))
        }
        #expect(FileManager.default.createFile(atPath: stop, contents: nil))
        let counts = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        writers.waitUntilExit()
        #expect(counts.split(separator: "\n").compactMap { Int($0) }.filter { $0 > 0 }.count == 3, "\(counts)")
        #expect(Set(anchors).count > 1, "they did write meanwhile")
        let verified = try office.run(["verify"] + anchors.flatMap { ["--anchor", $0] })
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    }

    @Test("Texts do not stand in the arguments of a process when a dash stands for them")
    func unseen() throws {
        let office = try Office()
        let done = try Outside.run(
            [office.program, "participant", "enrol", "--name", "-", "--case", "-", "--on", "2023-01-02"],
            input: "Karla Eksempel\nSag 17\n", environment: office.environment)
        #expect(done.status == 0, "\(done.errors)")
        let shown = try office.run(["participant", "show", "B02", "--identified", "--purpose", "Kontrol"])
        #expect(shown.output.contains("Karla Eksempel") && shown.output.contains("Sag 17"))
    }

    @Test(
        "Root restores a lost ledger for the administrator's account, which goes on with it; with a ledger there, not",
        .enabled(if: geteuid() == 0))
    func rootRestores() throws {
        let office = try Office(isEmpty: true)
        let folder = office.scratch.folder.path
        try #require(chown(folder, 65_534, 65_534) == 0)
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", office.program]
        func run(_ command: [String], as user: [String]) throws -> Outside {
            try Outside.run(user + command, environment: office.environment)
        }
        let copy = office.scratch.path("copy.sqlite")
        #expect(try run(["init", "--administrator", "admin"], as: nobody).status == 0)
        #expect(try run(["backup", copy], as: nobody).status == 0)
        let restore = ["restore", copy, "--as", "admin"]
        #expect(try run(restore, as: [office.program]).status == 77, "there is a ledger")
        try FileManager.default.removeItem(atPath: office.ledger)
        #expect(try run(["restore", copy], as: [office.program]).status == 77, "no one is named")
        let done = try run(restore, as: [office.program])
        #expect(done.status == 0, "\(done.errors)")
        #expect(try run(["staff", "list"], as: [office.program]).status == 77, "root is no staff member")
        let added = try run(["staff", "add", "kim", "--role", "auditor", "--name", "Kim"], as: nobody)
        #expect(added.status == 0, "\(added.errors)")
        let told = try run(["journal", "--kind", "ledger-restored", "--format", "json"], as: nobody)
        #expect(told.output.contains("\"root\":true") && told.output.contains("\"staff\":\"admin\""))
        #expect(try run(["verify"], as: nobody).status == 0)
    }

    /// The contents of every file in a folder, by name.
    private static func contents(of folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
        }
        return files
    }
}

extension Office {
    /// Runs the program as the same user without root's right to ignore permissions.
    func runWithoutPrivilege(_ arguments: [String]) throws -> Outside {
        let prefix = geteuid() == 0 ? ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] : []
        return try Outside.run(prefix + [program] + arguments, environment: environment)
    }
}
