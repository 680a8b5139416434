import Glibc

/// The machine of the measurements.
struct Machine {
    /// A label and a value for each line.
    let lines: [(String, String)]

    init(_ bed: Bed) {
        func first(_ words: String...) -> String {
            let said = (try? Spawn.say(words, in: bed.folder)) ?? ""
            return said.split(separator: "\n").first.map(String.init) ?? "not installed"
        }
        let model = (try? read("/proc/cpuinfo"))?.split(separator: "\n").first { $0.hasPrefix("model name") }
        let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 1_073_741_824
        let swift = (try? Spawn.say(["swift", "--version"], in: bed.folder))?.split(separator: "\n")
            .first { $0.contains("Swift version") }
        let load = (try? read("/proc/loadavg")) ?? ""
        lines = [
            ("day", first("date", "-u", "+%Y-%m-%d %H:%M UTC")),
            ("commit", first("git", "describe", "--always", "--dirty")),
            ("processor", model?.split(separator: ":").last.map { String($0.dropFirst()) } ?? "unknown"),
            ("processors", "\(sysconf(Int32(_SC_NPROCESSORS_ONLN)))"), ("memory", "\(memory) GiB"),
            ("system", first("uname", "-srm")),
            ("C library", first("getconf", "GNU_LIBC_VERSION")),
            ("file system", first("stat", "-f", "-c", "%T", bed.folder)),
            ("one page written and synced", duration(Machine.sync(in: bed.folder))),
            ("load when it began", load.split(separator: " ").prefix(3).joined(separator: " ")),
            ("Swift", swift.map(String.init) ?? "unknown"),
            ("SQLite", first("sqlite3", "--version").split(separator: " ").first.map(String.init) ?? ""),
            ("hledger", first("hledger", "--version")), ("ledger", first("ledger", "--version")),
            ("Beancount", first("bean-check", "--version")), ("Valgrind", first("valgrind", "--version")),
        ]
    }

    /// The median time of 51 appends of a page to a file, each synced to the disk.
    private static func sync(in folder: String) -> Double {
        let path = folder + "/sync"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .infinity }
        defer {
            close(descriptor)
            unlink(path)
        }
        let page = [UInt8](repeating: 7, count: 4096)
        let times = (0..<51).map { _ in
            let begun = Spawn.now()
            _ = write(descriptor, page, page.count)
            fdatasync(descriptor)
            return Spawn.now() - begun
        }
        return times.sorted()[25]
    }
}
