import Files
import Glibc

extension World {
    /// Opens an ordinary file, or takes standard input for `-`, to be read piece by piece.
    static func openSource(_ path: String) throws(FileTrouble) -> Source {
        let (file, size) = try openForReading(path)
        return source(file, size: size, isClosed: file != STDIN_FILENO)
    }

    /// Reads all of a source into a file without a name in the folder of a path: whoever sends it may take their time
    /// over it.
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
        var source = Source(
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
                return piece
            },
            close: { if isClosed { Glibc.close(file) } })
        guard size != nil else { return source }
        // Standard input may have been read from before.
        let start = lseek(file, 0, SEEK_CUR)
        source.rewind = { () throws(FileTrouble) in
            guard lseek(file, start, SEEK_SET) == start else { throw .system(errno) }
        }
        let state = FileState(file)
        source.isUnchanged = { FileState(file) == state }
        return source
    }
}

/// What tells that a file was written to.
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
