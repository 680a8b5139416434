public import Glibc

/// The identity of a file, independent of its name.
public struct FileIdentity: Equatable, Sendable {
    private let device: dev_t
    private let inode: ino_t

    /// The file with a name, not following a link; `nil` where there is none.
    public init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The file that a `stat` describes.
    public init(_ status: stat) {
        device = status.st_dev
        inode = status.st_ino
    }
}

/// The folder of a file.
public func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
}
