import Files
import Foundation
import MitBudget
import MitBudgetStore
import SQLite
import TestSupport

/// Who else has the ledger open during the round.
enum Company: String, CaseIterable {
    /// Nobody: each command opens the file first and closes it last, and so empties the log.
    case alone
    /// A report that has been reading for long: the log stays and grows.
    case reader = "beside-a-reader"
    /// A connection that has read everything and moved the log into the file. The next writer starts the log over, with
    /// the old content still behind.
    case idler = "beside-an-idler"
}

/// A fault in a step of the course.
struct Round {
    let company: Company
    let step: Int
    let strike: Strike
    /// The number of the disk's outcome after a power cut. After other faults: 0 to continue to work, 1 for a power cut
    /// after the step has succeeded, which only synced changes survive.
    let outcome: Int

    /// The name that repeats the round.
    var name: String {
        let duration = strike.isLasting ? "lasting" : "once"
        return "\(company.rawValue)/\(step)/\(strike.operation)/\(strike.fault.rawValue)/\(duration)/\(outcome)"
    }
}

/// The outcome of a round.
struct Outcome {
    /// How often the fault struck.
    var struck = 0
    /// Entries that the user was told of and that must therefore be there.
    var reported = 0
    /// How many of them are there, with the reported hash.
    var found = 0
    /// Entries that are there although the command failed or ended without an answer.
    var unreported = 0
    /// Commands that failed and reported it.
    var told = 0
    /// The problems found.
    var problems: [String] = []

    var lost: Int { reported - found }
}

/// The undisturbed run: for each step, the files before it, its operations and its result.
struct Undisturbed {
    /// The folder's files before each step, and after the last.
    var files: [[String: [UInt8]]] = [[:]]
    /// All entries' hashes before each step, and after the last.
    var journals: [[String]] = [[]]
    /// All operations of each step.
    var traces: [[Traced]] = []
}

/// The folder of the rounds, which run one after another.
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
            // The search for the erased texts proves nothing unless they were there before.
            if steps[step].name == Step.backup, !clerk.holdsErased || !clerk.holdsPaper {
                throw Surprise.nothingToErase
            }
        }
        return run
    }

    /// Restores the folder to its state before a step.
    /// - Returns: the other connection to the ledger.
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
            // The other connections live on, with the shared memory as the killed program left it.
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

    /// The folder when the machine or the program starts again.
    private func rise(after round: Round, seed: UInt64) {
        guard round.strike.fault != .killed else {
            Files.write(shim.atDeath, to: clerk.folder)
            return
        }
        var generator = SplitMix64(seed: seed &+ UInt64(round.strike.operation * 64 + round.outcome))
        let ways = Disk.Survival.allCases
        let way = round.strike.fault.losesUnsynced ? ways[min(round.outcome, ways.count - 1)] : .nothing
        var files = shim.disk.remains(way, using: &generator)
        // Nobody syncs the file of the shared memory: it may be unchanged, missing or blank.
        for (name, bytes) in shim.atDeath where name.hasSuffix("-shm") {
            switch Int.random(in: 0...2, using: &generator) {
            case 0: files[name] = bytes
            case 1: files[name] = [UInt8](repeating: 0, count: bytes.count)
            default: break
            }
        }
        Files.write(files, to: clerk.folder)
    }

    /// A user whose command may fail: checks whether it was recorded anyway, tries again, has the disk repaired and
    /// tries once more.
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
            // A failed command may have reported an entry anyway.
            if !clerk.reported.isEmpty { return }
            guard run.journals[step] != run.journals[step + 1] else { continue }
            if let head = try? clerk.head(), head.hash.hex == run.journals[step + 1].last { return }
        }
    }
}

/// A failure of the campaign itself.
enum Surprise: Error {
    /// The model of the disk differs from the disk.
    case diskDiffers(String)
    /// The texts to be erased are not in the file before.
    case nothingToErase
}

extension LedgerFailure {
    /// Whether the failure reports that the system failed, and nothing false about the ledger.
    fileprivate var speaksOfTheSystem: Bool {
        switch self {
        case .system, .unwritable, .unswept, .unrestorable(.inUse), .unmade(_, .system), .unmade(_, .unwritten): true
        case .copy(_, let failure): failure.speaksOfTheSystem
        case .sqlite(let failure): [.inputOutput, .full, .cannotOpen, .busy].contains(failure.kind)
        case .refused, .ambiguous, .missing, .unmade, .notALedger, .notOrdinary, .exposed, .unsafe, .moved, .unsound,
            .unrestorable, .otherSchema, .damaged, .noSuchEntry, .contradicted, .clockNotAccepted:
            false
        }
    }
}
