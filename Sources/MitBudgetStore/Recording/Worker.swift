import Glibc

/// A thread that does one job after the other, in the order in which they are handed over.
final class Worker<Job: Sendable>: @unchecked Sendable {
    // Locks must not move in memory. All that varies below them is touched only by who holds the lock.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Job] = []
    /// What is done goes where it came from: memory is given back fastest by the thread that asked for it.
    private var done: [Job] = []
    private var isAtWork = false
    private var isOver = false
    private var goesWell = true

    /// How many jobs may wait; who hands over more waits too, so that memory stays bounded.
    private static var limit: Int { 4 }

    /// - Parameter work: does a job; false where it failed, and the jobs behind it are left undone.
    /// - Returns: `nil` where the system gives no thread.
    init?(_ work: @escaping @Sendable (Job) -> Bool) {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
        // The thread keeps the worker alive until it is told that all is over.
        let body = Unmanaged.passRetained(ThreadBody { self.run(work) })
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, ThreadBody.enter, body.toOpaque())
        guard code == 0 else {
            body.release()
            return nil
        }
        pthread_detach(thread)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Hands over a job.
    /// - Returns: whether all jobs so far went well.
    func hand(over job: Job) -> Bool {
        var finished: [Job] = []
        defer { finished.removeAll() }
        return locked {
            swap(&finished, &done)
            while goesWell && waiting.count >= Self.limit { pthread_cond_wait(changed, lock) }
            if goesWell { waiting.append(job) }
            pthread_cond_broadcast(changed)
            return goesWell
        }
    }

    /// Waits until nothing is left to do. What the jobs wrote is then safe to look at until the next one.
    /// - Returns: whether all of them went well.
    func settle() -> Bool {
        locked {
            while isAtWork || !waiting.isEmpty { pthread_cond_wait(changed, lock) }
            return goesWell
        }
    }

    /// Waits until nothing is left to do, and ends the thread.
    func end() {
        _ = settle()
        locked {
            isOver = true
            pthread_cond_broadcast(changed)
        }
    }

    private func run(_ work: (Job) -> Bool) {
        while let job = next() {
            let isDone = work(job)
            locked {
                isAtWork = false
                done.append(job)
                if !isDone {
                    goesWell = false
                    waiting = []
                }
                pthread_cond_broadcast(changed)
            }
        }
    }

    /// The next job, taken as soon as there is one; `nil` when all is over.
    private func next() -> Job? {
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

/// What a thread does. A C function cannot be of a generic type.
final class ThreadBody {
    let run: () -> Void

    init(_ run: @escaping () -> Void) {
        self.run = run
    }

    static let enter: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
        if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
    }
}
