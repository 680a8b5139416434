import Glibc
import Synchronization

/// What is to be gone when the program ends before it is done: a table of names that a signal's handler may read, which
/// may neither wait for a lock nor ask for memory.
enum Leftovers {
    private static let limit = 64
    // `nil` where nothing is noted. A name keeps its memory: a handler must not read what was given back.
    nonisolated(unsafe) private static let names = {
        let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: limit)
        names.initialize(repeating: nil, count: limit)
        return names
    }()
    private static let turn = Mutex(())

    /// Notes a file or an empty folder. Where the table is full, it is not noted.
    static func note(_ path: String) {
        turn.withLock { _ in
            guard let free = (0..<limit).first(where: { names[$0] == nil }) else { return }
            names[free] = strdup(path)
        }
    }

    /// Forgets a name: the file has its place, or is gone.
    static func forget(_ path: String) {
        turn.withLock { _ in
            for index in 0..<limit where names[index].map({ strcmp($0, path) == 0 }) ?? false { names[index] = nil }
        }
    }

    /// Removes all that is noted. Does nothing that a signal's handler may not do, once it has been called before.
    static func remove() {
        // Folders in the second round, when they are empty.
        var round = 0
        while round < 2 {
            var index = 0
            while index < limit {
                if let name = names[index], unlink(name) != 0, errno == EISDIR { rmdir(name) }
                index += 1
            }
            round += 1
        }
    }
}

/// How the program meets the signals that end it.
public enum Interruption {
    private static let isAsked = Mutex(false)

    /// Has what is half done removed before a signal ends the program, and has writing fail, rather than the program
    /// end, where no one reads any more or a file may not grow.
    ///
    /// What was ignored before, as `nohup` does, stays so.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        isAsked.withLock { $0 = true }
    }

    /// Takes over the signals before there is something to remove, and holds them back until it is noted: what a signal
    /// meets in between would stay.
    static func hold() -> sigset_t {
        handle()
        var (all, before) = (sigset_t(), sigset_t())
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        return before
    }

    /// Lets the signals come again that did before.
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
        // The table is made now: a handler may not.
        Leftovers.remove()
        // Of those that the C library keeps to itself it lets no one know.
        for number in Int32(1)...64 where !harmless.contains(number) {
            var action = sigaction()
            guard sigaction(number, nil, &action) == 0,
                // `SIG_IGN`. Any other handler is the language's own, which tells a developer where the program was.
                unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) != 1
            else { continue }
            action.__sigaction_handler.sa_handler = { number in
                Leftovers.remove()
                // What the signal did before it had a handler, it does once this one has returned.
                raise(number)
            }
            action.sa_flags = Int32(bitPattern: SA_RESETHAND)
            sigaction(number, &action, nil)
        }
    }

    /// Signals that end no program, or that none can meet.
    private static let harmless = [
        SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT, SIGCHLD, SIGURG, SIGWINCH, SIGPIPE, SIGXFSZ,
    ]
}
