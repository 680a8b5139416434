import Files
import Foundation
import MitBudget
import MitBudgetStore
import SQLite
import TestSupport

/// Who else has the ledger open all the while.
enum Company: String, CaseIterable {
    /// No one: each command is the first to open the file and the last to close it, and folds the log away.
    case alone
    /// A report that has been reading for long: the log stays and grows.
    case reader = "beside-a-reader"
    /// Someone who has just read it all and folded the log in: the next to write starts the log over, with what was
    /// in it still behind.
    case idler = "beside-an-idler"
}

/// One fault in one step of the course.
struct Round {
    let company: Company
    let step: Int
    let strike: Strike
    /// Which of the ways in which a disk could come out of a power cut. After another fault: 0 for work that goes on, 1
    /// for a power cut once the step is done at last, which spares only what was synced.
    let outcome: Int

    /// What repeats it.
    var name: String {
        let duration = strike.isLasting ? "lasting" : "once"
        return "\(company.rawValue)/\(step)/\(strike.operation)/\(strike.fault.rawValue)/\(duration)/\(outcome)"
    }
}

/// What a round came to.
struct Outcome {
    /// How often the fault struck.
    var struck = 0
    /// Entries that a user was told are recorded and that so must be there.
    var reported = 0
    /// Those of them that are there, with the hash that was told.
    var found = 0
    /// Entries that are there although the command failed or ended unheard.
    var unreported = 0
    /// Commands that failed and said so.
    var told = 0
    /// What should not be.
    var problems: [String] = []

    var lost: Int { reported - found }
}

/// The undisturbed run: what each step finds, asks of the system and leaves.
struct Undisturbed {
    /// The folder's files before each step, and after the last.
    var files: [[String: [UInt8]]] = [[:]]
    /// Every entry's hash before each step, and after the last.
    var journals: [[String]] = [[]]
    /// Every operation of each step.
    var traces: [[Traced]] = []
}

/// A folder in which rounds are run, one after the other.
struct Workshop {
    let clerk: Clerk
    let steps = Step.course
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        clerk = Clerk(folder: scratch.folder.path)
    }

    /// Runs the course without any fault.
    func undisturbed(_ company: Company) throws -> Undisturbed {
        var run = Undisturbed()
        for step in steps.indices {
            let other = try begin(step, company, from: run)
            shim.arm()
            try shim.watch { () throws(LedgerFailure) in try steps[step].perform(clerk) }
            run.traces.append(shim.trace)
            run.files.append(Files.read(clerk.folder).filter { !$0.key.hasSuffix("-shm") })
            for (name, bytes) in run.files[step + 1] where shim.disk.names[name]?.present != bytes {
                throw Surprise.diskDiffers(name)
            }
            run.journals.append(try clerk.hashes())
            try other?.close()
            // What is looked for and not found must have been there.
            if steps[step].name == Step.backup, !clerk.holdsErased { throw Surprise.nothingToErase }
        }
        return run
    }

    /// Puts the folder as a step finds it.
    /// - Returns: who has the ledger open all the while.
    private func begin(_ step: Int, _ company: Company, from run: Undisturbed) throws -> Connection? {
        ShimSystem.use(true)
        Files.write(run.files[step], to: clerk.folder)
        shim.reset(folder: clerk.folder, files: run.files[step])
        clerk.step = step
        clerk.company = company
        guard company != .alone, !steps[step].standsAlone else { return nil }
        let other = try Connection(path: clerk.path, access: .readWrite, busyMilliseconds: 0)
        if company == .reader { try other.script("BEGIN") }
        _ = try other.all("SELECT seq FROM journal", as: Int64.self)
        if company == .idler { try other.script("PRAGMA wal_checkpoint(PASSIVE)") }
        return other
    }

    /// Runs a round.
    func run(_ round: Round, of run: Undisturbed, seed: UInt64) throws -> Outcome {
        var outcome = Outcome()
        clerk.forget()
        let other = try begin(round.step, round.company, from: run)
        defer { try? other?.close() }
        shim.arm(round.strike)
        if round.strike.fault.endsProgram {
            try? shim.watch { () throws(LedgerFailure) in try steps[round.step].perform(clerk) }
            shim.end()
        } else {
            insist(on: round.step, of: run, &outcome)
            if round.outcome > 0 { shim.die() }
        }
        outcome.struck = shim.struck
        if round.strike.fault == .killed, other != nil {
            // The others live on, with the memory that they share as the dead left it.
            for (name, bytes) in shim.atDeath where name.hasSuffix("-shm") {
                Files.overwrite(clerk.folder + "/" + name, with: bytes)
            }
            shim.outlive()
        } else {
            try? other?.close()
            if shim.isDead { rise(after: round, seed: seed) }
        }
        ShimSystem.use(false)
        return check(round, of: run, beside: other, outcome)
    }

    /// The folder as it is when the machine or the program starts again.
    private func rise(after round: Round, seed: UInt64) {
        guard round.strike.fault != .killed else {
            Files.write(shim.atDeath, to: clerk.folder)
            return
        }
        var generator = SplitMix64(seed: seed &+ UInt64(round.strike.operation * 64 + round.outcome))
        let ways = Disk.Survival.allCases
        let way = round.strike.fault.losesUnsynced ? ways[min(round.outcome, ways.count - 1)] : .nothing
        var files = shim.disk.remains(way, using: &generator)
        // Nobody syncs the shared memory's file: it may be as it was, gone, or blank.
        for (name, bytes) in shim.atDeath where name.hasSuffix("-shm") {
            switch Int.random(in: 0...2, using: &generator) {
            case 0: files[name] = bytes
            case 1: files[name] = [UInt8](repeating: 0, count: bytes.count)
            default: break
            }
        }
        Files.write(files, to: clerk.folder)
    }

    /// A user who gives a command that may fail: looks whether it was recorded all the same, tries again, has the disk
    /// seen to, tries once more.
    private func insist(on step: Int, of run: Undisturbed, _ outcome: inout Outcome) {
        for attempt in 0..<3 {
            if attempt == 2 { shim.disarm() }
            do throws(LedgerFailure) {
                try shim.watch { () throws(LedgerFailure) in try steps[step].perform(clerk) }
                return
            } catch {
                outcome.told += 1
                if attempt == 2 || shim.struck == 0 {
                    outcome.problems.append("fails without a fault: \(error)")
                } else if !error.speaksOfTheSystem {
                    outcome.problems.append("tells the user something else: \(error)")
                }
            }
            // A failure may tell of an entry all the same.
            if !clerk.reported.isEmpty { return }
            guard run.journals[step] != run.journals[step + 1] else { continue }
            if let head = try? clerk.head(), head.hash.hex == run.journals[step + 1].last { return }
        }
    }
}

/// What stops the campaign itself.
enum Surprise: Error {
    /// The model of the disk does not hold what the disk holds.
    case diskDiffers(String)
    /// The texts that are to be erased are not in the file before.
    case nothingToErase
}

extension LedgerFailure {
    /// Whether it tells that the system failed, and not something about the ledger that is not so.
    fileprivate var speaksOfTheSystem: Bool {
        switch self {
        case .system, .unwritable, .unswept, .unrestorable(.inUse), .unmade(_, .system), .unmade(_, .unwritten): true
        case .copy(_, let failure): failure.speaksOfTheSystem
        case .sqlite(let failure): [.inputOutput, .full, .cannotOpen, .busy].contains(failure.kind)
        case .refused, .ambiguous, .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .unsound,
            .unrestorable, .newerSchema, .damaged, .noSuchEntry, .clockNotAccepted:
            false
        }
    }
}
