import Glibc
import MitBudget
import MitBudgetStore
import SQLite
import TestSupport

/// Gives the commands, each on a newly opened ledger, as the program does.
///
/// Clock and salts depend on the step, not on the attempt. So a step records the same entry with the same hash however
/// often it is tried, and a round's journal can be compared with the undisturbed run's.
final class Clerk {
    /// The ledger's name in its folder.
    static let ledger = "ledger.sqlite"
    /// The backup's name in its folder.
    static let copy = "copy.sqlite"
    /// The beginning of the name of a ledger that a backup replaced.
    static let replaced = ledger + ".replaced-"
    /// A text on the citizen who is erased.
    static let name = "Borger nummer et"
    /// A sign in every page of the file that the erased document takes.
    static let sign = "bilag-med-cpr-nummer. "
    /// That document: ten pages of the file.
    static let paper = DocumentFile(Array(("%PDF-1.7 " + String(repeating: sign, count: 1850)).utf8))
    static let long = String(repeating: "æ", count: Text.limit)

    /// What a user is told about a recorded entry.
    struct Told {
        let number: Int64
        /// The entry's hash, where the user is told it.
        let hash: String?
    }

    let folder: String
    /// The current step.
    var step = 0
    /// Who else has the ledger open.
    var company = Company.alone
    /// The entries that the user was told of since the round began.
    private(set) var reported: [Told] = []
    /// Whether the user was told that a backup was taken or that all traces were erased.
    private(set) var isBackedUp = false
    private(set) var isSwept = false
    /// Whether the user was told that all traces of the document were erased.
    private(set) var isPaperSwept = false
    /// False reports by commands that only read.
    private(set) var untruths: [String] = []

    var path: String { folder + "/" + Self.ledger }

    init(folder: String) {
        self.folder = folder
    }

    func create() throws(LedgerFailure) {
        let administrator = StaffMember(id: .administrator, role: .administrator, account: "login", name: nil)
        let terms = Self.terms(lastDay: .windowEnd)
        report(
            try Ledger.create(path: path, programme: terms, administrator: administrator, under: circumstances))
    }

    /// The terms with a result and a measured figure, until a day.
    static func terms(lastDay: Day) -> Programme {
        do {
            return try .terms(
                lastDay: lastDay, results: [.init(code: "reached", aim: .share(percent: nil)), .backlog])
        } catch {
            preconditionFailure("the sample's terms are sound: \(error)")
        }
    }

    func backUp() throws(LedgerFailure) {
        let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
        defer { ledger.close() }
        let verification = try ledger.backup(to: folder + "/" + Self.copy, by: administrator)
        if !shim.isDead { isBackedUp = true }
        if verification.anchor == nil { untruths.append("the backup is taken without an anchor") }
    }

    func erase() throws(LedgerFailure) {
        isSwept = try erase(.eraseWords("B01", reason: "Fristen er gået", override: "Dom"))
    }

    func erasePaper() throws(LedgerFailure) {
        isPaperSwept = try erase(.detach(8, as: .receipt, reason: "CPR-nummer på papiret", erasing: true))
    }

    /// - Returns: whether the user was told that no trace is left.
    private func erase(_ command: Command) throws(LedgerFailure) -> Bool {
        let ledger = try Ledger(path: path, access: .recording, patienceMilliseconds: 0)
        defer { ledger.close() }
        do {
            report(try ledger.erase(command, by: administrator, under: circumstances).recorded)
            return !shim.isDead
        } catch .unswept(let entry, let cause) {
            if !shim.isDead { reported.append(Told(number: entry.value, hash: nil)) }
            // A reader keeps the older pages; that is no fault.
            guard company == .reader else { throw .unswept(entry, cause) }
            return false
        }
    }

