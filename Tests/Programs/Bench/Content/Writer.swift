import Glibc

/// Writes a file piece by piece, holding only a small piece in memory.
final class Writer {
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private static let limit = 1 << 16

    /// Begins a new file, or overwrites the existing one.
    init(_ path: String) throws(Trouble) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system("open \(path)", errno) }
        pending.reserveCapacity(Self.limit * 2)
    }

    func put(_ text: String) {
        pending += text.utf8
        if pending.count >= Self.limit { flush() }
    }

    /// Ends the file.
    /// - Throws: where an earlier write failed.
    func close() throws(Trouble) {
        flush()
        guard Glibc.close(descriptor) == 0, failure == 0 else { throw .system("write", failure) }
    }

    private var failure: Int32 = 0

    private func flush() {
        var done = 0
        while done < pending.count, failure == 0 {
            let count = pending.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count > 0 { done += count } else if errno != EINTR { failure = errno }
        }
        pending.removeAll(keepingCapacity: true)
    }
}

/// Why the benchmark cannot go on.
enum Trouble: Error {
    case usage(String)
    case system(String, Int32)
    case failed(String)

    var text: String {
        switch self {
        case .usage(let text): text
        case .system(let what, let code): "\(what): \(String(cString: strerror(code)))"
        case .failed(let what): what
        }
    }
}
