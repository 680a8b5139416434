import Glibc

/// A file that is made beside its place and put there only once it is whole. What is not put in place goes.
struct Draft: ~Copyable {
    let path: String

    /// Begins a file `NAME.new-XXXXXX`, whatever the umask.
    /// - Parameters:
    ///   - place: where it is meant to go.
    ///   - group: the group that it is to belong to, else the one that the system gives it.
    init(beside place: String, mode: UInt32 = 0o600, group: UInt32? = nil) throws(LedgerFailure) {
        try self.init(made: Self.make(place + ".new-XXXXXX", mode: mode, group: group))
    }

    private init(made path: String) {
        self.path = path
    }

    private static func make(_ pattern: String, mode: UInt32, group: UInt32?) throws(LedgerFailure) -> String {
        var template = Array(pattern.utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw .system(call: "mkstemp", errno: errno) }
        defer { Glibc.close(file) }
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The group first: a change of it may take permissions away.
        let isOurs = (group.map { fchown(file, uid_t.max, $0) == 0 } ?? true) && fchmod(file, mode) == 0
        guard isOurs else {
            let fault = errno
            unlink(path)
            throw .system(call: "fchmod", errno: fault)
        }
        return path
    }

    deinit {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    /// Puts the file in its place, safe from a power cut.
    /// - Throws: ``LedgerFailure/exists(path:)`` where a file is there already, or what the file system said.
    consuming func place(at place: String) throws(LedgerFailure) {
        try Self.sync(path, O_RDONLY)
        // A link, unlike a rename, never takes the place of a file that appeared meanwhile.
        guard link(path, place) == 0 else {
            if errno == EEXIST { throw .exists(path: place) }
            throw .system(call: "link", errno: errno)
        }
        do throws(LedgerFailure) {
            try Self.sync(Ledger.folder(of: place), O_RDONLY | O_DIRECTORY)
        } catch {
            // Whoever is told that it failed finds nothing there, and can try again. No one can have used it yet.
            unlink(place)
            throw error
        }
    }

    private static func sync(_ path: String, _ flags: Int32) throws(LedgerFailure) {
        let file = Glibc.open(path, flags | O_CLOEXEC)
        guard file >= 0 else { throw .system(call: "open", errno: errno) }
        defer { Glibc.close(file) }
        guard fsync(file) == 0 else { throw .system(call: "fsync", errno: errno) }
    }
}
