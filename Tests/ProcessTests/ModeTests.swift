import Foundation
import TestSupport
import Testing

@Suite("A new ledger's file")
struct ModeTests {
    @Test("Only the owner may read and write it, whatever the umask", arguments: ["000", "022", "077", "777"])
    func mode(umask: String) throws {
        // The umask belongs to the whole process, so it is set in one of its own.
        let scratch = try Scratch()
        let made = try Outside.run(
            ["sh", "-c", "umask \(umask); exec \"$0\" init --administrator admin", try BuiltProgram.path],
            environment: ["MITBUDGET_LEDGER": scratch.path()])
        #expect(made.status == 0, "\(made.errors)")
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path())
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["ledger.sqlite"])
    }

    @Test("A group's ledger is the group's to read and write, and no one else's; so are the files beside it")
    func group() throws {
        let scratch = try Scratch()
        let own = try Outside.run(["id", "-gn"]).output.trimmingCharacters(in: .newlines)
        let environment = ["MITBUDGET_LEDGER": scratch.path(), "MITBUDGET_LANGUAGE": "en"]
        let program = try BuiltProgram.path
        let made = try Outside.run(
            ["sh", "-c", "umask 077; exec \"$0\" init --administrator admin --group \"$1\"", program, own],
            environment: environment)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.errors.contains("chmod 2770"), "the folder gives its files to no group, and that is told")
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path())
        #expect(attributes[.posixPermissions] as? Int == 0o660)
        #expect(attributes[.groupOwnerAccountName] as? String == own)
        #expect(try Outside.run(["chmod", "2770", scratch.folder.path]).status == 0)
        let shared = try Outside.run(
            [program, "--ledger", scratch.path("second.sqlite"), "init", "--administrator", "admin", "--group", own],
            environment: environment)
        #expect(shared.status == 0 && shared.errors.isEmpty, "\(shared.errors)")
        // While someone reads, the log and its index exist.
        let listing = try Outside.sqlite(
            scratch.path(),
            "SELECT count(*) FROM journal;\n.shell stat -c %a \(scratch.path())-wal \(scratch.path())-shm\n")
        #expect(listing.output == "1\n660\n660\n", "\(listing)")
    }
}
