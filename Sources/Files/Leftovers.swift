import Glibc
import Synchronization

/// The files to remove when the program ends before it is done. A signal's handler may read this table of names; a
/// handler may neither wait for a lock nor allocate memory.
///
/// The table grows by parts, each of which stays where it is, so a handler finds a whole table at any moment.
enum Leftovers {
    private static let length = 64
    /// The first part: names, `nil` for a free slot, and last the next part. A name keeps its memory, since a handler
    /// must not read freed memory.
    nonisolated(unsafe) private static let first = part()
    private static let turn = Mutex(())

    private typealias Part = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

    private static func part() -> Part {
        let part = Part.allocate(capacity: length + 1)
        part.initialize(repeating: nil, count: length + 1)
        return part
    }

    private static func next(after part: Part) -> Part? {
        part[length].map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self) }
    }

    /// Notes a file or an empty folder.
    static func note(_ path: String) {
        turn.withLock { _ in
            var part = first
            while true {
                for index in 0..<length where part[index] == nil {
                    part[index] = strdup(path)
                    return
                }
                if let next = next(after: part) {
                    part = next
                } else {
                    let added = Self.part()
                    added[0] = strdup(path)
                    part[length] = UnsafeMutableRawPointer(added).assumingMemoryBound(to: CChar.self)
                    return
                }
            }
        }
    }

    /// Forgets a name whose file is in its place or gone.
    static func forget(_ path: String) {
        turn.withLock { _ in
            var part: Part? = first
            while let names = part {
                for index in 0..<length where names[index].map({ strcmp($0, path) == 0 }) ?? false {
                    names[index] = nil
                }
                part = next(after: names)
            }
        }
    }

    /// Removes all noted files. After the first call it does only what a signal's handler may do.
    static func remove() {
        // The second round removes the folders, which are empty by then, the third those that held other folders.
        var round = 0
        while round < 3 {
            var part: Part? = first
            while let names = part {
                var index = 0
                while index < length {
                    if let name = names[index], unlink(name) != 0, errno == EISDIR { rmdir(name) }
                    index += 1
                }
                part = next(after: names)
            }
            round += 1
        }
    }
}

/// How the program reacts to the signals that end it.
public enum Interruption {
    private static let isAsked = Mutex(false)

    /// Removes unfinished files before a signal ends the program. Where nobody reads any more or a file may not grow,
    /// writing fails and the program goes on.
    ///
    /// Signals that were ignored before, as with `nohup`, stay ignored.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        isAsked.withLock { $0 = true }
    }

    /// Takes over the signals and blocks them until the new file is noted: a signal in between would leave the file
    /// behind.
    static func hold() -> sigset_t {
        handle()
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        return before
    }

    /// Unblocks the signals that were unblocked before.
    static func release(_ before: sigset_t) {
        var before = before
        pthread_sigmask(SIG_SETMASK, &before, nil)
    }

    private static func handle() {
        let isFirst = isAsked.withLock { isAsked in
            defer { isAsked = false }
            return isAsked
        }
        guard isFirst else { return }
        // Makes the table now, since a handler may not allocate memory.
        Leftovers.remove()
        // The C library does not reveal the signals that it uses itself.
        for number in Int32(1)...64 where !harmless.contains(number) {
            var action = sigaction()
            guard sigaction(number, nil, &action) == 0,
                // `SIG_IGN`. Any other handler is Swift's own, which shows a developer where the program was.
                unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1
            else { continue }
            action.__sigaction_handler.sa_handler = { number in
                Leftovers.remove()
                // After this handler returns, the signal does what it did before.
                raise(number)
            }
            action.sa_flags = Int32(bitPattern: SA_RESETHAND)
            sigaction(number, &action, nil)
        }
    }

    /// Signals that end no program or that cannot be handled.
    private static let harmless = [
        SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD, SIGURG, SIGWINCH, SIGPIPE, SIGXFSZ,
    ]
}
