import MitBudget
import Testing

@testable import MitBudgetCLI

/// Messages about logins, and the commands that they advise.
struct LoginTests {
    /// Makes an office; each command run in it names the ledger.
    private func office() throws -> (world: TestWorld, run: ([String]) -> TestWorld.Run) {
        let world = try TestWorld()
        world.environment = ["MITBUDGET_LANGUAGE": "en"]
        let run = { (arguments: [String]) in world.run(["--ledger", world.ledger] + arguments) }
        #expect(run(["init", "--administrator", "admin"]).status == 0)
        return (world, run)
    }

    @Test func `A command in a warning names the ledger that the line named`() throws {
        let (world, run) = try office()
        let command = "mitbudget --ledger \(world.ledger) staff "
        #expect(run(["staff", "list"]).error.contains(command + "add ID --role administrator"))
        let unknown = run([
            "--as", "admin", "staff", "add", "r", "--role", "auditor", "--name", "R", "--account", "ukendt",
        ])
        #expect(unknown.error.contains("mitbudget --ledger \(world.ledger) --as admin staff account r --account LOGIN"))
        let backup = world.folder + "/kopi.sqlite"
        #expect(run(["backup", backup]).status == 0)
        let restored = world.run(["--ledger", world.folder + "/ny.sqlite", "restore", backup])
        #expect(restored.status == 0, "\(restored.error)")
        let erasing =
            "mitbudget --ledger \(world.folder)/ny.sqlite participant erase PARTICIPANT --reason TEXT --override"
        #expect(restored.error.contains(erasing), "\(restored.error)")
    }

    @Test func `Who gave away the own login is told who can correct it`() throws {
        let (_, run) = try office()
        let rebound = run(["staff", "account", "admin", "--account", "ukendt"])
        #expect(rebound.status == 0)
        #expect(rebound.error.contains("Make that account on the machine, or have another administrator correct it"))
    }

    @Test func `An administrator whose login the machine lacks is none that could help`() throws {
        let (_, run) = try office()
        let add = ["staff", "add", "--role", "administrator", "--name", "A", "--account"]
        #expect(run(add + ["ukendt", "admin-2"]).status == 0)
        let lone = run(["staff", "list"]).error
        #expect(lone.contains("One administrator only, admin, has an account that the machine knows."), "\(lone)")
        #expect(run(add + ["root", "admin-3"]).status == 0)
        #expect(run(["staff", "list"]).error == "")
    }
}
