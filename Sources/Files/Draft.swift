import CFiles
import Glibc

/// A file that is made beside its place and put there only once it is whole. What is not put in place goes, when the
/// draft does or when a signal ends the program.
///
/// Every file that the program makes is made by it.
public final class Draft {
    /// Where it lies meanwhile: `NAME.new-XXXXXX`.
    public let path: String
    private let destination: String
    private let file: Int32

    /// Begins a file, whatever the umask. It is looked at ``Place/check(_:for:)`` first by whoever wants to know early.
    /// - Parameters:
    ///   - place: where it is meant to go.
    ///   - group: the group that it is to belong to, else the one that the system gives it.
    public init(beside place: String, mode: UInt32 = 0o600, group: UInt32? = nil) throws(FileTrouble) {
        var template = Array((place + ".new-XXXXXX").utf8CString)
        let held = Interruption.hold()
        defer { Interruption.release(held) }
        let file = mkstemp(&template)
        guard file >= 0 else { throw .system(errno) }
        self.file = file
        destination = place
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        names.forEach(Leftovers.note)
        // The group first: a change of it may take permissions away.
        guard group.map({ fchown(file, uid_t.max, $0) == 0 }) ?? true, fchmod(file, mode) == 0 else {
            throw .system(errno)
        }
    }

    deinit {
        close(file)
        for name in names { unlink(name) }
        names.forEach(Leftovers.forget)
    }

    /// The file itself and what SQLite may make beside it.
    private var names: [String] { [path] + DatabaseFile.suffixes.map { path + $0 } }

    /// Writes text at the end.
    public func write(_ text: String) throws(FileTrouble) {
        try Files.write(text, to: file)
    }

    /// Puts the file in its place, safe from a power cut.
    /// - Throws: why it may not stand there, or what the file system said.
    public func place(as content: Place.Content) throws(FileTrouble) {
        guard fsync(file) == 0 else { throw .unwritten(errno) }
        try Place.check(destination, for: content)
        switch content {
        case .document(replacing: true):
            guard Glibc.rename(path, destination) == 0 else { throw .system(errno) }
            try syncFolder(of: destination)
        case .document(replacing: false), .database:
            try takeName()
            do throws(FileTrouble) {
                try syncFolder(of: destination)
            } catch {
                // Whoever is told that it failed finds nothing there, and can try again. No one can have used it yet.
                unlink(destination)
                throw error
            }
        }
    }

    /// Gives the file its name, unless a file of that name has appeared meanwhile.
    private func takeName() throws(FileTrouble) {
        if renameat2(AT_FDCWD, path, AT_FDCWD, destination, Self.withoutReplacing) == 0 { return }
        // Not every file system can do that. By a link the file has two names for a moment, which is the worse way.
        guard errno == EINVAL || errno == ENOSYS ? link(path, destination) == 0 : false else {
            throw errno == EEXIST ? .exists : .system(errno)
        }
        unlink(path)
    }

    /// `RENAME_NOREPLACE`.
    private static let withoutReplacing: UInt32 = 1
}

/// A folder that is made beside its place, with what is in it, and put there only once it is whole.
public final class DraftFolder {
    /// Where it lies meanwhile: `NAME.new-XXXXXX`.
    public let path: String
    private let destination: String
    private var names: [String] = []
    private var isPlaced = false

    /// Begins a folder that is its owner's alone.
    public init(beside place: String) throws(FileTrouble) {
        try Place.check(place, for: .document(replacing: false))
        var template = Array((place + ".new-XXXXXX").utf8CString)
        let held = Interruption.hold()
        defer { Interruption.release(held) }
        guard mkdtemp(&template) != nil else { throw .system(errno) }
        destination = place
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        Leftovers.note(path)
    }

    deinit {
        if !isPlaced {
            for name in names { unlink(name) }
            rmdir(path)
        }
        (names + [path]).forEach(Leftovers.forget)
    }

    /// Where a file is to be made in it. What is not told of here stays, should the folder have to go.
    public func file(_ name: String) -> String {
        let file = path + "/" + name
        let all = [file] + DatabaseFile.suffixes.map { file + $0 }
        names += all
        all.forEach(Leftovers.note)
        return file
    }

    /// Puts the folder in its place. All that is in it must have been made to last.
    public func place() throws(FileTrouble) {
        // A folder never takes the place of anything but an empty one.
        try Place.check(destination, for: .document(replacing: false))
        guard Glibc.rename(path, destination) == 0 else {
            throw [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno) ? .exists : .system(errno)
        }
        isPlaced = true
        try syncFolder(of: destination)
    }
}

/// Writes a whole text.
func write(_ text: String, to file: Int32) throws(FileTrouble) {
    var text = text
    let fault = text.withUTF8 { failure(writing: UnsafeRawBufferPointer($0), to: file) }
    guard fault == 0 else { throw .unwritten(fault) }
}

/// Writes bytes to their end.
/// - Returns: `errno`; 0 where all is written.
func failure(writing bytes: UnsafeRawBufferPointer, to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : ENOSPC }
        rest = rest.dropFirst(count)
    }
    return 0
}

/// Makes a file's name last.
func syncFolder(of path: String) throws(FileTrouble) {
    let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .unwritten(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .unwritten(errno) }
}
