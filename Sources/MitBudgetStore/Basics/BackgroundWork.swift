import Glibc

/// Work that another thread does meanwhile. Whoever started it waits for its outcome, at the latest when the value goes
/// out of scope.
struct BackgroundWork<Outcome: Sendable>: ~Copyable {
    /// What the two threads share. Only the other thread writes to it, and only once that has ended is it read.
    private final class Shared: @unchecked Sendable {
        let work: @Sendable () -> Outcome
        var outcome: Outcome?

        init(_ work: @escaping @Sendable () -> Outcome) {
            self.work = work
        }
    }

    private let shared: Shared
    /// `nil` where the system gives no further thread: the work is then done when its outcome is asked for.
    private let thread: pthread_t?

    /// Starts the work on a thread of its own.
    init(_ work: @escaping @Sendable () -> Outcome) {
        let shared = Shared(work)
        self.shared = shared
        let body = Unmanaged.passRetained(ThreadBody { shared.outcome = shared.work() })
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, ThreadBody.enter, body.toOpaque())
        if code != 0 { body.release() }
        self.thread = code == 0 ? thread : nil
    }

    deinit {
        if let thread { pthread_join(thread, nil) }
    }

    /// Waits for the outcome.
    consuming func outcome() -> Outcome {
        let shared = shared
        end()
        return shared.outcome ?? shared.work()
    }

    /// Waits for the thread, by going out of scope.
    private consuming func end() {}
}

/// What a thread runs. A C function cannot be of a generic type.
private final class ThreadBody {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
        self.run = run
    }

    static let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
    }
}
