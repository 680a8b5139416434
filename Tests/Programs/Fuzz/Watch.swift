import Glibc

/// Notes the current case, so that a signal that ends the process names it.
///
/// The handler may only write existing bytes: it must not make a string.
enum Watch {
    /// After how many seconds a case counts as hanging. The slowest takes less than a second, even in a debug build.
    static let patience: UInt32 = 600
    /// The exit status where a case hangs.
    static let hung: Int32 = 3

    nonisolated(unsafe) private static let note = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    nonisolated(unsafe) private static var length = 0

    /// Watches for traps, bad memory accesses and the alarm, on a stack of its own, since the stack may be at fault.
    static func begin() {
        var spare = stack_t()
        spare.ss_size = 65_536
        spare.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: spare.ss_size, alignment: 16)
        sigaltstack(&spare, nil)
        for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = Watch.tell
            action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
            sigaction(signal, &action, nil)
        }
    }

    /// Begins a case.
    static func start(_ text: String) {
        length = 0
        for byte in text.utf8.prefix(255) {
            note[length] = byte
            length += 1
        }
        alarm(patience)
    }

    /// Ends the current case.
    static func rest() {
        alarm(0)
    }

    private static let tell: @convention(c) (Int32) -> Void = { signal in
        _ = write(STDERR_FILENO, note, length)
        if signal == SIGALRM { _exit(hung) }
        // The handler is no longer set, so this ends the process as the signal would have.
        raise(signal)
    }
}
