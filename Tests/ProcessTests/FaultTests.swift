import Foundation
import TestSupport
import Testing

/// A part of the campaign that `make faults` runs in full; see `Tests/Programs/FaultCampaign` and Docs/Threats.md.
@Suite("Faults under the ledger")
struct FaultTests {
    @Test(
        "Whatever fails, what was reported recorded is there, nothing else is there in part, and the ledger verifies",
        arguments: [["--rounds", "150"], ["--rounds", "60", "--step", "init"]])
    func campaign(arguments: [String]) throws {
        let program = URL(filePath: try BuiltProgram.path).deletingLastPathComponent().appending(path: "FaultCampaign")
        let done = try Outside.run([program.path, "--seconds", "60"] + arguments)
        print(done.output)
        #expect(done.status == 0, "\(done.output)\(done.errors)")
    }
}
