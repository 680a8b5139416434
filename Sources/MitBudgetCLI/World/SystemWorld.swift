import Files
import Glibc
import MitBudget

extension World {
    /// The real world: the system's clock, accounts, environment, files and terminal.
    public static var system: World {
        var world = World(
            now: { Moment(seconds: Int64(time(nil))) ?? Moment.unixEpoch },
            localDay: localDay,
            environment: { name in getenv(name).map { String(cString: $0) } },
            account: account, user: user, isRoot: { geteuid() == 0 },
            group: group,
            random: RandomPool().next,
            read: { path, limit throws(FileTrouble) in try readFile(path, limit: limit) },
            open: { path throws(FileTrouble) in try openSource(path) },
            ask: { prompt throws(FileTrouble) in try askLine(prompt) },
            isInteractive: { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 },
            beginFolder: { path throws(FileTrouble) in try DraftFolder(beside: path) },
            begin: { path, content throws(FileTrouble) in
                try Place.check(path, for: content)
                return try Draft(beside: path)
            },
            append: { line, path, ledger throws(FileTrouble) in
                let open = ([ledger] + DatabaseFile.suffixes.map { ledger + $0 }).compactMap(FileIdentity.init(of:))
                try Lines.append(line, to: path, sparing: open)
            },
            output: channel(STDOUT_FILENO), error: channel(STDERR_FILENO))
        world.offset = { local($0)?.tm_gmtoff ?? 0 }
        return world
    }

    /// The program's arguments without its name, as bytes.
    ///
    /// Swift's runtime looks for arguments beside the environment in memory, and finds none if a preloaded library has
    /// moved that; the kernel still knows them.
    static func arguments() -> [[UInt8]] {
        if CommandLine.argc > 0 {
            return (1..<max(1, Int(CommandLine.argc))).compactMap { position in
                CommandLine.unsafeArgv[position].map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
            }
        }
        guard let bytes = try? readAll("/proc/self/cmdline", limit: 1 << 24) else { return [] }
        return bytes.split(separator: 0, omittingEmptySubsequences: false).dropFirst().dropLast().map(Array.init)
    }

    private static func localDay(_ moment: Moment) -> Day {
        guard let local = local(moment),
            let day = Day(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
        else { return moment.day }
        return day
    }

    private static func local(_ moment: Moment) -> tm? {
        var seconds = time_t(moment.seconds)
        var local = tm()
        return localtime_r(&seconds, &local) == nil ? nil : local
    }

    /// The login of the effective user id; `#1234` if the system has no name for it.
    private static func account() -> AccountName? {
        let id = geteuid()
        var entry = passwd()
        var buffer = [CChar](repeating: 0, count: 16_384)
        var found: UnsafeMutablePointer<passwd>?
        if getpwuid_r(id, &entry, &buffer, buffer.count, &found) == 0, let found, let login = found.pointee.pw_name {
            return try? AccountName(String(cString: login))
        }
        return try? AccountName("#\(id)")
    }

    private static func user(_ account: AccountName) -> (user: UInt32, group: UInt32)? {
        var entry = passwd()
        var buffer = [CChar](repeating: 0, count: 16_384)
        var found: UnsafeMutablePointer<passwd>?
        guard getpwnam_r(account.text, &entry, &buffer, buffer.count, &found) == 0, let found else { return nil }
        return (found.pointee.pw_uid, found.pointee.pw_gid)
    }

    private static func group(_ name: String) -> UInt32? {
        var entry = Glibc.group()
        var buffer = [CChar](repeating: 0, count: 65_536)
        var found: UnsafeMutablePointer<Glibc.group>?
        guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0 else { return nil }
        return found?.pointee.gr_gid
    }

    /// Reads up to the end of the line only, since the next text is for the next question.
    private static func askLine(_ prompt: String) throws(FileTrouble) -> [UInt8]? {
        if isatty(STDIN_FILENO) == 1 { _ = writeAll(Array(prompt.utf8), to: STDERR_FILENO) }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            if count == 0 { return line.isEmpty ? nil : line }
            if byte == UInt8(ascii: "\n") { break }
            line.append(byte)
            guard line.count <= 65_536 else { throw .tooLarge(limit: 65_536) }
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }

    private static func readFile(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
        let (file, _) = try openForReading(path)
        defer { if file != STDIN_FILENO { close(file) } }
        return try readAll(file, limit: limit)
    }

    /// Opens an ordinary file, or standard input for `-`, and gives its size if it has one.
    static func openForReading(_ path: String) throws(FileTrouble) -> (file: Int32, size: Int64?) {
        let isStandardInput = path == "-"
        // Without this flag, opening a FIFO that no one writes to would block for ever.
        let file = isStandardInput ? STDIN_FILENO : Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing : .system(errno) }
        var status = stat()
        let fault: FileTrouble? = fstat(file, &status) == 0 ? nil : .system(errno)
        let isOrdinary = fault == nil && status.st_mode & S_IFMT == S_IFREG
        guard fault == nil, isStandardInput || isOrdinary else {
            if !isStandardInput { close(file) }
            throw fault ?? .notAFile
        }
        return (file, isOrdinary ? Int64(status.st_size) : nil)
    }

    private static func readAll(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
        let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .system(errno) }
        defer { close(file) }
        return try readAll(file, limit: limit)
    }

    private static func readAll(_ file: Int32, limit: Int) throws(FileTrouble) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(errno) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        }
    }

    private static func channel(_ file: Int32) -> Channel {
        var channel = Channel(
            write: { text in writeAll(Array(text.utf8), to: file) },
            terminalWidth: {
                guard isatty(file) == 1 else { return nil }
                var size = winsize()
                guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
                return Int(size.ws_col)
            })
        channel.isAbandoned = {
            var state = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
            return poll(&state, 1, 0) == 1 && state.revents & Int16(POLLERR) != 0
        }
        return channel
    }

    private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

/// Random bytes from the system, fetched in batches, so that a long import does not ask for each text separately.
private final class RandomPool {
    private var bytes: [UInt8] = []

    func next(_ count: Int) -> [UInt8] {
        while bytes.count < count { fetch() }
        defer { bytes.removeLast(count) }
        return Array(bytes.suffix(count))
    }

    private func fetch() {
        // 256 is the most that the system gives in one call.
        bytes += [UInt8](unsafeUninitializedCapacity: 256) { piece, filled in
            precondition(getentropy(piece.baseAddress, 256) == 0, "the system gives no random bytes")
            filled = 256
        }
    }
}
