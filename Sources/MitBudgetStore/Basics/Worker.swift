import Glibc

/// A thread that runs pieces of work one after another, in the order in which they are handed over. If the system gives
/// no thread, each runs at once on the caller's. On deallocation the worker first finishes the work that it has.
final class Worker {
    typealias Work = @Sendable () -> Void

    /// How many pieces may wait. A caller that hands over more waits, so that memory stays bounded.
    private static let limit = 4
    /// `nil` if the system gives no thread.
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

    /// Queues a piece of work; waits while the queue is full.
    func hand(over work: @escaping Work) {
        if let queue { queue.add(work, whenBelow: Self.limit) } else { work() }
    }

    /// Waits until all work is done. The caller may then read what the work wrote, until it hands over the next piece.
    func settle() { queue?.settle() }
}

/// The state that a worker shares with its thread.
private final class Queue: @unchecked Sendable {
    // Locks must not move in memory. Only the thread that holds the lock touches the variables below it.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Worker.Work] = []
    /// Finished work, released by the thread that handed it over: a thread frees fastest the memory that it allocated.
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

    /// The thread's main function.
    /// - Parameter queue: retained for the thread.
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

    /// Waits for the next piece and takes it; `nil` once the worker has ended.
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

/// A result that a worker computes.
final class Awaited<Outcome: Sendable>: @unchecked Sendable {
    /// Written by the worker's thread alone, and read only once the worker has settled.
    private var outcome: Outcome?
    private let work: @Sendable () -> Outcome

    private init(_ work: @escaping @Sendable () -> Outcome) {
        self.work = work
    }

    /// Hands the work to a worker.
    static func by(_ worker: Worker, _ work: @escaping @Sendable () -> Outcome) -> Awaited {
        let awaited = Awaited(work)
        worker.hand(over: { awaited.outcome = awaited.work() })
        return awaited
    }

    /// Waits until the worker has settled, and returns the outcome.
    func outcome(of worker: Worker) -> Outcome {
        worker.settle()
        return outcome ?? work()
    }
}
