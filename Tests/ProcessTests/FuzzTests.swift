import TestSupport
import Testing

/// Runs some hundred cases of fuzzing in a process of its own; `make fuzz` runs longer, each time with another seed.
struct FuzzTests {
    @Test func `No damaged file makes the program trap, hang, fall silent or take what it cannot live with`() throws {
        let done = try fuzz("--cases", "600", "--seed", "1")
        #expect(done.status == 0, "\(done.output)\(done.errors)")
        #expect(done.output.contains("plan, taken") && done.output.contains("programme, taken"), "\(done.output)")
        #expect(done.output.contains("ledger, found by verify"), "\(done.output)")
    }

    @Test(arguments: ["trap", "hang", "silence"])
    func `What must not happen is noticed, with its seed and its case`(rehearsal: String) throws {
        let done = try fuzz("--seed", "3", "--case", "10", "--rehearse", rehearsal)
        #expect(done.status != 0)
        #expect((done.output + done.errors).contains("FAILURE at --seed 3 --case 10"), "\(done.output)\(done.errors)")
    }

    @Test func `A case is the same each time it is tried`() throws {
        let scratch = try Scratch()
        for number in ["10", "11", "12"] {
            for copy in ["a", "b"] {
                let done = try fuzz("--seed", "5", "--case", number, "--keep", scratch.path(copy))
                #expect(done.status == 0, "\(done.output)\(done.errors)")
            }
            let same = try Outside.run(["cmp", scratch.path("a"), scratch.path("b")])
            #expect(same.status == 0, "case \(number): \(same.output)")
        }
    }

    private func fuzz(_ arguments: String...) throws -> Outside {
        let program = try BuiltProgram.path
        return try Outside.run([String(program.dropLast("mitbudget".count)) + "Fuzz"] + arguments)
    }
}
