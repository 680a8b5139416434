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
        // A thread takes one bare pointer along, so what it is to do is packed into a closure of no particular type.
        let parcel = Unmanaged.passRetained(Parcel { slip.outcome = slip.work() })
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, Parcel.open, parcel.toOpaque())
        if code != 0 { parcel.release() }
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

/// What a thread is to do.
private final class Parcel {
    private let work: () -> Void

    init(_ work: @escaping () -> Void) {
        self.work = work
    }

    /// Where a thread begins.
    static let open: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        if let pointer { Unmanaged<Parcel>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
    }
}
