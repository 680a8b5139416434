import JSON
import MitBudget
import MitBudgetStore
import Testing

@testable import MitBudgetCLI

struct DemoTests {
    private let world: TestWorld

    init() throws {
        world = try TestWorld()
    }

    @Test func `Two examples differ in nothing but their anchors`() throws {
        let first = world.run(["demo", world.folder + "/first", "--format", "json"])
        let second = world.run(["demo", world.folder + "/second", "--format", "json"])
        #expect(first.status == 0 && second.status == 0, "\(first.error)\(second.error)")
        var (one, two) = (try JSON(parsing: first.output), try JSON(parsing: second.output))
        #expect(one["anchor"] != two["anchor"], "the salts are left to chance")
        one = try one.without("anchor")
        two = try two.without("anchor")
        #expect(one == two)
    }

    @Test func `The example's ledger is in order, and shows whatever happens in such a programme`() throws {
        let folder = world.folder + "/demo"
        #expect(world.run(["demo", folder]).status == 0)
        world.environment["MITBUDGET_LEDGER"] = folder + "/mit-budget.sqlite"
        let verified = world.run(["verify", "--format", "json"])
        #expect(verified.status == 0)
        #expect(try JSON(parsing: verified.output)["verified"] == .bool(true))
        func count(_ kind: String) throws -> Int {
            let run = world.run(["journal", "--kind", kind, "--format", "json"])
            guard case .array(let entries)? = try JSON(parsing: run.output)["entries"] else { return -1 }
            return entries.count
        }
        let least = [
            "participant-enrolled": 15, "participant-withdrawn": 1, "plan-rejected": 1, "release": 50,
            "disbursement": 200, "refund": 3, "reversal": 1, "receipt": 3, "expense": 10, "retraction": 1,
            "period-closed": 4, "period-reopened": 1, "words-read": 1,
        ]
        for (kind, number) in least { #expect(try count(kind) >= number, "\(kind)") }
    }

    @Test func `The example is made in a folder that is not there yet, and named by default`() throws {
        #expect(world.run(["demo", world.folder]).status == ExitStatus.cannotCreate.rawValue)
        #expect(world.run(["demo", world.folder + "/no/such"]).status != 0)
    }

    @Test func `The built-in programme is the one among the fixtures`() throws {
        #expect(try Fixtures.text("programmes/mit-budget-aabenraa.json") == BuiltInProgramme.file)
        #expect(try BuiltInProgramme.aabenraa().places == 15)
    }
}

extension JSON {
    /// An object without one of its members.
    fileprivate func without(_ key: String) throws -> JSON {
        guard case .object(let members) = self else { throw Malformed.blank }
        return .object(members.filter { $0.key != key })
    }
}
