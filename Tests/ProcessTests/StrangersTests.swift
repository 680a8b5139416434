import Foundation
import Glibc
import TestSupport
import Testing

/// Other users' files in a folder that everyone may write; only the superuser can set them up.
@Suite("Files of others", .serialized, .enabled(if: geteuid() == 0, "only the superuser can give a file to another"))
struct StrangersTests {
    /// The ledger of a user who is not the superuser.
    private let desk: Office
    /// A folder that everyone may write.
    private let common: Scratch

    init() throws {
        desk = try Office(isEmpty: true)
        common = try Scratch()
        try #require(chown(desk.scratch.folder.path, 65_534, 65_534) == 0)
        try #require(chmod(common.folder.path, 0o777) == 0)
        try #require(run(["init", "--administrator", "admin"]).status == 0)
    }

    private func run(_ command: [String], anchors: String? = nil) throws -> Outside {
        var environment = desk.environment
        environment["MITBUDGET_ANCHORS"] = anchors
        return try Outside.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", desk.program] + command,
            environment: environment)
    }

    private func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("What one may not read is not replaced, and nothing lies beside it that would be its log")
    func unread() throws {
        let office = try Office()
        let place = common.path("theirs.sqlite")
        try FileManager.default.copyItem(atPath: office.ledger, toPath: place)
        let before = try Data(contentsOf: URL(filePath: place))
        let year = ["--from", "2023-01-01", "--to", "2023-12-31"]
        for suffix in ["", "-wal", "-shm", "-journal"] {
            for command in [["export", "csv"], ["report"] + year] {
                for force in [[], ["--force"]] {
                    let done = try run(command + ["--output", place + suffix] + force)
                    #expect(done.status == 73, "\(command)\(force), \(suffix): \(done)")
                }
            }
            let added = try run(
                ["staff", "add", "kim\(suffix)", "--role", "auditor", "--name", "Kim"], anchors: place + suffix)
            #expect(added.status == 0 && added.errors.contains("stands"), "\(suffix): \(added)")
        }
        #expect(try names(in: common.folder) == ["theirs.sqlite"])
        // The user may add to the file without reading it.
        #expect(chmod(place, 0o622) == 0)
        let added = try run(["staff", "add", "ann", "--role", "auditor", "--name", "Ann"], anchors: place)
        #expect(added.status == 0 && added.errors.contains("may not be read"), "\(added)")
        #expect(try Data(contentsOf: URL(filePath: place)) == before)
        // A user's own file is not another's.
        let own = desk.scratch.path("own")
        #expect(try run(["export", "csv", "--output", own]).status == 0)
        #expect(chmod(own, 0) == 0)
        let done = try run(["export", "csv", "--output", own, "--force"])
        #expect(done.status == 73 && done.errors.contains("may not be read"), "\(done)")
    }

    @Test("A log that one member of the group has shut to another is told as what it is, with who can open it")
    func shut() throws {
        let member = try #require(getpwnam("daemon")).pointee
        let (ledger, log) = (desk.ledger, desk.ledger + "-wal")
        #expect(chown(ledger, 0, member.pw_gid) == 0 && chmod(ledger, 0o660) == 0)
        #expect(FileManager.default.createFile(atPath: log, contents: nil))
        #expect(chown(log, member.pw_uid, 12_345) == 0 && chmod(log, 0o660) == 0)
        func status() throws -> Outside {
            try Outside.run(
                [
                    "setpriv", "--reuid=65534", "--regid=65534", "--groups=\(member.pw_gid)", desk.program, "status",
                ], environment: desk.environment)
        }
        let shut = try status()
        #expect(shut.status == 65 && shut.errors.contains("to the group ‘daemon’ (chgrp)"), "\(shut)")
        #expect(!shut.errors.contains("move it away"), "\(shut)")
        #expect(chown(log, member.pw_uid, member.pw_gid) == 0)
        #expect(try status().status == 0)
    }
}
