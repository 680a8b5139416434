public import Glibc

/// Which file it is, whatever it is called.
public struct FileIdentity: Equatable, Sendable {
    private let device: dev_t
    private let inode: ino_t

    /// The file that a name leads to, a link itself where it is one; `nil` where there is none.
    public init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// The file that the system told of.
    public init(_ status: stat) {
        device = status.st_dev
        inode = status.st_ino
    }
}

/// The folder that a file lies in.
public func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
}
