import MitBudgetStore
import SQLite

extension Workshop {
    /// Checks what is left, and continues to work with it.
    /// - Parameter other: a connection that still has the ledger open.
    func check(_ round: Round, of run: Undisturbed, beside other: Connection?, _ outcome: Outcome) -> Outcome {
        var outcome = outcome
        let (before, after) = (run.journals[round.step], run.journals[round.step + 1])
        // While the user was not told of an entry, the earlier content must be there.
        let expected = clerk.reported.isEmpty ? before : after
        outcome.reported = expected.count
        do {
            let present = try clerk.hashes()
            let isDone = try look(at: present, round, of: run, &outcome)
            let held = Set(try present + keptNames().flatMap { try clerk.hashes(of: $0) })
            outcome.found = expected.filter(held.contains).count
            if present == after, after != before, clerk.reported.isEmpty { outcome.unreported = 1 }
            if !round.strike.fault.endsProgram, present != after { outcome.problems.append("not recorded") }
            if clerk.reported.contains(where: { $0.number != after.count || ($0.hash ?? after.last) != after.last }) {
                outcome.problems.append("tells of another entry")
            }
            if steps[round.step + 1].standsAlone || !isDone && steps[round.step].standsAlone { try other?.close() }
            try goOn(from: isDone ? round.step + 1 : round.step, through: round.step + 1)
            if try clerk.hashes() != run.journals[round.step + 2] {
                outcome.problems.append("entries differ after further work")
            }
            try other?.close()
            if steps[round.step].name == Step.erase { try sweep(&outcome) }
        } catch {
            outcome.problems.append("\(error)")
        }
        outcome.problems += clerk.untruths
        if outcome.lost > 0 { outcome.problems.append("\(outcome.lost) lost") }
        if outcome.struck == 0 { outcome.problems.append("the fault never came") }
        return outcome
    }

    /// Checks the ledger, the backup and the replaced ledgers. Each must be complete or missing.
    /// - Returns: whether the step is done.
    private func look(
        at present: [String], _ round: Round, of run: Undisturbed, _ outcome: inout Outcome
    ) throws -> Bool {
        let step = steps[round.step].name
        let (before, after) = (run.journals[round.step], run.journals[round.step + 1])
        if present != before && present != after { outcome.problems.append("entries differ") }
        if !present.isEmpty { outcome.problems += try clerk.complaints() }
        if clerk.isPaperSwept, clerk.holdsPaper { outcome.problems.append("an erased document is left") }
        if clerk.isSwept, clerk.holdsErased { outcome.problems.append("erased texts are left") }

        let copy = try clerk.hashes(of: Clerk.copy)
        let backup = steps.firstIndex { $0.name == Step.backup } ?? 0
        if copy.isEmpty {
            if round.step > backup || clerk.isBackedUp { outcome.problems.append("the backup is gone") }
        } else {
            if copy != run.journals[backup] { outcome.problems.append("the backup differs") }
            outcome.problems += try clerk.complaints(of: Clerk.copy)
        }
        let kept = keptNames()
        for name in kept {
            if try clerk.hashes(of: name) != before { outcome.problems.append("\(name) differs") }
            outcome.problems += try clerk.complaints(of: name)
        }
        if step == Step.restore, present == after, kept.isEmpty {
            outcome.problems.append("the replaced ledger is gone")
        }
        if step == Step.restore, present == after, clerk.holdsErased {
            outcome.problems.append("erased texts are back")
        }
        return before == after ? step != Step.backup || !copy.isEmpty : present == after
    }

    /// The names of the ledgers that a backup replaced.
    private func keptNames() -> [String] {
        Files.names(in: clerk.folder).filter { name in
            name.hasPrefix(Clerk.replaced) && !name.contains(".new-")
                && !["-wal", "-shm", "-journal"].contains(where: name.hasSuffix)
        }
    }

    /// Erases again, as a user does who was told of traces or never learned the outcome.
    private func sweep(_ outcome: inout Outcome) throws {
        clerk.step = steps.count
        clerk.company = .alone
        try clerk.erase()
        if clerk.holdsErased { outcome.problems.append("a second erasure leaves texts") }
        outcome.problems += try clerk.complaints()
    }

    private func goOn(from first: Int, through last: Int) throws {
        for step in first...last {
            clerk.step = step
            try steps[step].perform(clerk)
        }
    }
}
