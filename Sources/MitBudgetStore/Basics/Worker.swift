import Glibc

/// A thread that does one piece of work after the other, in the order in which they are handed over. Where the system
/// gives no thread, each is done at once. When the worker goes, it does what it was handed first.
final class Worker {
    typealias Work = @Sendable () -> Void

    /// How many pieces may wait; who hands over more waits too, so that memory stays bounded.
    private static let limit = 4
    /// `nil` where the system gives no thread.
    private let queue: Queue?

    init() {
        let queue = Queue()
        let thread = Unmanaged.passRetained(queue)
        var id = pthread_t()
        guard pthread_create(&id, nil, { Queue.run($0) }, thread.toOpaque()) == 0 else {
            thread.release()
            self.queue = nil
            return
        }
        pthread_detach(id)
        self.queue = queue
    }

    deinit {
        settle()
        queue?.end()
    }

    /// Hands over a piece of work.
    func hand(over work: @escaping Work) {
        if let queue { queue.add(work, whenBelow: Self.limit) } else { work() }
    }

    /// Waits until nothing is left to do. What the work wrote is then safe to look at until the next piece.
    func settle() { queue?.settle() }
}

/// What a worker shares with its thread.
private final class Queue: @unchecked Sendable {
    // Locks must not move in memory. All that varies below them is touched only by who holds the lock.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Worker.Work] = []
    /// What is done goes where it came from: memory is given back fastest by the thread that asked for it.
    private var done: [Worker.Work] = []
    private var isAtWork = false
    private var isOver = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    func add(_ work: @escaping Worker.Work, whenBelow limit: Int) {
        var finished: [Worker.Work] = []
        defer { finished.removeAll() }
        locked {
            swap(&finished, &done)
            while waiting.count >= limit { pthread_cond_wait(changed, lock) }
            waiting.append(work)
            pthread_cond_broadcast(changed)
        }
    }

    func settle() {
        locked {
            while isAtWork || !waiting.isEmpty { pthread_cond_wait(changed, lock) }
        }
    }

    func end() {
        locked {
            isOver = true
            pthread_cond_broadcast(changed)
        }
    }

    /// The thread. - Parameter queue: retained for it.
    static func run(_ queue: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let queue else { return nil }
        Unmanaged<Queue>.fromOpaque(queue).takeRetainedValue().work()
        return nil
    }

    private func work() {
        while let work = next() {
            work()
            locked {
                isAtWork = false
                done.append(work)
                pthread_cond_broadcast(changed)
            }
        }
    }

    /// The next piece, taken as soon as there is one; `nil` when all is over.
    private func next() -> Worker.Work? {
        locked {
            while waiting.isEmpty && !isOver { pthread_cond_wait(changed, lock) }
            guard !waiting.isEmpty else { return nil }
            isAtWork = true
            pthread_cond_broadcast(changed)
            return waiting.removeFirst()
        }
    }

    private func locked<Output>(_ body: () -> Output) -> Output {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }
}

/// What a worker was asked for.
final class Awaited<Outcome: Sendable>: @unchecked Sendable {
    /// Written by the worker's thread alone, and read only once the worker has settled.
    private var outcome: Outcome?
    private let work: @Sendable () -> Outcome

    private init(_ work: @escaping @Sendable () -> Outcome) {
        self.work = work
    }

    /// Lets a worker work it out.
    static func by(_ worker: Worker, _ work: @escaping @Sendable () -> Outcome) -> Awaited {
        let awaited = Awaited(work)
        worker.hand(over: { awaited.outcome = awaited.work() })
        return awaited
    }

    /// The outcome, once the worker has settled.
    func outcome(of worker: Worker) -> Outcome {
        worker.settle()
        return outcome ?? work()
    }
}
