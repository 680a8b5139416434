import Glibc

/// Reports the round when the process traps or hangs in it.
enum Watch {
    /// After how many seconds a round counts as hanging. No round takes a second, not even in a debug build.
    private static let seconds: UInt32 = 600
    nonisolated(unsafe) private static let text = UnsafeMutablePointer<CChar>.allocate(capacity: 256)
    nonisolated(unsafe) private static var length = 0

    static func start() {
        // A signal handler may only do this: write and end.
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM] {
            signal(number) { number in
                _ = write(2, Watch.text, Watch.length)
                _ = signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    static func look(at round: String) {
        length = 0
        for byte in "trapped or hung: \(round)\n".utf8.prefix(256) {
            text[length] = CChar(bitPattern: byte)
            length += 1
        }
        alarm(seconds)
    }
}
