import MitBudgetStore
import Testing

@testable import MitBudgetCLI

/// If someone writes while a command reads the file in place, the command reads again and discards what it had printed.
@Suite("What is printed while someone writes")
struct ReprintingTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
        _ = world.run(["init", "--administrator", "admin"])
    }

    @Test("is forgotten as long as it was not written out")
    func kept() throws {
        let session = world.session()
        var readings = 0
        session.print("before")
        try session.withLedger(.checking) { _ throws(LedgerFailure) in
            readings += 1
            session.print("reading \(readings)")
            if readings == 1 { write() }
        }
        #expect(session.flush())
        #expect(world.printed == "before\nreading 2\n")
    }

    @Test("is all there is once it was written out, and whoever asked is told to try again")
    func writtenOut() throws {
        let session = world.session()
        var readings = 0
        let failure = #expect(throws: Failure.self) {
            try session.withLedger(.checking) { _ throws(LedgerFailure) in
                readings += 1
                session.print(String(repeating: "a", count: 70_000))
                if readings == 1 { write() }
            }
        }
        #expect(failure?.kind.status == .busy)
        #expect(readings == 1)
        #expect(world.printed.utf8.count == 70_001)
    }

    private func write() {
        #expect(throws: Never.self) { try world.tamper("UPDATE programme SET enrolled = enrolled") }
    }
}
