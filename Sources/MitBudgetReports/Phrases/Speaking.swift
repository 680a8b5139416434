import Glibc

// Which vocabulary phrases speak. The choice belongs to a thread, on which a run of the program happens from beginning
// to end; a task-local value would do the same, but the runtime of concurrency that it needs costs every run 400,000
// instructions before the first of its own.
extension Vocabulary {
    /// The words that phrases speak now.
    public static var current: Vocabulary { Choice.onThisThread?.vocabulary ?? standard }

    /// Does a piece of work, such as one run of the program, whose phrases speak these words until others are adopted.
    /// - Throws: what `work` throws.
    public func speak<Output, Failure: Error>(_ work: () throws(Failure) -> Output) throws(Failure) -> Output {
        let (choice, outer) = (Choice(self), Choice.onThisThread)
        Choice.onThisThread = choice
        // The thread holds the choice unowned; this call keeps it alive until the one before it is back.
        defer { withExtendedLifetime(choice) { Choice.onThisThread = outer } }
        return try work()
    }

    /// Makes these the words for the rest of the innermost ``speak(_:)``; does nothing outside of one.
    public func adopt() {
        Choice.onThisThread?.vocabulary = self
    }
}

/// The words of one piece of work.
private final class Choice {
    var vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The choice of the innermost piece of work on this thread; `nil` outside of any.
    static var onThisThread: Choice? {
        get { pthread_getspecific(key).map { Unmanaged<Choice>.fromOpaque($0).takeUnretainedValue() } }
        set { pthread_setspecific(key, newValue.map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }) }
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        let code = pthread_key_create(&key, nil)
        precondition(code == 0, "the process has no room for a thread's own value")
        return key
    }()
}
