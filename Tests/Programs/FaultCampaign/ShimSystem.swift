import CSQLite
import Glibc

/// The shim as SQLite's default system layer.
enum ShimSystem {
    /// SQLite's own system layer.
    nonisolated(unsafe) static let ordinary = sqlite3_vfs_find(nil)
    nonisolated(unsafe) private static let layer = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    nonisolated(unsafe) private static let name = strdup("shim")

    /// Installs the layer, once.
    /// - Returns: whether this SQLite can use it.
    static func install() -> Bool {
        guard let ordinary else { return false }
        var system = ordinary.pointee
        // Version 1 has the calls below; the product does not use the others.
        system.iVersion = 1
        system.szOsFile = Int32(ShimFile.realOffset) + ordinary.pointee.szOsFile
        system.pNext = nil
        system.zName = UnsafePointer(name)
        system.xOpen = { _, path, file, flags, granted in ShimFile.open(path, file, flags, granted) }
        system.xDelete = { _, path, syncsFolder in ShimSystem.delete(path, syncsFolder) }
        system.xAccess = { _, path, flags, answer in
            if case .fail(let code) = ShimSystem.ended(shim.judge(.access)) { return code }
            let system = ShimSystem.ordinaryLayer
            return system.pointee.xAccess?(system, path, flags, answer) ?? SQLITE_IOERR
        }
        system.xFullPathname = { _, path, size, answer in
            if case .fail(let code) = ShimSystem.ended(shim.judge(.resolve)) { return code }
            let system = ShimSystem.ordinaryLayer
            return system.pointee.xFullPathname?(system, path, size, answer) ?? SQLITE_IOERR
        }
        // The random bytes are the same in every run, so that a round can be repeated.
        system.xRandomness = { _, count, bytes in
            for index in 0..<Int(count) { bytes?[index] = CChar(truncatingIfNeeded: index &* 37 &+ 11) }
            return count
        }
        // No round waits.
        system.xSleep = { _, microseconds in microseconds }
        layer.initialize(to: system)
        return sqlite3_vfs_register(layer, 0) == SQLITE_OK && ShortTransfers.install(under: ordinary)
    }

    /// Whether files opened from now on go through the shim.
    static func use(_ isUsed: Bool) {
        sqlite3_vfs_register(isUsed ? layer : ordinary, 1)
    }

    private static func delete(_ path: UnsafePointer<CChar>?, _ syncsFolder: Int32) -> Int32 {
        let name = Files.name(path)
        let verdict = shim.judge(.delete, changesDisk: true)
        if case .end = verdict { shim.disk.delete(name, forSure: false) }
        if case .fail(let code) = ended(verdict) { return code }
        let system = ordinaryLayer
        let code = shim.passing { system.pointee.xDelete?(system, path, syncsFolder) ?? SQLITE_IOERR }
        if code == SQLITE_OK { shim.disk.delete(name, forSure: syncsFolder != 0) }
        return code
    }

    /// SQLite's own layer, for the callbacks.
    static var ordinaryLayer: UnsafeMutablePointer<sqlite3_vfs> {
        guard let ordinary else { preconditionFailure("SQLite has no system layer") }
        return ordinary
    }

    /// The verdict on an operation that leaves nothing half done: it fails when the program ends.
    static func ended(_ verdict: Shim.Verdict) -> Shim.Verdict {
        switch verdict {
        case .end: .fail(SQLITE_IOERR)
        case .forget(let code): .fail(code)
        case .pass, .fail, .deceive, .shorten: verdict
        }
    }
}
