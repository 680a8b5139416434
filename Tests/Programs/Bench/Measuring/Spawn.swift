import Glibc

/// A program to run, found on the path.
struct Call {
    let words: [String]
    /// Variables added to the environment.
    var environment: [(String, String)] = []
    var input = "/dev/null"
    var output = "/dev/null"
    /// After how many seconds it is stopped.
    var limit: UInt32 = 900

    init(_ words: [String]) {
        self.words = words
    }

    var text: String { String(words.joined(separator: " ").prefix(300)) }
}

/// The measurements of one process.
struct Sample {
    /// Seconds from before the start to the end.
    let wall: Double
    /// Seconds of processor time, in the program and in the system.
    let processor: Double
    /// The peak of resident memory, in KiB.
    let peak: Int
    /// The exit status; `nil` where the limit stopped the process.
    let status: Int32?
}

/// Starts processes and waits for them.
enum Spawn {
    /// The file for a process's standard error, which is shown when the process fails.
    nonisolated(unsafe) static var complaints = "/dev/null"

    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func start(_ call: Call) throws(Trouble) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let writing = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, call.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, call.output, writing, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, complaints, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        for (name, value) in call.environment { setenv(name, value, 1) }
        var arguments: [UnsafeMutablePointer<CChar>?] = call.words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let code = posix_spawnp(&child, call.words[0], &actions, nil, &arguments, environ)
        guard code == 0 else { throw .system(call.words[0], code) }
        return child
    }

    /// Runs a process to its end or to its limit.
    static func run(_ call: Call) throws(Trouble) -> Sample {
        truncate(complaints, 0)
        let begun = now()
        let child = try start(call)
        // The handler does nothing: the alarm only interrupts the wait.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGALRM, &action, nil)
        alarm(call.limit)
        var (status, usage) = (Int32(0), rusage())
        var isStopped = false
        while wait4(child, &status, 0, &usage) != child {
            guard errno == EINTR else { throw .system("wait4", errno) }
            isStopped = true
            kill(child, SIGKILL)
        }
        alarm(0)
        return Sample(
            wall: now() - begun, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peak: usage.ru_maxrss,
            status: isStopped ? nil : ended(status))
    }

    /// Runs a process that must succeed.
    @discardableResult
    static func check(_ call: Call) throws(Trouble) -> Sample {
        let sample = try run(call)
        guard sample.status != nil else { throw .failed("\(call.text) did not end in \(call.limit) s") }
        try demand(sample, call)
        return sample
    }

    /// Stops the benchmark where a process failed; a process that the limit stopped did not fail.
    static func demand(_ sample: Sample, _ call: Call) throws(Trouble) {
        guard let status = sample.status, status != 0 else { return }
        let said = (try? read(complaints)) ?? ""
        throw .failed("\(call.text) ended with \(status): \(said.prefix(600))")
    }

    /// The output of a process that must succeed.
    static func say(_ words: [String], in folder: String) throws(Trouble) -> String {
        var call = Call(words)
        call.output = folder + "/said"
        try check(call)
        return try read(call.output)
    }

    /// An exit status, or a signal's number plus 128, as in shells.
    static func ended(_ status: Int32) -> Int32 {
        status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// Reads a whole file.
func read(_ path: String) throws(Trouble) -> String {
    guard let file = fopen(path, "rb") else { throw .system(path, errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        guard count > 0 else { break }
        bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The size of a file in bytes; 0 where there is none.
func size(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
}
