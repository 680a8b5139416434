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
}
