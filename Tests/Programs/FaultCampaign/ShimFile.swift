import CSQLite

/// A file in SQLite's memory: the shim's own structure first, then the real file.
enum ShimFile {
    typealias Handle = UnsafeMutablePointer<sqlite3_file>

    /// The offset of the real file.
    static let realOffset = 16

    /// What the shim knows about an open file.
    struct Known {
        /// The file on the disk; `nil` for a file without a name.
        let inode: Disk.Inode?
        /// Whether SQLite syncs the folder with the file's first sync.
        var isNew: Bool
    }

    nonisolated(unsafe) private static var known: [Handle: Known] = [:]
    nonisolated(unsafe) private static let methods = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: ShimFile.makeMethods())
        return methods
    }()

    private static func real(_ file: Handle?) -> Handle? {
        file.map { (UnsafeMutableRawPointer($0) + realOffset).assumingMemoryBound(to: sqlite3_file.self) }
    }

    static func open(
        _ path: UnsafePointer<CChar>?, _ file: Handle?, _ flags: Int32, _ granted: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        guard let file, let inner = real(file) else { return SQLITE_MISUSE }
        file.pointee.pMethods = nil
        let name = Files.name(path)
        let isKnown = shim.disk.names[name] != nil
        let isMade = flags & SQLITE_OPEN_CREATE != 0 && path != nil && !isKnown
        let verdict = shim.judge(.open, changesDisk: isMade)
        if case .end = verdict, isMade { _ = shim.disk.open(name, existing: nil) }
        if case .fail(let code) = ShimSystem.ended(verdict) { return code }
        let existing = isKnown ? nil : path.flatMap { Files.content(String(cString: $0)) }
        let system = ShimSystem.ordinaryLayer
        let code = shim.passing { system.pointee.xOpen?(system, path, inner, flags, granted) ?? SQLITE_CANTOPEN }
        guard code == SQLITE_OK else {
            _ = inner.pointee.pMethods?.pointee.xClose?(inner)
            return code
        }
        let journals = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL
        known[file] = Known(
            inode: path == nil ? nil : shim.disk.open(name, existing: existing),
            isNew: flags & SQLITE_OPEN_CREATE != 0 && flags & journals != 0)
        file.pointee.pMethods = UnsafePointer(methods)
        return SQLITE_OK
    }

    /// Calls the real file; returns an error code where there is none.
    private static func pass(_ file: Handle?, _ call: (sqlite3_io_methods, Handle) -> Int32?) -> Int32 {
        guard let inner = real(file), let methods = inner.pointee.pMethods else { return SQLITE_MISUSE }
        return shim.passing { call(methods.pointee, inner) ?? SQLITE_IOERR }
    }

    /// A call that changes nothing on the disk.
    private static func ask(
        _ operation: Operation, _ file: Handle?, _ call: (sqlite3_io_methods, Handle) -> Int32?
    ) -> Int32 {
        switch ShimSystem.ended(shim.judge(operation)) {
        case .fail(let code): code
        case .shorten: shim.shortened { pass(file, call) }
        case .pass, .deceive, .forget, .end: pass(file, call)
        }
    }

    /// A call that releases a lock. It is released even if SQLite gets an error: a program that has ended holds no
    /// lock.
    private static func release(
        _ operation: Operation, _ file: Handle?, _ call: (sqlite3_io_methods, Handle) -> Int32?
    ) -> Int32 {
        let verdict = ShimSystem.ended(shim.judge(operation))
        let code = pass(file, call)
        if case .fail(let failure) = verdict { return failure }
        return code
    }

    private static func makeMethods() -> sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        // Version 2 has shared memory; version 3 would map the file without the shim.
        methods.iVersion = 2
        methods.xClose = { file in
            if let file { ShimFile.known[file] = nil }
            return ShimFile.pass(file) { $0.xClose?($1) }
        }
        methods.xRead = { file, bytes, count, offset in
            ShimFile.ask(.read, file) { $0.xRead?($1, bytes, count, offset) }
        }
        methods.xWrite = { file, bytes, count, offset in ShimFile.write(file, bytes, count, offset) }
        methods.xTruncate = { file, size in ShimFile.truncate(file, size) }
        methods.xSync = { file, flags in ShimFile.sync(file, flags) }
        methods.xFileSize = { file, size in ShimFile.ask(.size, file) { $0.xFileSize?($1, size) } }
        methods.xLock = { file, level in ShimFile.ask(.lock, file) { $0.xLock?($1, level) } }
        methods.xUnlock = { file, level in ShimFile.release(.unlock, file) { $0.xUnlock?($1, level) } }
        methods.xCheckReservedLock = { file, answer in
            ShimFile.ask(.lock, file) { $0.xCheckReservedLock?($1, answer) }
        }
        methods.xFileControl = { file, operation, argument in
            ShimFile.pass(file) { $0.xFileControl?($1, operation, argument) }
        }
        methods.xSectorSize = { file in ShimFile.pass(file) { $0.xSectorSize?($1) } }
        methods.xDeviceCharacteristics = { file in ShimFile.pass(file) { $0.xDeviceCharacteristics?($1) } }
        methods.xShmMap = { file, region, size, extends, address in
            ShimFile.ask(.sharedMap, file) { $0.xShmMap?($1, region, size, extends, address) }
        }
        methods.xShmLock = { file, offset, count, flags in
            flags & SQLITE_SHM_UNLOCK != 0
                ? ShimFile.release(.sharedUnlock, file) { $0.xShmLock?($1, offset, count, flags) }
                : ShimFile.ask(.sharedLock, file) { $0.xShmLock?($1, offset, count, flags) }
        }
        methods.xShmBarrier = { file in
            _ = ShimFile.pass(file) { methods, inner in
                methods.xShmBarrier?(inner)
                return SQLITE_OK
            }
        }
        methods.xShmUnmap = { file, deletes in
            ShimFile.release(.sharedUnmap, file) { $0.xShmUnmap?($1, shim.isDead ? 0 : deletes) }
        }
        return methods
    }

    private static func write(
        _ file: Handle?, _ bytes: UnsafeRawPointer?, _ count: Int32, _ offset: Int64
    ) -> Int32 {
        guard let file, let bytes else { return SQLITE_MISUSE }
        let inode = known[file]?.inode
        func note(_ count: Int32) {
            guard let inode, count > 0 else { return }
            let written = [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            shim.disk.change(inode, .write(offset: Int(offset), bytes: written))
        }
        func pass(_ count: Int32) -> Int32 {
            let code = ShimFile.pass(file) { $0.xWrite?($1, bytes, count, offset) }
            if code == SQLITE_OK { note(count) }
            return code
        }
        let wasDead = shim.isDead
        switch shim.judge(.write, changesDisk: true) {
        case .pass: return pass(count)
        case .shorten: return shim.shortened { pass(count) }
        case .deceive: return SQLITE_OK
        case .end:
            note(count)
            return SQLITE_IOERR
        case .fail(let code), .forget(let code):
            // The disk wrote the first half before it failed.
            if !wasDead { _ = pass(count / 2) }
            return code
        }
    }

    private static func truncate(_ file: Handle?, _ size: Int64) -> Int32 {
        guard let file else { return SQLITE_MISUSE }
        let inode = known[file]?.inode
        let verdict = shim.judge(.truncate, changesDisk: true)
        if case .end = verdict, let inode { shim.disk.change(inode, .resize(Int(size))) }
        if case .fail(let code) = ShimSystem.ended(verdict) { return code }
        let code = pass(file) { $0.xTruncate?($1, size) }
        if code == SQLITE_OK, let inode { shim.disk.change(inode, .resize(Int(size))) }
        return code
    }

    private static func sync(_ file: Handle?, _ flags: Int32) -> Int32 {
        guard let file else { return SQLITE_MISUSE }
        let verdict = shim.judge(.sync, changesDisk: true)
        if case .forget = verdict, let inode = known[file]?.inode { shim.disk.forget(inode) }
        if case .fail(let code) = ShimSystem.ended(verdict) { return code }
        if case .deceive = verdict { return SQLITE_OK }
        let code = pass(file) { $0.xSync?($1, flags) }
        if code == SQLITE_OK, let inode = known[file]?.inode {
            shim.disk.sync(inode, namesToo: known[file]?.isNew ?? false)
            known[file]?.isNew = false
        }
        return code
    }
}
