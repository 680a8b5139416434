import CSQLite
import Glibc
import TestSupport

/// Sits between SQLite and the system: counts what SQLite asks, strikes where it is told to, and knows what a disk
/// would still hold if the power went now.
///
/// Every call goes on to SQLite's own system layer, so that the real files are there for what the product asks of the
/// system past SQLite. One for the process, for one thread: SQLite's callbacks carry no room for more.
final class Shim {
    /// The disk behind it.
    var disk = Disk()
    /// What was asked since ``arm(_:)``.
    private(set) var trace: [Traced] = []
    /// How often the fault struck.
    private(set) var struck = 0
    /// Whether the program is gone: nothing that it does now reaches the disk, nothing that it says counts.
    private(set) var isDead = false
    /// The folder's files as they were when the program was killed.
    private(set) var atDeath: [String: [UInt8]] = [:]
    /// While a system call is to do half of what it is asked: whether it is interrupted first.
    fileprivate(set) var shortening: (isOn: Bool, interrupts: Bool) = (false, false)
    /// Whether the product is at work, and not SQLite's own system layer for it.
    private(set) var isWatching = false
    /// Where the files are.
    private(set) var folder = ""
    private var strike: Strike?

    /// Starts anew: these files on the disk, nothing armed.
    func reset(folder: String, files: [String: [UInt8]]) {
        self.folder = folder
        disk = Disk(files)
        disarm()
        isDead = false
        atDeath = [:]
    }

    /// Counts from here, and strikes if told to.
    func arm(_ strike: Strike? = nil) {
        self.strike = strike
        trace = []
        struck = 0
    }

    /// Lets the product work.
    func watch<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) {
        isWatching = true
        defer { isWatching = false }
        try work()
    }

    /// Lets SQLite's own system layer work: what it asks of the system has been judged.
    func passing<Output>(_ work: () -> Output) -> Output {
        let wasWatching = isWatching
        isWatching = false
        defer { isWatching = wasWatching }
        return work()
    }

    /// Strikes no more.
    func disarm() {
        strike = nil
    }

    /// The program ends here if it did not before: the fault was meant for the moment after the last operation.
    func end() {
        guard let strike, strike.fault.endsProgram, !isDead else { return }
        if strike.operation == trace.count { struck += 1 }
        die()
    }

    /// The power is cut here, whatever else went wrong before.
    func die() {
        atDeath = Files.read(folder)
        isDead = true
    }

    /// Others go on where a program was killed.
    func outlive() {
        isDead = false
        disarm()
    }

    /// What becomes of an operation.
    enum Verdict {
        case pass
        /// It fails with that code.
        case fail(Int32)
        /// The disk says that it is done, and it is not.
        case deceive
        /// The system does it by halves.
        case shorten
        /// It fails, and what it was to make last is forgotten: the next sync does not speak of it.
        case forget(Int32)
        /// The program ended before it came back; it may or may not have been done.
        case end
    }

    func judge(_ operation: Operation, changesDisk: Bool = false) -> Verdict {
        if isDead { return .fail(SQLITE_IOERR) }
        let (traced, number) = (Traced(operation: operation, changesDisk: changesDisk), trace.count)
        trace.append(traced)
        guard let strike else { return .pass }
        let fault = strike.fault
        if fault == .lyingSync, number != strike.operation, [.sync, .syncByName].contains(operation) {
            return .deceive
        }
        let isHit = number == strike.operation || (strike.isLasting && number > strike.operation)
        guard isHit, fault.befalls(traced) else { return .pass }
        struck += 1
        if fault.endsProgram {
            die()
            return .end
        }
        if fault == .lostWrite { return .deceive }
        if fault == .shortTransfer { return .shorten }
        let code = fault.code(of: operation)
        return fault == .syncError ? .forget(code) : .fail(code)
    }

    /// Lets the system do by halves what is asked of it meanwhile.
    func shortened(_ work: () -> Int32) -> Int32 {
        shortening = (true, true)
        defer { shortening = (false, false) }
        return work()
    }
}

/// The one of this process. Used by its only thread.
nonisolated(unsafe) let shim = Shim()

/// The system calls that move bytes, cut short while the shim says so.
enum ShortTransfers {
    private typealias Read = @convention(c) (Int32, UnsafeMutableRawPointer?, Int, Int64) -> Int
    private typealias Write = @convention(c) (Int32, UnsafeRawPointer?, Int, Int64) -> Int

    /// Puts them under SQLite's system layer.
    static func install(under system: UnsafeMutablePointer<sqlite3_vfs>) -> Bool {
        let read: Read = { file, bytes, count, offset in
            guard let count = ShortTransfers.count(count) else { return -1 }
            return Glibc.pread(file, bytes, count, Int(offset))
        }
        let write: Write = { file, bytes, count, offset in
            guard let count = ShortTransfers.count(count) else { return -1 }
            return Glibc.pwrite(file, bytes, count, Int(offset))
        }
        let calls = [
            ("pread", unsafeBitCast(read, to: sqlite3_syscall_ptr.self)),
            ("pread64", unsafeBitCast(read, to: sqlite3_syscall_ptr.self)),
            ("pwrite", unsafeBitCast(write, to: sqlite3_syscall_ptr.self)),
            ("pwrite64", unsafeBitCast(write, to: sqlite3_syscall_ptr.self)),
        ]
        // Which of the names SQLite uses depends on how it was built.
        let installed = calls.filter { name, call in
            system.pointee.xGetSystemCall?(system, name) != nil
                && system.pointee.xSetSystemCall?(system, name, call) == SQLITE_OK
        }
        return installed.count >= 2
    }

    /// How many bytes to move; `nil` when interrupted.
    private static func count(_ asked: Int) -> Int? {
        guard shim.shortening.isOn else { return asked }
        if shim.shortening.interrupts {
            shim.shortening.interrupts = false
            errno = EINTR
            return nil
        }
        return max(1, asked / 2)
    }
}
