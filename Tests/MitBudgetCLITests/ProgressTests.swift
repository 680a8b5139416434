import Phrases
import Testing

@testable import MitBudgetCLI

@Suite("Progress")
struct ProgressTests {
    @Test("At a terminal a line shows the part that is done and is gone at the end; elsewhere nothing is shown")
    func shows() throws {
        for width in [80, nil] {
            let world = try TestWorld()
            world.terminalWidth = width
            _ = world.run(["init", "--administrator", "admin"])
            let run = world.run(["verify", "--language", "en", "--color", "never"])
            #expect(run.status == 0)
            #expect(run.error == (width == nil ? "" : "\rChecking 100 %\r              \r"))
            #expect(run.output.hasPrefix("In order: 1 entry checked."))
        }
    }
}