    func restore() throws(LedgerFailure) {
        let order = RestoreOrder(
            copy: folder + "/" + Self.copy, claims: [], acceptsLoss: true, isDry: false, standIn: "Var slettet",
            root: nil)
        let restored = try Ledger.restore(order, to: path, by: administrator, under: circumstances)
        guard restored.recorded != nil, let erased = restored.erasedAgain.last?.recorded else {
            return untruths.append("the restore did not erase again")
        }
        report(erased)
        if restored.erasedAgain.count != 2 { untruths.append("\(restored.erasedAgain.count) erasures repeated") }
        if restored.lost.count != 3 { untruths.append("the restore names \(restored.lost.count) lost entries") }
    }

    private var administrator: Caller { Caller(account: "login", claim: .administrator) }

    func record(_ command: Command, by actor: StaffID) throws(LedgerFailure) {
        let ledger = try Ledger(path: path, access: .recording, patienceMilliseconds: 0)
        defer { ledger.close() }
        report(try ledger.record(command, by: Caller(account: "login", claim: actor), under: circumstances).recorded)
    }

    func readStanding() throws(LedgerFailure) {
        let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
        defer { ledger.close() }
        let (standing, _) = try ledger.standing(Standing.Scope(asOf: nil, at: nil), today: "2025-06-30")
        let spent = standing.posts.map(\.balance.disbursed)
        if standing.received != .kroner(238_000) || spent != [.kroner(4_000), .zero] {
            untruths.append("the status says \(standing.received) received, \(spent) spent")
        }
    }

    func verify() throws(LedgerFailure) {
        untruths += try complaints().map { "verification says \($0)" }
    }

    /// A program that has ended tells the user nothing.
    private func report(_ recorded: Recorded) {
        if !shim.isDead { reported.append(Told(number: recorded.number.value, hash: recorded.hash.hex)) }
    }

    /// Begins a new round.
    func forget() {
        reported = []
        (isBackedUp, isSwept, isPaperSwept) = (false, false, false)
        untruths = []
    }

    /// The last entry; `nil` without a ledger.
    func head() throws(LedgerFailure) -> Anchor? {
        do throws(LedgerFailure) {
            let ledger = try Ledger(path: path, access: .reading, patienceMilliseconds: 0)
            defer { ledger.close() }
            return try ledger.anchor()
        } catch .missing {
            return nil
        }
    }

    /// All entries' hashes, read without the product; none where the file is missing.
    func hashes(of name: String = Clerk.ledger) throws -> [String] {
        let path = folder + "/" + name
        guard access(path, F_OK) == 0 else { return [] }
        let connection = try Connection(path: path, access: .readWrite, busyMilliseconds: 0)
        defer { try? connection.close() }
        return try connection.all("SELECT hash FROM journal ORDER BY seq", as: String.self)
    }

    /// The complaints of a verification; empty when the ledger is clean.
    func complaints(of name: String = Clerk.ledger) throws(LedgerFailure) -> [String] {
        let ledger = try Ledger(path: folder + "/" + name, access: .reading, patienceMilliseconds: 0)
        defer { ledger.close() }
        return try ledger.verify().findings.map { "\($0)" }
    }

    /// Whether a byte of the erased citizen's texts or of the erased document is left.
    var holdsErased: Bool { holdsPaper || holds(Self.name) || holds(String(Self.long.prefix(64))) }

    /// Whether a byte of the erased document is left.
    var holdsPaper: Bool { holds(Self.sign) }

    /// Whether the ledger, or a file that SQLite keeps beside it, holds a text.
    private func holds(_ text: String) -> Bool {
        ["", "-wal", "-shm", "-journal"].contains { suffix in
            Files.content(path + suffix).map { Files.contains(Array(text.utf8), in: $0) } ?? false
        }
    }

    private var circumstances: Circumstances {
        var given = step * 1_000
        let now = Moment(seconds: 1_751_284_800 + Int64(step) * 60) ?? .unixEpoch
        return Circumstances(
            now: { now }, today: { "2025-06-30" },
            salt: {
                given += 1
                let digits = String(given, radix: 16)
                return String(repeating: "0", count: 32 - digits.count) + digits
            })
    }
}
