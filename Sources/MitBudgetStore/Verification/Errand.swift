import Glibc

/// A piece of work that another thread does meanwhile, and whose outcome is waited for.
struct Errand<Outcome: Sendable>: ~Copyable {
    /// What the two threads share. Only the other thread writes to it, and only once it has ended is it read.
    private final class Slip: @unchecked Sendable {
        let work: @Sendable () -> Outcome
        var outcome: Outcome?

        init(_ work: @escaping @Sendable () -> Outcome) {
            self.work = work
        }
    }

    private let slip: Slip
    /// `nil` where the system gives no further thread: the work is then done when it is asked for.
    private let thread: pthread_t?

    /// Sets the other thread to work.
    init(_ work: @escaping @Sendable () -> Outcome) {
        let slip = Slip(work)
        self.slip = slip
        let body = Unmanaged.passRetained(ThreadBody { slip.outcome = slip.work() })
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
        let slip = slip
        end()
        return slip.outcome ?? slip.work()
    }

    /// Waits for the thread, by going out of scope.
    private consuming func end() {}
}
