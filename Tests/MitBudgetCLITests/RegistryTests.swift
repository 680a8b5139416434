import Arguments
import Testing

@testable import MitBudgetCLI

@Suite("The registry of commands")
struct RegistryTests {
    @Test("Every command has a summary, help on each parameter, and examples that are understood")
    func isSound() {
        #expect(Registry.spec.faults() == [])
    }
}
