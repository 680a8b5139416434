import Glibc

/// A file without a name, for its owner alone. Nothing of it remains, however the program ends.
public final class NamelessFile {
    private var file: Int32
    private var size: Int64 = 0

    /// Makes a file in the folder of a path.
    public init(beside path: String) throws(FileTrouble) {
        // O_TMPFILE, which Swift does not see.
        let flags = 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC
        file = open(folder(of: path), flags, 0o600)
        if file >= 0 { return }
        // On a file system without such files, the file loses its name at once.
        guard errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL else { throw .system(errno) }
        var template = Array((path + ".new-XXXXXX").utf8CString)
        file = mkstemp(&template)
        guard file >= 0 else { throw .system(errno) }
        unlink(template)
    }

    deinit {
        if file >= 0 { close(file) }
    }

    /// Appends bytes.
    public func append(_ bytes: [UInt8]) throws(FileTrouble) {
        let fault = bytes.withUnsafeBytes { failure(writing: $0, to: file) }
        guard fault == 0 else { throw .unwritten(fault) }
        size += Int64(bytes.count)
    }

    /// Passes the file, positioned at its first byte, to a caller that closes it.
    public func handOver() throws(FileTrouble) -> (file: Int32, size: Int64) {
        guard lseek(file, 0, SEEK_SET) == 0 else { throw .system(errno) }
        defer { file = -1 }
        return (file, size)
    }
}
