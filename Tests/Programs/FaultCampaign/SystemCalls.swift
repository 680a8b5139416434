import CSQLite
import Glibc

// The product's direct system calls for creating and naming a file. A program's own functions take precedence over the
// C library's functions of the same name. While nothing is watched, each only passes the call on; so they may be in the
// test bundle, too, into which the build links everything here.

/// Makes a file with a unique name; the names are the same in every round.
@_cdecl("mkstemp")
func makeTemporary(_ template: UnsafeMutablePointer<CChar>?) -> Int32 {
    guard let template, SystemCalls.isWatched(template) else {
        return SystemCalls.original("mkstemp", SystemCalls.Make.self).map { $0(template) } ?? -1
    }
    let end = strlen(template)
    func name(_ number: Int) {
        let digits = String(number)
        let letters = (String(repeating: "0", count: 6 - digits.utf8.count) + digits).utf8
        for (index, letter) in letters.enumerated() { template[end - 6 + index] = CChar(letter) }
    }
    guard
        let number = (1...99).first(where: { number in
            name(number)
            return access(template, F_OK) != 0
        })
    else { return SystemCalls.fail(EEXIST) }
    name(number)
    return SystemCalls.judged(.make) { isDone in
        shim.disk.make(Files.name(template))
        return isDone ? open(template, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) : -1
    }
}

/// Renames a file, unless the new name is taken.
@_cdecl("renameat2")
func renameFile(
    _ folder: Int32, _ path: UnsafePointer<CChar>?, _ otherFolder: Int32, _ other: UnsafePointer<CChar>?,
    _ flags: UInt32
) -> Int32 {
    let original = SystemCalls.original("renameat2", SystemCalls.Rename.self)
    func pass() -> Int32 { original.map { $0(folder, path, otherFolder, other, flags) } ?? -1 }
    guard SystemCalls.isWatched(other) else { return pass() }
    guard other.map({ access($0, F_OK) }) != 0 else { return SystemCalls.fail(EEXIST) }
    return SystemCalls.judged(.rename) { isDone in
        shim.disk.rename(Files.name(path), to: Files.name(other))
        return isDone ? pass() : -1
    }
}

/// Removes a name of a file.
@_cdecl("unlink")
func unlinkFile(_ path: UnsafePointer<CChar>?) -> Int32 {
    let original = SystemCalls.original("unlink", SystemCalls.Unlink.self)
    guard SystemCalls.isWatched(path) else { return original.map { $0(path) } ?? -1 }
    guard path.map({ access($0, F_OK) }) == 0 else { return SystemCalls.fail(ENOENT) }
    return SystemCalls.judged(.unlink) { isDone in
        shim.disk.delete(Files.name(path), forSure: false)
        return isDone ? original.map { $0(path) } ?? -1 : -1
    }
}

/// Makes a file or the folder's names durable.
@_cdecl("fsync")
func syncFile(_ file: Int32) -> Int32 {
    let original = SystemCalls.original("fsync", SystemCalls.Sync.self)
    let path = SystemCalls.path(of: file)
    guard path.withCString(SystemCalls.isWatched) else { return original.map { $0(file) } ?? -1 }
    let inode = path.withCString { shim.disk.names[Files.name($0)] }
    return SystemCalls.judged(.syncByName, forgets: inode) { isDone in
        guard isDone else { return -1 }
        if let inode { shim.disk.sync(inode, namesToo: false) } else { shim.disk.syncNames() }
        return original.map { $0(file) } ?? -1
    }
}

enum SystemCalls {
    typealias Make = @convention(c) (UnsafeMutablePointer<CChar>?) -> Int32
    typealias Rename =
        @convention(c) (
            Int32, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UInt32
        ) -> Int32
    typealias Unlink = @convention(c) (UnsafePointer<CChar>?) -> Int32
    typealias Sync = @convention(c) (Int32) -> Int32

    /// The C library's own function.
    static func original<Call>(_ name: String, _ type: Call.Type) -> Call? {
        // RTLD_NEXT, a cast of -1, is not imported.
        dlsym(UnsafeMutableRawPointer(bitPattern: -1), name).map { unsafeBitCast($0, to: type) }
    }

    /// Whether the product makes the call, for a file of the round.
    static func isWatched(_ path: UnsafePointer<CChar>?) -> Bool {
        guard shim.isWatching, let path else { return false }
        return strncmp(path, shim.folder, shim.folder.utf8.count) == 0
    }

    static func path(of file: Int32) -> String {
        guard shim.isWatching else { return "" }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { bytes in
            bytes.bindMemory(to: CChar.self).baseAddress.map { readlink("/proc/self/fd/\(file)", $0, bytes.count) } ?? 0
        }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    static func fail(_ number: Int32) -> Int32 {
        errno = number
        return -1
    }

    /// Applies the fault to the call.
    /// - Parameters:
    ///   - inode: the file whose changes the system gives up where the call fails.
    ///   - work: notes the call, and makes it unless the program ended before it returned.
    static func judged(_ operation: Operation, forgets inode: Disk.Inode? = nil, _ work: (Bool) -> Int32) -> Int32 {
        switch shim.judge(operation, changesDisk: true) {
        case .pass, .shorten: return work(true)
        case .deceive: return 0
        case .end:
            _ = work(false)
            return fail(EIO)
        case .forget:
            if let inode { shim.disk.forget(inode) }
            return fail(EIO)
        case .fail(let code): return fail(code == SQLITE_FULL ? ENOSPC : EIO)
        }
    }
}
