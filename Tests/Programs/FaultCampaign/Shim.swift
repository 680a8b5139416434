import CSQLite
import Glibc
import TestSupport

/// Stands between SQLite and the system: counts SQLite's operations, makes the chosen one fail, and knows what a disk
/// would still hold after a power cut at this moment.
///
/// Every call goes on to SQLite's own system layer, so that the real files exist for the product's direct system calls.
/// The process has one shim, for one thread: SQLite's callbacks have no room for more.
final class Shim {
    /// The disk behind the shim.
    var disk = Disk()
    /// The operations since ``arm(_:)``.
    private(set) var trace: [Traced] = []
    /// How often the fault occurred.
    private(set) var struck = 0
    /// Whether the program has ended: its later work does not reach the disk, and its later reports do not count.
    private(set) var isDead = false
    /// The folder's files when the program was killed.
    private(set) var atDeath: [String: [UInt8]] = [:]
    /// Whether a system call in progress is to do half of its work, and whether it is interrupted first.
    fileprivate(set) var shortening: (isOn: Bool, interrupts: Bool) = (false, false)
    /// Whether the product is at work, rather than SQLite's own system layer for it.
    private(set) var isWatching = false
    /// The folder of the files.
    private(set) var folder = ""
    private var strike: Strike?

    /// Starts again with these files on the disk and no fault.
    func reset(folder: String, files: [String: [UInt8]]) {
        self.folder = folder
        disk = Disk(files)
        disarm()
        isDead = false
        atDeath = [:]
    }

    /// Counts operations from here, and applies a fault if there is one.
    func arm(_ strike: Strike? = nil) {
        self.strike = strike
        trace = []
        struck = 0
    }

    /// Runs work of the product.
    func watch<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) {
        isWatching = true
        defer { isWatching = false }
        try work()
    }

    /// Runs work of SQLite's own system layer, whose operations have already been judged.
    func passing<Output>(_ work: () -> Output) -> Output {
        let wasWatching = isWatching
        isWatching = false
        defer { isWatching = wasWatching }
        return work()
    }

    /// Applies no more faults.
    func disarm() {
        strike = nil
    }

    /// Ends the program now, if it has not ended: the fault was for the moment after the last operation.
    func end() {
        guard let strike, strike.fault.endsProgram, !isDead else { return }
        if strike.operation == trace.count { struck += 1 }
        die()
    }

    /// Cuts the power now, whatever else failed before.
    func die() {
        atDeath = Files.read(folder)
        isDead = true
    }

    /// Lets others continue after a program was killed.
    func outlive() {
        isDead = false
        disarm()
    }

    /// What happens to an operation.
    enum Verdict {
        case pass
        /// The operation fails with this code.
        case fail(Int32)
        /// The disk reports that the operation is done, and it is not.
        case deceive
        /// The system does half of the operation.
        case shorten
        /// The operation fails, and its changes never become durable: the next sync does not report that.
        case forget(Int32)
        /// The program ends before the operation returns; it may have been done or not.
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

    /// Runs work whose system calls do only half of what is asked.
    func shortened(_ work: () -> Int32) -> Int32 {
        shortening = (true, true)
        defer { shortening = (false, false) }
        return work()
    }
}

/// The shim of this process. Only its single thread uses it.
nonisolated(unsafe) let shim = Shim()

/// Replaces the system calls that transfer bytes by ones that transfer less while the shim asks for it.
enum ShortTransfers {
    private typealias Read = @convention(c) (Int32, UnsafeMutableRawPointer?, Int, Int64) -> Int
    private typealias Write = @convention(c) (Int32, UnsafeRawPointer?, Int, Int64) -> Int

    /// Installs them under SQLite's system layer.
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
        // Which names SQLite uses depends on how it was built.
        let installed = calls.filter { name, call in
            system.pointee.xGetSystemCall?(system, name) != nil
                && system.pointee.xSetSystemCall?(system, name, call) == SQLITE_OK
        }
        return installed.count >= 2
    }

    /// How many bytes to transfer; `nil` for an interruption.
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
