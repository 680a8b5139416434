import Files
import Glibc

extension World {
    /// Opens an ordinary file, or standard input for `-`, for reading piece by piece.
    static func openSource(_ path: String) throws(FileTrouble) -> Source {
        let (file, size) = try openForReading(path)
        return source(file, size: size, isClosed: file != STDIN_FILENO)
    }

    /// Copies all of a source into a file without a name, in the folder of a path, so that the sender may take any
    /// time.
    static func spooled(_ source: Source, beside path: String) throws(FileTrouble) -> Source {
        let file = try NamelessFile(beside: path)
        while true {
            let piece = try source.next()
            if piece.isEmpty { break }
            try file.append(piece)
        }
        let (descriptor, size) = try file.handOver()
        return Self.source(descriptor, size: size, isClosed: true)
    }

    private static func source(_ file: Int32, size: Int64?, isClosed: Bool) -> Source {
        // A file that is written to while it is read could be read without end, or only half.
        let state = size.map { _ in FileState(file) }
        return Source(
            size: size,
            next: { () throws(FileTrouble) in
                var fault: Int32 = 0
                let piece = [UInt8](unsafeUninitializedCapacity: 262_144) { buffer, count in
                    var got = Glibc.read(file, buffer.baseAddress, buffer.count)
                    while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, buffer.count) }
                    fault = got < 0 ? errno : 0
                    count = max(0, got)
                }
                guard fault == 0 else { throw .system(fault) }
                guard state == nil || FileState(file) == state else { throw .changed }
                return piece
            },
            close: { if isClosed { Glibc.close(file) } })
    }
}

/// Size and times of a file, which show whether someone wrote to it.
private struct FileState: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ file: Int32) {
        var status = stat()
        fstat(file, &status)
        (size, seconds, nanoseconds) = (Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
}
