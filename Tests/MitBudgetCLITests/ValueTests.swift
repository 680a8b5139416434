import Arguments
import MitBudget
import MitBudgetStore
import Testing

@testable import MitBudgetCLI

@Suite("Values")
struct ValueTests {
    @Test("Ten digits that stand together in an anchor's hash are no CPR number; in its entry's number they may be")
    func anchors() throws {
        let anchor = ValueKind<AnchorClaim>.anchor
        #expect(try anchor.parse("42:ab0101901234cdef00").number.value == 42)
        #expect(throws: ValueFault.self) { try anchor.parse("0101901234:ab0101901234cdef00") }
        #expect(throws: ValueFault.self) { try anchor.parse("0101901234") }
    }
}
