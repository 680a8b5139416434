import Glibc

/// Reads and restores all files of a folder.
///
/// Closing a file gives up all locks that this process has on it. That does no harm here, since SQLite keeps the locks
/// between connections of one process in memory.
enum Files {
    /// All files of the folder, by name.
    static func read(_ folder: String) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in names(in: folder) { files[name] = content(folder + "/" + name) }
        return files
    }

    /// Makes the folder hold exactly these files.
    static func write(_ files: [String: [UInt8]], to folder: String) {
        for name in names(in: folder) { unlink(folder + "/" + name) }
        for (name, bytes) in files {
            let file = open(folder + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            precondition(file >= 0, "\(name) cannot be made")
            defer { close(file) }
            precondition(Glibc.write(file, bytes, bytes.count) == bytes.count, "\(name) cannot be written")
        }
    }

    /// Writes into a file that others have open.
    static func overwrite(_ path: String, with bytes: [UInt8]) {
        let file = open(path, O_WRONLY | O_CLOEXEC)
        precondition(file >= 0, "\(path) cannot be opened")
        defer { close(file) }
        precondition(pwrite(file, bytes, bytes.count, 0) == bytes.count, "\(path) cannot be written")
    }

    /// A file's bytes; `nil` where it is missing.
    static func content(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        let size = Int(lseek(file, 0, SEEK_END))
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(file, buffer.baseAddress, size, 0))
        }
    }

    /// Whether a file's bytes contain a text.
    static func contains(_ text: [UInt8], in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            text.withUnsafeBytes { text in
                guard let start = bytes.baseAddress, let wanted = text.baseAddress else { return false }
                var offset = 0
                while offset + text.count <= bytes.count,
                    let found = memchr(start + offset, Int32(text[0]), bytes.count - offset - text.count + 1)
                {
                    if memcmp(found, wanted, text.count) == 0 { return true }
                    offset = UnsafeRawPointer(found) - start + 1
                }
                return false
            }
        }
    }

    /// The last part of a path; empty for no path.
    static func name(_ path: UnsafePointer<CChar>?) -> String {
        guard let path else { return "" }
        let text = String(cString: path)
        return text.lastIndex(of: "/").map { String(text[text.index(after: $0)...]) } ?? text
    }

    /// The names in a folder.
    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
